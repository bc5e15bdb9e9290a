"""What does not fit, and what would settle what is not known. Never an error: the rest is answered."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from poortwachter.answer.model import Entry, Notice
from poortwachter.case.model import (
    NOT_TOLD,
    Case,
    Leave,
    PartialRecovery,
    Recovery,
    Told,
    WageExtension,
)
from poortwachter.i18n.messages import Message
from poortwachter.law.references import asks
from poortwachter.law.rulebook import NOWHERE, Fine, Rule, Rulebook
from poortwachter.timeline.application import (
    letter_by_law,
    notice_limit,
    rests_on_notice,
    told_notice,
)
from poortwachter.timeline.causes import cause_matters
from poortwachter.timeline.clock import (
    NO_END,
    ONE_DAY,
    Pause,
    new_period_weeks,
    pauses_of,
    told_pauses,
)
from poortwachter.timeline.contract import contract_ends_first
from poortwachter.timeline.facts import lacking
from poortwachter.timeline.pauses import ENDINGS, KINDS_OF_PAUSE
from poortwachter.timeline.scenarios import day_if_granted
from poortwachter.timeline.timeline import Timeline
from poortwachter.timeline.workdays import first_working_day

# Recoveries this short are often partial work: worth a question.
SHORT_RECOVERY = timedelta(days=3)

# With two years, a year of sanction, and some time to spare.
LONGEST_CASE = timedelta(weeks=4 * 52)


NOTICE_AFTER_42_WEEKS = "done.melding-42-weken"


class Situation(NamedTuple):
    """Everything that a notice may look at."""

    case: Case
    timeline: Timeline
    entries: Sequence[Entry]
    on: date

    def entry(self, name: str) -> Entry | None:
        """The entry of a rule in the answer."""
        return next((each for each in self.entries if each.occurrence.rule.id == name), None)


def notices(case: Case, timeline: Timeline, entries: Sequence[Entry], on: date) -> Iterator[Notice]:
    """Every notice about a case on a day, those about the sickness first."""
    situation = Situation(case, timeline, entries, on)
    for about in (
        _first_day,
        _period,
        _pauses,
        _partly,
        _leaves,
        _end,
        _late_sanction,
        _late_repair,
        _to_fill_in,
        _not_known,
        _done,
        _order,
        _late,
        _early,
    ):
        yield from about(situation)


def notice(code: str, where: str, **values: object) -> Notice:
    """A notice of rules/messages.yaml, about the field at `where`."""
    return Notice(code, where, Message("notices", code, values))


def _first_day(situation: Situation) -> Iterator[Notice]:
    first_day, on = situation.case.first_sick_day, situation.on
    covers_from = situation.timeline.rulebook.covers_from
    if situation.timeline.clock.first_day < covers_from:
        yield notice("not-covered", "first_sick_day", covers_from=covers_from)
    if first_day > on:
        yield notice("first-day-in-future", "first_sick_day", on=on)
    clock = situation.timeline.clock
    if clock.stopped_by is None and on - clock.first_day > LONGEST_CASE:
        yield notice("long-ago", "first_sick_day")


def _period(situation: Situation) -> Iterator[Notice]:
    clock, on = situation.timeline.clock, situation.on
    if clock.first_day > situation.case.first_sick_day:
        yield _new_period(_before(situation), clock.first_day)
    stop = clock.stopped_by
    if stop and (codes := ENDINGS[stop.kind].standing_still) and stop.first_day <= on:
        weeks = new_period_weeks(stop.first_day)
        new_period_from = stop.first_day + timedelta(weeks=weeks)
        still, for_good = codes
        code = still if on < new_period_from else for_good
        days = {"stopped_on": stop.first_day, "new_period_from": new_period_from}
        yield notice(code, _notices_at(stop), weeks=weeks, reasons=stop.kinds, **days)


def _new_period(pause: Pause, first_day: date) -> Notice:
    told = {"weeks": new_period_weeks(pause.first_day), "reasons": pause.kinds}
    why = Message("texts", ENDINGS[pause.kind].new_period, told)
    return notice("new-period", _notices_at(pause), why=why, first_day=first_day)


def _before(situation: Situation) -> Pause:
    """The days without sickness before the period that counts."""
    last_day = situation.timeline.clock.first_day - ONE_DAY
    return next(each for each in pauses_of(situation.case) if each.last_day == last_day)


def _notices_at(pause: Pause) -> str:
    """The question at which a notice of the whole period stands: of a mix, that of its first kind."""
    return KINDS_OF_PAUSE[pause.kinds[0]].notices_at


def _pauses(situation: Situation) -> Iterator[Notice]:
    case = situation.case
    for earlier, later in pairwise(told_pauses(case)):
        if later.first_day <= earlier.last_day:
            yield notice("spells-overlap", KINDS_OF_PAUSE[later.kind].rows)
    for pause in (each for found in pauses_of(case) for each in found.recoveries):
        if pause.length <= SHORT_RECOVERY:
            days = {"first_day": pause.first_day, "last_day": pause.last_day}
            yield notice("recovery-of-a-day", "recoveries", days=pause.length.days, **days)
        if pause.first_day > situation.on:
            yield notice("recovery-in-future", "recoveries", first_day=pause.first_day)


def _partly(situation: Situation) -> Iterator[Notice]:
    told = tuple(map(_part_time, situation.case.partial_recoveries))
    if told:
        yield notice("partial-recoveries", "partial_recoveries", told=told)


def _part_time(spell: PartialRecovery) -> Message:
    days = {"first_day": spell.first_day, "last_day": spell.last_day}
    when = Message("texts", "partly" if spell.last_day else "partly_still", days)
    if spell.percentage is None:
        return when
    return Message("texts", "partly_for", {"when": when, "number": spell.percentage})


@asks("einde-opzegverbod")
def _leaves(situation: Situation) -> Iterator[Notice]:
    case = situation.case
    for leave in case.leaves:
        if leave.same_cause is None and cause_matters(case, leave, situation.on):
            yield notice("cause-not-known", "leaves", first_day=leave.first_day)
        found = (_adjoining(leave, recovery, situation.on) for recovery in case.recoveries)
        if weeks := next(filter(None, found), None):
            yield notice("leave-and-recovery", "leaves", weeks=weeks, first_day=leave.first_day)
    if case.leaves and situation.timeline.deadline("einde-opzegverbod").day:
        yield notice("pregnancy-and-ban", "leaves")


def _adjoining(leave: Leave, recovery: Recovery, on: date) -> int | None:
    """The weeks after which a new period starts, where both together last as long as that by now."""
    ends = recovery.last_day or NO_END
    near = leave.first_day <= ends + ONE_DAY and recovery.first_day <= leave.last_day + ONE_DAY
    first_day = min(leave.first_day, recovery.first_day)
    last_day = max(leave.last_day, recovery.last_day or on)
    weeks = new_period_weeks(first_day)
    return weeks if near and (last_day - first_day).days + 1 >= 7 * weeks else None


@asks(contract_ends_first, "loonsanctie", "verlenging-loonperiode")
def _is_cut_off(situation: Situation) -> bool:
    """Whether the case tells of an extension of the wage, and of a contract that ends before it."""
    case = situation.case
    steps = "loonsanctie", "verlenging-loonperiode"
    extended = case.wage_extension != WageExtension() or "done" in map(case.told_of, steps)
    return extended and contract_ends_first(situation.timeline, None)


@asks("einde-wachttijd", "einde-aow-termijn", _is_cut_off)
def _end(situation: Situation) -> Iterator[Notice]:
    case, extension, timeline = situation.case, situation.case.wage_extension, situation.timeline
    known_from = timeline.rule("einde-aow-termijn").versions[0].valid_from
    if case.aow_date and max(case.aow_date, case.first_sick_day) < known_from:
        yield notice("aow-before-2016", "aow_date", valid_from=known_from)
    if case.contract_end and case.contract_end < case.first_sick_day:
        yield notice("contract-ended-before", "contract_end")
    end, until = timeline.deadline("einde-wachttijd").day, extension.voluntary_until
    if end and until and until <= end:
        yield notice("extension-too-short", "wage_extension.voluntary_until", until=until)
    if extension != WageExtension() and timeline.clock.first_day > case.first_sick_day:
        yield notice("extension-of-earlier-period", "wage_extension")
    elif _is_cut_off(situation):
        yield notice("extension-after-contract", "wage_extension")
    elif extension.sanction_weeks:
        yield notice("sanction-check", "wage_extension.sanction_weeks")


@asks("wia-aanvraag", "loonsanctie", "loonsanctie-besluit", "laatste-dag-loonsanctie")
def _late_sanction(situation: Situation) -> Iterator[Notice]:
    """What a late decision does to a sanction: it ends earlier, or cannot come (art. 25(11), (14)).

    Only told where the day of the WIA application is, for both last days hang on it. It moves no
    date: whether the weeks of the case are those after the deduction, nobody was asked.
    """
    timeline = situation.timeline
    decided = timeline.done_on("loonsanctie") if timeline.done_on("wia-aanvraag") else None
    day = timeline.deadline("loonsanctie-besluit").day
    end = timeline.deadline("laatste-dag-loonsanctie").day
    if not (decided and day and end) or decided <= day:
        return
    if decided > end:
        yield notice("sanction-after-the-end", "done.loonsanctie", done=decided, day=end)
    else:
        told = {"done": decided, "day": day, "days": (decided - day).days}
        yield notice("sanction-decided-late", "done.loonsanctie", **told)


@asks("loonsanctie-herstel-besluit")
def _late_repair(situation: Situation) -> Iterator[Notice]:
    """That a late decision on the repair ends the sanction as much earlier (WIA art. 25(14))."""
    found = situation.case.wage_extension.sanction_repair_found
    day = situation.timeline.deadline("loonsanctie-herstel-besluit").day
    if found and day and found > day:
        told = {"done": found, "day": day, "days": (found - day).days}
        yield notice("repair-decided-late", "wage_extension.sanction_repair_found", **told)


def _to_fill_in(situation: Situation) -> Iterator[Notice]:
    """That nobody told whether steps were done of which the last day has passed."""
    if any(
        each.status == "overdue" and not each.is_told and each.occurrence.rule.strength != "gebruik"
        for each in situation.entries
    ):
        yield notice("to-fill-in", "done")


@asks(_is_cut_off)
def _done(situation: Situation) -> Iterator[Notice]:
    for name in situation.case.done:
        rule, where = situation.timeline.rule(name), f"done.{name}"
        days = situation.case.days_done(name)
        field = lacking(rule, situation.case)
        if field and not (field.startswith("wage_extension") and _is_cut_off(situation)):
            yield _lacks(rule, field)
        for day in filter(None, days):
            yield from _misplaced(situation, rule, where, day)


def _not_known(situation: Situation) -> Iterator[Notice]:
    """What somebody does not know of the steps, each question once with all that it is about."""
    case, rulebook = situation.case, situation.timeline.rulebook
    rules = [rule for rule in rulebook.rules.values() if rule.id in case.done]
    asked = [
        rule
        for rule in rules
        if case.told_of(rule.id) == "not_known" and _is_asked(situation, rule.id)
    ]
    undated = [
        rule for rule in rules if None in case.days_done(rule.id) and _is_waited_for(rule, rulebook)
    ]
    yield from _about_steps("unknown-done", asked)
    yield from _about_steps("date-not-known", undated)


def _about_steps(code: str, rules: Sequence[Rule]) -> Iterator[Notice]:
    """One notice about some steps, however many: fourteen alike are not read."""
    if rules:
        where = f"done.{rules[0].id}" if len(rules) == 1 else "done"
        yield notice(code, where, nouns=tuple(rules))


def _lacks(rule: Rule, field: str) -> Notice:
    if field == NOWHERE:
        return notice("fact-not-asked", f"done.{rule.id}", noun=rule)
    what = Message("filled_in", field.rpartition(".")[2])
    return notice("field-needed", field, noun=rule, what=what)


def _is_asked(situation: Situation, name: str) -> bool:
    """Whether it matters by now that somebody does not know whether it was done."""
    return any(
        each.occurrence.rule.id == name and each.status == "unknown" for each in situation.entries
    )


def _is_waited_for(rule: Rule, rulebook: Rulebook) -> bool:
    """Whether another step hangs on the day on which this one was done."""
    return any(
        version.term.of == rule.id
        for other in rulebook.actionable.values()
        for version in other.versions
    )


def _misplaced(situation: Situation, rule: Rule, where: str, day: date) -> Iterator[Notice]:
    first_day = situation.timeline.clock.first_day
    told = {"name": rule, "done": day, "first_day": first_day}
    if day < situation.case.first_sick_day:
        yield notice("done-before-first-day", where, **told)
    elif day < first_day:
        yield notice("done-in-earlier-period", where, **told)
    if day > situation.on:
        yield notice("done-in-future", where, **told)


def _order(situation: Situation) -> Iterator[Notice]:
    """Something that rests on another step was done before that step."""
    timeline = situation.timeline
    for name in situation.case.done:
        rule = timeline.rule(name)
        term = rule.term_on(situation.on)
        # What counts back from a step is done before it.
        is_after = term and term.kind != "weeks_before"
        base = timeline.rule(term.of) if term and term.of and is_after else None
        done, before = timeline.done_on(name), timeline.done_on(base.id) if base else None
        if base and done and before and done < before:
            told = {"name": rule, "done": done, "noun": base, "base": before}
            yield notice("plan-before-analysis", f"done.{name}", **told)


@asks("melding-42-weken")
def _notice_after_42_weeks(situation: Situation) -> Iterator[Notice]:
    found = situation.entry("melding-42-weken")
    due = found.occurrence.deadline.day if found else None
    if not found or not due:
        return
    uwv_day = first_working_day(due, situation.timeline.rulebook) or due
    given = situation.timeline.done_on("melding-42-weken") or situation.on
    days = {"day": due, "uwv_day": uwv_day, "safe_day": found.safe_due}
    is_late = found.is_told and found.status in {"overdue", "done_late"}
    if found.status == "due" and uwv_day != due:
        yield notice("working-day", NOTICE_AFTER_42_WEEKS, **days)
    elif due < given <= uwv_day and found.status != "not_applicable":
        code = "late-by-law-in-time-for-uwv" if is_late else "uwv-day"
        yield notice(code, NOTICE_AFTER_42_WEEKS, **days)
    elif is_late:
        yield from _fine(found.occurrence.rule.fine, due, uwv_day)


@asks(contract_ends_first, told_notice)
def _letter_not_told(situation: Situation, application: Entry) -> Iterator[Notice]:
    """That a letter which came late, or never came, makes a late application one in time.

    Not where the employer reported too late, or not at all (WIA art. 64(6), last sentence).
    """
    timeline, due = situation.timeline, application.occurrence.deadline.day
    extension = timeline.case.wage_extension
    late = {"done_late"} if extension.sanction_weeks else {"overdue", "done_late"}
    if extension.voluntary_until or situation.case.uwv_letter != NOT_TOLD:
        return
    if due and application.status in late and told_notice(timeline, due) is not False:
        weeks = timeline.constant("uwv-brief-te-laat").on(due)
        limit, by_law = notice_limit(timeline, due), letter_by_law(timeline, due)
        without_wage = contract_ends_first(timeline, None)
        code = "letter-not-told-after-contract" if without_wage else "letter-not-told"
        yield notice(code, "uwv_letter", by_law=by_law, limit=limit, weeks=weeks)


@asks("wia-aanvraag", rests_on_notice)
def _letter(situation: Situation, application: Entry) -> Iterator[Notice]:
    """What the day of UWV's letter, or that none came, rests on."""
    occurrence, timeline = application.occurrence, situation.timeline
    due = timeline.deadline("wia-aanvraag").day
    if due is None or situation.case.uwv_letter == NOT_TOLD:
        return
    limit = rests_on_notice(timeline, due)
    if limit and (occurrence.never_late or occurrence.deadline.gap == "ask_notice"):
        yield notice("letter-if-noticed", NOTICE_AFTER_42_WEEKS, limit=limit)
    elif occurrence.never_late and situation.on > due and application.status == "due":
        yield notice("no-letter", "uwv_letter", last_day=due)


