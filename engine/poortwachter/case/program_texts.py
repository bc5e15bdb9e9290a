"""What is wrong with an input, told to who writes programs: what was given and what was expected.

The same codes have a sentence for visitors, who are told what to do, in every language: the `errors` of
rules/messages.yaml. Here is one language, that of programs.
"""

from collections.abc import Mapping

FOR_PROGRAMS: Mapping[str, str] = {
    "missing": "is missing (expected {expected})",
    "not_a_date": "{given} is not a date (expected YYYY-MM-DD)",
    "out_of_range": "{given} is out of range (expected {expected})",
    "wrong_type": "{given} is not {expected}",
    "unknown_field": "is not a field of the case (the fields are {expected})",
    "unknown_obligation": "is not an obligation (the obligations are {expected})",
    "not_recurring": "{given} is a list, but this happens once (expected YYYY-MM-DD or true)",
    "ends_before_it_starts": "{given} is before the first day {expected}",
    "pause_too_early": "{given} is not after the first sick day {expected}",
    "partly_too_early": "{given} is before the first sick day {expected}",
    "too_long": "{given} characters are too many (expected at most {expected})",
    "not_printable": (
        "holds a character that cannot be seen (expected letters, digits, marks and spaces)"
    ),
    "stays_here": "stays with who wrote it (expected no label in a link)",
    "needed_with_repair": (
        "is missing, but sanction_repair_found is given (expected a whole number of weeks)"
    ),
    "open_row_not_last": "is missing, but a later one follows (expected YYYY-MM-DD)",
    "too_many": "{given} items are too many (expected at most {expected})",
    "more_problems": "and {given} more problems",
    "not_json": "the input is not JSON: {reason}",
    "no_case": "no case was given (expected a file, - for standard input, or --first-day)",
    "file_and_options": (
        "a file and --first-day or --done do not go together (expected one of both)"
    ),
    "one_input": "standard input holds one case (expected a file for the other)",
    "lines_alone": (
        "--jsonl reads cases from standard input and answers in JSON (expected no file, "
        "--first-day or --done, and no --format but brief)"
    ),
    "unreadable_file": "{given} cannot be read: {reason}",
    "too_many_bytes": "the input is too large (expected at most {expected} bytes)",
    "not_understood": "{given}: {reason} (see {given} --help)",
    "not_written": "standard output cannot be written: {reason}",
    "no_memory": "there is not enough memory",
    "no_paper": "--format {given} is of one paper (expected its id; poortwachter paper lists them)",
    "no_such_paper": "{given} is not a paper (poortwachter paper lists them)",
    "too_large": "{given} characters are too many (expected at most {expected})",
    "too_deep": "is nested too deeply (expected at most {expected} levels)",
    "not_carried": "is not a case in a link or a file (expected {expected})",
    "other_version": "{given} is not a version that is known (expected {expected})",
    "unknown_part": "is not a part of a link or a file (the parts are {expected})",
    "unknown_role": "{given} is not a role (expected one of {expected})",
    "never_unknown": "{given} is not something that may be unknown",
    "told_and_unknown": "{given} is told, and said to be unknown",
    "not_filled_in": "{what} is not filled in",
    "part_not_filled_in": "{what} lacks {part}",
    "no_month": "{what} has no month (expected such as 6 or juni)",
    "no_year": "{what} has no year of four digits (expected such as {year})",
    "no_such_day": "{what}: {typed_day} does not exist",
    "lies_ahead": "{subject} cannot be after today",
    "no_number": "{what} is not told (expected a whole number from 1 to {number})",
    "table_too_large": "the table is too large (expected at most {expected} MB)",
    "spreadsheet_file": "this is a spreadsheet (expected CSV: save it as CSV first)",
    "not_a_text": "this is not a text (expected CSV)",
    "empty_table": "the table is empty (expected a header and a row for each case)",
    "too_many_columns": "{given} columns are too many (expected at most {expected})",
    "too_many_cells": "{given} cells are more than the header has (expected at most {expected})",
    "broken_quotes": "has a quote that is not closed, or a cell that is far too long",
    "no_first_day_column": (
        "no column holds the first sick day (expected a header first_sick_day, Eerste ziektedag "
        "or First sick day)"
    ),
    "column_name": "looks like a name, so it is not read",
    "column_bsn": "looks like a citizen service number (BSN), so it is not read",
    "column_birth": "looks like a date of birth, so it is not read",
    "column_cause": "looks as if it says what somebody has, so it is not read",
    "column_comment": "looks like a text about somebody, so it is not read",
    "unknown_column": "is not known, so it is not read (expected a field or the name of a step)",
    "column_twice": "holds the same as a column before it, so it is not read",
    "looks_like_bsn": "may be a citizen service number (BSN), so it is not read (expected a label)",
    "same_label": "is also the label of row {number}, which has another first sick day",
    "same_label_and_day": (
        "is also the label of row {number}, with the same first sick day, so this one is called {given}"
    ),
    "near": (
        "is that of row {number} too, with less than {weeks} between them: it may be one period "
        "(expected one dossier number for both, if so)"
    ),
    "percentage_alone": (
        "has no number that keeps its rows together "
        "(expected dossier_number, employee_number or ref)"
    ),
    "recovered_first": (
        "is a recovery, but no row before it tells of sickness (expected one with its first day)"
    ),
    "other_than_row": "{given} differs from row {number}, of the same dossier (expected one answer)",
    "not_a_day": "{given} is not a date (expected such as 2026-01-05 or 5-1-2026)",
    "not_yes_or_no": "{given} is not an answer (expected ja, nee or ?)",
    "not_weeks": "{given} is not a number of weeks",
    "not_a_percentage": "{given} is not a percentage (expected 0 to 100)",
    "not_periods": (
        "{given} is not a period (expected such as 2026-03-01/2026-03-10, with ; between periods)"
    ),
    "not_a_step": "{given} is not a date or an answer (expected such as 2026-01-05, ja, nee or ?)",
}
