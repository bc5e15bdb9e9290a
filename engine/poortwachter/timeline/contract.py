"""What the end of the employment contract does to a rule.

Whoever is sick on the last day gets a report that day (ZW art. 38(2)): the full one, a short one or
none. Its parts have no other day then; what else needs an employer is not asked any more.
"""

from datetime import date, timedelta
from typing import Literal

from poortwachter.law.references import asks
from poortwachter.law.rulebook import AfterContract, Rule
from poortwachter.timeline.clock import ONE_DAY
from poortwachter.timeline.known import Known
from poortwachter.timeline.trace import Reached

Report = Literal["report_none", "report_short", "report_short_expected", "report_full"]

# Both short ones have the same parts: the reason differs.
SHORT: frozenset[Report] = frozenset({"report_short", "report_short_expected"})

REPORTED: frozenset[AfterContract] = frozenset({"short_report", "full_report"})


def ends_with_contract(rule: Rule, day: date | None, known: Known) -> bool:
    """Whether a rule that needs an employer falls after the last day of the contract."""
    end = known.case.contract_end
    return bool(rule.after_contract != "goes_on" and end and day and day > end)


@asks("reintegratieverslag")
def ordinary_report_day(known: Known) -> date | None:
    """When the report of the waiting time must be ready (WIA art. 25(3)), contract or not."""
    return known.counted("reintegratieverslag").day


@asks(ordinary_report_day)
def is_brought_forward(rule: Rule, known: Known) -> bool:
    """Whether a rule is a part of a report that the end of the contract asks for earlier."""
    end = known.case.contract_end
    if end is None or rule.after_contract not in REPORTED:
        return False
    ordinary = ordinary_report_day(known)
    return ordinary is None or ordinary >= end


@asks("uitdiensttreding-ziek")
def on_last_day(rule: Rule, known: Known) -> Reached:
    """A part of the report on the last day of the contract, or why that report lacks it.

    ZW art. 38(2); which parts a short one has: Beleidsregels vorm- en herkenbaarheidsvereisten
    art. 2a(3), a full one: art. 2(2) there. Without a notice of leaving there is no report.
    """
    notice = known.deadline("uitdiensttreding-ziek")
    if notice.day is None:
        return notice
    kind, _, some = _report(notice.day, known)
    if kind == "report_none":
        ends = Reached().then("contract_ends", notice.day)
        return ends.without_date("report_none", weeks=some)
    if kind in SHORT and rule.after_contract == "full_report":
        return notice.without_date("not_in_short_report")
    return notice


def _report(end: date, known: Known) -> tuple[Report, int, int]:
    """Which report is asked for when a contract ends, and the two numbers of weeks that decide.

    ZW art. 38(2); Beleidsregels vorm- en herkenbaarheidsvereisten art. 2a(1): also short where no
    long absence was expected. By the law of the last day.
    """
    whole, some = (
        known.constant(name).on(end)
        for name in ("ziek-uit-dienst-volledig", "ziek-uit-dienst-verslag")
    )
    lasted = end - known.clock.first_day
    if lasted < timedelta(weeks=some):
        return "report_none", whole, some
    if lasted < timedelta(weeks=whole):
        return "report_short", whole, some
    expected_short = known.case.outlook.long_absence is False
    return ("report_short_expected" if expected_short else "report_full"), whole, some


@asks("reintegratieverslag", "einde-wachttijd")
def opens_before(last_day: date | None, rule: Rule, known: Known) -> date | None:
    """The first day of a part of the report: as long before the last day as in the two years."""
    if last_day is None or rule.opens is None:
        return None
    waiting, report = (
        known.rule(name).term_on(last_day) for name in ("einde-wachttijd", "reintegratieverslag")
    )
    weeks = waiting.count - report.count if waiting and report else rule.opens.count
    opens = last_day - timedelta(weeks=weeks - rule.opens.count + 1) + ONE_DAY
    return max(opens, known.clock.first_day)


@asks("einde-wachttijd", "einde-aow-termijn")
def no_sickness_benefit(known: Known, day: date | None) -> bool:
    """Whether the contract ends after the time for which there is ziekengeld (ZW art. 29(2)(c), (5))."""
    aow_date = known.case.aow_date
    with_aow = aow_date and known.clock.first_day >= aow_date
    last = known.deadline("einde-aow-termijn" if with_aow else "einde-wachttijd").day
    return bool(day and last and day > last)


def unclear_sickness_benefit(known: Known, day: date | None) -> bool:
    """Whether somebody who fell ill before AOW age has it on the first day without a contract.

    There is no ziekengeld then (ZW art. 29(4)); whether the employer reports all the same, art.
    38(2) does not say.
    """
    aow_date = known.case.aow_date
    return bool(day and aow_date and known.clock.first_day < aow_date <= day + ONE_DAY)


@asks("einde-wachttijd")
def contract_ends_first(known: Known, _: date | None) -> bool:
    """Whether there is no wage to be extended after the waiting time (WIA art. 24(1), 25(9))."""
    end, last = known.case.contract_end, known.deadline("einde-wachttijd").day
    return bool(end and last and end <= last)


def on_leave_then(known: Known, day: date | None) -> bool:
    """Whether `day` falls in leave: ZW art. 38(2) speaks of who is sick on the last day only."""
    return bool(day and known.clock.kind_of_pause_on(day) == "leave")


@asks(no_sickness_benefit)
def _is_no_notice(known: Known, day: date) -> bool:
    """Whether the employer need not report anybody as sick on `day`, or nobody knows whether."""
    unsure = no_sickness_benefit(known, day) or unclear_sickness_benefit(known, day)
    return unsure or known.clock.kind_of_pause_on(day) is not None


@asks(_is_no_notice)
def with_report(end: Reached, known: Known) -> Reached:
    """The last day of the contract, and which report belongs to it."""
    if end.day is None or _is_no_notice(known, end.day):
        return end
    kind, whole, some = _report(end.day, known)
    if known.case.sickness_benefit is True:
        end = end.remark("no_notice_beside_benefit")
    weeks = {"report_none": {"weeks": some}, "report_short": {"number": some, "weeks": whole}}
    return end.remark(kind, **weeks.get(kind, {"weeks": whole}))
