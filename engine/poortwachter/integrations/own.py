"""The steps of an organisation's own layer, laid over the rules for one run of the command."""

from pathlib import Path

from poortwachter.integrations.extras import require
from poortwachter.law.rulebook import lay_over, read_compiled


def lay(folder: str) -> list[str]:
    """Let all that is answered from now on count with the steps of a folder; else every problem, with file and line."""
    try:
        require("own", "yaml", "jsonschema")
    except ImportError as error:
        return [str(error)]
    # It reads YAML, which few need and the browser has not.
    from own_layer import Compiled, laid_over  # noqa: PLC0415

    compiled = Compiled(read_compiled("rules.json"), read_compiled("guide.json"))
    laid, problems = laid_over(Path(folder), compiled)
    if not problems:
        lay_over("rules.json", laid.rules)
    return problems
