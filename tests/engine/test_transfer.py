"""A link and a save file: what is written is read back, and what is hostile is refused whole."""

import json
from collections.abc import Iterator
from datetime import date
from random import Random
from time import process_time
from typing import Annotated, Any, cast
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator, meta

from poortwachter import Case, InvalidInputError
from poortwachter.case import YesNo, read_facts
from poortwachter.law import load
from poortwachter.selfcheck import (
    LARGEST,
    PARTS,
    ROLES,
    WITHOUT_DATE,
    Submission,
    answers_given,
    as_file,
    as_form,
    as_fragment,
    file_name,
    is_told,
    only,
    read_file,
    read_form,
    read_fragment,
)
from tests.conftest import ROOT
from tests.engine.cases import cases
from tests.engine.examples import examples
from tests.engine.odd import spoilt
from tests.thorough import a_fifth_of, times

# Later than any generated day, because the form takes nothing that is still to come.
ON = date(2060, 1, 1)
TODAY = date(2026, 11, 22)
DOUBTS = st.lists(
    st.sampled_from(WITHOUT_DATE),
    max_size=4,
    unique=True,
)
FILLED_IN = st.builds(
    lambda facts, role, unknown: Submission(
        facts, role, tuple(name for name in unknown if not is_told(name, facts))
    ),
    cases().map(lambda case: read_facts(Case, case)),
    st.none() | st.sampled_from(ROLES),
    DOUBTS,
)


def meant(submission: Submission) -> tuple[Case, str | None, tuple[str, ...]]:
    """What it says, however it is written: no days done is the same as nothing done."""
    given_done = submission.facts.get("done") or {}
    done = {name: days for name, days in given_done.items() if days}
    case = Case.of({**submission.facts, "done": done})
    return case, submission.role, submission.unknown


def unnamed(submission: Submission) -> Submission:
    """The same without a label: no link takes it."""
    facts = {name: value for name, value in submission.facts.items() if name != "label"}
    return submission._replace(facts=facts)


def problems(read: Any, text: str, on: date = TODAY) -> list[str]:
    with pytest.raises(InvalidInputError) as caught:
        read(text, on)
    return [problem.code for problem in caught.value.problems]


@given(FILLED_IN)
@times(500)
def test_a_file_and_a_link_give_back_what_was_filled_in(submission: Submission) -> None:
    assert meant(read_file(as_file(submission), ON)) == meant(submission)
    assert meant(read_fragment(as_fragment(submission), ON)) == meant(unnamed(submission))


@given(FILLED_IN)
@times(500)
def test_the_form_gives_back_what_was_filled_in(submission: Submission) -> None:
    again = read_form(json.loads(json.dumps(as_form(submission))), ON)
    case, role, unknown = meant(again)
    assert (case, role) == meant(submission)[:2]
    asked = set(unknown) - set(submission.unknown)
    assert asked <= {load().actionable[name].told_by for name in submission.facts["done"]}


def test_a_fact_that_was_called_done_opens_its_question_in_the_form() -> None:
    """The form offers no such step: `done.loonsanctie` of another program was lost in it."""
    done = {"loonsanctie": True, "aow-leeftijd": True, "probleemanalyse": True}
    form = as_form(Submission({"first_sick_day": FIRST_DAY, "done": done}))
    assert form["unknown"] == ["wage_extension.sanction_weeks", "aow_date"]
    told = {"first_sick_day": FIRST_DAY, "done": done, "aow_date": date(2031, 5, 1)}
    assert as_form(Submission(told))["unknown"] == ["wage_extension.sanction_weeks"]


@given(FILLED_IN)
def test_a_link_is_plain_ascii_that_any_program_can_take_apart(submission: Submission) -> None:
    fragment = as_fragment(submission)
    assert fragment.isascii()
    assert not set(fragment) & set(' "<>`{}#')
    name, _, encoded = fragment.partition("=")
    assert name == "zaak"
    assert json.loads(unquote(encoded))["poortwachter"] == 1


def passed_on(submission: Submission) -> Iterator[Submission]:
    """The same after each way that it may go."""
    yield read_form(as_form(submission), TODAY)
    yield read_file(as_file(submission), TODAY)
    yield read_fragment(as_fragment(submission), TODAY)


FIRST_DAY = date(2026, 1, 5)


def test_no_survives_form_file_and_link() -> None:
    outlook = {"long_absence": False, "work_possible": False}
    submission = Submission({"first_sick_day": FIRST_DAY, "outlook": outlook})
    assert list(passed_on(submission)) == [submission] * 3
    assert [each["answer"] for each in answers_given(submission)][1:] == ["nee", "nee"]


