"""`python -m release`: what is published of a version, in dist/, or everything that stands in the way.

A version is a tag on a commit that passed `make test-all`. The sites are built before.
"""

import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
OUTPUT = "dist"
# Written by `make test-all`: the commit that it tested.
TESTED = ".venv/.passed-test-all"
# The record of what was tested comes after the test.
RECORD = "tests/passed-test-all.txt"
FOLDERS = {
    "site": "poortwachterwijzer",
    "site-headers": "poortwachterwijzer-headers",
    "site-offline": "poortwachterwijzer-offline",
}
# ZIP knows no earlier day; with another one each build of a commit would be another file.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def main() -> None:
    """Build, or say what is to be done first."""
    wrong = [*problems(ROOT)]
    if wrong:
        sys.exit("\n".join(f"release: {each}" for each in wrong))
    output = ROOT / OUTPUT
    subprocess.run(["hatchling", "build", "--directory", OUTPUT], cwd=ROOT, check=True)
    for folder, name in FOLDERS.items():
        zipped(ROOT / folder, output / f"{name}-{version(ROOT)}.zip")
    for bill in sorted((ROOT / "site" / "assets" / "onderdelen").glob("*.json")):
        (output / bill.name).write_bytes(bill.read_bytes())
    (output / "SHA256SUMS").write_text(sums(output), encoding="utf-8")


def version(root: Path) -> str:
    """The version of pyproject.toml, which all else must have too."""
    told = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])


def problems(root: Path) -> Iterator[str]:
    """What is wrong, and what to do about it."""
    number = version(root)
    if _git(root, "status", "--porcelain"):
        yield "there are changes that are not committed (commit them, or put them aside)"
    if f"v{number}" not in _git(root, "tag", "--points-at", "HEAD").split():
        yield f"this commit is not tagged v{number} (git tag v{number}, once all below is right)"
    for file, expected in _written(number).items():
        if not re.search(expected, (root / file).read_text(encoding="utf-8"), re.MULTILINE):
            yield f"{file} does not tell version {number} (expected a line like {expected})"
    if not _passed(root):
        yield "make test-all did not pass on this commit (run it here)"


def _written(number: str) -> dict[str, str]:
    """Where else the version stands."""
    escaped = re.escape(number)
    return {
        "CHANGELOG.md": rf"^## \[{escaped}\] - \d{{4}}-\d\d-\d\d$",
        "package.json": rf'^  "version": "{escaped}",$',
        "publiccode.yml": rf"^softwareVersion: {escaped}$",
    }


def _passed(root: Path) -> bool:
    tested = root / TESTED
    if not tested.is_file():
        return False
    commit = tested.read_text(encoding="utf-8").strip()
    return not _git(root, "diff", "--name-only", commit, "HEAD", "--", ".", f":!{RECORD}")


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    # A commit that git does not know is not the one that was tested.
    return done.stdout.strip() or done.stderr.strip()


def zipped(folder: Path, target: Path) -> None:
    """The files of a folder, the same every time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), NO_TIME)
            archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)


def sums(output: Path) -> str:
    """A line for each file, as `sha256sum --check` reads it."""
    files = sorted(path for path in output.iterdir() if path.name != "SHA256SUMS")
    return "".join(f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)


if __name__ == "__main__":
    main()
