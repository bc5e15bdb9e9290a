"""What the rules count with on the day of the edition: what prose may tell of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from poortwachter.law import Term

Named = Mapping[str, Any]

# Kinds whose number is that of a week of sickness: in it, or at its end, the term falls.
IN_WEEK = {
    "after_sick_weeks",
    "first_day_of_sick_week",
    "sick_week_moved_along",
    "last_day_of_sick_week",
    "last_day_of_wage_week",
    "letter_of_uwv",
    "shortened_waiting_time",
}
# Kinds that count weeks back from another rule, or that end with it when nothing extends it.
BEFORE = {"weeks_before", "weeks_before_decision", "last_day_to_apply"}
WITH = {"end_of_waiting_time"}


@dataclass(frozen=True, slots=True)
class Values:
    """Rules, figures and changes by their names; of what was changed, the version of `day`.

    Constants are figures here: prose asks for both in the same way. `broken` are the ids of rules
    that do not fit the schema: what they would give is not known.
    """

    day: date
    rules: Named
    figures: Named
    changes: Named
    messages: Named
    broken: frozenset[str]

    @classmethod
    def of(cls, single: Named, rules: Named, broken: frozenset[str]) -> "Values":
        """The values of a book that was read, for the day of its edition."""
        changes = {
            name: {**change, "day": date.fromisoformat(change["day"])}
            for name, change in single["changes"].items()
        }
        day = date.fromisoformat(single["index"]["edition"])
        constants = {
            name: {**each, "value": on(day, each)["value"]}
            for name, each in single["constants"].items()
        }
        figures = {**constants, **single["figures"]}
        return cls(day, rules, figures, changes, single["messages"], broken)

    def term(self, rule: str) -> Term | None:
        """The term of a rule that holds on the day; before the first version, that one."""
        found = self.rules[rule]
        if "term" not in found:
            return None
        return Term(**on(self.day, found)["term"])

    def opens(self, rule: str) -> Term | None:
        """The term of a rule's first day."""
        opens = self.rules[rule].get("from")
        return Term(**opens) if opens else None

    def week(self, rule: str) -> int | None:
        """In which week of sickness a rule falls, or at whose end, if nothing stops the count."""
        return self._week(rule, frozenset())

    def _week(self, rule: str, before: frozenset[str]) -> int | None:
        term = self.term(rule) if rule in self.rules and rule not in before else None
        if term is None or term.kind in IN_WEEK:
            return term.count if term else None
        if term.kind not in BEFORE | WITH:
            return None
        end = self._week(str(term.of), before | {rule})
        return end - term.count if end else None


def on(day: date, dated: Named) -> Named:
    """The version of something with `earlier` versions that holds on a day.

    Before the first version that is the first one, for nothing else is known of it.
    """
    versions: list[Named] = [*dated.get("earlier", ()), dated]
    begun = [each for each in versions if date.fromisoformat(each["valid_from"]) <= day]
    return begun[-1] if begun else versions[0]
