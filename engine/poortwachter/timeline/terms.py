"""How the law counts: each kind of term is one function that gives the date and how it was reached.

Every function takes the term as the rules state it and what is known of the case.
"""

from collections.abc import Callable
from datetime import date, timedelta

from poortwachter.case.model import Leave
from poortwachter.law.references import asks
from poortwachter.law.rulebook import Rule, Term
from poortwachter.timeline.application import never_late, with_letter
from poortwachter.timeline.clock import ONE_DAY, Clock, Pause
from poortwachter.timeline.contract import contract_ends_first, with_report
from poortwachter.timeline.decisions import decision_on_repair, decision_on_wia
from poortwachter.timeline.known import Known
from poortwachter.timeline.pauses import FALLS_IN_PAUSE, KINDS_OF_PAUSE
from poortwachter.timeline.trace import Reached, Step

# With these steps a period ends later than the waiting time, which itself stays as long as it is.
LATER_THAN_WAITED = {"extended", "applied_late", "not_applied_yet"}


def beginning(clock: Clock) -> tuple[Step, ...]:
    """The steps with which every count starts: the first day, and each pause in order."""
    first = Step("first_day", clock.first_day, {"day": clock.first_day})
    return (first, *(_pause(pause) for pause in clock.pauses))


def from_first_day(known: Known, until: date) -> Reached:
    """Where every count starts, and which days before `until` are left out."""
    pauses = len(known.clock.pauses_before(until))
    return Reached(known.clock.first_day, known.beginning[: 1 + pauses])


@asks("einde-verlengde-wachttijd", "wia-aanvraag", never_late, contract_ends_first)
def _paid_period(known: Known) -> Reached:
    """The end of the waiting time, moved by the delay of a WIA application (BW art. 7:629(11)(a))."""
    end, done = known.reached("einde-verlengde-wachttijd"), known.done_on("wia-aanvraag")
    due, applied = known.deadline("wia-aanvraag").day, done or known.not_applied_on
    if not (end.day and due and applied) or applied <= due or never_late(known, due):
        return end
    if contract_ends_first(known, None):
        return end.remark("no_wage_after_contract")
    delay, name = applied - due, "applied_late" if done else "not_applied_yet"
    return end.then(name, end.day + delay, days=delay.days, on=applied)


@asks(_paid_period)
def _leave_counted_twice(ban: date, known: Known) -> timedelta:
    """Leave during a sanction that the two years until `ban` have left out already."""
    begins = _paid_period(known).day
    if begins is None or not known.case.wage_extension.sanction_weeks:
        return timedelta()
    paused = (pause for pause in known.clock.pauses_before(ban) if pause.kind == "leave")
    return sum((_days_after(begins, pause) for pause in paused), timedelta())


def weeks_after_first_day(term: Term, known: Known) -> Reached:
    """Within n weeks after the first day: calendar days, the first day itself not counted.

    Regeling procesgang art. 2(2); it has no rule that adds periods up, so recoveries do not move it.
    """
    clock = known.clock
    day = clock.first_day + timedelta(weeks=term.count)
    reached = from_first_day(known, clock.first_day).then("weeks_later", day, weeks=term.count)
    before = [kind for pause in clock.pauses_before(day) for kind in pause.kinds]
    for name in dict.fromkeys(KINDS_OF_PAUSE[kind].not_moved for kind in before):
        reached = reached.remark(name)
    return reached


def after_sick_weeks(term: Term, known: Known) -> Reached:
    """The first day after the incapacity has lasted n weeks (ZW art. 38(1), WIA art. 23(1))."""
    lasted = last_day_of_sick_week(term, known)
    return lasted.then("day_after", known.clock.nth_day(7 * term.count) + ONE_DAY)


def last_day_of_sick_week(term: Term, known: Known) -> Reached:
    """The day on which the incapacity has lasted n weeks."""
    day = known.clock.nth_day(7 * term.count)
    return from_first_day(known, day).then("lasted", day, weeks=term.count)


