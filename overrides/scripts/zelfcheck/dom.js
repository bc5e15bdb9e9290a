/**
 * The few things with the page that all scripts need. No date is counted in them, and no HTML is made from input: text
 * goes in as text.
 */

/**
 * What the templates put into the page is there, so nobody asks whether it is. What kind of element it is, follows from
 * the selector or from what the caller makes of it.
 * @typedef {{
 *   <K extends keyof HTMLElementTagNameMap>(selector: K, root?: ParentNode): HTMLElementTagNameMap[K];
 *   <E extends Element = HTMLElement>(selector: string, root?: ParentNode): E;
 * }} Find
 * @typedef {<E extends Element = HTMLElement>(name: string, root?: ParentNode) => E} FindByName
 */

/** @type {HTMLElement} */
export const page = find(".md-content", document);

/** @type {Find} */
export function find(/** @type {string} */ selector, /** @type {ParentNode} */ root = page) {
  return /** @type {any} */ (root.querySelector(selector));
}

/** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement[]} */
export const findAll = (selector, root = page) => [...root.querySelectorAll(/** @type {"div"} */ (selector))];

/** @type {FindByName} */
export const slot = (name, root) => find(`[data-slot="${name}"]`, root);

/** @type {<E extends HTMLElement = HTMLElement>(id: string) => E} */
export const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** A field; a list of choices or a box for text has all of an input that is asked for here.
 * @type {(id: string) => HTMLInputElement} */
export const fieldById = byId;

/** @param {HTMLElement} around @param {string} selector @returns {HTMLElement} */
export const closest = (around, selector) => /** @type {any} */ (around.closest(selector));

/** @param {string} id @returns {HTMLElement} */
export function copyOf(id) {
  /** @type {HTMLTemplateElement} */
  const { content } = byId(id);
  return /** @type {any} */ (content.firstElementChild?.cloneNode(true));
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {(string | Node)[]} content
 */
export function element(tag, ...content) {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

/** @param {HTMLElement} list @param {(string | Node)[]} items */
export function fillList(list, items) {
  list.replaceChildren(...items.map((each) => element("li", each)));
  list.hidden = !items.length;
}

/** A row of a table with its name in front.
 * @param {string} name @param {(string | Node)[]} cells */
export function tableRow(name, ...cells) {
  const heading = element("th", name);
  heading.scope = "row";
  return element("tr", heading, ...cells.map((each) => element("td", each)));
}

/** Sets a text only where it differs, so that a live region does not speak twice.
 * @param {Element} place @param {string} text */
export function say(place, text) {
  if (place.textContent !== text) place.textContent = text;
  place.toggleAttribute("hidden", !text);
}

/** Questions and answers in a list of terms.
 * @param {Element} list @param {import("./view").AnsweredQuestion[]} answers */
export function fillAnswers(list, answers) {
  list.replaceChildren(
    ...answers.map(({ question, answer }) => element("div", element("dt", question), element("dd", answer))),
  );
}

// Whatever moves, moves here: `scrollIntoView`, and a focus that scrolls, would also move the page of somebody else
// around a frame, which would see how far down our page something stands.

/** Scrolls this document, and nothing around it.
 * @param {number} by  so many pixels down */
export const scrollOwn = (by) => scrollBy(0, by);

/** @param {HTMLElement} place */
export const focusInPlace = (place) => place.focus({ preventScroll: true });

/** How far each end of a place is from where it can be read: beside what sticks to the screen.
 * @param {HTMLElement} place */
function distance(place) {
  const { top, bottom } = place.getBoundingClientRect();
  const [own, around] = [place, document.documentElement].map((each) => getComputedStyle(each));
  return {
    above: top - Number.parseFloat(own.scrollMarginTop) - (Number.parseFloat(around.scrollPaddingTop) || 0),
    below: bottom - innerHeight + (Number.parseFloat(around.scrollPaddingBottom) || 0),
  };
}

/** Gives the focus to a place, which comes into view if it was not.
 * @param {HTMLElement} place */
export function focusOn(place) {
  const { above, below } = distance(place);
  if (above < 0 || below > 0) scrollOwn(above);
  focusInPlace(place);
}

/** Opens what is folded around a place, and goes there.
 * @param {HTMLElement} place */
export function goTo(place) {
  for (let each = place.closest("details"); each; each = each.parentElement?.closest("details") ?? null)
    each.open = true;
  scrollOwn(distance(place).above);
  focusInPlace(place);
}

const NO_FRAME = 200;

/** When what was changed stands on the screen; a page that nobody sees draws no frame.
 * @returns {Promise<unknown>} */
export const afterFrame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, NO_FRAME);
  });

/** A link within the page, which leaves no trace in the address.
 * @param {string} text @param {string} href @param {() => void} act */
export function linkTo(text, href, act) {
  const link = element("a", text);
  link.href = href;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    act();
  });
  return link;
}

const PRESSED = ["a", "button", "summary", "label", "input"].join();

/** What a click presses: of a label its field.
 * @param {Element} target */
function pressed(target) {
  const hit = target.closest(PRESSED);
  return hit instanceof HTMLLabelElement ? hit.control : hit;
}

/** @type {Element | null} */
let clicked = null;
// Of two clicks the second may fall on what the first one brought there: nobody meant to press that.
page.addEventListener(
  "click",
  (event) => {
    const hit = pressed(/** @type {Element} */ (event.target));
    if (!hit || event.detail < 2 || hit === clicked) clicked = hit;
    else {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  },
  { capture: true },
);

/** @param {string} action @param {(button: HTMLElement, event: MouseEvent) => void} act */
export function onClick(action, act) {
  page.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest(`[data-action="${action}"]`);
    if (button) act(/** @type {HTMLElement} */ (button), event);
  });
}

/** Whether a click on a link leaves this page where it is.
 * @param {MouseEvent} event */
export const opensElsewhere = ({ ctrlKey, metaKey, shiftKey, altKey }) => ctrlKey || metaKey || shiftKey || altKey;

/** The address without what it carried: also without words that were searched for, or what another put there. */
export const bareAddress = () => location.href.split(/[?#]/)[0];

/** A further entry of the tab's history, for the way back within the page.
 * @param {object} state */
export const addEntry = (state) => history.pushState(state, "");

/** Gives this entry of the tab's history a state. Browsers refuse what is too large, or comes too often in a row.
 * @param {object | null} state @param {string} [address] @returns {boolean} whether it was taken */
export function setEntry(state, address) {
  try {
    history.replaceState(state, "", address);
    return true;
  } catch {
    return false;
  }
}
