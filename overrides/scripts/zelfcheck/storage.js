/**
 * What this browser remembers. By itself only what a reload or the back button needs: the entry in the tab's history
 * holds the form as typed. The rest happens after a click that says so, and Wipe takes it all away.
 */
import { bareAddress, byId, say, slot } from "./dom.js";
import { ask } from "./engine-status.js";
import { filledIn, form } from "./form.js";
import { message } from "./messages.js";
import { inHand } from "./state.js";

/** @typedef {"localStorage" | "sessionStorage"} Store */

const ON_DEVICE = "poortwachterwijzer.zaak";
const IN_GUIDE = "poortwachterwijzer.gids";

/** @type {HTMLInputElement} */
const onDevice = byId("bewaar-apparaat");
/** @type {HTMLInputElement} */
const inGuide = byId("toon-in-gids");

// Browsers may refuse to store; then nothing is stored, and the box says so.
/** @param {Store} store @param {string} key @param {string} text */
function remember(store, key, text) {
  try {
    globalThis[store].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** @param {Store} store @param {string} key */
function remembered(store, key) {
  try {
    return globalThis[store].getItem(key);
  } catch {
    return null;
  }
}

/** @param {Store} store @param {string} key */
function forget(store, key) {
  try {
    globalThis[store].removeItem(key);
  } catch {
    // Nothing can be stored, so nothing is.
  }
}

let wiping = false;

/**
 * What was in the form before a reload, whether it had been answered, what was still to be opened or accepted, and what
 * this tab knew to be on the device.
 * @typedef {{form: import("./requests").FormData, answered: boolean, known: string | null} & typeof inHand} Tab
 * @returns {Tab | undefined}
 */
export const fromTab = () => (history.state?.form ? history.state : undefined);

/** The save file that was kept on this device. */
export const fromDevice = () => remembered("localStorage", ON_DEVICE);

/** What this tab last knew to be on the device, also before a reload: anything else there is not this tab's to replace. */
let known = fromTab() ? (history.state.known ?? null) : fromDevice();

export function keepInTab() {
  if (wiping) return;
  const answered = !slot("result").hidden;
  history.replaceState({ form: filledIn(), answered, ...inHand, known }, "");
}

/** Keeps on the device, or shows in the guide, what the visitor asked to. */
export async function keep() {
  keepInTab();
  if (onDevice.checked) await keepOnDevice();
  if (inGuide.checked) await showInGuide();
}

async function keepOnDevice() {
  if (fromDevice() !== known) return stopKeeping();
  const file = await ask({ form: filledIn(), want: "file" });
  if (!file?.errors) store(onDevice, "localStorage", ON_DEVICE, file?.text);
  if (wiping || !onDevice.checked) return;
  known = fromDevice();
  keepInTab();
}

async function showInGuide() {
  const guide = await ask({ form: filledIn(), want: "guide" });
  if (!guide?.errors) store(inGuide, "sessionStorage", IN_GUIDE, guide && JSON.stringify(guide.dates));
}

/** Leaves what is on the device as it is: another tab, or another case, put it there. */
export function stopKeeping() {
  if (!onDevice.checked) return;
  onDevice.checked = false;
  known = null;
  keepInTab();
  slot("not-kept").hidden = false;
}

/** @param {HTMLInputElement} box @param {Store} place @param {string} key @param {string | undefined} text */
function store(box, place, key, text) {
  // The visitor may have thought better of it meanwhile.
  if (wiping || !box.checked || text === undefined || remember(place, key, text)) return;
  box.checked = false;
  say(slot("kept"), message("not_allowed"));
}

onDevice.addEventListener("change", () => {
  slot("not-kept").hidden = true;
  if (!onDevice.checked) forget("localStorage", ON_DEVICE);
  known = fromDevice();
  if (onDevice.checked) void keep();
});
inGuide.addEventListener("change", () => (inGuide.checked ? keep() : forget("sessionStorage", IN_GUIDE)));
onDevice.checked = known !== null;
inGuide.checked = remembered("sessionStorage", IN_GUIDE) !== null;

/** Forgets everything, also what the engine still has in its memory: the page starts anew. */
export function wipe() {
  wiping = true;
  forget("localStorage", ON_DEVICE);
  forget("sessionStorage", IN_GUIDE);
  form.reset();
  // Not in the address: anybody can write a link, and it would say so of what was never wiped.
  history.replaceState({ wiped: true }, "", bareAddress());
  location.reload();
}

export function sayWiped() {
  if (!history.state?.wiped) return;
  history.replaceState(null, "");
  const note = slot("wiped");
  note.hidden = false;
  note.focus();
}

/** While a page goes away, some browsers take no new state any more, and others tell only then. */
export function keepWhenLeaving() {
  for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, keepInTab);
}
