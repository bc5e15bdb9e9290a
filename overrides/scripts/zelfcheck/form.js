/** The form: what opens and closes in it, what it tells, and how it is filled in by somebody else than the visitor. */
import { byId, closest, copyOf, find, findAll, onClick, slot } from "./dom.js";
import { message } from "./messages.js";

/** @typedef {import("./requests").FormData} FormData */

/** @type {HTMLFormElement} */
export const form = slot("form");

/** @returns {HTMLInputElement[]} */
export const fields = () => /** @type {any} */ ([...form.elements]);

/** @param {string} selector @param {ParentNode} root @returns {HTMLInputElement[]} */
const inputs = (selector, root) => /** @type {any} */ (findAll(selector, root));

const choices = inputs('[name="role"]', form);
const items = findAll("[data-done]", form);
const blocks = findAll("[data-happened]", form);

// Dates of what is done.

/** A copy of a date's fields whose names start with `path`.
 * @param {string} path @param {string} legend */
function dateFields(path, legend) {
  const copy = copyOf("datum-gedaan");
  find("legend", copy).textContent = legend;
  nameFields(copy, path);
  return copy;
}

/** Names the fields in a copy: `.day` becomes `recoveries[0].first_day.day`.
 * @param {HTMLElement} copy @param {string} path */
function nameFields(copy, path) {
  for (const input of inputs("input", copy)) {
    /** @type {HTMLLabelElement} */
    const label = find(`label[for="${input.id}"]`, copy);
    const isWhole = input.type === "radio" || "whole" in input.dataset;
    const part = isWhole ? "" : `.${input.name.split(".").pop()}`;
    input.name = path + part;
    input.id = input.type === "radio" ? `${path}.${input.value}` : input.name;
    label.htmlFor = input.id;
  }
}

/** @param {string} id @param {HTMLElement} dates */
function unknownDate(id, dates) {
  const row = copyOf("datum-onbekend");
  const box = find("input", row);
  box.name = `done.${id}`;
  box.id = find("label", row).htmlFor = `onbekend-${id}`;
  box.addEventListener("change", () => {
    for (const each of findAll("fieldset,button", dates)) each.hidden = box.checked;
  });
  return row;
}

/** @param {HTMLElement} item */
const nameOf = (item) => find("legend", item).textContent ?? "";

/** @param {HTMLElement} item */
const idOf = (item) => item.dataset.done ?? "";

/** Yes, no and not known, in this order.
 * @param {HTMLElement} item */
const choicesOf = (item) => inputs(".pw-done__row input", item);

/** One more date of what recurs.
 * @param {HTMLElement} item */
function addDate(item) {
  const dates = slot("dates", item);
  const index = findAll("fieldset", dates).length;
  const legend = message("date_of_time", { name: nameOf(item), number: index + 1 });
  const added = dateFields(`done.${idOf(item)}[${index}]`, legend);
  closest(find("button", dates), "p").before(added);
  return added;
}

/** @param {HTMLElement} item */
function againButton(item) {
  const row = copyOf("nog-een-keer");
  find("button", row).addEventListener("click", () => find("input", addDate(item)).focus());
  return row;
}

/** @param {HTMLElement} item */
function showDates(item) {
  const id = idOf(item);
  const dates = slot("dates", item);
  dates.replaceChildren();
  if (!choicesOf(item)[0].checked) return;
  const many = item.dataset.recurring !== undefined;
  dates.append(dateFields(many ? `done.${id}[0]` : `done.${id}`, message("date_of", { name: nameOf(item) })));
  if (many) dates.append(againButton(item));
  dates.append(unknownDate(id, dates));
}

for (const item of items)
  for (const choice of choicesOf(item)) choice.addEventListener("change", () => showDates(item));

// What happened in between.

/** @param {HTMLElement} block @returns {HTMLElement | null} */
const rowsOf = (block) => block.querySelector("[data-rows]");

/** What may be said instead of a day: that it is not known, or that it did not come.
 * @param {HTMLElement} block */
const insteadOf = (block) => inputs("[data-instead]", block);

/** @param {HTMLElement} block */
function showBlock(block) {
  const opened = find("input", block).checked;
  const rows = rowsOf(block);
  slot("opened", block).hidden = !opened;
  if (opened && rows && !rows.children.length) addRows(rows, 1);
  slot("known", block).hidden = insteadOf(block).some(({ checked }) => checked);
}

for (const block of blocks)
  for (const box of [find("input", block), ...insteadOf(block)]) box.addEventListener("change", () => showBlock(block));

/** @param {HTMLElement} rows @param {number} times */
function addRows(rows, times) {
  for (let added = 0; added < times; added++) rows.append(copyOf(`rij-${rows.dataset.rows}`));
  numberRows(rows);
}

/** @param {HTMLElement} rows */
function numberRows(rows) {
  [...rows.children].forEach((row, index) => {
    for (const part of findAll("[data-part]", row))
      nameFields(part, `${rows.dataset.rows}[${index}].${part.dataset.part}`);
  });
}

onClick("add", (button) => {
  /** @type {HTMLElement} */
  const rows = find("[data-rows]", closest(button, "[data-happened]"));
  addRows(rows, 1);
  find("input", /** @type {Element} */ (rows.lastElementChild)).focus();
});

onClick("remove", (button) => {
  const block = closest(button, "[data-happened]");
  const rows = closest(button, "[data-rows]");
  const box = find("input", block);
  closest(button, ".pw-row").remove();
  numberRows(rows);
  if (!rows.children.length) {
    box.checked = false;
    showBlock(block);
  }
  box.focus();
  form.dispatchEvent(new Event("change", { bubbles: true }));
});

