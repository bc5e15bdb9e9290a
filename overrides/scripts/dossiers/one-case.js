/** One case of the list as the ordinary self-check; what was changed there goes back into the list. */
import { answer, dropAnswers } from "../zelfcheck/answering.js";
import { addEntry, fieldById, focusOn, goTo, onClick, say, setEntry, slot } from "../zelfcheck/dom.js";
import { ask, fail } from "../zelfcheck/engine-status.js";
import { clearErrors, showErrors } from "../zelfcheck/errors.js";
import { fill, filledIn } from "../zelfcheck/form.js";
import { message } from "../zelfcheck/messages.js";
import { hideResult } from "../zelfcheck/result.js";
import { today } from "../zelfcheck/today.js";
import { endTrial, ownForm } from "../zelfcheck/trial.js";
import { age } from "../zelfcheck/wipe.js";
import { list, replace } from "./cases.js";
import { refuse } from "./faults.js";
import { keepUp } from "./renewal.js";
import { buttonOf, caseOf, showList } from "./table.js";
import { drawWeeks } from "./weeks.js";

/** @typedef {import("./cases.js").Case} Case */

/** The case that is open, with its form as it came.
 * @type {{ one: Case, form: string } | undefined} */
let opened;
// Whether the visitor asked for the list, which the browser has still to bring.
let isLeaving = false;
// Whether the visitor knows that what stands in the form cannot go into the list.
let isTold = false;

/** A form as text, always in the same order: on the page the steps change places, and their fields with them.
 * @param {import("../zelfcheck/requests").FormData} form */
function inOrder(form) {
  return JSON.stringify(form, (name, value) => {
    if (name === "unknown") return [...value].sort();
    const isGroup = value && typeof value === "object" && !Array.isArray(value);
    return isGroup ? Object.fromEntries(Object.entries(value).sort()) : value;
  });
}

/** Whether a case is open, and other than it came. */
export const isOpenChanged = () => opened !== undefined && inOrder(ownForm()) !== opened.form;

// This entry of the history is that of the list; the next one is that of the case, with whatever is looked up in it.
function addCaseEntry() {
  setEntry({ age });
  addEntry({ age, isCase: true });
}

const isAtList = () => Boolean(history.state) && !history.state.isCase;

/** @param {boolean} isOne */
function showOne(isOne) {
  slot("one-case").hidden = !isOne;
  slot("many-cases").hidden = isOne;
}

/** @param {Case} one */
async function open(one) {
  const reply = await ask({ file: one.file });
  // Meanwhile another may have been opened, or another table chosen.
  if (!reply || opened || slot("list").inert) return;
  if (reply.errors) return refuse(reply.errors.map((each) => each.message));
  dropAnswers();
  endTrial();
  hideResult();
  fill(reply.form);
  // What the list calls it is what its files and appointments are called.
  fieldById("label").value = one.ref;
  opened = { one, form: inOrder(filledIn()) };
  slot("case-name").textContent = one.ref;
  forgetTold();
  showOne(true);
  addCaseEntry();
  goTo(slot("case-name"));
  answer();
}

function forgetTold() {
  isTold = false;
  say(slot("case-stays"), "");
}

/** The case as the form has it now; nothing when the form is not right, or nobody can answer.
 * @param {Case} one @returns {Promise<Case | undefined>} */
async function answeredAnew(one) {
  const made = await ask({ form: ownForm(), want: "file" });
  if (!made) return undefined;
  if (made.errors) {
    showErrors(made.errors);
    return undefined;
  }
  const { text: file } = made;
  // On another day than that of the list all of it is answered again, once it is shown.
  if (list.on !== today()) return { ...one, file };
  const reply = await ask({ on: list.on, cases: [{ ref: one.ref, file }] });
  return reply?.list[0];
}

/** Brings what was changed back into the list; tells whether that went well.
 * @param {Case} one @returns {Promise<Case | undefined>} the case as the list has it from here on */
async function broughtBack(one) {
  if (!isOpenChanged()) return one;
  const now = await answeredAnew(one);
  if (now) replace(one, now);
  // Who was told, and goes all the same, leaves it as it was.
  return now ?? (isTold ? one : undefined);
}

/** @param {Case} one */
async function close(one) {
  const now = await broughtBack(one);
  isLeaving = false;
  if (!now) return stay();
  dropAnswers();
  endTrial();
  clearErrors();
  opened = undefined;
  showOne(false);
  showList();
  drawWeeks();
  focusOn(buttonOf(now) ?? slot("list"));
  await keepUp();
}

function stay() {
  addCaseEntry();
  isTold = true;
  say(slot("case-stays"), message("case_stays"));
}

onClick("open-case", (button) => {
  const one = caseOf(button);
  if (one) void open(one).catch(fail);
});
// The way back of the browser leads to the list too.
onClick("close-case", (_, { detail }) => {
  // The second click of two would go on, to what was there before the list.
  if (isLeaving || detail > 1) return;
  isLeaving = true;
  history.back();
});
addEventListener("popstate", () => {
  if (!opened) return;
  if (isAtList()) close(opened.one).catch(fail);
  // Behind the case there may be places in it that were looked up.
  else if (isLeaving) history.back();
});
for (const kind of ["input", "change"]) slot("one-case").addEventListener(kind, forgetTold);
