/** What each button and each change of the form leads to, on every page that holds the self-check. */
import { answer, changed, dropAnswers } from "./answering.js";
import { onClick, page, slot } from "./dom.js";
import { hasFailed, isEarly, start } from "./engine-status.js";
import { fields, form } from "./form.js";
import { sayWiped, wipe } from "./storage.js";

for (const kind of ["input", "change"])
  page.addEventListener(kind, (event) => {
    if (event.target === form || fields().includes(/** @type {any} */ (event.target))) changed(event);
  });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  answer();
});
onClick("wipe", () => {
  dropAnswers();
  wipe();
});

/** What a page does after a failure: what it tries again, whether it waits for that, and where the focus goes.
 * @typedef {{tryAgain: () => Promise<void>, isWaiting: () => boolean, leaveButton: () => void}} Recovery */

/** Shows the form, and starts the engine where nobody pays for it in vain.
 * @param {Recovery} recovery */
export function begin({ tryAgain, isWaiting, leaveButton }) {
  onClick("retry", () => {
    // The button that was pressed goes.
    leaveButton();
    void tryAgain();
  });
  addEventListener("online", () => {
    if (!hasFailed()) return;
    if (isWaiting()) void tryAgain();
    else start();
  });
  sayWiped();
  form.hidden = false;
  slot("not-started").hidden = true;
  if (isEarly()) start();
}
