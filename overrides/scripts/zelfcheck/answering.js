/** Brings the form to the engine and its answer to the page: when asked, and from then on with every change. */
import { afterFrame, goTo, page, say, scrollOwn, slot } from "./dom.js";
import { ask, fail, setWaiting } from "./engine-status.js";
import { clearErrors, showErrors, showErrorsInPlace } from "./errors.js";
import { dropText, showLink } from "./exporting.js";
import { filledIn, form as formElement } from "./form.js";
import { dropPapers } from "./papers.js";
import { foldQuestion, showResult } from "./result.js";
import { answeredIn, told } from "./rows.js";
import { inHand, setSender } from "./state.js";
import { keep, keepInTab } from "./storage.js";
import { isTrial, ownForm, showComparison } from "./trial.js";

// Long enough not to answer every letter, short enough not to be waited for.
const PAUSE = 250;

let last = 0;
let timer = 0;
// Whether a choice was made to which the answer is about to be asked.
let chosen = false;
// An answer that was asked for and has not come.
let owed = false;

export const isOwed = () => owed;

/** The reply to a form; nothing when a later question overtook it.
 * @param {import("./requests").FormData} form */
async function askForm(form) {
  const number = ++last;
  // With the answer the form is kept; but that may take long, or never come.
  const late = setTimeout(keepInTab, PAUSE);
  const reply = await ask({ form, trial: isTrial() });
  if (number !== last) return undefined;
  if (reply) clearTimeout(late);
  return reply;
}

/** Shows the answer; what was made of an earlier one goes.
 * @param {import("./view").PageView} view @param {import("./requests").FormData} form @param {boolean} anew */
function show(view, form, anew) {
  dropText(form);
  clearErrors();
  showResult(view, anew);
  inHand.shown = ownForm(form);
}

// The steps that were answered in place, to be told to who cannot see them.
/** @type {Set<string>} */
const changedSteps = new Set();
// What was changed last: where a click gives the focus to nothing, as in Safari, this is what they look at.
/** @type {Element | null} */
let changedField = null;

/** Changes the page around the visitor: what they look at stays where it is on the screen.
 * @param {() => void} change */
function inPlace(change) {
  const place = document.activeElement === document.body ? changedField : document.activeElement;
  const before = place?.getBoundingClientRect().top ?? 0;
  change();
  scrollOwn((place?.getBoundingClientRect().top ?? 0) - before);
}

/** Shows the answer to a change.
 * @param {import("./view").PageView} view @param {import("./requests").FormData} form */
function follow(view, form) {
  inPlace(() => show(view, form, false));
  const [first, ...more] = changedSteps;
  say(slot("said"), more.length ? view.totals : first ? told(first) : "");
  changedSteps.clear();
}

/** What is wrong with the form as it is now, while the list stands.
 * @type {import("./requests").Fault[]} */
let mistakes = [];

function tellMistakes() {
  if (mistakes.length) inPlace(() => showErrorsInPlace(mistakes));
}

/** A change that was not answered yet is no longer to be answered by itself. */
function dropChange() {
  clearTimeout(timer);
  chosen = false;
}

async function answerForm() {
  dropChange();
  clearErrors();
  mistakes = [];
  setSender();
  setWaiting(true);
  owed = true;
  const form = filledIn();
  const reply = await askForm(form);
  setWaiting(false);
  if (!reply) return;
  owed = false;
  if (reply.errors) showErrors(reply.errors);
  else {
    show(reply, form, true);
    foldQuestion();
    goTo(slot("answer"));
    await showComparison();
    await showLink();
  }
  await keep();
}

/** Answers without taking the visitor anywhere; a mistake is told, and the old answer stays. */
async function answerQuietly() {
  const form = filledIn();
  const reply = await askForm(form);
  if (!reply) return;
  mistakes = reply.errors ?? [];
  if (reply.errors) tellMistakes();
  else follow(reply, form);
  await afterFrame();
  // Before the rest is asked: some browsers keep nothing for who leaves the page.
  await keep();
  if (!reply.errors) await showLink();
  await showComparison();
}

/** Shows the list as it stood, and then answers the form: since then it may have got a mistake.
 * @param {import("./requests").FormData} shown */
async function restoreList(shown) {
  inHand.shown = shown;
  const reply = await askForm(shown);
  if (!reply || reply.errors) return;
  show(reply, shown, true);
  foldQuestion();
  await answerQuietly();
}

/** An answer that is still to come is not one to what the form holds from here on. */
export function dropAnswers() {
  dropChange();
  last++;
  owed = false;
  mistakes = [];
  clearErrors();
  dropPapers();
}

// What nobody foresaw is a failure too, not a silence.
export const answer = () => void answerForm().catch(fail);
export const update = () => void answerQuietly().catch(fail);
/** @param {import("./requests").FormData} [shown] */
export const restore = (shown = filledIn()) => void restoreList(shown).catch(fail);

// Who goes through choices with the arrows passes some: those are not answered, nor told, one by one.
let byKey = false;
for (const kind of ["keydown", "pointerdown"])
  addEventListener(kind, () => (byKey = kind === "keydown"), { capture: true });

/** @param {Event} event */
export function changed({ target, type }) {
  clearTimeout(timer);
  // A text tells of its change only when it is left: by then something else may have come in its place.
  if (type === "input" || target === formElement) inHand.foreign = false;
  changedField = /** @type {Element} */ (target);
  const step = answeredIn(changedField);
  if (step) changedSteps.add(step);
  const answered = !slot("result").hidden;
  if (answered && type === "change" && changedField.matches('[type="radio"]') && !byKey) updateAtOnce();
  else timer = setTimeout(answered ? update : keepInTab, PAUSE);
}

/** A choice takes one tap, so nothing is waited for; one button makes many, which are answered together. */
function updateAtOnce() {
  if (chosen) return;
  chosen = true;
  queueMicrotask(() => {
    if (!chosen) return;
    dropChange();
    update();
  });
}

// Not at once: words that come under a finger take the click.
page.addEventListener("focusout", () => setTimeout(tellMistakes, PAUSE));
