/**
 * The self-check in a frame: tells the site around it how high it is while nothing is filled in, and nothing else.
 * A height says much of what was filled in: a site that makes the frame wider and narrower can work dates out of it.
 */
import { findAll, page, slot } from "./zelfcheck/dom.js";

/** @type {HTMLFormElement} */
const form = slot("form");

// A link to the guide would otherwise open within the frame.
for (const link of findAll('a:not([href^="#"])')) Object.assign(link, { target: "_blank", rel: "noopener" });

// The role may be the choice of the site itself.
/** @param {HTMLInputElement} field */
const isTold = ({ name, type, value, checked }) => name !== "role" && (type === "text" ? value : checked);

const isBlank = () => slot("result").hidden && ![.../** @type {any} */ (form.elements)].some(isTold);

// To whom it may concern: a number of pixels is all that it holds.
function tell() {
  const height = Math.ceil(page.getBoundingClientRect().height);
  if (isBlank()) parent.postMessage({ type: "poortwachterwijzer:hoogte", height }, "*");
}

if (parent !== window) new ResizeObserver(tell).observe(page);
