# mypy: ignore-errors
"""In the place of inspect: Pyodide keeps this one function, for what is called and is no function of Python."""


def iscoroutinefunction(_):
    """Nothing here waits."""
    return False
