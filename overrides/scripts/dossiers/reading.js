/** From a text to the list: the engine reads the table, and then answers its cases. What is left can go on later. */
import { find, focusOn, goTo, onClick, say, slot } from "../zelfcheck/dom.js";
import { ask, fail, setWaiting } from "../zelfcheck/engine-status.js";
import { message } from "../zelfcheck/messages.js";
import { today } from "../zelfcheck/today.js";
import { list } from "./cases.js";
import { begin, hideProgress, inChunks, showUnderWay } from "./chunks.js";
import { onChosen, showColumns, unfoldColumns } from "./columns.js";
import { addFaults, clearFaults, clearRefusal, refuse } from "./faults.js";
import { keepUp } from "./renewal.js";
import { showAll, showList } from "./table.js";
import { clearQuestion, unlessUnsaved } from "./unsaved.js";
import { drawWeeks } from "./weeks.js";

/** @typedef {import("./chunks.js").Run} Run */
/** @typedef {import("../zelfcheck/view").TableView} TableView */
/** @typedef {import("../zelfcheck/view").DossierView} Dossier */

/** A table, with what its columns are to be read as; `isOther`: the list is not of this one.
 * @typedef {{ text: string, columns: import("./columns.js").Chosen, isOther: boolean }} Source */

/**
 * source: the table whose columns are shown.
 * unread: one that is still to be read.
 * whole, left: how many cases there are in the one that was read, and those that were not answered yet.
 * faulty: how many of them have a mistake, with the rows that belong to none.
 * isGoingOn: whether somebody waits for it.
 * @type {{ source?: Source, unread?: Source, whole: number, left: Dossier[], faulty: number, isGoingOn: boolean }}
 */
const work = { whole: 0, left: [], faulty: 0, isGoingOn: false };

/** Whether something waits for the engine. */
export const isWaiting = () => Boolean(work.unread) || work.left.length > 0;

/** Of how many cases of the table nothing is in the list. */
export const countMissing = () => work.left.length + work.faulty;

/** Reads a table in the place of what was there.
 * @param {string} text */
export const read = (text) => replaceWith({ text, columns: {}, isOther: true });

/** @param {Source} source @param {() => void} [undo]  given when it is the table in hand, whose columns were changed */
function replaceWith(source, undo) {
  const go = () => {
    work.unread = source;
    goOn(Boolean(undo)).catch(fail);
  };
  // Who has chosen one already was asked then.
  if (work.isGoingOn) go();
  else unlessUnsaved(go, undo);
}

/** Does what is left to do: also after a failure, or where it was stopped.
 * @param {boolean} [staysPut]  whether the focus stays where it is */
export async function goOn(staysPut = false) {
  const run = begin();
  showGoingOn(staysPut);
  const isRefused = work.unread && (await readTable(run, work.unread));
  if (!work.unread && !isRefused) await answerCases(run);
  if (!run.isLast()) return;
  showEnd();
  if (isWaiting() && !isRefused) focusOn(slot("stopped"));
  else if (!staysPut && !isRefused) goTo(list.all.length ? slot("list") : find("summary", slot("faults")));
  await keepUp();
}

/** What was there before stays, but nobody can do anything with it.
 * @param {boolean} staysPut */
function showGoingOn(staysPut) {
  work.isGoingOn = true;
  clearQuestion();
  clearRefusal();
  showUnderWay();
  if (!staysPut) focusOn(find('[data-action="stop"]'));
  slot("stopped").hidden = true;
  slot("list").inert = true;
}

function showEnd() {
  work.isGoingOn = false;
  hideProgress();
  showStopped();
  slot("list").inert = false;
  slot("list").hidden = !list.all.length;
  slot("source").toggleAttribute("open", !list.all.length);
  slot("source").toggleAttribute("data-answered", list.all.length > 0);
  showList();
  drawWeeks();
}

function showStopped() {
  const { unread, whole, left } = work;
  const words = unread ? message("stopped_unread") : message("stopped_at", { done: whole - left.length, whole });
  say(slot("stopped-told"), words);
  slot("stopped").hidden = !isWaiting();
}

/** Tells whether the table was refused: then all stays as it was, but that its columns may be chosen.
 * @param {Run} run @param {Source} source */
async function readTable(run, source) {
  const on = today();
  setWaiting(true);
  const reply = await run.unlessStopped(ask({ on, table: source.text, columns: source.columns }));
  if (run.isLast()) setWaiting(false);
  if (!reply) return false;
  work.unread = undefined;
  if (reply.columns.length) showColumnsOf(source, reply);
  if (reply.dossiers.length) takeUp(source, reply, on);
  else refuse(reply.errors.map((each) => each.message));
  return !reply.dossiers.length;
}

/** @param {Source} source @param {TableView} reply */
function showColumnsOf(source, reply) {
  const isShown = source.text === work.source?.text;
  work.source = source;
  showColumns(reply, source.columns);
  if (!isShown) unfoldColumns();
}

/** Puts what was read in the place of what was there.
 * @param {Source} source @param {TableView} reply @param {string} on */
function takeUp(source, { dossiers, errors }, on) {
  Object.assign(list, { all: [], on, isChanged: false });
  slot("list").hidden = true;
  if (source.isOther) showAll();
  const faulty = countRowsOfNone(dossiers, errors);
  Object.assign(work, { source: { ...source, isOther: false }, whole: dossiers.length, left: dossiers, faulty });
  clearFaults();
  addFaults(errors);
}

// The names of the columns stand in it, and no case.
const HEADING = 1;

/** How many rows have a mistake and are in no case.
 * @param {Dossier[]} dossiers @param {TableView["errors"]} errors */
function countRowsOfNone(dossiers, errors) {
  const used = new Set(dossiers.flatMap(({ rows }) => rows.map(({ n }) => n)));
  return new Set(errors.map(({ row }) => row).filter((row) => row > HEADING && !used.has(row))).size;
}

/** @param {Run} run */
async function answerCases(run) {
  const { on } = list;
  for await (const { reply, some } of inChunks(work.left, (dossiers) => ({ on, dossiers }), run)) {
    work.left = work.left.slice(some.length);
    work.faulty += some.length - reply.list.length;
    list.all.push(...reply.list);
    addFaults(reply.errors);
  }
}

onChosen((columns, undo) => {
  if (work.source) replaceWith({ ...work.source, columns }, undo);
});
onClick("go-on", () => void goOn().catch(fail));
