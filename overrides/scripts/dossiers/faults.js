/** What could not be read: the whole table, or rows of it, which are not in the list. */
import { fillList, find, focusOn, slot, tableRow } from "../zelfcheck/dom.js";

/** @typedef {import("../zelfcheck/view").Wrong} Wrong */

const folded = slot("faults");
const refused = slot("not-read");

/** @type {Wrong[]} */
let told = [];

export function clearFaults() {
  told = [];
  folded.hidden = refused.hidden = true;
}

/** @param {Wrong[]} faults */
export function addFaults(faults) {
  told.push(...faults);
  slot("count", folded).textContent = String(new Set(told.map(({ row }) => row)).size);
  folded.hidden = !told.length;
}

/** Fills in the table only when somebody looks: there may be a fault in each of ten thousand rows. */
folded.addEventListener("toggle", () => {
  if (folded.hasAttribute("open")) find("tbody", folded).replaceChildren(...told.map(lineOf));
});

/** @param {Wrong} fault */
const lineOf = ({ row, column, message }) => tableRow(row ? String(row) : "", column, message);

/** Nothing of it is in the list.
 * @param {string[]} why */
export function refuse(why) {
  fillList(find("ul", refused), why);
  refused.hidden = false;
  focusOn(refused);
}
