"""The compiler of the letters and sheets: each mistake is told with its file, line, paper and field."""

from pathlib import Path

import pytest

from rules_compiler.book import compiled
from rules_compiler.pages import Pages
from tests.engine.test_rules_compiler import RULES, SMALL_RULES, Mistake, replace, rules

__all__ = ["rules"]

ASK, EN, INDEX = "papers/ask.yaml", "translations/en/papers.yaml", "index.yaml"
SENTENCE = "De wet geeft {term:plan} tijd. {source:regeling-2-1} UWV zegt dat ook. {source:uwv}"

# fmt: off
MISTAKES: list[Mistake] = [
    # Of which steps it is, when it would be wrong, and what it is called.
    (ASK, "steps: [plan]", "steps: [plam]", "5: ask: steps.0: ", ["no rule plam", "did you mean plan?"]),
    (ASK, "[done, contract_over]", "[dome]", "6: ask: unless.0: ", ["dome is not in the list", "did you mean done?", "wage_over"]),
    (ASK, "[done, contract_over]", "[done, done]", "6: ask: unless.1: ", ["done stands in this list twice"]),
    (ASK, "steps: [plan]", "steps: []", "6: ask: unless.0: ", ["done is said of a step", "expected with steps"]),
    (ASK, "id: ask", "id: asks", "1: ask: id: ", ["asks is not the name of the file", "expected ask", "rename the file"]),
    (ASK, "kind: letter", "kind: note", "2: ask: kind: ", ["note is not in the list", "letter, sheet"]),
    (ASK, "from: werknemer\n", "", "1: ask: from: ", ["is missing"]),
    (ASK, "to: werkgever\n", "to: uwv\n", "4: ask: to: ", ["uwv is not in the list", "bedrijfsarts"]),
    (ASK, "kind: letter", "kind: sheet", "4: ask: to: ", ["can stand here", "take it out"]),
    (ASK, "kind: letter", "kind: sheet", "13: ask: nl.subject: ", ["can stand here"]),
    (ASK, "  subject: Het plan\n", "", "10: ask: nl.subject: ", ["is missing"]),
    (ASK, "unless:", "except: []\nunless:", "6: ask: except: ", ["not a key"]),
    # Holes.
    (ASK, "{due:plan}", "{due:plam}", "14: ask: nl.text: ", ["{due:plam}", "no rule plam", "did you mean plan?"]),
    (ASK, "{contents:analyse}", "{contents:analise}", "14: ask: nl.text: ", ["{contents:analise}", "no rule analise", "did you mean analyse?"]),
    (ASK, "{due:plan}", "{dew:plan}", "14: ask: nl.text: ", ["{dew:plan} is no hole", "did you mean due?"]),
    (ASK, "{due:plan}", "{today:plan}", "14: ask: nl.text: ", ["{today:plan} is no hole"]),
    (ASK, "{term:plan} tijd", "{term:plam} tijd", "14: ask: nl.text: ", ["names no rule", "did you mean plan?"]),
    (EN, "{due:plan}", "[date]", "7: papers.ask.text: ", ["{due:plan} is missing", "nl has it"]),
    (ASK, "{due:plan}", "[datum]", "14: ask: nl.text: ", ["{due:plan} is missing", "en has it"]),
    # Sources.
    (ASK, "{source:uwv}", "{source:uwf}", "14: ask: nl.text: ", ["{source:uwf} is not among the sources", "did you mean uwv?"]),
    (ASK, " UWV zegt dat ook. {source:uwv}", " UWV zegt dat ook.", "14: ask: nl.text: ", ["uwv is cited by no sentence", "take it out"]),
    (ASK, "UWV zegt dat ook. {source:uwv}", "UWV zegt dat ook. {source:uwv}\n\n    Dat is verplicht.", "14: ask: nl.text: ", ["speaks of law without a source: Dat is verplicht."]),
    (EN, "2. Call me.", "2. You are obliged to call me.", "7: papers.ask.text: ", ["speaks of law without a source: 2. You are obliged"]),
    (ASK, "{law: uwv,", "{law: uwf,", "9: ask: sources.1.law: ", ["no law uwf", "did you mean uwv?"]),
    (ASK, 'article: "2"', 'article: "9"', "8: ask: sources.0.article: ", ["no text of article 9 was read"]),
    # Languages.
    (EN, "    subject: The plan\n", "", "3: papers.ask.subject: ", ["is missing", "nl has it"]),
    (EN, "  ask:\n", "  ask:\n    late: Now.\n", "4: papers.ask.late: ", ["not a key"]),
    (EN, "papers:\n", "papers:\n  aks: {name: Ask}\n", "3: papers.aks: ", ["stands in no Dutch file", "did you mean ask?"]),
    (EN, "papers:\n", "letters:\n", "2: letters: ", ["not a key", "papers"]),
    (EN, "## What is in it", "What is in it", "7: papers.ask.text: ", ["is put together otherwise than nl", "the same headings"]),
    (EN, "      2. Call me.\n", "", "7: papers.ask.text: ", ["is put together otherwise than nl"]),
    # Counts.
    (ASK, "geeft {term:plan} tijd", "geeft 2 weken tijd", "14: ask: nl.text: ", ["2 weken is typed by hand", "{term:plan}"]),
    (EN, "gives {term:plan}.", "gives two weeks.", "7: papers.ask.text: ", ["two weeks is typed"]),
    (ASK, "binnen {term:plan}.", "binnen 2 weken.", "12: ask: nl.summary: ", ["2 weken is typed"]),
    (ASK, "  subject: Het plan", "  subject: Het plan van 2026", "13: ask: nl.subject: ", ["2026 is typed"]),
]
# fmt: on


