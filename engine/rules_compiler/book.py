"""Puts the files of rules/ together into one book and checks what no single file can show."""

from pathlib import Path
from string import Formatter
from typing import Any

from rules_compiler.source import Source

Rules = dict[str, dict[str, Any]]

FOLDERS = {
    "obligations": "obligation",
    "duties": "duty",
    "rights": "right",
    "events": "event",
    "moments": "moment",
}


def compiled(folder: Path) -> tuple[dict[str, Any], list[str]]:
    """The book as plain data, and every problem; with a problem the data is not to be used."""
    source = Source(folder)
    index = source.read(folder / "index.yaml", "index")
    laws = source.read(folder / "laws.yaml", "laws")
    holidays = source.read(folder / "holidays.yaml", "holidays")
    sentences = source.read(folder / "sentences.yaml", "sentences")
    rules = _rules(source)
    if source.problems:
        return {}, source.problems
    _check_index(source, index, rules)
    _check_sentences(source, sentences)
    for rule in rules.values():
        _check_rule(source, rule, rules, laws)
    if source.problems:
        return {}, source.problems
    return {**_book(index, laws, rules), "holidays": holidays, "sentences": sentences}, []


def _rules(source: Source) -> Rules:
    rules: Rules = {}
    for folder, kind in FOLDERS.items():
        for path in sorted((source.folder / folder).glob("*.yaml")):
            rule = source.read(path, "rule")
            if rule and rule["id"] != path.stem:
                source.wrong(path, f"id: {rule['id']} is not the name of the file")
            elif rule and rule["kind"] != kind:
                source.wrong(path, f"kind: a file in {folder} holds no {rule['kind']}")
            elif rule:
                rules[rule["id"]] = rule
    return rules


def _check_index(source: Source, index: dict[str, Any], rules: Rules) -> None:
    path = source.folder / "index.yaml"
    listed = [name for phase in index["phases"] for name in phase["rules"]]
    for name in sorted(set(listed) - rules.keys()):
        source.wrong(path, f"phases: there is no rule {name}")
    for name in sorted(rules.keys() - set(listed)):
        source.wrong(path, f"phases: rule {name} stands in no phase")
    for name in sorted({name for name in listed if listed.count(name) > 1}):
        source.wrong(path, f"phases: rule {name} stands in more than one place")


def _check_rule(source: Source, rule: dict[str, Any], rules: Rules, laws: dict[str, Any]) -> None:
    path = _path(source, rule)
    for where, name in _references(rule):
        if name not in rules:
            source.wrong(path, f"{where}: there is no rule {name}")
        elif rule["id"] in _waits_for(name, rules):
            source.wrong(path, f"{where}: {rule['id']} and {name} wait for each other")
    for i, cited in enumerate(rule["sources"]):
        law = laws.get(cited["law"])
        if law is None:
            source.wrong(path, f"sources.{i}.law: laws.yaml has no {cited['law']}")
        elif "{article}" in law["url"] and "article" not in cited:
            source.wrong(path, f"sources.{i}: {cited['law']} needs an article")


def _check_sentences(source: Source, sentences: dict[str, Any]) -> None:
    """Both languages of a sentence say the same: they name the same values."""
    for kind, group in sentences.items():
        for name, sentence in group.items():
            if _values(sentence["nl"]) != _values(sentence["en"]):
                problem = f"{kind}.{name}: nl and en do not name the same values"
                source.wrong(source.folder / "sentences.yaml", problem)


def _values(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def _path(source: Source, rule: dict[str, Any]) -> Path:
    folder = next(folder for folder, kind in FOLDERS.items() if kind == rule["kind"])
    return source.folder / folder / f"{rule['id']}.yaml"


def _references(rule: dict[str, Any]) -> list[tuple[str, str]]:
    named = {
        "from": rule.get("from", {}).get("of"),
        "term": rule.get("term", {}).get("of"),
        "recurs_until": rule.get("recurs_until"),
    }
    return [(where, name) for where, name in named.items() if name]


def _waits_for(name: str, rules: Rules) -> set[str]:
    """The rule itself and all rules whose date it needs."""
    found, new = set[str](), {name}
    while new:
        found |= new
        needed = {other for rule in new for _, other in _references(rules.get(rule, {}))}
        new = needed - found
    return found


def _book(index: dict[str, Any], laws: dict[str, Any], rules: Rules) -> dict[str, Any]:
    for rule in rules.values():
        rule["sources"] = [_cited(source, laws[source["law"]]) for source in rule["sources"]]
    phases = [
        {
            "id": phase["id"],
            "names": {language: phase[language]["name"] for language in ("nl", "en")},
            "rules": [rules[name] for name in phase["rules"]],
        }
        for phase in index["phases"]
    ]
    return {**index, "phases": phases}


def _cited(source: dict[str, str], law: dict[str, str]) -> dict[str, str | None]:
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
