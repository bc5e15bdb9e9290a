"""The page for an address that does not exist: it is shown at any depth, so its links begin at the root of the host."""

import re
from pathlib import Path

# What begins there: in an attribute, and in what the theme's script reads.
AT_THE_ROOT = re.compile(r'(?<=[=:])( ?)"/')


def keep_in(folder: str, pages: Path) -> None:
    """Let the links stay in a language: MkDocs does not know its folder if the site has no address.

    Args:
        folder: of the language in the site, for example `en/`.
        pages: where that is.
    """
    file = pages / "404.html"
    text = AT_THE_ROOT.sub(rf'\1"/{folder}', file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
