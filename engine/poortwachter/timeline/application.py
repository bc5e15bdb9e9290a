"""What UWV's letter makes of the last day for the WIA application (WIA art. 64(2), (3) and (6))."""

from datetime import date, timedelta

from poortwachter.case.model import NOT_TOLD
from poortwachter.law.references import asks
from poortwachter.timeline.known import Known
from poortwachter.timeline.trace import Reached
from poortwachter.timeline.workdays import to_working_day


@asks("melding-42-weken", "vervroegde-iva-aanvraag", "verlenging-loonperiode")
def told_notice(known: Known, day: date) -> bool | None:
    """Whether the case says that UWV knew of the sickness in time; None where nobody told.

    An early application and a request to extend the wage count as the notice (ZW art. 38(8)).
    """
    limit, notice = notice_limit(known, day), known.done_on("melding-42-weken")
    others = known.done_on("vervroegde-iva-aanvraag"), known.done_on("verlenging-loonperiode")
    if any(each and each < limit for each in (notice, *others)):
        return True
    made = known.case.told_of("melding-42-weken")
    return False if notice or made == "not_done" else None


@asks(told_notice)
def _noticed(known: Known, day: date) -> bool | None:
    """Whether UWV knew of the sickness in time: as was told, else as is counted with."""
    told = told_notice(known, day)
    return known.noticed if told is None else told


@asks(_noticed, told_notice)
def with_letter(reached: Reached, known: Known) -> Reached:
    """The last day, moved by a letter that came late, or with why no application is late.

    `reached` is the last day by art. 64(3); the law of that day holds for the letter as well.
    """
    letter, day = known.case.uwv_letter, reached.day
    if day is None or letter == NOT_TOLD or _of_earlier_period(letter, known):
        return reached
    if letter is None and (limit := rests_on_notice(known, day)):
        return reached.remark("no_letter_if_noticed", limit=limit)
    if _noticed(known, day) is False:
        return reached.remark("letter_without_notice", limit=notice_limit(known, day))
    if letter is None:
        return reached.remark("no_letter")
    if known.case.wage_extension.voluntary_until:
        return reached.remark("letter_with_extension")
    by_law = letter_by_law(known, day)
    return _after_late_letter(reached, day, letter, known) if letter > by_law else reached


@asks(_noticed)
def never_late(known: Known, day: date | None) -> bool:
    """Whether an application is in time on any day, because UWV sent no letter (art. 64(6)).

    `day` is the last day by art. 64(3).
    """
    told = known.case.uwv_letter
    return told is None and day is not None and _noticed(known, day) is not False


def letter_by_law(known: Known, day: date) -> date:
    """The last day on which UWV must write, by the law of `day` (art. 64(2))."""
    return known.clock.nth_day(7 * known.constant("uwv-brief-wet").on(day))


@asks(told_notice)
def rests_on_notice(known: Known, day: date) -> date | None:
    """The day before which the employer must have reported, where nobody told whether he did."""
    return notice_limit(known, day) if told_notice(known, day) is None else None


def notice_limit(known: Known, day: date) -> date:
    """The day before which UWV must know of the sickness, by the law of `day` (art. 64(6))."""
    return known.clock.nth_day(7 * known.constant("uwv-brief-grens").on(day))


def _of_earlier_period(letter: date | None, known: Known) -> bool:
    return letter is not None and letter < known.clock.first_day


def _after_late_letter(reached: Reached, day: date, letter: date, known: Known) -> Reached:
    """Some weeks after it was received; a working day (Algemene termijnenwet art. 1(1))."""
    weeks = known.constant("uwv-brief-te-laat").on(day)
    last = letter + timedelta(weeks=weeks)
    told = {"letter": letter, "by_law": letter_by_law(known, day), "weeks": weeks}
    moved = to_working_day(reached.then("letter_late", last, **told), known, weeks)
    return moved if moved.day and moved.day > day else reached
