"""Terms that explain themselves where they are first used."""

from markdown import Markdown

TERMS = "\n\n*[WIA]: De uitkering na lange ziekte.\n*[IVA]: De uitkering bij blijvende ziekte.\n"


def shown(text: str) -> str:
    return Markdown(extensions=["abbr", "macros.first_use"]).convert(text + TERMS)


def marks(text: str) -> int:
    return shown(text).count("<abbr")


def test_the_first_use_of_each_term_explains_itself_and_no_other() -> None:
    assert marks("De WIA. En de WIA.\n\nNog eens de WIA, en de IVA.") == 2
    assert shown("De WIA. En de WIA.").index("<abbr") < shown("De WIA. En de WIA.").index("En")


def test_no_word_is_lost() -> None:
    text = "WIA en IVA en WIA, *IVA* en WIA."
    assert "en WIA, <em>IVA</em> en WIA." in shown(text)


def test_headings_and_links_stay_as_they_are() -> None:
    assert marks("# De WIA\n\n[De WIA](wia.md)") == 0
    assert marks("# De WIA\n\n[De WIA](wia.md) en de WIA") == 1
