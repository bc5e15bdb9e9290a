"""The macros of the guide: `define_env` registers the views under the names that pages use."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from mkdocs.exceptions import PluginError

from macros import blocks, inline, papers, tables, two_years
from macros.guidebook import load_whole
from macros.postbuild import components
from poortwachter.i18n import capitalised

MACROS: dict[str, Callable[..., str]] = {
    "sterkte": blocks.strength,
    "stappenplan": blocks.step_plan,
    "eigen_begin": blocks.own_home,
    "eigen_sterkte": blocks.own_strength,
    "rolkeuze": blocks.role_choice,
    "twee_jaren": two_years.two_years,
    "termijn": inline.term,
    "week": inline.week,
    "weken": inline.count,
    "vroeger": inline.formerly,
    "getal": inline.figure,
    "gelezen": inline.seen,
    "sinds": inline.since,
    "bron": inline.source,
    "elders": inline.elsewhere,
    "boetes": tables.fines,
    "begrippen": tables.glossary,
    "bronnenlijst": tables.sources,
    "getallenlijst": tables.figures,
    "wijzigingenlijst": tables.changes,
}


# What the templates of the theme are given: macros/values.py.
VALUES = components.ROOT / "overrides/partials/values.html"

# Where a link may lead with which somebody says that a page is wrong.
SCHEMES = ("https:", "mailto:")


class Environment(Protocol):
    """What the macros plugin hands over, as far as it is used here."""

    conf: Any
    page: Any

    def macro(self, function: Callable[..., str], name: str = "") -> Callable[..., str]:
        """Register a function under a name."""
        ...

    def filter(self, function: Callable[..., str], name: str = "") -> Callable[..., str]:
        """Register a filter under a name."""
        ...


def define_env(env: Environment) -> None:
    """Register macros and variables; called by the plugin before the pages are rendered."""
    if not (components.ENGINE.exists() and VALUES.exists()):
        raise PluginError("The rules and the engine are not there yet: run make setup first")
    feedback = env.conf["extra"]["feedback"]
    if feedback and not feedback.startswith(SCHEMES):
        expected = " or ".join(SCHEMES)
        raise PluginError(f"FEEDBACK: {feedback} is no address (expected {expected} in front)")
    language = env.conf["theme"]["language"]
    for name, function in MACROS.items():
        env.macro(partial(function, language), name)
    env.filter(capitalised, "hoofdletter")
    # Asked when a page is made: only then is there a page, and has the offline plugin had its say.
    for name, of_page in MACROS_OF_A_PAGE.items():
        env.macro(partial(_on_page, env, partial(of_page, env, language)), name)
    logging.getLogger("mkdocs.plugins.macros").info(
        "These pages get no policy from MkDocs: make build and make offline finish them"
    )


def _on_page(env: Environment, macro: Callable[..., str], *given: str) -> str:
    """What a macro gives, with the links as whoever builds takes them.

    A page that has a folder stands one deeper than its file, and Zensical lets a link in HTML begin at the file.
    """
    html = macro(*given)
    from_file = env.conf["extra"]["links_from_file"] and env.conf["use_directory_urls"]
    return html.replace('href="../', 'href="') if from_file else html


def _step(env: Environment, language: str, name: str) -> str:
    """The page of an obligation; what search engines show of it is the rule's own summary."""
    env.page.meta.setdefault("description", load_whole().actionable[name].words[language].summary)
    return blocks.step_page(language, name)


def _engine_files(env: Environment, language: str) -> str:
    return tables.engine_files(language, from_disk=not env.conf["use_directory_urls"])


def _components(env: Environment, language: str) -> str:
    return tables.components_list(language, root=_whole_site(env))


def _schema(env: Environment, _language: str, name: str, text: str) -> str:
    """A link to a schema: a file beside the pages of all languages, so no page of this one."""
    return f'<a href="{_whole_site(env)}assets/schema/{name}.schema.json">{text}</a>'


def _file(env: Environment, _language: str, name: str, text: str) -> str:
    """A link to a file of the whole site; only its name where the copy to be read from disk has it not."""
    shown = text or f"<code>{name}</code>"
    if env.conf["extra"]["offline"] and not name.endswith(".json"):
        return shown
    return f'<a href="{_whole_site(env)}{name}">{shown}</a>'


def _whole_site(env: Environment) -> str:
    """The way there from a page that stands at the top of its language."""
    up = "../" if env.conf["use_directory_urls"] else ""
    return f"{up}{env.conf['extra']['root']}"


def _step_sources(env: Environment, language: str, name: str) -> str:
    return blocks.step_sources(language, name, folders=env.conf["use_directory_urls"])


def _letters(env: Environment, language: str) -> str:
    return papers.papers_page(language, folders=env.conf["use_directory_urls"])


def _letter(env: Environment, language: str, name: str) -> str:
    """A paper on a page in a folder of the guide."""
    return papers.paper_on_page(language, name, folders=env.conf["use_directory_urls"])


def _self_check(env: Environment, language: str) -> str:
    return blocks.self_check(language, folders=env.conf["use_directory_urls"])


def _caseload(env: Environment, language: str) -> str:
    return blocks.caseload(language, folders=env.conf["use_directory_urls"])


MACROS_OF_A_PAGE: dict[str, Callable[..., str]] = {
    "stap": _step,
    "zelfcheck_bestanden": _engine_files,
    "onderdelen": _components,
    "schema": _schema,
    "bestand": _file,
    "zelfcheck": _self_check,
    "dossiers": _caseload,
    "bronnen": _step_sources,
    "brieven": _letters,
    "brief": _letter,
}
