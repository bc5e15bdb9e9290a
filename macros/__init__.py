"""The macros of the guide: `define_env` registers the views under the names that pages use."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from mkdocs.exceptions import PluginError

from macros import blocks, inline, tables, two_years
from macros.guidebook import guidebook, load_whole
from macros.postbuild import components
from macros.templating import day
from poortwachter.i18n import capitalised, written

MACROS: dict[str, Callable[..., str]] = {
    "sterkte": blocks.strength,
    "bronnen": blocks.step_sources,
    "stappenplan": blocks.step_plan,
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
    if not components.ENGINE.exists():
        raise PluginError("The rules and the engine are not there yet: run make setup first")
    env.conf["extra"]["rules_edition"] = written(day(load_whole().edition))
    env.conf["extra"]["engine_script"] = components.engine_script()
    env.conf["extra"]["messages"] = guidebook().script_in(env.conf["theme"]["language"])
    for name, function in MACROS.items():
        env.macro(function, name)
    env.filter(capitalised, "hoofdletter")
    # Asked when a page is made: only then is there a page, and has the offline plugin had its say.
    env.macro(lambda name: _step(env, name), "stap")
    env.macro(lambda: _engine_files(env), "zelfcheck_bestanden")
    env.macro(lambda: tables.components_list(folders=env.conf["use_directory_urls"]), "onderdelen")
    env.macro(lambda: blocks.self_check(folders=env.conf["use_directory_urls"]), "zelfcheck")


def on_post_build(_env: Environment) -> None:
    """Say what MkDocs does not do, to who typed mkdocs; called by the plugin after the last page."""
    logging.getLogger("mkdocs.plugins.macros").info(
        "These pages have no policy yet: make build and make offline finish them"
    )


def _step(env: Environment, name: str) -> str:
    """The page of an obligation; what search engines show of it is the rule's own summary."""
    env.page.meta.setdefault("description", load_whole().actionable[name].words["nl"].summary)
    return blocks.step_page(name)


def _engine_files(env: Environment) -> str:
    return tables.engine_files(
        Path(env.conf["docs_dir"]), from_disk=not env.conf["use_directory_urls"]
    )
