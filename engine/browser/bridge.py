"""The one entry of the browser: JSON text in, JSON text out.

    {"on": "2026-11-21", "case": {...}}   a case as programs write it
    {"on": "2026-11-21", "form": {...}}   the form as a visitor filled it in

The answer to a case is that of `check`. The answer to the form is `{"answer": ..., "told": ...}`:
the same, and the words for the page. Wrong input gives
`{"errors": [{"field": "...", "message": "..."}]}` for both.
"""

import json
from datetime import date
from typing import Any

from poortwachter import Case, InvalidInputError, check
from poortwachter.form import Form
from poortwachter.phrases import told


def answer(text: str) -> str:
    """Answer one request; a case that cannot be answered is told in errors, never raised."""
    request = json.loads(text)
    try:
        answered = _answer(request, date.fromisoformat(request["on"]))
    except InvalidInputError as error:
        answered = {"errors": [problem.to_dict("nl") for problem in error.problems]}
    return json.dumps(answered, ensure_ascii=False)


def _answer(request: dict[str, Any], on: date) -> dict[str, Any]:
    if "form" not in request:
        return check(Case.from_dict(request["case"]), on=on).to_dict()
    form = Form(on)
    case = form.read(request["form"])
    if form.problems:
        return {"errors": form.problems}
    answered = check(Case.from_dict(case), on=on)
    return {"answer": answered.to_dict(), "told": told(answered)}
