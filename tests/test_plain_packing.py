"""The way home: Pyodide as it came, with nothing cut or rewritten, answers as the trimmed one does."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.bridge import answer
from pyodide_bundle import pack
from tests.conftest import ROOT, manifest
from tests.in_node import answers
from tests.recorder import recording

# Packed once, for all that is tried with it.
pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("plain packing")]

SAMPLES = json.loads(
    (ROOT / "engine/build/pyodide_bundle/samples.json").read_text(encoding="utf-8")
)
ANSWERS = [answer(json.dumps(sample)) for sample in SAMPLES]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain")
    pack.main(["--plain", "--output", str(folder / "engine")])
    return folder


def test_what_is_packed_plainly_is_pyodide_to_the_byte(plain: Path) -> None:
    files = manifest(plain / "engine")["files"]
    for name in ("pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs"):
        packed = (plain / "engine" / files[name]["file"]).read_bytes()
        assert packed == (ROOT / "node_modules/pyodide" / name).read_bytes()


def test_packed_plainly_it_answers_under_node_as_python_does(plain: Path) -> None:
    requests = map(json.dumps, SAMPLES)
    assert [*answers(requests, plain / "engine")] == ANSWERS


def test_packed_plainly_it_starts_and_answers_in_a_locked_page(plain: Path, page: Page) -> None:
    (plain / "index.html").write_text(
        '<!doctype html><title>Test</title><script src="engine/engine.js"></script>',
        encoding="utf-8",
    )
    with recording(plain) as server:
        page.goto(server.url)
        page.evaluate("poortwachter.start({ base: 'engine/' })")
        for sample, expected in zip(SAMPLES, ANSWERS, strict=True):
            told = page.evaluate("(request) => poortwachter.ask(request)", sample)
            assert told == json.loads(expected)
