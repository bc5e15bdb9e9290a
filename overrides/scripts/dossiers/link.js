/** A link with a case is for the self-check: here it opens nothing, and does not stay in the address. */
import { bareAddress, focusOn, setEntry, slot } from "../zelfcheck/dom.js";

function takeOff() {
  if (!location.hash.startsWith("#zaak=")) return;
  setEntry(history.state, bareAddress());
  const note = slot("other-link");
  note.hidden = false;
  focusOn(note);
}

addEventListener("hashchange", takeOff);
takeOff();
