"""What the build adds to the index of the search, and what it refuses."""

from typing import Any

from macros import tables
from macros.page_words import SearchWords
from macros.postbuild.search_index import place, problems, with_words
from poortwachter.i18n import DUTCH

DOCS: list[dict[str, Any]] = [
    {"location": "stappen/reintegratieverslag/", "title": "Re-integratieverslag", "text": ""},
    {"location": "stappen/loonstop/", "title": "Loon stoppen", "text": "", "boost": 2},
    {"location": "stappen/loonstop/#wat-is-het", "title": "Wat is het?", "text": ""},
    {"location": "", "title": "Ziek &amp; in dienst", "text": ""},
]
INDEX = {"config": {"fields": {"title": {"boost": 1}}}, "docs": DOCS}
TABS = {"stappen/reintegratieverslag": "Verslag", "stappen/loonstop": "", "": "Begin"}
WORDS = SearchWords(
    names={"re-integratieverslag": ["RIV"]},
    places={"stappen/loonstop#wat-is-het": ["geen salaris"], "": ["start"]},
)


def words_of(index: dict[str, Any]) -> list[str]:
    return [entry.get("words", "") for entry in index["docs"]]


def test_a_page_has_its_name_in_the_navigation_its_address_and_what_people_call_it() -> None:
    assert words_of(with_words(INDEX, TABS, WORDS)) == [
        "Verslag reintegratieverslag RIV",
        "loonstop",
        "geen salaris",
        "Begin start",
    ]


def test_what_is_added_is_searched_and_the_rest_of_the_index_stays() -> None:
    made = with_words(INDEX, TABS, WORDS)
    assert set(made["config"]["fields"]) == {"title", "words"}
    assert [entry["title"] for entry in made["docs"]] == [entry["title"] for entry in DOCS]


def test_a_shorter_title_weighs_more_and_a_pages_own_weight_counts() -> None:
    one, two, three, four = (entry["boost"] for entry in with_words(INDEX, TABS, WORDS)["docs"])
    assert one > three
    assert two == 2.5
    assert four < one


def test_words_that_lead_to_nothing_are_told_with_what_may_be_meant() -> None:
    assert [*problems(INDEX, WORDS, [])] == []
    wrong = SearchWords(
        names={"loon stopt": ["x"], "WIA": ["y"]}, places={"stappen/loonstob": ["z"]}
    )
    assert [*problems(INDEX, wrong, ["WIA"])] == [
        "there is no stappen/loonstob (did you mean stappen/loonstop?)",
        "loon stopt stands in no title and not in the glossary (did you mean Loon stoppen?)",
    ]


def test_an_address_is_the_same_served_and_from_disk() -> None:
    served = ("", "begrippen/", "vragen/", "stappen/loonstop/#wat-is-het", "#in-beeld")
    from_disk = ("index.html", "begrippen.html", "vragen/index.html")
    assert [place(each) for each in served[:3]] == [place(each) for each in from_disk]
    assert [place(each) for each in served[3:]] == ["stappen/loonstop#wat-is-het", "#in-beeld"]


def test_the_glossary_tells_the_other_names_of_a_term() -> None:
    assert "re-integratieverslag <small>(ook: RIV)</small>" in tables.glossary(DUTCH)
