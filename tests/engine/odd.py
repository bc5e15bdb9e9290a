"""What nobody types on purpose: odd values and characters, and data with something odd in it."""

from random import Random
from typing import Any
from unicodedata import ucd_3_2_0

ODD_TEXTS = [
    *(
        "",
        " ",
        "\0",
        "é",
        "e\u0301",
        "ß",
        "İstanbul",
        "ΟΔΟΣ",
        "ǆ",
        "ﬁ",
        "日本",
        "🙂",
        "👩‍👩‍👧",
        "\U0010ffff",
    ),
    *(
        "٢٠٢٦-٠١-٠٥",
        "٢",
        "２",
        "²",
        "½",
        "Ⅻ",
        "１２",
        "1e3",
        "1_0",
        "-0",
        "0x10",
        "+5",
        "1.0",
        "00",
    ),
    *(
        "\ud800",
        "\udfff\ud800",
        "\u200f",
        "\u202eabc",
        "\ufeff",
        "\u2028",
        "\x85",
        "\x7f",
        "\ufffe",
    ),
    *(
        "JUNI",
        "  juni ",
        "febr.",
        "mrt",
        "\xa05\u3000",
        "yes",
        "unknown",
        "none",
        "null",
        "%s",
        "{0}",
    ),
    *("x" * 81, "x" * 3000, "é" * 300, "9" * 5000),
]
ODD_DATES = ["2026-02-30", "0000-00-00", "9999-12-31", "1950-01-01", "2099-12-31", "2026-1-5"]
NUMBERS = [0, -1, 1, 1.5, 1e308, 2**31, 2**53, 10**400]
category = ucd_3_2_0.category

ODD: list[Any] = [None, True, False, *NUMBERS, *ODD_TEXTS, [], {}]


def odd_text(random: Random) -> str:
    """One of the known ones, or characters from all of Unicode, most of them from where letters are."""
    if random.random() < 0.5:
        return random.choice(ODD_TEXTS)
    ends = random.choices([0x80, 0x250, 0x3000, 0x11_0000], k=random.randint(1, 12))
    return "".join(_character(random, end) for end in ends)


def _character(random: Random, end: int) -> str:
    """One that every Python knows: of newer ones it depends on the Python whether they can be seen."""
    while category(character := chr(random.randrange(end))) == "Cn":
        pass
    return character


def odd_value(random: Random) -> Any:
    return random.choice([random.choice(ODD), random.choice(ODD_DATES), odd_text(random)])


def spoilt(random: Random, value: Any) -> Any:
    """A copy of a JSON value, with here and there something else."""
    if random.random() < 0.1:
        return random.choice([odd_value(random), value, [value], {"first_day": value}])
    if isinstance(value, list):
        items = [spoilt(random, item) for item in value]
        return items * random.choice([1, 1, 1, 2, 300])
    if isinstance(value, dict):
        fields = {name: spoilt(random, item) for name, item in value.items()}
        return fields | dict.fromkeys(random.sample(ODD_DATES, random.randrange(2)))
    return value


def one_odd(random: Random, value: Any) -> Any:
    """A copy of a JSON value in which one text or number is odd."""
    if isinstance(value, list) and value:
        place = random.randrange(len(value))
        return [*value[:place], one_odd(random, value[place]), *value[place + 1 :]]
    if isinstance(value, dict) and value:
        name = random.choice([*value])
        return {**value, name: one_odd(random, value[name])}
    return odd_text(random)


def bitten[Text: (str, bytes)](random: Random, text: Text, put_in: Text) -> Text:
    """The text with a piece cut out, doubled, or with something in its place."""
    start = random.randrange(len(text) + 1)
    end = start + random.randrange(6)
    piece = random.choice([text[:0], put_in, text[start:end] * 2])
    return text[:start] + piece + text[end:]
