/** Letters and sheets: made by the engine from the form, changed by the visitor, and taken along. */
import { closest, element, fieldById, fillList, find, findAll, focusOn, onClick, page, say, slot } from "./dom.js";
import { download } from "./download.js";
import { ask } from "./engine-status.js";
import { copy, make } from "./exporting.js";
import { filledIn } from "./form.js";
import { message } from "./messages.js";
import { inHand } from "./state.js";

const panel = slot("paper");
const text = fieldById("brief-tekst");
const kept = slot("paper-kept");
const old = slot("paper-old");
const wrong = slot("paper-wrong");

/** The paper that stands open, with the button that opened it, and as the engine made it.
 * @type {{id: string, button: HTMLElement, made: string} | undefined} */
let opened;

/** What the visitor made of a paper that was closed, and what the engine had made of it.
 * @type {Map<string, {text: string, made: string}>} */
const changed = new Map();

// What was asked for before something else was is not shown any more.
let asked = 0;

/** Offers what fits the case; of the rest the list says why not.
 * @param {Readonly<Record<string, string>>} papers */
export function fillPapers(papers) {
  for (const button of findAll('[data-action="paper"]')) offer(button, papers[button.dataset.id ?? ""]);
  const offered = findAll("button:not([aria-disabled])", slot("papers")).filter((each) => !each.closest("[hidden]"));
  slot("count", slot("papers")).textContent = String(offered.length);
  void follow();
}

/** In a row a paper that is not offered goes away; in the list it can be reached, with the reason.
 * @param {HTMLElement} button @param {string} [whyNot] */
function offer(button, whyNot = "") {
  if (whyNot) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
  const line = button.closest("[data-paper]");
  if (line) say(slot("why-not", line), whyNot);
}

/** Tells of the paper that stands open whether it would be another one now. */
async function follow() {
  const paper = opened;
  if (!paper) return;
  const reply = await ask({ form: filledIn(), want: "paper", paper: paper.id });
  if (!reply || reply.errors || paper !== opened) return;
  say(wrong, reply.why_not);
  old.hidden = Boolean(reply.why_not) || reply.text === paper.made;
}

/** What the engine makes of a paper; nothing when it is not offered, or something else was asked for meanwhile.
 * @param {string} id */
async function makeAnew(id) {
  const number = ++asked;
  const reply = await make({ form: filledIn(), want: "paper", paper: id });
  return number === asked ? reply?.text : undefined;
}

/** Keeps what was changed, for when it is opened again. */
function keepChanges() {
  if (!opened) return;
  if (text.value === opened.made) changed.delete(opened.id);
  else changed.set(opened.id, { text: text.value, made: opened.made });
}

/** @param {HTMLElement} button */
async function open(button) {
  const { id = "" } = button.dataset;
  const made = await makeAnew(id);
  if (!made) return;
  keepChanges();
  show({ id, button, made, ...changed.get(id) });
  old.hidden = opened?.made === made;
}

/** @param {{id: string, button: HTMLElement, made: string, text?: string}} paper */
function show(paper) {
  setOpened(paper);
  text.value = paper.text ?? paper.made;
  say(kept, "");
  say(wrong, "");
  slot("paper-name").textContent = paper.button.textContent;
  closest(paper.button, "li").append(panel);
  focusOn(slot("paper-name"));
}

/** @param {typeof opened} paper */
function setOpened(paper) {
  opened?.button.setAttribute("aria-expanded", "false");
  opened = paper;
  paper?.button.setAttribute("aria-expanded", "true");
  panel.hidden = !paper;
}

/** Puts it away; what was changed in it stays in this page. */
function close() {
  const button = opened?.button;
  keepChanges();
  setOpened(undefined);
  // The step may have been answered meanwhile, and ask for no paper any more.
  if (button) focusOn(button.getClientRects().length ? button : find("summary", closest(button, ".pw-step")));
}

/** Forgets all papers: the case is another one. */
export function dropPapers() {
  asked++;
  setOpened(undefined);
  changed.clear();
  text.value = "";
}

onClick("paper", (button) => {
  if (button === opened?.button) close();
  else if (!button.hasAttribute("aria-disabled")) void open(button);
});
onClick("paper-close", close);
onClick("paper-anew", async () => {
  const paper = opened;
  const made = paper && (await makeAnew(paper.id));
  if (!made) return;
  changed.delete(paper.id);
  show({ ...paper, made, text: made });
  old.hidden = true;
});

/** The form as it was answered last: a date that is only half typed keeps no letter from being taken along. */
const answered = () => inHand.shown ?? filledIn();

onClick("paper-copy", async () => {
  if (!(await copy(text.value, text, kept))) say(kept, message("copy_by_hand"));
});

onClick("paper-file", async () => {
  if (!opened) return;
  const file = await make({ form: answered(), want: "document", paper: opened.id, text: text.value });
  if (!file) return;
  const octets = Uint8Array.from(file.octets, (each) => each.charCodeAt(0));
  download(DOCX, { name: file.name, text: octets });
  say(kept, message("file_ready", { name: file.name }));
});

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// On paper stands nothing else than this one.

/** @type {Record<import("./view").BlockView["kind"], "h1" | "h2" | "p" | "ul" | "ol">} */
const TAGS = { title: "h1", heading: "h2", paragraph: "p", boxes: "ul", ticked: "ul", bullets: "ul", numbers: "ol" };

/** @param {import("./view").BlockView} block */
function printed({ kind, lines }) {
  const tag = TAGS[kind];
  if (tag !== "ul" && tag !== "ol") return element(tag, lines[0]);
  const list = element(tag);
  list.className = `pw-sheet__${kind}`;
  fillList(list, lines);
  return list;
}

onClick("paper-print", async () => {
  const reply = await make({ form: answered(), want: "blocks", text: text.value });
  if (!reply) return;
  find(".pw-print").replaceChildren(...reply.blocks.map(printed));
  page.toggleAttribute("data-one-paper", true);
  print();
});
addEventListener("afterprint", () => {
  page.toggleAttribute("data-one-paper", false);
  find(".pw-print").replaceChildren();
});
