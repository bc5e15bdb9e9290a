"""Node and the npm packages, as `make setup` leaves them."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SHIPPED = ROOT / "engine" / "browser"


class PackError(Exception):
    """What stands in the way of packing, in a sentence that says what to do."""


class OptimizationError(PackError):
    """Pyodide is not as we know it, so that it cannot be made smaller and quicker in our way."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"{problem}\nUntil that is mended, pack Pyodide as it came: make build PLAIN=1"
        )


def npm_file(name: str) -> Path:
    """Find a file of an npm package, such as pyodide/pyodide.mjs."""
    path = ROOT / "node_modules" / name
    if not path.is_file():
        raise PackError(f"node_modules/{name} is missing; run: make setup")
    return path


def run_node(script: Path, *arguments: str | Path) -> str:
    """Run a script with the Node of this virtual environment, or else any other."""
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
    node = shutil.which("node", path=path)
    if node is None:
        raise PackError("there is no Node here; run: make setup")
    result = subprocess.run(
        [node, script, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if result.returncode:
        raise PackError(f"{script.name} did not succeed:\n{result.stderr.strip()}")
    return result.stdout
