"""Inside DuckDB and Dask, cases are answered as they are everywhere else, and so is what is no case."""

import importlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import metadata
from typing import Any

import dask.bag
import duckdb
import pytest

from poortwachter import Case, InvalidInputError, check
from poortwachter.integrations import dask as in_dask
from poortwachter.integrations import duckdb as in_duckdb
from tests.engine.test_brief import in_short
from tests.engine.test_cli import CASE

ON = date(2026, 11, 21)
WRONG = '{"first_sick_day": "2026-02-30"}'
NO_DATE = {"field": "first_sick_day", "message": "2026-02-30 is not a date (expected YYYY-MM-DD)"}

Line = Mapping[str, Any]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as found:
        in_duckdb.register(found)
        yield found


def expected(texts: Sequence[str], on: date) -> list[Line]:
    """Of each case what `check` says of it, in short."""
    read = [Case.from_dict(json.loads(text)) for text in texts]
    return [{"label": each.label, **in_short(check(each, on=on).to_dict())} for each in read]


def by_sql(
    connection: duckdb.DuckDBPyConnection, texts: Sequence[str | None], on: date | None
) -> list[Any]:
    query = "SELECT poortwachter(text, $on) FROM (SELECT unnest($texts::VARCHAR[]) AS text)"
    rows = connection.execute(query, {"texts": texts, "on": on}).fetchall()
    return [text and json.loads(text) for (text,) in rows]


def by_dask(texts: Sequence[str | None], on: date) -> list[Any]:
    """In processes of its own; a cluster of workers, which `make bench` starts, takes the same way."""
    bag = in_dask.answers(dask.bag.from_sequence(texts, npartitions=4), on=on)
    found = bag.compute(scheduler="processes", num_workers=2)
    return [text and json.loads(text) for text in found]


def test_what_is_wrong_with_a_case_is_its_answer_and_stops_no_other(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    texts = [CASE, WRONG, None, "nonsense", "[" * 100_000, f"{{{' ' * 2**20}}}", CASE]
    for answers in (by_sql(connection, texts, ON), by_dask(texts, ON)):
        first, wrong, nothing, *others, last = answers
        assert first == last == expected([CASE], ON)[0]
        assert (wrong, nothing) == ({"errors": [NO_DATE]}, None)
        assert [each["errors"][0]["message"].split(":")[0] for each in others] == [
            "the input is not JSON",
            "the input is not JSON",
            "the input is too large (expected at most 1048576 bytes)",
        ]


def test_a_day_that_nobody_counts_with_is_told(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    beyond = {
        "field": "on",
        "message": "9999-12-31 is out of range (expected 1950-01-01 to 2099-12-31)",
    }
    assert by_sql(connection, [CASE], date.max) == [{"errors": [beyond]}]
    assert by_sql(connection, [CASE], None) == [None]
    with pytest.raises(InvalidInputError, match="on: 9999-12-31 is out of range"):
        in_dask.answers(dask.bag.from_sequence([CASE]), on=date.max)


def test_what_is_no_text_is_told_to_who_hands_it_over() -> None:
    message = '{"first_sick_day": "2026-01-05"} is not a case as JSON text'
    (told,) = by_dask([json.loads(CASE)], ON)
    assert told == {"errors": [{"field": "", "message": message}]}


def test_each_row_may_have_its_own_day(connection: duckdb.DuckDBPyConnection) -> None:
    days = [date(2026, 1, 5), date(2026, 11, 21)]
    query = "SELECT poortwachter($case, day) FROM (SELECT unnest($days::DATE[]) AS day)"
    rows = connection.execute(query, {"case": CASE, "days": days}).fetchall()
    assert [json.loads(text)["week"] for (text,) in rows] == [1, 46]


def test_sql_finds_who_is_late(connection: duckdb.DuckDBPyConnection) -> None:
    """The example of the README."""
    late = '{"first_sick_day": "2026-06-15", "done": {"probleemanalyse": false}}'
    connection.execute(
        "CREATE TABLE cases AS SELECT unnest(['A', 'B']) AS ref, unnest($cases) AS sickness",
        {"cases": [late, CASE]},
    )
    query = """
        SELECT ref, step.key, step.value->>'due' AS due
        FROM cases, json_each(poortwachter(sickness, DATE '2026-11-21')->'obligations') AS step
        WHERE step.value->>'status' = 'overdue' AND (step.value->>'told')::BOOLEAN
    """
    assert connection.sql(query).fetchall() == [("A", "probleemanalyse", "2026-07-27")]


def test_sql_takes_no_structure_which_has_null_for_what_nobody_told(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    with pytest.raises(duckdb.BinderException, match=r"poortwachter\(VARCHAR, DATE\)"):
        connection.sql("SELECT poortwachter({'first_sick_day': '2026-01-05'}, DATE '2026-11-21')")


def test_each_module_has_an_extra_of_its_name() -> None:
    assert metadata("poortwachter").get_all("Provides-Extra") == ["dask", "duckdb", "own"]


@pytest.mark.parametrize(("extra", "package"), [("duckdb", "numpy"), ("dask", "dask")])
def test_who_lacks_a_package_reads_what_to_install(
    extra: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"poortwachter.integrations.{extra}")
    told = rf"integrations\.{extra} needs {package}: pip install 'poortwachter\[{extra}\]'"
    with pytest.raises(ImportError, match=told):
        importlib.import_module(f"poortwachter.integrations.{extra}")
