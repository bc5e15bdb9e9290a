"""What the site is made of: pinned, told, licensed, and the same when it is built again."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from macros.page_words import languages
from macros.postbuild import components, sbom, security
from tests.conftest import ROOT, built
from tests.pages.built_page import EDITIONS

MADE = datetime(2026, 11, 22, 8, tzinfo=UTC)
BILLS = ("shipped", "python", "npm")
LOCK = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))


def text_of(edition: str, name: str) -> str:
    file = built(edition) / "assets" / "onderdelen" / f"{name}.cdx.json"
    return file.read_text(encoding="utf-8")


def listed(edition: str, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text_of(edition, name))["components"]
    return found


# Pinned.


@pytest.mark.parametrize("name", ["", "-mkdocs-ng", "-zensical"])
def test_every_python_package_is_pinned_and_has_its_sums(name: str) -> None:
    text = (ROOT / f"requirements{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\w)", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE))
    unpinned = [
        each for each in entries if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:", each, re.DOTALL)
    ]
    assert len(entries) > (0 if name else 50)
    assert unpinned == []


def test_every_npm_package_is_pinned_and_has_its_sum() -> None:
    packages = {path: told for path, told in LOCK["packages"].items() if path}
    assert all(told["integrity"].startswith("sha512-") for told in packages.values())
    asked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert [
        version for version in asked.values() if not re.fullmatch(r"\d+(\.\d+)+", version)
    ] == []


# Told.


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", BILLS)
def test_a_bill_of_materials_is_valid(edition: str, name: str) -> None:
    text = text_of(edition, name)
    version = SchemaVersion.from_version(json.loads(text)["specVersion"])
    assert JsonStrictValidator(version).validate_str(text) is None


def test_the_bill_of_what_is_shipped_names_the_engine_file_by_file() -> None:
    sums = {
        each["name"]: each["hashes"][0]["content"]
        for each in listed("site", "shipped")
        if each["type"] == "file"
    }
    engine = {f"assets/engine/{name}": sha256 for name, sha256 in components.engine_files().items()}
    assert sums == {
        name: sha256 for name, sha256 in engine.items() if (built("site") / name).exists()
    }
    assert any(name.endswith(".wasm") for name in sums)


def test_the_bills_of_what_builds_name_every_package_of_the_lock_files() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([\w.-]+)==([^\s;]+)", text, flags=re.MULTILINE))
    assert {(each["name"], each["version"]) for each in listed("site", "python")} == pinned
    locked = {path.rpartition("node_modules/")[2] for path in LOCK["packages"] if path}
    assert {each["name"] for each in listed("site", "npm")} == locked
    assert all(each["licenses"] and each["hashes"] for each in listed("site", "npm"))


def test_nothing_of_the_theme_is_shipped_without_a_name() -> None:
    """The map beside the theme's script says which libraries are in it."""
    maps = [*(built("site") / "assets" / "javascripts").rglob("*.js.map")]
    found = {
        library
        for file in maps
        for library in re.findall(
            r"node_modules/((?:@[^/]+/)?[^/]+)/", file.read_text(encoding="utf-8")
        )
    }
    told = {part.name.lower().removesuffix(".js") for part in components.shipped()}
    assert {"rxjs", "lunr"} <= found
    assert found <= told


# Licensed.


