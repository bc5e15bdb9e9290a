"""The one entry of the browser: JSON text in, JSON text out.

    {"on": "2026-11-21", "case": {...}}   a case as programs write it
    {"on": "2026-11-21", "form": {...}}   the form as a visitor filled it in
    {"on": "2026-11-21", "link": "..."}   the fragment of a link that carries a case
    {"on": "2026-11-21", "file": "..."}   the text of a save file

The answer to a case is that of `check`. The answer to the form is what the page shows of it, see
`page_view`. With `"want"` it is something else to take along: see `WANTS`. With `"compare"` it is
what differs from another form, `"base"`. `"language"` says in which language; without it, in Dutch.
A link or a file gives `{"form": ..., "answers": {"nl": ..., "en": ...}}`: the form with its content
filled in, and that content in the words of each language. Wrong input gives `{"errors": [{"field": "...", "message": "..."}]}`.

A table of cases comes in pieces, so that a page shows how far it is, and can stop:

    {"on": "2026-11-21", "table": "...", "columns": {"3": "contract_end"}}   what is in it
    {"on": "2026-11-21", "dossiers": [{...}, ...]}   some of its dossiers, answered
    {"on": "2026-11-21", "cases": [{"ref": "...", "file": "..."}, ...]}   cases that come back
    {"on": "2026-11-21", "list": [{...}, ...]}   all lines, to take along

With `"want"` cases are a `"calendar"`, a table (`"csv"`), or `"links"` to the self-check at the address
`"page"`, each with the `"parts"` of its case.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from poortwachter import Case, InvalidInputError, check
from poortwachter.answer import compared
from poortwachter.caseload import (
    cases_calendar,
    cases_file,
    cases_links,
    cases_view,
    dossiers_view,
    list_file,
    table_view,
)
from poortwachter.i18n import DUTCH
from poortwachter.law import LANGUAGES
from poortwachter.render import (
    Choices,
    answer_as_ics,
    answer_as_text,
    comparison_in_short,
    legend_as_text,
)
from poortwachter.selfcheck import (
    ROLES,
    Submission,
    answer_to,
    answers_given,
    as_file,
    as_form,
    as_fragment,
    blocks_view,
    document_view,
    file_name,
    for_guide,
    only,
    page_view,
    paper_view,
    read_file,
    read_form,
    read_fragment,
    without_what_nobody_asks,
)

Request = dict[str, Any]
Reply = Mapping[str, object]


def answer(text: str) -> str:
    """Answer one request; a case that cannot be answered is told in errors, never raised."""
    request = json.loads(text)
    try:
        answered: Reply = _answer(request, date.fromisoformat(request["on"]))
    except InvalidInputError as error:
        language = _language(request)
        answered = {"errors": [problem.to_dict(language) for problem in error.problems]}
    # Looking for circles, of which an answer has none, takes a sixth of the writing.
    return json.dumps(answered, ensure_ascii=False, check_circular=False)


def _answer(request: Request, on: date) -> Reply:
    if "form" in request:
        want = WANTS[request.get("want", "answer")]
        submission = read_form(request["form"], on, ahead=request.get("trial", False))
        return want(submission, on, request)
    if "link" in request:
        return _opened(read_fragment(request["link"], on))
    if "file" in request:
        return _opened(read_file(request["file"], on))
    if caseload := next((each for each in CASELOAD if each in request), None):
        return CASELOAD[caseload](request[caseload], on, request)
    return check(Case.from_dict(request["case"]), on=on).to_dict()


def _language(request: Request) -> str:
    told: str = request.get("language", DUTCH)
    return told if told in LANGUAGES else DUTCH


def _opened(submission: Submission) -> Reply:
    """In every language: who looks at it may change to another one."""
    answers = {each: answers_given(submission, each) for each in LANGUAGES}
    return {"form": as_form(submission), "answers": answers}


def _page(submission: Submission, on: date, request: Request) -> Reply:
    return page_view(answer_to(submission, on), submission, _language(request))


def _calendar(submission: Submission, on: date, request: Request) -> Reply:
    one = request.get("only")
    wanted = Choices(
        plain_titles=bool(request.get("plain")),
        talks=bool(request.get("talks")),
        label=submission.facts.get("label"),
        only=(one["id"], one["n"]) if one else None,
    )
    language = _language(request)
    name = file_name("appointment" if one else "appointments", "ics", submission.facts, language)
    return {"text": answer_as_ics(answer_to(submission, on), language, wanted), "name": name}


def _text(submission: Submission, on: date, request: Request) -> Reply:
    answered = without_what_nobody_asks(answer_to(submission, on))
    language = _language(request)
    return {"text": answer_as_text(answered, language) + legend_as_text(answered, language)}


def _file(submission: Submission, _: date, request: Request) -> Reply:
    name = file_name("self_check", "json", submission.facts, _language(request))
    return {"text": as_file(submission), "name": name}


def _link(submission: Submission, _: date, request: Request) -> Reply:
    # Who gets the link is somebody else, and says who they are.
    role = request["role"] if request.get("role") in ROLES else None
    carried = only(submission, request["parts"])._replace(role=role)
    return {"text": as_fragment(carried), "answers": answers_given(carried, _language(request))}


def _guide(submission: Submission, on: date, _: Request) -> Reply:
    """In every language: who reads on may change to another one."""
    answered = answer_to(submission, on)
    return {"dates": {each: for_guide(answered, each) for each in LANGUAGES}}


def _comparison(submission: Submission, on: date, request: Request) -> Reply:
    base = answer_to(_base(request["base"], on), on)
    comparison = compared(base, answer_to(submission, on))
    return comparison_in_short(comparison, _language(request))


def _paper(submission: Submission, on: date, request: Request) -> Reply:
    answered = answer_to(submission, on)
    return paper_view(request.get("paper"), answered, submission, _language(request))


def _blocks(_: Submission, __: date, request: Request) -> Reply:
    return blocks_view(request.get("text"))


def _document(submission: Submission, _: date, request: Request) -> Reply:
    language = _language(request)
    return document_view(request.get("paper"), request.get("text"), submission, language)


def _base(form: object, on: date) -> Submission:
    try:
        return read_form(form, on)
    except InvalidInputError as error:
        problems = [each._replace(field=f"base.{each.field}") for each in error.problems]
        raise InvalidInputError(problems) from None


# What can be had of the form: the page, or something to take along.
WANTS: dict[str, Callable[[Submission, date, Request], Reply]] = {
    "answer": _page,
    "calendar": _calendar,
    "text": _text,
    "file": _file,
    "link": _link,
    "guide": _guide,
    "compare": _comparison,
    "paper": _paper,
    "blocks": _blocks,
    "document": _document,
}


def _table(text: str, _: date, request: Request) -> Reply:
    return table_view(text, request.get("columns", {}), _language(request))


def _dossiers(dossiers: Any, on: date, request: Request) -> Reply:
    return dossiers_view(dossiers, on, _language(request))


def _cases(cases: Any, on: date, request: Request) -> Reply:
    language, want = _language(request), request.get("want")
    if want == "calendar":
        wanted = Choices(bool(request.get("plain")), bool(request.get("talks")))
        return cases_calendar(cases, on, language, wanted)
    if want == "links":
        return cases_links(cases, on, language, request["page"], request["parts"])
    return (cases_file if want == "csv" else cases_view)(cases, on, language)


def _list(lines: Any, _: date, request: Request) -> Reply:
    return list_file(lines, _language(request))


# What may be asked of many cases, by the name of what is given.
CASELOAD: dict[str, Callable[[Any, date, Request], Reply]] = {
    "table": _table,
    "dossiers": _dossiers,
    "cases": _cases,
    "list": _list,
}
