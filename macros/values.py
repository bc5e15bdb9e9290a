"""What the templates of the theme are given, as a template of its own: `python -m macros.values` writes it.

MkDocs would also take values from the macros while it builds. Others that read mkdocs.yml do not, and a file is read by all.
"""

import json
from typing import Any

from macros import VALUES
from macros.guidebook import guidebook, load_whole
from macros.page_words import languages, page_words, renamed
from macros.postbuild import components
from macros.templating import day
from poortwachter.i18n import written


def main() -> None:
    values = {
        "engine_script": components.engine_script(),
        "words": {each: words_of(each) for each in languages()},
    }
    VALUES.write_text(as_template(values), encoding="utf-8")


def words_of(language: str) -> dict[str, Any]:
    """What pages in a language say around their own text."""
    words = page_words(language)
    return {
        "edition": written(day(load_whole().edition), language),
        "messages": guidebook().script_in(language),
        "main": words.templates["main"],
        "not_found": words.templates["not_found"],
        "names": words.names,
        "languages": {each: _other(language, each) for each in languages()},
        "own": _own(language),
    }


def as_template(values: dict[str, Any]) -> str:
    """A value of JSON, but for null, is written the same in a template."""
    return "".join(
        f"{{% set {name} = {json.dumps(value, ensure_ascii=False)} %}}\n"
        for name, value in values.items()
    )


def _own(language: str) -> dict[str, str]:
    """What a page says of the organisation with whose layer the site is built; nothing without one."""
    own = guidebook().own
    if not own:
        return {}
    told = page_words(language).templates["own"]["guide_of"].format(organisation=own.name)
    contact = own.contact[language] if own.contact else ""
    return {"guide_of": told, "contact": contact, "link": own.contact_link or ""}


def _other(language: str, other: str) -> dict[str, object]:
    """What a page says of another language: its folder, its own name, and which addresses differ."""
    return {**page_words(other).templates["main"], "renamed": renamed(language, other)}


if __name__ == "__main__":
    main()
