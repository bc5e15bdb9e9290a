/** The files of the engine: fetched from a server, or unpacked from a script. */
import { EngineError, pause, within } from "./failures.js";

/**
 * @typedef {{stage: "download", loaded: number, total: number}
 *   | {stage: "unpack" | "python" | "engine" | "ready"}} Progress
 * @typedef {(progress: Progress) => void} Report
 * @typedef {{file: string, bytes: number, sha256: string}} Carried
 * @typedef {Record<string, Uint8Array<ArrayBuffer>>} Files
 * @typedef {{source: string, assets: object}} Parcel  the worker's program, and what it is handed
 */

const WASM = "pyodide.asm.wasm";

const { pyodide, files: CARRIED } = globalThis.poortwachterPacked;

// Before a file is asked for again: a train leaves its tunnel, a phone goes from one mast to the next.
const BREATH = 1000;

// Online: the files come by fetch.

/** @param {string} base @param {Report} report @returns {Promise<Parcel>} */
export async function download(base, report) {
  const stop = new AbortController();
  const total = Object.values(CARRIED).reduce((sum, { bytes }) => sum + bytes, 0);
  /** @type {Record<string, number>} */
  const loaded = {};
  const count = (/** @type {string} */ name, /** @type {number} */ size) => {
    loaded[name] = size;
    report({ stage: "download", loaded: Object.values(loaded).reduce((sum, each) => sum + each), total });
  };

  /** @type {Promise<WebAssembly.Module | undefined> | undefined} */
  let compiled;
  const receive = (/** @type {[string, Carried]} */ [name, carried]) =>
    insist(async (cache) => {
      const response = await get(base + carried.file, { cache, signal: stop.signal });
      if (name === WASM) compiled = compileStreaming(response.clone());
      const bytes = await read(response, carried.bytes, (size) => count(name, size));
      await verify(name, bytes, carried);
      return [name, bytes];
    });
  const received = Promise.all(Object.entries(CARRIED).map(receive));
  received.catch(() => stop.abort());
  return pack(Object.fromEntries(await received), await compiled);
}

/**
 * Tries once more what came wrong or not at all, then past what the browser kept of it.
 * @template T
 * @param {(cache: RequestCache) => Promise<T>} attempt @returns {Promise<T>}
 */
async function insist(attempt) {
  try {
    return await attempt("default");
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    await pause(BREATH);
    return attempt("reload");
  }
}

/** @param {string} url @param {RequestInit} [init] */
async function get(url, init) {
  const response = await within("download", fetch(url, init));
  if (!response.ok) throw new EngineError("download", `${url} gives ${response.status}`);
  return response;
}

/**
 * Compiles while the bytes come in, which also lets the browser keep the result for the next visit.
 * A server that misnames the type of the file makes this fail; pack() then compiles what was received.
 * @param {Response} response
 */
const compileStreaming = (response) => WebAssembly.compileStreaming(response).catch(() => undefined);

/**
 * Into one array from the start: to put pieces together afterwards takes time on every visit.
 * @param {Response} response @param {number} whole  how much there should be
 * @param {(size: number) => void} count  told how much is there @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function read(response, whole, count) {
  const bytes = new Uint8Array(whole);
  let size = 0;
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  try {
    for (;;) {
      const { done, value } = await within("download", reader.read());
      if (done && size === whole) return bytes;
      if (done || size + value.length > whole) throw new EngineError("integrity", `${response.url} did not come whole`);
      bytes.set(value, size);
      size += value.length;
      count(size);
    }
  } finally {
    // Of what comes wrong, or no longer comes, nothing more is wanted.
    reader.cancel().catch(() => undefined);
  }
}

/** @param {string} name @param {Uint8Array<ArrayBuffer>} bytes @param {Carried} carried */
async function verify(name, bytes, carried) {
  // Browsers have no subtle over plain http, where nothing vouches for the sums either.
  if (!crypto.subtle) return;
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (sha256 !== carried.sha256) throw new EngineError("integrity", `${name} is damaged`);
}

// From disk: the files come in a script, as compressed base64.

/** @param {string} base @param {Report} report @returns {Promise<Parcel>} */
export async function unpack(base, report) {
  report({ stage: "unpack" });
  if (!globalThis.DecompressionStream) throw new EngineError("start", "this browser cannot unpack files");
  await within("download", runScript(`${base}embedded.js`));
  const files = globalThis.poortwachterEmbedded ?? {};
  globalThis.poortwachterEmbedded = undefined;
  const inflated = Object.keys(CARRIED).map(async (name) => [name, await inflate(files[name])]);
  return pack(Object.fromEntries(await within("integrity", Promise.all(inflated))));
}

/** @param {string} src */
function runScript(src) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, onload: resolve });
    script.onerror = () => reject(`${src} did not load`);
    document.head.append(script);
  });
}

/** @param {string} base64 */
async function inflate(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/** @param {Files} files @param {WebAssembly.Module} [compiled] @returns {Promise<Parcel>} */
async function pack(files, compiled) {
  const text = (/** @type {string} */ name) => new TextDecoder().decode(files[name]);
  return {
    source: text("worker.js"),
    assets: {
      info: pyodide,
      wasm: compiled ?? (await WebAssembly.compile(files[WASM])),
      memory: files["memory.bin"],
      reader: text("memory.mjs"),
      loader: text("pyodide.mjs"),
      runtime: text("pyodide.asm.mjs"),
    },
  };
}
