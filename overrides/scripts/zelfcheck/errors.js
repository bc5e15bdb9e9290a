/** What is wrong: a summary or a note that leads to the fields, and the words at each field. */
import { byId, closest, element, fillList, find, findAll, focusOn, goTo, linkTo, say, slot } from "./dom.js";
import { fields } from "./form.js";
import { message } from "./messages.js";

/** @typedef {import("./requests").Fault} Fault */

const originalTitle = document.title;

/** @param {Fault} fault */
function fieldOf({ field }) {
  /** @type {HTMLInputElement} */
  const found = byId(field) ?? byId(`${field}.day`);
  return fields().includes(found) ? found : null;
}

/** The date that a field is a part of, or its line.
 * @param {HTMLElement} field @returns {HTMLElement} */
const wholeOf = (field) => /** @type {HTMLElement | null} */ (field.closest(".pw-date")) ?? closest(field, "p");

export function clearErrors() {
  slot("errors").hidden = slot("refused").hidden = true;
  document.title = originalTitle;
  say(slot("stale"), "");
  clearFields();
}

function clearFields() {
  for (const each of findAll(".pw-error")) each.remove();
  for (const input of findAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/** @param {Fault[]} errors */
export function showErrors(errors) {
  for (const error of errors) showAtField(error);
  // The list stays: fields stand in it.
  if (!slot("result").hidden) say(slot("stale"), message("stale"));
  showSummary(slot("errors"), errors.map(linkToField));
}

/** What is wrong while the list stands: in a note that leads there, and at the fields but where somebody types or has
 * not begun.
 * @param {Fault[]} errors */
export function showErrorsInPlace(errors) {
  // Who was just taken to the summary is reading it.
  if (slot("errors") === document.activeElement) return;
  slot("errors").hidden = true;
  document.title = originalTitle;
  clearFields();
  for (const error of errors) if (!isHere(error) && around(error).some(isFilled)) showAtField(error);
  // The next part of a date is no mistake yet.
  showNote(errors.find((error) => (isHere(error) ? isFilled(fieldOf(error)) : isBegun(error))));
}

/** All fields of the date that is wrong.
 * @param {Fault} error @returns {HTMLElement[]} */
function around(error) {
  const field = fieldOf(error);
  return field ? findAll("input", wholeOf(field)) : [];
}

/** @param {Fault} error */
const isHere = (error) => around(error).some((field) => field === document.activeElement);

/** Whether anything was filled in of the question: one that was only opened is no mistake yet.
 * @param {Fault} error */
function isBegun(error) {
  const field = fieldOf(error);
  return !field || findAll("input", field.closest(".pw-opened") ?? wholeOf(field)).some(isFilled);
}

/** @param {HTMLElement | null} field */
function isFilled(field) {
  const { type = "", checked = false, value = "" } = /** @type {HTMLInputElement} */ (field ?? {});
  return ["radio", "checkbox"].includes(type) ? checked : Boolean(value);
}

/** @param {Fault} [error] */
function showNote(error) {
  const note = slot("stale");
  if (!error) return say(note, "");
  // Only where it differs, so that it does not speak twice.
  if (note.textContent === `${message("stale")} ${error.message}`) return;
  note.replaceChildren(`${message("stale")} `, linkToField(error));
  note.hidden = false;
}

/** A link or a file that could not be opened: nothing was filled in.
 * @param {Fault[]} errors */
export function showRefusal(errors) {
  const told = errors.map((each) => (each.field ? `${each.field}: ${each.message}` : each.message));
  showSummary(slot("refused"), told);
}

/** @param {HTMLElement} summary @param {(string | Node)[]} items */
function showSummary(summary, items) {
  fillList(find("ul", summary), items);
  summary.hidden = false;
  document.title = message("error_title", { name: originalTitle });
  focusOn(summary);
}

/** @param {Fault} error */
function linkToField(error) {
  const field = fieldOf(error);
  return linkTo(error.message, `#${field?.id ?? ""}`, () => field && goTo(field));
}

/** @param {Fault} error */
function showAtField(error) {
  const field = fieldOf(error);
  if (!field) return;
  const told = element("p", error.message);
  told.className = "pw-error";
  told.id = `fout-${field.id}`;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", told.id);
  wholeOf(field).before(told);
}
