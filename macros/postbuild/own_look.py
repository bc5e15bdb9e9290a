"""The look of an organisation, if the site is built with its own layer: colours and logo, in files that pages load anyway."""

from pathlib import Path

from macros.guidebook import Own

STYLE, LOGO = "assets/poortwachter.css", "assets/logo.svg"

COLOURS = """
:root {{ --pw-brand: {light}; }}
@media screen and (prefers-color-scheme: dark) {{ :root {{ --pw-brand: {dark}; }} }}
.pw-language.pw-language--yours {{ color: {light}; }}
"""


def give(pages: Path, own: Own) -> None:
    """Give the pages of a language its colours and its logo."""
    if own.colours:
        with (pages / STYLE).open("a", encoding="utf-8") as style:
            style.write(COLOURS.format(**own.colours))
    if own.logo:
        (pages / LOGO).write_text(own.logo, encoding="utf-8")
