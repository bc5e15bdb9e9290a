/** The answer: the week, what is late and what comes, the report, and what was filled in. */
import { fillCards, goToCard } from "./cards.js";
import { copyOf, element, fillAnswers, find, onFollow, say, slot } from "./dom.js";
import { message } from "./messages.js";
import { draw } from "./picture.js";

/** @typedef {import("./view").PageView} View */
/** @typedef {import("./view").SummaryLine} First */

/** @param {View} view */
export function showResult(view) {
  say(slot("given"), view.given);
  say(slot("week"), view.week);
  say(slot("totals"), view.totals);
  say(slot("on"), view.on);
  const part = Math.min(view.sick_days / view.days, 1);
  find(".pw-bar i").style.inlineSize = `${100 * part}%`;
  fillNotices(view.notices);
  setHead(true);

  for (const [name, entries] of Object.entries(view.first)) fillFirst(name, entries);
  draw(view.picture);
  fillReport(view.report);
  fillAnswers(slot("answers"), view.answers);
  fillAnswers(slot("appointments"), view.appointments);
  fillCards(view);
  slot("checklist-title").textContent = message("own_checklist");
  slot("checklist-hint").hidden = true;
  setResult(true);
}

let answered = false;

/** @param {boolean} there */
function setResult(there) {
  answered ||= there;
  for (const name of ["result", "report", "keep"]) slot(name).hidden = !there;
  // Dates of an earlier answer are not those of the form as it is now.
  for (const name of ["checklist", "moments"]) slot(name).hidden = answered && !there;
}

/** @param {boolean} there */
const setHead = (there) => slot("answer").firstElementChild?.toggleAttribute("hidden", !there);

export function hideResult() {
  setHead(false);
  setResult(false);
}

/** @param {string[]} texts */
function fillNotices(texts) {
  const list = slot("notices");
  // As they are already: touched again, a live region might speak again.
  if (texts.join() === [...list.children].map(({ textContent }) => textContent).join()) return;
  list.replaceChildren(...texts.map((text) => element("li", text)));
  list.hidden = !texts.length;
}

/** @param {string} name @param {First[]} entries */
function fillFirst(name, entries) {
  const list = slot(`first-${name}`);
  list.replaceChildren(...entries.map(line));
  list.closest("section")?.toggleAttribute("hidden", !entries.length);
}

/** @param {First} entry */
function line(entry) {
  const item = copyOf("regel");
  slot("name", item).textContent = entry.name;
  slot("standing", item).textContent = entry.standing;
  slot("when", item).textContent = entry.when;
  slot("who", item).textContent = entry.who;
  item.dataset.mine = String(entry.mine);
  onFollow(slot("name", item), () => goToCard(entry));
  return item;
}

/** @param {View["report"]} report */
function fillReport({ ready, counted, parts, medical }) {
  slot("report-ready").textContent = ready;
  slot("report-counted").textContent = counted;
  for (const part of [...parts, { letter: "medical", ...medical }]) {
    const item = find(`[data-part="${part.letter}"]`, slot("report"));
    item.dataset.state = part.state;
    slot("state", item).textContent = part.text;
  }
}
