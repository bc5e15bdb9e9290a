"""What is not known and moves dates: every way it may turn out is worked out, and each is named."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Literal, NamedTuple

from poortwachter.case.model import NOT_TOLD, Case, WageExtension
from poortwachter.i18n.messages import Message
from poortwachter.law.references import asks
from poortwachter.law.rulebook import Rule, Rulebook
from poortwachter.timeline.application import rests_on_notice
from poortwachter.timeline.causes import decided
from poortwachter.timeline.clock import ONE_DAY, Clock
from poortwachter.timeline.facts import least_extension
from poortwachter.timeline.timeline import Key, Occurrence, Timeline
from poortwachter.timeline.trace import LEFT_TO_THE_DAY, Gap, Reached

# What an outcome may have to assume: whether leave joins two periods of sickness, whether UWV knew of
# the sickness in time for its letter to count, whether it grants an early application for IVA, when
# the WIA application came, and whether the early one was enough.
Assumption = Literal["cause", "notice", "grant", "application", "early"]

# What would settle it.
ASK: Mapping[Assumption, Gap] = {
    "cause": "ask_cause",
    "notice": "ask_notice",
    "grant": "ask_grant",
    "application": "ask_application",
    "early": "ask_early",
}

# What an outcome assumes, in words.
Assumed = Mapping[Assumption, Message]

# By assumption, the places of each two outcomes that differ in it only.
Apart = Mapping[Assumption, Sequence[tuple[int, int]]]


class Outcome(NamedTuple):
    """Where everything falls in a case if what is not known turns out one way."""

    assumed: Assumed
    timeline: Timeline
    occurrences: Sequence[Occurrence]
    moments: Sequence[tuple[Rule, Reached]]


class Laid(NamedTuple):
    """The first day of a rule and its last, or the day of a moment, in one outcome."""

    opens: date | None
    reached: Reached

    @property
    def dates(self) -> tuple[date | None, date | None, bool]:
        """What must be the same in every outcome to be told without a doubt.

        Without a last day the first day means something only where it decides how a step stands.
        """
        decides = self.reached.day or self.reached.gap in {None, *LEFT_TO_THE_DAY}
        return self.opens if decides else None, self.reached.day, self.reached.at_least


# How much longer a delay or an extension is taken to be, to see what that moves.
FURTHER = timedelta(weeks=1)

# Of what there is in one outcome only.
NEVER = Laid(None, Reached())


def agreed_occurrences(found: Sequence[Outcome]) -> Iterator[Occurrence]:
    """The occurrences of the first outcome, without a date where another outcome has another."""
    if len(found) == 1:
        yield from found[0].occurrences
        return
    others = [(each.assumed, {one.key: one for one in each.occurrences}) for each in found]
    apart = _apart(found)
    for occurrence in found[0].occurrences:
        laid = [(assumed, _laid(times.get(occurrence.key))) for assumed, times in others]
        agreed = _agreed(laid, apart)
        yield occurrence._replace(opens=agreed.opens, deadline=agreed.reached)


def agreed_moments(found: Sequence[Outcome]) -> Iterator[tuple[Rule, Reached]]:
    """The moments of the first outcome, without a date where another outcome has another."""
    if len(found) == 1:
        yield from found[0].moments
        return
    others = [(each.assumed, {rule.id: day for rule, day in each.moments}) for each in found]
    apart = _apart(found)
    for rule, _ in found[0].moments:
        laid = [(assumed, Laid(None, days.get(rule.id, Reached()))) for assumed, days in others]
        yield rule, _agreed(laid, apart).reached


def _causes(case: Case) -> Iterator[tuple[Assumed, Case]]:
    """The case by what may be the cause of a sickness after leave."""
    if all(leave.same_cause is not None for leave in case.leaves):
        yield {}, case
        return
    for name, same_cause in (("same_cause", True), ("other_cause", False)):
        yield {"cause": Message("outcomes", name)}, decided(case, same_cause=same_cause)


@asks("wia-aanvraag")
def _may_be_late(timeline: Timeline, on: date) -> bool:
    """Whether nobody told a day of the application, and its last day is over.

    A sanction comes only after an application (WIA art. 25(9)).
    """
    due, applied = timeline.deadline("wia-aanvraag").day, timeline.done_on("wia-aanvraag")
    sanctioned = timeline.case.wage_extension.sanction_weeks
    return bool(due and on > due and not applied and not sanctioned)


@asks("einde-wachttijd", least_extension)
def _extended(
    rulebook: Rulebook, case: Case, on: date, assumed: Assumed, applied: date | None = None
) -> Outcome:
    """The case with what extends the wage; of what has no length yet, as if it were the shortest."""
    without = _outcome(_timeline(rulebook, case, on, assumed, applied), assumed)
    end = without.timeline.deadline("einde-wachttijd").day
    least, more = least_extension(case, end), least_extension(case, end, more=FURTHER)
    if least is None or more is None or without.timeline.clock.first_day > case.first_sick_day:
        return without
    longer, longer_still = (
        _outcome(
            _timeline(rulebook, case._replace(wage_extension=each), on, assumed, applied), assumed
        )
        for each in (least, more)
    )
    return _at_least(longer, without, longer_still, "at_least_extended")


@asks("wia-aanvraag", "vervroegde-iva-aanvraag", _may_be_late, _extended)
def _applications(rulebook: Rulebook, case: Case, on: date, assumed: Assumed) -> Iterator[Outcome]:
    """The case by when the WIA application came, where that may have been too late by now.

    BW art. 7:629(11)(a) and 7:670(11)(a): each day later moves the wage and the ban by a day.
    """
    in_time = _extended(rulebook, case, on, assumed)
    if not _may_be_late(in_time.timeline, on):
        return iter([in_time])
    late = _extended(rulebook, case, on, assumed, applied=on)
    told = next(one.told for one in in_time.occurrences if one.rule.id == "wia-aanvraag")
    if told == "done":
        return _by_day(in_time, late, Message("outcomes", "applied_on", {"on": on}))
    later = _extended(rulebook, case, on, assumed, applied=on + FURTHER)
    late = _at_least(late, in_time, later)
    if in_time.timeline.done.get("vervroegde-iva-aanvraag"):
        return _by_early_application(in_time, late)
    if told == "not_done":
        return iter([late])
    return _by_day(in_time, late, Message("outcomes", "not_applied", {"on": on}))


def _by_day(in_time: Outcome, late: Outcome, how_late: Message) -> Iterator[Outcome]:
    """The application came in time, or so late."""
    yield _assuming(in_time, "application", Message("outcomes", "applied_in_time"))
    yield _assuming(late, "application", how_late)


def _by_early_application(in_time: Outcome, late: Outcome) -> Iterator[Outcome]:
    """An early application is one for WIA too (WIA art. 66(1)); not whether it stays one if refused."""
    yield _assuming(in_time, "early", Message("outcomes", "early_is_enough"))
    yield _assuming(late, "early", Message("outcomes", "early_is_not_enough"))


@asks("einde-verkorte-wachttijd", "vervroegde-iva-aanvraag")
def day_if_granted(timeline: Timeline) -> Reached | None:
    """The earliest first day of the WIA if UWV grants the early application (WIA art. 47(2)).

    None without one that may be granted: a sanction comes from an ordinary application, for art. 65
    does not hold for an early one (art. 66(6)), and from AOW age there is no WIA (art. 43(g)).
    """
    case = timeline.case
    if not timeline.done.get("vervroegde-iva-aanvraag") or case.wage_extension.sanction_weeks:
        return None
    end = timeline.deadline("einde-verkorte-wachttijd")
    first = end.day + ONE_DAY if end.day else None
    if first is None or (case.aow_date and first >= case.aow_date):
        return None
    return end.then("day_after", first)._replace(at_least=True)


@asks("wia-ingang", _applications, day_if_granted)
def _grants(rulebook: Rulebook, case: Case, on: date, assumed: Assumed) -> Iterator[Outcome]:
    """The case by whether UWV grants an early application: then the WIA begins after less time."""
    refused = [*_applications(rulebook, case, on, assumed)]
    first = day_if_granted(refused[0].timeline)
    if first is None:
        yield from refused
        return
    for each in refused:
        yield _assuming(each, "grant", Message("outcomes", "early_refused"))
    moments = [
        (rule, first if rule.id == "wia-ingang" else reached)
        for rule, reached in refused[0].moments
    ]
    # Whether and when there was an ordinary application decides nothing then.
    certain: Assumed = {
        name: so for name, so in refused[0].assumed.items() if name != "application"
    }
    granted = refused[0]._replace(assumed=certain, moments=moments)
    yield _assuming(granted, "grant", Message("outcomes", "early_granted"))


@asks("wia-aanvraag", rests_on_notice, _grants)
def _notices(rulebook: Rulebook, case: Case, on: date, assumed: Assumed) -> Iterator[Outcome]:
    """The case by whether the employer reported in time: only then UWV's letter counts.

    WIA art. 64(6), second sentence.
    """
    limit = None
    if case.uwv_letter != NOT_TOLD:
        timeline = _timeline(rulebook, case, on, assumed)
        due = timeline.deadline("wia-aanvraag").day
        limit = rests_on_notice(timeline, due) if due else None
    if limit is None:
        yield from _grants(rulebook, case, on, assumed)
        return
    for name in ("noticed", "not_noticed"):
        notice = Message("outcomes", name, {"limit": limit})
        yield from _grants(rulebook, case, on, {**assumed, "notice": notice})


@asks(_notices)
def outcomes(rulebook: Rulebook, case: Case, on: date) -> list[Outcome]:
    """Every way in which a case may turn out as it stands on the day `on`; one if nothing is open."""
    return [
        outcome
        for assumed, decided in _causes(case)
        for outcome in _notices(rulebook, decided, on, assumed)
    ]


def _timeline(
    rulebook: Rulebook, case: Case, on: date, assumed: Assumed, applied: date | None = None
) -> Timeline:
    """The period that counts; what extended the wage belongs to the first one."""
    clock = Clock.of(case, on)
    if clock.first_day > case.first_sick_day:
        case = case._replace(wage_extension=WageExtension())
    noticed = assumed["notice"].name == "noticed" if "notice" in assumed else None
    return Timeline(rulebook, case, clock, applied, noticed)


def _outcome(timeline: Timeline, assumed: Assumed) -> Outcome:
    return Outcome(assumed, timeline, [*timeline.occurrences()], [*timeline.moments()])


def _assuming(outcome: Outcome, assumption: Assumption, answer: Message) -> Outcome:
    return outcome._replace(assumed={**outcome.assumed, assumption: answer})


def _at_least(late: Outcome, in_time: Outcome, later: Outcome, why: str = "at_least") -> Outcome:
    """An outcome in which what moves is marked: a delay that runs on moves it further.

    What stands still in the outcome that is `later` is certain, for something else has cut it off.
    `why` names the step that says so.
    """
    times, further = _times_of(in_time), _times_of(later)
    days, further_days = _days_of(in_time), _days_of(later)
    occurrences = [
        one._replace(deadline=_marked(_laid(one), _beside(one, times), _beside(one, further), why))
        for one in late.occurrences
    ]
    moments = [
        (rule, _marked(Laid(None, reached), days[rule.id], further_days[rule.id], why))
        for rule, reached in late.moments
    ]
    return late._replace(occurrences=occurrences, moments=moments)


def _times_of(outcome: Outcome) -> Mapping[Key, Laid]:
    return {one.key: _laid(one) for one in outcome.occurrences}


def _days_of(outcome: Outcome) -> Mapping[str, Laid]:
    found = {rule.id: Laid(None, reached) for rule, reached in outcome.moments}
    return defaultdict(lambda: NEVER, found)


def _beside(occurrence: Occurrence, times: Mapping[Key, Laid]) -> Laid | None:
    """Where it falls in the other outcome; a time more of what recurs has its own day in any."""
    return times.get(occurrence.key, None if occurrence.number else NEVER)


def _marked(laid: Laid, in_time: Laid | None, later: Laid | None, why: str) -> Reached:
    if in_time is None or not (_moves(laid, in_time) and (later is None or _moves(laid, later))):
        return laid.reached
    return laid.reached.remark(why)._replace(at_least=True)


def _moves(laid: Laid, other: Laid) -> bool:
    """Whether it falls on another day, or begins on another, than in the other outcome."""
    ends = laid.reached.day and laid.reached.day != other.reached.day
    return bool(ends or (laid.opens and laid.opens != other.opens))


def _laid(occurrence: Occurrence | None) -> Laid:
    return Laid(occurrence.opens, occurrence.deadline) if occurrence else NEVER


def _agreed(found: Sequence[tuple[Assumed, Laid]], apart: Apart) -> Laid:
    """The dates where all outcomes agree; else none, each by its name, and what would settle it."""
    _, first = found[0]
    dates = [each.dates for _, each in found]
    if all(each == dates[0] for each in dates):
        same = all(each.opens == first.opens for _, each in found)
        return first if same else first._replace(opens=None)
    last_days = {(each.reached.day, each.reached.at_least) for _, each in found}
    if first.reached.day and len(last_days) == 1:
        return first._replace(opens=None)
    decisive = [
        assumption
        for assumption in ASK
        if any(dates[one] != dates[other] for one, other in apart[assumption])
    ]
    reached, named = Reached(), list[list[Message]]()
    for assumed, each in found:
        whether = [assumed[what] for what in decisive if what in assumed]
        if whether not in named:
            named.append(whether)
            reached = _named(reached, tuple(whether), each)
    for assumption in decisive:
        reached = reached.without_date(ASK[assumption])
    return Laid(None, reached)


def _apart(found: Sequence[Outcome]) -> Apart:
    """Between which outcomes an assumption decides: where they have different dates, it matters."""
    apart: dict[Assumption, list[tuple[int, int]]] = {assumption: [] for assumption in ASK}
    for (i, one), (j, other) in combinations(enumerate(found), 2):
        differ = _differ_in(one.assumed, other.assumed)
        if len(differ) == 1:
            apart[differ.pop()].append((i, j))
    return apart


def _differ_in(one: Assumed, other: Assumed) -> set[Assumption]:
    """By name alone: which day an assumption speaks of may hang on what the others assume."""
    return {each for each in one.keys() & other.keys() if one[each].name != other[each].name}


def _named(reached: Reached, whether: tuple[Message, ...], laid: Laid) -> Reached:
    day, opens = laid.reached.day, laid.opens
    suffix = "_at_least" if laid.reached.at_least else ""
    if day:
        return reached.then(f"if_so{suffix}", day, whether=whether)
    if opens:
        return reached.remark(f"if_so_from{suffix}", whether=whether, opens=opens)
    return reached.remark("if_so_none", whether=whether)
