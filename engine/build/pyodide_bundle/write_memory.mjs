// Writes the memory of a started Python, as `memory.mjs` reads it. Three things are made plain on the way, because they
// are different in every object and so weigh most when they are compressed:
//
// - Python keeps all that may form a circle in a chain, to look for circles that nobody holds. What is in the memory is
//   there to stay, so that it is taken from the chain, and marked as what is never let go.
// - The hash of a text is worked out again when the memory is read.
// - Code that has run holds notes for its next run, which it makes again within the first answers.

import { atInstance, BEFORE_HASH, UNHASHED } from "../../browser/memory.mjs";

// A gap of fewer equal bytes than this is written along: the two words of another run would cost about as much.
const WORTH_A_RUN = 16;

// Python's own number for what is never let go, in place of how often it is held.
const FOR_EVER = 0x50000000;

// No text is longer: what seems to be one is something else that names its type.
const LONGEST = 2 ** 20;

// The low bits of a place in the chain are marks.
const PLACE = ~3;

// Where Python has what is looked for, and all code that a function has, in which other code may lie.
const PLACES = `
import gc, sys
from types import CodeType, FunctionType

def codes(code):
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from codes(each)

def all_codes():
    functions = [each for each in gc.get_objects() if isinstance(each, FunctionType)]
    return {id(code): code for each in functions for code in codes(each.__code__)}

def places():
    return {
        "chained": id(sys.modules),
        "text": id(str),
        "code": id(CodeType),
        "before_code": CodeType.__basicsize__,
        "codes": [(place, code.co_code) for place, code in all_codes().items()],
    }
`;

/** @typedef {import("../../browser/memory.mjs").Load} Load */
/** @typedef {import("../../browser/memory.mjs").Options} Options */
/** @typedef {import("../../browser/memory.mjs").Settings} Settings */
/** @typedef {import("../../browser/memory.mjs").Module} Module */
/** @typedef {{chained: number, text: number, code: number, before_code: number, codes: [number, Uint8Array][]}} Places */

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
  const places = api
    .runPythonInternal(`exec(${JSON.stringify(PLACES)}); places()`)
    .toJs({ dict_converter: Object.fromEntries });
  unhash(new Int32Array(heap.buffer), module, places);
  unchain(new Int32Array(heap.buffer), initial.length, places);
  for (const [at, code] of places.codes) forget(heap, at, code, places);
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

/** Takes from the chain all that is in it, and leaves its head, which lies where the wasm's own data is.
 * @param {Int32Array} words @param {number} ownData @param {Places} places */
function unchain(words, ownData, { chained }) {
  const chain = [...linked(words, (chained >> 2) - 2)];
  const heads = chain.filter((at) => 4 * at < ownData);
  if (heads.length !== 1) throw new Error(`a chain of objects has ${heads.length} heads`);
  for (const at of chain) words.set(at === heads[0] ? [4 * at, 4 * at] : [0, 0, FOR_EVER], at);
}

/** @param {Int32Array} words @param {number} first @returns {Generator<number>} */
function* linked(words, first) {
  let at = first;
  do {
    yield at;
    const next = (words[at] & PLACE) >> 2;
    if ((words[next + 1] & PLACE) >> 2 !== at) throw new Error("objects are not chained as they were");
    at = next;
  } while (at !== first);
}

/** Takes the hash from each text for which Python works out that very hash once more.
 * @param {Int32Array} words @param {Module} module @param {Places} places */
function unhash(words, { HEAP32: live, _PyObject_Hash }, { text }) {
  if (words.includes(UNHASHED)) throw new Error("choose another UNHASHED: this memory has that word");
  for (let type = words.indexOf(text); type >= 0; type = words.indexOf(text, type + 1)) {
    const at = type - 1 + BEFORE_HASH;
    const hash = words[at];
    if (hash === -1 || live[at] !== hash || words[at - 1] >>> 0 > LONGEST) continue;
    live[at] = -1;
    if (_PyObject_Hash(4 * (type - 1)) === hash) words[at] = UNHASHED;
    else live[at] = hash;
  }
}

/** Puts code as it was before it ran.
 * @param {Uint8Array} heap @param {number} at @param {Uint8Array} code @param {Places} places */
function forget(heap, at, code, { code: type, before_code }) {
  // What only asked for the places is not in the memory.
  if (new Int32Array(heap.buffer)[(at >> 2) + 1] === type) heap.set(code, at + before_code);
}