def test_not_known_survives_form_file_and_link() -> None:
    leave = {"first_day": date(2026, 3, 2), "last_day": date(2026, 6, 21), "same_cause": None}
    outlook = {"long_absence": None, "work_possible": None}
    facts = {"first_sick_day": FIRST_DAY, "leaves": [leave], "outlook": outlook}
    submission = Submission(facts)
    assert list(passed_on(submission)) == [submission] * 3


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (False, "nog niet gedaan"),
        (None, "weet niet of dit klaar is"),
        (True, "klaar, datum niet bekend"),
    ],
)
def test_what_is_said_of_a_step_survives_form_file_and_link(said: object, answer: str) -> None:
    done = {"probleemanalyse": said, "periodieke-evaluatie": said, "plan-van-aanpak": FIRST_DAY}
    submission = Submission({"first_sick_day": FIRST_DAY, "done": done})
    assert list(passed_on(submission)) == [submission] * 3
    told = [each["answer"] for each in answers_given(submission)][1:]
    assert told == [answer, "5 januari 2026", answer]


def test_an_older_file_says_elsewhere_which_step_is_not_known() -> None:
    text = (
        '{"poortwachter": 1, "case": {"done": {"probleemanalyse": "2026-02-10"}}, '
        '"unknown": ["done.plan-van-aanpak", "aow_date"]}'
    )
    read = read_file(text, TODAY)
    assert read.facts["done"] == {"probleemanalyse": date(2026, 2, 10), "plan-van-aanpak": None}
    assert read.unknown == ("aow_date",)


@pytest.fixture
def second_employer(monkeypatch: pytest.MonkeyPatch) -> str:
    """One more question, as somebody would add it: a row in the record, and its words."""
    name, words = "second_employer", {"nl": "Ook werk bij een ander", "en": "Other work too"}
    monkeypatch.setitem(Case.__annotations__, name, Annotated[bool | None, YesNo()])
    monkeypatch.setitem(cast("Any", load().messages["filled_in"]), name, words)
    return name


@pytest.mark.parametrize(("value", "answer"), [(True, "ja"), (False, "nee")])
def test_a_question_that_is_added_goes_every_way(
    second_employer: str, value: bool, answer: str
) -> None:
    submission = Submission({"first_sick_day": FIRST_DAY, second_employer: value})
    assert list(passed_on(submission)) == [submission] * 3
    said = {"question": "Ook werk bij een ander", "answer": answer}
    assert answers_given(submission)[-1] == said
    assert is_told(second_employer, submission.facts)
    with pytest.raises(InvalidInputError, match=f"{second_employer}: 1 is not true, false or null"):
        read_facts(Case, {"first_sick_day": "2026-01-05", second_employer: 1})


def test_one_day_of_what_recurs_fills_in_the_form() -> None:
    """The form asks for days there: one that was written alone was lost in it."""
    facts = {"first_sick_day": FIRST_DAY, "done": {"periodieke-evaluatie": date(2026, 2, 16)}}
    done = read_form(as_form(Submission(facts)), TODAY).facts["done"]
    assert done == {"periodieke-evaluatie": [date(2026, 2, 16)]}


SCHEMA = json.loads((ROOT / "docs/assets/schema/carried.schema.json").read_text(encoding="utf-8"))


@given(FILLED_IN)
def test_what_is_written_fits_the_schema(submission: Submission) -> None:
    validator = Draft202012Validator(SCHEMA)
    assert list(validator.iter_errors(json.loads(as_file(submission)))) == []


def test_the_schema_and_its_examples_are_right() -> None:
    meta.validate(SCHEMA)
    assert set(SCHEMA["properties"]) == set(PARTS)
    for example in SCHEMA["examples"]:
        facts = read_file(json.dumps(example), TODAY).facts
        assert facts == read_facts(Case, example["case"])


def test_a_link_may_be_made_by_hand_and_carry_only_a_part() -> None:
    text = '{"poortwachter": 1, "role": "werkgever", "case": {"done": {"plan-van-aanpak": true}}}'
    for written in (text, quote(text), quote(text, safe='{}":,')):
        read = read_fragment(f"#zaak={written}", TODAY)
        assert read.role == "werkgever"
        assert read.facts == {"done": {"plan-van-aanpak": True}}