def first_day_of_sick_week(term: Term, known: Known) -> Reached:
    """The first day of the nth week of incapacity; week 1 starts on the first day."""
    day = known.clock.nth_day(7 * (term.count - 1) + 1)
    return from_first_day(known, day).then("week_starts", day, number=term.count)


@asks("einde-wachttijd")
def sick_week_moved_along(term: Term, known: Known) -> Reached:
    """The first day of the nth week of incapacity, as much later as an end is than the waiting time.

    For what is prepared before that end (WIA art. 25(4)): not a year early in a long extension.
    """
    week, waited = first_day_of_sick_week(term, known), known.reached("einde-wachttijd").day
    end = known.reached(str(term.of)).day
    if not (week.day and end and waited) or end <= waited:
        return week
    return week.then("moved_along", week.day + (end - waited))


def end_of_other(term: Term, known: Known) -> Reached:
    """The same day as another rule, with which it ends."""
    return known.reached(str(term.of))


def letter_of_uwv(term: Term, known: Known) -> Reached:
    """The day on which the letter came; not told, the week in which UWV writes in practice.

    The last day is that of WIA art. 64(2), by the law of that week: when the waiting time has
    lasted so many weeks.
    """
    came = known.case.uwv_letter
    if isinstance(came, date) and came >= known.clock.first_day:
        return Reached().then("letter_came", came)
    usual = _usual_letter(term, known)
    return usual.without_date("no_letter_came") if came is None else usual


def _usual_letter(term: Term, known: Known) -> Reached:
    week = known.clock.nth_day(7 * (term.count - 1) + 1)
    by_law = known.clock.nth_day(7 * known.constant("uwv-brief-wet").on(week))
    return first_day_of_sick_week(term, known).remark("letter_by_law", by_law=by_law)


def weeks_after(term: Term, known: Known) -> Reached:
    """N weeks after another rule was really done or, while it is not, must be done."""
    other = known.reached(str(term.of))
    if other.day is None or not term.count:
        return other
    day = other.day + timedelta(weeks=term.count)
    return other.then("weeks_after", day, weeks=term.count, noun=known.rule(str(term.of)))


def sick_weeks_after(term: Term, known: Known) -> Reached:
    """N weeks of sickness after another rule was done, and no date while it was not.

    Without a plan there is nothing to discuss (Regeling procesgang art. 4(2)(b)). Days without
    sickness are left out: nobody talks about going back to work during leave or recovery.
    """
    other, done = known.reached(str(term.of)), known.done_on(str(term.of))
    noun = known.rule(str(term.of))
    if done is None:
        is_awaited = other.day is not None or other.gap in FALLS_IN_PAUSE
        return Reached().without_date("waits_for", noun=noun) if is_awaited else other
    day = known.clock.nth_day(known.clock.sick_days(done) + 7 * term.count)
    return other.then("weeks_after", day, weeks=term.count, noun=noun)


def weeks_before(term: Term, known: Known) -> Reached:
    """At the latest n weeks before the last day of another rule, that day being the last one kept.

    WIA art. 25(3) and 64(3) count back from the end of the waiting time.
    """
    return _weeks_before(known.reached(str(term.of)), term, known.rule(str(term.of)))


@asks(with_letter)
def last_day_to_apply(term: Term, known: Known) -> Reached:
    """N weeks before the last day of another rule, or some weeks after a letter that came late.

    WIA art. 64(3) and (6).
    """
    return with_letter(weeks_before(term, known), known)


@asks(_paid_period)
def weeks_before_decision(term: Term, known: Known) -> Reached:
    """N weeks before the end, which a late WIA application moves (WIA art. 25(10))."""
    return _weeks_before(_paid_period(known), term, known.rule(str(term.of)))


@asks(_paid_period)
def end_of_paid_period(term: Term, known: Known) -> Reached:
    """The last day on which UWV can still decide on a sanction (WIA art. 25(11))."""
    return _paid_period(known)


