/** What is wrong: a summary that takes the focus and leads to the fields, and the words at each field. */
(() => {
  "use strict";

  const { form, slot, element } = zelfcheck;
  const originalTitle = document.title;

  function fieldOf({ field }) {
    const found = document.getElementById(field) ?? document.getElementById(`${field}.day`);
    return found && form.contains(found) ? found : null;
  }

  function clearErrors() {
    slot("errors").hidden = slot("refused").hidden = true;
    document.title = originalTitle;
    for (const message of form.querySelectorAll(".pw-error")) message.remove();
    for (const input of form.querySelectorAll("[aria-invalid]")) {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
  }

  function showErrors(errors) {
    for (const error of errors) showAtField(error);
    showSummary(slot("errors"), errors.map(errorLink));
  }

  /** A link or a file that could not be opened: nothing was filled in. */
  function showRefusal(errors) {
    const told = errors.map(({ field, message }) => element("li", field ? `${field}: ${message}` : message));
    showSummary(slot("refused"), told);
  }

  function showSummary(summary, items) {
    summary.querySelector("ul").replaceChildren(...items);
    summary.hidden = false;
    document.title = `Fout: ${originalTitle}`;
    summary.focus();
  }

  function errorLink(error) {
    const item = document.createElement("li");
    const link = element("a", error.message);
    link.href = `#${fieldOf(error)?.id ?? ""}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      fieldOf(error)?.focus();
    });
    item.append(link);
    return item;
  }

  function showAtField(error) {
    const field = fieldOf(error);
    if (!field) return;
    const message = element("p", error.message);
    message.className = "pw-error";
    message.id = `fout-${field.id}`;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", message.id);
    (field.closest(".pw-date") ?? field.closest("p")).before(message);
  }

  Object.assign(zelfcheck, { clearErrors, showErrors, showRefusal });
})();
