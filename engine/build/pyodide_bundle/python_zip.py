"""The zip that Python reads in the browser: engine, rules, and what they need of the library.

Bytecode starts three times as fast as source, and what is never imported is not worth its bytes.
"""

import ast
import importlib.util
import io
import json
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from pyodide_bundle.node import HERE, ROOT, SHIPPED, PackError, npm_file, run_node

ENGINE = ROOT / "engine"
MODULES = HERE / "modules.txt"
STUBS = HERE / "stubs"
RULES = {"poortwachter/rules.json", "poortwachter/papers.json"}
# Classes of these are read by a checker of types only.
ONLY_TYPES = {"TypedDict", "Protocol"}
ACCEPT = "python -m pyodide_bundle.pack --accept-modules"


def python_zip(*, accept_modules: bool) -> bytes:
    """Make the zip: only what is imported, as bytecode."""
    sources, engine = library_sources(), engine_sources()
    imported = imported_files(sources | engine)
    review(imported & sources.keys(), accept=accept_modules)
    shipped = {
        name: content
        for name, content in (sources | engine).items()
        if name in imported or name in RULES
    }
    return archive(compiled(shipped))


def untouched_zip() -> bytes:
    """Make the zip of all that there is: Python's whole library, and the engine as source."""
    return archive(library() | engine_sources())


def library_sources() -> dict[str, bytes]:
    """Read Python's library, with the stubs in their places."""
    return library() | {
        path.relative_to(STUBS).as_posix(): path.read_bytes() for path in STUBS.glob("*/*.py")
    }


def library() -> dict[str, bytes]:
    """Read Python's library as the npm package brings it."""
    with zipfile.ZipFile(npm_file("pyodide/python_stdlib.zip")) as zipped:
        return entries(zipped)


def engine_sources() -> dict[str, bytes]:
    """Read the engine and its bridge; the bridge is a module of its own in the browser."""
    files = {path.relative_to(ENGINE): path for path in ENGINE.glob("poortwachter/**/*.py")}
    files |= {Path(name): ENGINE / name for name in RULES}
    files |= {Path("bridge.py"): SHIPPED / "bridge.py"}
    for path in files.values():
        if not path.is_file():
            raise PackError(f"{path.relative_to(ROOT)} is missing; run: make build")
    return {
        name.as_posix(): without_types(path.read_bytes())
        if path.suffix == ".py"
        else path.read_bytes()
        for name, path in files.items()
    }


def without_types(source: bytes) -> bytes:
    """Leave out what only a checker of types reads: each type is an object in the memory.

    Those of records stay: they are made of them, and so are the questions of a case.
    """
    return ast.unparse(Untyped().visit(ast.parse(source))).encode()


class Untyped(ast.NodeTransformer):
    """Takes the types from functions and variables, and the keys from classes that are only a type."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """A function without its types, and all that is in it."""
        node.returns = None
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """An argument by its name alone."""
        node.annotation = None
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """A record as it is; a type of a mapping or of what is handed over by its name alone."""
        if any(isinstance(base, ast.Name) and base.id in ONLY_TYPES for base in node.bases):
            node.bases, node.body = [], [ast.Pass()]
        node.body = [
            self.visit(each) if isinstance(each, ast.FunctionDef) else each for each in node.body
        ]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        """A variable without its type; one that has no value yet is not there at all."""
        if node.value is None:
            return None
        return ast.copy_location(ast.Assign([node.target], node.value), node)


def imported_files(sources: dict[str, bytes]) -> set[str]:
    """Find by running which files the samples make Python import."""
    with TemporaryDirectory() as folder:
        untrimmed = Path(folder, "untrimmed.zip")
        untrimmed.write_bytes(archive(sources))
        return set(
            json.loads(run_node(HERE / "list_imports.mjs", untrimmed, HERE / "samples.json"))
        )


def review(imported: set[str], *, accept: bool) -> None:
    """Hold what is imported of the library against the list that was last looked at."""
    if accept:
        lines = [f"# Shipped of Python's library. Rewritten by: {ACCEPT}", *sorted(imported)]
        MODULES.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return
    listed = MODULES.read_text(encoding="utf-8").splitlines() if MODULES.is_file() else []
    accepted = {line for line in listed if not line.startswith("#")}
    if imported != accepted:
        raise PackError(
            f"{MODULES.name} is out of date:"
            f" newly imported: {listing(imported - accepted)};"
            f" no longer imported: {listing(accepted - imported)}."
            f" If that is meant, run: {ACCEPT}"
        )


def listing(names: set[str]) -> str:
    """Name them all, or say that there are none."""
    return ", ".join(sorted(names)) or "none"


def compiled(sources: dict[str, bytes]) -> dict[str, bytes]:
    """Turn sources into bytecode; what is no source stays as it is."""
    builder = importlib.util.find_spec("pyodide_build")
    if builder is None or builder.origin is None:
        raise PackError("pyodide-build is not installed; run: make setup")
    with TemporaryDirectory() as folder:
        trimmed = Path(folder, "python.zip")
        trimmed.write_bytes(archive(sources))
        run_node(HERE / "compile.mjs", Path(builder.origin).parents[1], folder)
        with zipfile.ZipFile(trimmed) as bytecode:
            return entries(bytecode)


def entries(source: zipfile.ZipFile) -> dict[str, bytes]:
    """Read the files of a zip."""
    return {name: source.read(name) for name in source.namelist() if not name.endswith("/")}


def archive(files: dict[str, bytes]) -> bytes:
    """Make a zip that is the same every time; stored, so that the web server can compress it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as zipped:
        for name in sorted(files):
            zipped.writestr(zipfile.ZipInfo(name), files[name])
    return target.getvalue()
