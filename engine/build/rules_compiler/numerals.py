"""How each language types a count in prose: what `typed_counts` looks for.

What may differ within a language is a regular expression, without groups of its own that are kept.
"""

from collections.abc import Mapping
from typing import TypedDict


class Numerals(TypedDict):
    """One that lacks something can be read, so that the compiler can say what it lacks."""

    # In words, the values of `VALUES` in their order.
    numbers: tuple[str, ...]
    partly: str
    # What is counted, also at the end of a longer word (werkdagen, proefmaanden), and as which unit.
    units: Mapping[str, str]
    # What may stand between a number and its unit in place of any word: één eerste ziektedag.
    first: str
    # Between two numbers of which only the second has a unit: zes tot tien weken.
    to: str
    ordinals: str
    # What an ordinal counts, and what has its number behind it.
    nth: str
    numbered: str
    # Numbers that are names: of an article, of a bill, and the day that a year may not have.
    names: str


VALUES = (*range(1, 21), *range(30, 101, 10))

NUMERALS: dict[str, Numerals] = {
    "nl": {
        "numbers": (
            *("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
            *("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien"),
            *("achttien", "negentien", "twintig", "dertig", "veertig", "vijftig", "zestig"),
            *("zeventig", "tachtig", "negentig", "honderd"),
        ),
        "partly": "half|halve|anderhalf|anderhalve",
        "units": {
            "days": r"\w*dag(?:en)?",
            "weeks": r"\w*we(?:ek|ken)",
            "months": r"\w*maand(?:en)?",
            "years": r"\w*jaar|jaren",
            "percent": r"procent|%",
            "euros": r"euro|€",
        },
        "first": "eerste",
        "to": "tot(?: en met)?|of|à",
        "ordinals": (
            "tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde"
        ),
        "nth": r"\w*(?:dag|week|maand)",
        "numbered": "week|dag",
        "names": r"(?:artikel|wetsvoorstel) \d[\w:]*|29 februari\b|1 maart\b",
    },
    "en": {
        "numbers": (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
            *("eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty"),
            *("seventy", "eighty", "ninety", "hundred"),
        ),
        "partly": "half",
        "units": {
            "days": "days?",
            "weeks": "weeks?",
            "months": "months?",
            "years": "years?",
            "percent": "percent|%",
            "euros": "euros?|€",
        },
        "first": "first",
        "to": "to|or",
        "ordinals": ("second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"),
        "nth": "(?:day|week|month)",
        "numbered": "week|day",
        "names": r"(?:article|bill) \d[\w:]*|29 February\b|1 March\b",
    },
}
