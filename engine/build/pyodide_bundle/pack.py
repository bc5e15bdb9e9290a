"""Make docs/assets/engine/: all that a page needs to run the engine, online or from disk.

Run it as `python -m pyodide_bundle.pack`, with engine/ and engine/build/ on the path.
"""

import base64
import gzip
import hashlib
import json
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pyodide_bundle.bundled import bundled, without_comments
from pyodide_bundle.compressed import compressed
from pyodide_bundle.cut_wasm import cut
from pyodide_bundle.node import HERE, ROOT, SHIPPED, PackError, npm_file
from pyodide_bundle.optimize_wasm import optimized
from pyodide_bundle.patch_script import patched, without_source_map
from pyodide_bundle.python_zip import python_zip, untouched_zip
from pyodide_bundle.snapshot import snapshot_of
from pyodide_bundle.strip_wasm import names_unasked, script_without, wasm_without

OUTPUT = ROOT / "docs" / "assets" / "engine"


def main(arguments: Sequence[str] | None = None) -> None:
    """Pack, or say in one sentence why that is not possible."""
    parser = ArgumentParser(
        prog="python -m pyodide_bundle.pack", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--output", type=Path, default=OUTPUT, help="the folder to replace")
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--accept-modules", action="store_true", help="rewrite the list of modules that are shipped"
    )
    how.add_argument(
        "--plain",
        action="store_true",
        help="pack Pyodide as it came: larger and slower, for a version that cannot be trimmed yet",
    )
    options = parser.parse_args(arguments)
    try:
        if options.plain:
            runtime = plain_runtime()
        else:
            runtime = optimized_runtime(accept_modules=options.accept_modules)
        publish(assets(runtime), options.output)
    except PackError as problem:
        sys.exit(f"pack: {problem}")


def optimized_runtime(*, accept_modules: bool) -> dict[str, bytes]:
    """Make Pyodide small, and quick to start: it reads the memory of a Python that has started."""
    whole = npm_file("pyodide/pyodide.asm.wasm").read_bytes()
    script = patched(without_source_map(npm_file("pyodide/pyodide.asm.mjs")))
    names = names_unasked(
        script,
        ours=b"".join(path.read_bytes() for path in (SHIPPED / "memory.mjs", *HERE.glob("*.mjs"))),
    )
    script = script_without(script, names)
    # To start Python takes more than to go on with one that was started: what was cut keeps its places.
    memory = snapshot_of(
        {"pyodide.asm.wasm": wasm_without(whole, names), "pyodide.asm.mjs": script},
        lock_info(),
        python_zip(accept_modules=accept_modules),
    )
    return {
        "pyodide.asm.wasm": optimized(wasm_without(cut(whole), names)),
        "pyodide.asm.mjs": script,
        "pyodide.mjs": without_source_map(npm_file("pyodide/pyodide.mjs")),
        "memory.bin": memory,
        "memory.mjs": without_comments(SHIPPED / "memory.mjs"),
    }


def plain_runtime() -> dict[str, bytes]:
    """Take Pyodide as it came, under the same names: nothing is cut, rewritten or started ahead."""
    return {
        name: npm_file(f"pyodide/{name}").read_bytes()
        for name in ("pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs")
    } | {
        "memory.bin": untouched_zip(),
        "memory.mjs": without_comments(SHIPPED / "plain_start.mjs"),
    }


def assets(runtime: Mapping[str, bytes]) -> dict[str, bytes]:
    """Collect every file: those that a page is handed by the sum in their name, and the rest."""
    carried = {**runtime, "worker.js": without_comments(SHIPPED / "worker.js")}
    packed = json.dumps({"pyodide": lock_info(), "files": manifest(carried)}, indent=1).encode()
    sent = {named(name, content): content for name, content in carried.items()}
    return compressed(sent, OUTPUT) | {
        "engine.js": b"globalThis.poortwachterPacked = %b;\n" % packed
        + bundled(SHIPPED / "engine.js"),
        "embedded.js": embedded_script(carried),
        "manifest.json": packed,
    }


def named(name: str, content: bytes) -> str:
    """Put the sum into the name, so that a cache may keep the file for ever."""
    path = Path(name)
    return f"{path.stem}.{hashlib.sha256(content).hexdigest()[:16]}{path.suffix}"


def lock_info() -> dict[str, str]:
    """Tell what Pyodide says of itself, in the words in which it wants to be told."""
    lock = json.loads(npm_file("pyodide/pyodide-lock.json").read_text(encoding="utf-8"))
    package = json.loads(npm_file("pyodide/package.json").read_text(encoding="utf-8"))
    return {**lock["info"], "version": package["version"]}


def manifest(files: Mapping[str, bytes]) -> dict[str, object]:
    """Say where the files are, and how they can be recognised."""
    return {
        name: {
            "file": named(name, content),
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        for name, content in files.items()
    }


def embedded_script(files: Mapping[str, bytes]) -> bytes:
    """Put files into a classic script: the only way in which a page on disk can read them."""
    packed = {
        name: base64.b64encode(gzip.compress(content, mtime=0)).decode()
        for name, content in files.items()
    }
    return f"globalThis.poortwachterEmbedded = {json.dumps(packed)};\n".encode()


def publish(files: Mapping[str, bytes], output: Path) -> None:
    """Replace the folder whole, so that nobody ever sees half of it."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".engine-", dir=output.parent) as scratch:
        fresh = Path(scratch, "fresh")
        fresh.mkdir()
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        if output.exists():
            output.rename(Path(scratch, "replaced"))
        fresh.rename(output)


if __name__ == "__main__":
    main()
