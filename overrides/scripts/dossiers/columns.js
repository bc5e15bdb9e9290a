/** Which column is read as what: shown, and changed by the visitor, but for what is refused. */
import { element, findAll, focusOn, slot, tableRow } from "../zelfcheck/dom.js";

/** @typedef {import("../zelfcheck/view").ColumnView} Column */
/** @typedef {import("../zelfcheck/view").TableView} TableView */

const rows = slot("columns-rows");

/** What the visitor chose, by the number of the column. @type {Record<string, string>} */
let chosen = {};

export const chosenColumns = () => chosen;

/** @param {Column} column @param {TableView["choices"]} choices */
function choice({ n, header, field }, choices) {
  const select = element("select");
  select.dataset.column = String(n);
  select.setAttribute("aria-label", header);
  const none = /** @type {HTMLTemplateElement} */ (slot("column-none")).content.cloneNode(true);
  select.append(none, ...choices.map((each) => new Option(each.name, each.field)));
  select.value = field;
  return select;
}

/** @param {TableView} read */
export function showColumns({ columns, choices, preset }) {
  const lines = columns.map((column) => tableRow(column.header, column.refused ?? choice(column, choices)));
  rows.replaceChildren(...lines);
  slot("count", slot("columns")).textContent = String(columns.filter(({ field }) => field).length);
  showPreset(preset);
  slot("columns").hidden = false;
}

/** Which program the table seems to come from; one program has several exports.
 * @param {string | null} preset */
function showPreset(preset) {
  for (const program of findAll("[data-preset]")) program.hidden = !preset?.startsWith(program.dataset.preset ?? "");
  slot("preset").hidden = !preset;
}

export function forgetColumns() {
  chosen = {};
  slot("columns").hidden = true;
}

/** @param {() => Promise<void>} readAgain */
export function onChosen(readAgain) {
  rows.addEventListener("change", async ({ target }) => {
    const select = /** @type {HTMLSelectElement} */ (target);
    const { column = "" } = select.dataset;
    chosen = { ...chosen, [column]: select.value };
    await readAgain();
    // The one that was changed was made anew.
    focusOn(/** @type {HTMLElement} */ (rows.querySelector(`[data-column="${column}"]`)));
  });
}
