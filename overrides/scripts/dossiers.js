/** The list of cases: what starts, and what is done again after a failure. */
import "./zelfcheck/surroundings.js";
import { answer, isOwed } from "./zelfcheck/answering.js";
import { goTo, slot } from "./zelfcheck/dom.js";
import { fail, isEarly, start } from "./zelfcheck/engine-status.js";
import { fillInOnReturn } from "./zelfcheck/storage.js";
import { begin } from "./zelfcheck/wiring.js";
import "./dossiers/input.js";
import "./dossiers/leaving.js";
import "./dossiers/link.js";
import "./dossiers/one-case.js";
import { goOn, isWaiting } from "./dossiers/reading.js";
import "./dossiers/taking-along.js";

async function tryAgain() {
  if (isWaiting()) return goOn().catch(fail);
  if (isOwed()) return answer();
  start();
}

begin({ tryAgain, isWaiting: () => isWaiting() || isOwed(), leaveButton: () => goTo(slot("source")) });
if (!isEarly()) slot("source").addEventListener("focusin", start, { once: true });
fillInOnReturn();
