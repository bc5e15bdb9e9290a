"""What an employee reads first: the wage, whom to call, and what is theirs to do."""

from collections.abc import Iterable, Iterator
from datetime import date

from poortwachter.answer.model import Answer, Moment
from poortwachter.answer.status import STATUS_OF_GAP
from poortwachter.i18n.locales import DUTCH, uncapitalised
from poortwachter.i18n.messages import phrase
from poortwachter.law.references import asks
from poortwachter.law.rulebook import load
from poortwachter.selfcheck.answers_in_words import AnsweredQuestion
from poortwachter.selfcheck.rows import Row, outcomes_in_words
from poortwachter.selfcheck.submission import Submission

# Where the first thing to do is looked for, in this order.
OPEN = ("now", "ask", "next")


@asks("einde-loondoorbetaling")
def for_employee(
    answer: Answer, listed: Iterable[Row], submission: Submission, language: str = DUTCH
) -> list[AnsweredQuestion]:
    """Questions and answers for somebody who is sick; nothing for who is not."""
    if submission.role != "werknemer":
        return []
    contract_end = submission.facts.get("contract_end")
    told = {
        "wage": _wage(answer, contract_end, language),
        "call": _words(
            "call_uwv" if _is_over(contract_end, answer.on) else "call_employer", language
        ),
        "first": "; ".join(_first(listed, language)),
    }
    return [
        {"question": _words(f"asks_{name}", language), "answer": words}
        for name, words in told.items()
        if words
    ]


@asks("einde-loondoorbetaling")
def _wage(answer: Answer, contract_end: date | None, language: str) -> str:
    """Until when the employer pays, and what may come after that (BW art. 7:629, WIA art. 47, ZW art. 29)."""
    moment = next(each for each in answer.moments if each.rule.id == "einde-loondoorbetaling")
    if moment.day is None:
        undecided = " ".join(outcomes_in_words(moment.reached, language))
        return "" if _never_comes(moment) else undecided or _words("wage_unknown", language)
    after = "contract" if moment.day == contract_end else "wia"
    until = "wage_at_earliest" if moment.reached.at_least else "wage_until"
    told = [_words(until, language, day=moment.day), _words(f"after_{after}", language)]
    return " ".join(told)


def _never_comes(moment: Moment) -> bool:
    gap = moment.reached.gap
    return gap is not None and STATUS_OF_GAP[gap] == "not_applicable"


def _is_over(contract_end: date | None, on: date) -> bool:
    return contract_end is not None and contract_end < on


def _first(listed: Iterable[Row], language: str) -> Iterator[str]:
    """What this employee must do first, with its day."""
    mine = [row for row in listed if row["mine"] and row["status"] and row["section"] in OPEN]
    for row in sorted(mine, key=lambda row: OPEN.index(row["section"]))[:1]:
        name = load().actionable[row["id"]].words[language].name
        told = row["standing"] if row["section"] == "ask" else row["when"]
        yield f"{name}: {uncapitalised(told)}" if told else name


def _words(name: str, language: str, **values: object) -> str:
    return phrase("for_employee", name, language, **values)
