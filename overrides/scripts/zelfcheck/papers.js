/** Letters and sheets: made by the engine from the form, changed by the visitor, and taken along. */
import { closest, element, fieldById, fillList, find, findAll, focusOn, onClick, page, say, slot } from "./dom.js";
import { download } from "./download.js";
import { copy, make } from "./exporting.js";
import { filledIn } from "./form.js";
import { message } from "./messages.js";

/** @typedef {import("./requests").FormData} FormData */

const panel = slot("paper");
const text = fieldById("brief-tekst");
const kept = slot("paper-kept");

/** The paper that stands open, the form it was made of, and the button that opened it.
 * @type {{id: string, form: string, button: HTMLElement} | undefined} */
let opened;

/** What the visitor made of a paper that was closed, with the form it came from.
 * @type {Map<string, {text: string, form: string}>} */
const changed = new Map();
// As the engine made it: what differs is the visitor's own.
let made = "";

/** Offers what fits the case; of the rest the list says why not.
 * @param {Readonly<Record<string, string>>} papers */
export function fillPapers(papers) {
  for (const button of findAll('[data-action="paper"]')) {
    const whyNot = papers[button.dataset.id ?? ""];
    const line = button.closest("[data-paper]");
    button.toggleAttribute("data-wrong", Boolean(whyNot));
    // In a row it goes away; in the list its name stays, with the reason.
    if (line) say(slot("why-not", line), whyNot);
    /** @type {HTMLButtonElement} */ (button).disabled = Boolean(whyNot);
  }
  slot("count", slot("papers")).textContent = String(Object.values(papers).filter((whyNot) => !whyNot).length);
  slot("paper-old").hidden = !opened || opened.form === inWords(filledIn());
}

/** @param {FormData} form */
const inWords = (form) => JSON.stringify(form);

/** Keeps what was changed, for when it is opened again. */
function lay() {
  if (opened && text.value !== made) changed.set(opened.id, { text: text.value, form: opened.form });
}

/** @param {HTMLElement} button @param {boolean} anew  whether what was changed in it goes */
async function open(button, anew) {
  const { id = "" } = button.dataset;
  const form = filledIn();
  if (!anew) lay();
  const reply = await make({ form, want: "paper", paper: id });
  if (!reply) return;
  if (anew) changed.delete(id);
  const own = changed.get(id);
  made = reply.text;
  opened = { id, form: own?.form ?? inWords(form), button };
  text.value = own?.text ?? reply.text;
  slot("paper-name").textContent = button.textContent;
  slot("paper-old").hidden = opened.form === inWords(form);
  say(kept, reply.why_not);
  closest(button, "li").append(panel);
  panel.hidden = false;
  focusOn(slot("paper-name"));
}

/** Puts it away; what was changed in it stays in this page. */
function close() {
  lay();
  panel.hidden = true;
  if (opened) focusOn(opened.button);
  opened = undefined;
}

/** Forgets all papers: the case is another one. */
export function dropPapers() {
  changed.clear();
  opened = undefined;
  panel.hidden = true;
  text.value = "";
  made = "";
}

onClick("paper", (button) => open(button, false));
onClick("paper-anew", () => opened && open(opened.button, true));
onClick("paper-close", close);

onClick("paper-copy", () => copy(text.value, text, kept));

onClick("paper-file", async () => {
  if (!opened) return;
  const file = await make({ form: filledIn(), want: "document", paper: opened.id, text: text.value });
  if (!file) return;
  const octets = Uint8Array.from(file.octets, (each) => each.charCodeAt(0));
  download(DOCX, { name: file.name, text: octets });
  say(kept, message("file_ready", { name: file.name }));
});

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// On paper stands nothing else than this one.

/** @type {Record<import("./view").BlockView["kind"], "h1" | "h2" | "p" | "ul" | "ol">} */
const TAGS = { title: "h1", heading: "h2", paragraph: "p", boxes: "ul", bullets: "ul", numbers: "ol" };

/** @param {import("./view").BlockView} block */
function printed({ kind, lines }) {
  const tag = TAGS[kind];
  if (tag !== "ul" && tag !== "ol") return element(tag, lines[0]);
  const list = element(tag);
  fillList(
    list,
    lines.map((line) => (kind === "boxes" ? `☐ ${line}` : line)),
  );
  return list;
}

onClick("paper-print", async () => {
  const reply = await make({ form: filledIn(), want: "blocks", text: text.value });
  if (!reply) return;
  find(".pw-print").replaceChildren(...reply.blocks.map(printed));
  page.toggleAttribute("data-one-paper", true);
  print();
});
addEventListener("afterprint", () => {
  page.toggleAttribute("data-one-paper", false);
  find(".pw-print").replaceChildren();
});
