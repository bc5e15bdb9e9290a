"""The parts of the re-integration report, as the engine counts them and as the guide words them."""

from macros.guidebook import guidebook, load_whole


def test_the_report_has_the_twelve_parts_of_the_regulation() -> None:
    book = load_whole()
    listed = book.rules["reintegratieverslag"].words["nl"].contents
    assert [text[:2] for text in listed] == [f"{letter}." for letter in "abcdefghijkl"]
    assert [part.letter for part in book.report_parts] == [*"abcdefghijkl"]
    documents = {name for part in book.report_parts for name in part.documents}
    assert documents <= set(book.can_be_done)


def test_who_delivers_a_part_stands_in_the_contents_of_the_rule_and_not_in_its_words() -> None:
    listed = load_whole().rules["reintegratieverslag"].words["en"].contents
    assert guidebook().report[8]["en"] == "The current assessment of the working relation"
    assert listed[8].endswith("of the working relation (employer and company doctor)")
    assert listed[5].startswith("f. The judgement")
    assert not listed[5].endswith(")")
