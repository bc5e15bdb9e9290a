"""Where in a table something is wrong, as the field of a problem tells it: `row 7, probleemanalyse`."""

from poortwachter.case.errors import Problem

ROW, BETWEEN = "row ", ", "


def place(row: int, field: str = "") -> str:
    """The place of a row, or of its cell that holds this field."""
    return f"{ROW}{row}{BETWEEN}{field}" if field else f"{ROW}{row}"


def place_of(problem: Problem) -> tuple[int, str]:
    """The row and the field of a problem; 0 and nothing for what is wrong with the whole table."""
    row, _, field = problem.field.removeprefix(ROW).partition(BETWEEN)
    return (int(row), field) if row.isdigit() else (0, "")
