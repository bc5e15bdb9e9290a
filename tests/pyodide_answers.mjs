// Answers requests with the packed engine under Node, one JSON text a line:
//     node tests/pyodide_answers.mjs < requests.jsonl > answers.jsonl
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const packed = fileURLToPath(new URL("../docs/assets/engine/", import.meta.url));
const { pyodide: info } = JSON.parse(await readFile(packed + "manifest.json", "utf8"));
const python = await loadPyodide({
  indexURL: packed,
  stdLibURL: packed + "python.zip",
  lockFileContents: { info, packages: {} },
});
const { answer } = python.pyimport("bridge");
for await (const line of createInterface({ input: process.stdin })) console.log(answer(line));
