/** Which column is read as what: shown, and changed by the visitor, but for what is refused. */
import { element, findAll, focusInPlace, focusOn, say, slot, tableRow } from "../zelfcheck/dom.js";
import { message } from "../zelfcheck/messages.js";

/** @typedef {import("../zelfcheck/view").ColumnView} Column */
/** @typedef {import("../zelfcheck/view").TableView} TableView */
/** What each column is to be read as, by its number. @typedef {Record<string, string>} Chosen */

const section = slot("columns");
const rows = slot("columns-rows");
const told = slot("columns-told");

/** What is shown.
 * @type {Pick<TableView, "columns" | "choices"> & { chosen: Chosen }} */
let shown = { columns: [], choices: [], chosen: {} };
// Which columns give way to the one that was chosen, in words.
let leaving = "";

/** @param {Column} column */
function choice({ n, header, field }) {
  const select = element("select");
  select.dataset.column = String(n);
  select.setAttribute("aria-label", header);
  const none = /** @type {HTMLTemplateElement} */ (slot("column-none")).content.cloneNode(true);
  select.append(none, ...shown.choices.map((each) => new Option(each.name, each.field)));
  select.value = field;
  return select;
}

/** Shows the columns; the one that has the focus is made anew, and keeps it. */
function fillRows() {
  const { column } = /** @type {HTMLElement} */ (document.activeElement).dataset;
  rows.replaceChildren(...shown.columns.map((each) => tableRow(each.header, each.refused ?? choice(each))));
  const same = rows.querySelector(`[data-column="${column}"]`);
  if (same) focusInPlace(/** @type {HTMLElement} */ (same));
}

/** @param {TableView} read @param {Chosen} chosen  what the visitor chose for it */
export function showColumns({ columns, choices, preset }, chosen) {
  shown = { columns, choices, chosen };
  fillRows();
  const part = columns.filter(({ field }) => field).length;
  slot("count", section).textContent = message("columns_read", { part, whole: columns.length });
  showPreset(preset);
  say(told, leaving);
  section.hidden = false;
}

/** Unfolds the columns of another table where one of them is not read, and nothing tells why. */
export function unfoldColumns() {
  say(told, "");
  const isLeftOut = (/** @type {Column} */ { field, refused, header }) => !field && !refused && header.trim();
  section.toggleAttribute("open", shown.columns.some(isLeftOut));
}

/** Which program the table seems to come from; one program has several exports.
 * @param {string | null} preset */
function showPreset(preset) {
  for (const program of findAll("[data-preset]")) program.hidden = !preset?.startsWith(program.dataset.preset ?? "");
  slot("preset").hidden = !preset;
}

/** What is chosen after another choice: it goes before any other column that is read as the same.
 * @param {string} column @param {string} field @returns {Chosen} */
function withChoice(column, field) {
  const others = shown.columns.filter((each) => field && each.field === field && String(each.n) !== column);
  leaving = others.map(({ header }) => message("column_left", { name: header })).join(" ");
  return { ...shown.chosen, ...Object.fromEntries(others.map(({ n }) => [n, ""])), [column]: field };
}

/** Leaves the columns as they are read, and goes back to the one that was to be changed.
 * @param {string} [column] */
function undo(column) {
  fillRows();
  focusOn(/** @type {HTMLElement} */ (rows.querySelector(`[data-column="${column}"]`)));
}

/** @param {(chosen: Chosen, undo: () => void) => void} readAgain */
export function onChosen(readAgain) {
  rows.addEventListener("change", ({ target }) => {
    const select = /** @type {HTMLSelectElement} */ (target);
    // Not every way to choose gives it the focus, which it keeps while it is made anew.
    focusInPlace(select);
    readAgain(withChoice(select.dataset.column ?? "", select.value), () => undo(select.dataset.column));
  });
}
