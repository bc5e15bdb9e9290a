/** The form: what opens and closes in it, what it tells, and how it is filled in by somebody else than the visitor. */
import { closest, copyOf, fieldById, find, findAll, focusOn, onClick, slot } from "./dom.js";

/** @typedef {import("./requests").FormData} FormData */

/** @type {HTMLFormElement} */
export const form = slot("form");

/** What is filled in; a file that is chosen is not. */
export const fields = () => {
  const all = /** @type {HTMLInputElement[]} */ (/** @type {unknown} */ ([...form.elements]));
  return all.filter(({ type }) => type !== "file");
};

/** @param {string} selector @param {ParentNode} root @returns {HTMLInputElement[]} */
const inputs = (selector, root) => /** @type {any} */ (findAll(selector, root));

/** What somebody filled in or chose. */
export const filled = () => fields().filter(({ type, value, checked }) => (type === "text" ? value.trim() : checked));

const choices = inputs('[name="role"]', form);
const blocks = findAll("[data-happened]");
const rowLists = findAll("[data-rows]");

// Rows that can be added.

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

// What happened in between.

/** What may be said instead of a day: that it is not known, or that it did not come.
 * @param {HTMLElement} block */
const insteadOf = (block) => inputs("[data-instead]", block);

/** @param {HTMLElement} block */
function showBlock(block) {
  const opened = find("input", block).checked;
  slot("opened", block).hidden = !opened;
  if (opened) for (const rows of findAll("[data-rows]:empty", block)) addRows(rows, 1);
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
    const path = `${rows.dataset.rows}[${index}]`;
    for (const part of findAll("[data-part]", row)) nameFields(part, `${path}.${part.dataset.part}`);
    if (row.matches("[data-whole]")) nameFields(/** @type {HTMLElement} */ (row), path);
  });
}

onClick("add", (button) => {
  /** @type {HTMLElement} */
  const rows = find("[data-rows]", button.parentElement ?? undefined);
  addRows(rows, 1);
  focusOn(find("input", /** @type {Element} */ (rows.lastElementChild)));
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
  focusOn(box);
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
  const label = fieldById("label");
  if (label.value.trim()) return;
  const drawn = crypto.getRandomValues(new Uint32Array(LENGTH));
  label.value = [...drawn].map((number) => SIGNS[number % SIGNS.length]).join("");
  label.dispatchEvent(new Event("input", { bubbles: true }));
}

// What the form tells.

// What was not opened was not asked, so it tells nothing.
const UNOPENED = ':is([data-slot="opened"], [data-slot="known"])[hidden]';

/** Every field with its value.
 * @returns {Generator<[string, string]>} */
function* told() {
  for (const field of fields()) {
    const chosen = !["checkbox", "radio"].includes(field.type) || field.checked;
    if (field.name && chosen && !field.closest(UNOPENED)) yield [field.name, field.value];
  }
}

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
  for (const rows of rowLists) addRows(rows, at(rows.dataset.rows, data)?.length ?? 0);
  for (const block of blocks) openBlock(block, data);
  const values = new Map(leaves(data));
  for (const field of fields()) setField(field, values.get(field.name));
  showRole();
}

function clear() {
  form.reset();
  for (const rows of rowLists) rows.replaceChildren();
  blocks.forEach(showBlock);
}

/** What nested data holds at a path such as `wage_extension.sanction_weeks`.
 * @param {string | undefined} path @param {any} data */
const at = (path = "", data) => path.split(".").reduce((part, name) => part?.[name], data);

/** @param {HTMLElement} block @param {FormData} data */
function openBlock(block, data) {
  const id = block.dataset.happened ?? "";
  const given = at(id, data);
  let opened = given !== undefined;
  for (const box of insteadOf(block)) {
    box.checked = box.name === "unknown" ? data.unknown?.includes(id) : box.value === given;
    opened ||= box.checked;
  }
  find("input", block).checked = opened;
  showBlock(block);
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

/** @param {HTMLInputElement} field @param {string} [value] */
function setField(field, value) {
  if (value === undefined) return;
  if (field.type === "radio") field.checked = field.value === value;
  else if (field.type === "text") field.value = value;
}

showRole();
