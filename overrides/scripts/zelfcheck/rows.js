/** The list: each step and important day is one row, which goes to its section and is asked and answered there. */
import { closest, element, fillList, find, findAll, goTo, onClick, say, slot } from "./dom.js";

/** @typedef {import("./view").Row} Row */
/** @typedef {import("./view").Time} Time */

/** @type {Map<string, HTMLElement>} */
const lines = new Map(findAll(".pw-step").map((line) => [line.dataset.obligation ?? line.dataset.moment ?? "", line]));

/** What was answered since the list was put in order: it stays where it is, so that nothing jumps.
 * @type {Set<string>} */
const answeredHere = new Set();

/** @param {string} id */
const lineOf = (id) => /** @type {HTMLElement} */ (lines.get(id));

/** What each row says now: most answers change a few.
 * @type {Map<string, string>} */
const said = new Map();

/** @param {Row} row */
function fillChanged(row) {
  const says = JSON.stringify(row);
  if (said.get(row.id) === says) return;
  fillLine(lineOf(row.id), row);
  said.set(row.id, says);
}

/** What can only be with something else is not in every answer.
 * @param {Row[]} rows */
function hideOthers(rows) {
  const ids = new Set(rows.map(({ id }) => id));
  for (const [id, line] of lines)
    if (!ids.has(id)) {
      said.delete(id);
      line.hidden = true;
    }
}

/** @param {HTMLElement} line @param {Row} row */
function fillLine(line, row) {
  setData(line, row);
  line.hidden = !row.status && !row.due && !row.standing;
  line.toggleAttribute("data-asked", row.asked);
  slot("number", line).textContent = row.n && !row.times.length ? ` ${row.n}` : "";
  line.querySelector('[data-slot="general"]')?.toggleAttribute("hidden", true);
  fillTime(find(".pw-step__who time", line), row.due, row.day);
  slot("due", line).hidden = !row.due;
  slot("when", line).textContent = row.when;
  slot("last-working-day", line).textContent = row.last_working_day;
  say(slot("standing", line), row.standing);
  fillList(slot("outcomes", line), row.outcomes);
  fillList(slot("trace", line), row.trace);
  slot("times", line).replaceChildren(...row.times.map((time) => timeLine(line, row.id, time)));
  slot("times", line).hidden = !row.times.length;
  line.toggleAttribute("data-late", row.late);
  line.querySelector('[data-slot="late"]')?.toggleAttribute("hidden", !row.late);
  line.querySelector('[data-action="calendar-one"]')?.toggleAttribute("hidden", !row.to_come);
}

/** @param {HTMLElement} place @param {Row | Time} stands */
function setData({ dataset }, { n, status, told }) {
  if (status) dataset.status = status;
  dataset.told = String(told);
  if (n) dataset.n = String(n);
}

/** A further time of what recurs.
 * @param {HTMLElement} line @param {string} id @param {Time} time */
function timeLine(line, id, time) {
  const day = element("time");
  fillTime(day, time.due, time.when);
  const made = element("li", ...nameOf(line).childNodes, ` ${time.n}: `, day, ` ${time.standing}`);
  made.dataset.obligation = id;
  setData(made, time);
  return made;
}

/** @param {HTMLTimeElement} time @param {string | null} iso @param {string} text */
function fillTime(time, iso, text) {
  time.dateTime = iso ?? "";
  time.textContent = text;
  time.hidden = !iso;
}

/** The name of a row without its number; a part of it may be marked as Dutch.
 * @param {HTMLElement} line */
function nameOf(line) {
  const name = /** @type {HTMLElement} */ (find(".pw-step__name", line).cloneNode(true));
  slot("number", name).remove();
  return name;
}

/** Where a row belongs: what others do stands apart.
 * @param {Row} row */
const listFor = ({ section, mine }) => slot(mine ? "rows" : "others", find(`[data-section="${section}"]`));

/** Puts each row in its section. After an answer in place only what comes in or goes out moves.
 * @param {Row[]} rows @param {boolean} anew */
function place(rows, anew) {
  if (anew) answeredHere.clear();
  const ranks = new Map(rows.map(({ id }, rank) => [lineOf(id), rank]));
  const rankOf = (/** @type {HTMLElement} */ line) => ranks.get(line) ?? -1;
  for (const [rank, row] of rows.entries()) {
    const line = lineOf(row.id);
    const list = listFor(row);
    if (!anew && (line.parentElement === list || answeredHere.has(row.id))) continue;
    list.insertBefore(line, findAll(":scope > *", list).find((other) => rankOf(other) > rank) ?? null);
  }
}

/** Hides what is empty, and counts the rest. */
function settle() {
  for (const section of findAll("[data-section]")) {
    const apart = slot("others", section);
    slot("apart", section).hidden = !apart.querySelector(":scope > :not([hidden])");
    const count = findAll(".pw-steps > .pw-step:not([hidden])", section).length;
    section.hidden = !count;
    const counted = section.querySelector('summary [data-slot="count"]');
    if (counted) counted.textContent = String(count);
  }
}

/** @param {Row[]} rows @param {boolean} anew  whether the list is put in order, or only follows an answer in place */
export function fillRows(rows, anew) {
  hideOthers(rows);
  rows.forEach(fillChanged);
  place(rows, anew);
  settle();
}

/** What a row says after it was answered, for who cannot see it.
 * @param {string} id */
export const told = (id) => `${nameOf(lineOf(id)).textContent}: ${slot("standing", lineOf(id)).textContent}`;

/** The row in which something was changed, which from here on stays where it is.
 * @param {EventTarget | null} target */
export function answeredIn(target) {
  const line = /** @type {Element} */ (target).closest(".pw-step");
  const id = /** @type {HTMLElement | null} */ (line)?.dataset.obligation;
  if (id) answeredHere.add(id);
  return id;
}

/** Goes to a row, also when it is folded away.
 * @param {{id: string}} entry */
export function goToRow({ id }) {
  const summary = find("summary", lineOf(id));
  find("details", lineOf(id)).open = true;
  goTo(summary);
}

onClick("all-done", (button) => {
  for (const asked of findAll(".pw-step[data-asked] .pw-pills", closest(button, "[data-section]")))
    if (!asked.querySelector(":checked")) find("input", asked).click();
});
