// Compiles the sources in a zip with pyodide-build's own command, inside the interpreter that will read the bytecode:
// so it fits, whatever Python this machine has.
import { loadPyodide } from "pyodide";

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
  const { main } = python.pyimport("pyodide_build.cli.py_compile");
  main.callKwargs(["/work", "--silent"], { standalone_mode: false });
} catch (error) {
  console.error(String(error));
  process.exit(1);
}
