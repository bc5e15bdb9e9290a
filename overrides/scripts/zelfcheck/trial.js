/** What if: a copy of the case is changed, and beside it stands only what differs from the case itself. */
import { find, focusInPlace, goTo, onClick, say, slot, tableRow } from "./dom.js";
import { ask } from "./engine-status.js";
import { make } from "./exporting.js";
import { fill, filledIn } from "./form.js";

/** The visitor's own case, as long as something else is tried out: only this is kept.
 * @type {import("./requests").FormData | undefined} */
let own;

/** What the visitor means, whatever is being tried out. */
export const ownForm = (form = filledIn()) => own ?? form;

/** Whether something is tried out: that may lie ahead. */
export const isTrial = () => Boolean(own);

/** @param {import("./requests").FormData} [form] */
function setTrial(form) {
  own = form;
  slot("trial").hidden = slot("trying").hidden = !form;
  slot("keep").hidden = Boolean(form);
  slot("compared").hidden = true;
  say(slot("compared-told"), "");
}

/** Shows what becomes other than it was. */
export async function showComparison() {
  if (!own) return;
  const reply = await ask({ form: filledIn(), want: "compare", base: own, trial: true });
  if (!own || !reply) return;
  // With a mistake in it nothing can be said of what differs.
  const { told, rows: differing } = reply.errors ? { told: "", rows: [] } : reply;
  say(slot("compared-told"), told);
  const rows = differing.map(({ name, was, becomes }) => tableRow(name, was, becomes));
  find("tbody", slot("compared")).replaceChildren(...rows);
  slot("compared").hidden = !rows.length;
}

/** What is in the form from here on is what the visitor means. */
export const endTrial = () => setTrial();

/** Ends the trial by a button, which goes with it; the page follows, as after a change by hand. */
function leaveTrial() {
  endTrial();
  focusInPlace(find('[data-action="try"]'));
  slot("form").dispatchEvent(new Event("change", { bubbles: true }));
}

onClick("try", async () => {
  const form = ownForm();
  // With a mistake in it nothing can be held beside it.
  if (!(await make({ form }))) return;
  setTrial(form);
  goTo(slot("trial"));
});
onClick("stop-trying", () => {
  if (own) fill(own);
  leaveTrial();
});
onClick("take-over", leaveTrial);
