"""What a visitor types, and all that comes over it from elsewhere: generated, and played in a page of any browser."""

import json
from random import Random
from typing import Any, NamedTuple
from urllib.parse import quote

Typed = dict[str, str]
Step = tuple[str, str]


def as_text(**parts: object) -> str:
    return json.dumps({"poortwachter": 1, **parts})


def link(text: str) -> str:
    return "#zaak=" + quote(text)


CASES = {
    "another": as_text(role="werknemer", case={"first_sick_day": "2026-01-05"}),
    "yet another": as_text(
        role="werkgever",
        case={
            "first_sick_day": "2025-11-03",
            "recoveries": [{"first_day": "2026-07-06", "last_day": "2026-07-19"}],
            "done": {"probleemanalyse": "2025-12-10", "plan-van-aanpak": True},
        },
    ),
    "a role": as_text(role="adviseur", case={}),
    "nothing": as_text(case={}),
}
BROKEN = {
    "no case": "x",
    "half": CASES["another"][:-9],
    "words": as_text(case={"first_sick_day": "bel nu"}),
    "later": as_text(case={"first_sick_day": "2126-01-05"}),
    "too long": "x" * 150_000,
    "far too long": "x" * 500_000,
}

# What comes from elsewhere, or is done with it; none of it is the visitor's own typing.
REPLACES: list[Step] = [
    *(("link", link(text)) for text in CASES.values()),
    *(("file", text) for text in CASES.values()),
]
LEAVES: list[Step] = [
    *(("link", link(text)) for text in BROKEN.values()),
    *(("file", text) for text in BROKEN.values()),
    *(("role", f"#rol={role}") for role in ("werknemer", "werkgever", "baas")),
    ("back", ""),
    ("accept", ""),
]

FIRST_DAYS = [("3", "februari", "2025"), ("15", "6", "2026"), ("1", "12", "2025")]
# Of which no list can be made.
UNFINISHED = [("31", "februari", "2026"), ("", "", "2026"), ("4", "", ""), ("9", "x", "26")]
MORE: list[Typed] = [
    {"label": "Klant 7"},
    {"role.werkgever": ""},
    {"role.werknemer": "", "done.probleemanalyse.yes": ""},
    {
        "done.probleemanalyse.yes": "",
        "done.probleemanalyse.day": "20",
        "done.probleemanalyse.month": "7",
        "done.probleemanalyse.year": "2026",
    },
    {"done.plan-van-aanpak.no": "", "done.melding-arbodienst.unknown": ""},
    {"speelt-contract_end": "", "onbekend-contract_end": ""},
    {
        "speelt-recoveries": "",
        "recoveries[0].first_day.day": "6",
        "recoveries[0].first_day.month": "juli",
        "recoveries[0].first_day.year": "2026",
    },
]


class Visit(NamedTuple):
    """What is typed, by the ids of the fields; whether it is asked for; and what comes then."""

    typed: Typed
    asked: bool
    steps: list[Step]

    @property
    def replaced(self) -> bool:
        return any(step in REPLACES for step in self.steps)


def visit(seed: int) -> Visit:
    """Typed by somebody, and then up to three things, each of which may come twice."""
    random = Random(seed)  # noqa: S311
    asked = random.random() < 0.5
    day = random.choice(FIRST_DAYS if asked or random.random() < 0.5 else UNFINISHED)
    typed = {
        f"first_sick_day.{part}": text
        for part, text in zip(("day", "month", "year"), day, strict=True)
    }
    # What is filled in only in the list, before it is asked for would hide in it.
    for more in random.sample(MORE, random.randrange(3)):
        typed |= more
    steps: list[Step] = []
    for _ in range(random.randint(1, 3)):
        step = random.choice(random.choice((REPLACES, LEAVES)))
        steps += [step] * random.choice((1, 1, 2))
    return Visit(typed, asked, steps)


# What is asked of the engine here is answered after what the page asked before.
TOOLS = """
const at = (name) => document.querySelector(`[data-slot="${name}"]`);
const press = (action) => document.querySelector(`[data-action="${action}"]`).click();
const once = (event) => new Promise((resolve) => addEventListener(event, resolve, { once: true }));
const answered = async () => {
  for (let times = 0; times < 3; times++) await poortwachter.ask({ on: "2026-01-01", form: {} });
};
const changes = (...places) => new Promise((resolve) => {
  const observer = new MutationObserver(resolve);
  for (const place of places) observer.observe(place, { attributes: true, childList: true });
});
const stands = () => {
  dispatchEvent(new Event("pagehide"));
  const { form, sent } = history.state;
  const [shown, back] = [!at("result").hidden, !at("replaced").hidden];
  return { form: { ...form, unknown: form.unknown.sort() }, shown, back, theirs: Boolean(sent) };
};
const types = (typed) => {
  for (const [id, text] of Object.entries(typed)) {
    const field = document.getElementById(id);
    if (field.type !== "text") field.click();
    else {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
};
const opensLink = async (hash) => {
  if (location.hash === hash) return;
  location.hash = hash;
  await once("hashchange");
  await answered();
  globalThis.entries = (globalThis.entries ?? 0) + 1;
};
const STEPS = {
  link: opensLink,
  role: opensLink,
  async file(text) {
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], "zelfcheck.json"));
    const field = document.getElementById("open-bestand");
    const opens = changes(at("opening"), at("refused").querySelector("ul"));
    field.files = chosen.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    await opens;
    await answered();
  },
  async back() {
    if (!globalThis.entries) return;
    globalThis.entries--;
    const gone = once("popstate");
    history.back();
    await gone;
  },
  async accept() {
    if (at("sender").hidden) return;
    press("accept");
    await answered();
  },
};
"""

# Begins on a form that somebody else emptied, and gives what stood there before and after.
PLAYS = f"""async (visit) => {{
  {TOOLS}
  await opensLink({json.dumps(link(CASES["nothing"]))});
  press("accept");
  types(visit.typed);
  if (visit.asked) {{
    at("form").requestSubmit();
    await answered();
  }}
  const before = stands();
  for (const [step, given] of visit.steps) await STEPS[step](given);
  return [before, stands()];
}}"""

PUTS_BACK = f"""async () => {{
  {TOOLS}
  press("put-back");
  await answered();
  return stands();
}}"""


def as_given(visit: Visit) -> dict[str, Any]:
    return visit._asdict()
