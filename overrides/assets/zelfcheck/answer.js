/** The answer: the week, what is late and what comes, the report, and what was filled in. */
(() => {
  "use strict";

  const { page, slot, copyOf, element, say, fillAnswers } = zelfcheck;

  function showAnswer(told) {
    for (const name of ["given", "week", "totals", "on"]) say(slot(name), told[name]);
    const part = Math.min(told.sick_days / told.days, 1);
    page.querySelector(".pw-bar i").style.inlineSize = `${100 * part}%`;
    fillNotices(told.notices);
    slot("answer").firstElementChild.hidden = false;

    for (const [name, entries] of Object.entries(told.first)) fillFirst(name, entries);
    zelfcheck.draw(told.picture);
    fillReport(told.report);
    fillAnswers(slot("answers"), told.answers);
    zelfcheck.fillCards(told);
    slot("checklist-title").textContent = "Jouw checklist";
    slot("checklist-hint").hidden = true;
    setResult(true);
  }

  let answered = false;

  function setResult(there) {
    answered ||= there;
    for (const name of ["result", "report", "keep"]) slot(name).hidden = !there;
    // Dates of an earlier answer are not those of the form as it is now.
    for (const name of ["checklist", "moments"]) slot(name).hidden = answered && !there;
  }

  function hideAnswer() {
    slot("answer").firstElementChild.hidden = true;
    setResult(false);
  }

  function fillNotices(texts) {
    const list = slot("notices");
    // As they are already: touched again, a live region might speak again.
    if (texts.join() === [...list.children].map(({ textContent }) => textContent).join()) return;
    list.replaceChildren(...texts.map((text) => element("li", text)));
    list.hidden = !texts.length;
  }

  function fillFirst(name, entries) {
    const list = slot(`first-${name}`);
    list.replaceChildren(...entries.map(line));
    list.closest("section").hidden = !entries.length;
  }

  function line(entry) {
    const item = copyOf("regel");
    for (const name of ["name", "standing", "when", "who"]) slot(name, item).textContent = entry[name];
    item.dataset.mine = entry.mine;
    slot("name", item).addEventListener("click", (event) => {
      event.preventDefault();
      zelfcheck.goToCard(entry);
    });
    return item;
  }

  function fillReport({ ready, counted, parts, medical }) {
    slot("report-ready").textContent = ready;
    slot("report-counted").textContent = counted;
    for (const part of [...parts, { letter: "medical", ...medical }]) {
      const item = slot("report").querySelector(`[data-part="${part.letter}"]`);
      item.dataset.state = part.state;
      slot("state", item).textContent = part.text;
    }
  }

  Object.assign(zelfcheck, { showAnswer, hideAnswer });
})();
