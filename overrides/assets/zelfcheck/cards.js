/** The cards: each gets its date, status and proof, goes to its group, and may be filtered away. */
(() => {
  "use strict";

  const { page, slot, element } = zelfcheck;

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

  function fillCard(obligation) {
    const card = cardFor(obligation);
    card.dataset.status = obligation.status;
    if (obligation.n) card.dataset.n = obligation.n;
    slot("number", card).textContent = obligation.n ? ` ${obligation.n}` : "";
    zelfcheck.say(slot("standing", card), obligation.standing);
    slot("general", card).hidden = Boolean(obligation.due);
    const due = slot("due", card);
    due.hidden = !obligation.due;
    fillTime(due.querySelector("time"), obligation.due, obligation.when);
    slot("last-working-day", card).textContent = obligation.last_working_day;
    fillTrace(slot("why", card), obligation.trace);
    slot("late", card).open = obligation.status === "overdue" && !card.dataset.n;
    card.querySelector('[data-action="calendar-one"]').hidden = !obligation.to_come;
    return card;
  }

  function fillTime(time, iso, text) {
    if (iso) time.setAttribute("datetime", iso);
    else time.removeAttribute("datetime");
    time.textContent = text;
  }

  function fillTrace(details, trace) {
    slot("trace", details).replaceChildren(...trace.map((text) => element("li", text)));
    slot("trace", details).hidden = !trace.length;
  }

  function fillMoments(moments) {
    for (const { id, date, when, trace } of moments) {
      const moment = page.querySelector(`[data-moment="${id}"]`);
      moment.hidden = false;
      const time = moment.querySelector("time");
      slot("general", moment).hidden = true;
      time.hidden = false;
      fillTime(time, date, when);
      fillTrace(slot("why", moment), trace);
    }
  }

  /** Cards of one recurring obligation after the first of its group fold away together. */
  function folded(groupCards) {
    const seen = new Set();
    const rest = groupCards.filter(({ dataset }) => seen.size === seen.add(dataset.obligation).size);
    if (rest.length < 2) return groupCards;
    const details = document.createElement("details");
    details.className = "pw-series";
    const name = rest[0].querySelector("h4").firstChild.data.toLowerCase();
    details.append(element("summary", `Nog ${rest.length} keer: ${name}`), ...rest);
    const shown = groupCards.filter((card) => !rest.includes(card));
    shown.splice(shown.findLastIndex((card) => "n" in card.dataset) + 1, 0, details);
    return shown;
  }

  function fillGroups(filled) {
    // What the visitor must do stands before what others do.
    const ordered = [...filled.filter(({ mine }) => mine), ...filled.filter(({ mine }) => !mine)];
    for (const section of page.querySelectorAll("[data-group]")) {
      const found = ordered.filter(({ group }) => group === section.dataset.group).map(({ card }) => card);
      slot("cards", section).replaceChildren(...folded(found));
    }
    for (const phase of page.querySelectorAll("[data-phase]")) phase.hidden = true;
  }

  function fillCards({ obligations, moments }) {
    for (const copy of page.querySelectorAll("[data-copy]")) copy.remove();
    fillGroups(obligations.map((obligation) => ({ ...obligation, card: fillCard(obligation) })));
    fillMoments(moments);
    filters.hidden = false;
    filter();
  }

  // Filters.

  const filters = slot("filters");

  function filter() {
    const who = filters.elements.who.value;
    const states = filters.elements.state.value.split(" ").filter(Boolean);
    let seen = 0;
    let all = 0;
    for (const section of page.querySelectorAll("[data-group]")) {
      const found = [...section.querySelectorAll("[data-obligation]")];
      const fits = found.filter((card) => {
        card.hidden = Boolean(who) && !card.dataset.who.split(" ").includes(who);
        return !card.hidden;
      });
      const chosen = !states.length || states.includes(section.dataset.group);
      for (const series of section.querySelectorAll(".pw-series"))
        if (series.parentElement !== section) series.hidden = !series.querySelector("[data-obligation]:not([hidden])");
      slot("count", section).textContent = fits.length;
      section.hidden = !chosen || !fits.length;
      if (states.length && section.querySelector(":scope > .pw-series"))
        section.querySelector(":scope > .pw-series").open = true;
      seen += chosen ? fits.length : 0;
      all += found.length;
    }
    zelfcheck.say(slot("filtered"), who || states.length ? `Je ziet ${seen} van de ${all} stappen.` : "");
  }

  filters.addEventListener("change", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());

  /** The heading of a card or of an important day. */
  function headingOf({ id, n }) {
    const card = page.querySelector(`[data-obligation="${id}"]${n > 1 ? `[data-n="${n}"]` : ""}`);
    return card ? card.querySelector("h4") : document.getElementById(`naam-${id}`);
  }

  /** Goes to a card, also when it was filtered away. */
  function goToCard(entry) {
    const heading = headingOf(entry);
    if (heading.closest("[hidden]")) {
      filters.reset();
      filter();
    }
    zelfcheck.goTo(heading);
  }

  Object.assign(zelfcheck, { fillCards, goToCard });
})();