@asks("einde-loondoorbetaling", "einde-aow-termijn", "vervroegde-iva-aanvraag", contract_ends_first)
def _application_code(situation: Situation, told: Told) -> str:
    """What a WIA application whose last day is over means: no wage runs on without a contract."""
    timeline = situation.timeline
    case, paid = timeline.case, timeline.deadline("einde-loondoorbetaling").day
    if contract_ends_first(timeline, None):
        return "application-after-contract"
    if case.wage_extension.sanction_weeks:
        return "application-date-missing"
    if timeline.done.get("vervroegde-iva-aanvraag"):
        return "application-after-early"
    if told == "not_told":
        return "application-not-told"
    if paid and paid == case.contract_end:
        return "application-overdue-until-contract"
    by_aow = case.aow_date and paid == timeline.deadline("einde-aow-termijn").day
    return "application-overdue-until-aow" if paid and by_aow else "application-overdue"


def _hangs_on_a_day(entry: Entry, application: Entry | None) -> bool:
    """Whether a date hangs on the day of an application that was made, nobody told when."""
    made = application and None in application.occurrence.done
    return bool(made and entry.occurrence.deadline.gap == "ask_application")


@asks("wia-aanvraag", _application_code, _letter_not_told, _letter, _notice_after_42_weeks)
def _late(situation: Situation) -> Iterator[Notice]:
    application = situation.entry("wia-aanvraag")
    if application and application.status == "overdue":
        code = _application_code(situation, application.occurrence.told)
        yield notice(code, "done.wia-aanvraag", days=application.days)
    if any(_hangs_on_a_day(each, application) for each in situation.entries):
        yield notice("application-day", "done.wia-aanvraag")
    if application:
        yield from _letter_not_told(situation, application)
        yield from _letter(situation, application)
    yield from _notice_after_42_weeks(situation)


