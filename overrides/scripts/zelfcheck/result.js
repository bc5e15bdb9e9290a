/** The answer: where we are, the list, the picture, the report, and what was filled in. */
import { fillAnswers, fillList, find, say, slot } from "./dom.js";
import { fillPapers } from "./papers.js";
import { draw } from "./picture.js";
import { fillRows } from "./rows.js";
import { inHand } from "./state.js";

/** @typedef {import("./view").PageView} View */

const TOLD = /** @type {const} */ (["given", "week", "totals", "on", "paused"]);

/** @param {View} view @param {boolean} anew  whether the list is put in order, or only follows an answer in place */
export function showResult(view, anew) {
  for (const name of TOLD) say(slot(name), view[name]);
  const part = Math.min(view.sick_days / view.days, 1);
  find(".pw-bar i").style.inlineSize = `${100 * part}%`;
  fillNotices(view.notices, view.alerting);
  fillAnswers(slot("for-employee"), view.for_employee);
  slot("for-employee").hidden = !view.for_employee.length;
  fillRows(view.rows, anew);
  draw(view.picture);
  fillReport(view.report);
  fillPapers(view.papers);
  fillAnswers(slot("answers"), view.answers);
  fillAnswers(slot("appointments"), view.appointments);
  setResult(true);
}

let answered = false;

/** @param {boolean} there */
function setResult(there) {
  answered ||= there;
  slot("result").hidden = !there;
  slot("answer").firstElementChild?.toggleAttribute("hidden", !there);
  // Dates of an earlier answer are not those of the form as it is now.
  slot("checklist").hidden = answered;
  slot("question").toggleAttribute("data-answered", there);
  if (!there) slot("question").setAttribute("open", "");
}

/** What was asked first stands in one line above the answer. */
export const foldQuestion = () => slot("question").removeAttribute("open");

export function hideResult() {
  inHand.shown = undefined;
  setResult(false);
}

/** @param {string[]} texts @param {boolean} alerting */
function fillNotices(texts, alerting) {
  const notices = slot("notices");
  const list = find("ul", notices);
  // As they are already: touched again, a live region might speak again.
  if (texts.join("") === list.textContent) return;
  fillList(list, texts);
  slot("count", notices).textContent = String(texts.length);
  notices.hidden = !texts.length;
  notices.toggleAttribute("open", alerting);
}

/** @param {View["report"]} report */
function fillReport({ ready, counted, parts, medical, matters }) {
  slot("report").hidden = !matters;
  slot("report-ready").textContent = ready;
  slot("report-counted").textContent = counted;
  for (const part of [...parts, { letter: "medical", ...medical }]) {
    const item = find(`[data-part="${part.letter}"]`, slot("report"));
    item.dataset.state = part.state;
    slot("state", item).textContent = part.text;
  }
}
