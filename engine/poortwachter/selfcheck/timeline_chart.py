"""The two years as a picture: what lies on which day, as plain data for whoever draws it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypedDict

from poortwachter.answer.model import Answer, Entry, Moment
from poortwachter.answer.status import DONE
from poortwachter.i18n.locales import DUTCH, capitalised, written
from poortwachter.i18n.messages import phrase
from poortwachter.law.rulebook import Rule, load
from poortwachter.render.describe import Described, Group, at_earliest, is_done_late
from poortwachter.timeline.clock import NO_END, ONE_DAY, Clock, Pause
from poortwachter.timeline.pauses import PauseKind

# What has a place of its own on the line; the rest has no day, or is not needed.
SHOWN: frozenset[Group] = frozenset(
    {"late", "to_fill_in", "now", "advised", "custom", "unknown", "later", "done"}
)

# Every half year of sickness gets its week written beside the line.
WEEKS = 26

# How far the line goes on after its last mark, when today is later still.
MARGIN = timedelta(weeks=4)

# What comes later than this would leave no room to the rest: two years, another of a loonsanctie,
# and one of days that do not count. An AOW age may be as far away as somebody is young.
LONGEST = timedelta(weeks=4 * 52)

# What lies on the line is an important day, or stands as its group says; done too late is not done.
MarkState = Group | Literal["moment", "done_late"]

# Days on the line; `from` is a word of Python.
ChartSpan = TypedDict("ChartSpan", {"from": int, "to": int})


class Mark(TypedDict):
    """A step or an important day; `day` counts from the beginning of the line, `row` from the first.

    `term`: from the day on which it may be done to its last day, where both are known.
    """

    id: str
    n: int | None
    name: str
    date: str
    when: str
    state: MarkState
    standing: str
    day: int
    row: int
    term: ChartSpan | None


class ChartPause(ChartSpan):
    """Days that do not count, and why."""

    kind: PauseKind
    text: str


class ChartWeek(TypedDict):
    """The end of a week of sickness."""

    day: int
    text: str


class ChartToday(TypedDict):
    """Today, at the end of the line when it is later than that."""

    day: int
    text: str
    when: str


class Chart(TypedDict):
    """The line: how many days it is long, what lies on it, and the names of its rows."""

    title: str
    days: int
    rows: list[str]
    marks: list[Mark]
    pauses: list[ChartPause]
    weeks: list[ChartWeek]
    today: ChartToday


class Line(NamedTuple):
    """From which day to which the line goes."""

    first_day: date
    last_day: date

    def place(self, day: date) -> int:
        """How many days it lies from the beginning."""
        return (day - self.first_day).days


def timeline_chart(
    answer: Answer, all_described: Iterable[Described], language: str = DUTCH
) -> Chart:
    """Marks, pauses, weeks and today, each so many days from the left (or the top) of the line."""
    longest = answer.clock.first_day + LONGEST
    near = [each for each in _shown(answer, all_described) if each[0] <= longest]
    shown = sorted(near, key=lambda each: (each[0], _state(each[1])))
    line = _line(answer, [day for day, _ in shown])
    rules = list(dict.fromkeys(_rule(each) for _, each in shown))
    return {
        "title": _words("timeline", language, **line._asdict()),
        "days": line.place(line.last_day),
        "rows": [rule.words[language].name for rule in rules],
        "marks": [
            _mark(each, day, line, rules.index(_rule(each)), language) for day, each in shown
        ],
        "pauses": [*_pauses(answer, line, language)],
        "weeks": [*_weeks(answer, line, language)],
        "today": {
            "day": max(line.place(min(answer.on, line.last_day)), 0),
            "text": _words("today", language),
            "when": written(answer.on, language),
        },
    }


def _line(answer: Answer, days: list[date]) -> Line:
    first_day = answer.clock.first_day
    end = max([first_day + MARGIN, *days])
    return Line(min([first_day, *days]), max(end, min(answer.on, end + MARGIN)))


def _shown(
    answer: Answer, all_described: Iterable[Described]
) -> Iterator[tuple[date, Described | Moment]]:
    for described in all_described:
        day = _day(described.entry)
        if day and described.group in SHOWN and described.entry.occurrence.must_be_done:
            yield day, described
    for moment in answer.moments:
        if moment.day:
            yield moment.day, moment


def _rule(each: Described | Moment) -> Rule:
    return each.entry.occurrence.rule if isinstance(each, Described) else each.rule


def _state(each: Described | Moment) -> MarkState:
    if isinstance(each, Described):
        return "done_late" if is_done_late(each.entry) else each.group
    return "moment"


def _mark(each: Described | Moment, day: date, line: Line, row: int, language: str) -> Mark:
    rule, number, term = _rule(each), None, None
    name, standing = rule.words[language].name, _words("moment", language)
    reached = each.entry.occurrence.deadline if isinstance(each, Described) else each.reached
    if isinstance(each, Described):
        number, term = each.entry.occurrence.number, _term(each.entry, line)
        name, standing = each.entry.occurrence.title(language), each.standing
    return {
        "id": rule.id,
        "n": number,
        "name": name,
        "date": day.isoformat(),
        "when": at_earliest(written(day, language), reached, language),
        "state": _state(each),
        "standing": standing,
        "day": line.place(day),
        "row": row,
        "term": term,
    }


def _term(entry: Entry, line: Line) -> ChartSpan | None:
    """From the day on which it opens to its last day, as far as the line goes."""
    opens, due = entry.occurrence.opens, entry.occurrence.deadline.day
    if not opens or not due:
        return None
    first, last = max(opens, line.first_day), min(due, line.last_day)
    return {"from": line.place(first), "to": line.place(last)} if first < last else None


def _day(entry: Entry) -> date | None:
    """Where it lies: on the day it was done, else on its last day."""
    done = next(iter(entry.occurrence.done), None) if entry.status in DONE else None
    return done or entry.occurrence.deadline.day


def not_counted(clock: Clock, language: str = DUTCH) -> str:
    """The days that do not count as sickness, in words; nothing when all do."""
    told = "; ".join(_pause(pause, language) for pause in clock.pauses)
    return _words("not_counted", language, told=told) if told else ""


def _pauses(answer: Answer, line: Line, language: str) -> Iterator[ChartPause]:
    clock = answer.clock
    for pause in [*clock.pauses, *filter(None, [clock.stopped_by])]:
        if line.first_day <= pause.first_day <= line.last_day:
            yield {
                "from": line.place(pause.first_day),
                "to": line.place(min(pause.last_day, line.last_day)) + 1,
                "kind": pause.kind,
                "text": _pause(pause, language),
            }


def _pause(pause: Pause, language: str) -> str:
    if pause.last_day == NO_END:
        days, name = {"first_day": pause.first_day}, f"stopped_{pause.kind}"
    else:
        days, name = (
            {"first_day": pause.first_day, "last_day": pause.last_day},
            f"paused_{pause.kind}",
        )
    return capitalised(_words(name, language, labels=pause.kinds, **days))


def _weeks(answer: Answer, line: Line, language: str) -> Iterator[ChartWeek]:
    """The end of each half year of sickness, as far as the period and the waiting time go."""
    clock = answer.clock
    for number in range(WEEKS, load().waiting_weeks(answer.on) + 1, WEEKS):
        day = clock.nth_day(7 * number)
        if day > line.last_day or (clock.stopped_on and day >= clock.stopped_on):
            return
        text = _words("week", language, number=number)
        yield {"day": line.place(day + ONE_DAY), "text": text}


def _words(name: str, language: str, **values: object) -> str:
    return phrase("page", name, language, **values)
