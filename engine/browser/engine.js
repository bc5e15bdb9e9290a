/**
 * The engine as a page sees it:
 *
 *     await poortwachter.start({ base: "../assets/engine/", embedded: false, onProgress })
 *     const answer = await poortwachter.ask({ ... })
 *     if (poortwachter.mayLoadEarly()) ...   // false on a connection that is metered or slow: start at the first use
 *
 * First come the files, then the page is locked so that nothing can leave it, and only then does Python start: in a
 * worker that inherits the lock. A classic script, because a page opened from disk may load no modules.
 */
globalThis.poortwachter = (() => {
  "use strict";

  /**
   * @typedef {"download" | "integrity" | "start" | "crashed"} Code
   *   download: a file did not come; integrity: a file is damaged; start: Python does not start in this browser;
   *   crashed: it stopped later, twice. After any of them start() may be called again.
   * @typedef {{stage: "download", loaded: number, total: number}
   *   | {stage: "unpack" | "python" | "engine" | "ready"}} Progress
   * @typedef {{base: string, embedded?: boolean, onProgress?: (progress: Progress) => void}} Options
   * @typedef {{file: string, bytes: number, sha256: string}} Carried
   * @typedef {Record<string, Uint8Array<ArrayBuffer>>} Files
   * @typedef {{source: string, assets: object}} Parcel  the worker's program, and what it is handed
   * @typedef {{resolve: (answer: any) => void, reject: (reason: EngineError) => void}} Question
   */

  const WASM = "pyodide.asm.wasm";

  // Written before this script when it is packed: which Pyodide this is, and the files with their names and sums.
  const { pyodide, files: CARRIED } = globalThis.poortwachterPacked;

  // Pyodide that cannot start stays silent for ever, and so does a stalled download. No phone is as slow as this.
  const PATIENCE = { download: 30_000, integrity: 60_000, start: 60_000, crashed: 20_000 };

  // Before a file is asked for again: a train leaves its tunnel, a phone goes from one mast to the next.
  const BREATH = 1000;

  // Refuses whatever could carry bytes away: default-src stands for every kind of request that is not named. Named is
  // what the worker needs and inherits (script-src, worker-src) and what the page still draws (style-src, img-src).
  const LOCK = [
    "default-src 'none'",
    "script-src 'wasm-unsafe-eval' data:",
    "worker-src data:",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

  class EngineError extends Error {
    /** @param {Code} code @param {unknown} cause */
    constructor(code, cause) {
      super(`${code}: ${cause instanceof Error ? cause.message : cause}`);
      this.code = code;
    }
  }

  /** @param {Code} code @param {unknown} error */
  const coded = (code, error) => (error instanceof EngineError ? error : new EngineError(code, error));

  /** Gives a code to the failure of a promise, and to its silence.
   * @template T @param {Code} code @param {Promise<T>} promise @returns {Promise<T>} */
  function within(code, promise) {
    let timer = 0;
    const silence = new Promise((_, reject) => {
      timer = setTimeout(reject, PATIENCE[code], `nothing heard for ${PATIENCE[code] / 1000} seconds`);
    });
    return Promise.race([promise, silence])
      .catch((error) => {
        throw coded(code, error);
      })
      .finally(() => clearTimeout(timer));
  }

  /** @param {number} time */
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

  // Online: the files come by fetch.

  /** Not where bytes are dear or slow: who only reads the page should not pay for an engine. */
  function mayLoadEarly() {
    const { saveData = false, effectiveType = "" } = navigator["connection"] ?? {};
    return !saveData && !effectiveType.endsWith("2g");
  }

  /** @param {string} base @returns {Promise<Parcel>} */
  async function download(base) {
    const stop = new AbortController();
    const total = Object.values(CARRIED).reduce((sum, { bytes }) => sum + bytes, 0);
    /** @type {Record<string, number>} */
    const loaded = {};
    const count = (/** @type {string} */ name, /** @type {number} */ size) => {
      loaded[name] = size;
      report({ stage: "download", loaded: Object.values(loaded).reduce((sum, each) => sum + each), total });
    };

    /** @type {Promise<WebAssembly.Module | undefined>} */
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

  /** Tries once more what came wrong or not at all, then past what the browser kept of it.
   * @template T @param {(cache: RequestCache) => Promise<T>} attempt @returns {Promise<T>} */
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

  /** Compiles while the bytes come in, which also lets the browser keep the result for the next visit.
   * A server that misnames the type of the file makes this fail; pack() then compiles what was received.
   * @param {Response} response */
  const compileStreaming = (response) => WebAssembly.compileStreaming(response).catch(() => undefined);

  /** Into one array from the start: to put pieces together afterwards takes time on every visit.
   * @param {Response} response @param {number} whole  how much there should be
   * @param {(size: number) => void} count  told how much is there @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async function read(response, whole, count) {
    const bytes = new Uint8Array(whole);
    let size = 0;
    const reader = response.body.getReader();
    try {
      for (;;) {
        const { done, value } = await within("download", reader.read());
        if (done && size === whole) return bytes;
        if (done || size + value.length > whole)
          throw new EngineError("integrity", `${response.url} did not come whole`);
        bytes.set(value, size);
        count((size += value.length));
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

  /** @param {string} base @returns {Promise<Parcel>} */
  async function unpack(base) {
    report({ stage: "unpack" });
    if (!globalThis.DecompressionStream) throw new EngineError("start", "this browser cannot unpack files");
    await within("download", runScript(base + "embedded.js"));
    const files = globalThis.poortwachterEmbedded ?? {};
    delete globalThis.poortwachterEmbedded;
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

  // The lock and the worker behind it.

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

  /** What the page loads by itself has to be there before the lock; but a picture that stalls may miss it. */
  function pageLoaded() {
    if (document.readyState === "complete") return Promise.resolve();
    const loaded = new Promise((resolve) => addEventListener("load", () => setTimeout(resolve), { once: true }));
    return Promise.race([loaded, pause(PATIENCE.download)]);
  }

  let locked = false;

  function lock() {
    if (locked) return;
    locked = true;
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = LOCK;
    document.head.append(policy);
    // No browser has a directive for calls to other machines.
    for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) delete globalThis[name];
  }

  /** @param {Parcel} parcel @returns {Promise<Worker>} */
  async function startWorker({ source, assets }) {
    // On file:// the shim for the theme's search stands in the place of Worker, and keeps the real one, if any, here.
    const NativeWorker = "NativeWorker" in globalThis ? globalThis["NativeWorker"] : Worker;
    const worker = new NativeWorker("data:text/javascript;charset=utf-8," + encodeURIComponent(source), {
      type: "module",
    });
    const ready = new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(event.message);
      worker.onmessage = ({ data }) => {
        if (data.failed) return reject(data.failed);
        report(data);
        if (data.stage === "ready") resolve(worker);
      };
    });
    worker.postMessage(assets);
    return within("start", ready).catch((error) => {
      worker.terminate();
      throw error;
    });
  }

  // Questions and answers.

  /** @type {(progress: Progress) => void} */
  let report = () => {};
  /** @type {Promise<Parcel> | undefined} kept, because once the page is locked nothing can be fetched again */
  let parcel;
  /** @type {Promise<Worker> | undefined} */
  let running;
  /** @type {Worker | undefined} */
  let alive;
  /** @type {() => Promise<void>} */
  let startAgain;
  /** @type {Map<number, Question>} */
  const questions = new Map();
  let lastId = 0;

  /** @param {string} base @param {boolean} embedded */
  function fetchParcel(base, embedded) {
    parcel ??= embedded ? unpack(base) : download(base);
    parcel.catch(() => (parcel = undefined));
    return parcel;
  }

  /** @param {string} base @param {boolean} embedded */
  async function begin(base, embedded) {
    const received = await fetchParcel(base, embedded);
    await pageLoaded();
    lock();
    const worker = await startWorker(received);
    worker.onmessage = ({ data: { id, answer } }) => questions.get(id)?.resolve(answer);
    worker.onerror = (event) => crash(worker, event.message);
    alive = worker;
    return worker;
  }

  /** @param {Worker} worker @param {string} cause */
  function crash(worker, cause) {
    if (worker !== alive) return;
    worker.terminate();
    running = alive = undefined;
    for (const { reject } of questions.values()) reject(new EngineError("crashed", cause));
  }

  /** Starts the engine, or joins the start that is under way; after a failure it may be called again.
   * @param {Options} options @returns {Promise<void>} */
  async function start({ base, embedded = false, onProgress = () => {} }) {
    report = onProgress;
    startAgain = () => start({ base, embedded, onProgress });
    running ??= begin(base, embedded).catch((error) => {
      running = undefined;
      throw coded("start", error);
    });
    await running;
  }

  /** Waits for a start that is under way. Whatever the engine finds wrong in a request is an answer, not an error.
   * A question during which the engine stops is asked once more, of a new one.
   * @param {object} request @returns {Promise<any>} */
  async function ask(request) {
    if (!running) throw new EngineError("start", "call start() first");
    try {
      return await askOnce(request);
    } catch (error) {
      if (error.code !== "crashed") throw error;
      await startAgain();
      return askOnce(request);
    }
  }

  /** @param {object} request @returns {Promise<any>} */
  async function askOnce(request) {
    const worker = await running;
    const id = ++lastId;
    const answer = new Promise((resolve, reject) => questions.set(id, { resolve, reject }));
    worker.postMessage({ id, request: JSON.stringify(request) });
    try {
      return JSON.parse(await within("crashed", answer));
    } catch (error) {
      crash(worker, error.message);
      throw error;
    } finally {
      questions.delete(id);
    }
  }

  // A page that names the folder in its head has the files on their way before its own script runs.
  const { base } = document.currentScript.dataset;
  if (base && mayLoadEarly()) fetchParcel(base, false);

  return { start, ask, mayLoadEarly };
})();
