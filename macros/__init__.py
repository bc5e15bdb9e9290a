"""The macros of the guide: `define_env` registers the views under the names that pages use."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from macros import lists, two_years, views, words
from macros.finishing import parts
from macros.rendering import day
from poortwachter.guidebook import load_whole
from poortwachter.language import capitalised, written

MACROS: dict[str, Callable[..., str]] = {
    "sterkte": views.strength,
    "bronnen": views.step_sources,
    "stappenplan": views.step_plan,
    "rolkeuze": views.role_choice,
    "twee_jaren": two_years.two_years,
    "termijn": words.term,
    "week": words.week,
    "weken": words.count,
    "vroeger": words.formerly,
    "getal": words.figure,
    "sinds": words.since,
    "bron": words.source,
    "elders": words.elsewhere,
    "boetes": lists.fines,
    "begrippen": lists.glossary,
    "bronnenlijst": lists.sources,
    "getallenlijst": lists.figures,
    "wijzigingenlijst": lists.changes,
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
    env.conf["extra"]["rules_edition"] = written(day(load_whole().edition))
    env.conf["extra"]["engine_script"] = parts.engine_script()
    for name, function in MACROS.items():
        env.macro(function, name)
    env.filter(capitalised, "hoofdletter")
    # Asked when a page is made: only then is there a page, and has the offline plugin had its say.
    env.macro(lambda name: _step(env, name), "stap")
    env.macro(lambda: _engine_files(env), "zelfcheck_bestanden")
    env.macro(lambda: lists.parts_list(folders=env.conf["use_directory_urls"]), "onderdelen")
    env.macro(lambda: views.self_check(folders=env.conf["use_directory_urls"]), "zelfcheck")


def _step(env: Environment, name: str) -> str:
    """The page of an obligation; what search engines show of it is the rule's own summary."""
    env.page.meta.setdefault("description", load_whole().steps[name].words["nl"].summary)
    return views.step_page(name)


def _engine_files(env: Environment) -> str:
    return lists.engine_files(
        Path(env.conf["docs_dir"]), from_disk=not env.conf["use_directory_urls"]
    )
