"""Inside DuckDB: asking of cases in SQL.

import duckdb
from poortwachter.integrations.duckdb import register

connection = duckdb.connect()
register(connection)
connection.sql(
    "SELECT ref, poortwachter(sickness, DATE '2026-11-27') AS answer "
    "FROM read_json('cases.jsonl', columns = {ref: 'VARCHAR', sickness: 'JSON'})"
)
"""

from typing import TYPE_CHECKING

from poortwachter.integrations.extras import require
from poortwachter.integrations.json_answers import answered

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# DuckDB calls no Python function without numpy.
require("duckdb", "duckdb", "numpy")

NAME = "poortwachter"


def register(connection: "DuckDBPyConnection") -> None:
    """Add `poortwachter(case, day)` to what SQL on this connection knows: JSON in, JSON out.

    The answer is that of `poortwachter check --format brief`; what is wrong with a case is in its
    `errors`, and where the case or the day is NULL the answer is too.
    """
    connection.create_function(NAME, answered, ["VARCHAR", "DATE"], "JSON")
