"""Packages that only some need: who lacks one is told what to install."""

from importlib.util import find_spec

LACKS = "poortwachter.integrations.{extra} needs {packages}: pip install 'poortwachter[{extra}]'"


def require(extra: str, *packages: str) -> None:
    """Go on where all packages of an extra are installed.

    Raises:
        ImportError: with each that is not, and what to type.
    """
    lacking = [name for name in packages if find_spec(name) is None]
    if lacking:
        raise ImportError(LACKS.format(extra=extra, packages=" and ".join(lacking)))
