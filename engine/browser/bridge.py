"""The one entry of the browser: JSON text in, JSON text out.

    {"on": "2026-11-21", "case": {...}}   a case as programs write it
    {"on": "2026-11-21", "form": {...}}   the form as a visitor filled it in
    {"on": "2026-11-21", "link": "..."}   the fragment of a link that carries a case
    {"on": "2026-11-21", "file": "..."}   the text of a save file

The answer to a case is that of `check`. The answer to the form is what the page shows of it, see
`told_on_page`. With `"want"` it is something else to take along: see `WANTS`.
A link or a file gives `{"form": ..., "answers": ...}`: the form with its content filled in, and
that content in words. Wrong input gives `{"errors": [{"field": "...", "message": "..."}]}`.
"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from poortwachter import Case, InvalidInputError, check
from poortwachter.calendar_file import answer_as_calendar
from poortwachter.carried import as_file, as_fragment, read_file, read_fragment
from poortwachter.filled_in import FilledIn, as_form, only
from poortwachter.form import Form
from poortwachter.given import answers_given
from poortwachter.page import answer_to, for_guide, told_on_page
from poortwachter.text import answer_as_text

Request = dict[str, Any]


def answer(text: str) -> str:
    """Answer one request; a case that cannot be answered is told in errors, never raised."""
    request = json.loads(text)
    try:
        answered = _answer(request, date.fromisoformat(request["on"]))
    except InvalidInputError as error:
        answered = {"errors": [problem.to_dict("nl") for problem in error.problems]}
    # Looking for circles, of which an answer has none, takes a sixth of the writing.
    return json.dumps(answered, ensure_ascii=False, check_circular=False)


def _answer(request: Request, on: date) -> Request:
    if "form" in request:
        return _answer_form(request, on)
    if "link" in request:
        return _opened(read_fragment(request["link"], on))
    if "file" in request:
        return _opened(read_file(request["file"], on))
    return check(Case.from_dict(request["case"]), on=on).to_dict()


def _answer_form(request: Request, on: date) -> Request:
    form = Form(on)
    filled_in = form.filled_in(request["form"])
    if form.problems:
        return {"errors": form.problems}
    return WANTS[request.get("want", "answer")](filled_in, on, request)


def _opened(filled_in: FilledIn) -> Request:
    return {"form": as_form(filled_in), "answers": answers_given(filled_in)}


def _page(filled_in: FilledIn, on: date, _: Request) -> Request:
    return told_on_page(answer_to(filled_in, on), filled_in)


def _calendar(filled_in: FilledIn, on: date, request: Request) -> Request:
    one = request.get("only")
    answered = answer_to(filled_in, on)
    return {"text": answer_as_calendar(answered, only=(one["id"], one["n"]) if one else None)}


def _text(filled_in: FilledIn, on: date, _: Request) -> Request:
    return {"text": answer_as_text(answer_to(filled_in, on))}


def _file(filled_in: FilledIn, on: date, _: Request) -> Request:
    answer_to(filled_in, on)
    return {"text": as_file(filled_in)}


def _link(filled_in: FilledIn, on: date, request: Request) -> Request:
    answer_to(filled_in, on)
    carried = only(filled_in, request["parts"])
    return {"text": as_fragment(carried), "answers": answers_given(carried)}


def _guide(filled_in: FilledIn, on: date, _: Request) -> Request:
    return {"dates": for_guide(answer_to(filled_in, on))}


# What can be had of the form: the page, or something to take along.
WANTS: dict[str, Callable[[FilledIn, date, Request], Request]] = {
    "answer": _page,
    "calendar": _calendar,
    "text": _text,
    "file": _file,
    "link": _link,
    "guide": _guide,
}
