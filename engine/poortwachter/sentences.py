"""The sentences with which the engine explains itself: one for each step of a calculation."""

from collections.abc import Mapping
from datetime import date

from poortwachter.dutch import capitalised, counted, with_weekday, written

STEPS = {
    "first_day": "Eerste ziektedag: {day}.",
    "pause": "Hersteld van {first_day} tot en met {last_day}: {days} tellen niet mee.",
    "weeks_later": "{weeks} na de eerste ziektedag: {day}.",
    "not_moved": "Voor deze termijn zegt de wet niet dat hersteldagen de datum opschuiven.",
    "lasted": "De ziekte heeft {weeks} geduurd op {day}.",
    "day_after": "De eerste dag daarna is {day}.",
    "week_starts": "Week {number} van de ziekte begint op {day}.",
    "week_ends": "Week {number} van de ziekte eindigt op {day}.",
    "was_done": "Klaar: {noun} op {day}.",
    "not_done": "Nog niet klaar: {noun}. We rekenen daarom met de uiterste datum, {day}.",
    "weeks_after": "{weeks} na {noun}: {day}.",
    "weeks_before": "{weeks} voor {noun}: {day}.",
    "years_later": "{years} na de eerste ziektedag, met alleen de ziektedagen geteld: {day}.",
    "nth_time": "Keer {number}, elke {weeks}: {day}.",
    "no_term": "Hiervoor staat geen vaste dag in de wet.",
    "no_own_date": "Wanneer was dit klaar: {noun}? Zonder die datum weten we deze datum niet.",
    "stopped": (
        "Hersteld sinds {stopped_on}: de telling staat stil. "
        "Word je weer ziek voor {new_period_from}, dan telt ze verder. "
        "Vanaf die dag begint een nieuwe periode met een nieuwe eerste ziektedag."
    ),
    "period_over": "Hersteld op {stopped_on}, voor deze datum kwam.",
    "not_yet_law": (
        "Deze regel geldt sinds {valid_from}. Wat daarvoor gold, staat niet in deze zelfcheck."
    ),
    "not_covered": (
        "Deze zelfcheck kent de regels voor een eerste ziektedag vanaf {covers_from}. "
        "Wat daarvoor gold, staat er niet in."
    ),
    "safe_due": "De laatste werkdag op of voor die dag is {day}.",
}

NOTICES = {
    "first-day-in-future": "De eerste ziektedag ligt na {on}. Klopt de datum?",
    "not-covered": STEPS["not_covered"],
    "new-period": (
        "Er zaten vier weken of meer zonder ziekte tussen. "
        "Daarom telt {first_day} als nieuwe eerste ziektedag."
    ),
    "still-recovered": STEPS["stopped"],
    "recoveries-overlap": "Twee periodes van herstel vallen over elkaar. We tellen elke dag één keer.",
    "done-before-first-day": (
        "{name}: {day} ligt voor de eerste ziektedag, {first_day}. We tellen dit niet mee. "
        "Klopt de datum?"
    ),
    "done-in-future": "{name}: {day} moet nog komen. We tellen dit nog niet als gedaan.",
    "date-not-known": (
        "Wanneer was dit klaar: {noun}? Met die datum kunnen we zeggen wanneer daarna iets moet."
    ),
}

# The longest texts about terms, without a case: what is shown before anything is filled in.
TERMS = {
    "weeks_after_first_day": "{weeks} na de eerste ziektedag",
    "after_sick_weeks": "op de eerste dag nadat de ziekte {weeks} heeft geduurd",
    "last_day_of_sick_week": "aan het einde van week {count}",
    "first_day_of_sick_week": "aan het begin van week {count}",
    "weeks_after": "{weeks} na {noun}",
    "weeks_before": "{weeks} voor {noun}",
    "years_after_first_day": "{years} na de eerste ziektedag",
}


def fill(template: str, values: Mapping[str, object]) -> str:
    """A sentence with dates written out and weeks and years counted."""
    texts = {name: _text(name, value) for name, value in values.items()}
    return capitalised(template.format(**texts))


def _text(name: str, value: object) -> object:
    if isinstance(value, date):
        return with_weekday(value) if name == "day" else written(value)
    return COUNTED[name](value) if name in COUNTED else value


COUNTED = {
    "weeks": lambda number: counted(number, "week", "weken"),
    "days": lambda number: counted(number, "dag", "dagen"),
    "years": lambda number: counted(number, "jaar", "jaar"),
}
