"""What differs between two cases, told to a person: in a terminal, and as rows for the page."""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from poortwachter.answer.compare import Comparison, Dates, Difference
from poortwachter.i18n.locales import DUTCH, capitalised, uncapitalised, with_weekday
from poortwachter.i18n.messages import phrase, say
from poortwachter.law.rulebook import Rule
from poortwachter.render.describe import where_we_are


class ComparedRow(TypedDict):
    """A step or an important day whose dates differ, in words: `n` the time of what recurs."""

    id: str
    n: int | None
    name: str
    was: str
    becomes: str


class ComparisonView(TypedDict):
    """What stands above the rows, or that nothing differs; and the rows, by day."""

    told: str
    rows: list[ComparedRow]


def comparison_view(comparison: Comparison, language: str = DUTCH) -> ComparisonView:
    """What differs between two filled-in forms: what was, and what it becomes."""
    rows = [_row(each, language) for each in comparison.differences]
    return {"told": _words("differs" if rows else "nothing_differs", language), "rows": rows}


def comparison_in_short(comparison: Comparison, language: str = DUTCH) -> ComparisonView:
    """The same where room is short: of what recurs the first time, and how many more there are."""
    view = comparison_view(comparison, language)
    times: dict[str, list[ComparedRow]] = {}
    for row in view["rows"]:
        times.setdefault(row["id"], []).append(row)
    rows = [_and_more(first, len(more), language) for first, *more in times.values()]
    return {**view, "rows": rows}


def _and_more(row: ComparedRow, count: int, language: str) -> ComparedRow:
    if not count:
        return row
    return {**row, "name": _words("and_more", language, what=row["name"], count=count)}


def comparison_as_text(comparison: Comparison, language: str = DUTCH) -> str:
    """What differs, a line each."""
    return "\n".join(_lines(comparison, language)) + "\n"


def _lines(comparison: Comparison, language: str) -> Iterator[str]:
    first, second = comparison.first, comparison.second
    yield _words("heading", language, day=first.on, rules=first.rules)
    weeks = [where_we_are(each, language) for each in (first, second)]
    if weeks[0] != weeks[1]:
        yield f"{weeks[0]} → {weeks[1]}"
    view = comparison_view(comparison, language)
    yield view["told"]
    for row in view["rows"]:
        yield f"  {row['name']}: {row['was']} → {row['becomes']}"


def _row(difference: Difference, language: str) -> ComparedRow:
    first, second = difference.dates
    return {
        "id": difference.rule.id,
        "n": difference.number,
        "name": difference.title(language),
        "was": _side(difference.rule, first, second, language),
        "becomes": _side(difference.rule, second, first, language),
    }


def _side(rule: Rule, ours: Dates, other: Dates, language: str) -> str:
    told = [*_parts(rule, ours, other, language)]
    return capitalised(", ".join(told) or _without(rule, ours, language))


def _parts(rule: Rule, ours: Dates, other: Dates, language: str) -> Iterator[str]:
    """The last day; the first day and the day on which it was done only where they differ."""
    at_least = ours.at_least
    if ours.opens and (ours.opens, at_least) != (other.opens, other.at_least):
        opens = uncapitalised(phrase("texts", "opens", language, opens=ours.opens))
        yield _at_earliest(opens, language) if at_least else opens
    if ours.day and at_least:
        yield _at_earliest(with_weekday(ours.day, language), language)
    elif ours.day:
        yield _day(rule, ours.day, language)
    if ours.done and ours.done != other.done:
        yield _words("ready_on", language, done=ours.done)


def _day(rule: Rule, day: date, language: str) -> str:
    if rule.kind == "moment":
        return with_weekday(day, language)
    return phrase("texts", "by", language, day=day)


def _without(rule: Rule, ours: Dates, language: str) -> str:
    never = rule.kind == "moment" and ours.without == "not_needed"
    return say("never_comes" if never else ours.without or "no_fixed_day", language)


def _at_earliest(words: str, language: str) -> str:
    return phrase("texts", "at_earliest", language, what=words)


def _words(name: str, language: str, **values: object) -> str:
    return phrase("compared", name, language, **values)
