/** The self-check: what starts, and what is opened first. */
import "./zelfcheck/surroundings.js";
import { answer, isOwed } from "./zelfcheck/answering.js";
import { find, goTo } from "./zelfcheck/dom.js";
import { isEarly, setWaiting, start } from "./zelfcheck/engine-status.js";
import { form, hasFirstDay } from "./zelfcheck/form.js";
import { openAgain, openFirst } from "./zelfcheck/importing.js";
import "./zelfcheck/language.js";
import { inHand } from "./zelfcheck/state.js";
import { fillInOnReturn, keepWhenLeaving } from "./zelfcheck/storage.js";
import { begin } from "./zelfcheck/wiring.js";

/** After a failure: what was to be opened, then what was to be answered, and else only the engine. */
async function tryAgain() {
  if (await openAgain()) return;
  if (hasFirstDay()) return answer();
  start();
  setWaiting(true);
}

begin({
  tryAgain,
  isWaiting: () => isOwed() || Boolean(inHand.unopened),
  leaveButton: () => goTo(find('[type="submit"]', form)),
});
if (!isEarly()) form.addEventListener("focusin", start, { once: true });
void openFirst();
keepWhenLeaving();
fillInOnReturn();
