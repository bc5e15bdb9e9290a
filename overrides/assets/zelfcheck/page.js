/**
 * The page of the self-check: the namespace that its scripts share, and the few things that all of them need.
 * Classic scripts, because a page opened from disk may load no modules. No date is counted in them, and no HTML is
 * made from input: text goes in as text.
 */
globalThis.zelfcheck = (() => {
  "use strict";

  const { base, embedded } = document.currentScript.dataset;
  const page = document.querySelector(".md-content");

  /** @param {string} name @param {ParentNode} [root] */
  const slot = (name, root = page) => root.querySelector(`[data-slot="${name}"]`);

  /** @param {string} id */
  const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

  /** @param {string} tag @param {string} text */
  function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  /** Sets a text only where it differs, so that a live region does not speak twice. */
  function say(place, text) {
    if (place.textContent !== text) place.textContent = text;
    place.hidden = !text;
  }

  /** Questions and answers in a list of terms. */
  function fillAnswers(list, answers) {
    list.replaceChildren(
      ...answers.map(({ question, answer }) => {
        const row = document.createElement("div");
        row.append(element("dt", question), element("dd", answer));
        return row;
      }),
    );
  }

  /** Opens what is folded around a place, and goes there. */
  function goTo(place) {
    for (let each = place; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
    place.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
  }

  /** @param {string} action @param {(button: HTMLElement) => void} act */
  function onClick(action, act) {
    page.addEventListener("click", ({ target }) => {
      const button = target.closest(`[data-action="${action}"]`);
      if (button) act(button);
    });
  }

  /**
   * Whoever frames a page may send it to a place within it, and sees whether that takes the focus: so it could ask of
   * each field whether it is there. Nothing moves, except for the visitor.
   * A link with a case or a role is no place.
   */
  function stayPut(event) {
    const { sameDocument, url } = event.destination;
    const toPlace = sameDocument && /#(?!zaak=|rol=)/.test(url);
    if (toPlace && event.canIntercept && !event.userInitiated) event.intercept({ scroll: "manual", focusReset: "manual" });
  }

  if (parent !== globalThis) globalThis.navigation?.addEventListener("navigate", stayPut);

  const fromDisk = location.protocol === "file:";
  for (const note of page.querySelectorAll('[data-slot="from-disk"]')) note.hidden = !fromDisk;

  return { base, embedded: embedded !== undefined, page, slot, copyOf, element, say, fillAnswers, goTo, onClick };
})();
