"""What a refusal of a link or a file says, it says in our words: whoever made it gets none of theirs shown."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given

from browser.bridge import answer
from poortwachter import Case, InvalidInputError
from poortwachter.case import FieldKind, Nested, Rows, Steps, Text, fields_of
from poortwachter.i18n import DUTCH
from poortwachter.law import LANGUAGES, load
from poortwachter.selfcheck import PARTS, ROLES, Submission, as_fragment
from tests.engine.test_transfer import FILLED_IN, ON
from tests.thorough import times

TODAY = "2026-11-22"

# What somebody might want to be read as if we said it.
SAID: list[Any] = [
    "let-op.uw-uitkering-stopt.bel-nu",
    "of-ga-naar.uwv-hulp.nl",
    "uwv-hulp",
    "Bel-06-12345678",
    "Bel-0900-12345",
    "UWV-BELT-U-TERUG",
    "0612345678",
    "06-1234567",
    "06-1234-56",
    "0900-1234",
    "0900-12-34",
    "14020",
    "3131",
    "+31-6-12345678",
    "088 123 45 67",
    "Bel\u2800nu\u28000900",
    "\uff10\uff16\uff11\uff12\uff13\uff14\uff15\uff16",
    "\u0660\u0666\u0661",
    "r\u043ele",
    "a\u202eb\u200bc",
    "\ud800",
    "case.role.bel-nu",
    "case[0].bel",
    "__proto__",
    "<b>bel nu</b>",
    "javascript:alert(1)",
    "x" * 16,
    "x" * 5000,
    612345678,
    -61234567,
    900.1234,
    ["0612345678"],
    {"bel-nu": "0612345678"},
]

Wrap = Callable[[Any], Any]


def places(kinds: Mapping[str, FieldKind], wrap: Wrap) -> Iterator[Wrap]:
    """Everywhere among these fields where a value or a name of the sender's own may be put."""
    yield lambda said: wrap({name_of(said): 1})
    for name, kind in kinds.items():
        yield named(name, wrap)
        yield from within(kind, named(name, wrap))


def named(name: str, wrap: Wrap) -> Wrap:
    return lambda said: wrap({name: said})


def within(kind: FieldKind, wrap: Wrap) -> Iterator[Wrap]:
    match kind:
        case Nested(record):
            yield from places(fields_of(record), wrap)
        case Rows(record):
            yield from places(fields_of(record), lambda inner: wrap([inner]))
            yield lambda said: wrap([{}, said])
        case Steps():
            yield lambda said: wrap({name_of(said): True, "probleemanalyse": said})
            yield lambda said: wrap({"periodieke-evaluatie": ["2026-01-05", said]})
            yield lambda said: wrap({"plan-van-aanpak": [said], name_of(said): said})


def name_of(said: Any) -> str:
    return said if isinstance(said, str) else json.dumps(said)


def carried(**parts: Any) -> dict[str, Any]:
    return {"poortwachter": 1, **parts}


PLACES: list[Wrap] = [
    *places(fields_of(Case), lambda case: carried(case=case)),
    lambda said: carried(case=said),
    lambda said: carried(role=said),
    lambda said: carried(unknown=said),
    lambda said: carried(unknown=["aow_date", said, f"done.{name_of(said)}"]),
    lambda said: carried(**{name_of(said): said}),
    lambda said: {"poortwachter": said},
    lambda said: {"poortwachter": said, "case": {name_of(said): said}},
]


def texts() -> Iterator[str]:
    for said in SAID:
        for place in PLACES:
            yield json.dumps(place(said))
        name, value = json.dumps(name_of(said)), json.dumps(said)
        # A name that stands there twice, and one in all the places at once.
        yield f'{{"poortwachter": 1, "case": {{{name}: 1, {name}: {value}}}}}'
        yield f'{{"poortwachter": {value}, {name}: {{{name}: [{value}]}}'
    yield json.dumps({"poortwachter": 1, **{name_of(said): said for said in SAID}})
    yield json.dumps(carried(case={name_of(said): said for said in SAID}, unknown=SAID))
    yield json.dumps(carried(unknown=SAID * 200))


def asked(language: str = DUTCH, **request: str) -> dict[str, Any]:
    whole = {"on": TODAY, "language": language, **request}
    reply: dict[str, Any] = json.loads(answer(json.dumps(whole)))
    return reply


# What may stand in a refusal.


def names_of(kinds: Mapping[str, FieldKind]) -> Iterator[str]:
    for name, kind in kinds.items():
        yield name
        if isinstance(kind, Nested | Rows):
            yield from names_of(fields_of(kind.record))


NAMES = {*names_of(fields_of(Case)), *PARTS, *load().rules}
OWN = {*NAMES, *ROLES, "true", "false", "null"}


def one_of(words: set[str]) -> str:
    return "(?:" + "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True)) + ")"


NAME = rf"(?:{one_of(NAMES)}|…)(?:\[\d{{1,5}}])?"
PLACE = rf"{NAME}(?:\.{NAME}){{0,3}}"
DAY = r"(?:(?:19|20)\d\d[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./](?:19|20)\d\d)"
GIVEN = rf"(?:{one_of(OWN)}|{one_of(NAMES)}\.{one_of(NAMES)}|{DAY}|-?\d{{1,3}}|…)"


def nouns(language: str) -> set[str]:
    return {
        words[language].replace("{noun}", rule.words[language].noun)
        for words in load().messages["nouns"].values()
        for rule in load().rules.values()
    }


