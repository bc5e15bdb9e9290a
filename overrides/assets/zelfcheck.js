/**
 * Fills the self-check. The page already holds every card and every sentence that does not depend on a case;
 * what the engine answers goes in as text. No date is counted here and no HTML is made from input.
 */
(() => {
  "use strict";

  const { base, embedded } = document.currentScript.dataset;
  const page = document.querySelector(".md-content");
  /** @param {string} name @param {ParentNode} [root] */
  const slot = (name, root = page) => root.querySelector(`[data-slot="${name}"]`);
  const form = slot("form");
  const originalTitle = document.title;

  // ---- The form -------------------------------------------------------------------------------

  /** A copy of a date's fields whose names start with `path`. */
  function dateFields(path, legend) {
    const fields = document.getElementById("datum-gedaan").content.firstElementChild.cloneNode(true);
    if (legend) fields.querySelector("legend").textContent = legend;
    nameFields(fields, path);
    return fields;
  }

  function nameFields(fields, path) {
    for (const input of fields.querySelectorAll("input")) {
      const label = fields.querySelector(`label[for="${input.id}"]`);
      input.id = input.name = `${path}.${input.name.split(".").pop()}`;
      label.htmlFor = input.id;
    }
  }

  function unknownDate(id, dates) {
    const row = document.getElementById("datum-onbekend").content.firstElementChild.cloneNode(true);
    const [box, label] = row.children;
    box.name = `done.${id}`;
    box.id = label.htmlFor = `onbekend-${id}`;
    box.addEventListener("change", () => {
      for (const fields of dates.querySelectorAll("fieldset")) fields.disabled = fields.hidden = box.checked;
      const again = dates.querySelector("button");
      if (again) again.hidden = box.checked;
    });
    return row;
  }

  function againButton(id, name, dates) {
    const row = document.getElementById("nog-een-keer").content.firstElementChild.cloneNode(true);
    row.firstElementChild.addEventListener("click", () => {
      const number = dates.querySelectorAll("fieldset").length;
      row.before(dateFields(`done.${id}[${number}]`, `${name} ${number + 1}, datum`));
      document.getElementById(`done.${id}[${number}].day`).focus();
    });
    return row;
  }

  for (const item of form.querySelectorAll("[data-done]")) {
    const { done: id, recurring } = item.dataset;
    const name = item.querySelector("label").textContent;
    const dates = slot("dates", item);
    item.querySelector("input").addEventListener("change", ({ target }) => {
      dates.replaceChildren();
      if (!target.checked) return;
      const many = recurring !== undefined;
      dates.append(dateFields(many ? `done.${id}[0]` : `done.${id}`, `${name}, datum`));
      if (many) dates.append(againButton(id, name, dates));
      dates.append(unknownDate(id, dates));
    });
  }

  const recoveries = slot("dates", form.querySelector("[data-recoveries]"));

  function numberRecoveries() {
    [...recoveries.children].forEach((recovery, number) => {
      for (const fields of recovery.querySelectorAll("[data-part]"))
        nameFields(fields, `recoveries[${number}].${fields.dataset.part}`);
    });
  }

  form.querySelector('[data-action="add-recovery"]').addEventListener("click", ({ target }) => {
    const recovery = document.getElementById("herstel").content.firstElementChild.cloneNode(true);
    recovery.querySelector('[data-action="remove"]').addEventListener("click", () => {
      recovery.remove();
      numberRecoveries();
      target.focus();
    });
    recoveries.append(recovery);
    numberRecoveries();
    recovery.querySelector("input").focus();
  });

  /** The form as nested data: `recoveries[0].first_day.day` becomes an object within a list. */
  function filledIn() {
    const data = {};
    for (const [name, value] of new FormData(form)) {
      const path = name.split(/[.[\]]+/);
      let place = data;
      path.slice(0, -1).forEach((step, i) => {
        place = place[step] ??= /^\d+$/.test(path[i + 1]) ? [] : {};
      });
      place[path.at(-1)] = value === "on" ? true : value;
    }
    return data;
  }

  function isFilledIn() {
    return Object.values(filledIn().first_sick_day).some((typed) => typed.trim());
  }

  /** Today where the visitor is. */
  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  // ---- Errors ---------------------------------------------------------------------------------

  function fieldOf({ field }) {
    return document.getElementById(field) ?? document.getElementById(`${field}.day`);
  }

  function clearErrors() {
    slot("errors").hidden = true;
    document.title = originalTitle;
    for (const message of form.querySelectorAll(".pw-error")) message.remove();
    for (const input of form.querySelectorAll("[aria-invalid]")) {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
  }

  function showErrors(errors) {
    const summary = slot("errors");
    slot("answer").firstElementChild.hidden = true;
    summary.querySelector("ul").replaceChildren(...errors.map(errorLink));
    for (const error of errors) showAtField(error);
    summary.hidden = false;
    document.title = `Fout: ${originalTitle}`;
    summary.focus();
  }

  function errorLink(error) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.textContent = error.message;
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
    const message = document.createElement("p");
    message.className = "pw-error";
    message.id = `fout-${field.id}`;
    message.textContent = error.message;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", message.id);
    field.closest(".pw-date").before(message);
  }

  // ---- The answer -----------------------------------------------------------------------------

  const cards = new Map(
    [...page.querySelectorAll("[data-obligation]")].map((card) => [card.dataset.obligation, card]),
  );

  /** The card of an obligation; of a recurring one a copy for each further time. */
  function cardFor({ id, n }) {
    const first = cards.get(id);
    if (!n || n === 1) return first;
    const card = first.cloneNode(true);
    card.removeAttribute("aria-labelledby");
    card.querySelector("h4").removeAttribute("id");
    card.setAttribute("aria-label", `${first.querySelector("h4").firstChild.data} ${n}`);
    card.dataset.copy = "";
    return card;
  }

  function fillCard(obligation, told) {
    const card = cardFor(obligation);
    card.dataset.status = obligation.status;
    if (obligation.n) card.dataset.n = obligation.n;
    slot("number", card).textContent = obligation.n ? ` ${obligation.n}` : "";
    show(slot("standing", card), told.standing);
    slot("general", card).hidden = Boolean(obligation.due);
    const due = slot("due", card);
    due.hidden = !obligation.due;
    fillTime(due.querySelector("time"), obligation.due, told.due);
    slot("last-working-day", card).textContent = told.last_working_day;
    fillTrace(slot("why", card), obligation.trace);
    slot("late", card).open = obligation.status === "overdue" && !card.dataset.n;
    return card;
  }

  function fillTime(time, iso, text) {
    if (iso) time.setAttribute("datetime", iso);
    else time.removeAttribute("datetime");
    time.textContent = text;
  }

  function fillTrace(details, trace) {
    slot("trace", details).replaceChildren(...trace.map(({ text }) => textItem(text)));
    slot("trace", details).hidden = !trace.length;
  }

  function textItem(text) {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }

  function show(element, text) {
    element.textContent = text;
    element.hidden = !text;
  }

  function fillMoment({ id, date, trace }, text) {
    const moment = page.querySelector(`[data-moment="${id}"]`);
    moment.hidden = false;
    const time = moment.querySelector("time");
    slot("general", moment).hidden = true;
    time.hidden = false;
    fillTime(time, date, text);
    fillTrace(slot("why", moment), trace);
  }

  /** Cards of one recurring obligation after the first of its group fold away together. */
  function folded(groupCards) {
    const seen = new Set();
    const rest = groupCards.filter(({ dataset }) => seen.size === seen.add(dataset.obligation).size);
    if (rest.length < 2) return groupCards;
    const details = document.createElement("details");
    details.className = "pw-series";
    const summary = document.createElement("summary");
    summary.textContent = `Nog ${rest.length} keer: ${rest[0].querySelector("h4").firstChild.data.toLowerCase()}`;
    details.append(summary, ...rest);
    const shown = groupCards.filter((card) => !rest.includes(card));
    shown.splice(shown.findLastIndex((card) => "n" in card.dataset) + 1, 0, details);
    return shown;
  }

  function fillGroups(filled) {
    for (const section of page.querySelectorAll("[data-group]")) {
      const found = filled.filter(({ group }) => group === section.dataset.group).map(({ card }) => card);
      slot("count", section).textContent = found.length;
      slot("cards", section).replaceChildren(...folded(found));
      section.hidden = !found.length;
    }
    for (const phase of page.querySelectorAll("[data-phase]")) phase.hidden = true;
  }

  function showAnswer({ answer, told }) {
    for (const copy of page.querySelectorAll("[data-copy]")) copy.remove();
    const filled = answer.obligations.map((obligation, i) => ({
      card: fillCard(obligation, told.obligations[i]),
      group: told.obligations[i].group,
    }));
    fillGroups(filled);
    answer.moments.forEach((moment, i) => fillMoment(moment, told.moments[i]));
    for (const name of ["given", "week", "totals", "on"]) slot(name).textContent = told[name];
    const part = Math.min(answer.clock.sick_days / told.days, 1);
    page.querySelector(".pw-bar i").style.inlineSize = `${100 * part}%`;
    slot("notices").replaceChildren(...answer.notices.map(({ text }) => textItem(text)));
    slot("notices").hidden = !answer.notices.length;
    slot("checklist-title").textContent = "Jouw checklist";
    slot("checklist-hint").hidden = true;
    const region = slot("answer");
    region.firstElementChild.hidden = false;
    region.scrollIntoView({ block: "start" });
  }

  // ---- The engine -----------------------------------------------------------------------------

  const FAILURES = {
    download: "Niet alles kon worden geladen. Kijk of je verbinding werkt.",
    integrity: "Een bestand kwam beschadigd aan. Laad de pagina opnieuw.",
    start: "Je browser kan deze zelfcheck niet starten. Probeer een nieuwere browser.",
    crashed: "De zelfcheck stopte onverwacht.",
  };

  let waiting = false;
  let searchRead;

  function setState(state) {
    document.documentElement.dataset.engine = state;
  }

  function showProgress({ stage, loaded, total }) {
    const region = slot("progress");
    const bar = region.querySelector("progress");
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1).replace(".", ",");
    if (stage === "download") {
      bar.max = total;
      bar.value = loaded;
      bar.title = `${megabytes(loaded)} van ${megabytes(total)} MB`;
    } else bar.removeAttribute("value");
    region.hidden = !waiting || stage === "ready";
  }

  /** From disk the theme reads its search index at the first search only: behind the lock, too late. */
  function searchIndex() {
    const toggle = document.getElementById("__search");
    toggle.click();
    toggle.click();
    const script = document.head.querySelector('script[src$="search_index.js"]');
    return script && new Promise((resolve) => (script.onload = script.onerror = resolve));
  }

  async function start() {
    setState("loading");
    slot("failure").hidden = true;
    try {
      if (embedded !== undefined) await (searchRead ??= searchIndex());
      await poortwachter.start({ base, embedded: embedded !== undefined, onProgress: showProgress });
      setState("ready");
      slot("lock").textContent = "Wat je invult, blijft op dit apparaat. Deze pagina kan nu niets meer versturen.";
    } catch (error) {
      fail(error);
    }
  }

  function fail(error) {
    console.warn(error);
    setState("failed");
    slot("progress").hidden = true;
    const why = FAILURES[error.code] ?? FAILURES.crashed;
    const failure = slot("failure");
    failure.firstElementChild.textContent = `${why} De algemene checklist hieronder kun je gewoon lezen. Wat je invulde, staat er nog.`;
    failure.hidden = false;
  }

  function showWaiting() {
    waiting = true;
    slot("progress").querySelector("p").textContent = "De zelfcheck wordt klaargezet…";
    slot("progress").hidden = document.documentElement.dataset.engine === "ready";
  }

  async function answerForm() {
    clearErrors();
    if (document.documentElement.dataset.engine === "failed") started = start();
    showWaiting();
    await started;
    if (document.documentElement.dataset.engine !== "ready") return;
    try {
      const reply = await poortwachter.ask({ on: today(), form: filledIn() });
      if (reply.errors) showErrors(reply.errors);
      else showAnswer(reply);
    } catch (error) {
      fail(error);
    } finally {
      waiting = false;
      slot("progress").hidden = true;
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void answerForm();
  });
  form.querySelector('[data-action="retry"]').addEventListener("click", () => {
    form.querySelector('[type="submit"]').focus();
    if (isFilledIn()) return void answerForm();
    started = start();
    showWaiting();
  });

  form.hidden = false;
  setState("idle");
  let started = start();
})();
