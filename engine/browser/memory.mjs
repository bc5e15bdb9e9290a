// A snapshot of a started Python: written when the engine is packed, and read instead of starting it once more.
// It is delta-encoded against the memory as the wasm's data segments fill it: runs of how much to skip and what to put.
//
//     words   how many runs, how many bytes of JSON, how many bytes the wasm itself fills;
//             then for each run the bytes to skip and the bytes to put
//     JSON    what Pyodide has to know of the objects that JavaScript and Python share
//     bytes   of all the runs
//
// `write_memory.mjs` of the packer writes it.

const WORDS = 3;

// Stands for the hash of a text, which is four bytes of chance: it is worked out once more.
export const UNHASHED = 0x7a5ce11d;

// From the start of a text to its hash: how often it is held, its type, its length.
export const BEFORE_HASH = 3;

/**
 * What Pyodide and Emscripten do not promise, so that nobody wrote its types.
 * @typedef {any} Module
 * @typedef {any} Settings
 * @typedef {{createPyodideModule: (settings: Settings) => Promise<Module>, [more: string]: unknown}} Options
 * @typedef {(options: any) => Promise<any>} Load
 */

/** Shows the memory as the wasm itself fills it, before anything runs.
 * @param {Settings} settings @param {(memory: Uint8Array) => void} show */
export function atInstance(settings, show) {
  const { instantiateWasm } = settings;
  settings.instantiateWasm = (/** @type {unknown} */ imports, /** @type {Function} */ done) =>
    instantiateWasm(imports, (/** @type {any} */ instance, /** @type {unknown} */ module) => {
      show(new Uint8Array(instance.exports.memory.buffer));
      done(instance, module);
    });
}

/** Where Python keeps the one function that differs between browsers, which each start chooses anew.
 * @param {Module} module */
const trampoline = ({ HEAP32, __PyRuntime, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET }) =>
  (__PyRuntime + HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >> 2]) >> 2;

/** Starts Python as it stood when its memory was written.
 * @param {Load} loadPyodide @param {Uint8Array} written @param {Options} options */
export function startFrom(loadPyodide, written, { createPyodideModule, ...options }) {
  const create = async (/** @type {Settings} */ settings) => {
    let initial = new Uint8Array();
    const [, , filled] = new Uint32Array(written.buffer, written.byteOffset, WORDS);
    atInstance(settings, (memory) => (initial = memory.slice(0, filled)));
    // Pyodide takes the size of a memory for that of its file, and ours leaves out most of it.
    delete settings.INITIAL_MEMORY;
    const module = await createPyodideModule(settings);
    module.API.restoreSnapshot = () => read(written, module, initial);
    return module;
  };
  return loadPyodide({ ...options, createPyodideModule: create, _loadSnapshot: new Uint8Array() });
}

/** @param {Uint8Array} written @param {Module} module @param {Uint8Array} initial */
function read(written, module, initial) {
  const { HEAPU8: heap, HEAP32: words } = module;
  const place = trampoline(module);
  const own = words[place];
  heap.set(initial);
  heap.fill(0, initial.length, module._sbrk(0));

  const [count, length] = new Uint32Array(written.buffer, written.byteOffset, WORDS);
  const runs = new Uint32Array(written.buffer, written.byteOffset + 4 * WORDS, 2 * count);
  const json = 4 * WORDS + runs.byteLength;
  let from = json + length;
  let to = 0;
  for (let i = 0; i < runs.length; i += 2) {
    to += runs[i];
    const size = runs[i + 1];
    heap.set(written.subarray(from, from + size), to);
    from += size;
    to += size;
  }
  words[place] = own;
  for (let at = words.indexOf(UNHASHED); at >= 0; at = words.indexOf(UNHASHED, at)) {
    words[at] = -1;
    module._PyObject_Hash(4 * (at - BEFORE_HASH));
  }
  return JSON.parse(new TextDecoder().decode(written.subarray(json, json + length)));
}
