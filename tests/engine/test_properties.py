"""What must hold for every case, whatever its dates."""

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from poortwachter import Case, check
from poortwachter.law import load
from tests.engine.cases import FIRST_DAYS, ONCE, PAUSES, cases

LONG_AFTER = date(2040, 1, 1)
DAYS = st.dates(date(2014, 1, 1), date(2035, 1, 1))
ONE_DAY = timedelta(days=1)
OVER = "not_applicable"
HANG_ON_THE_APPLICATION = (
    "einde-loondoorbetaling",
    "einde-opzegverbod",
    "loonsanctie-besluit",
    "laatste-dag-loonsanctie",
    "wia-ingang",
)


def answer(case: dict[str, Any], on: date = LONG_AFTER) -> dict[str, Any]:
    return check(Case.from_dict(case), on=on).to_dict()


def dates(found: dict[str, Any]) -> dict[tuple[str, int | None], str | None]:
    entries = {(entry["id"], entry.get("n")): entry["due"] for entry in found["obligations"]}
    return entries | {(entry["id"], None): entry["date"] for entry in found["moments"]}


def firm_dates(found: dict[str, Any]) -> dict[tuple[str, int | None], str]:
    """The dates that are not marked as the earliest possible ones."""
    marked = [each for each in found["obligations"] + found["moments"] if each.get("at_least")]
    earliest = {(each["id"], each.get("n")) for each in marked}
    return {name: day for name, day in dates(found).items() if day and name not in earliest}


def moment(found: dict[str, Any], name: str) -> date:
    return date.fromisoformat(next(each for each in found["moments"] if each["id"] == name)["date"])


@given(cases())
def test_the_first_day_of_the_wia_follows_the_wage_that_runs_on(case: dict[str, Any]) -> None:
    found = {each["id"]: each["date"] for each in answer(case)["moments"]}
    waited, paid = found["einde-wachttijd"], found["einde-loondoorbetaling"]
    if waited and paid and paid > waited and found["wia-ingang"]:
        assert date.fromisoformat(found["wia-ingang"]) == date.fromisoformat(paid) + ONE_DAY


@given(cases(), st.integers(1, 727), st.integers(0, 1500), st.sampled_from([True, False, None]))
def test_a_contract_that_ends_within_the_waiting_time_leaves_no_wage_to_extend(
    case: dict[str, Any], until: int, days: int, applied: bool | None
) -> None:
    """WIA art. 43(b) waits for the wage of BW art. 7:629(11), which nobody has without a contract."""
    first_day = date.fromisoformat(case["first_sick_day"])
    never: dict[str, Any] = {**{name: [] for name in PAUSES}, "done": {}, "wage_extension": {}}
    plain = {**case, **never, "contract_end": str(first_day + timedelta(days=until))}
    extended = dict.fromkeys(("loonsanctie", "verlenging-loonperiode"), True)
    longer = {**plain, "done": {**extended, "wia-aanvraag": applied}}
    on = first_day + timedelta(days=days)
    found = {each["id"]: each for each in answer(longer, on)["moments"]}
    expected = {each["id"]: each for each in answer(plain)["moments"]}
    for name in ("wia-ingang", "einde-loondoorbetaling"):
        assert found[name]["date"] == expected[name]["date"]
    assert not [name for name, each in found.items() if each.get("at_least")]
    assert found["loonsanctie-besluit"]["date"] is None


@given(cases(), st.integers(0, 1500))
def test_nothing_is_called_late_by_a_day_that_may_come_later(
    case: dict[str, Any], days: int
) -> None:
    """An extension without its last day is told in each: of `done` it takes only the fact."""
    told = {**case, "done": {**case["done"], "verlenging-loonperiode": True}, "wage_extension": {}}
    on = date.fromisoformat(case["first_sick_day"]) + timedelta(days=days)
    marked = [each for each in answer(told, on)["obligations"] if each.get("at_least")]
    assert not [each for each in marked if each["status"] in {"overdue", "done_late"}]


@given(FIRST_DAYS, st.integers(1, 727), st.integers(1, 27))
def test_a_short_recovery_moves_the_end_by_exactly_its_days(
    first_day: date, start: int, days: int
) -> None:
    recovery = {
        "first_day": str(first_day + timedelta(days=start)),
        "last_day": str(first_day + timedelta(days=start + days - 1)),
    }
    without = answer({"first_sick_day": str(first_day)})
    with_it = answer({"first_sick_day": str(first_day), "recoveries": [recovery]})
    moved = moment(with_it, "einde-wachttijd") - moment(without, "einde-wachttijd")
    assert moved == timedelta(days=days)
    assert with_it["clock"]["paused_days"] == days


