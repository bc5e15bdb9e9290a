/** The engine's start, its progress, and what is said when it fails. */
import { find, slot } from "./dom.js";
import { message } from "./messages.js";
import { isOneOfMany } from "./surroundings.js";
import { checkClock, today } from "./today.js";

const { base = "", embedded: flag } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
const embedded = flag !== undefined;

/** @type {Record<string, string>} */
const FAILURES = {
  download: embedded ? "lost_from_disk" : "lost",
  integrity: embedded ? "damaged_from_disk" : "damaged",
  start: "cannot_start",
  crashed: "stopped",
};

// Where no checklist stands below, none is spoken of.
const WORDS = isOneOfMany
  ? { preparing: "preparing_list", slow: "slow_list", failed: "failed_list", failed_later: "failed_list" }
  : { preparing: "preparing", slow: "slow", failed: "failed", failed_later: "failed_later" };

// As long as a visitor should wait without a word.
const SOON = 8_000;

let waiting = false;
let slow = 0;
/** @type {Promise<void> | undefined} */
let started;

const { dataset } = document.documentElement;
const progress = slot("progress");

/** @param {import("../../../engine/browser/engine.js").Progress} told */
function showProgress(told) {
  const bar = find("progress", progress);
  if (told.stage === "download") {
    bar.max = told.total;
    bar.value = told.loaded;
    bar.title = message("megabytes", { loaded: megabytes(told.loaded), whole: megabytes(told.total) });
  } else bar.removeAttribute("value");
  progress.hidden = !waiting || told.stage === "ready";
}

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toFixed(1).replace(".", message("decimal_point"));

async function begin() {
  dataset.engine = "loading";
  slot("failure").hidden = true;
  try {
    await poortwachter.start({ base, embedded, onProgress: showProgress });
    dataset.engine = "ready";
    slot("lock").textContent = message("locked");
  } catch (error) {
    fail(error);
  }
}

/** @param {any} error */
export function fail(error) {
  console.warn(error);
  dataset.engine = "failed";
  progress.hidden = true;
  const why = message(FAILURES[error.code] ?? FAILURES.crashed);
  const words = slot("result").hidden ? WORDS.failed : WORDS.failed_later;
  find("span", slot("failure")).textContent = message(words, { told: why });
  slot("failure").hidden = false;
}

/** @param {boolean} now */
export function setWaiting(now) {
  waiting = now;
  const text = find("p", progress);
  text.textContent = message(WORDS.preparing);
  clearTimeout(slow);
  slow = setTimeout(() => (text.textContent = message(WORDS.slow)), SOON);
  progress.hidden = !now || dataset.engine === "ready";
}

/**
 * The engine's answer, once it is there; nothing when it cannot come, which the page then tells.
 * @template {import("./requests").Request | import("./requests").RequestOfMany} R
 * @param {R} request @returns {Promise<import("./requests").Reply<R> | undefined>}
 */
export async function ask(request) {
  checkClock();
  start();
  await started;
  if (dataset.engine !== "ready") return undefined;
  try {
    return await poortwachter.ask({ on: today(), language: document.documentElement.lang, ...request });
  } catch (error) {
    fail(error);
    return undefined;
  }
}

export const hasFailed = () => dataset.engine === "failed";

/** Starts the engine, or starts it again after a failure. */
export function start() {
  if (dataset.engine === "idle" || hasFailed()) started = begin();
}

/** On a connection that is metered or slow nothing is fetched for someone who only reads. */
export const isEarly = () => embedded || (globalThis.poortwachter?.mayLoadEarly() ?? true);

dataset.engine = "idle";
