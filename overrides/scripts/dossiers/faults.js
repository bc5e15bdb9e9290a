/** What could not be read, or is to be looked at: the whole table, or rows of it. */
import { fillList, find, focusOn, slot, tableRow } from "../zelfcheck/dom.js";

/** @typedef {import("../zelfcheck/view").Wrong} Wrong */

const folded = slot("faults");
const lines = find("tbody", folded);
const refused = slot("not-read");

/** @type {Wrong[]} */
let told = [];

export function clearFaults() {
  told = [];
  lines.replaceChildren();
  folded.hidden = true;
}

/** @param {Wrong[]} faults */
export function addFaults(faults) {
  told.push(...faults);
  slot("count", folded).textContent = String(new Set(told.map(({ row }) => row)).size);
  folded.hidden = !told.length;
  if (folded.hasAttribute("open")) lines.append(...faults.map(lineOf));
}

/** Fills in the table only when somebody looks: there may be a fault in each of ten thousand rows. */
folded.addEventListener("toggle", () => {
  if (folded.hasAttribute("open")) lines.replaceChildren(...told.map(lineOf));
});

/** @param {Wrong} fault */
const lineOf = ({ row, column, message }) => tableRow(row ? String(row) : "", column, message);

export function clearRefusal() {
  refused.hidden = true;
}

/** Nothing of it is in the list, which stays as it is.
 * @param {string[]} why */
export function refuse(why) {
  fillList(find("ul", refused), why);
  refused.hidden = false;
  focusOn(refused);
}
