"""Cases answered one after the other: what comes of those that were read, and what is wrong with the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from poortwachter.case.errors import Problem
from poortwachter.caseload.dossier import Dossier
from poortwachter.caseload.reading import read_dossiers
from poortwachter.law.references import asks
from poortwachter.render.ics import Choices, events_as_ics
from poortwachter.selfcheck.submission import Submission
from poortwachter.selfcheck.view import answer_to


class ReadCase(NamedTuple):
    """A case by what the list calls it; without a `submission`: what is wrong with it."""

    ref: str
    submission: Submission | None
    problems: Sequence[Problem] = ()


class Gathered[Made](NamedTuple):
    """What was made of cases, in their order, and what is wrong with the others, each by its `ref`."""

    made: list[Made]
    wrong: list[tuple[str, Problem]]

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, whatever the case is called."""
        return [problem for _, problem in self.wrong]


def cases_in(dossiers: Iterable[Dossier], on: date, language: str) -> Iterator[ReadCase]:
    """The cases in these dossiers, as they were told until the day `on`."""
    for dossier, submission, problems in read_dossiers(dossiers, on):
        yield ReadCase(dossier.called(language), submission, problems)


def gathered[Made](
    cases: Iterable[ReadCase], make: Callable[[str, Submission], Made]
) -> Gathered[Made]:
    """What `make` makes of each case that was read, by its `ref` and what was told."""
    found: Gathered[Made] = Gathered([], [])
    for ref, submission, problems in cases:
        found.wrong.extend((ref, each) for each in problems)
        if submission:
            found.made.append(make(ref, submission))
    return found


@asks(answer_to)
def events_of(ref: str, submission: Submission, on: date, language: str, wanted: Choices) -> str:
    """The events of a case in a calendar of many, with its label in front of each title."""
    return events_as_ics(answer_to(submission, on), language, wanted._replace(label=ref))
