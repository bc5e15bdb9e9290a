// The packed engine under Node, started from its memory as in a page. Another than that of the site: PACKED=FOLDER.
import { rmSync } from "node:fs";
import { mkdtemp, readFile, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { loadPyodide } from "pyodide";

const packed = resolve(process.env.PACKED ?? fileURLToPath(new URL("../docs/assets/engine", import.meta.url)));
const { pyodide: info, files } = JSON.parse(await readFile(join(packed, "manifest.json"), "utf8"));
const path = (/** @type {string} */ name) => join(packed, files[name].file);
const module = (/** @type {string} */ name) => import(pathToFileURL(path(name)).href);

// Pyodide asks for the wasm by a name of its own.
const folder = await mkdtemp(join(tmpdir(), "poortwachter-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
await symlink(path("pyodide.asm.wasm"), join(folder, "pyodide.asm.wasm"));

const { startFrom } = await module("memory.mjs");
const { default: createPyodideModule } = await module("pyodide.asm.mjs");
const python = await startFrom(loadPyodide, await readFile(path("memory.bin")), {
  createPyodideModule,
  indexURL: folder,
  stdLibURL: "/dev/null",
  lockFileContents: { info, packages: {} },
});

export const { answer } = python.pyimport("bridge");
