"""The rules as open data: every file fits its schema, and says what the engine says."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema_rs import Draft202012Validator

from macros import blocks, open_data
from macros.guidebook import guidebook
from macros.open_data.feed import ATOM, LANGUAGE
from macros.open_data.files import LICENCE
from macros.open_data.llms import Page
from macros.page_words import editions, languages
from poortwachter.law import load
from poortwachter.timeline import KINDS
from tests.conftest import ROOT, built
from tests.engine.examples import answered, examples, found
from tests.engine.test_brief import in_short
from tests.pages import manuscript

NODE = ROOT / ".venv/bin/node"
SITE = "https://example.org/gids"
NAMES = {"a": f"{{{ATOM}}}"}
FEEDS = {"nl": "changes.xml", "en": "changes.en.xml"}
# What a file of data has no business with: a day on a clock, a place on a machine, a number of a person.
NEVER = re.compile(r"\d{2}:\d{2}:\d{2}|/work|/home|/tmp|[\w.]+@[\w.]+|\b\d{9}\b")


def written(site: Path, address: str = SITE) -> Path:
    open_data.write_data(site, feeds=True)
    open_data.write_feeds(site, address)
    return site / open_data.FOLDER


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("site"))


def read(file: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told


def data_files(api: Path) -> list[Path]:
    return [each for each in sorted(api.rglob("*.json")) if each.parent.name != "schema"]


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema, which knows no other fields than those that it names."""
    return {**schema, "additionalProperties": False} if "properties" in schema else schema