@asks(contract_ends_first)
def end_of_waiting_time(term: Term, known: Known) -> Reached:
    """The end of the waiting time, or of a voluntary extension of the wage after it (WIA art. 24)."""
    end, until = known.reached(str(term.of)), known.case.wage_extension.voluntary_until
    if not (end.day and until and until > end.day):
        return end
    if contract_ends_first(known, None):
        return end.remark("no_wage_after_contract")
    return end.then("extended", until)


@asks(_paid_period, "einde-aow-termijn", contract_ends_first)
def end_of_sanction(term: Term, known: Known) -> Reached:
    """The last day of a sanction of at most n weeks (WIA art. 25(9) and (14)).

    It follows the period that must be paid anyway, stands still during leave, and ends some weeks
    after UWV found the shortcoming repaired, by the law of the day on which UWV found it. It does
    not outlast the wage of who has reached the AOW age.
    """
    end, extension = _paid_period(known), known.case.wage_extension
    if end.day is None or not extension.sanction_weeks:
        return end
    if contract_ends_first(known, None):
        return end.remark("no_wage_after_contract")
    weeks = min(extension.sanction_weeks, term.count)
    last = end.day + timedelta(weeks=weeks)
    reached = _paused_by_leave(end.then("sanction", last, weeks=weeks), end.day, known)
    found = extension.sanction_repair_found
    reached = _repaired(reached, end.day, found, known) if found else reached
    return _until_aow_term(reached, known)


@asks("einde-loonsanctie", "einde-aow-termijn")
def last_day_of_wage(term: Term, known: Known) -> Reached:
    """The last day of wage during sickness, with everything that lengthens or shortens it.

    BW art. 7:629(1), (2) and (11); the end of the contract ends the wage as well.
    """
    reached = _until_aow_term(known.counted("einde-loonsanctie"), known)
    if known.case.contract_end:
        ends = Reached().then("contract_ends", known.case.contract_end)
        reached = _at_most(reached, ends, "contract_earlier", known)
    return reached


@asks("einde-aow-termijn")
def _until_aow_term(reached: Reached, known: Known) -> Reached:
    """The end of the wage, and of a sanction, which extends that of art. 7:629(1), not (2)."""
    if not known.case.aow_date:
        return reached
    return _at_most(reached, known.deadline("einde-aow-termijn"), "aow_earlier", known)


def _at_most(reached: Reached, other: Reached, name: str, known: Known) -> Reached:
    """The other date where that is earlier, also than a date that does not come any more.

    What stopped the period stopped the first date; one before that day stands.
    """
    stopped_on = known.clock.stopped_on
    if reached.day is None and other.day and stopped_on and other.day < stopped_on:
        return other.then(name, other.day)
    return reached.at_most(other, name)


@asks(last_day_of_wage)
def last_day_of_wage_week(term: Term, known: Known) -> Reached:
    """The end of the nth week, or of the wage where that is earlier (BW art. 7:629(1))."""
    return last_day_of_sick_week(term, known).at_most(last_day_of_wage(term, known), "wage_ends")


@asks("einde-loonsanctie")
def day_after_extended_wage(term: Term, known: Known) -> Reached:
    """The first day after the waiting time, or after the wage that an employer pays beyond it.

    WIA art. 43(b), 47(2) and 54(2): no benefit while there is a right to the wage of BW art.
    7:629(11), after a late application as well. Without a contract there is no such right.
    """
    waited, paid = known.reached(str(term.of)), known.counted("einde-loonsanctie")
    extended = waited.day and paid.day and paid.day > waited.day
    end = _while_employed(paid, known) if extended else _without_wage(waited, paid)
    return end.then("day_after", end.day + ONE_DAY) if end.day else end


def _while_employed(paid: Reached, known: Known) -> Reached:
    """The end of the extended wage, which a contract that ends cuts off."""
    last = known.case.contract_end
    if last is None or paid.day is None or last >= paid.day:
        return paid
    return paid.then("contract_earlier", last).remark("no_wage_after_contract")