def test_every_part_has_a_licence_and_a_version_or_something_that_has_one() -> None:
    shipped = {part.name: part for part in components.shipped()}
    for part in shipped.values():
        assert part.licence, part
        assert part.version or shipped[part.within].version, part


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_text_of_a_licence_travels_along(edition: str) -> None:
    folder = built(edition) / "assets" / "licenties"
    texts = {part.text for part in components.shipped() if part.text}
    assert {file.name for file in folder.iterdir()} == texts
    assert (folder / "EUPL-1.2.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()
    [material] = [
        file
        for file in distribution("mkdocs-material").files or []
        if file.name == "LICENSE" and "dist-info" in str(file)
    ]
    assert (folder / "Material-for-MkDocs.txt").read_text(encoding="utf-8") == material.read_text()


# Reported.


def test_who_finds_a_leak_reads_where_to_report_it() -> None:
    told = security.security_txt(
        MADE, {"SECURITY_CONTACT": "mailto:lek@example.org", "SITE_URL": "https://example.org/"}
    )
    assert told == (
        "Contact: mailto:lek@example.org\n"
        "Expires: 2027-11-21T08:00:00Z\n"
        "Preferred-Languages: nl, en\n"
        "Canonical: https://example.org/.well-known/security.txt\n"
    )


def test_without_an_address_there_is_no_promise_of_one(tmp_path: Path) -> None:
    security.publish(tmp_path, MADE, {})
    assert list(tmp_path.iterdir()) == []


def test_an_address_that_is_gone_is_not_published_any_more(tmp_path: Path) -> None:
    file = tmp_path / ".well-known" / "security.txt"
    for _ in range(2):
        security.publish(tmp_path, MADE, {"SECURITY_CONTACT": "mailto:lek@example.org"})
        assert file.is_file()
    security.publish(tmp_path, MADE, {})
    assert not file.exists()


def test_an_address_without_its_kind_is_told() -> None:
    with pytest.raises(ValueError, match=r"SECURITY_CONTACT: .+ is no address"):
        security.security_txt(MADE, {"SECURITY_CONTACT": "lek@example.org"})


def test_catalogues_of_public_code_can_read_what_this_is() -> None:
    """As version 0.5 of the standard asks; but for who publishes and maintains it, which nobody knows yet."""
    told = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert told["publiccodeYmlVersion"] == "0.5"
    assert told["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert told["softwareType"] == "standalone/web"
    assert told["platforms"] == ["web"]
    assert told["maintenance"]["type"] == "community"
    assert told["localisation"] == {
        "localisationReady": True,
        "availableLanguages": languages(),
    }
    for words in told["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]
    assert told["legal"]["license"] == components.shipped()[0].licence
    assert told["softwareVersion"] == components.shipped()[0].version
    assert (ROOT / told["logo"]).is_file()


# The same again.


def test_the_bills_of_what_builds_are_the_same_at_another_time(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.cdx.json" for name in BILLS[1:]]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1", "MAKEFLAGS": ""}
    subprocess.run(
        ["make", f"BILLS={tmp_path}", *map(str, files)],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
    )
    told = {file.name: file.read_text(encoding="utf-8") for file in files}
    assert told == {f"{name}.cdx.json": text_of("site", name) for name in BILLS[1:]}


def test_the_bill_of_npm_tells_neither_when_nor_where_it_was_made() -> None:
    bom = """{"serialNumber": "%s", "metadata": {"timestamp": "%s", "component": {"name": "%s"}}}"""
    assert sbom.reproducible(bom % ("1", "2026", "here")) == sbom.reproducible(
        bom % ("2", "2027", "there")
    )


def build(folder: Path, *, offline: bool, **differences: str) -> dict[str, bytes]:
    """Builds an edition as the Makefile does."""
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": "1795305600",
        "NO_MKDOCS_2_WARNING": "1",
        **differences,
    }
    if offline:
        environment |= {"OFFLINE": "true"}
    run = [sys.executable, "-m"]
    mode = ["--from-disk"] if offline else ["--headers", str(folder / "headers")]
    english = ["--config-file", "mkdocs.en.yml", "--site-dir", str(folder / "en")]
    for command in (
        ["mkdocs", "build", "--quiet", "--site-dir", str(folder)],
        ["mkdocs", "build", "--quiet", *english],
        ["macros.postbuild", str(folder), *mode],
    ):
        subprocess.run(run + command, cwd=ROOT, env=environment, check=True, capture_output=True)
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


@pytest.mark.thorough
@pytest.mark.parametrize("offline", [False, True])
def test_two_builds_of_one_commit_are_the_same_byte_for_byte(tmp_path: Path, offline: bool) -> None:
    one = build(tmp_path / "one", offline=offline, TZ="Asia/Tokyo", PYTHONHASHSEED="1")
    other = build(tmp_path / "other", offline=offline, TZ="America/Lima", PYTHONHASHSEED="2")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert {"index.html", "en/index.html"} <= one.keys()
