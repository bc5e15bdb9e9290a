/** What is wrong: a summary that takes the focus and leads to the fields, and the words at each field. */
import { byId, closest, element, find, findAll, onFollow, slot } from "./dom.js";
import { form } from "./form.js";
import { message } from "./messages.js";

/** @typedef {import("./requests").Fault} Fault */

const originalTitle = document.title;

/** @param {Fault} fault */
function fieldOf({ field }) {
  const found = byId(field) ?? byId(`${field}.day`);
  return found && form.contains(found) ? found : null;
}

export function clearErrors() {
  slot("errors").hidden = slot("refused").hidden = true;
  document.title = originalTitle;
  for (const each of findAll(".pw-error", form)) each.remove();
  for (const input of findAll("[aria-invalid]", form)) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/** @param {Fault[]} errors */
export function showErrors(errors) {
  for (const error of errors) showAtField(error);
  showSummary(slot("errors"), errors.map(errorLink));
}

/** A link or a file that could not be opened: nothing was filled in.
 * @param {Fault[]} errors */
export function showRefusal(errors) {
  const told = errors.map((each) => element("li", each.field ? `${each.field}: ${each.message}` : each.message));
  showSummary(slot("refused"), told);
}

/** @param {HTMLElement} summary @param {HTMLElement[]} items */
function showSummary(summary, items) {
  find("ul", summary).replaceChildren(...items);
  summary.hidden = false;
  document.title = message("error_title", { name: originalTitle });
  summary.focus();
}

/** @param {Fault} error */
function errorLink(error) {
  const link = element("a", error.message);
  link.href = `#${fieldOf(error)?.id ?? ""}`;
  onFollow(link, () => fieldOf(error)?.focus());
  return element("li", link);
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
  (field.closest(".pw-date") ?? closest(field, "p")).before(told);
}
