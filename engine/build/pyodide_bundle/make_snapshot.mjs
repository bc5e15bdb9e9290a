// Writes the memory of a Python that has answered the samples: it has imported the engine and read the rules.
//     node make_snapshot.mjs FOLDER samples.json memory.bin
// FOLDER holds the runtime as the page gets it, python.zip and info.json.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { loadPyodide } from "pyodide";
import { startToWrite } from "./write_memory.mjs";

const [folder, samples, output] = process.argv.slice(2);

/** Frees what is no longer needed, and wipes it: what was freed would be shipped with the rest.
 * @param {any} python */
function wipe({ _api: api, _module: module }) {
  api.runPythonInternal("import gc, sys, zipimport; zipimport._zip_directory_cache.clear()");
  api.runPythonInternal("sys.path_importer_cache.clear(); sys._clear_internal_caches(); gc.collect()");
  const top = module._sbrk(0);
  // Drains the free lists of both allocators (Python's and malloc's), zeroing each block (calloc), until a block comes from
  // above the memory that was ever used. Large blocks first, so that small ones take what is left of the gaps.
  const taken = (/** @type {(count: number, size: number) => number} */ take, /** @type {number[]} */ sizes) =>
    sizes.flatMap((size) => {
      const pieces = [];
      do pieces.push(take(1, size));
      while (pieces[pieces.length - 1] < top);
      return pieces;
    });
  const objects = taken(
    module._PyObject_Calloc,
    Array.from({ length: 32 }, (_, i) => 512 - 16 * i),
  );
  const blocks = taken(
    module._calloc,
    Array.from({ length: 17 }, (_, i) => 2 ** (20 - i)),
  );
  for (const block of blocks) module._free(block);
  for (const object of objects) module._PyObject_Free(object);
}

// Chance, time and when JavaScript clears its rubbish would make it another memory every time.
crypto.getRandomValues = (bytes) => /** @type {any} */ (bytes).fill(0);
Date.now = () => 0;
performance.now = () => 0;
globalThis.FinalizationRegistry = /** @type {any} */ (
  class {
    register() {}
    unregister() {}
  }
);

try {
  const { default: createPyodideModule } = await import(pathToFileURL(`${folder}/pyodide.asm.mjs`).href);
  const { python, write } = await startToWrite(loadPyodide, {
    createPyodideModule,
    indexURL: folder,
    stdLibURL: `${folder}/python.zip`,
    lockFileContents: { info: JSON.parse(await readFile(`${folder}/info.json`, "utf8")), packages: {} },
    // Nor does it hold the names of this machine.
    _sysExecutable: "python",
    env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" },
  });
  const { answer } = python.pyimport("bridge");
  for (const sample of JSON.parse(await readFile(samples, "utf8"))) answer(JSON.stringify(sample));
  answer.destroy();
  wipe(python);
  await writeFile(output, write());
} catch (error) {
  // An uncaught error would print the runtime's one line of source, a megabyte long.
  console.error(String(error));
  process.exit(1);
}
