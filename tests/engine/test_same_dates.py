"""The same cases have the same dates wherever they are asked: one by one, many at once, or elsewhere."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from poortwachter import Case, check
from poortwachter.case import read_facts
from poortwachter.integrations import duckdb as in_duckdb
from poortwachter.selfcheck import Submission, as_file, as_form
from tests.engine.caseloads import asked
from tests.engine.cases import cases
from tests.engine.test_brief import DONE
from tests.engine.test_cli import run
from tests.engine.test_integrations import Line, by_dask, by_sql, expected
from tests.thorough import a_fifth_of

BATCH = 100
BATCHES = 5

EVENT, TAIL = "BEGIN:VEVENT", "END:VCALENDAR\r\n"


@cache
def drawn(nth: int) -> tuple[str, ...]:
    """A batch of generated cases as JSON, the same each time, that can be told on their day."""
    found: dict[str, None] = {}

    @seed(nth)
    @settings(
        max_examples=2 * BATCH,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(cases().map(with_columns).filter(partial(can_be_told, on=day_of(nth))))
    def keep(case: dict[str, Any]) -> None:
        found[json.dumps(case)] = None

    keep()
    # What is drawn again is no other case.
    distinct = map(json.loads, [*found][:BATCH])
    return tuple(json.dumps({**case, "label": f"K{n}"}) for n, case in enumerate(distinct))


def with_columns(case: dict[str, Any]) -> dict[str, Any]:
    """Without the steps that a question of the case tells: a table has no column for them."""
    columns = {choice["field"] for choice in asked(table="x")["choices"]}
    done = {name: said for name, said in case["done"].items() if name in columns}
    return {**case, "done": done, "label": None}


def can_be_told(case: dict[str, Any], on: date) -> bool:
    """Whether the self-check takes it: not when something in it lies ahead that cannot."""
    return "errors" not in by_self_check([json.dumps(case)], on)[0]


def day_of(nth: int) -> date:
    """Within the years of the generated cases, for each batch another."""
    return date(2020, 5, 14) + timedelta(days=900 * nth)


def submissions(texts: Sequence[str]) -> list[Submission]:
    return [Submission(read_facts(Case, json.loads(text))) for text in texts]


def by_self_check(texts: Sequence[str], on: date, **wanted: Any) -> list[Any]:
    """What the self-check shows of each case, or gives to take along."""
    forms = map(as_form, submissions(texts))
    return [asked(form=form, on=str(on), **wanted) for form in forms]


def by_command(texts: Sequence[str], on: date) -> list[Any]:
    given = "\n".join(texts)
    finished = run("check", "--jsonl", "--format", "brief", "--on", str(on), given=given)
    lines = [json.loads(line) for line in finished.stdout.splitlines()]
    assert [line.pop("line") for line in lines] == [*range(1, len(texts) + 1)]
    return lines


def by_caseload(path: Path, on: date, form: str) -> str:
    finished = run("caseload", str(path), "--on", str(on), "--format", form)
    assert (finished.returncode, finished.stderr) == (0, b"")
    return finished.stdout.decode()


def as_table(texts: Sequence[str], on: date) -> str:
    """The cases as the table that the page of many cases gives."""
    files = [{"ref": each.facts["label"], "file": as_file(each)} for each in submissions(texts)]
    table: str = asked(cases=files, want="csv", on=str(on))["text"]
    return table


def dates(line: Line) -> dict[str, str | None]:
    """Every last day and every moment of an answer in short."""
    return {**{name: each["due"] for name, each in line["obligations"].items()}, **line["moments"]}


def dates_in_sight(view: Line, names: Iterable[str]) -> dict[str, str | None]:
    """The same in the self-check: of what recurs, of the first time that is not done, or else of the last."""
    shown: dict[str, Line] = {}
    for row in view["rows"]:
        # When all are done the row itself is of the last.
        for time in sorted((row, *row["times"]), key=lambda each: each["n"] or 0):
            if row["id"] not in shown or shown[row["id"]]["status"] in DONE:
                shown[row["id"]] = time
    return {name: shown[name]["due"] if name in shown else None for name in names}


def calendar_of_each(texts: Sequence[str], on: date) -> str:
    """The events of the calendars that the self-check gives of each case, behind each other."""
    files = [each["text"] for each in by_self_check(texts, on, want="calendar", talks=True)]
    return "".join(text[text.index(EVENT) : -len(TAIL)] for text in files if EVENT in text)


def assert_a_line_has_days_of(case: Case, line: Mapping[str, Any], on: date) -> None:
    """Its week, the last day of what is first, and those of the weeks to come are those of the answer."""
    whole = check(case, on=on).to_dict()
    days = {(each["id"], each.get("n")): each["due"] for each in whole["obligations"]}
    first = line["next"]
    assert line["week"] == whole["clock"]["week"]
    assert not first or days[first["id"], first["n"]] == first["due"]
    assert {str(on + timedelta(days=each)) for each in line["due_days"]} <= {*days.values()}


@pytest.mark.parametrize("nth", a_fifth_of(BATCHES))
def test_a_hundred_cases_have_the_same_dates_wherever_they_are_asked(
    tmp_path: Path, nth: int
) -> None:
    """In the self-check, by the command, in SQL, in other processes, and as a caseload."""
    texts, on = drawn(nth), day_of(nth)
    assert len(texts) == BATCH
    whole = expected(texts, on)
    for view, line in zip(by_self_check(texts, on), whole, strict=True):
        assert dates_in_sight(view, dates(line)) == dates(line)
    assert by_command(texts, on) == whole
    assert by_dask(texts, on) == whole
    with duckdb.connect() as connection:
        in_duckdb.register(connection)
        assert by_sql(connection, texts, on) == whole
    path = tmp_path / "cases.csv"
    path.write_text(as_table(texts, on), encoding="utf-8", newline="")
    calendar = by_caseload(path, on, "ics")
    assert calendar[calendar.index(EVENT) : -len(TAIL)] == calendar_of_each(texts, on)
    lines = {line["ref"]: line for line in json.loads(by_caseload(path, on, "json"))["list"]}
    assert [*sorted(lines)] == sorted(f"K{n}" for n in range(BATCH))
    for case in (Case.from_dict(json.loads(text)) for text in texts):
        assert_a_line_has_days_of(case, lines[str(case.label)], on)
