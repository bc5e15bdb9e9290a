/** The self-check: what starts, and what each button and each change of the form leads to. */
import "./zelfcheck/surroundings.js";
import { answer, changed, dropAnswers, isOwed } from "./zelfcheck/answering.js";
import { find, goTo, onClick, page, slot } from "./zelfcheck/dom.js";
import { hasFailed, isEarly, setWaiting, start } from "./zelfcheck/engine-status.js";
import { fields, form, hasFirstDay } from "./zelfcheck/form.js";
import { openAgain, openFirst } from "./zelfcheck/importing.js";
import "./zelfcheck/language.js";
import { inHand } from "./zelfcheck/state.js";
import { fillInOnReturn, keepWhenLeaving, sayWiped, wipe } from "./zelfcheck/storage.js";

/** After a failure: what was to be opened, then what was to be answered, and else only the engine. */
async function tryAgain() {
  if (await openAgain()) return;
  if (hasFirstDay()) return answer();
  start();
  setWaiting(true);
}

for (const kind of ["input", "change"])
  page.addEventListener(kind, (event) => {
    if (event.target === form || fields().includes(/** @type {any} */ (event.target))) changed(event);
  });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  answer();
});
onClick("wipe", () => {
  dropAnswers();
  wipe();
});
onClick("retry", () => {
  // The button that was pressed goes.
  goTo(find('[type="submit"]', form));
  void tryAgain();
});
addEventListener("online", () => {
  if (!hasFailed()) return;
  if (isOwed() || inHand.unopened) void tryAgain();
  else start();
});

sayWiped();
form.hidden = false;
slot("not-started").hidden = true;
if (isEarly()) start();
else form.addEventListener("focusin", start, { once: true });
void openFirst();
keepWhenLeaving();
fillInOnReturn();
