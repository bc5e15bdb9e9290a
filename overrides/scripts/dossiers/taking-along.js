/** Out again: the list and the cases as CSV, and one calendar for all. */
import { fieldById, onClick, say, slot } from "../zelfcheck/dom.js";
import { download } from "../zelfcheck/download.js";
import { ask, fail } from "../zelfcheck/engine-status.js";
import { message } from "../zelfcheck/messages.js";
import { list, wanted } from "./cases.js";
import { inChunks } from "./chunks.js";

/** @param {string} type @param {{ name: string, text: string }} [file] */
function offer(type, file) {
  if (!file) return;
  download(type, file);
  say(slot("cases-kept"), message("file_ready", { name: file.name }));
}

/** @param {import("./cases.js").Case[]} cases */
const filesOf = (cases) => cases.map(({ ref, file }) => ({ ref, file }));

async function takeList() {
  const cases = wanted().map(({ file: _, ...listed }) => listed);
  offer("text/csv", await ask({ list: cases, want: "csv" }));
}

async function takeCases() {
  const made = await ask({ cases: filesOf(list.all), want: "csv" });
  offer("text/csv", made);
  if (made) list.isChanged = false;
}

const plain = fieldById("dossiers-agenda-namen");
const talks = fieldById("dossiers-agenda-gesprekken");

/** One calendar of all that the list shows: whoever has many cases gets no file for each. */
async function takeCalendar() {
  const cases = filesOf(wanted());
  const choices = /** @type {const} */ ({ want: "calendar", plain: plain.checked, talks: talks.checked });
  const parts = [];
  let taken = 0;
  for await (const { reply, count } of inChunks(cases, (some) => ({ cases: some, ...choices }))) {
    parts.push(reply);
    taken += count;
  }
  // Stopped on the way: a part of a calendar would pass for the whole.
  if (taken < cases.length) return;
  const [{ head, tail, name }] = parts;
  offer("text/calendar", { name, text: [head, ...parts.map(({ events }) => events), tail].join("") });
}

onClick("take-list", () => void takeList().catch(fail));
onClick("take-cases", () => void takeCases().catch(fail));
onClick("take-calendar", () => void takeCalendar().catch(fail));
