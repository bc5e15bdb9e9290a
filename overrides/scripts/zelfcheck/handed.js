/**
 * What goes along to this page in another language: all that the entry in the tab's history holds, as over a reload.
 * After a click on that language it lies in the store of the tab, until the other page begins: that takes it away.
 */
import { setEntry } from "./dom.js";
import { isFromDisk, isOneOfMany } from "./surroundings.js";

const STORED = "poortwachterwijzer.taal";

/** Lays ready what this entry holds, for the page in that language. Whatever else is opened from disk could read it.
 * @param {string} language @returns {boolean} whether that is allowed here */
export function handOver(language) {
  try {
    if (isFromDisk) return false;
    sessionStorage.setItem(STORED, JSON.stringify({ language, state: history.state }));
    return true;
  } catch {
    return false;
  }
}

/** What was laid ready; it does not stay. */
function handed() {
  const { language, state } = JSON.parse(sessionStorage.getItem(STORED) ?? "{}");
  forgetHanded();
  // The visitor may have gone elsewhere.
  return language === document.documentElement.lang && state?.form && Array.isArray(state.aside) ? state : null;
}

export function forgetHanded() {
  try {
    sessionStorage.removeItem(STORED);
  } catch {
    // Where nothing may be stored nothing was laid ready.
  }
}

function takeHanded() {
  try {
    const state = handed();
    if (state && !isFromDisk && !isOneOfMany && !history.state) setEntry(state);
  } catch {
    // It may be somebody else's: then it goes too.
    forgetHanded();
  }
}

takeHanded();
// A browser that keeps a page alive may give it back the store as it was.
addEventListener("pageshow", ({ persisted }) => persisted && forgetHanded());
