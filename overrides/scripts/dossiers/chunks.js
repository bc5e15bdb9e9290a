/** Asks the engine about many cases, some at a time: the page shows how far it is, stays awake, and can be stopped. */
import { find, onClick, slot } from "../zelfcheck/dom.js";
import { ask } from "../zelfcheck/engine-status.js";
import { message } from "../zelfcheck/messages.js";

/**
 * Something that takes long.
 * unlessStopped: what was asked for; nothing once somebody stopped it.
 * isLast: whether nothing began after it.
 * @typedef {{ unlessStopped: <T>(asked: Promise<T>) => Promise<T | undefined>, isLast: () => boolean }} Run
 */

// Enough to make the way there worth it, little enough to be answered while nobody notices.
const AT_ONCE = 50;

const progress = slot("reading");
const bar = find("progress", progress);
const told = find("span", progress);

let runs = 0;
let stop = () => {};

onClick("stop", () => stop());

/** Begins something in the place of what was under way.
 * @returns {Run} */
export function begin() {
  stop();
  const mine = ++runs;
  /** @type {Promise<undefined>} */
  const stopped = new Promise((resolve) => {
    stop = () => resolve(undefined);
  });
  return {
    unlessStopped: (asked) => Promise.race([stopped, asked]),
    isLast: () => mine === runs,
  };
}

/** Shows that a table is being read: how much is in it nobody knows yet. */
export function showUnderWay() {
  bar.removeAttribute("value");
  told.textContent = message("reading_table");
  progress.hidden = false;
}

export function hideProgress() {
  progress.hidden = true;
}

/** @param {number} done @param {number} whole */
function showProgress(done, whole) {
  bar.max = whole;
  bar.value = done;
  told.textContent = message("read_so_far", { done, whole });
  if (whole > AT_ONCE) progress.hidden = false;
}

/**
 * The replies, each with what it is about; they end early when somebody stops them, or when none can come.
 * @template T @template {import("../zelfcheck/requests").RequestOfMany} R
 * @param {T[]} items @param {(some: T[]) => R} request @param {Run} [run]
 * @returns {AsyncGenerator<{ reply: import("../zelfcheck/requests").Reply<R>, some: T[] }>}
 */
export async function* inChunks(items, request, run = begin()) {
  try {
    for (let done = 0; done < items.length; done += AT_ONCE) {
      showProgress(done, items.length);
      const some = items.slice(done, done + AT_ONCE);
      const reply = await run.unlessStopped(ask(request(some)));
      if (!reply) return;
      yield { reply, some };
    }
  } finally {
    if (run.isLast()) hideProgress();
  }
}

/** All replies; nothing when one of them did not come: a part would pass for the whole.
 * @template T @template {import("../zelfcheck/requests").RequestOfMany} R
 * @param {T[]} items @param {(some: T[]) => R} request */
export async function allOf(items, request) {
  /** @type {import("../zelfcheck/requests").Reply<R>[]} */
  const replies = [];
  let done = 0;
  for await (const { reply, some } of inChunks(items, request)) {
    replies.push(reply);
    done += some.length;
  }
  return done === items.length ? replies : undefined;
}