@asks("vervroegde-iva-aanvraag", day_if_granted)
def _early(situation: Situation) -> Iterator[Notice]:
    if day_if_granted(situation.timeline):
        yield notice("early-outcome", "done.vervroegde-iva-aanvraag")
    done = situation.timeline.done_on("vervroegde-iva-aanvraag")
    early = situation.entry("vervroegde-iva-aanvraag") if done else None
    if early and done and early.occurrence.opens and early.occurrence.deadline.day:
        window = {"first_day": early.occurrence.opens, "last_day": early.occurrence.deadline.day}
        name = "too_early" if done < early.occurrence.opens else "too_late"
        if not early.occurrence.opens <= done <= early.occurrence.deadline.day:
            when = Message("texts", name)
            yield notice("early-application", "done.vervroegde-iva-aanvraag", when=when, **window)


def _fine(fine: Fine | None, due: date, uwv_day: date) -> Iterator[Notice]:
    """What being late may cost, counted from the last day by law (Boetebesluit art. 2c(1))."""
    if fine is None or due < fine.valid_from:
        return
    steps = tuple(
        Message("texts", "fine_step", {"since": due + timedelta(days=days), "euros": euros})
        for days, euros in fine.steps
    )
    told = {"valid_from": fine.valid_from, "steps": steps}
    if uwv_day == due:
        yield notice("fine", NOTICE_AFTER_42_WEEKS, **told)
    else:
        days = {"day": due, "uwv_day": uwv_day, "days": (uwv_day - due).days}
        yield notice("fine-and-uwv-day", NOTICE_AFTER_42_WEEKS, **told, **days)
