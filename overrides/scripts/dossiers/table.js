/** The list on the page: a row for each case that is asked for, as far as it was unfolded. */
import { element, find, findAll, focusInPlace, focusOn, onClick, page, say, slot } from "../zelfcheck/dom.js";
import { message } from "../zelfcheck/messages.js";
import { count, isSame, list, wanted } from "./cases.js";
import { inWords } from "./days.js";

/** @typedef {import("./cases.js").Case} Case */
/** @typedef {import("./cases.js").Order} Order */

// What somebody looks through; the rest is found by its label, or by what is the matter.
const AT_ONCE = 100;

let most = AT_ONCE;

const table = slot("cases");
const body = find("tbody", table);
/** @type {HTMLInputElement} */
const search = find("#dossiers-zoek");
const filters = findAll("[data-filter]");
/** The same as the headings, where a narrow screen has no room for them.
 * @type {HTMLSelectElement} */
const order = find("#dossiers-volgorde");
const headings = findAll("[data-order]", table);

/** @type {WeakMap<Element, Case>} */
const caseOfRow = new WeakMap();

/** @param {Element | null} within */
export const caseOf = (within) => caseOfRow.get(/** @type {Element} */ (within?.closest("tr")));

/** @param {Case["status"]} status */
const wordsFor = (status) => slot("name", find(`[data-filter="${status}"]`)).textContent ?? "";

/** A cell that a screen reader knows as one, also where the row is laid out as a card.
 * @param {"th" | "td"} tag @param {(string | Node)[]} content */
function cell(tag, ...content) {
  const made = element(tag, ...content);
  made.setAttribute("role", tag === "th" ? "rowheader" : "cell");
  return made;
}

/** @param {Case} one */
function label({ ref }) {
  const button = element("button", ref);
  Object.assign(button, { type: "button", className: "pw-link" });
  button.dataset.action = "open-case";
  return cell("th", button);
}

/** @param {Case} one */
function standing({ status }) {
  const words = element("span", wordsFor(status));
  words.className = "pw-standing";
  return cell("td", words);
}

/** @param {Case} one */
function day({ next }) {
  if (!next?.due) return cell("td");
  const time = element("time", inWords(next.due));
  time.dateTime = next.due;
  return next.at_least ? cell("td", message("at_least"), " ", time) : cell("td", time);
}

/** @param {Case} one */
function week({ week }) {
  const made = cell("td", String(week));
  made.dataset.unit = message("week");
  return made;
}

/** @param {Case} one */
function rowOf(one) {
  const [first, who] = [one.next?.name ?? "", one.next?.who ?? ""].map((text) => cell("td", text));
  const row = element("tr", label(one), week(one), standing(one), first, day(one), who);
  row.setAttribute("role", "row");
  Object.assign(row.dataset, { ref: one.ref, status: one.status });
  caseOfRow.set(row, one);
  return row;
}

function showFilters() {
  for (const filter of filters) {
    const status = /** @type {Case["status"] | ""} */ (filter.dataset.filter);
    slot("count", filter).textContent = String(count(status));
    // The one that is pressed is the way back from it.
    filter.hidden = !count(status) && status !== list.status;
    filter.setAttribute("aria-pressed", String(status === list.status));
  }
}

function showOrder() {
  order.value = list.order;
  for (const heading of headings) {
    if (heading.dataset.order !== list.order) heading.removeAttribute("aria-sort");
    else heading.setAttribute("aria-sort", list.isTurned ? "descending" : "ascending");
  }
}

/** Shows the list as it is asked for. */
export function showList() {
  const cases = wanted();
  const shown = cases.slice(0, most);
  const inFocus = caseOf(document.activeElement);
  body.replaceChildren(...shown.map(rowOf));
  if (inFocus) focusInPlace(buttonOf(inFocus) ?? slot("list"));
  showFilters();
  showOrder();
  slot("more").hidden = shown.length === cases.length;
  say(slot("shown"), message("cases_shown", { part: shown.length, whole: list.all.length }));
  slot("cases-on").textContent = list.on && inWords(list.on);
}

function showAnew() {
  most = AT_ONCE;
  showList();
}

/** Nothing is filtered or searched any more. */
export function showAll() {
  Object.assign(list, { status: "", words: "" });
  search.value = "";
  most = AT_ONCE;
}

onClick("filter", (button) => {
  list.status = /** @type {Case["status"] | ""} */ (button.dataset.filter);
  showAnew();
});
onClick("sort", (button) => {
  const chosen = /** @type {Order} */ (button.closest("th")?.dataset.order);
  list.isTurned = chosen === list.order && !list.isTurned;
  list.order = chosen;
  showAnew();
});
order.addEventListener("change", () => {
  Object.assign(list, { order: order.value, isTurned: false });
  showAnew();
});
onClick("more", () => {
  const before = most;
  most += AT_ONCE;
  showList();
  focusOn(find("button", body.children[before]));
});
page.addEventListener("input", ({ target }) => {
  if (target !== search) return;
  list.words = search.value;
  showAnew();
});

// On paper nothing can be unfolded.
addEventListener("beforeprint", () => {
  most = Number.POSITIVE_INFINITY;
  showList();
});
addEventListener("afterprint", showAnew);

/** The button of a case in the list, if it is shown.
 * @param {Case} one */
export function buttonOf(one) {
  const row = findAll("tr", body).find((each) => isSame(/** @type {Case} */ (caseOfRow.get(each)), one));
  return row && find("button", row);
}
