"""The scripts of the self-check as one file: a visitor waits for each request, and longest on a slow line."""

from pathlib import Path

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
    found = {file.stem: file for file in folder.iterdir()}
    if found.keys() != set(ORDER):
        raise ValueError(
            f"assets/zelfcheck/ holds {', '.join(sorted(found))} (expected {', '.join(sorted(ORDER))})"
        )
    texts = [found[name].read_text(encoding="utf-8") for name in ORDER]
    folder.with_suffix(".js").write_text("\n".join(texts), encoding="utf-8")
    for file in found.values():
        file.unlink()
    folder.rmdir()