@pytest.mark.parametrize(
    "mistake", MISTAKES, ids=lambda mistake: " ".join([*mistake[3:4], *mistake[4]])
)
def test_a_mistake_in_a_paper_is_told_with_its_file_line_and_field(
    rules: Path, mistake: Mistake
) -> None:
    file, old, new, where, words = mistake
    replace(rules / file, old, new)
    problems = compiled(rules)[1]
    told = [problem for problem in problems if problem.startswith(f"{file}:{where}")]
    assert any(all(word in problem for word in words) for problem in told), problems


def test_a_paper_that_nobody_translated_is_told_once(rules: Path) -> None:
    (rules / EN).write_text("papers: {}\n", encoding="utf-8")
    [told] = compiled(rules)[1]
    assert told.startswith(f"{EN}:1: papers.ask: is missing (expected because {ASK} has it")


def test_a_translation_without_its_file_is_told(rules: Path) -> None:
    (rules / EN).unlink()
    [told] = compiled(rules)[1]
    assert told.startswith(f"{EN}:1: is missing (")


def test_every_mistake_in_a_paper_is_told_at_once(rules: Path) -> None:
    replace(rules / ASK, "steps: [plan]", "steps: [plam]")
    replace(rules / ASK, SENTENCE, "De wet geeft 2 weken tijd.")
    replace(rules / EN, "      2. Call me.\n", "")
    told = " ".join(compiled(rules)[1])
    for words in (
        "no rule plam",
        "uwv is cited by no sentence",
        "speaks of law without a source",
        "2 weken is typed",
        "is put together otherwise",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("De rechter beslist.", "The court decides."),
        ("## De wet", "## The law"),
        ("Zie artikel 629. {source:uwv}", "See article 629. {source:uwv}"),
    ],
)
def test_what_speaks_of_no_law_or_cites_it_is_right(rules: Path, dutch: str, english: str) -> None:
    for file, line in ((ASK, f"    {dutch}\n"), (EN, f"      {english}\n")):
        with (rules / file).open("a", encoding="utf-8") as paper:
            paper.write(f"\n{line}")
    assert compiled(rules)[1] == []


def test_a_page_that_asks_for_no_paper_is_told(rules: Path) -> None:
    whole = {
        name: f'{{{{ stap("{name}") }}}} {{{{ bronnen("{name}") }}}}'
        for name in ("analyse", "plan")
    }
    asking = 'Text.\n{{ brief("ask") }}\n{{ brief("aks") }} {{ brief("plan") }}\n'
    pages = Pages(whole, frozenset(whole), {"docs/en/a.md": asking})
    told = [problem.partition(" (")[0] for problem in compiled(rules, (), pages)[1]]
    assert told == [
        "docs/en/a.md:3: brief: nothing is called aks",
        "docs/en/a.md:3: brief: nothing is called plan",
    ]


def test_a_paper_comes_out_with_its_counts_filled_and_its_sources_by_their_keys() -> None:
    book, problems = compiled(SMALL_RULES)
    [paper] = book["papers"]
    assert problems == []
    assert paper["nl"]["summary"] == "Vraag om het plan, binnen 2 weken."
    assert "De wet geeft 2 weken tijd. {source:regeling-2-1}" in paper["nl"]["text"]
    assert "\n- Wat kan\n- Wat niet kan\n" in paper["nl"]["text"]
    assert "\n- What is possible\n- What is not\n" in paper["en"]["text"]
    assert [*paper["sources"]] == ["regeling-2-1", "uwv"]
    assert paper["sources"]["regeling-2-1"]["law"] == "Regeling"


def test_papers_stand_in_the_order_of_their_first_steps_and_the_rest_comes_last(
    rules: Path,
) -> None:
    for name, step in (
        ("zz-first", "[analyse]"),
        ("aa-none", "[]"),
        ("aa-end", "[last-day, analyse]"),
    ):
        text = (rules / ASK).read_text(encoding="utf-8")
        text = text.replace("id: ask", f"id: {name}").replace("[plan]", step)
        (rules / f"papers/{name}.yaml").write_text(
            text.replace("unless: [done, contract_over]", "unless: []"), encoding="utf-8"
        )
        words = (rules / EN).read_text(encoding="utf-8")
        own = words.partition("papers:\n")[2].partition("  ask:\n")[2]
        with (rules / EN).open("a", encoding="utf-8") as translation:
            translation.write(f"  {name}:\n{own.partition(chr(10) + '  zz')[0].rstrip()}\n")
    book, problems = compiled(rules)
    assert problems == []
    assert [paper["id"] for paper in book["papers"]] == ["zz-first", "ask", "aa-end", "aa-none"]


def test_the_papers_as_they_are_have_no_mistake() -> None:
    book, problems = compiled(RULES)
    assert problems == []
    assert len(book["papers"]) == len([*(RULES / "papers").glob("*.yaml")])