def _without_wage(waited: Reached, paid: Reached) -> Reached:
    """The end of the waiting time, with why nothing that would extend the wage moves it."""
    cut_off = any(step.name == "no_wage_after_contract" for step in paid.trace)
    return waited.remark("no_wage_after_contract") if cut_off else waited


@asks("einde-wachttijd", "einde-loonsanctie", "einde-aow-termijn", _leave_counted_twice)
def end_of_dismissal_ban(term: Term, known: Known) -> Reached:
    """The first day after the incapacity has lasted n years (BW art. 7:670(1)(a) and (11)).

    Years, not weeks: the same day n years later, moved by the days that do not count and by as
    many days as the wage is extended. 29 February becomes 1 March where there is none.
    """
    reached = _years_later(term, known)
    waited = known.reached("einde-wachttijd").day
    paid = known.counted("einde-loonsanctie").day
    if reached.day and waited and paid and paid > waited:
        days = paid - waited - _leave_counted_twice(reached.day, known)
        reached = reached.then("ban_extended", reached.day + days, days=days.days)
    if known.case.aow_date:
        aow = known.deadline("einde-aow-termijn")
        after = aow.then("day_after", aow.day + ONE_DAY) if aow.day else aow
        reached = reached.at_most(after, "aow_earlier")
    return reached


@asks("einde-opzegverbod")
def weeks_before_ban_ends(term: Term, known: Known) -> Reached:
    """The first day on which UWV may allow dismissal: n weeks before the first day without the ban.

    BW art. 7:671a(11): the ban must be expected to end within so many weeks after the decision.
    """
    ban = known.rule("einde-opzegverbod")
    return _weeks_before(known.counted(ban.id), term, ban)


def start_of_aow_term(term: Term, known: Known) -> Reached:
    """The AOW date, or the first sick day where that is later (BW art. 7:629(2))."""
    aow_date = known.case.aow_date
    if aow_date is None:
        return Reached()
    return Reached().then("aow_starts", max(aow_date, known.clock.first_day))


def end_of_aow_term(term: Term, known: Known) -> Reached:
    """The last day of n weeks of sickness with AOW (BW art. 7:629(2)); periods are added up."""
    start, clock = start_of_aow_term(term, known), known.clock
    if start.day is None:
        return start
    day = clock.nth_day(clock.sick_days(start.day - ONE_DAY) + 7 * term.count)
    return start.then("aow_ends", day, weeks=term.count)


@asks(with_report)
def last_day_of_contract(term: Term, known: Known) -> Reached:
    """The last day of the contract (ZW art. 38(2)), and which report belongs to it."""
    end = known.case.contract_end
    return with_report(Reached().then("contract_ends", end), known) if end else Reached()


@asks("vervroegde-iva-aanvraag")
def shortened_waiting_time(term: Term, known: Known) -> Reached:
    """The earliest end of a waiting time shortened on request (WIA art. 23(6)).

    At least n weeks of incapacity, and some weeks after the application, by the law of its day.
    """
    applied = known.done_on("vervroegde-iva-aanvraag")
    last = known.deadline("vervroegde-iva-aanvraag").day
    if applied and last and applied > last:
        return Reached().without_date("applied_too_late", last_day=last)
    day = known.clock.nth_day(7 * term.count)
    reached = from_first_day(known, day).then("waiting_at_least", day, weeks=term.count)
    if applied:
        reached = _after_application(reached, day, applied, known)
    return reached.remark("only_after_request")


def _pause(pause: Pause) -> Step:
    days = {"first_day": pause.first_day, "last_day": pause.last_day}
    return Step(pause.kind, None, {**days, "days": pause.length.days, "states": pause.kinds})


def _weeks_before(end: Reached, term: Term, ending: Rule) -> Reached:
    if end.day is None:
        return end
    day = end.day - timedelta(weeks=term.count)
    if end.trace and end.trace[-1].name in LATER_THAN_WAITED:
        return end.then("weeks_before_that_day", day, weeks=term.count)
    return end.then("weeks_before", day, weeks=term.count, noun=ending)


