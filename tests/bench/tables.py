"""A table of cases in DuckDB and on two workers of Dask, each beside a plain loop: cases a second."""

import json
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import cycle, islice
from typing import Any

import dask.bag
import duckdb
from distributed import Client, LocalCluster

from poortwachter import Case, brief
from poortwachter.integrations import dask as in_dask
from poortwachter.integrations import duckdb as in_duckdb
from tests.bench.pairs import SHORT, in_pairs
from tests.engine.examples import examples

CASES = 100 if SHORT else 1_000
PARTITIONS = 8
ON = date(2026, 11, 21)
QUERY = "SELECT poortwachter(text, $on) FROM (SELECT unnest($texts::VARCHAR[]) AS text)"

Answering = Callable[[Sequence[str]], Sequence[Any]]


def tables() -> dict[str, Any]:
    """`ours` inside the engine that is named, `other` in a loop of this process."""
    with (
        duckdb.connect() as connection,
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster),
    ):
        in_duckdb.register(connection)
        return {
            "DuckDB": beside_a_loop(partial(by_sql, connection)),
            "Dask, two workers": beside_a_loop(by_dask),
        }


def beside_a_loop(answering: Answering) -> dict[str, Any]:
    texts = [json.dumps(each["case"]) for each in islice(cycle(examples()), CASES)]
    answering(texts)  # each worker reads the rules once
    return in_pairs(partial(a_second, answering, texts), partial(a_second, by_loop, texts))


def a_second(answering: Answering, texts: Sequence[str]) -> float:
    started = time.perf_counter()
    answers = answering(texts)
    seconds = time.perf_counter() - started
    if len(answers) != len(texts):
        raise RuntimeError(f"{len(texts)} cases gave {len(answers)} answers")
    return len(texts) / seconds


def by_loop(texts: Sequence[str]) -> Sequence[Any]:
    return [json.dumps(brief(Case.from_dict(json.loads(text)), on=ON).to_dict()) for text in texts]


def by_sql(connection: duckdb.DuckDBPyConnection, texts: Sequence[str]) -> Sequence[Any]:
    return connection.execute(QUERY, {"texts": texts, "on": ON}).fetchall()


def by_dask(texts: Sequence[str]) -> Sequence[Any]:
    bag = dask.bag.from_sequence(texts, npartitions=PARTITIONS)
    found: Sequence[Any] = in_dask.answers(bag, on=ON).compute()
    return found
