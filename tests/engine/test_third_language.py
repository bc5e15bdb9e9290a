"""A third language: its three files and what code must know are all it needs, and nothing stays Dutch."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import pseudo
from tests.conftest import ROOT
from tests.engine.examples import examples

SMALL_RULES = Path(__file__).parent / "small_rules"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the engine and its rules, compiled with a language made of marks."""
    root = tmp_path_factory.mktemp("pseudo")
    pseudo.copy_to(root)
    assert run(root, "-m", "rules_compiler") == ""
    return root


def run(root: Path, *arguments: str, typed: str = "") -> str:
    """All that Python with the engine of the copy says."""
    path = os.pathsep.join(map(str, (root / "engine", root / "engine/build", ROOT)))
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": path},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr + done.stdout


def compiled(root: Path, name: str) -> Any:
    return json.loads((root / f"engine/poortwachter/{name}.json").read_text(encoding="utf-8"))


def blocks(content: Any) -> Iterator[dict[str, Any]]:
    """Everything that is told in Dutch, with the other languages beside it."""
    if isinstance(content, dict):
        if "nl" in content:
            yield content
        for each in content.values():
            yield from blocks(each)
    elif isinstance(content, list):
        for each in content:
            yield from blocks(each)


def texts(content: Any) -> Iterator[str]:
    """Every text, but for where the law stands: its titles are names."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        yield from (
            text for key, each in content.items() if key != "sources" for text in texts(each)
        )
    elif isinstance(content, list):
        yield from (text for each in content for text in texts(each))


def test_the_rules_compile_in_a_third_language_without_a_complaint(copy: Path) -> None:
    for name in ("rules", "guide", "papers"):
        told = [*blocks(compiled(copy, name))]
        assert len(told) > len(compiled(copy, "rules")["phases"])
        assert [each for each in told if not {"nl", "en", "xx"} <= each.keys()] == []


def test_what_is_compiled_is_marked_wherever_it_is_told_in_the_third_language(copy: Path) -> None:
    """Also what the compiler fills in: counts, days, and who delivers a part of the report."""
    for name in ("rules", "guide", "papers"):
        told = [text for block in blocks(compiled(copy, name)) for text in texts(block["xx"])]
        assert [text for text in told if left_in_dutch(text)] == []


def left_in_dutch(text: str) -> bool:
    """Whether letters stand outside all marks, but for the letter of a part of the report."""
    bare = re.sub(r"^(- )?[a-z]\. ", "", pseudo.FILLED_IN.sub("", text), flags=re.MULTILINE)
    return re.search(r"[^\W\d_]", pseudo.unmarked(bare)) is not None


SHOW = """
import json, sys
from datetime import date
from poortwachter import Case
from poortwachter.case import read_facts
from poortwachter.selfcheck import ROLES, Submission, answer_to, page_view
for i, line in enumerate(sys.stdin):
    facts = read_facts(Case, json.loads(line))
    submission = Submission(facts, [*ROLES, None][i % (len(ROLES) + 1)])
    print(json.dumps(page_view(answer_to(submission, date(2026, 11, 21)), submission, "xx")))
"""
CHECK = ("-m", "poortwachter", "check", "--lang", "xx", "--on", "2026-11-21")


@pytest.mark.parametrize("asked", [(*CHECK, "--jsonl"), ("-c", SHOW)], ids=["answer", "page"])
def test_no_sentence_of_an_answer_or_a_page_in_the_third_language_holds_dutch(
    copy: Path, asked: tuple[str, ...]
) -> None:
    """Of what programs and scripts get, that which has a space is a sentence, the rest names."""
    cases = [json.dumps({**example["case"], "label": None}) for example in examples()[::4]]
    told = run(copy, *asked, typed="".join(f"{case}\n" for case in cases)).splitlines()
    assert len(told) == len(cases)
    sentences = {text for line in told for text in texts(json.loads(line)) if " " in text}
    assert len(sentences) > len(cases)
    assert [text for text in sentences if left_in_dutch(text)] == []


def test_the_text_of_an_answer_and_a_comparison_in_the_third_language_holds_no_dutch(
    copy: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"first_sick_day": "2025-03-03", "outlook": {"long_absence": false}}')
    compare = ("-m", "poortwachter", "compare", "--lang", "xx", "--on", "2026-11-21", str(other))
    for example in examples()[:: len(examples()) // 3]:
        case = json.dumps({**example["case"], "label": None})
        told = run(copy, *CHECK, "-", typed=case) + run(copy, *compare, "-", typed=case)
        assert [line for line in told.splitlines() if left_in_dutch(line)] == []


def test_the_list_of_a_caseload_in_the_third_language_holds_no_dutch(copy: Path) -> None:
    caseload = ("-m", "poortwachter", "caseload", "-", "--lang", "xx", "--on", "2026-11-21")
    days = ("2026-11-02", "2026-10-05", "2025-01-06", "2026-11-20")
    rows = "".join(f"{day},{said}\n" for day in days for said in ("nee", "?"))
    told = run(copy, *caseload, typed=f"first_sick_day,probleemanalyse\n{rows}").splitlines()
    assert len(told) > len(days)
    assert [line for line in told if left_in_dutch(line)] == []


PAPERS = """
import json
from datetime import date
from poortwachter import Case, check
from poortwachter.papers import Told, paper_as_text, papers
case = Case.from_dict({"first_sick_day": "2026-01-05", "done": {"plan-van-aanpak": False}})
for told in (None, Told(case, check(case, on=date(2026, 11, 21)))):
    for paper in papers().values():
        text = paper_as_text(paper, told, "xx")
        for title in sorted((each.law for each in paper.sources.values()), key=len, reverse=True):
            text = text.replace(title, "")
        print(json.dumps(text))
"""


def test_no_letter_or_sheet_in_the_third_language_holds_dutch(copy: Path) -> None:
    """But for the titles of laws, which are names."""
    told = [json.loads(line) for line in run(copy, "-c", PAPERS).splitlines()]
    assert len(told) == 2 * len(compiled(copy, "papers"))
    lines = [line for text in told for line in text.splitlines()]
    assert [line for line in lines if left_in_dutch(line)] == []


LEAVE_OUT = """
import json, sys
from pathlib import Path
from rules_compiler.book import compiled
from tests import pseudo
folder = pseudo.write(Path(sys.argv[1]))
for name in ("rules.yaml", "sentences.yaml", "papers.yaml"):
    for place in pseudo.without_each_key(folder / name):
        print(json.dumps([name, ".".join(place), compiled(Path(sys.argv[1]))[1]]))
"""


def test_whatever_is_left_out_of_a_third_language_is_one_line_that_names_it(
    copy: Path, tmp_path: Path
) -> None:
    rules = Path(shutil.copytree(SMALL_RULES, tmp_path / "rules"))
    lines = run(copy, "-c", LEAVE_OUT, str(rules)).splitlines()
    for name, place, problems in map(json.loads, lines):
        assert len(problems) == 1, (place, problems)
        assert problems[0].startswith(f"translations/xx/{name}:")
        assert f": {place}: is missing (" in problems[0]
    assert len(lines) > 40


def test_a_text_is_marked_but_for_what_is_filled_in() -> None:
    assert pseudo.marked("Uiterlijk {day}, één keer.") == "⟦Ùìtèrlìjk {day}, één kèèr.⟧"
    assert pseudo.unmarked("Op ⟦dàg ⟦één⟧⟧: 3") == "Op : 3"