def _repaired(reached: Reached, begins: date, found: date, known: Known) -> Reached:
    """A sanction of which UWV found the shortcoming repaired; it never ends before it begins."""
    weeks = known.constant("loonsanctie-na-herstel").on(found)
    ends = found + timedelta(weeks=weeks)
    if not reached.day or ends >= reached.day:
        return reached
    return reached.then("sanction_repaired", max(ends, begins), repair_found=found, weeks=weeks)


def _after_application(reached: Reached, day: date, applied: date, known: Known) -> Reached:
    """The end of a shortened waiting time, which comes some weeks after the application."""
    weeks = known.constant("iva-na-aanvraag").on(applied)
    ends = applied + timedelta(weeks=weeks)
    return reached.then("after_application", ends, weeks=weeks) if ends > day else reached


def _paused_by_leave(reached: Reached, begins: date, known: Known) -> Reached:
    """A sanction begins after the leave that runs then, and stands still during later leave.

    WIA art. 25(9), third and fourth sentence; `begins` is the day before it would begin.
    """
    for leave in known.case.leaves:
        days = _days_after(begins, leave)
        if reached.day and leave.first_day <= reached.day and days:
            reached = reached.then("sanction_paused", reached.day + days, days=days.days)
    return reached


def _days_after(day: date, leave: Leave | Pause) -> timedelta:
    """How much of a leave comes after `day`."""
    return max(leave.last_day - max(leave.first_day - ONE_DAY, day), timedelta())


def _years_later(term: Term, known: Known) -> Reached:
    clock = known.clock
    first = clock.first_day
    year = first.year + term.count
    leap = (first.month, first.day) == (2, 29)
    anniversary = date(year, 3, 1) if leap else first.replace(year=year)
    reached = from_first_day(known, clock.nth_day((anniversary - first).days))
    reached = reached.then("years_later", anniversary, years=term.count)
    if leap:
        reached = reached.remark("leap_day", year=year)
    day = clock.nth_day((anniversary - first).days) + ONE_DAY
    if day == anniversary:
        return reached
    return reached.then("with_days", day, days=(day - anniversary).days)


# Terms in calendar weeks of the Regeling procesgang (art. 2 and 4), and what is custom or advice beside
# them. It does not say what becomes of one that ends while nobody is sick.
MAY_FALL_IN_PAUSE = frozenset({weeks_after_first_day.__name__, weeks_after.__name__})

# In time on any day, when UWV sent no letter (WIA art. 64(6)).
IN_TIME_WITHOUT_LETTER = last_day_to_apply.__name__

KINDS: dict[str, Callable[[Term, Known], Reached]] = {
    count.__name__: count
    for count in (
        last_day_of_wage_week,
        weeks_after_first_day,
        after_sick_weeks,
        last_day_of_sick_week,
        first_day_of_sick_week,
        sick_week_moved_along,
        end_of_other,
        letter_of_uwv,
        weeks_after,
        sick_weeks_after,
        weeks_before,
        last_day_to_apply,
        weeks_before_decision,
        end_of_paid_period,
        end_of_waiting_time,
        end_of_sanction,
        last_day_of_wage,
        day_after_extended_wage,
        end_of_dismissal_ban,
        weeks_before_ban_ends,
        start_of_aow_term,
        end_of_aow_term,
        last_day_of_contract,
        shortened_waiting_time,
        decision_on_wia,
        decision_on_repair,
    )
}

# These count from the rule that their term names.
COUNT_FROM_ANOTHER = frozenset(
    count.__name__
    for count in (
        sick_week_moved_along,
        end_of_other,
        weeks_after,
        sick_weeks_after,
        weeks_before,
        last_day_to_apply,
        weeks_before_decision,
        end_of_waiting_time,
        day_after_extended_wage,
    )
)
