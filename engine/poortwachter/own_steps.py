"""The steps of an organisation's own layer, laid over the rules for one run of the command."""

from pathlib import Path

from poortwachter.case.errors import InvalidInputError, Problem
from poortwachter.law.rulebook import lay_over, read_compiled


def lay(folder: str) -> list[str]:
    """Let all that is answered from now on count with the steps of a folder; else every problem, with file and line.

    Raises:
        InvalidInputError: where what reads such a folder is not installed (the extra `own`).
    """
    try:
        from own_layer import Compiled, laid_over  # noqa: PLC0415 reads YAML, which few need
    except ModuleNotFoundError as error:
        raise InvalidInputError([Problem("--own", "no_reader", {"given": error.name})]) from None
    compiled = Compiled(read_compiled("rules.json"), read_compiled("guide.json"))
    laid, problems = laid_over(Path(folder), compiled)
    if not problems:
        lay_over("rules.json", laid.rules)
    return problems