@given(FIRST_DAYS, st.integers(1, 700), st.integers(2, 27), st.data())
def test_a_recovery_cut_in_two_adjacent_ones_changes_nothing(
    first_day: date, start: int, days: int, data: st.DataObject
) -> None:
    begin = first_day + timedelta(days=start)
    end = begin + timedelta(days=days - 1)
    cut = begin + timedelta(days=data.draw(st.integers(0, days - 2)))
    whole = [{"first_day": str(begin), "last_day": str(end)}]
    parts = [
        {"first_day": str(begin), "last_day": str(cut)},
        {"first_day": str(cut + ONE_DAY), "last_day": str(end)},
    ]
    day = str(first_day)
    assert answer({"first_sick_day": day, "recoveries": whole}) == answer(
        {"first_sick_day": day, "recoveries": parts}
    )


@given(cases(), st.randoms())
def test_the_order_of_the_input_does_not_matter(case: dict[str, Any], random: Any) -> None:
    shuffled = {name: case[name] for name in sorted(case, key=lambda _: random.random())}
    for name in PAUSES:
        shuffled[name] = sorted(case[name], key=lambda _: random.random())
    shuffled["done"] = {
        name: sorted(days, key=lambda _: random.random()) if isinstance(days, list) else days
        for name, days in sorted(case["done"].items(), key=lambda _: random.random())
    }
    told = answer(case)
    told_shuffled = answer(shuffled)
    by_field = lambda notice: (notice["field"], notice["code"], notice["text"])  # noqa: E731
    for each in (told, told_shuffled):
        each["notices"].sort(key=by_field)
    assert told == told_shuffled


@given(cases(longest_recovery=27), DAYS, DAYS)
def test_a_date_that_is_not_the_earliest_possible_never_moves_with_the_day(
    case: dict[str, Any], on: date, later: date
) -> None:
    case = {**case, **{name: [] for name in PAUSES if name != "recoveries"}}
    one, other = firm_dates(answer(case, on)), firm_dates(answer(case, later))
    assert {name: one[name] for name in one.keys() & other.keys()} == {
        name: other[name] for name in one.keys() & other.keys()
    }


@given(FIRST_DAYS, st.integers(1, 400))
def test_each_day_without_an_application_makes_the_earliest_dates_a_day_later(
    first_day: date, late: int
) -> None:
    case = {"first_sick_day": str(first_day), "done": {"wia-aanvraag": False}}
    due = next(each["due"] for each in answer(case)["obligations"] if each["id"] == "wia-aanvraag")
    on = date.fromisoformat(due) + timedelta(days=late)
    for name in HANG_ON_THE_APPLICATION:
        assert moment(answer(case, on + ONE_DAY), name) == moment(answer(case, on), name) + ONE_DAY


@given(cases(), st.sampled_from(ONCE), DAYS)
def test_saying_that_something_was_not_done_changes_no_date(
    case: dict[str, Any], name: str, on: date
) -> None:
    assume(name not in case["done"])
    before, after = answer(case, on), answer({**case, "done": {**case["done"], name: False}}, on)
    firm, said = dates(before), dates(after)
    assert all(said[key] == day for key, day in firm.items() if day)
    # Whether the employer reported settles whether UWV's letter counts (WIA art. 64(6)).
    settles = name == "melding-42-weken" and case.get("uwv_letter", "not_told") != "not_told"
    new = {key for key, day in said.items() if day and key in firm and not firm[key]}
    assert settles or new <= dates(after).keys() - firm_dates(after).keys()


@given(cases(), st.dates(date(2014, 1, 1), date(2035, 1, 1)))
def test_the_last_day_never_lies_before_the_first(case: dict[str, Any], on: date) -> None:
    for entry in answer(case, on)["obligations"]:
        if entry["due"] and entry["from"]:
            assert entry["from"] <= entry["due"]


@given(cases(), st.dates(date(2014, 1, 1), date(2035, 1, 1)))
def test_the_last_working_day_is_a_working_day_not_after_the_last_day(
    case: dict[str, Any], on: date
) -> None:
    for entry in answer(case, on)["obligations"]:
        if entry["due"]:
            safe_due = date.fromisoformat(entry["safe_due"])
            assert safe_due.isoformat() <= entry["due"]
            assert safe_due.weekday() < 5
            assert safe_due not in load().holidays


@given(cases(longest_recovery=27), st.sampled_from(sorted(load().can_be_done)), st.data())
def test_doing_something_never_changes_a_date_before_it(
    case: dict[str, Any], name: str, data: st.DataObject
) -> None:
    assume(name not in case["done"])
    first_day = date.fromisoformat(case["first_sick_day"])
    day = str(first_day + timedelta(days=data.draw(st.integers(0, 800))))
    before = dates(answer(case))
    after = dates(answer({**case, "done": {**case["done"], name: day}}))
    for entry, due in before.items():
        if due and due < day and entry in after:
            assert after[entry] == due or (after[entry] or day) >= day


@given(cases(), st.dates(date(2014, 1, 1), date(2035, 1, 1)))
def test_every_date_ends_its_own_proof(case: dict[str, Any], on: date) -> None:
    found = answer(case, on)
    for entry in found["obligations"]:
        if entry["due"]:
            assert entry["due"] in [step["date"] for step in entry["trace"]]
    for entry in found["moments"]:
        if entry["date"]:
            assert entry["date"] in [step["date"] for step in entry["trace"]]


