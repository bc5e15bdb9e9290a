/**
 * The visitor's own dates on the pages of the guide: only when the self-check was asked to, only in this tab.
 * Reads sentences that the engine wrote; loads nothing, counts nothing, and puts text in as text.
 */
(() => {
  "use strict";

  const STORED = "poortwachterwijzer.gids";

  function stored() {
    try {
      return JSON.parse(sessionStorage.getItem(STORED)) ?? {};
    } catch {
      // Storing may be forbidden here, or what is stored may be somebody else's.
      return {};
    }
  }

  function line(sentence) {
    const made = document.createElement("p");
    made.className = "pw-for-you";
    made.textContent = `${sentence}. Dit komt uit je zelfcheck en staat alleen in dit tabblad.`;
    return made;
  }

  const dates = stored();
  const sentenceOf = (id) => (Object.hasOwn(dates, id) && typeof dates[id] === "string" ? dates[id] : "");

  const id = /\/stappen\/([a-z0-9-]+)(\/|\.html)$/.exec(location.pathname)?.[1];
  if (id && sentenceOf(id)) document.querySelector(".pw-facts")?.after(line(sentenceOf(id)));
  for (const step of document.querySelectorAll(".pw-plan__step"))
    if (sentenceOf(step.id)) step.append(line(sentenceOf(step.id)));
})();
