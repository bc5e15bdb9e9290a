"""`python -m rules_compiler.holidays_table`: write the public holidays to rules/holidays.yaml.

Algemene termijnenwet art. 3: New Year's Day, Good Friday, Easter Monday, King's Day (before 2014
Queen's Day), 5 May, Ascension Day, Whit Monday and both days of Christmas, in every year.
Days that fall in a weekend are left out: they are no working days as it is.
"""

from pathlib import Path

from holidays import OPTIONAL, PUBLIC, country_holidays

YEARS = range(2004, 2061)
SATURDAY = 5
TABLE = Path(__file__).parents[2] / "rules" / "holidays.yaml"
HEADING = """\
# Made by `python -m rules_compiler.holidays_table`; do not edit.
# Public holidays of the Algemene termijnenwet, art. 3, that do not fall in a weekend.
"""


def main() -> None:
    """Write the table anew."""
    table = country_holidays("NL", years=YEARS, categories={PUBLIC, OPTIONAL})
    days = sorted(day for day in table if day.weekday() < SATURDAY)
    TABLE.write_text(HEADING + "".join(f"- {day}\n" for day in days), encoding="utf-8")


if __name__ == "__main__":
    main()
