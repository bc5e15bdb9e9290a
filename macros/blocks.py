"""The views of rules: what the engine knows, poured into the templates. No date is counted here."""

from collections.abc import Iterator
from itertools import groupby

from macros.guidebook import load_whole
from macros.open_data import history_of
from macros.outline import Milestone, milestones
from macros.page_words import page_words
from macros.papers import place_of_files
from macros.templating import rendered
from poortwachter.law import AGREED, Phase


def strength(language: str, name: str) -> str:
    """The small label that says whether a date is law, practice of UWV or custom."""
    return rendered(language, "strength.html", strength=name)


def step_page(language: str, name: str) -> str:
    """The page of one obligation, as Markdown, but for its sources."""
    return rendered(language, "step.md", rule=load_whole().actionable[name])


def own_strength(language: str) -> str:
    """What the label of a step of an organisation's own says, or nothing."""
    return _in_one_piece(rendered(language, "own_strength.html", agreed=AGREED))


def own_home(language: str) -> str:
    """What an organisation says of its guide on the home page, or nothing."""
    return _in_one_piece(rendered(language, "own_home.html"))


def step_sources(language: str, name: str, *, folders: bool) -> str:
    """The end of the page of one obligation: its letters, what changed, where it stands, and what hangs together with it."""
    place = place_of_files(folders=folders)
    return rendered(
        language,
        "step_sources.md",
        rule=load_whole().actionable[name],
        place=place,
        changed=[
            (each.day_in_words(language), each.sentences(language, name), each.change)
            for each in history_of(name)
        ],
    )


def role_choice(language: str) -> str:
    """Lets a reader see only the tasks of one side; without it, or its style, all are there."""
    return rendered(language, "role.html")


def step_plan(language: str) -> str:
    """All rules in the order of the two years, as Markdown; rules that fall together stand together."""
    phases = [
        (phase, [(label, list(group)) for label, group in _by_label(phase, language)])
        for phase in load_whole().phases
    ]
    return rendered(language, "step_plan.md", phases=phases)


def self_check(language: str, *, folders: bool) -> str:
    """The form and the checklist. `folders`: whether a page's address is a folder or a file."""
    return _in_one_piece(rendered(language, "self_check.html", folders=folders, many=False))


def caseload(language: str, *, folders: bool) -> str:
    """The list of cases, with the self-check in which each of them opens."""
    name = page_words(language).names["zelfcheck"]
    check_page = f"../{name}/" if folders else f"{name}.html"
    return _in_one_piece(
        rendered(language, "caseload.html", folders=folders, many=True, check_page=check_page)
    )


def _in_one_piece(html: str) -> str:
    """Without an empty line, at which Markdown would go on."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def _by_label(phase: Phase, language: str) -> Iterator[tuple[str, Iterator[Milestone]]]:
    return groupby(milestones(phase, language), key=lambda milestone: milestone.label)