def test_only_the_chosen_parts_go_into_a_link() -> None:
    facts = {"first_sick_day": date(2026, 1, 5), "done": {"probleemanalyse": True}}
    whole = Submission(facts, "werknemer", ("aow_date",))
    assert only(whole, ["first_sick_day"]) == Submission({"first_sick_day": date(2026, 1, 5)})
    assert only(whole, ["role", "done"]) == Submission(
        {"done": {"probleemanalyse": True}}, "werknemer"
    )
    assert only(whole, ["happened"]).unknown == ("aow_date",)


HOSTILE = {
    "": ["not_carried"],
    "null": ["not_carried"],
    "[]": ["not_carried"],
    "{}": ["not_carried"],
    '{"poortwachter": 1': ["not_carried"],
    '{"poortwachter": 2, "case": {}}': ["other_version"],
    '{"poortwachter": true, "case": {}}': ["other_version"],
    '{"poortwachter": "1", "case": {}}': ["other_version"],
    '{"poortwachter": 1, "case": []}': ["wrong_type"],
    '{"poortwachter": 1, "case": null}': ["wrong_type"],
    '{"poortwachter": 1, "case": {}, "name": "Jan"}': ["unknown_part"],
    '{"poortwachter": 1, "case": {}, "role": "<script>alert(1)</script>"}': ["unknown_role"],
    '{"poortwachter": 1, "case": {}, "role": {}}': ["unknown_role"],
    '{"poortwachter": 1, "case": {"__proto__": {"polluted": true}}}': ["unknown_field"],
    '{"poortwachter": 1, "case": {"done": {"__proto__": true}}}': ["unknown_obligation"],
    '{"poortwachter": 1, "case": {"done": {"constructor": true}}}': ["unknown_obligation"],
    '{"poortwachter": 1, "case": {"done": {"einde-wachttijd": true}}}': ["unknown_obligation"],
    '{"poortwachter": 1, "case": {"first_sick_day": "2026-02-30"}}': ["not_a_date"],
    '{"poortwachter": 1, "case": {"first_sick_day": "9999-12-31"}}': ["out_of_range"],
    '{"poortwachter": 1, "case": {"first_sick_day": "0001-01-01"}}': ["out_of_range"],
    '{"poortwachter": 1, "case": {"first_sick_day": "2027-01-01"}}': ["lies_ahead"],
    '{"poortwachter": 1, "case": {"first_sick_day": NaN}}': ["not_a_date"],
    '{"poortwachter": 1, "case": {"first_sick_day": "\\ud800"}}': ["not_a_date"],
    '{"poortwachter": 1, "case": {}, "unknown": "aow_date"}': ["never_unknown"],
    '{"poortwachter": 1, "case": {}, "unknown": [{}, "first_sick_day"]}': ["never_unknown"] * 2,
    '{"poortwachter": 1, "case": {"aow_date": "2031-05-01"}, "unknown": ["aow_date"]}': [
        "told_and_unknown"
    ],
    '{"poortwachter": 1, "case": {"done": []}, "unknown": ["done.wia-aanvraag"]}': ["wrong_type"],
    '{"poortwachter": ' + "9" * 5000 + "}": ["not_carried"],
    "[" * 50_000: ["too_deep"],
    '["]]]]]]", ' * 5_000: ["too_deep"],
    '{"a":' * 15_000: ["too_deep"],
    " " * (LARGEST + 1): ["too_large"],
}


@pytest.mark.parametrize("text", HOSTILE, ids=map(str, range(len(HOSTILE))))
def test_what_is_hostile_is_refused_with_a_message(text: str) -> None:
    assert problems(read_file, text) == HOSTILE[text]
    longer = ["too_large"] if len(quote(text)) > LARGEST else HOSTILE[text]
    assert problems(read_fragment, f"zaak={quote(text)}") == longer


@pytest.mark.parametrize(
    "text", ["", "zaak", "x=1", "zaak=%FF", "zaak=%", "zaak=\ud800", "zaak=%00"]
)
def test_what_is_no_link_is_refused(text: str) -> None:
    assert problems(read_fragment, text) == ["not_carried"]


@pytest.mark.parametrize("text", ['"' + '\\"' * 49_999, '"\\' * 50_000, '"' * 99_999 + "\\"])
def test_a_string_without_an_end_is_refused_at_once(text: str) -> None:
    """It took a minute, for which a page waits 20 seconds, twice, and then says that it stopped."""
    began = process_time()
    assert problems(read_file, text) == ["not_carried"]
    assert process_time() - began < 5


SENTENCES = ["Bel nu 0900-1234", "Bel\u2800nu\u28000900-1234", "Bel_nu_0900-1234"]