def holes(language: str) -> dict[str, str]:
    return {
        "given": GIVEN,
        "expected": rf"(?:{one_of(OWN)}(?:, {one_of(OWN)})*|\d{{1,6}})",
        "nth": r"\d{1,3}",
        "first_year": r"\d{4}",
        "last_year": r"\d{4}",
        "subject": f"(?i:{one_of(nouns(language))})",
    }


def as_pattern(sentence: str, filled: Mapping[str, str]) -> str:
    parts = re.split(r"\{(\w+)}", sentence)
    return "".join(filled[each] if i % 2 else re.escape(each) for i, each in enumerate(parts))


def ours(language: str) -> re.Pattern[str]:
    """Whatever a refusal may say in this language."""
    errors, filled = load().messages["errors"], holes(language)
    sentences = [
        as_pattern(words[language], filled)
        for name, words in errors.items()
        if name != "more_problems" and set(re.findall(r"\{(\w+)}", words[language])) <= {*filled}
    ]
    return re.compile("|".join(sentences))


OURS = {language: ours(language) for language in LANGUAGES}
HOW_MANY_MORE = {
    language: re.compile(as_pattern(words, {"given": r"\d{1,5}"}))
    for language, words in load().messages["errors"]["more_problems"].items()
}


def is_ours(error: Mapping[str, str], language: str) -> bool:
    said = OURS[language].fullmatch(error["message"])
    if not error["field"]:
        return bool(said or HOW_MANY_MORE[language].fullmatch(error["message"]))
    return bool(said and re.fullmatch(PLACE, error["field"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_says_only_what_we_say(language: str) -> None:
    """Every text in every place that the format has, by a link and by a file."""
    refused = 0
    for text in texts():
        link = f"#zaak={quote(text, errors='replace')}"
        for reply in (asked(language, file=text), asked(language, link=link)):
            refused += "errors" in reply
            for error in reply.get("errors", []):
                assert is_ours(error, language), (text[:200], error)
            assert len(reply.get("errors", [])) <= 11
    assert refused > 1_000


@pytest.mark.parametrize(
    "given", ["2026-02-30", "31-12-2026", "30/2/2026", "53", "-1", "werkgever"]
)
def test_what_looks_like_a_value_is_repeated(given: str) -> None:
    errors = asked(file=json.dumps(carried(case={"first_sick_day": given})))["errors"]
    assert errors[0]["message"].startswith(f"{given} is geen datum.")


def test_whose_name_is_not_told_is_found_by_its_place() -> None:
    done = {"probleemanalyse": True, "probleemanalise": True}
    case = {"first_sick_day": "2026-01-05", "done": done, "uw-uitkering-stopt": 1}
    told = asked(file=json.dumps({"bel-nu": 1, **carried(case=case, unknown=["aow_date", "x"])}))
    start = [f"{each['field']}: {each['message'].split('.')[0]}" for each in told["errors"]]
    assert start == [
        "…: Het 1e onderdeel bestaat niet",
        "case.…: Het 3e veld bestaat niet",
        "case.done.…: De 2e stap bestaat niet",
        "unknown[1]: … kan hier niet",
    ]


def test_a_developers_own_case_is_told_as_it_is() -> None:
    with pytest.raises(InvalidInputError) as refused:
        Case.from_dict({"first_sick_day": "morgen", "frist": 1, "done": {"probleemanalise": True}})
    told = str(refused.value)
    assert "first_sick_day: morgen is not a date" in told
    assert "frist: is not a field of the case" in told
    assert "done.probleemanalise: is not an obligation" in told


def test_what_is_wrong_in_one_language_is_wrong_in_the_other_at_the_same_place() -> None:
    for text in [*texts()][:: len(SAID)]:
        places = [
            [each["field"] for each in asked(language, file=text).get("errors", [])]
            for language in LANGUAGES
        ]
        assert all(each == places[0] for each in places), text[:200]


def test_of_many_mistakes_some_are_told_and_how_many_more() -> None:
    errors = asked(file=json.dumps(carried(unknown=["x"] * 5_000)))["errors"]
    assert len(errors) == 11
    assert errors[-1] == {"field": "", "message": "En nog 4990 andere."}


def leaves(data: Any) -> Iterator[str]:
    if isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from leaves(each)
    elif data is not None:
        yield data


@given(FILLED_IN)
@times(200)
def test_a_link_that_is_opened_fills_in_numbers_and_choices_only(submission: Submission) -> None:
    request = {"on": str(ON), "link": as_fragment(submission)}
    reply = json.loads(answer(json.dumps(request)))
    choices = {*ROLES, "yes", "no", "unknown", "none", ""}
    for told in leaves({**reply["form"], "unknown": []}):
        assert told in choices or re.fullmatch(r"\d{1,4}", told), told


def test_only_a_file_has_words_of_its_own_and_only_a_label() -> None:
    """A field with free words that is added must say where they are shown: see decision 0009."""

    def free(kinds: Mapping[str, FieldKind]) -> Iterator[str]:
        for name, kind in kinds.items():
            if isinstance(kind, Text):
                yield name
            elif isinstance(kind, Nested | Rows):
                yield from free(fields_of(kind.record))

    assert [*free(fields_of(Case))] == ["label"]
    case = {"first_sick_day": "2026-01-05", "label": "Bel nu 0900-1234"}
    reply = asked(file=json.dumps(carried(case=case)))
    assert reply["form"].pop("label") == "Bel nu 0900-1234"
    assert "0900" not in json.dumps(reply)
