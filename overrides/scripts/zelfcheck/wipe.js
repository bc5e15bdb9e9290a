/** Wiping: no field keeps what was in it, whichever it is, and no older page of this tab brings it back. */
import { wasWiped, wipeOtherEntries } from "../wiped-entries.js";
import { bareAddress, findAll, setEntry } from "./dom.js";
import { forgetHanded } from "./handed.js";

// How often this tab was wiped: what is older than the last time is to be gone.
const WIPES = "poortwachterwijzer.gewist";

function wipes() {
  try {
    return Number(sessionStorage.getItem(WIPES));
  } catch {
    return 0;
  }
}

/** How often this tab had been wiped when this document began. */
export const age = wipes();

// Before a browser is asked again for what it refused.
const A_WHILE = 1_000;

let wiping = false;

/** Whether nothing is to be kept any more. */
export const isWiping = () => wiping;

/** Every field there is, also outside the form: a browser may fill in again what stood in it. */
function emptyFields() {
  const every = /** @type {HTMLInputElement[]} */ (findAll("input,textarea,select", document));
  for (const field of every) {
    if (["checkbox", "radio"].includes(field.type)) field.checked = field.defaultChecked;
    else field.value = field.type === "file" ? "" : (field.defaultValue ?? "");
  }
}

function startAnew() {
  wiping = true;
  emptyFields();
  // Not in the address: anybody can write a link, and it would say so of what was never wiped.
  setEntry({ wiped: true, age: wipes() }, bareAddress());
  // Refused, in some browsers without a word: what was typed would come back.
  if (history.state?.wiped) location.reload();
  else setTimeout(startAnew, A_WHILE);
}

/** Forgets what this tab holds, also what the engine still has in its memory: the page starts anew. */
export function wipeTab() {
  try {
    sessionStorage.setItem(WIPES, String(wipes() + 1));
  } catch {
    // Where nothing may be stored an older page of this tab stays as it is.
  }
  forgetHanded();
  wipeOtherEntries();
  startAnew();
}

const isOldEntry = () => wasWiped() || (history.state && (history.state.age ?? 0) < wipes());

// What is older than a wipe holds nothing any more, once somebody comes back to it.
if (isOldEntry()) {
  emptyFields();
  setEntry(null);
}
addEventListener("popstate", () => {
  if (isOldEntry()) setEntry(null);
});
// A page that the browser kept alive as it was.
addEventListener("pageshow", () => {
  if (wasWiped() || age < wipes()) startAnew();
});
