/** One case of the list as the ordinary self-check; what was changed there goes back into the list. */
import { answer, dropAnswers } from "../zelfcheck/answering.js";
import { addEntry, fieldById, focusOn, goTo, onClick, say, slot } from "../zelfcheck/dom.js";
import { ask, fail } from "../zelfcheck/engine-status.js";
import { clearErrors, showErrors } from "../zelfcheck/errors.js";
import { fill, filledIn } from "../zelfcheck/form.js";
import { message } from "../zelfcheck/messages.js";
import { hideResult } from "../zelfcheck/result.js";
import { endTrial, ownForm } from "../zelfcheck/trial.js";
import { age } from "../zelfcheck/wipe.js";
import { replace } from "./cases.js";
import { refuse } from "./faults.js";
import { buttonOf, caseOf, showList } from "./table.js";
import { drawWeeks } from "./weeks.js";

/** @typedef {import("./cases.js").Case} Case */

/** The case that is open, with its form as it came.
 * @type {{ one: Case, form: string } | undefined} */
let opened;

/** @param {boolean} isOne */
function showOne(isOne) {
  slot("one-case").hidden = !isOne;
  slot("many-cases").hidden = isOne;
}

/** @param {Case} one */
async function open(one) {
  const reply = await ask({ file: one.file });
  if (!reply) return;
  if (reply.errors) return refuse(reply.errors.map((each) => each.message));
  dropAnswers();
  endTrial();
  hideResult();
  fill(reply.form);
  // What the list calls it is what its files and appointments are called.
  fieldById("label").value = one.ref;
  opened = { one, form: JSON.stringify(filledIn()) };
  slot("case-name").textContent = one.ref;
  say(slot("case-stays"), "");
  showOne(true);
  addEntry({ age });
  goTo(slot("case-name"));
  answer();
}

/** The case as the form has it now; nothing when the form is not right, or nobody can answer.
 * @param {Case} one */
async function answeredAnew(one) {
  const made = await ask({ form: ownForm(), want: "file" });
  if (!made) return undefined;
  if (made.errors) {
    showErrors(made.errors);
    say(slot("case-stays"), message("case_stays"));
    return undefined;
  }
  const reply = await ask({ cases: [{ ref: one.ref, file: made.text }] });
  return reply?.list[0];
}

/** Brings what was changed back; tells whether the list may be shown again. */
async function bringBack() {
  if (!opened || JSON.stringify(ownForm()) === opened.form) return opened?.one;
  const now = await answeredAnew(opened.one);
  // Who was told, and goes all the same, leaves it as it was.
  if (!now) return undefined;
  replace(opened.one, now);
  return now;
}

async function close() {
  const wasTold = !slot("case-stays").hidden;
  const one = (await bringBack()) ?? (wasTold ? opened?.one : undefined);
  if (!one) return addEntry({ age });
  dropAnswers();
  endTrial();
  clearErrors();
  opened = undefined;
  showOne(false);
  showList();
  drawWeeks();
  focusOn(buttonOf(one) ?? slot("list"));
}

onClick("open-case", (button) => {
  const one = caseOf(button);
  if (one) void open(one).catch(fail);
});
// The way back of the browser leads to the list too.
onClick("close-case", () => history.back());
addEventListener("popstate", () => {
  if (opened) void close().catch(fail);
});
