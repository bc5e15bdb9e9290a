"""The compiler of the rules: each kind of mistake is told with its file, line, rule and field."""

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

import poortwachter
from poortwachter.answer import STATUS_OF_GAP, Status
from poortwachter.i18n import LOCALES, RULE_TEXTS, WITH_WEEKDAY
from poortwachter.law import AGREED, Certainty, Condition, Kind, Person, Presence, Strength
from poortwachter.render import COUNTED, GROUP_OF_STATUS, STANDINGS, WORDS_OF_UNKNOWN, Group
from poortwachter.timeline import CONDITIONS, COUNT_FROM_ANOTHER, KINDS, PRESENT, Gap
from rules_compiler.book import compiled
from rules_compiler.code import Asking, asking
from rules_compiler.complaints import OF_PARTS, SENTENCES
from rules_compiler.languages import KNOWN, lacks
from rules_compiler.pages import Pages
from rules_compiler.shipped import for_engine
from rules_compiler.source import read_text, schema

RULES = Path(poortwachter.__file__).parents[1] / "rules"
SMALL_RULES = Path(__file__).parent / "small_rules"

INDEX, LAWS, WORDS = "index.yaml", "laws.yaml", "messages.yaml"
EN, EN_WORDS = "translations/en/rules.yaml", "translations/en/sentences.yaml"
TRANSLATED = ("rules.yaml", "sentences.yaml", "papers.yaml")
ANALYSE, PLAN, LAST_DAY = (
    "obligations/analyse.yaml",
    "obligations/plan.yaml",
    "moments/last-day.yaml",
)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of a small book of rules, to be broken."""
    return Path(shutil.copytree(SMALL_RULES, tmp_path / "rules"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# In a file, what to replace by what; line, rule and field of the message, with its file if that is
# another one; and words in it.
Mistake = tuple[str, str, str, str, list[str]]

# fmt: off
MISTAKES: list[Mistake] = [
    # A key that is unknown, missing, or there twice.
    (ANALYSE, "strength: wet", "strength: wet\nstrenght: wet", "5: analyse: strenght: ", ["not a key", "did you mean strength?", "valid_from"]),
    (ANALYSE, "count: 6}", "count: 6, off: plan}", "6: analyse: term.off: ", ["did you mean of?", "kind, count, of"]),
    (EN, "    name: Analysis\n", "", "3: rules.analyse.name: ", ["is missing", "nl has it"]),
    (ANALYSE, "  late: Maak een afspraak.\n", "", "16: analyse: nl.late: ", ["is missing"]),
    (LAST_DAY, "term: {kind: last_day_of_sick_week, count: 104}\n", "", "1: last-day: term: ", ["is missing"]),
    (PLAN, "{kind: weeks_after, count: 2, of: analyse}", "{kind: weeks_before, count: 2}", "7: plan: term.of: ", ["is missing"]),
    (ANALYSE, "strength: wet", "strength: wet\nkind: duty", "5: analyse: kind: ", ["line 2 already", "take one out"]),
    (EN, "    noun: the analysis", "    noun: the\n    noun: analysis", "6: rules.analyse.noun: ", ["line 5 already"]),
    (LAWS, "uwv:", "regeling:", "7: regeling: ", ["line 1 already"]),
    (PLAN, "term: {kind: weeks_after, count: 2, of: analyse}\n", "", "7: plan: recurs_until: ", ["says nothing without term"]),
    # A number for calendars that is missing, or that is another's.
    (PLAN, "appointment: 2\n", "", "1: plan: appointment: ", ["is missing", "next free number, 2"]),
    (PLAN, "appointment: 2\n", "appointment: 1\n", "19: plan: appointment: ", ["the number of analyse already", "such as 2"]),
    # A fact that no question of the case takes, or that is told of something else than a fact.
    (ANALYSE, "strength: wet", "strength: wet\ntold_by: aow_date", "5: analyse: told_by: ", ["kind obligation", "right or event"]),
    # A value of another type, or not in the list.
    (ANALYSE, "count: 6", "count: six", "6: analyse: term.count: ", ["six is not a whole number", "expected a number such as 6"]),
    (ANALYSE, "count: 6", "count: -6", "6: analyse: term.count: ", ["-6 is too low", "0 or more"]),
    (ANALYSE, "who: [werkgever, bedrijfsarts]", "who: werkgever", "3: analyse: who: ", ["werkgever is not a list", "[a, b]"]),
    (ANALYSE, "term: {kind: weeks_after_first_day, count: 6}", "term: six weeks", "6: analyse: term: ", ["six weeks is not a block"]),
    (ANALYSE, 'article: "2"', "article: 2", "29: analyse: sources.0.article: ", ["2 is not text", "in quotes"]),
    (ANALYSE, "  noun: de analyse", "  noun:", "18: analyse: nl.noun: ", ["nothing is not text"]),
    (ANALYSE, "  noun: de analyse", '  noun: ""', "18: analyse: nl.noun: ", ["is empty"]),
    (ANALYSE, "    - Wat kan\n", "    - 12\n", "25: analyse: nl.contents.0: ", ["12 is not text"]),
    (ANALYSE, "strength: wet", "strength: wt", "4: analyse: strength: ", ["wt is not in the list", "did you mean wet?", "wet, uwv, gebruik"]),
    (ANALYSE, "[werkgever, bedrijfsarts]", "[werkgever, chef]", "3: analyse: who.1: ", ["chef", "uwv"]),
    (ANALYSE, "[werkgever, bedrijfsarts]", "[werkgever, werkgever]", "3: analyse: who.1: ", ["werkgever stands in this list twice"]),
    (EN, "      bedrijfsarts: Write", "      doctor: Write", "10: rules.analyse.tasks.doctor: ", ["doctor is not in the list", "bedrijfsarts"]),
    (ANALYSE, "kind: weeks_after_first_day, count: 6", "kind: weeks, count: 6", "6: analyse: term.kind: ", ["weeks is not in the list", "weeks_after_first_day"]),
    (ANALYSE, "no_long_absence", "no_absence", "14: analyse: falls_away.0: ", ["did you mean no_long_absence?"]),
    (ANALYSE, "strength: wet", "strength: wet\nonly_with: luck", "5: analyse: only_with: ", ["luck", "sanction"]),
    (PLAN, "recurs_until", "dated_by: term\nrecurs_until", "8: plan: dated_by: ", ["term is not in the list", "from, first_sick_day"]),
    (ANALYSE, 'sources:\n  - {law: regeling, article: "2", paragraph: "2", checked: 2026-01-01, certainty: verified}', "sources: []", "28: analyse: sources: ", ["is empty", "1 or more"]),
    # Dates, and names with a form of their own.
    (ANALYSE, "valid_from: 2013-07-01", "valid_from: 2026-02-30", "5: analyse: valid_from: ", ["2026-02-30 is not a date", "2026-07-01"]),
    (ANALYSE, "checked: 2026-01-01", "checked: 1-1-2026", "29: analyse: sources.0.checked: ", ["1-1-2026 is not a date"]),
    (INDEX, "edition: 2026-01-01", "edition: 2026", "2: edition: ", ["2026 is not text", "year-month-day"]),
    ("holidays.yaml", "2026-04-03", "2026-4-3", "2: 1: ", ["2026-4-3 is not a date"]),
    (LAWS, "BWBR0013540\n", "BWB13540\n", "4: regeling.bwb: ", ["BWB13540", "BWBR and seven digits"]),
    (LAWS, "https://www.uwv.nl", "www.uwv.nl", "10: uwv.url: ", ["www.uwv.nl", "https://"]),
    (LAWS, "uwv:", "UWV pagina:", "7: UWV pagina: ", ["not well formed", "small letters"]),
    # Other rules.
    (PLAN, "of: analyse}\nterm", "of: analyze}\nterm", "6: plan: from.of: ", ["no rule analyze", "did you mean analyse?"]),
    (ANALYSE, "count: 7", "count: 7, of: plan-b", "13: analyse: earlier.1.term.of: ", ["no rule plan-b", "did you mean plan?"]),
    (PLAN, "recurs_until: last-day", "recurs_until: last", "8: plan: recurs_until: ", ["no rule last", "last-day"]),
    (PLAN, "related: [analyse]", "related: [analysis]", "9: plan: related.0: ", ["no rule analysis", "did you mean analyse?"]),
    (ANALYSE, "related: [plan]", "related: [plan, xyz]", "15: analyse: related.1: ", ["no rule xyz", "without .yaml"]),
    (LAST_DAY, "count: 104", "count: 104, of: last-day", "6: last-day: term.of: ", ["circle", "last-day -> last-day"]),
    # Languages.
    (ANALYSE, "  late: Maak een afspraak.", "  late: Maak een afspraak.\n  not_needed: Nooit.", f"{EN}:3: rules.analyse.not_needed: ", ["is missing", "nl has it"]),
    (EN, "    late: Make an", "    question: Why?\n    late: Make an", f"{ANALYSE}:16: analyse: nl.question: ", ["is missing", "en has it"]),
    (EN, "      bedrijfsarts: Write it down.\n", "", "8: rules.analyse.tasks.bedrijfsarts: ", ["is missing", "nl has it"]),
    (EN, "      - What is not\n", "", "11: rules.analyse.contents: ", ["1 there, 2 in nl"]),
    (EN, "  last-day:\n    name: Last day\n    noun: the last day\n    summary: Then the wage ends.\n", "", "2: rules.last-day: ", ["is missing", LAST_DAY]),
    (EN, "  end: The end\n", "", "28: phases.end: ", ["is missing", INDEX]),
    (EN, "  a: The first day\n", "", "33: report.a: ", ["is missing", "report.yaml has it in Dutch"]),
    (EN, "  loonsanctie: A wage sanction lasts at most this long\n", "", "38: figures: ", ["nothing is not a block"]),
    (EN, "  termijnen: The analysis comes earlier.\n", "", "46: changes.termijnen: ", ["is missing", "changes.yaml has it in Dutch"]),
    (EN, "  uwv: Page of UWV", "  uvw: Page of UWV\n  uwv: Page of UWV", "53: laws.uvw: ", ["stands in no Dutch file", "did you mean uwv?"]),
    (EN, "  begin: The beginning", "  begin: The beginning\n  middle: The middle", "30: phases.middle: ", ["stands in no Dutch file", "take it out"]),
    (EN, "report:\n", "raport: {}\nreport:\n", "33: raport: ", ["not a key", "did you mean report?"]),
    (EN, "  begin: The beginning", "  begin:", "29: phases.begin: ", ["nothing is not text"]),
    (EN_WORDS, "  lasted:", "  last: Last.\n  lasted:", "3: steps.last: ", ["stands in no Dutch file", "did you mean lasted?"]),
    (EN_WORDS, "  werkgever: employer", "  werkgever: [employer]", "5: people.werkgever: ", ["is not text"]),
    # Versions.
    (ANALYSE, "valid_to: 2008-10-31", "valid_to: 2008-10-30", "9: analyse: earlier.0.valid_to: ", ["2008-10-30 leaves a gap", "2008-11-01"]),
    (ANALYSE, "valid_to: 2008-10-31", "valid_to: 2008-11-01", "9: analyse: earlier.0.valid_to: ", ["2008-11-01 overlaps"]),
    (ANALYSE, "valid_to: 2013-06-30", "valid_to: 2014-06-30", "12: analyse: earlier.1.valid_to: ", ["overlaps", "2013-07-01"]),
    (ANALYSE, "valid_from: 2013-07-01", "valid_from: 2013-08-01", "12: analyse: earlier.1.valid_to: ", ["leaves a gap", "2013-08-01"]),
    (ANALYSE, "valid_from: 2004-01-01", "valid_from: 2009-01-01", "9: analyse: earlier.0.valid_to: ", ["2008-10-31 is before valid_from", "2009-01-01 or later"]),
    (PLAN, "strength: wet", "strength: wet\nvalid_to: 2003-12-31", "5: plan: valid_to: ", ["2003-12-31 is before valid_from"]),
    # Laws.
    (ANALYSE, "law: regeling", "law: regling", "29: analyse: sources.0.law: ", ["no law regling", "did you mean regeling?"]),
    (LAST_DAY, ', article: "2"', "", "12: last-day: sources.0.article: ", ["is missing", "expected with regeling"]),
    (LAWS, "{article}", "{artikel}", "5: regeling.url: ", ["{artikel}", "did you mean article?"]),
    (ANALYSE, 'article: "2"', 'article: "4"', "29: analyse: sources.0.article: ", ["no text of article 4 was read", "article of regeling"]),
    (ANALYSE, 'paragraph: "2"', 'paragraph: "4"', "29: analyse: sources.0.paragraph: ", ["article 2 has no paragraph 4", "one of 1, 2, 3"]),
    (ANALYSE, 'article: "2"', 'article: "3"', "29: analyse: sources.0.paragraph: ", ["article 3 has no paragraph 2", "it has no numbers"]),
    (ANALYSE, "certainty: verified", "certainty: secondary", "29: analyse: sources.0.certainty: ", ["secondary", "article 2 of regeling was read"]),
    (LAWS, '"2": "1-3"', '"2": "1 to 3"', "6: regeling.articles.2: ", ["1 to 3 is not well formed", "such as"]),
    # Sentences.
    (EN_WORDS, '  lasted: "The sickness has lasted {weeks} on {day}."', "  {}", "2: steps.lasted: ", ["is missing", WORDS]),
    (EN_WORDS, "lasted {weeks} on {day}", "lasted {weeks}", "3: steps.lasted: ", ["{day} is missing", "nl has it"]),
    (WORDS, "geduurd op {day}", "geduurd", "2: steps.lasted: ", ["{day} is missing", "en has it"]),
    (EN_WORDS, "lasted {weeks} on", "lasted {week} on", "3: steps.lasted: ", ["{week} is not a value", "did you mean weeks?", "years"]),
    (EN_WORDS, "lasted {weeks} on", "lasted {weeks:>3} on", "3: steps.lasted: ", ["{weeks:>3} is not a value", "did you mean weeks?"]),
    (EN_WORDS, "lasted {weeks} on", "lasted {weeks!r} on", "3: steps.lasted: ", ["{weeks!r} is not a value"]),
    (EN_WORDS, "lasted {weeks} on", "lasted {} on", "3: steps.lasted: ", ["{} is not a value"]),
    (EN_WORDS, "on {day}.", "on {day.", "3: steps.lasted: ", ["expected '}'", "{day}"]),
    # Holes in prose.
    (PLAN, "summary: Wat er gebeurt.", "summary: Binnen {termijn}.", "13: plan: nl.summary: ", ["{termijn} is no hole", "did you mean term?", "figure, since"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Binnen {}.", "13: plan: nl.summary: ", ["{} is no hole", "term, from, week"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Binnen {term.", "13: plan: nl.summary: ", ["a brace that stands alone", "{term}"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Binnen {term|words}.", "13: plan: nl.summary: ", ["{term|words} has no form words", "number, nth"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Binnen {term:analyze}.", "13: plan: nl.summary: ", ["names no rule", "did you mean analyse?", "without .yaml"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Wat er {from} gebeurt.", "13: plan: nl.summary: ", ["a count that plan does not have"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: In {week:analyse}.", "13: plan: nl.summary: ", ["the term of analyse gives none", "{term}"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Tot {figure:loonsanktie}.", "13: plan: nl.summary: ", ["names nothing", "did you mean loonsanctie?", "figures.yaml"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Sinds {since:wiaa}.", "13: plan: nl.summary: ", ["names nothing", "did you mean wia?", "changes.yaml"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Dat kost {fine}.", "13: plan: nl.summary: ", ["a fine that plan does not have"]),
    (WORDS, "{weeks} geduurd", "{weeks} na {term:analyze} geduurd", "2: steps.lasted: ", ["names no rule", "did you mean analyse?"]),
    # Counts, weeks and dates that are typed in prose.
    (PLAN, "summary: Wat er gebeurt.", "summary: Binnen 2 weken.", "13: plan: nl.summary: ", ["2 weken is typed by hand", "such as {term})"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Binnen twee volle weken.", "13: plan: nl.summary: ", ["twee volle weken is typed", "{term}"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Binnen zes weken.", "13: plan: nl.summary: ", ["zes weken is typed", "{term:analyse}"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Na tweeënvijftig of 52 weken.", "13: plan: nl.summary: ", ["52 weken is typed", "{figure:loonsanctie}"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Na één werkdag.", "13: plan: nl.summary: ", ["één werkdag is typed", "{figure:...}"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Na een half jaar.", "13: plan: nl.summary: ", ["half jaar is typed"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Tot en met week 104.", "13: plan: nl.summary: ", ["week 104 is typed", "{week:last-day}"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Uiterlijk op dag vier.", "13: plan: nl.summary: ", ["dag vier is typed"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: De 6e-weeksmelding.", "13: plan: nl.summary: ", ["6e-weeksmelding is typed", "{term:analyse|nth}"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Op de vierde ziektedag.", "13: plan: nl.summary: ", ["vierde ziektedag is typed"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Minstens zeventig procent.", "13: plan: nl.summary: ", ["zeventig procent is typed"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Dat kost € 400.", "13: plan: nl.summary: ", ["400 is typed"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Sinds 1 juli 2013.", "13: plan: nl.summary: ", ["1 juli 2013 is typed", "{since:termijnen})"]),
    (PLAN, "summary: Wat er gebeurt.", "summary: Sinds 2012.", "13: plan: nl.summary: ", ["2012 is typed", "{since:...}"]),
    (EN, "summary: What happens.", "summary: In two-week steps.", "18: rules.plan.summary: ", ["two-week is typed", "{term}"]),
    (EN, "summary: What happens.", "summary: Since July 2013.", "18: rules.plan.summary: ", ["July 2013 is typed"]),
    (EN, "tasks: {werkgever: Make the plan.}", "tasks: {werkgever: Make it in Six weeks.}", "20: rules.plan.tasks.werkgever: ", ["Six weeks is typed", "{term:analyse}"]),
    (ANALYSE, "    - Wat kan\n", "    - Wat in 3 dagen kan\n", "25: analyse: nl.contents.0: ", ["3 dagen is typed"]),
    (EN_WORDS, "lasted {weeks} on", "lasted {weeks}, over four weeks, on", "3: steps.lasted: ", ["four weeks is typed"]),
    # Constants.
    ("constants.yaml", "valid_to: 2012-12-31", "valid_to: 2012-12-30", "8: pause.earlier.0.valid_to: ", ["leaves a gap", "2013-01-01"]),
    ("constants.yaml", "law: regeling", "law: regling", "11: pause.sources.0.law: ", ["did you mean regeling?"]),
    # What a change of the law changed.
    ("changes.yaml", "certainty: secondary", "certainty: secondary\n  rules: [analyze]", "9: termijnen.rules.0: ", ["no rule analyze", "did you mean analyse?"]),
    ("changes.yaml", "certainty: secondary", "certainty: secondary\n  constants: [pauze]", "9: termijnen.constants.0: ", ["no constant pauze", "did you mean pause?"]),
    ("constants.yaml", "unit: weeks", "unit: days", "4: pause.unit: ", ["days cannot stand here", "expected weeks"]),
    # The parts of the report.
    ("report.yaml", "documents: [plan]", "documents: [plam]", "9: parts.1.documents.0: ", ["no rule plam", "did you mean plan?"]),
    ("report.yaml", "rule: plan", "rule: analyse", "1: rule: ", ["analyse has contents itself"]),
    (EN, "b: The plan", "b: The plan of 2 weeks", "35: report.b: ", ["2 weeks is typed", "{term:plan}"]),
    # Both languages ask the same.
    (ANALYSE, "late: Maak een afspraak.", "late: Maak binnen {term} een afspraak.", f"{EN}:14: rules.analyse.late: ", ["{term} is missing", "nl has it"]),
    # The place of a rule.
    (ANALYSE, "id: analyse", "id: analysis", "1: analyse: id: ", ["analysis is not the name of the file", "expected analyse"]),
    (ANALYSE, "kind: obligation", "kind: event", "2: analyse: kind: ", ["event", "expected obligation", "move the file to events"]),
    (INDEX, "      - plan\n", "", "4: phases: ", ["plan stands in no phase"]),
    (INDEX, "- plan", "- plan\n      - plam", "10: phases.0.rules.2: ", ["no rule plam", "did you mean plan?"]),
    (INDEX, "- last-day", "- last-day\n      - plan", "14: phases.1.rules.1: ", ["plan stands in phase begin already"]),
    (INDEX, "- plan", "- plan\n      - plan", "10: phases.0.rules.2: ", ["plan stands in this list twice"]),
    # No YAML at all.
    (ANALYSE, "count: 6}", "count: !!int six}", "1: analyse: ", ["cannot be read", "six"]),
    (ANALYSE, "who: [werkgever, bedrijfsarts]", "who: [werkgever, bedrijfsarts", "4: analyse: ", ["is not YAML", "expected ',' or ']'"]),
    (ANALYSE, "  noun: de analyse", "  noun: de: analyse", "18: analyse: ", ["is not YAML", "in quotes"]),
    (ANALYSE, "  noun: de analyse", "\tnoun: de analyse", "18: analyse: ", ["is not YAML"]),
    (ANALYSE, "  noun: de analyse", "  noun: de \x07 analyse", "1: analyse: ", ["is not YAML"]),
]
# fmt: on


@pytest.mark.parametrize(
    "mistake", MISTAKES, ids=lambda mistake: " ".join([*mistake[3:4], *mistake[4]])
)
def test_a_mistake_is_told_with_its_file_line_rule_and_field(rules: Path, mistake: Mistake) -> None:
    file, old, new, where, words = mistake
    replace(rules / file, old, new)
    _, problems = compiled(rules)
    assert len(problems) == 1, problems
    assert problems[0].startswith(where if ".yaml:" in where else f"{file}:{where}")
    assert [word for word in words if word not in problems[0]] == []


PROSE = {
    "Binnen {term}.": "Binnen 2 weken.",
    "Binnen {term:analyse}, {term|number} weken later.": "Binnen 6 weken, 2 weken later.",
    "De {term:analyse|nth}-weeksmelding.": "De 6e-weeksmelding.",
    "Tot en met {week:last-day}, na {term:last-day}.": "Tot en met week 104, na 104 weken.",
    "Hoogstens {figure:loonsanctie}.": "Hoogstens 52 weken.",
    "Sinds {since:termijnen}.": "Sinds 1 juli 2013.",
    "Een dag, de eerste week, het tweede jaar, één keer, artikel 7:629.": None,
    "Wetsvoorstel 36869, twee banen en één van de drie.": None,
}


@pytest.mark.parametrize("prose", PROSE)
def test_a_hole_is_filled_and_what_is_no_count_stays(rules: Path, prose: str) -> None:
    replace(rules / PLAN, "late: Maak het vandaag.", f'late: "{prose}"')
    replace(rules / EN, "late: Make it today.", f'late: "{_holes_only(prose)}"')
    book, problems = compiled(rules)
    assert problems == []
    assert _rules(book)[1]["nl"]["late"] == (PROSE[prose] or prose)


def _holes_only(prose: str) -> str:
    return " ".join(["Holes:", *re.findall(r"\{[^}]*\}", prose)])


def test_a_hole_tells_in_the_language_around_it(rules: Path) -> None:
    replace(rules / EN, "Make it today.", "The {term:analyse|nth}, {term} since {since:termijnen}")
    replace(rules / PLAN, "Maak het vandaag.", "Na {term:analyse}, {term}, {since:termijnen}")
    book, problems = compiled(rules)
    assert problems == []
    assert _rules(book)[1]["en"]["late"] == "The 6th, 2 weeks since 1 July 2013"


def test_a_term_to_come_is_not_told_as_the_one_of_today(rules: Path) -> None:
    """The edition of the small rules is of 1 January 2026."""
    replace(rules / ANALYSE, "Maak een afspraak.", "Binnen {term}.")
    replace(rules / EN, "Make an appointment.", "Within {term}.")
    earlier = "  - valid_from: 2013-07-01\n    valid_to: 2026-12-31\n    term: {kind: weeks_after_first_day, count: 6}\n"
    replace(rules / ANALYSE, "valid_from: 2013-07-01", "valid_from: 2027-01-01")
    replace(rules / ANALYSE, "count: 6}", "count: 9}")
    replace(rules / ANALYSE, "falls_away", f"{earlier}falls_away")
    assert _told(rules) == "Binnen 6 weken."
    replace(rules / INDEX, "edition: 2026-01-01", "edition: 2027-01-01")
    assert _told(rules) == "Binnen 9 weken."


def _told(rules: Path) -> Any:
    book, problems = compiled(rules)
    assert problems == []
    return _rules(book)[0]["nl"]["late"]


def test_a_constant_has_its_versions_for_the_engine_and_its_value_of_today_in_prose(
    rules: Path,
) -> None:
    replace(rules / PLAN, "Maak het vandaag.", "Na {figure:pause}.")
    replace(rules / EN, "Make it today.", "After {figure:pause}.")
    replace(rules / INDEX, "edition: 2026-01-01", "edition: 2012-12-31")
    book, problems = compiled(rules)
    assert problems == []
    assert book["constants"] == {"pause": [("2004-01-01", 3), ("2013-01-01", 4)]}
    assert _rules(book)[1]["nl"]["late"] == "Na 3 weken."


def test_a_name_stands_among_the_constants_or_among_the_figures(rules: Path) -> None:
    replace(rules / "constants.yaml", "pause:", "loonsanctie:")
    replace(rules / EN, "  pause:", "  loonsanctie:")
    [told] = compiled(rules)[1]
    assert told.startswith("constants.yaml:1: loonsanctie: is also the name of a figure")


def test_what_a_source_figure_or_change_says_is_told_to_the_guide_in_every_language() -> None:
    book, _ = compiled(SMALL_RULES)
    guide, [analyse, *_] = book["guide"], _rules(book)
    read = {"nl": "Versie van 1 juli 2025", "en": "Version of 1 July 2025"}
    assert guide["laws"]["regeling"]["read"] == analyse["sources"][0]["read"] == read
    assert guide["figures"]["loonsanctie"]["sources"][0]["read"] == read
    assert (
        guide["figures"]["pause"]["means"]["en"]
        == "Recovery for this long makes a new period begin"
    )
    assert guide["changes"]["termijnen"]["what"]["en"] == "The analysis comes earlier."
    [told, *_] = _rules(for_engine(book))
    assert told["sources"][0]["read"] == read["nl"]


def test_the_parts_of_the_report_are_the_contents_of_its_rule() -> None:
    book, _ = compiled(SMALL_RULES)
    assert _rules(book)[1]["nl"]["contents"] == [
        "a. De eerste dag",
        "b. Het plan (werkgever en werknemer)",
    ]
    assert book["report"][0] == {"letter": "a", "who": ["werkgever"], "known": True}


def test_the_compiler_fills_what_a_sentence_asks_of_a_rule_and_leaves_the_rest(rules: Path) -> None:
    replace(rules / WORDS, "{weeks} geduurd", "{weeks} van {term:last-day} geduurd")
    replace(rules / EN_WORDS, "lasted {weeks}", "lasted {weeks} of {term:last-day}")
    book, problems = compiled(rules)
    assert problems == []
    assert book["messages"]["steps"]["lasted"] == {
        "nl": "De ziekte heeft {weeks} van 104 weken geduurd op {day}.",
        "en": "The sickness has lasted {weeks} of 104 weeks on {day}.",
    }


def test_a_circle_is_told_once_and_whole(rules: Path) -> None:
    replace(rules / LAST_DAY, "count: 104", "count: 104, of: plan")
    replace(rules / ANALYSE, "count: 6}", "count: 6, of: last-day}")
    _, problems = compiled(rules)
    told = f"{ANALYSE}:6: analyse: term.of: goes round in a circle: analyse -> last-day -> plan -> analyse"
    assert [problem.startswith(told) for problem in problems if ": analyse:" in problem] == [True]


def test_a_count_from_an_end_that_can_be_moved_is_refused_until_an_article_says_so(
    rules: Path,
) -> None:
    replace(rules / LAST_DAY, "strength: wet", "strength: wet\nmoved_by: analyse")
    replace(rules / PLAN, "of: analyse}\nterm", "of: last-day}\nterm")
    replace(rules / PLAN, "count: 2, of: analyse", "count: 2, of: last-day")
    told = [problem.split(" (")[0] for problem in compiled(rules)[1]]
    moved = "last-day can be moved by analyse"
    places = ("6: plan: from.of", "7: plan: term.of", "8: plan: recurs_until")
    assert told == [f"{PLAN}:{place}: {moved}" for place in places]
    replace(rules / PLAN, "recurs_until", "unmoved:\n  last-day: article 2\nrecurs_until")
    assert compiled(rules)[1] == []


def test_the_weeks_of_an_end_that_can_be_moved_are_not_counted_again(rules: Path) -> None:
    replace(rules / LAST_DAY, "strength: wet", "strength: wet\nmoved_by: plan")
    replace(
        rules / PLAN,
        "kind: weeks_after, count: 0, of: analyse",
        "kind: after_sick_weeks, count: 104",
    )
    told = [problem.split(" (")[0] for problem in compiled(rules)[1]]
    assert f"{PLAN}:6: plan: from.count: 104 is that of last-day, which can move" in told


def test_a_missing_file_is_told(rules: Path) -> None:
    (rules / LAWS).unlink()
    _, problems = compiled(rules)
    assert [problem.split(": [")[0] for problem in problems] == ["laws.yaml:1: cannot be read"]


@pytest.mark.parametrize("file", [EN, EN_WORDS])
def test_a_translation_without_one_of_its_files_is_told_so_and_not_each_word(
    rules: Path, file: str
) -> None:
    (rules / file).unlink()
    [told] = compiled(rules)[1]
    assert told.startswith(f"{file}:1: is missing (expected ")


def test_words_in_a_language_that_nobody_reads_are_told(rules: Path) -> None:
    shutil.copytree(rules / "translations/en", rules / "translations/fy")
    told = compiled(rules)[1]
    assert [each.split(" (")[0] for each in told] == [
        "translations/fy/papers.yaml:1: is read by nobody",
        "translations/fy/rules.yaml:1: is read by nobody",
        "translations/fy/sentences.yaml:1: is read by nobody",
    ]
    assert all("add a new language to LANGUAGES" in each for each in told)


def test_a_language_with_words_of_a_broken_rule_is_not_told_that_they_are_strange(
    rules: Path,
) -> None:
    replace(rules / PLAN, "strength: wet", "strength: wt")
    replace(rules / INDEX, "    nl: Het begin\n", "")
    told = [problem.split(" ")[1] for problem in compiled(rules)[1]]
    assert told == ["phases.0.nl:", "plan:"]


def test_a_file_that_is_no_text_is_told(rules: Path) -> None:
    (rules / PLAN).write_bytes(b"\xff\xfe\x00")
    _, problems = compiled(rules)
    assert [problem[:40] for problem in problems] == ["obligations/plan.yaml:1: plan: cannot be"]


@pytest.mark.parametrize("file", ["plan.yaml", "obligation/plan-b.yaml", "obligations/plan.yml"])
def test_a_file_that_nobody_reads_is_told(rules: Path, file: str) -> None:
    (rules / file).parent.mkdir(exist_ok=True)
    (rules / file).touch()
    _, problems = compiled(rules)
    assert len(problems) == 1
    assert problems[0].startswith(f"{file}:1: ")
    assert "obligations, duties, rights, events, moments" in problems[0]


def test_two_files_of_one_name_are_told(rules: Path) -> None:
    shutil.copy(rules / LAST_DAY, rules / "obligations")
    replace(rules / "obligations/last-day.yaml", "kind: moment", "kind: obligation")
    _, problems = compiled(rules)
    told = "obligations/last-day.yaml:1: last-day: id: last-day is also the name of"
    assert any(problem.startswith(f"{told} {LAST_DAY}") for problem in problems)


def test_a_fact_is_told_by_a_question_that_there_is(rules: Path) -> None:
    replace(rules / ANALYSE, "kind: obligation", "kind: event\ntold_by: aow_day")
    _, problems = compiled(rules)
    assert any("no field aow_day of a case (did you mean aow_date?" in each for each in problems)


def test_every_mistake_is_told_at_once_by_file_and_line(rules: Path) -> None:
    replace(rules / ANALYSE, "strength: wet", "strength: hard")
    replace(rules / ANALYSE, "count: 6}", "count: -6}")
    replace(rules / ANALYSE, "  late: Maak een afspraak.\n", "")
    replace(rules / LAST_DAY, "law: regeling", "law: wet")
    replace(rules / PLAN, "related: [analyse]", "related: [none]")
    replace(rules / INDEX, "- last-day", "- day")
    replace(rules / WORDS, "{week", "{dag")
    _, problems = compiled(rules)
    assert [problem.split(": ")[0] for problem in problems] == [
        "index.yaml:4",
        "index.yaml:13",
        "messages.yaml:2",
        "moments/last-day.yaml:12",
        "obligations/analyse.yaml:4",
        "obligations/analyse.yaml:6",
        "obligations/analyse.yaml:16",
        "obligations/plan.yaml:9",
    ]


def test_what_the_schema_hides_is_told_in_the_same_run(rules: Path) -> None:
    replace(rules / PLAN, "strength: wet", "strength: hard")
    replace(rules / PLAN, "count: 2, of: analyse}", "count: 2, of: analise}")
    replace(rules / PLAN, "law: uwv", "law: uvw")
    _, problems = compiled(rules)
    assert [problem.split(": ")[2] for problem in problems] == [
        "strength",
        "term.of",
        "sources.0.law",
    ]


def test_a_rule_that_breaks_the_schema_is_told_whole(rules: Path) -> None:
    replace(rules / ANALYSE, "strength: wet", "strength: wt")
    replace(rules / ANALYSE, "valid_to: 2008-10-31", "valid_to: 2008-10-30")
    replace(
        rules / ANALYSE,
        "  late: Maak een afspraak.",
        "  late: Maak binnen vier dagen een afspraak.",
    )
    replace(rules / EN, "      - What is not\n", "")
    replace(rules / EN, "      bedrijfsarts: Write it down.\n", "")
    told = [problem.partition(" (")[0].split(": ", 1)[1] for problem in compiled(rules)[1]]
    assert [each.rpartition(": ")[0] for each in told] == [
        "analyse: strength",
        "analyse: earlier.0.valid_to",
        "analyse: nl.late",
        "rules.analyse.tasks.bedrijfsarts",
        "rules.analyse.contents",
    ]


def test_what_asks_for_a_broken_rule_is_not_told_of_it(rules: Path) -> None:
    replace(rules / PLAN, "  late: ", "  late: '{term:analyse} {week:last-day}' # ")
    replace(rules / ANALYSE, "strength: wet", "strength: wt")
    assert [each for each in compiled(rules)[1] if "names no rule" in each] == []


def test_a_page_that_a_rule_lacks_is_told(rules: Path) -> None:
    whole = '{{ stap("plan") }} {{ bronnen("plan") }}'
    pages = Pages({"plan": whole, "nobody": ""}, frozenset({"analyse"}))
    _, problems = compiled(rules, (), pages)
    assert [" ".join(problem.split()[:4]) for problem in problems] == [
        "docs/stappen/analyse.md:1: is missing (expected",
        "docs/stappen/analyse.md:1: is missing (expected",
        "docs/stappen/nobody.md:1: there is no",
        "mkdocs.yml:1: stappen/plan.md is in",
    ]
    half = Pages({"analyse": whole, "plan": whole}, frozenset({"analyse", "plan"}))
    assert len(compiled(rules, (), half)[1]) == 2


ASKING = """Text.
{{ termijn("analise") | hoofdletter }} and {{ getal("tim", unit=False) }}
{{ sinds("nowhere") }}
{{ bron("regeling", "99") }}, {{ bron("regeling", "2", "9") }}, {{ bron("regelingen") }}
{{ bron("regeling", "2", "1") }} {{ sinds("wia") }} {{ termijn("analyse") }} {{ getal("loonsanctie") }}
"""


def test_all_that_the_pages_ask_for_and_is_not_there_is_told_at_once(rules: Path) -> None:
    whole = {
        name: f'{{{{ stap("{name}") }}}} {{{{ bronnen("{name}") }}}}'
        for name in ("analyse", "plan")
    }
    pages = Pages(whole, frozenset(whole), {"docs/en/a.md": ASKING})
    told = [problem.partition(" (")[0] for problem in compiled(rules, (), pages)[1]]
    assert told == [
        "docs/en/a.md:2: getal: nothing is called tim",
        "docs/en/a.md:2: termijn: nothing is called analise",
        "docs/en/a.md:3: sinds: nothing is called nowhere",
        "docs/en/a.md:4: bron: article 2 has no paragraph 9",
        "docs/en/a.md:4: bron: no text of article 99 was read",
        "docs/en/a.md:4: bron: nothing is called regelingen",
    ]


def test_each_rule_of_today_has_its_page_and_place() -> None:
    assert compiled(RULES, (), Pages.of(RULES.parents[1]))[1] == []


def test_a_book_without_a_mistake_compiles() -> None:
    book, problems = compiled(SMALL_RULES)
    assert problems == []
    assert [rule["id"] for phase in book["phases"] for rule in phase["rules"]] == [
        "analyse",
        "plan",
        "last-day",
    ]
    assert book["phases"][0]["rules"][0]["sources"][0]["url"].endswith("artikel=2")


def test_the_engine_gets_only_the_words_of_an_answer() -> None:
    book, _ = compiled(SMALL_RULES)
    analyse, plan, _ = _rules(book)
    told, plan_told, _ = _rules(for_engine(book))
    assert {"what", "tasks", "late"} <= set(analyse["nl"])
    assert set(told["nl"]) == set(told["en"]) == {"name", "noun", "summary"}
    assert set(plan) - set(plan_told) == {"related"}


def _rules(book: dict[str, Any]) -> list[dict[str, Any]]:
    return [rule for phase in book["phases"] for rule in phase["rules"]]


def test_the_rules_as_they_are_have_no_mistake() -> None:
    book, problems = compiled(RULES)
    assert problems == []
    assert book["edition"]


def listed(*path: str) -> set[str]:
    """The values that the schema allows somewhere."""
    found: Any = schema()["$defs"]
    for name in path:
        found = found[name]
    return set(found["enum"])


def test_the_schema_allows_what_the_engine_can_count_and_nothing_else() -> None:
    assert listed("kind") == set(KINDS)
    assert listed("condition") == set(CONDITIONS)
    assert listed("presence") == set(PRESENT)
    assert set(KINDS) >= COUNT_FROM_ANOTHER


def test_a_rule_that_the_engine_asks_for_and_that_was_renamed_is_told(rules: Path) -> None:
    renamed = Asking("poortwachter/answer/notices.py", 12, "_late", ("analyse", "analise"))
    [told] = compiled(rules, [renamed])[1]
    assert told.startswith("poortwachter/answer/notices.py:12: _late asks for a rule: ")
    assert "there is no rule analise (did you mean analyse?" in told


def test_the_engine_asks_only_for_rules_that_exist() -> None:
    assert {each.function for each in asking()} >= {"end_of_sanction", "_notice_after_42_weeks"}
    assert compiled(RULES, asking())[1] == []


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("moments/einde-verlengde-wachttijd.yaml", "falls_away: [wia_after_aow]"),
        ("moments/einde-wachttijd.yaml", "from: {kind: last_day_of_wage}"),
        ("obligations/wia-aanvraag.yaml", "recurs_until: einde-loonsanctie"),
    ],
)
def test_a_circle_is_told_also_where_it_goes_through_the_engine(
    tmp_path: Path, file: str, key: str
) -> None:
    copy = Path(shutil.copytree(RULES, tmp_path / "rules"))
    replace(copy / file, "strength: wet\n", f"strength: wet\n{key}\n")
    told = " ".join(compiled(copy)[1])
    assert "goes round in a circle" in told
    assert Path(file).stem in told


def test_the_schema_allows_the_values_that_the_engine_writes_in_its_own_way() -> None:
    counted = {unit for language in LOCALES.values() for unit in language["units"]}
    assert counted | WITH_WEEKDAY | set(RULE_TEXTS) <= listed("value")


def test_the_types_of_the_engine_are_the_values_of_the_schema() -> None:
    assert set(get_args(Kind)) == listed("rule", "properties", "kind")
    strengths = {*listed("rule", "properties", "strength"), AGREED}
    assert set(get_args(Strength)) == strengths == read_text(RULES / WORDS)["strengths"].keys()
    assert set(get_args(Person)) == listed("person")
    assert set(get_args(Certainty)) == listed("source", "properties", "certainty")
    assert set(get_args(Condition)) == set(CONDITIONS)
    assert set(get_args(Presence)) == set(PRESENT)


def test_every_status_gap_and_group_has_its_words() -> None:
    messages = read_text(RULES / WORDS)
    assert set(get_args(Status)) == STANDINGS.keys() == GROUP_OF_STATUS.keys()
    assert set(get_args(Gap)) == STATUS_OF_GAP.keys()
    assert set(get_args(Gap)) - WORDS_OF_UNKNOWN.keys() <= messages["steps"].keys()
    assert {*WORDS_OF_UNKNOWN.values()} <= messages["texts"].keys()
    assert list(get_args(Group)) == [*messages["groups"]]
    assert list(COUNTED) == [*messages["totals"]]


def test_every_kind_of_term_and_person_has_its_words() -> None:
    messages = read_text(RULES / WORDS)
    assert KINDS.keys() <= messages["terms"].keys()
    assert listed("person") == messages["people"].keys()


def test_every_keyword_of_the_schema_has_its_message() -> None:
    checked = Draft202012Validator.VALIDATORS.keys() & set(_keys(schema()))
    assert checked - {"$ref", "properties", "items", "if"} <= {
        *SENTENCES,
        *OF_PARTS,
        "propertyNames",
    }


def _keys(schema: Any) -> list[str]:
    if isinstance(schema, list):
        return [key for item in schema for key in _keys(item)]
    if isinstance(schema, dict):
        return [*schema, *_keys([*schema.values()])]
    return []


OF_NEW_LANGUAGE = re.compile(r"\bxx(\.\w+|/\w+\.yaml:1)*:? is missing \(")


@pytest.fixture
def with_new_language(tmp_path: Path) -> Path:
    """A copy of the engine, its rules compiled in two languages, to which a third was added since."""
    root = RULES.parents[1]
    ignored = shutil.ignore_patterns("__pycache__", "examples")
    shutil.copytree(root / "engine", tmp_path / "engine", ignore=ignored)
    shutil.copytree(root / "docs/stappen", tmp_path / "docs/stappen")
    shutil.copytree(root / "macros", tmp_path / "macros", ignore=ignored)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    languages = 'LANGUAGES = ("nl", "en"'
    replace(tmp_path / "engine/poortwachter/law/rulebook.py", languages, f'{languages}, "xx"')
    return tmp_path


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What Python does with the engine of a copy."""
    return subprocess.run(
        [sys.executable, *arguments],
        env={"PYTHONPATH": f"{root}:{root}/engine:{root}/engine/build"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_language_that_is_new_is_told_where_it_is_missing_and_nothing_else(
    with_new_language: Path,
) -> None:
    """So that whoever adds one can follow the lines, and meets no traceback on the way."""
    lines = run(with_new_language, "-m", "rules_compiler").stderr.splitlines()
    assert [each for each in lines if not OF_NEW_LANGUAGE.search(each)] == []
    for name in TRANSLATED:
        assert any(each.startswith(f"translations/xx/{name}:1: is missing") for each in lines)
    for file, known in KNOWN.items():
        for name in known["nl"]:
            assert f"{file}:1: xx.{name} is missing (expected because nl has it)" in lines


def test_a_language_with_headings_only_is_told_every_rule_and_sentence_that_it_lacks(
    with_new_language: Path,
) -> None:
    translations = with_new_language / "engine/rules/translations"
    english = {name: read_text(translations / "en" / name) for name in TRANSLATED}
    (translations / "xx").mkdir()
    for name, words in english.items():
        headings = "".join(f"{each}: {{}}\n" for each in words)
        (translations / "xx" / name).write_text(headings, encoding="utf-8")
    lines = run(with_new_language, "-m", "rules_compiler").stderr.splitlines()
    places = {line.split(": ")[1] for line in lines if line.startswith("translations/xx/")}
    for words in english.values():
        assert {f"{heading}.{name}" for heading in words for name in words[heading]} <= places
    assert len(places) == len([each for each in lines if each.startswith("translations/")])


HALF = """
LOCALES["xx"] = {**EN, "months": EN["months"][:11], "units": {"days": ("d", "ds")}}
del LOCALES["xx"]["patterns"]
"""
HALF_COUNTS = """
NUMERALS["xx"] = {**NUMERALS["en"], "numbers": ("wan", "too"), "units": {"days": "ds?"}}
del NUMERALS["xx"]["names"]
"""
HALF_LAW = '\nLAW_WORDS["xx"] = {}\n'


def test_a_language_that_is_half_written_is_told_what_it_still_lacks(
    with_new_language: Path,
) -> None:
    """Also where the words of the rules are there, and hold what would be counted."""
    for file, half in zip(KNOWN, (HALF, HALF_COUNTS, HALF_LAW), strict=True):
        with (with_new_language / "engine" / file).open("a", encoding="utf-8") as code:
            code.write(half)
    folder = with_new_language / "engine/rules/translations"
    shutil.copytree(folder / "en", folder / "xx")
    lines = run(with_new_language, "-m", "rules_compiler").stderr.splitlines()
    assert [each for each in lines if not OF_NEW_LANGUAGE.search(each)] == []
    told = {each.partition(":1: xx.")[2].partition(" ")[0] for each in lines}
    assert {
        "months.12",
        "patterns",
        "units.weeks",
        "numbers.28",
        "units.percent",
        "names",
        "law",
    } <= told


@pytest.mark.parametrize("file", KNOWN)
def test_whatever_code_must_know_of_a_language_is_asked_for(file: str) -> None:
    dutch: Mapping[str, Any] = KNOWN[file]["nl"]
    units: Mapping[str, object] = dutch.get("units", {})
    halves = {name: without(dutch, name) for name in dutch}
    halves |= {f"units.{name}": {**dutch, "units": without(units, name)} for name in units}
    for place, half in halves.items():
        told = f"xx.{place} is missing (expected because nl has it)"
        assert [*lacks("xx", {file: {"nl": dutch, "xx": half}})] == [(file, told)]


def without(known: Mapping[str, object], name: str) -> dict[str, object]:
    return {each: value for each, value in known.items() if each != name}


def test_what_only_a_new_language_has_is_told_too() -> None:
    """A key with a slip in it would be found by nobody."""
    new: Mapping[str, Mapping[str, object]] = {
        "nl": {"months": ("mei",)},
        "en": {"months": ("May",), "mnths": ()},
    }
    told = "nl.mnths is missing (expected because en has it)"
    assert [*lacks("nl", {"locales.py": new})] == [("locales.py", told)]


CHECK = ("-m", "poortwachter", "check", "--first-day", "2026-01-05", "--on", "2026-11-21")


def test_until_the_rules_are_compiled_with_it_nobody_meets_a_new_language(
    with_new_language: Path,
) -> None:
    assert run(with_new_language, *CHECK, "--lang", "en").returncode == 0
    assert "{nl,en}" in run(with_new_language, "-m", "poortwachter", "check", "--help").stdout
    refused = run(with_new_language, *CHECK, "--lang", "xx")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)
    guide = "from macros.guidebook import load_whole; print(*load_whole().languages)"
    assert run(with_new_language, "-c", guide).stdout.split() == ["nl", "en"]


def test_the_command_without_compiled_rules_says_so_in_one_line(with_new_language: Path) -> None:
    (with_new_language / "engine/poortwachter/rules.json").unlink()
    for asked in (CHECK, ("-m", "poortwachter", "--help")):
        done = run(with_new_language, *asked)
        [line] = done.stderr.splitlines()
        assert (done.returncode, "rules.json is missing" in line) == (2, True)