// The words of a role.

function showRole() {
  const role = choices.find(({ checked }) => checked)?.value ?? "adviseur";
  for (const words of findAll("[data-for]")) words.hidden = !words.dataset.for?.split(" ").includes(role);
}

for (const choice of choices) choice.addEventListener("change", showRole);

/** Chooses a role for the visitor.
 * @param {string} role */
export const chooseRole = (role) => choices.find(({ value }) => value === role)?.click();

// The label of the case.

// Without what looks alike: somebody may copy it by hand.
const SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ";
const LENGTH = 6;

/** Gives a case without a label a code of its own: in a calendar no two cases may share an identity. */
export function nameCase() {
  /** @type {HTMLInputElement} */
  const label = byId("label");
  if (label.value.trim()) return;
  const drawn = crypto.getRandomValues(new Uint32Array(LENGTH));
  label.value = [...drawn].map((number) => SIGNS[number % SIGNS.length]).join("");
  label.dispatchEvent(new Event("input", { bubbles: true }));
}

// What the form tells.

/** Every field with its value; what is hidden was not asked, so it tells nothing.
 * @returns {Generator<[string, string]>} */
function* told() {
  for (const field of fields()) {
    const chosen = !["checkbox", "radio"].includes(field.type) || field.checked;
    if (field.name && chosen && !opensDates(field) && !field.closest("[hidden]")) yield [field.name, field.value];
  }
}

/** Whether the dates below this choice tell what it means: the yes of a step.
 * @param {HTMLInputElement} field */
const opensDates = (field) => field.id.startsWith("klaar-");

/** The form as nested data: `recoveries[0].first_day.day` becomes an object within a list. */
export function filledIn() {
  /** @type {FormData} */
  const data = { unknown: [] };
  for (const [name, value] of told()) {
    if (name === "unknown") data.unknown.push(value);
    else put(data, name.split(/[.[\]]+/), value === "on" ? true : value);
  }
  return data;
}

/** @param {any} data @param {string[]} path @param {string | true} value */
function put(data, path, value) {
  const last = /** @type {string} */ (path.pop());
  let place = data;
  path.forEach((step, i) => {
    place = place[step] ??= /^\d+$/.test(path[i + 1] ?? last) ? [] : {};
  });
  place[last] = value;
}

export const hasFirstDay = () => Object.values(filledIn().first_sick_day ?? {}).some((typed) => typed.trim());

// Filling it in.

/** Empties the form and fills it with data as `filledIn` gives it.
 * @param {FormData} data */
export function fill(data) {
  clear();
  for (const item of items) openDone(item, data);
  for (const block of blocks) openBlock(block, data);
  const named = fieldsByName();
  for (const [name, value] of leaves(data)) for (const field of named.get(name) ?? []) setField(field, value);
  for (const item of items) fillUnknownDate(item, data);
  showRole();
}

function clear() {
  form.reset();
  for (const rows of findAll("[data-rows]", form)) rows.replaceChildren();
  items.forEach(showDates);
  blocks.forEach(showBlock);
}

/** @param {HTMLElement} item @param {FormData} data */
function openDone(item, { done = {} }) {
  const said = Object.hasOwn(done, idOf(item)) ? done[idOf(item)] : undefined;
  choicesOf(item)[0].checked = said !== undefined && typeof said !== "string";
  showDates(item);
  if (said !== undefined) item.closest("details")?.toggleAttribute("open", true);
  if (Array.isArray(said)) for (const _ of said.slice(1)) addDate(item);
}

/** @param {HTMLElement} block @param {FormData} data */
function openBlock(block, data) {
  const id = block.dataset.happened ?? "";
  /** @type {any} */
  const given = id.split(".").reduce((/** @type {any} */ part, name) => part?.[name], data);
  let opened = given !== undefined;
  for (const box of insteadOf(block)) {
    box.checked = box.name === "unknown" ? data.unknown?.includes(id) : box.value === given;
    opened ||= box.checked;
  }
  find("input", block).checked = opened;
  const rows = rowsOf(block);
  if (rows && given) addRows(rows, given.length);
  showBlock(block);
}

/** @param {HTMLElement} item @param {FormData} data */
function fillUnknownDate(item, { done = {} }) {
  if (done[idOf(item)] !== true) return;
  /** @type {HTMLInputElement} */
  const box = byId(`onbekend-${idOf(item)}`);
  box.checked = true;
  box.dispatchEvent(new Event("change"));
}

/** The texts in nested data with their names: what `filledIn` puts together, taken apart.
 * @param {object} data @param {string} [path] @returns {Generator<[string, string]>} */
function* leaves(data, path = "") {
  for (const [key, value] of Object.entries(data)) {
    const name = Array.isArray(data) ? `${path}[${key}]` : path && `${path}.${key}`;
    if (typeof value === "string") yield [name || key, value];
    else if (value && typeof value === "object") yield* leaves(value, name || key);
  }
}

/** Looked up once: a link may fill in hundreds of dates. */
function fieldsByName() {
  /** @type {Map<string, HTMLInputElement[]>} */
  const named = new Map();
  for (const field of fields()) {
    const same = named.get(field.name);
    if (same) same.push(field);
    else named.set(field.name, [field]);
  }
  return named;
}

/** @param {HTMLInputElement} field @param {string} value */
function setField(field, value) {
  if (field.type === "radio") field.checked = field.value === value;
  else if (field.type === "text") field.value = value;
}

showRole();
