"""What is wrong with an input: each problem names its field, what was given and what was expected."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

LONGEST_ECHO = 60

MESSAGES = {
    "missing": {
        "en": "is missing (expected {expected})",
        "nl": "Vul dit in.",
    },
    "not_a_date": {
        "en": "{given} is not a date (expected YYYY-MM-DD)",
        "nl": "{given} is geen datum. Een datum ziet er zo uit: 2026-06-15.",
    },
    "out_of_range": {
        "en": "{given} is out of range (expected {expected})",
        "nl": "Het jaar klopt niet. Vul een jaar in van {first_year} tot en met {last_year}.",
    },
    "wrong_type": {
        "en": "{given} is not {expected}",
        "nl": "{given} kan hier niet. Controleer wat je hebt ingevuld.",
    },
    "unknown_field": {
        "en": "is not a field of the case (the fields are {expected})",
        "nl": "Dit veld bestaat niet. Wel bestaan: {expected}.",
    },
    "unknown_obligation": {
        "en": "is not an obligation (the obligations are {expected})",
        "nl": "Deze stap bestaat niet.",
    },
    "not_recurring": {
        "en": "{given} is a list, but this happens once (expected YYYY-MM-DD or true)",
        "nl": "Vul hier één datum in.",
    },
    "ends_before_it_starts": {
        "en": "{given} is before the first day {expected}",
        "nl": "De laatste dag ligt vóór de eerste dag. Controleer beide datums.",
    },
    "spell_too_early": {
        "en": "{given} is not after the first sick day {expected}",
        "nl": "Dit moet na de eerste ziektedag beginnen. Controleer beide datums.",
    },
    "needed_with_repair": {
        "en": "is missing, but sanction_repair_found is given (expected a whole number of weeks)",
        "nl": "Vul in hoeveel weken de loonsanctie duurt.",
    },
    "too_many": {
        "en": "{given} items are too many (expected at most {expected})",
        "nl": "Dit zijn er te veel. Vul er hoogstens {expected} in.",
    },
    "more_problems": {
        "en": "and {given} more problems",
        "nl": "En nog {given} andere.",
    },
    "not_json": {
        "en": "the input is not JSON: {reason}",
        "nl": "Dit is geen JSON: {reason}.",
    },
    "no_case": {
        "en": "no case was given (expected a file, - for standard input, or --first-day)",
        "nl": "Er is niets ingevuld.",
    },
    "file_and_options": {
        "en": "a file and --first-day or --done do not go together (expected one of both)",
        "nl": "Kies een bestand of losse gegevens, niet allebei.",
    },
    "lines_alone": {
        "en": "--jsonl reads cases from standard input and answers in JSON (expected no file, "
        "--first-day, --done or --format)",
        "nl": "--jsonl leest van standaardinvoer.",
    },
    "unreadable_file": {
        "en": "{given} cannot be read: {reason}",
        "nl": "{given} is niet te lezen: {reason}.",
    },
    "too_large": {
        "en": "{given} characters are too many (expected at most {expected})",
        "nl": "Dit is te groot: {given} tekens. Hoogstens {expected} kan.",
    },
    "too_deep": {
        "en": "is nested too deeply (expected at most {expected} levels)",
        "nl": "Dit is geen zelfcheck: er zit te veel in elkaar.",
    },
    "not_carried": {
        "en": "is not a case in a link or a file (expected {expected})",
        "nl": "Dit is geen bestand of link van de zelfcheck, of er ontbreekt een stuk.",
    },
    "other_version": {
        "en": "{given} is not a version that is known (expected {expected})",
        "nl": "Dit is gemaakt met versie {given}. Deze pagina kent alleen versie {expected}.",
    },
    "unknown_part": {
        "en": "is not a part of a link or a file (the parts are {expected})",
        "nl": "Dit onderdeel bestaat niet. Wel bestaan: {expected}.",
    },
    "unknown_role": {
        "en": "{given} is not a role (expected one of {expected})",
        "nl": "{given} kan hier niet. Wel kan: {expected}.",
    },
    "never_unknown": {
        "en": "{given} is not something that may be unknown",
        "nl": "{given} kan hier niet.",
    },
    "told_and_unknown": {
        "en": "{given} is told, and said to be unknown",
        "nl": "{given}: dit is ingevuld, en ook onbekend. Kies een van de twee.",
    },
    "as_told": {
        "en": "{told}",
        "nl": "{told}",
    },
    "open_recovery_not_last": {
        "en": "is missing, but a later recovery follows (expected YYYY-MM-DD)",
        "nl": "Vul hier de laatste dag in. Er is daarna nog een periode van herstel.",
    },
}


def echo(value: object) -> str:
    """The value as it was given, short enough for one line."""
    text: str = value if isinstance(value, str) else json.dumps(value, default=str)
    # Half a character, which JSON can spell, could not be told to anybody.
    text = " ".join(text.encode(errors="replace").decode().split()) or '""'
    # Marks that cannot be seen turn the words around them, or hide among them.
    text = "".join(each if each.isprintable() else "?" for each in text)
    return text if len(text) <= LONGEST_ECHO else text[: LONGEST_ECHO - 1] + "…"


class Problem(NamedTuple):
    """One thing that is wrong, at `field` (a path such as `recoveries[0].last_day`)."""

    field: str
    code: str
    values: Mapping[str, Any] = {}

    def message(self, language: str = "en") -> str:
        """What is wrong, in English for programmers or in Dutch for visitors."""
        return MESSAGES[self.code][language].format(**self.values)

    def line(self) -> str:
        """Field and message, as the command prints them."""
        return f"{self.field}: {self.message()}" if self.field else self.message()

    def to_dict(self, language: str = "en") -> dict[str, str]:
        """An entry of `errors` where an answer was asked for."""
        return {"field": self.field, "message": self.message(language)}


class InvalidInputError(ValueError):
    """The input cannot be answered; `problems` holds every problem, not just the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.line() for problem in self.problems))
