/** Asks the engine about many cases, some at a time: the page shows how far it is, stays awake, and can be stopped. */
import { find, onClick, slot } from "../zelfcheck/dom.js";
import { ask } from "../zelfcheck/engine-status.js";
import { message } from "../zelfcheck/messages.js";

// Enough to make the way there worth it, little enough to be answered while nobody notices.
const AT_ONCE = 50;

const progress = slot("reading");

// Whatever begins anew, or is stopped, ends what was under way.
let run = 0;

export const stop = () => run++;

onClick("stop", stop);

/** @param {number} done @param {number} whole */
function showProgress(done, whole) {
  const bar = find("progress", progress);
  bar.max = whole;
  bar.value = done;
  find("span", progress).textContent = message("read_so_far", { done, whole });
  progress.hidden = whole <= AT_ONCE;
}

/**
 * The replies, each with how many it is about; they end early when somebody stops them, or when none can come.
 * @template T @template {import("../zelfcheck/requests").RequestOfMany} R
 * @param {T[]} items @param {(some: T[]) => R} request
 * @returns {AsyncGenerator<{ reply: import("../zelfcheck/requests").Reply<R>, count: number }>}
 */
export async function* inChunks(items, request) {
  const mine = ++run;
  try {
    for (let done = 0; done < items.length; done += AT_ONCE) {
      showProgress(done, items.length);
      const some = items.slice(done, done + AT_ONCE);
      const reply = await ask(request(some));
      if (!reply || mine !== run) return;
      yield { reply, count: some.length };
    }
  } finally {
    if (mine === run) progress.hidden = true;
  }
}
