/** The self-check: what starts, and what each button and each change of the form leads to. */
import "./zelfcheck/surroundings.js";
import { answer, changed, dropAnswers, isOwed } from "./zelfcheck/answering.js";
import { find, onClick, onFollow, slot } from "./zelfcheck/dom.js";
import { hasFailed, isEarly, setWaiting, start } from "./zelfcheck/engine-status.js";
import { form, hasFirstDay } from "./zelfcheck/form.js";
import { goToFirstDay, openAgain, openFirst } from "./zelfcheck/importing.js";
import { inHand } from "./zelfcheck/state.js";
import { keepWhenLeaving, sayWiped, wipe } from "./zelfcheck/storage.js";

/** After a failure: what was to be opened, then what was to be answered, and else only the engine. */
async function tryAgain() {
  if (await openAgain()) return;
  if (hasFirstDay()) return answer();
  start();
  setWaiting(true);
}

form.addEventListener("input", changed);
form.addEventListener("change", changed);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  answer();
});
onClick("wipe", () => {
  dropAnswers();
  wipe();
});
onClick("retry", () => {
  find('[type="submit"]', form).focus();
  void tryAgain();
});
addEventListener("online", () => {
  if (!hasFailed()) return;
  if (isOwed() || inHand.unopened) void tryAgain();
  else start();
});
onFollow(find(".pw-given a"), goToFirstDay);

sayWiped();
form.hidden = false;
slot("not-started").hidden = true;
if (isEarly()) start();
else form.addEventListener("focusin", start, { once: true });
void openFirst();
keepWhenLeaving();
