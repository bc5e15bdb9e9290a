"""What people type in a fresh clone works, whatever their shell brings along."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT, Home
from tests.pages.visitor import PATIENCE, Visitor

pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("fresh clone")]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The last commit, set up: for that, and only that, the network is asked, as this machine knows how.

    Which certificates are trusted, for one, often stands in the environment.
    """
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)
    network = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PATH", "HOME"} and not name.startswith(("MAKE", "MFLAGS"))
    }
    assert types(folder, "make", "setup", **network)
    return folder


def types(clone: Path, *command: str, **more: str) -> str:
    """What a command says, in a shell that knows no more than where programs and its owner live."""
    places = os.environ["PATH"].split(os.pathsep)
    path = os.pathsep.join(place for place in places if not Path(place).is_relative_to(ROOT))
    done = subprocess.run(
        command,
        cwd=clone,
        env={"PATH": path, "HOME": os.environ["HOME"], **more},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return f"{done.stdout}\n{done.stderr}"


def test_mkdocs_builds_and_says_that_make_finishes(clone: Path) -> None:
    assert "make build" in types(clone, ".venv/bin/mkdocs", "build", "--strict")
    assert (clone / "site/index.html").is_file()


def test_make_bench_runs_to_its_end(clone: Path) -> None:
    """Also after MkDocs alone, whose pages are not finished."""
    told = types(clone, "make", "bench", BENCH="short")
    for part in ("visits", "answers", "guide", "caseload", "command", "tables", "build"):
        assert f"\n{part}: " in told


# What README tells an organisation to type, last: it leaves the site of an organisation behind.


@pytest.fixture(scope="module")
def organisation(clone: Path) -> Home:
    """The offline copy of the organisation that does not exist."""
    types(clone, "cp", "-r", "engine/own-example", "../our-guide")
    types(clone, "make", "offline", "OWN=../our-guide")
    return Home(f"{(clone / 'site-offline').as_uri()}/", from_disk=True)


def test_an_organisation_finds_its_steps_in_the_step_plan_as_agreements(
    organisation: Home, page: Page
) -> None:
    visitor = Visitor(page, organisation)
    visitor.opens("stappenplan")
    step = page.locator("#eigen-overleg-na-plan")
    expect(step).to_contain_text("Overleg met HR (afspraak van Voorbeeld BV)")
    expect(step).to_contain_text("Uiterlijk 3 weken na het plan van aanpak")
    expect(step).to_contain_text("Dit is een afspraak van Voorbeeld BV, geen wet.")
    expect(step.get_by_role("link", name="Lees de afspraak")).to_have_attribute(
        "href", "https://voorbeeld.invalid/verzuimprotocol#overleg"
    )


def test_an_organisation_finds_its_steps_in_the_check_and_the_calendar(
    organisation: Home, page: Page
) -> None:
    visitor = Visitor(page, organisation)
    visitor.opens("zelfcheck")
    visitor.types_first_sick_day("1", "10", "2026")
    visitor.presses("Toon mijn overzicht")
    row = page.locator('[data-obligation="eigen-belgesprek"]')
    expect(row).to_contain_text("8 oktober 2026", timeout=PATIENCE)
    expect(row.locator(".pw-strength")).to_have_text("afspraak")
    row.locator("summary").first.click()
    expect(row).to_contain_text("1 week na de eerste ziektedag: donderdag 8 oktober 2026.")
    later = page.locator('[data-obligation="eigen-overleg-na-plan"]')
    later.locator("summary").first.click()
    with page.expect_download() as download:
        later.get_by_role("button", name="Zet in mijn agenda").click()
    assert "20261217" in download.value.path().read_text(encoding="utf-8")


def test_an_organisation_finds_its_colours_name_logo_and_contact_on_every_page(
    organisation: Home, page: Page
) -> None:
    visitor = Visitor(page, organisation)
    for source in ("index", "zelfcheck", "vragen/werknemer"):
        visitor.opens(source)
        header = page.locator(".md-header")
        expect(header).to_have_css("background-color", "rgb(107, 31, 92)")
        contact = page.get_by_role(
            "link", name="Vragen over dit stappenplan? Mail Personeelszaken."
        )
        expect(contact).to_have_attribute("href", "mailto:personeelszaken@voorbeeld.invalid")
        assert "Voorbeeld BV" in page.evaluate(
            "document.querySelector('.md-header .md-logo img').src.endsWith('logo.svg') ?"
            " document.body.textContent : ''"
        )


def test_an_organisation_finds_its_words_on_home_and_below_a_step_in_each_language(
    organisation: Home, page: Page
) -> None:
    visitor = Visitor(page, organisation)
    visitor.opens("index")
    expect(page.locator("main")).to_contain_text("Dit is de gids van Voorbeeld BV.")
    visitor.opens("en/stappen/plan-van-aanpak")
    expect(page.locator("main")).to_contain_text("With us the casemanager fills in the plan")
    form = page.get_by_role("link", name="Our form for the plan of action")
    expect(form).to_have_attribute("href", re.compile("^https://voorbeeld.invalid/formulieren/"))


def test_without_its_layer_the_same_clone_builds_the_guide_without_it(
    organisation: Home, clone: Path, page: Page
) -> None:
    types(clone, "make", "offline")
    Visitor(page, organisation).opens("stappenplan")
    expect(page.locator("#plan-van-aanpak")).to_be_visible()
    expect(page.locator("[id^='eigen-']")).to_have_count(0)
