"""The scripts of the self-check as one file: a visitor waits for each request, and longest on a slow line."""

from pathlib import Path
from shutil import rmtree

# Each uses what those before it gave to `zelfcheck`.
ORDER = (
    "page",
    "clock",
    "form",
    "errors",
    "cards",
    "picture",
    "answer",
    "engine",
    "memory",
    "opening",
    "keep",
    "main",
)


def join(site: Path) -> None:
    """Make assets/zelfcheck.js of the files in assets/zelfcheck/, which is left out."""
    folder = site / "assets" / "zelfcheck"
    files = [folder / f"{name}.js" for name in ORDER]
    found = {*folder.iterdir()}
    if found != {*files}:
        names = ", ".join(sorted(file.name for file in found ^ {*files}))
        raise ValueError(f"assets/zelfcheck/ and ORDER differ: {names} (expected in both)")
    texts = [file.read_text(encoding="utf-8") for file in files]
    folder.with_suffix(".js").write_text("\n".join(texts), encoding="utf-8")
    rmtree(folder)
