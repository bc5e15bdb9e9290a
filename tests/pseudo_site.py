"""The guide in the language of pseudo.py: its words, a page for each page, and what MkDocs must know."""

import re
import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from macros.page_words import FOLDER
from poortwachter.i18n import DUTCH
from tests import pseudo
from tests.conftest import ROOT
from tests.pages import manuscript

# Of no language, or of the site itself: where the pages stand, and the name that search engines have for the language.
KEPT = {"folder": f"{pseudo.CODE}/", "og_locale": f"{pseudo.CODE}_{pseudo.CODE.upper()}"}
# What a page asks of the engine; of these macros an argument is text of the page itself.
ASKED = re.compile(r"{{(?!\s*(?:elders|schema|bestand)\b).*?}}", re.DOTALL)
# The theme's own words; those of its search say how it works.
THEME = re.compile(
    r'^(\s*"(?!language|direction|search\.config)[\w.]+": )"(.+)"(,?)$', re.MULTILINE
)


def add_to(root: Path) -> Path:
    """Add pages in this language to a copy of the project, and return the file that MkDocs makes them with."""
    for name in ("macros", "overrides"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    pseudo.dump(root / "macros/words" / f"{pseudo.CODE}.yaml", words())
    assets = root / "docs/assets"
    assets.mkdir(parents=True, exist_ok=True)
    (assets / "engine").symlink_to(ROOT / "docs/assets/engine")
    languages = root / "overrides/partials/languages"
    languages.mkdir()
    (languages / f"{pseudo.CODE}.html").write_text(theme_words(), encoding="utf-8")
    for name, file in manuscript.pages(DUTCH).items():
        page = root / "docs" / pseudo.CODE / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(only_asked(file.read_text(encoding="utf-8")), encoding="utf-8")
    config = root / f"mkdocs.{pseudo.CODE}.yml"
    pseudo.dump(config, settings())
    return config


def words() -> dict[str, Any]:
    """All words of the pages, made of the Dutch."""
    told = yaml.safe_load((FOLDER / f"{DUTCH}.yaml").read_text(encoding="utf-8"))
    templates = _each(told["templates"])
    templates["main"] |= KEPT
    return {
        **told,
        "templates": templates,
        "terms": _each(told["terms"]),
        "components": _each(told["components"]),
        "search": {part: _each(each) for part, each in told["search"].items()},
    }


def only_asked(text: str) -> str:
    """A page with what it asks of the engine and none of its own words."""
    head = manuscript.FRONT_MATTER.match(text)
    keys = dict(yaml.safe_load(head[0].strip("-\n"))) if head else {}
    shown = {name: marked(keys[name]) for name in ("title", "description") if name in keys}
    asked = [*dict.fromkeys(ASKED.findall(text))]
    # The page of a step begins with its own title.
    titled = any("stap(" in each for each in asked)
    title = [] if titled else [f"# {shown['title']}"]
    front = yaml.safe_dump({**keys, **shown}, allow_unicode=True) if keys else ""
    return "\n\n".join([f"---\n{front}---" if front else "", *title, *asked, ""])


def settings() -> dict[str, Any]:
    """What differs from mkdocs.yml, as in the file of every other language."""
    told = manuscript.config(DUTCH)
    return {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": f"docs/{pseudo.CODE}",
        "site_dir": f"site/{pseudo.CODE}",
        "site_description": marked(told["site_description"]),
        "copyright": marked(told["copyright"]),
        "theme": {"language": pseudo.CODE},
        "extra": {"root": "../"},
        "markdown_extensions": {"macros.first_use": {"language": pseudo.CODE}},
        "nav": _menu(told["nav"]),
    }


def theme_words() -> str:
    """The words of the theme in this language."""
    own = files("material") / f"templates/partials/languages/{DUTCH}.html"
    text = own.read_text(encoding="utf-8").replace(
        f'"language": "{DUTCH}"', f'"language": "{pseudo.CODE}"'
    )
    return THEME.sub(_theme_word, text)


def marked(text: str) -> str:
    """As pseudo.py does it, but for tags of HTML."""
    pieces = re.split(r"(<[^>]*>|&\w+;)", text)
    return "⟦{}⟧".format(
        "".join(each if each[:1] in "<&" else pseudo.accented(each) for each in pieces)
    )


def _theme_word(found: re.Match[str]) -> str:
    return f'{found[1]}"{marked(found[2])}"{found[3]}'


def _menu(nav: Any) -> Any:
    if isinstance(nav, list):
        return [_menu(each) for each in nav]
    if isinstance(nav, dict):
        return {marked(title): _menu(each) for title, each in nav.items()}
    return nav


def _each(told: Any) -> Any:
    if isinstance(told, Mapping):
        return {name: _each(each) for name, each in told.items()}
    if isinstance(told, list):
        return [_each(each) for each in told]
    return marked(told)
