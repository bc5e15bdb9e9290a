// Compiles the sources in a zip with pyodide-build's own command, inside the interpreter that will read the bytecode:
// so it fits, whatever Python this machine has.
import { loadPyodide } from "pyodide";

// What tells the line of an instruction is a tenth of the code, and is read for the report of a crash alone: that names
// the function. The way from an instruction to what catches its error stays.
const WITHOUT_LINES = `
from importlib import _bootstrap_external as importing
from types import CodeType

written = importing._code_to_hash_pyc

def without_lines(code):
    inside = (without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(inside))

importing._code_to_hash_pyc = lambda code, *more: written(without_lines(code), *more)
`;

const [sitePackages, folder] = process.argv.slice(2);
try {
  // Bytecode names a hash of its source instead of a time, and has no docstrings and no columns of a line.
  const python = await loadPyodide({
    env: { SOURCE_DATE_EPOCH: "315532800", PYTHONOPTIMIZE: "2", PYTHONNODEBUGRANGES: "1" },
  });
  // Emscripten's types do not tell of these.
  const { filesystems } = /** @type {any} */ (python.FS);
  for (const [point, root] of [
    ["/host", sitePackages],
    ["/work", folder],
  ]) {
    python.FS.mkdirTree(point);
    python.FS.mount(filesystems.NODEFS, { root }, point);
  }
  python.pyimport("sys").path.append("/host");
  python.runPython(WITHOUT_LINES);
  const { main } = python.pyimport("pyodide_build.cli.py_compile");
  main.callKwargs(["/work", "--silent"], { standalone_mode: false });
} catch (error) {
  console.error(String(error));
  process.exit(1);
}
