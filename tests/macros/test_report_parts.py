"""The parts of the re-integration report, as the engine counts them and as the rule words them."""

from macros.guidebook import load_whole
from macros.report_parts import contents
from poortwachter.selfcheck.completeness import PARTS, REPORT


def test_the_report_has_the_twelve_parts_of_the_regulation() -> None:
    listed = load_whole().rules[REPORT].words["nl"].contents
    assert [text[:2] for text in listed] == [f"{part.letter}." for part in PARTS]
    assert len(contents()) == 12
    assert {name for part in PARTS for name in part.documents} <= set(load_whole().can_be_done)
