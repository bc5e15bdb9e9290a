/** Out again: the list, the cases and a link of each as CSV, and one calendar for all. */
import { bareAddress, fieldById, findAll, onClick, say, slot } from "../zelfcheck/dom.js";
import { download } from "../zelfcheck/download.js";
import { ask, fail } from "../zelfcheck/engine-status.js";
import { message } from "../zelfcheck/messages.js";
import { filesOf, list, wanted } from "./cases.js";
import { allOf } from "./chunks.js";
import { countMissing } from "./reading.js";

/** @typedef {import("./cases.js").Case} Case */

const told = slot("cases-kept");

/** @param {string} type @param {{ name: string, text: string }} file @param {number} [missing]  cases not in it */
function offer(type, file, missing = 0) {
  download(type, file);
  const ready = message("file_ready", { name: file.name });
  const lacking = missing ? [message("not_in_file", { number: missing })] : [];
  say(told, [ready, ...lacking].join(" "));
}

/** Takes along what the list shows, if that is anything.
 * @param {(cases: Case[]) => Promise<void>} take */
function takeShown(take) {
  say(told, "");
  const cases = wanted();
  if (!cases.length) return say(told, message("none_in_sight"));
  take(cases).catch(fail);
}

/** @param {Case[]} cases */
async function takeList(cases) {
  const lines = cases.map(({ file: _, ...listed }) => listed);
  const made = await ask({ on: list.on, list: lines, want: "csv" });
  if (made) offer("text/csv", made);
}

/** The lines below the first, which is the heading.
 * @param {{ text: string }} table */
const linesOf = ({ text }) => text.slice(text.indexOf("\n") + 1);

/** The table of which these are the pieces, with one heading; without them that is told.
 * @param {import("../zelfcheck/view").FileView[] | undefined} parts */
function joined(parts) {
  if (!parts) return void say(told, message("none_made"));
  const [{ name, text }, ...rest] = parts;
  return { name, text: [text, ...rest.map(linesOf)].join("") };
}

async function takeCases() {
  say(told, "");
  const { on, isChanged } = list;
  // What is changed from here on is not in it.
  list.isChanged = false;
  const file = joined(await allOf(list.all, (some) => ({ on, cases: filesOf(some), want: "csv" })));
  if (file) offer("text/csv", file, countMissing());
  else list.isChanged ||= isChanged;
}

const plain = fieldById("dossiers-agenda-namen");
const talks = fieldById("dossiers-agenda-gesprekken");

/** One calendar of all that the list shows: whoever has many cases gets no file for each.
 * @param {Case[]} cases */
async function takeCalendar(cases) {
  const { on } = list;
  const choices = /** @type {const} */ ({ want: "calendar", plain: plain.checked, talks: talks.checked });
  const parts = await allOf(cases, (some) => ({ on, cases: filesOf(some), ...choices }));
  if (!parts) return say(told, message("none_made"));
  const [{ head, tail, name }] = parts;
  offer("text/calendar", { name, text: [head, ...parts.map(({ events }) => events), tail].join("") });
}

const links = slot("links");

/** A link for each that the list shows: every reader gets only their own.
 * @param {Case[]} cases */
async function takeLinks(cases) {
  const { on } = list;
  const page = String(new URL(links.dataset.page ?? "", bareAddress()));
  const boxes = /** @type {HTMLInputElement[]} */ (findAll('[type="checkbox"]:checked', links));
  const choices = /** @type {const} */ ({ want: "links", page, parts: boxes.map(({ value }) => value) });
  const file = joined(await allOf(cases, (some) => ({ on, cases: filesOf(some), ...choices })));
  if (file) offer("text/csv", file);
}

onClick("take-list", () => takeShown(takeList));
onClick("take-cases", () => void takeCases().catch(fail));
onClick("take-links", () => takeShown(takeLinks));
onClick("take-calendar", () => takeShown(takeCalendar));
