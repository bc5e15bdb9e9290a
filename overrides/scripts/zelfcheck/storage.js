/**
 * What this browser remembers. By itself only what a reload or the back button needs: the entry in the tab's history
 * holds the form as typed. The rest happens after a click that says so, and Wipe takes it all away.
 */
import { DATES } from "../wiped-entries.js";
import { fieldById, focusOn, say, setEntry, slot } from "./dom.js";
import { ask } from "./engine-status.js";
import { fill, filledIn } from "./form.js";
import { message } from "./messages.js";
import { inHand } from "./state.js";
import { isFromDisk, isOneOfMany } from "./surroundings.js";
import { ownForm } from "./trial.js";
import { age, isWiping, wipeTab } from "./wipe.js";

/** @typedef {{box: HTMLInputElement, store: "localStorage" | "sessionStorage", key: string}} Place */

/** @type {Place} */
const device = { box: fieldById("bewaar-apparaat"), store: "localStorage", key: "poortwachterwijzer.zaak" };
/** @type {Place} */
const guide = { box: fieldById("toon-in-gids"), store: "sessionStorage", key: DATES };

/**
 * What a place holds, after a text was put there or (null) taken away. Browsers may refuse to store: then nothing is.
 * From disk neither: whatever else is opened from disk may read it, and may have written it. What is there goes.
 * A list of cases stores nothing, and leaves alone what the self-check did.
 * @param {Place} place @param {string | null} [text]
 */
function held({ store, key }, text) {
  try {
    if (isFromDisk || text === null) globalThis[store].removeItem(key);
    else if (isOneOfMany) return null;
    else if (text) globalThis[store].setItem(key, text);
    return globalThis[store].getItem(key);
  } catch {
    return null;
  }
}

/**
 * What was in the form before a reload, what the page had in hand, and what this tab knew to be on the device.
 * @typedef {{form: import("./requests").FormData, known: string | null} & typeof inHand} Tab
 * @returns {Tab | undefined}
 */
export const fromTab = () => (history.state?.form ? history.state : undefined);

/** The save file that was kept on this device. */
export const fromDevice = () => held(device);

/** What this tab last knew to be on the device, also before a reload: anything else there is not this tab's to replace. */
let known = fromTab() && !isFromDisk ? (history.state.known ?? null) : fromDevice();

export function keepInTab() {
  if (isWiping() || isOneOfMany) return;
  const kept = setEntry({ form: ownForm(), ...inHand, known, age });
  say(slot("forgets"), kept ? "" : message("not_remembered"));
}

/** Keeps on the device, or shows in the guide, what the visitor asked to. */
export async function keep() {
  keepInTab();
  if (device.box.checked) await keepOnDevice();
  if (guide.box.checked) await showInGuide();
}

/** Whether the device holds what this tab did not read: it is of another tab, or could not be opened yet. */
function isUnread() {
  const { unopened } = inHand;
  return fromDevice() !== known || Boolean(unopened && "file" in unopened && unopened.file === known);
}

async function keepOnDevice() {
  if (isUnread()) return stopKeeping();
  const file = await ask({ form: ownForm(), want: "file" });
  if (!file?.errors) put(device, file?.text);
  if (isWiping() || !device.box.checked) return;
  known = fromDevice();
  keepInTab();
}

async function showInGuide() {
  const made = await ask({ form: ownForm(), want: "guide" });
  if (!made?.errors) put(guide, made && JSON.stringify(made.dates));
}

/** Leaves what is on the device as it is: another tab, or another case, put it there. */
export function stopKeeping() {
  if (!device.box.checked) return;
  device.box.checked = false;
  known = null;
  keepInTab();
  slot("not-kept").hidden = false;
}

/** Puts a text where the visitor wants it, and says so when the browser refuses.
 * @param {Place} place @param {string} [text] */
function put(place, text) {
  // The visitor may have thought better of it meanwhile.
  if (isWiping() || !place.box.checked || !text || held(place, text) === text) return;
  place.box.checked = false;
  say(slot("kept"), message("not_allowed"));
}

device.box.addEventListener("change", () => {
  slot("not-kept").hidden = true;
  known = held(device, device.box.checked ? undefined : null);
  if (device.box.checked) void keep();
});
guide.box.addEventListener("change", () => (guide.box.checked ? keep() : held(guide, null)));
device.box.checked = known !== null;
guide.box.checked = held(guide) !== null;

/** Forgets everything, also what the engine still has in its memory. */
export function wipe() {
  for (const place of [device, guide]) held(place, null);
  wipeTab();
}

export function sayWiped() {
  if (!history.state?.wiped) return;
  setEntry(null);
  const note = slot("wiped");
  note.hidden = false;
  focusOn(note);
}

/** While a page goes away, some browsers take no new state any more, and others tell only then. */
export function keepWhenLeaving() {
  for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, keepInTab);
}

// It empties them some time after it shows the page, later on a busy machine. In milliseconds.
const EMPTIED_BY = [0, 100, 500, 2000];

/** A page that WebKit kept alive for the way back comes with empty fields: nothing but the page may fill them in. */
export function fillInOnReturn() {
  let left = filledIn();
  let isTouched = false;
  const fillIn = () => isTouched || isWiping() || isAsLeft(left) || fill(left);
  // A button and a file change the form too, without a word of it being typed.
  for (const act of ["input", "change", "click"])
    addEventListener(act, () => {
      isTouched = true;
    });
  addEventListener("pagehide", () => {
    left = filledIn();
  });
  addEventListener("pageshow", ({ persisted }) => {
    isTouched = false;
    if (persisted) for (const wait of EMPTIED_BY) setTimeout(fillIn, wait);
  });
}

/** @param {import("./requests").FormData} left */
const isAsLeft = (left) => JSON.stringify(left) === JSON.stringify(filledIn());
