"""The last day on which UWV must decide, once it has what it decides about (WIA art. 25 and 102)."""

from datetime import date, timedelta

from poortwachter.law.references import asks
from poortwachter.law.rulebook import Term
from poortwachter.timeline.known import Known
from poortwachter.timeline.trace import Reached
from poortwachter.timeline.workdays import to_working_day


@asks("wia-beslissing")  # whose name its constant has
def _after_receipt(rule: str, known: Known) -> Reached:
    return _within("wia-beslissing", known.reached(rule), known)


@asks("wia-aanvraag", "vervroegde-iva-aanvraag", _after_receipt)
def decision_on_wia(_: Term, known: Known) -> Reached:
    """Some weeks after the application (WIA art. 102(3)), also after an early one (art. 66(1)).

    With a wage sanction UWV waits (art. 64(7)), and decides some weeks after it found the
    shortcoming repaired (art. 25(15)).
    """
    if known.case.wage_extension.sanction_weeks:
        return _after_repair(known)
    later = known.done_on("wia-aanvraag")
    return _after_receipt("wia-aanvraag" if later else "vervroegde-iva-aanvraag", known)


@asks("bekorting-loonsanctie")
def decision_on_repair(_: Term, known: Known) -> Reached:
    """Some weeks after the employer reported that the shortcoming is repaired (WIA art. 25(13))."""
    reported = known.reached("bekorting-loonsanctie")
    return _within("loonsanctie-beslissing-herstel", reported, known)


def _after_repair(known: Known) -> Reached:
    found: date | None = known.case.wage_extension.sanction_repair_found
    if found is None:
        return Reached().without_date("waits_for_repair")
    return _within("wia-na-herstel", Reached().then("repair_found", found), known)


def _within(name: str, received: Reached, known: Known) -> Reached:
    """So many weeks later, by the law of the day on which UWV had it."""
    if received.day is None:
        return received
    weeks = known.constant(name).on(received.day)
    last = received.then("weeks_later_on", received.day + timedelta(weeks=weeks), weeks=weeks)
    return to_working_day(last, known, weeks)
