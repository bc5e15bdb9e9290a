"""Tables as programs and people make them: good and broken rows in any order, encoding and layout."""

from random import Random

from poortwachter.caseload import FIRST_DAY, LABELS, PERCENTAGE, PRESETS, fields

ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")
DELIMITERS = (",", ";", "\t", "|")
ENDS = ("\n", "\r\n", "\r")
DATES = ("{0:04}-{1:02}-{2:02}", "{2}-{1}-{0}", "{2:02}/{1:02}/{0}", "{2}.{1}.{0}")
COLUMNS = ("ref", "first_sick_day", "Probleemanalyse", "contract_end", "recoveries", "Naam", "?")

# What labels begin with, also what spreadsheets run.
BEGINNINGS = ("K", "é", "=1+", "+", "-", "@", '"', "a;=", "a,-", "'", "#", "ß ", "{")

# Rows that cannot be answered; none of them ends with a quote that is open.
BROKEN = (
    '"open',
    'x"y"z',
    "a{0}31-2-2026{0}{0}{0}{0}{0}",
    "{0}{0}{0}{0}{0}{0}{0}{0}{0}too many",
    "b{0}2026-01-05{0}misschien{0}{0}{0}{0}",
    "c{0}2026-01-05{0}{0}{0}2025-01-01/{0}{0}",
    "=cmd|'/c calc'!A1",
    "\x00\x00",
    "�\u2028\x85",
)


def cell(text: str) -> str:
    """A cell as a program writes it, always in quotes."""
    return '"' + text.replace('"', '""') + '"'


def row(random: Random, number: int, delimiter: str) -> tuple[str, str]:
    """A row that can be answered, with its label, which no other has."""
    label = f"{random.choice(BEGINNINGS)}{number}"
    day = random.choice(DATES).format(2026, random.randint(1, 11), random.randint(1, 26))
    step = random.choice(["ja", "nee", "?", ""])
    end = random.choice(["", "?", "31 december 2027", "nee"])
    cells = [label, day, step, end, "", "GEHEIM", random.choice(["", "é", "1\n2"])]
    return label, delimiter.join(cell(each) for each in cells)


def table(random: Random) -> tuple[bytes, set[str]]:
    """A file with good and broken rows in any order, and the labels of the good ones."""
    delimiter, end = random.choice(DELIMITERS), random.choice(ENDS)
    good = dict(row(random, number, delimiter) for number in range(random.randint(0, 6)))
    broken = [random.choice(BROKEN).format(delimiter) for _ in range(random.randint(0, 4))]
    lines = [*good.values(), *broken, *[""] * random.randint(0, 2)]
    random.shuffle(lines)
    text = end.join([delimiter.join(COLUMNS), *lines, ""])
    encoding = random.choice(ENCODINGS)
    return text.encode(encoding, errors="replace"), set(good)


# What people write in a cell.
WRITTEN = ("", "ja", "nee", "?", "yes", "5 weken", "50%", "31 dec 2027", "2026-03-01/2026-03-10/ja")


def table_of_a_program(random: Random) -> str:
    """Rows as a program that is much used writes them: each a spell, several of one dossier or employee."""
    columns = {**random.choice([*PRESETS.values()]).columns, **_more_columns(random)}
    rows = ([cell(_told(random, field)) for field in columns.values()] for _ in range(6))
    return "\n".join(";".join(row) for row in [[*columns], *rows])


def _more_columns(random: Random) -> dict[str, str]:
    names = random.sample([*fields()], random.randint(0, 4))
    return dict(zip(names, names, strict=True))


def _told(random: Random, field: str) -> str:
    if field in LABELS:
        return f"{field} {random.randrange(3)}"
    if field == PERCENTAGE:
        return random.choice(["0", "50", "100", "101"])
    if field == FIRST_DAY or random.random() < 0.6:
        return random.choice(DATES).format(*_day_of_a_spell(random))
    return random.choice(WRITTEN)


def _day_of_a_spell(random: Random) -> tuple[int, int, int]:
    return random.choice([2025, 2026]), random.randint(1, 12), random.randint(1, 28)


def change(random: Random, file: bytes) -> bytes:
    """The file with bytes put in, taken out or repeated."""
    place, length = random.randrange(len(file) + 1), random.randrange(20)
    middle = random.choice([random.randbytes(length), b"", file[place : place + length] * 3])
    return file[:place] + middle + file[place + random.randrange(20) :]