@pytest.mark.parametrize("mark", "\u202e\u2066\u200b\u200d\ufeff\u0007")
def test_a_refusal_repeats_no_mark_that_cannot_be_seen(mark: str) -> None:
    text = json.dumps({"poortwachter": 1, "role": f"a{mark}b", f"c{mark}d": 1})
    with pytest.raises(InvalidInputError) as refused:
        read_file(text, TODAY)
    assert {(each.field, each.message("nl")[:3]) for each in refused.value.problems} == {
        ("…", "Het"),
        ("role", "… k"),
    }


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize(
    "carried",
    [
        '"role": "TEXT"',
        '"TEXT": 1',
        '"unknown": ["TEXT"]',
        '"poortwachter": "TEXT"',
        '"case": {"TEXT": 1}',
        '"case": {"first_sick_day": "TEXT"}',
        '"case": {"done": {"TEXT": "2026-01-05", "probleemanalyse": "TEXT"}}',
        '"case": "TEXT"',
    ],
)
def test_a_refusal_repeats_no_text_of_whoever_made_the_link(carried: str, text: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        read_file(f'{{"poortwachter": 1, {carried}}}'.replace("TEXT", text), TODAY)
    for problem in refused.value.problems:
        told = f"{problem.field} {problem.message('nl')} {problem.message()}"
        assert "0900" not in told, told


def test_a_label_goes_into_a_file_and_never_into_a_link() -> None:
    submission = Submission({"first_sick_day": FIRST_DAY, "label": "Klant A"})
    assert read_file(as_file(submission), TODAY) == submission
    assert "Klant" not in unquote(as_fragment(submission))
    assert "Klant" not in json.dumps(answers_given(submission))
    text = '{"poortwachter": 1, "case": {"label": "Bel nu 0900-1234"}}'
    with pytest.raises(InvalidInputError) as refused:
        read_fragment(f"zaak={quote(text)}", TODAY)
    told = [f"{each.line()} {each.message('nl')}" for each in refused.value.problems]
    assert len(told) == 1
    assert "0900" not in told[0]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        (None, "zelfcheck.json"),
        ("Klant A", "zelfcheck-Klant-A.json"),
        ("../../x: y?", "zelfcheck-x-y.json"),
        ("é€💶", "zelfcheck-é.json"),
        ("///", "zelfcheck.json"),
        ("a" * 80, f"zelfcheck-{'a' * 39}.json"),
    ],
)
def test_a_file_is_called_by_the_label_as_far_as_any_system_takes_it(
    label: str | None, name: str
) -> None:
    assert file_name("self_check", "json", {"label": label}) == name


@pytest.mark.parametrize("label", ["a" * 81, "a\u0000b", "a\nb", "a\u202eb", "a\u200bb", "a\tb", 5])
def test_a_label_is_short_and_of_characters_that_can_be_seen(label: object) -> None:
    with pytest.raises(InvalidInputError) as refused:
        read_facts(Case, {"first_sick_day": "2026-01-05", "label": label})
    assert [each.field for each in refused.value.problems] == ["label"]


def test_what_is_not_known_is_told_once() -> None:
    text = json.dumps({"poortwachter": 1, "unknown": ["leaves"] * 5_000 + ["aow_date"]})
    assert read_file(text, TODAY).unknown == ("leaves", "aow_date")


def hostile(random: Random) -> str:
    """The text of a link, spoilt: in its data, or in its letters."""
    case = spoilt(random, random.choice(examples())["case"])
    data = {"poortwachter": random.choice([1, 1, 1, 0, "1", None]), "case": case}
    text = json.dumps(spoilt(random, data) if random.random() < 0.3 else data)
    if random.random() < 0.3:
        cut = random.randrange(len(text) + 1)
        text = (
            text[:cut]
            + random.choice(["", "<script>", "\0", "%", "}", "\\", "🦊"])
            + text[cut + 1 :]
        )
    return text


@pytest.mark.parametrize("seed", a_fifth_of(25))
def test_any_link_is_read_or_refused_in_words(seed: int) -> None:
    """Nothing else can happen: no other error, and nothing read that could not be shown."""
    random = Random(seed)  # noqa: S311 not a secret
    refused = 0
    for _ in range(100):
        text = hostile(random)
        try:
            submission = read_fragment(f"#zaak={quote(text)}", TODAY)
        except InvalidInputError as error:
            told = [problem.to_dict("nl")["message"] for problem in error.problems]
            assert told
            assert all(told)
            refused += 1
        else:
            assert set(as_form(submission)) <= {"role", "unknown", *submission.facts}
            answers_given(submission)
    assert refused > 20
