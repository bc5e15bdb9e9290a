/** The cards: each gets its date, status and proof, goes to its group, and may be filtered away. */
import { byId, element, find, findAll, goTo, say, slot } from "./dom.js";
import { message } from "./messages.js";

/** @typedef {import("./view").Card} Card */
/** @typedef {import("./view").ImportantDay} Moment */

/** @type {Map<string, HTMLElement>} */
const cards = new Map(findAll("[data-obligation]").map((card) => [card.dataset.obligation ?? "", card]));

/** @param {HTMLElement} card */
const headingOf = (card) => find("h4", card);

/** The name of a card, without the number of a copy.
 * @param {HTMLElement} card */
const nameOf = (card) => headingOf(card).firstChild?.textContent ?? "";

/** The card of an obligation; of a recurring one a copy for each further time.
 * @param {Card} obligation */
function cardFor({ id, n }) {
  const first = /** @type {HTMLElement} */ (cards.get(id));
  if (!n || n === 1) return first;
  const card = /** @type {HTMLElement} */ (first.cloneNode(true));
  card.removeAttribute("aria-labelledby");
  headingOf(card).removeAttribute("id");
  card.setAttribute("aria-label", `${nameOf(first)} ${n}`);
  card.dataset.copy = "";
  return card;
}

/** @param {Card} obligation */
function fillCard(obligation) {
  const card = cardFor(obligation);
  card.dataset.status = obligation.status;
  card.dataset.told = String(obligation.told);
  if (obligation.n) card.dataset.n = String(obligation.n);
  slot("number", card).textContent = obligation.n ? ` ${obligation.n}` : "";
  say(slot("standing", card), obligation.standing);
  slot("general", card).hidden = Boolean(obligation.due);
  const due = slot("due", card);
  due.hidden = !obligation.due;
  fillTime(find("time", due), obligation.due, obligation.when);
  slot("last-working-day", card).textContent = obligation.last_working_day;
  fillTrace(slot("why", card), obligation.trace);
  const late = slot("late", card);
  late.toggleAttribute("open", obligation.group === "late" && !card.dataset.n);
  late.hidden = obligation.group === "to_fill_in";
  find('[data-action="calendar-one"]', card).hidden = !obligation.to_come;
  return card;
}

/** @param {HTMLTimeElement} time @param {string | null} iso @param {string} text */
function fillTime(time, iso, text) {
  if (iso) time.setAttribute("datetime", iso);
  else time.removeAttribute("datetime");
  time.textContent = text;
}

/** @param {HTMLElement} details @param {string[]} trace */
function fillTrace(details, trace) {
  const list = slot("trace", details);
  list.replaceChildren(...trace.map((text) => element("li", text)));
  list.hidden = !trace.length;
}

/** @param {Moment[]} moments */
function fillMoments(moments) {
  for (const { id, date, when, trace } of moments) {
    const moment = find(`[data-moment="${id}"]`);
    const time = find("time", moment);
    moment.hidden = time.hidden = false;
    slot("general", moment).hidden = true;
    fillTime(time, date, when);
    fillTrace(slot("why", moment), trace);
  }
}

/** Cards of one recurring obligation after the first of its group fold away together.
 * @param {HTMLElement[]} groupCards */
function folded(groupCards) {
  const seen = new Set();
  const rest = groupCards.filter(({ dataset }) => seen.size === seen.add(dataset.obligation).size);
  if (rest.length < 2) return groupCards;
  const details = element("details");
  details.className = "pw-series";
  const told = message("more_times", { count: rest.length, name: nameOf(rest[0]).toLowerCase() });
  details.append(element("summary", told), ...rest);
  /** @type {HTMLElement[]} */
  const shown = groupCards.filter((card) => !rest.includes(card));
  shown.splice(shown.findLastIndex((card) => "n" in card.dataset) + 1, 0, details);
  return shown;
}

/** @param {(Card & {card: HTMLElement})[]} filled */
function fillGroups(filled) {
  // What the visitor must do stands before what others do.
  const ordered = [...filled.filter(({ mine }) => mine), ...filled.filter(({ mine }) => !mine)];
  for (const section of findAll("[data-group]")) {
    const found = ordered.filter(({ group }) => group === section.dataset.group).map(({ card }) => card);
    slot("cards", section).replaceChildren(...folded(found));
  }
  for (const phase of findAll("[data-phase]")) phase.hidden = true;
}

/** @param {{obligations: Card[], moments: Moment[]}} view */
export function fillCards({ obligations, moments }) {
  for (const copy of findAll("[data-copy]")) copy.remove();
  fillGroups(obligations.map((obligation) => ({ ...obligation, card: fillCard(obligation) })));
  fillMoments(moments);
  filters.hidden = false;
  filter();
}

// Filters.

/** @type {HTMLFormElement} */
const filters = slot("filters");

/** @param {string} name */
const chosen = (name) => /** @type {HTMLSelectElement} */ (filters.elements.namedItem(name)).value;

function filter() {
  const who = chosen("who");
  const states = chosen("state").split(" ").filter(Boolean);
  let seen = 0;
  let all = 0;
  for (const section of findAll("[data-group]")) {
    const found = findAll("[data-obligation]", section);
    const fits = found.filter((card) => {
      card.hidden = Boolean(who) && !card.dataset.who?.split(" ").includes(who);
      return !card.hidden;
    });
    const shown = !states.length || states.includes(section.dataset.group ?? "");
    for (const series of findAll(".pw-series", section))
      if (series.parentElement !== section) series.hidden = !find("[data-obligation]:not([hidden])", series);
    slot("count", section).textContent = String(fits.length);
    section.hidden = !shown || !fits.length;
    if (states.length) section.querySelector(":scope > .pw-series")?.toggleAttribute("open", true);
    seen += shown ? fits.length : 0;
    all += found.length;
  }
  say(slot("filtered"), who || states.length ? message("filtered", { count: seen, number: all }) : "");
}

filters.addEventListener("change", filter);
filters.addEventListener("submit", (event) => event.preventDefault());

/** Goes to a card or an important day, also when it was filtered away.
 * @param {{id: string, n: number | null}} entry */
export function goToCard({ id, n }) {
  const card = find(`[data-obligation="${id}"]${n && n > 1 ? `[data-n="${n}"]` : ""}`);
  const heading = card ? headingOf(card) : byId(`naam-${id}`);
  if (heading.closest("[hidden]")) {
    filters.reset();
    filter();
  }
  goTo(heading);
}
