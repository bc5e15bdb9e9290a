/** Brings the form to the engine and its answer to the page: when asked, and from then on with every change. */
import { goTo, say, slot } from "./dom.js";
import { ask, fail, setWaiting } from "./engine-status.js";
import { clearErrors, showErrors } from "./errors.js";
import { dropText, showLink } from "./exporting.js";
import { filledIn } from "./form.js";
import { message } from "./messages.js";
import { hideResult, showResult } from "./result.js";
import { hideSender } from "./state.js";
import { keep, keepInTab } from "./storage.js";

// Long enough not to answer every letter, short enough not to be waited for.
const PAUSE = 250;

let last = 0;
let timer = 0;
// An answer that was asked for and has not come.
let owed = false;

export const isOwed = () => owed;

/** The reply to the form as it is now; nothing when a later question overtook it. */
async function askForm() {
  const number = ++last;
  const reply = await ask({ form: filledIn() });
  return number === last ? reply : undefined;
}

/** Shows the answer; what was made of an earlier one goes.
 * @param {import("./view").PageView} view */
function show(view) {
  dropText();
  showResult(view);
}

async function answerForm() {
  clearTimeout(timer);
  clearErrors();
  say(slot("stale"), "");
  hideSender();
  setWaiting(true);
  owed = true;
  const reply = await askForm();
  setWaiting(false);
  if (!reply) return;
  owed = false;
  if (reply.errors) {
    hideResult();
    showErrors(reply.errors);
  } else {
    show(reply);
    goTo(slot("answer"));
    await showLink();
  }
  await keep();
}

/** Answers without moving anything; a mistake is told where the old answer is, and waits. */
async function answerQuietly() {
  const reply = await askForm();
  if (!reply) return;
  say(slot("stale"), reply.errors ? message("stale", { told: reply.errors[0].message }) : "");
  if (!reply.errors) {
    show(reply);
    await showLink();
  }
  await keep();
}

/** An answer that is still to come is not one to what the form holds from here on. */
export function dropAnswers() {
  clearTimeout(timer);
  last++;
  owed = false;
}

// What nobody foresaw is a failure too, not a silence.
export const answer = () => void answerForm().catch(fail);
export const update = () => void answerQuietly().catch(fail);

export function changed() {
  clearTimeout(timer);
  timer = setTimeout(slot("result").hidden ? keepInTab : update, PAUSE);
}
