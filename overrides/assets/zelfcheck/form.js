/** The form: what opens and closes in it, what it tells, and how it is filled in by somebody else than the visitor. */
(() => {
  "use strict";

  const { page, slot, copyOf, onClick } = zelfcheck;
  const form = slot("form");

  // Dates of what is done.

  /** A copy of a date's fields whose names start with `path`. */
  function dateFields(path, legend) {
    const fields = copyOf("datum-gedaan");
    fields.querySelector("legend").textContent = legend;
    nameFields(fields, path);
    return fields;
  }

  /** Names the fields in a copy: `.day` becomes `recoveries[0].first_day.day`. */
  function nameFields(fields, path) {
    for (const input of fields.querySelectorAll("input")) {
      const label = fields.querySelector(`label[for="${input.id}"]`);
      const part = input.type === "radio" ? "" : `.${input.name.split(".").pop()}`;
      input.name = path + part;
      input.id = input.type === "radio" ? `${path}.${input.value}` : input.name;
      label.htmlFor = input.id;
    }
  }

  function unknownDate(id, dates) {
    const row = copyOf("datum-onbekend");
    const [box, label] = row.children;
    box.name = `done.${id}`;
    box.id = label.htmlFor = `onbekend-${id}`;
    box.addEventListener("change", () => {
      for (const fields of dates.querySelectorAll("fieldset")) fields.hidden = box.checked;
      const again = dates.querySelector("button");
      if (again) again.hidden = box.checked;
    });
    return row;
  }

  const nameOf = (item) => item.querySelector("label").textContent;

  /** One more date of what recurs. @param {HTMLElement} item */
  function addDate(item) {
    const dates = slot("dates", item);
    const number = dates.querySelectorAll("fieldset").length;
    const fields = dateFields(`done.${item.dataset.done}[${number}]`, `${nameOf(item)} ${number + 1}, datum`);
    dates.querySelector("button").parentElement.before(fields);
    return fields;
  }

  /** @param {HTMLElement} item */
  function againButton(item) {
    const row = copyOf("nog-een-keer");
    row.firstElementChild.addEventListener("click", () => addDate(item).querySelector("input").focus());
    return row;
  }

  /** @param {HTMLElement} item */
  function showDates(item) {
    const { done: id, recurring } = item.dataset;
    const [done, maybe] = item.querySelectorAll('input[type="checkbox"]');
    const name = nameOf(item);
    const dates = slot("dates", item);
    dates.replaceChildren();
    maybe.closest("p").hidden = done.checked;
    if (!done.checked) return;
    const many = recurring !== undefined;
    dates.append(dateFields(many ? `done.${id}[0]` : `done.${id}`, `${name}, datum`));
    if (many) dates.append(againButton(item));
    dates.append(unknownDate(id, dates));
  }

  for (const item of form.querySelectorAll("[data-done]"))
    item.querySelector("input").addEventListener("change", () => showDates(item));

  // What happened in between.

  /** @param {HTMLElement} block */
  function showBlock(block) {
    const opened = block.querySelector("input").checked;
    const rows = block.querySelector("[data-rows]");
    slot("opened", block).hidden = !opened;
    if (opened && rows && !rows.children.length) addRows(rows, 1);
    const unknown = block.querySelector('[name="unknown"]');
    slot("known", block).hidden = unknown?.checked ?? false;
  }

  for (const block of form.querySelectorAll("[data-happened]")) {
    block.querySelector("input").addEventListener("change", () => showBlock(block));
    block.querySelector('[name="unknown"]')?.addEventListener("change", () => showBlock(block));
  }

  function addRows(rows, times) {
    for (let added = 0; added < times; added++) rows.append(copyOf(`rij-${rows.dataset.rows}`));
    numberRows(rows);
    return rows.lastElementChild;
  }

  function numberRows(rows) {
    [...rows.children].forEach((row, number) => {
      for (const fields of row.querySelectorAll("[data-part]"))
        nameFields(fields, `${rows.dataset.rows}[${number}].${fields.dataset.part}`);
    });
  }

  onClick("add", (button) => addRows(button.parentElement.querySelector("[data-rows]"), 1).querySelector("input").focus());

  onClick("remove", (button) => {
    const block = button.closest("[data-happened]");
    const row = button.closest(".pw-row");
    const rows = row.parentElement;
    row.remove();
    numberRows(rows);
    const box = block.querySelector("input");
    if (!rows.children.length) {
      box.checked = false;
      showBlock(block);
    }
    box.focus();
    form.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // The words of a role.

  function showRole() {
    const role = form.querySelector('[name="role"]:checked')?.value ?? "adviseur";
    for (const words of page.querySelectorAll("[data-for]"))
      words.hidden = !words.dataset.for.split(" ").includes(role);
  }

  for (const choice of form.querySelectorAll('[name="role"]')) choice.addEventListener("change", showRole);

  // What the form tells.

  /** Every field with its value; what is hidden was not asked, so it tells nothing. */
  function* told() {
    for (const field of form.elements) {
      const chosen = !["checkbox", "radio"].includes(field.type) || field.checked;
      if (field.name && chosen && !field.closest("[hidden]")) yield [field.name, field.value];
    }
  }

  /** The form as nested data: `recoveries[0].first_day.day` becomes an object within a list. */
  function filledIn() {
    const data = { unknown: [] };
    for (const [name, value] of told()) {
      if (name === "unknown") data.unknown.push(value);
      else put(data, name.split(/[.[\]]+/), value === "on" ? true : value);
    }
    return data;
  }

  function put(data, path, value) {
    let place = data;
    path.slice(0, -1).forEach((step, i) => {
      place = place[step] ??= /^\d+$/.test(path[i + 1]) ? [] : {};
    });
    place[path.at(-1)] = value;
  }

  function hasFirstDay() {
    return Object.values(filledIn().first_sick_day).some((typed) => typed.trim());
  }

  // Filling it in.

  /** Empties the form and fills it with data as `filledIn` gives it. */
  function fill(data) {
    clear();
    openDone(data);
    openBlocks(data);
    const named = fieldsByName();
    for (const [name, value] of leaves(data)) for (const field of named.get(name) ?? []) setField(field, value);
    for (const item of form.querySelectorAll("[data-done]")) fillUnknownDate(item, data);
    showRole();
  }

  function clear() {
    form.reset();
    for (const rows of form.querySelectorAll("[data-rows]")) rows.replaceChildren();
    for (const item of form.querySelectorAll("[data-done]")) showDates(item);
    for (const block of form.querySelectorAll("[data-happened]")) showBlock(block);
    showRole();
  }

  function openDone({ done = {}, unknown = [] }) {
    for (const item of form.querySelectorAll("[data-done]")) {
      const { done: id } = item.dataset;
      const [isDone, maybe] = item.querySelectorAll('input[type="checkbox"]');
      isDone.checked = Object.hasOwn(done, id);
      maybe.checked = unknown.includes(maybe.value);
      showDates(item);
      if (isDone.checked || maybe.checked) openAround(item);
      for (let times = 1; times < done[id]?.length; times++) addDate(item);
    }
  }

  function openAround(item) {
    const more = item.closest("details");
    if (more) more.open = true;
  }

  function openBlocks(data) {
    const { unknown = [] } = data;
    for (const block of form.querySelectorAll("[data-happened]")) {
      const { happened: id } = block.dataset;
      const given = id.split(".").reduce((part, name) => part?.[name], data);
      const box = block.querySelector('[name="unknown"]');
      if (box) box.checked = unknown.includes(id);
      block.querySelector("input").checked = given !== undefined || Boolean(box?.checked);
      const rows = block.querySelector("[data-rows]");
      if (rows && given) addRows(rows, given.length);
      showBlock(block);
    }
  }

  function fillUnknownDate(item, { done = {} }) {
    if (done[item.dataset.done] !== true) return;
    const box = document.getElementById(`onbekend-${item.dataset.done}`);
    box.checked = true;
    box.dispatchEvent(new Event("change"));
  }

  /** The texts in nested data with their names: what `filledIn` puts together, taken apart. */
  function* leaves(data, path = "") {
    for (const [key, value] of Object.entries(data)) {
      const name = Array.isArray(data) ? `${path}[${key}]` : path && `${path}.${key}`;
      if (typeof value === "string") yield [name || key, value];
      else if (value && typeof value === "object") yield* leaves(value, name || key);
    }
  }

  function fieldsByName() {
    const named = new Map();
    for (const field of form.elements) named.set(field.name, [...(named.get(field.name) ?? []), field]);
    return named;
  }

  function setField(field, value) {
    if (field.type === "radio") field.checked = field.value === value;
    else if (field.type === "text") field.value = value;
  }

  showRole();
  Object.assign(zelfcheck, { form, filledIn, hasFirstDay, fill });
})();
