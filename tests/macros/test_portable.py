"""Who reads mkdocs.yml but is not MkDocs can build the pages: docs/decisions/0001 says how this is kept open."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import macros
from tests.conftest import ROOT

TEMPLATES = [*sorted((ROOT / "overrides").rglob("*.html")), ROOT / "overrides/sitemap.xml"]
MODULES = sorted((ROOT / "macros").rglob("*.py"))

# Other engines of templates have filters, but no methods of Python.
METHODS = {name for each in (str, dict, list) for name in dir(each)}
# What the macros plugin hands over. Elsewhere a change to it is lost.
HANDED_OVER = {"conf", "variables"}
CHANGES = {"update", "setdefault", "pop", "clear", "append", "extend"}


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def methods_in(template: str) -> list[str]:
    calls = Environment(autoescape=True).parse(template).find_all(nodes.Call)
    called = [each.node.attr for each in calls if isinstance(each.node, nodes.Getattr)]
    return [each for each in called if each in METHODS]


@pytest.mark.parametrize("file", TEMPLATES, ids=name)
def test_a_template_of_the_theme_calls_no_method_of_python(file: Path) -> None:
    assert methods_in(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "template",
    [
        '{% if page.url.startswith("stappen") %}{% endif %}',
        "{{ config.site_url.rstrip('/') ~ 'a' }}",
        "{% for name, value in words.languages.items() %}{% endfor %}",
        "{% block a %}{{ texts.picture.format(site=config.site_name) | e }}{% endblock %}",
    ],
)
def test_a_method_of_python_would_be_seen(template: str) -> None:
    assert len(methods_in(template)) == 1


def changed(module: str) -> Iterator[str]:
    """What a module changes of what was handed over to it."""
    for node in ast.walk(ast.parse(module)):
        for target in _targets(node):
            parts = {each.attr for each in ast.walk(target) if isinstance(each, ast.Attribute)}
            if parts & HANDED_OVER:
                yield ast.unparse(target)


def _targets(node: ast.AST) -> list[ast.expr]:
    match node:
        case ast.Assign(targets=targets) | ast.Delete(targets=targets):
            return targets
        case ast.AugAssign(target=target) | ast.AnnAssign(target=target):
            return [target]
        case ast.Call(func=ast.Attribute(value=value, attr=name)) if name in CHANGES:
            return [value]
    return []


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_a_macro_hands_nothing_over_by_the_configuration(file: Path) -> None:
    assert [*changed(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "module",
    [
        'env.conf["extra"]["edition"] = 1',
        'env.conf["extra"] |= {"edition": 1}',
        'env.conf["extra"].update(edition=1)',
        "env.variables.edition = 1",
    ],
)
def test_what_is_handed_over_by_the_configuration_would_be_seen(module: str) -> None:
    assert len([*changed(module)]) == 1


def test_of_the_hooks_of_the_plugin_the_macros_have_one() -> None:
    assert [each for each in dir(macros) if each.startswith(("define_", "on_"))] == ["define_env"]
