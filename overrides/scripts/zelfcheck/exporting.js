/** Taking it along: a calendar file, paper, text, a save file, and a link for somebody else. */
import { bareAddress, closest, fieldById, fillAnswers, findAll, focusOn, onClick, page, say, slot } from "./dom.js";
import { download } from "./download.js";
import { ask } from "./engine-status.js";
import { showErrors } from "./errors.js";
import { filledIn, nameCase } from "./form.js";
import { message } from "./messages.js";

/**
 * What the engine makes of the form; a form with a mistake is told as always.
 * @template {import("./requests").Request} R
 * @param {R} request @returns {Promise<Exclude<import("./requests").Reply<R>, {errors: object}> | undefined>}
 */
export async function make(request) {
  const reply = await ask(request);
  if (!reply?.errors) return /** @type {any} */ (reply);
  showErrors(reply.errors);
  return undefined;
}

/** @param {string} type @param {{name: string, text: string}} [file] */
function offer(type, file) {
  if (!file) return;
  download(type, file);
  say(slot("kept"), message("file_ready", { name: file.name }));
}

const plain = fieldById("agenda-namen");
const talks = fieldById("agenda-gesprekken");

/** A calendar file of everything, or of one step.
 * @param {{ id: string, n: number | null }} [only] */
async function takeCalendar(only) {
  nameCase();
  const wanted = { plain: plain.checked, talks: talks.checked, ...(only && { only }) };
  offer("text/calendar", await make({ form: filledIn(), want: "calendar", ...wanted }));
}

onClick("calendar", () => takeCalendar());
onClick("calendar-one", (button) => {
  const { obligation: id = "", n } = closest(button, "[data-obligation]").dataset;
  return takeCalendar({ id, n: n ? Number(n) : null });
});

onClick("file", async () => offer("application/json", await make({ form: filledIn(), want: "file" })));

/** Browsers let a page copy only at some addresses; elsewhere the visitor copies by hand.
 * @param {string} text @param {HTMLInputElement} place @param {HTMLElement} told  where it says that it was copied
 * @returns {Promise<boolean>} whether it was */
export async function copy(text, place, told = slot("kept")) {
  try {
    await navigator.clipboard.writeText(text);
    say(told, message("copied"));
    return true;
  } catch {
    closest(place, "[data-slot]").hidden = false;
    place.value = text;
    focusOn(place);
    // Not `select`, which takes the focus by itself.
    place.setSelectionRange(0, text.length);
    return false;
  }
}

const byHand = fieldById("met-de-hand");
// The form that the text was made of.
let copied = "";

onClick("copy", async () => {
  const form = filledIn();
  const made = await make({ form, want: "text" });
  copied = JSON.stringify(form);
  if (made) await copy(made.text, byHand);
});

// Paper: what belongs on it unfolds, and folds again. The theme unfolds all the rest too, which is far too
// much: the styles print of it only what the visitor unfolded.

/** @type {HTMLElement[]} */
let unfolded = [];

addEventListener("beforeprint", () => {
  unfolded = findAll("[data-on-paper]:not([open])");
  for (const details of unfolded) details.toggleAttribute("open", true);
});
addEventListener("afterprint", () => {
  for (const details of unfolded) details.toggleAttribute("open", false);
});

page.addEventListener("click", ({ target }) => {
  const details = /** @type {Element} */ (target).closest("summary")?.parentElement;
  details?.toggleAttribute("data-unfolded", !details.hasAttribute("open"));
});
onClick("print", () => print());

// The link.

const link = slot("link");
const forWhom = fieldById("link-rol");
const text = fieldById("link-tekst");

export async function showLink() {
  text.value = "";
  if (!link.hasAttribute("open")) return;
  const boxes = /** @type {HTMLInputElement[]} */ (findAll('[type="checkbox"]:checked', link));
  const made = await make({
    form: filledIn(),
    want: "link",
    parts: boxes.map(({ value }) => value),
    role: forWhom.value,
  });
  if (!made) return;
  fillAnswers(slot("link-answers"), made.answers);
  // The list of many cases opens none: the self-check does.
  text.value = `${new URL(link.dataset.page ?? "", bareAddress())}#${made.text}`;
}

link.addEventListener("toggle", showLink);
link.addEventListener("change", showLink);
onClick("copy-link", async () => {
  await showLink();
  if (text.value) await copy(text.value, text);
});

/** Drops what was made of an earlier form. To press a button ends the typing: its answer may come after the text.
 * @param {import("./requests").FormData} form */
export function dropText(form) {
  text.value = "";
  if (JSON.stringify(form) === copied) return;
  byHand.value = "";
  closest(byHand, "[data-slot]").hidden = true;
}
