"""Puts the files of rules/ together into one book, or tells everything that is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from poortwachter.law import LANGUAGES
from rules_compiler.articles import paragraphs
from rules_compiler.asked_by_pages import wrong_names
from rules_compiler.checks import (
    Known,
    Rule,
    wrong_broken,
    wrong_broken_rule,
    wrong_changes,
    wrong_code,
    wrong_constants,
    wrong_figures,
    wrong_index,
    wrong_rule,
)
from rules_compiler.code import Asking
from rules_compiler.complaints import Complaint
from rules_compiler.languages import wrong_languages
from rules_compiler.pages import Pages, wrong_pages
from rules_compiler.papers import FOLDER as PAPERS
from rules_compiler.papers import filled_papers, key_of, wrong_paper
from rules_compiler.placeholders import wrong_addresses, wrong_messages
from rules_compiler.prose import (
    filled_messages,
    filled_parts,
    filled_rule,
    wrong_counts,
    wrong_parts,
    wrong_prose,
)
from rules_compiler.report import contents, for_answers, wrong_report
from rules_compiler.source import Source, schema
from rules_compiler.translations import FOLDER, put_together, translations
from rules_compiler.values import Values

FOLDERS = {
    "obligations": "obligation",
    "duties": "duty",
    "rights": "right",
    "events": "event",
    "moments": "moment",
}

SINGLE_FILES = (
    "index",
    "laws",
    "holidays",
    "messages",
    "figures",
    "constants",
    "changes",
    "report",
)

# Cases for the tests stand beside the rules; they are no part of the book.
EXAMPLES = "examples"


def compiled(
    folder: Path, code: Iterable[Asking] = (), pages: Pages | None = None
) -> tuple[dict[str, Any], list[str]]:
    """The book as plain data, and every problem; with a problem there is no book.

    Args:
        folder: where the rules stand.
        code: what asks for rules by their ids.
        pages: what the guide has of the rules.
    """
    source = Source(folder)
    files = _files(source)
    single, rules, papers, lacking_words = _read(source, files)
    by_name = {_name(file): rule for file, rule in rules.items()}
    of_papers = frozenset(map(_name, _files_of_papers(source)))
    known = Known(frozenset(map(_name, files)), by_name, single["laws"], of_papers)
    lacking = [*wrong_languages()]
    broken = known.names - by_name.keys()
    whole = all(single.values()) and not lacking and "messages.yaml" not in lacking_words
    values = Values.of(single, by_name, broken) if whole else None
    _check_single_files(source, single, known)
    _check_names(source, files)
    _check_rules(source, rules, known)
    _check_prose(source, rules, single, values)
    for file, paper in papers.items():
        _tell(source, file, wrong_paper(file, paper, known, values))
    for file, message in lacking:
        source.wrong_outside(file, 1, message)
    _check_code(source, code, known)
    if pages:
        _check_pages(source, files, pages, single, known)
    if source.problems or values is None:
        return {}, source.problems
    return _whole(single, by_name, papers, values), []


class Read(NamedTuple):
    """What was read, in all languages; `lacking` are the files that lack words in one of them."""

    single: dict[str, Any]
    rules: dict[str, Rule]
    papers: dict[str, Rule]
    lacking: set[str]


def _read(source: Source, files: list[str]) -> Read:
    """The single files, rules and papers.

    A rule or paper that lacks words is set aside with those that do not fit the schema.
    """
    single = {name: source.read(f"{name}.yaml", name) for name in SINGLE_FILES}
    rules = {file: rule for file in files if (rule := source.read(file, "rule"))}
    broken = {file: rule for file, rule in source.broken.items() if file in files}
    paper_files = _files_of_papers(source)
    papers = {file: paper for file in paper_files if (paper := source.read(file, "paper"))}
    of_single = {f"{name}.yaml": each for name, each in single.items()}
    names = [
        *(("rules", _name(file)) for file in files),
        *((PAPERS, _name(file)) for file in paper_files),
    ]
    lacking = put_together(source, {**of_single, **rules, **broken, **papers}, names)
    source.broken |= {file: rules.pop(file) for file in lacking & rules.keys()}
    whole = {file: paper for file, paper in papers.items() if file not in lacking}
    return Read(single, rules, whole, lacking)


def _whole(
    single: Mapping[str, Any], rules: Mapping[str, Rule], papers: Mapping[str, Rule], values: Values
) -> dict[str, Any]:
    """The book with every hole filled; its `guide` holds what only the guide tells."""
    told = {name: filled_rule(rule, values) for name, rule in rules.items()}
    messages = filled_messages(single["messages"], values)
    report = filled_parts(single["report"], values)
    _add_contents(told[report["rule"]], report, messages["people"])
    guide = {
        **_guide(single, values),
        "script": messages.get("script", {}),
        "report": report["parts"],
    }
    order = [name for phase in single["index"]["phases"] for name in phase["rules"]]
    return {
        **_book(single["index"], single["laws"], told),
        "holidays": single["holidays"],
        "constants": {name: _versions(each) for name, each in single["constants"].items()},
        "report": for_answers(report),
        "messages": messages,
        "guide": guide,
        "papers": [
            _by_key(each, single["laws"]) for each in filled_papers(papers, told, order, values)
        ],
    }


def _by_key(paper: Rule, laws: Mapping[str, Any]) -> Rule:
    """A paper with what it prints of its sources, by what its text cites them with."""
    sources = {key_of(each): _printed(each, laws[each["law"]]) for each in paper["sources"]}
    return {**paper, "sources": sources}


def _printed(source: Mapping[str, str], law: Mapping[str, Any]) -> dict[str, str]:
    place = {name: source[name] for name in ("article", "paragraph") if name in source}
    return {"law": law["title"], **place}


def _files_of_papers(source: Source) -> list[str]:
    return sorted(f"{PAPERS}/{path.name}" for path in source.folder.glob(f"{PAPERS}/*.yaml"))


def _files(source: Source) -> list[str]:
    """The files of rules; one that stands elsewhere is a problem, for nobody would read it."""
    found = sorted(path.relative_to(source.folder) for path in source.folder.rglob("*.y*ml"))
    files = [path for path in found if path.parent.as_posix() in FOLDERS and path.suffix == ".yaml"]
    others = [*map(Path, translations()), *(Path(f"{name}.yaml") for name in SINGLE_FILES)]
    for path in found:
        is_paper = path.parent.as_posix() == PAPERS and path.suffix == ".yaml"
        if path not in [*files, *others] and path.parts[0] != EXAMPLES and not is_paper:
            source.wrong(path.as_posix(), (), f"is read by nobody ({_expected(path)})")
    return [path.as_posix() for path in files]


def _expected(path: Path) -> str:
    if path.parts[0] == FOLDER:
        hint = "add a new language to LANGUAGES of poortwachter/law/rulebook.py first"
        return f"expected {', '.join(translations())}; {hint}"
    return f"expected in {', '.join([*FOLDERS, PAPERS])}, with a name on .yaml"


def _name(file: str) -> str:
    return PurePosixPath(file).stem


def _check_single_files(source: Source, single: Mapping[str, Any], known: Known) -> None:
    index, laws, messages = (single[name] for name in ("index", "laws", "messages"))
    values = schema()["$defs"]["value"]["enum"]
    _tell(source, "index.yaml", wrong_index(index, known) if index else ())
    _tell(source, "laws.yaml", wrong_addresses(laws or {}))
    figures, constants = single["figures"] or {}, single["constants"] or {}
    _tell(source, "messages.yaml", wrong_messages(messages or {}, values))
    _tell(source, "figures.yaml", wrong_figures(figures, known))
    _tell(source, "report.yaml", wrong_report(single["report"], known) if single["report"] else ())
    _tell(source, "constants.yaml", wrong_constants(constants, figures, known))
    _tell(source, "changes.yaml", wrong_changes(single["changes"] or {}, constants, known))


def _check_rules(source: Source, rules: Mapping[str, Rule], known: Known) -> None:
    for file, rule in rules.items():
        _tell(source, file, _misplaced(file, rule))
        _tell(source, file, wrong_rule(rule, known))
    for file, rule in source.broken.items():
        if PurePosixPath(file).parent.name in FOLDERS:
            _tell(source, file, wrong_broken(_misplaced, file, rule))
            _tell(source, file, wrong_broken_rule(rule, known))


def _check_prose(
    source: Source, rules: Mapping[str, Rule], single: Mapping[str, Any], values: Values | None
) -> None:
    for file, rule in rules.items():
        _tell(source, file, wrong_prose(rule, values))
    for file, rule in source.broken.items():
        if PurePosixPath(file).parent.name in FOLDERS:
            _tell(source, file, wrong_broken(wrong_prose, rule, values))
    _tell(source, "messages.yaml", wrong_counts(single["messages"] or {}, values))
    _tell(source, "report.yaml", wrong_parts((single["report"] or {}).get("parts", ()), values))


def _check_code(source: Source, code: Iterable[Asking], known: Known) -> None:
    for asking in code:
        for message in wrong_code(asking, known):
            source.wrong_outside(asking.file, asking.line, message)


def _check_pages(
    source: Source, files: list[str], pages: Pages, single: Mapping[str, Any], known: Known
) -> None:
    for file, message in wrong_pages(files, pages):
        source.wrong_outside(file, 1, message)
    if all(single.values()):
        for file, line, message in wrong_names(pages.guide, single, known):
            source.wrong_outside(file, line, message)


def _check_names(source: Source, files: list[str]) -> None:
    first: dict[str, str] = {}
    for file in files:
        other = first.setdefault(_name(file), file)
        if other != file:
            told = f"{_name(file)} is also the name of {other} (expected one file for each rule)"
            source.wrong(file, ("id",), told)


def _misplaced(file: str, rule: Rule) -> Iterator[Complaint]:
    name, folder = _name(file), PurePosixPath(file).parent.name
    if rule["id"] != name:
        told = f"{rule['id']} is not the name of the file (expected {name}; or rename the file)"
        yield ("id",), told
    if rule["kind"] != FOLDERS[folder]:
        right = next(folder for folder, kind in FOLDERS.items() if kind == rule["kind"])
        hint = f"expected {FOLDERS[folder]}; or move the file to {right}"
        yield ("kind",), f"{rule['kind']} does not fit the folder {folder} ({hint})"


def _tell(source: Source, file: str, complaints: Iterable[Complaint]) -> None:
    for place, message in complaints:
        source.wrong(file, place, message)


def _book(index: dict[str, Any], laws: dict[str, Any], rules: dict[str, Rule]) -> dict[str, Any]:
    _cite([*rules.values()], laws)
    phases = [
        {
            "id": phase["id"],
            "names": {language: phase[language] for language in LANGUAGES},
            "rules": [rules[name] for name in phase["rules"]],
        }
        for phase in index["phases"]
    ]
    return {**index, "phases": phases}


def _add_contents(rule: Rule, report: Mapping[str, Any], people: Mapping[str, Any]) -> None:
    for language in LANGUAGES:
        words = {**rule[language], "contents": contents(report, people, language)}
        rule[language] = words


def _versions(constant: Mapping[str, Any]) -> list[tuple[str, int]]:
    """From which day on which value, the oldest first."""
    versions = [*constant.get("earlier", ()), constant]
    return [(version["valid_from"], version["value"]) for version in versions]


def _guide(single: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """What only the guide tells; a constant is told as a figure, with its value of the edition."""
    keys = ("value", "unit", "means", "sources")
    figures = {name: {key: each[key] for key in keys} for name, each in values.figures.items()}
    _cite([*figures.values()], single["laws"])
    pictured = single["index"].pop("pictured", [])
    laws = {name: _law(law) for name, law in single["laws"].items()}
    return {"pictured": pictured, "figures": figures, "laws": laws, "changes": single["changes"]}


def _law(law: Mapping[str, Any]) -> dict[str, Any]:
    """A law with the paragraphs of each article that was read."""
    if "articles" not in law:
        return dict(law)
    return {**law, "articles": {name: paragraphs(told) for name, told in law["articles"].items()}}


def _cite(citing: list[Rule], laws: Mapping[str, Any]) -> None:
    for each in citing:
        each["sources"] = [_cited(source, laws[source["law"]]) for source in each["sources"]]


def _cited(source: dict[str, str], law: dict[str, Any]) -> dict[str, Any]:
    article = source.get("article")
    return {
        "law": law["title"],
        "bwb": law.get("bwb"),
        "article": article,
        "paragraph": source.get("paragraph"),
        "url": law["url"].format(article=article),
        "read": law["read"],
        "checked": source["checked"],
        "certainty": source["certainty"],
    }
