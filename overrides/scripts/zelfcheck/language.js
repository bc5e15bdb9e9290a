/** The way to this page in another language: what is filled in goes along, or the page says that it cannot. */
import { findAll, focusOn, opensElsewhere, slot } from "./dom.js";
import { filled } from "./form.js";
import { handOver } from "./handed.js";
import { inHand } from "./state.js";
import { keepInTab } from "./storage.js";

const hasAnything = () => filled().length > 0 || Object.values(inHand).flat().some(Boolean);

/** @param {MouseEvent} event */
function leave(event) {
  const { hreflang } = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  if (opensElsewhere(event) || !hasAnything()) return;
  keepInTab();
  const note = slot("stays-here");
  // Who was told, and goes all the same, knows it.
  if (handOver(hreflang) || !note.hidden) return;
  event.preventDefault();
  note.hidden = false;
  focusOn(note);
}

for (const link of findAll(".pw-language", document)) link.addEventListener("click", leave);