def validator(api: Path) -> Draft202012Validator:
    text = (api / "schema" / "open-data.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text, object_hook=closed), validate_formats=True)


def test_every_file_fits_the_published_schema_and_has_no_field_that_it_does_not_name(
    api: Path,
) -> None:
    fits, files = validator(api), data_files(api)
    assert len(files) == len(load().rules) + 4
    for file in files:
        told = read(file)
        assert [error.message[:200] for error in fits.iter_errors(told)] == [], file
        assert (told["edition"], told["licence"]) == (load().edition, LICENCE)


SPOILS: dict[str, tuple[str, Callable[[Any], object]]] = {
    "without sources": ("rules.json", lambda told: told["rules"][0].pop("sources")),
    "another kind": ("rules.json", lambda told: told["rules"][0].update(kind="wish")),
    "no day": ("holidays.json", lambda told: told["holidays"].append("2026-02-30")),
    "half an answer": ("examples.json", lambda told: told["examples"][0]["answer"].pop("week")),
    "another file": ("index.json", lambda told: told.update(file="list")),
}


@pytest.mark.parametrize("spoil", SPOILS)
def test_a_file_that_is_spoilt_does_not_fit(api: Path, spoil: str) -> None:
    file, change = SPOILS[spoil]
    told = read(api / file)
    change(told)
    assert not validator(api).is_valid(told)


def test_the_schemas_are_those_of_the_guide(api: Path) -> None:
    published = {each.name: each.read_bytes() for each in (api / "schema").iterdir()}
    own = (ROOT / "docs/assets/schema").glob("*.json")
    assert published == {each.name: each.read_bytes() for each in own}


def test_each_rule_has_its_own_file_that_says_what_the_list_of_all_says(api: Path) -> None:
    rules = read(api / "rules.json")["rules"]
    assert [each["id"] for each in rules] == [*load().rules]
    assert {file.stem: read(file)["rule"] for file in (api / "rules").iterdir()} == {
        each["id"]: each for each in rules
    }


def test_the_list_names_every_file_and_no_other(api: Path) -> None:
    index = read(api / "index.json")
    told = [*index["files"], *index["rules"].values(), *index["schemas"], "index.json"]
    there = [str(each.relative_to(api)) for each in api.rglob("*") if each.is_file()]
    assert sorted(told) == sorted(there)


def test_from_disk_no_feed_is_listed_because_there_is_none(tmp_path: Path) -> None:
    open_data.write_data(tmp_path, feeds=False)
    assert [*read(tmp_path / "api/index.json")["files"]] == [
        "rules.json",
        "holidays.json",
        "examples.json",
    ]


def test_terms_are_told_with_their_former_versions_and_how_they_are_counted(api: Path) -> None:
    told = read(api / "rules.json")
    [rule] = [each for each in told["rules"] if each["id"] == "wia-aanvraag"]
    counts = [
        (each["valid_from"], each["valid_to"], each["term"]["count"]) for each in rule["versions"]
    ]
    assert counts == [("2005-12-29", "2013-06-30", 13), ("2013-07-01", None, 11)]
    assert told["kinds"].keys() == KINDS.keys()
    assert told["constants"]["wia-beslissing"]["versions"] == [
        {"valid_from": "2005-12-29", "value": 14},
        {"valid_from": "2012-01-01", "value": 8},
    ]


def test_the_holidays_are_those_that_the_engine_counts_with(api: Path) -> None:
    told = read(api / "holidays.json")
    assert set(told["holidays"]) == set(map(str, load().holidays))
    assert told["until"] == str(load().holidays_until)


# The examples as a test set.


def test_of_each_example_the_whole_answer_in_short_is_published(api: Path) -> None:
    told = read(api / "examples.json")["examples"]
    assert len(told) == len(examples()) > 500
    assert len({each["id"] for each in told}) == len(told)
    for each, example in zip(told, examples(), strict=True):
        assert (each["case"], each["on"]) == (example["case"], example["on"])
        assert each["answer"] == in_short(answered(example)), each["id"]


def test_what_was_worked_out_by_hand_is_what_the_engine_says(api: Path) -> None:
    for each in read(api / "examples.json")["examples"]:
        assert found(answered(each), each["by_hand"]) == each["by_hand"], each["id"]


def test_an_example_holds_no_sentence_in_any_language(api: Path) -> None:
    told = read(api / "examples.json")["examples"]
    values = {each for example in told for each in texts([example["answer"], example["by_hand"]])}
    assert [each for each in values if " " in each] == []


def texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from texts(each)


def test_a_program_in_another_language_counts_the_same_dates_by_the_published_files(
    api: Path,
) -> None:
    done = subprocess.run(
        [NODE, "tests/api_answers.mjs", api], cwd=ROOT, capture_output=True, check=True
    )
    told = json.loads(done.stdout)
    assert told["wrong"] == []
    assert sum(told["compared"].values()) > 3000
    # It says why it leaves what it leaves.
    assert told["left"]["a pause"] > 0
    assert {*told["compared"]} >= {"weeks_after_first_day", "weeks_after", "weeks_before"}


def test_that_program_sees_a_date_that_is_a_day_off(api: Path, tmp_path: Path) -> None:
    copy = written(tmp_path)
    told = read(copy / "rules.json")
    [rule] = [each for each in told["rules"] if each["id"] == "probleemanalyse"]
    rule["versions"][0]["term"]["count"] += 1
    (copy / "rules.json").write_text(json.dumps(told), encoding="utf-8")
    done = subprocess.run(
        [NODE, "tests/api_answers.mjs", copy], cwd=ROOT, capture_output=True, check=True
    )
    wrong = {each["rule"] for each in json.loads(done.stdout)["wrong"]}
    assert "probleemanalyse" in wrong
    assert api != copy


# The feed.


def feed(api: Path, language: str) -> ET.Element:
    return ET.parse(api / FEEDS[language]).getroot()  # noqa: S314 (written a moment ago, by us)


def text(element: ET.Element, name: str) -> str:
    [child] = element.findall(f"{{{ATOM}}}{name}")
    assert child.text, name
    return child.text


def links(element: ET.Element) -> dict[str, str]:
    found = element.findall(f"{{{ATOM}}}link")
    return {each.attrib["rel"]: each.attrib["href"] for each in found}


@pytest.mark.parametrize("language", FEEDS)
def test_a_feed_has_what_rfc_4287_demands(api: Path, language: str) -> None:
    root = feed(api, language)
    assert root.tag == f"{{{ATOM}}}feed"
    assert root.attrib[LANGUAGE] == language
    author = root.find(f"{{{ATOM}}}author")
    assert author is not None
    assert text(author, "name")
    assert links(root)["self"] == f"{SITE}/api/{FEEDS[language]}"
    for element in (root, *root.iter(f"{{{ATOM}}}entry")):
        assert text(element, "title")
        assert re.fullmatch(
            r"tag:poortwachterwijzer\.invalid,2026:[a-z0-9/-]+", text(element, "id")
        )
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", text(element, "updated"))
        assert text(element, "updated")[:10] <= load().edition
        assert links(element)["alternate"].startswith(f"{SITE}/")


def test_the_feeds_of_all_languages_tell_the_same_changes_under_ids_of_their_own(api: Path) -> None:
    assert FEEDS.keys() == {*languages()}
    ids = {
        language: [text(each, "id") for each in feed(api, language).iter(f"{{{ATOM}}}entry")]
        for language in FEEDS
    }
    assert [each.removesuffix("/nl") for each in ids["nl"]] == [
        each.removesuffix("/en") for each in ids["en"]
    ]
    together = [each for found in ids.values() for each in found]
    assert len(set(together)) == len(together)


def test_every_change_and_every_former_version_is_told_once(api: Path) -> None:
    told = [each.id for each in open_data.history() if each.change]
    assert sorted(told) == sorted(
        f"change/{name}" for name, each in guidebook().changes.items() if not each.plan
    )
    steps = [
        (step.kind, step.name, step.day) for each in open_data.history() for step in each.steps
    ]
    rules, constants = load().rules.values(), load().constants.items()
    former = [("term", rule.id, each.valid_from) for rule in rules for each in rule.versions[1:]]
    former += [("constant", name, day) for name, each in constants for day, _ in each.versions[1:]]
    assert sorted(steps) == sorted(former)
    assert len(former) > 8
    entries = [*feed(api, "nl").iter(f"{{{ATOM}}}entry")]
    assert len(entries) == len(open_data.history())


def test_an_entry_says_which_rule_what_it_was_and_from_when(api: Path) -> None:
    [entry] = [
        each
        for each in feed(api, "en").iter(f"{{{ATOM}}}entry")
        if "change/termijnen-2013" in text(each, "id")
    ]
    terms = [each.attrib["term"] for each in entry.findall(f"{{{ATOM}}}category")]
    assert {"wia-aanvraag", "reintegratieverslag"} <= {*terms}
    content = text(entry, "content")
    assert content.startswith("From 1 July 2013. ")
    assert re.search(r"until 1 July 2013 13 weeks before .*, after that 11 weeks before", content)
    assert text(entry, "updated") == "2013-07-01T00:00:00Z"


def test_a_rule_that_tells_of_a_change_in_its_words_is_named_by_that_change() -> None:
    asked = {
        (name, file.stem)
        for file in (ROOT / "engine/rules").glob("*/*.yaml")
        for name in re.findall(r"\{since:([a-z0-9-]+)\}", file.read_text(encoding="utf-8"))
        if file.stem in load().rules
    }
    named = {(name, rule) for name, each in guidebook().changes.items() for rule in each.rules}
    plans = {name for name, each in guidebook().changes.items() if each.plan}
    assert {each for each in asked if each[0] not in plans} <= named
    assert asked


# What a rule's page tells.


def test_the_page_of_a_rule_tells_what_its_term_was() -> None:
    dutch = blocks.step_sources("nl", "wia-aanvraag", folders=True)
    assert "## Wat veranderde er?" in dutch
    assert "Tot 1 juli 2013: 13 weken voor " in dutch
    english = blocks.step_sources("en", "wia-aanvraag", folders=True)
    assert "Until 1 July 2013: 13 weeks before " in english


def test_the_page_of_a_rule_that_never_changed_has_no_history() -> None:
    assert "Wat veranderde er?" not in blocks.step_sources("nl", "loonstop", folders=True)


# What all files have in common.


def test_two_builds_write_the_same_bytes(api: Path, tmp_path: Path) -> None:
    again = written(tmp_path)
    files = [each.relative_to(api) for each in sorted(api.rglob("*")) if each.is_file()]
    assert [
        each for each in files if (api / each).read_bytes() != (again / each).read_bytes()
    ] == []


def test_where_the_site_stands_changes_only_the_addresses_in_the_feeds(
    api: Path, tmp_path: Path
) -> None:
    elsewhere = written(tmp_path, "")
    files = [each.relative_to(api) for each in sorted(api.rglob("*")) if each.is_file()]
    differs = [
        str(each) for each in files if (api / each).read_bytes() != (elsewhere / each).read_bytes()
    ]
    assert differs == sorted(FEEDS.values())
    for name in FEEDS.values():
        here, there = ((folder / name).read_text(encoding="utf-8") for folder in (api, elsewhere))
        assert here.replace(f"{SITE}/api/", "").replace(f"{SITE}/", "../") == there


def test_nothing_personal_no_place_and_no_time_stands_in_the_files(api: Path) -> None:
    for file in data_files(api):
        assert NEVER.findall(file.read_text(encoding="utf-8")) == [], file
    for name in FEEDS.values():
        told = (api / name).read_text(encoding="utf-8").replace("T00:00:00Z", "")
        assert NEVER.findall(told) == [], name
    labels = [each["case"].get("label") for each in read(api / "examples.json")["examples"]]
    assert [each for each in labels if each] == []


# llms.txt.


MENU = [
    Page("Begin", "", "Hier begin je."),
    Page("Kort", "kort/"),
    Page("Open data", "open-data/", "Bestanden.", section="Over"),
]


@pytest.mark.parametrize(
    ("language", "address", "page", "data"),
    [
        ("nl", "", "open-data/", "api/rules.json"),
        ("en", "", "open-data/", "../api/rules.json"),
        ("nl", SITE, f"{SITE}/open-data/", f"{SITE}/api/rules.json"),
        ("en", SITE, f"{SITE}/en/open-data/", f"{SITE}/api/rules.json"),
    ],
)
def test_llms_txt_lists_the_pages_by_their_part_of_the_menu_and_the_data(
    tmp_path: Path, language: str, address: str, page: str, data: str
) -> None:
    open_data.write_guide_for_programs(MENU, tmp_path, language, address)
    lines = (tmp_path / "llms.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Poortwachterwijzer"
    assert lines[2].startswith("> ")
    assert f"- [Open data]({page}): Bestanden." in lines
    assert f"- [Kort]({page.replace('open-data', 'kort')})" in lines
    assert lines[lines.index("## Over") + 2].startswith("- [Open data]")
    assert any(each.startswith(f"- [api/rules.json]({data}): ") for each in lines)
    no_advice = {"nl": "Geen juridisch advies", "en": "Not legal advice"}
    assert no_advice[language] in lines[4]


# What the built sites have of it.


@pytest.mark.parametrize("language", FEEDS)
def test_each_page_of_the_menu_stands_in_llms_txt_with_a_line(language: str) -> None:
    folder = editions(built("site"))[language]
    lines = (folder / "llms.txt").read_text(encoding="utf-8").splitlines()
    told = [re.fullmatch(r"- \[.+\]\(([^)]+)\): .+", each) for each in lines if each[:3] == "- ["]
    addresses = {each[1].removesuffix("/") for each in told if each}
    assert all(told)
    names = {manuscript.dutch_name(each, language) for each in addresses}
    pages = {each.removesuffix("/index") for each in manuscript.pages(language)}
    assert pages - names == {"index", "zelfcheck-inbouw"}


def test_the_data_stand_once_and_from_disk_without_what_only_a_server_can_use() -> None:
    assert (built("site") / "api/changes.xml").exists()
    assert not (built("site") / "en/api").exists()
    disk = built("site-offline")
    assert (disk / "api/rules.json").read_bytes() == (built("site") / "api/rules.json").read_bytes()
    assert [*disk.rglob("llms.txt"), *disk.rglob("changes*.xml")] == []
