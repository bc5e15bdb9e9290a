"""Which inputs of what runs in a browser passed `make test-all`: `tests/passed-test-all.txt` says so.

Run it as `python -m tests.stamp`: it ends with 0 when they did. With --write it writes them down.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent
RECORD = ROOT / "tests" / "passed-test-all.txt"

# What starts the engine and packs it, what else is used, and what makes the policy of each page.
INPUTS = (
    "engine/browser",
    "engine/build/pyodide_bundle",
    "macros/postbuild",
    "package-lock.json",
    "requirements.txt",
)


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.stamp", description=__doc__)
    parser.add_argument("--write", action="store_true", help="all tests passed with these inputs")
    if parser.parse_args().write:
        write(ROOT, RECORD)
    elif changed := changes(ROOT, RECORD):
        sys.exit(f"Not seen by make test-all as they are now: {', '.join(changed)}")


def write(root: Path, record: Path) -> None:
    lines = [f"{sums(root)[name]}  {name}\n" for name in INPUTS]
    record.write_text("".join(lines), encoding="utf-8")


def changes(root: Path, record: Path) -> list[str]:
    """The inputs that are not what they were when all tests passed."""
    told = dict.fromkeys(record.read_text(encoding="utf-8").splitlines()) if record.exists() else {}
    return [name for name, found in sums(root).items() if f"{found}  {name}" not in told]


def sums(root: Path) -> dict[str, str]:
    return {name: sum_of(root, root / name) for name in INPUTS}


def sum_of(root: Path, place: Path) -> str:
    """One sum over the names and bytes of all files, however the folder was got."""
    total = sha256()
    for file in files(place):
        total.update(f"{file.relative_to(root).as_posix()}\0".encode())
        total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()


def files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for file in sorted(place.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file


if __name__ == "__main__":
    main()
