// A snapshot of a started Python: written when the engine is packed, and read instead of starting it once more.
// It is delta-encoded against the memory as the wasm's data segments fill it: runs of how much to skip and what to put.
//
//     words   how many runs, how many bytes of JSON, how many bytes the wasm itself fills;
//             then for each run the bytes to skip and the bytes to put
//     JSON    what Pyodide has to know of the objects that JavaScript and Python share
//     bytes   of all the runs

// A gap of fewer equal bytes than this is written along: the two words of another run would cost about as much.
const WORTH_A_RUN = 16;

const WORDS = 3;

/**
 * What Pyodide and Emscripten do not promise, so that nobody wrote its types.
 * @typedef {any} Module
 * @typedef {any} Settings
 * @typedef {{createPyodideModule: (settings: Settings) => Promise<Module>, [more: string]: unknown}} Options
 * @typedef {(options: any) => Promise<any>} Load
 */

/** Shows the memory as the wasm itself fills it, before anything runs.
 * @param {Settings} settings @param {(memory: Uint8Array) => void} show */
function atInstance(settings, show) {
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
  return JSON.parse(new TextDecoder().decode(written.subarray(json, json + length)));
}

/** Starts Python in the ordinary way, so that its memory can be written.
 * @param {Load} loadPyodide @param {Options} options */
export async function startToWrite(loadPyodide, { createPyodideModule, ...options }) {
  let initial = new Uint8Array();
  const create = (/** @type {Settings} */ settings) => {
    atInstance(settings, (memory) => (initial = memory.slice(0, 1 + memory.findLastIndex((byte) => byte !== 0))));
    return createPyodideModule(settings);
  };
  const python = await loadPyodide({ ...options, createPyodideModule: create, _makeSnapshot: true });
  return { python, write: () => write(python, initial) };
}

/** @param {any} python @param {Uint8Array} initial */
function write({ _api: api, _module: module }, initial) {
  const json = new TextEncoder().encode(JSON.stringify(api.serializeHiwireState()));
  const heap = module.HEAPU8.slice();
  // What lies below the top of the stack was left there by calls that are over.
  heap.fill(0, module._emscripten_stack_get_end(), module._emscripten_stack_get_current());
  const runs = [...differences(heap, initial)];
  const words = [runs.length, json.length, initial.length];
  let at = 0;
  for (const [from, to] of runs) {
    words.push(from - at, to - from);
    at = to;
  }
  return [new Uint32Array(words), json, ...runs.map(([from, to]) => heap.subarray(from, to))];
}

/** @param {Uint8Array} heap @param {Uint8Array} initial @returns {Generator<[number, number]>} */
function* differences(heap, initial) {
  const same = (/** @type {number} */ at) => heap[at] === (initial[at] ?? 0);
  for (let at = 0; at < heap.length; at++) {
    if (same(at)) continue;
    let end = at + 1;
    for (let i = end; i < heap.length && i < end + WORTH_A_RUN; i++) if (!same(i)) end = i + 1;
    yield [at, end];
    at = end;
  }
}
