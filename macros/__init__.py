"""The macros of the guide: `define_env` registers the views under the names that pages use."""

from collections.abc import Callable
from typing import Any, Protocol

from macros import views
from poortwachter.clock import NEW_PERIOD_AFTER
from poortwachter.language import written
from poortwachter.rulebook import load


class Environment(Protocol):
    """What the macros plugin hands over, as far as it is used here."""

    variables: dict[str, Any]
    conf: Any

    def macro(self, function: Callable[..., str], name: str = "") -> Callable[..., str]:
        """Register a function under a name."""
        ...


def define_env(env: Environment) -> None:
    """Register macros and variables; called by the plugin before the pages are rendered."""
    rulebook = load()
    env.conf["extra"]["rules_edition"] = written(views.day(rulebook.edition))
    env.variables["weken_wachttijd"] = rulebook.waiting_weeks
    env.variables["weken_nieuwe_periode"] = NEW_PERIOD_AFTER.days // 7
    env.macro(views.strength, "sterkte")
    env.macro(views.step_page, "stap")
    env.macro(views.step_plan, "stappenplan")
    env.macro(views.fixed_dates, "vaste_datums")
    # Asked when a page is made: only then has the offline plugin had its say.
    env.macro(lambda: views.self_check(folders=env.conf["use_directory_urls"]), "zelfcheck")
