// Prints, as a JSON list, which files of the runtime's zip Python reads to answer the sample requests.
// Found by running, so that modules imported late are seen too. Frozen modules live in the wasm, not in the zip.
import { readFile } from "node:fs/promises";
import { loadPyodide } from "pyodide";

const [zip, samples] = process.argv.slice(2);
try {
  const python = await loadPyodide({ stdLibURL: zip });
  const { answer } = python.pyimport("bridge");
  for (const sample of JSON.parse(await readFile(samples, "utf8"))) answer(JSON.stringify(sample));

  const { path, modules } = python.pyimport("sys");
  const inside = `${Array.from(path).find((entry) => entry.endsWith(".zip"))}/`;
  const origins = Array.from(modules.values(), (module) => module.__spec__?.origin ?? "");
  const files = origins.filter((origin) => origin.startsWith(inside)).map((origin) => origin.slice(inside.length));
  console.log(JSON.stringify(files));
} catch (error) {
  // An uncaught error would print the runtime's one line of source, a megabyte long.
  console.error(String(error));
  process.exit(1);
}
