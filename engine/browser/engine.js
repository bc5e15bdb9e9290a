/**
 * The engine as a page sees it:
 *
 *     await poortwachter.start({ base: "../assets/engine/", embedded: false, onProgress })
 *     const answer = await poortwachter.ask({ ... })
 *     if (poortwachter.mayLoadEarly()) ...   // false on a connection that is metered or slow: start at the first use
 *
 * First come the files, then the page is locked so that nothing can leave it, and only then does Python start: in a
 * worker that inherits the lock. Bundled to a classic script, because a page opened from disk may load no modules.
 */
import { coded, EngineError, within } from "./failures.js";
import { download, unpack } from "./files.js";
import { lock, pageLoaded } from "./lock.js";
import { answered, ask as askOnce, lose } from "./questions.js";

/**
 * After a failure of any code start() may be called again.
 * @typedef {import("./failures.js").Code} Code
 * @typedef {import("./files.js").Carried} Carried
 * @typedef {import("./files.js").Parcel} Parcel
 * @typedef {import("./files.js").Progress} Progress
 * @typedef {{base: string, embedded?: boolean, onProgress?: import("./files.js").Report}} Options
 */

/** @type {import("./files.js").Report} */
let report = () => {};
/** @type {Promise<Parcel> | undefined} kept, because once the page is locked nothing can be fetched again */
let parcel;
/** @type {Promise<Worker> | undefined} */
let running;
/** @type {Worker | undefined} */
let alive;
/** @type {() => Promise<void>} */
let startAgain;
// Whether it stopped by itself, also while nobody asked it anything.
let stopped = false;

/** Not where bytes are dear or slow: who only reads the page should not pay for an engine. */
function mayLoadEarly() {
  const { saveData = false, effectiveType = "" } = navigator.connection ?? {};
  return !saveData && !effectiveType.endsWith("2g");
}

/** @param {string} base @param {boolean} embedded */
function fetchParcel(base, embedded) {
  parcel ??= (embedded ? unpack : download)(base, (progress) => report(progress));
  parcel.catch(() => (parcel = undefined));
  return parcel;
}

/** @param {Parcel} parcel @returns {Promise<Worker>} */
async function startWorker({ source, assets }) {
  // On file:// the shim for the theme's search stands in the place of Worker.
  const Native = "NativeWorker" in globalThis ? globalThis.NativeWorker : Worker;
  const worker = new Native(`data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`, { type: "module" });
  /** @type {Promise<Worker>} */
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

/** @param {string} base @param {boolean} embedded */
async function begin(base, embedded) {
  const received = await fetchParcel(base, embedded);
  await pageLoaded();
  lock();
  const worker = await startWorker(received);
  worker.onmessage = answered;
  worker.onerror = (event) => crash(worker, event.message);
  alive = worker;
  return worker;
}

/** @param {Worker} worker @param {unknown} cause */
function crash(worker, cause) {
  if (worker !== alive) return;
  worker.terminate();
  running = alive = undefined;
  stopped = true;
  lose(cause);
}

/**
 * Starts the engine, or joins the start that is under way; after a failure it may be called again.
 * @param {Options} options @returns {Promise<void>}
 */
async function start({ base, embedded = false, onProgress = () => {} }) {
  report = onProgress;
  stopped = false;
  startAgain = () => start({ base, embedded, onProgress });
  running ??= begin(base, embedded).catch((error) => {
    running = undefined;
    throw coded("start", error);
  });
  await running;
}

/**
 * Waits for a start that is under way. Whatever the engine finds wrong in a request is an answer, not an error.
 * A question during which the engine stops is asked once more, of a new one.
 * @param {object} request @returns {Promise<any>}
 */
async function ask(request) {
  if (stopped) await startAgain();
  if (!running) throw new EngineError("start", "call start() first");
  try {
    return await askRunning(request);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== "crashed") throw error;
    await startAgain();
    return askRunning(request);
  }
}

/** @param {object} request */
async function askRunning(request) {
  const worker = /** @type {Worker} */ (await running);
  try {
    return await askOnce(worker, request);
  } catch (error) {
    crash(worker, error instanceof Error ? error.message : error);
    throw error;
  }
}

export const poortwachter = { start, ask, mayLoadEarly };

globalThis.poortwachter = poortwachter;

// A page that names the folder in its head has the files on their way before its own script runs.
const { base } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
if (base && mayLoadEarly()) void fetchParcel(base, false);
