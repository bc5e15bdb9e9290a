/**
 * The self-check in a frame: tells the site around it how high an empty page is at this width, and nothing else.
 * A height says much of what was filled in: a site that makes the frame wider and narrower can work dates out of it.
 */
import { findAll, page, slot } from "./zelfcheck/dom.js";

// A link to the guide would otherwise open within the frame.
for (const link of findAll('a:not([href^="#"])')) Object.assign(link, { target: "_blank", rel: "noopener" });

/**
 * Whether nothing was ever touched here, by anybody. What is not so any more stays so: a form that was emptied looks as
 * if nothing had been in it, and the page around it does not. What a reload, a link or this device brings back was there
 * before this script.
 */
let untouched = !history.state && slot("wiped").hidden;

const touch = () => {
  untouched = false;
};

for (const kind of ["click", "keydown", "focusin", "input", "change", "reset"])
  document.addEventListener(kind, touch, { capture: true });
for (const kind of ["hashchange", "popstate"]) addEventListener(kind, touch);
// What the browser opens by itself, to show what was searched for.
new MutationObserver(touch).observe(page, { subtree: true, attributeFilter: ["open"] });

// To whom it may concern: a number of pixels is all that it holds.
function tell() {
  const height = Math.ceil(page.getBoundingClientRect().height);
  if (untouched) parent.postMessage({ type: "poortwachterwijzer:hoogte", height }, "*");
}

if (parent !== window) new ResizeObserver(tell).observe(page);
