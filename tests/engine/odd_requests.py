"""What no page asks of itself: a visitor or a sender put something odd in it."""

import json
from random import Random
from urllib.parse import quote

from browser.bridge import WANTS
from poortwachter.selfcheck import LARGEST, as_file
from tests.engine.drawn import drawn_case, drawn_submission
from tests.engine.odd import bitten, odd_text, odd_value, one_odd, spoilt
from tests.engine.odd_tables import WRITTEN, change, table, table_of_a_program
from tests.engine.page_requests import (
    DRAWN_KINDS,
    Draw,
    Request,
    drawn_list,
    told,
    wanting,
    wanting_of_cases,
)

# Fewer brackets than the reader takes, about as many, and more than any parser would.
DEPTHS = (5, 6, 7, 8, 9, 100, 1_000, 20_000)
NUMBERS = [*["1e999", "-0", "1.0", "NaN", "-Infinity", "1E400", "01"], "9" * 5_000, "1" + "0" * 400]


def _odd_case(random: Random) -> Request:
    return {"case": spoilt(random, drawn_case(random))}


def _odd_form(random: Random) -> Request:
    request = DRAWN_KINDS[random.choice([*WANTS])](random)
    odd: Request = {
        name: spoilt(random, request[name]) for name in ("form", "base") if name in request
    }
    return {**request, **odd}


def _typed(random: Random) -> Request:
    """A form with something odd in one or two of its fields, as a visitor may type it."""
    request = DRAWN_KINDS[random.choice([*WANTS])](random)
    for _ in range(random.randint(1, 2)):
        request["form"] = one_odd(random, request["form"])
    return request


def _odd_carried(random: Random) -> str:
    """The parts of a case that travels, some of them odd."""
    parts = json.loads(as_file(drawn_submission(random)))
    return json.dumps(spoilt(random, parts), ensure_ascii=random.choice([True, False]))


def _odd_file(random: Random) -> Request:
    return {"file": random.choice(FILES)(random)}


def _bitten_file(random: Random) -> str:
    return bitten(random, _odd_carried(random), odd_text(random))


def _deep(random: Random) -> str:
    """Nested as deep as that, whole or broken off; in a string that has no end it does not count."""
    opens, closes = random.choice([("[", "]"), ("{", "}"), ('{"a":', "}"), ('{"case":[', "]}")])
    depth = random.choice(DEPTHS)
    inside = opens * depth + closes * random.choice([0, depth])
    before, after = random.choice([("", ""), ('{"poortwachter":1,"case":', "}"), ('{"a":"', "")])
    return before + inside + after


def _numbers(random: Random) -> str:
    """What JSON takes for a number, or nearly."""
    version, weeks = random.choices([*NUMBERS, "1", "1"], k=2)
    extended = f'"wage_extension":{{"sanction_weeks":{weeks}}}'
    return f'{{"poortwachter":{version},"case":{{{extended}}}}}'


def _noise(random: Random) -> str:
    return "".join(odd_text(random) for _ in range(random.randrange(4)))


def _too_large(random: Random) -> str:
    return random.choice("x é{") * (LARGEST + random.choice([0, 1]))


# Most are nearly right: what is wrong at first sight is refused at first sight.
FILES = (*[_odd_carried, _bitten_file] * 6, *[_deep, _numbers, _noise] * 2, _too_large)


def _odd_link(random: Random) -> Request:
    """What a file may hold, in an address: whole, or with the percent signs of another hand."""
    text = random.choice(FILES)(random).encode(errors="replace").decode()
    fragment = f"#zaak={quote(text, safe=random.choice(['', '/:,{}[]']))}"
    broken = random.choice(
        ["%", "%F", "%zz", "%FF", "%C0%80", "%ED%A0%80", "%00", odd_text(random)]
    )
    return {"link": random.choice([fragment, bitten(random, fragment, broken), f"#zaak={broken}"])}


def _odd_table(random: Random) -> Request:
    """As a page decodes it: the right way, or the wrong one."""
    file = random.choice([table(random)[0], table_of_a_program(random).encode()])
    for _ in range(random.randrange(3)):
        file = change(random, file)
    encoding = random.choice(["utf-8", "windows-1252", "utf-16"])
    columns = {str(random.randrange(9)): random.choice(["aow_date", "label", "", odd_text(random)])}
    text = bitten(random, file.decode(encoding, errors="replace"), odd_text(random))
    texts = [text] * 9 + [_noise(random), "", ";" * 300, "\n;\n"]
    return {"table": random.choice(texts), "columns": random.choice([{}, columns])}


def _odd_dossiers(random: Random) -> Request:
    """Cells that were read, and then changed to something odd."""
    found = told(_odd_table(random))["dossiers"]
    for row in (row for dossier in found for row in dossier["rows"]):
        row["cells"] = {
            field: random.choice([cell, random.choice(WRITTEN), odd_text(random)])
            for field, cell in row["cells"].items()
        }
    return {"dossiers": found}


def _odd_cases(random: Random) -> Request:
    request = wanting_of_cases(random)
    odd = {"ref": odd_text(random), **_odd_file(random)}
    return {**request, "cases": [*request["cases"], odd]}


def _odd_list(random: Random) -> Request:
    lines = drawn_list(random)["list"]
    return {"list": [{**line, "ref": odd_text(random)} for line in lines]}


def _odd_paper(random: Random) -> Request:
    request = wanting(random.choice(["paper", "blocks", "document"]))(random)
    return {**request, random.choice(["paper", "text"]): odd_value(random)}


ODD_KINDS: dict[str, Draw] = {
    "case": _odd_case,
    "form": _odd_form,
    "typed form": _typed,
    "file": _odd_file,
    "link": _odd_link,
    "table": _odd_table,
    "dossiers": _odd_dossiers,
    "cases": _odd_cases,
    "list": _odd_list,
    "paper": _odd_paper,
}
