"""The form of the self-check asks what the records of a case ask, by the same names."""

import re
from collections.abc import Iterator, Mapping

import pytest

from macros.blocks import self_check
from macros.page_words import languages
from poortwachter.case import Day, FieldKind, Nested, Rows, Steps, fields_of
from poortwachter.i18n import DUTCH, KINDS_IN_A_PAUSE
from poortwachter.law import load
from poortwachter.selfcheck import ROLES, WITHOUT_DATE, questions
from poortwachter.timeline import KINDS_OF_PAUSE, PauseKind
from tests.pages.built_page import Reader

FORM = self_check(DUTCH, folders=True)
PARTS = ("day", "month", "year")


def inputs(kinds: Mapping[str, FieldKind], path: str = "") -> Iterator[str]:
    """What the inputs are called that ask these questions once."""
    for name, kind in kinds.items():
        match kind:
            case Day():
                yield from (f"{path}{name}.{part}" for part in PARTS)
                if kind.may_not_come:
                    yield path + name
            case Nested(record):
                yield from inputs(fields_of(record), f"{path}{name}.")
            case Rows() | Steps():
                pass
            case _:
                yield path + name


def found(attribute: str, html: str) -> set[str]:
    return set(re.findall(rf'\b{attribute}="([^"]*)"', html))


def test_what_may_have_happened_is_asked_in_the_order_of_the_questions() -> None:
    """That of a mistake and of what was filled in, too."""
    asked = re.findall(r'data-happened="([^".]*)', FORM)
    assert list(dict.fromkeys(asked)) == [name for name in questions() if name in asked]


def test_each_question_has_its_fields() -> None:
    form, _, _ = FORM.partition("<template")
    named = found("name", form) - {"role", "unknown"}
    asked = {name for name in named if name.startswith("done.")}
    assert named - asked - {"meenemen"} == set(inputs(questions()))
    assert {name.split(".")[1] for name in asked} <= set(load().can_be_done)


def test_each_step_is_answered_with_yes_no_or_not_known() -> None:
    for rule in (each for each in load().rules.values() if each.kind == "obligation"):
        choices = re.findall(rf'name="done\.{rule.id}\.said" value="([^"]*)"', FORM)
        assert choices == ["yes", "no", "unknown"]


def test_no_fact_is_offered_as_a_step_that_can_be_done() -> None:
    offered = set(re.findall(r'data-done="([^"]*)"', FORM))
    rules = load().actionable
    assert offered == {name for name in load().can_be_done if not rules[name].told_by}
    assert {"loonsanctie", "aow-leeftijd", "vangnet"}.isdisjoint(offered)


def test_each_row_has_its_fields() -> None:
    rows = {name: kind.record for name, kind in questions().items() if isinstance(kind, Rows)}
    again = {f"done.{rule.id}.days" for rule in load().rules.values() if rule.recurs_until}
    assert found("data-rows", FORM) == set(rows) | again
    for name, record in rows.items():
        _, _, template = FORM.partition(f'<template id="rij-{name}">')
        row, _, _ = template.partition("</template>")
        assert found("data-part", row) == set(fields_of(record))


def test_a_day_of_a_row_that_may_stay_empty_says_what_that_means() -> None:
    rows = [(name, kind) for name, kind in questions().items() if isinstance(kind, Rows)]
    for name, kind in rows:
        _, _, row = FORM.partition(f'<template id="rij-{name}">')
        for part, asked in fields_of(kind.record).items():
            if isinstance(asked, Day) and asked.may_be_blank:
                _, _, told = row.partition(f'data-part="{part}"><legend>')
                assert "(leeg: " in told.partition("</legend>")[0]


@pytest.mark.parametrize("kind", KINDS_OF_PAUSE)
def test_days_that_do_not_count_are_asked_without_words_of_another_kind(kind: PauseKind) -> None:
    name, pauses = KINDS_OF_PAUSE[kind].rows, load().messages["pauses"]
    _, _, block = FORM.partition(f'data-happened="{name}"')
    _, _, row = FORM.partition(f'<template id="rij-{name}">')
    asked = block.partition("data-happened")[0] + row.partition("</template>")[0]
    others = {
        f"{group}_{each}" for group in KINDS_IN_A_PAUSE for each in KINDS_OF_PAUSE if each != kind
    }
    words = "|".join({pauses[each][DUTCH].split()[-1] for each in others})
    assert re.findall(rf"(?i)\b(?:{words})\b", asked) == []


@pytest.mark.parametrize("language", languages())
def test_a_form_is_the_same_in_every_language_but_for_what_people_read(language: str) -> None:
    """A case travels from one language to another."""
    assert elements(language) == elements(DUTCH)


def elements(language: str) -> list[tuple[str, dict[str, str]]]:
    """What a form is made of, without the marks of words that stay Dutch."""
    reader = Reader()
    reader.feed(self_check(language, folders=True))
    return [
        (tag, {name: value for name, value in attributes.items() if name != "aria-label"})
        for tag, attributes in reader.elements
        if attributes != {"lang": DUTCH}
    ]


def test_what_may_be_unknown_can_be_said_so() -> None:
    unknown = set(re.findall(r'name="unknown" value="([^"]*)"', FORM))
    assert unknown == set(WITHOUT_DATE)
    assert set(re.findall(r'name="role" value="([^"]*)"', FORM)) == set(ROLES)