@given(cases(), st.dates(date(2014, 1, 1), date(2035, 1, 1)))
def test_days_late_and_days_left_follow_from_the_dates(case: dict[str, Any], on: date) -> None:
    for entry in answer(case, on)["obligations"]:
        if entry["due"] and entry["status"] in {"due", "upcoming"}:
            left = (date.fromisoformat(entry["due"]) - on).days
            # Without a letter of UWV an application is in time after its last day too.
            in_time_on_any_day = (
                entry["id"] == "wia-aanvraag" and case.get("uwv_letter", "") is None
            )
            assert entry["days"] == (None if left < 0 and in_time_on_any_day else left)
        if entry["status"] == "overdue":
            assert entry["days"] == (on - date.fromisoformat(entry["due"])).days > 0


@given(cases(), st.dates(date(2014, 1, 1), date(2035, 1, 1)))
def test_nothing_that_needs_an_employer_begins_or_is_due_after_the_contract(
    case: dict[str, Any], on: date
) -> None:
    last_day = case["contract_end"]
    assume(last_day)
    for entry in answer(case, on)["obligations"]:
        if load().rules[entry["id"]].after_contract != "goes_on":
            assert (entry["due"] or last_day) <= last_day
            assert (entry["from"] or last_day) <= last_day


@given(cases(), st.dates(date(2014, 1, 1), date(2035, 1, 1)))
def test_nothing_that_the_state_pension_age_ends_is_due_on_or_after_that_day(
    case: dict[str, Any], on: date
) -> None:
    aow_date = case["aow_date"]
    assume(aow_date)
    for entry in answer(case, on)["obligations"]:
        if "after_aow" in load().rules[entry["id"]].falls_away:
            assert (entry["due"] or "") < aow_date


@given(cases(), st.integers(1, 400))
def test_a_delay_stops_counting_on_the_last_day_of_the_contract(
    case: dict[str, Any], later: int
) -> None:
    assume(case["contract_end"])
    last_day = date.fromisoformat(case["contract_end"])
    assume(last_day >= date.fromisoformat(case["first_sick_day"]))
    needs_employer = {rule.id for rule in load().rules.values() if rule.after_contract == "ends"}
    for entry in answer(case, last_day + timedelta(days=later))["obligations"]:
        if entry["id"] in needs_employer:
            assert entry["status"] not in {"overdue", "due", "upcoming"}
        if entry["status"] == "not_applicable" and entry["days"]:
            assert entry["days"] <= (last_day - date.fromisoformat(entry["due"])).days


@given(cases())
def test_a_cause_that_is_not_known_leaves_every_date_that_both_answers_give(
    case: dict[str, Any],
) -> None:
    assume(case["leaves"])
    same, other, unknown = (
        answer({**case, "leaves": [{**leave, "same_cause": cause} for leave in case["leaves"]]})
        for cause in (True, False, None)
    )
    both = dates(same).items() & dates(other).items()
    assert both <= dates(unknown).items()
    asked = "cause-not-known" in [notice["code"] for notice in unknown["notices"]]
    assert asked is (same["clock"] != other["clock"] or dates(same) != dates(other))


@given(cases(), DAYS)
def test_what_is_over_whatever_the_cause_is_not_called_unknown(
    case: dict[str, Any], on: date
) -> None:
    assume(case["leaves"])
    same, other, unknown = (
        answer({**case, "leaves": [{**leave, "same_cause": cause} for leave in case["leaves"]]}, on)
        for cause in (True, False, None)
    )
    over = [
        {(each["id"], each.get("n")) for each in found["obligations"] if each["status"] == OVER}
        for found in (same, other)
    ]
    told = {(each["id"], each.get("n")): each["status"] for each in unknown["obligations"]}
    assert {told[key] for key in over[0] & over[1] & told.keys()} <= {OVER}


@given(cases(), st.dates(date(2014, 1, 1), date(2035, 1, 1)))
def test_no_step_is_late_whose_term_ended_while_nobody_was_sick(
    case: dict[str, Any], on: date
) -> None:
    pauses = [pause for name in PAUSES for pause in case[name]]
    for entry in answer(case, on)["obligations"]:
        in_a_pause = any(
            entry["due"] and pause["first_day"] <= entry["due"] <= (pause["last_day"] or "9999")
            for pause in pauses
        )
        if in_a_pause and entry["id"] in {"probleemanalyse", "plan-van-aanpak", "tweede-spoor"}:
            assert entry["status"] not in {"overdue", "done_late", "due", "upcoming"}
        if in_a_pause and not entry["done"]:
            assert entry["id"] != "periodieke-evaluatie"


@given(cases())
def test_talks_have_no_date_without_a_plan(case: dict[str, Any]) -> None:
    done = {name: day for name, day in case["done"].items() if name != "plan-van-aanpak"}
    for entry in answer({**case, "done": done})["obligations"]:
        if entry["id"] == "periodieke-evaluatie":
            assert (entry["due"], entry["n"]) == (None, 1)
