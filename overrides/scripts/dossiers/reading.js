/** From a text to the list: the engine reads the table, and then answers its cases. What is left can go on later. */
import { goTo, onClick, slot } from "../zelfcheck/dom.js";
import { ask, fail, setWaiting } from "../zelfcheck/engine-status.js";
import { message } from "../zelfcheck/messages.js";
import { list } from "./cases.js";
import { inChunks, stop } from "./chunks.js";
import { chosenColumns, forgetColumns, onChosen, showColumns } from "./columns.js";
import { addFaults, clearFaults, refuse } from "./faults.js";
import { showList } from "./table.js";
import { drawWeeks } from "./weeks.js";

/**
 * text: the table, as long as its columns may be read otherwise.
 * isUnread: whether it is still to be read.
 * left: cases of it that were not answered yet.
 * @type {{ text: string, isUnread: boolean, left: import("../zelfcheck/view").DossierView[] }}
 */
const work = { text: "", isUnread: false, left: [] };

/** Whether something waits for the engine. */
export const isWaiting = () => work.isUnread || work.left.length > 0;

/** Reads a table in the place of what was there.
 * @param {string} text */
export async function read(text) {
  forgetColumns();
  Object.assign(work, { text, isUnread: true });
  await goOn();
  if (list.all.length) goTo(slot("list"));
}

/** Does what is left to do: also after a failure, or where it was stopped. */
export async function goOn() {
  if (work.isUnread) await readTable();
  await answerCases();
}

async function readTable() {
  stop();
  setWaiting(true);
  const reply = await ask({ table: work.text, columns: chosenColumns() });
  setWaiting(false);
  if (!reply) return;
  work.isUnread = false;
  work.left = reply.dossiers;
  list.all = [];
  list.isChanged = false;
  clearFaults();
  showColumns(reply);
  if (reply.dossiers.length) addFaults(reply.errors);
  else refuse(reply.errors.map((each) => each.message));
}

async function answerCases() {
  slot("stopped").hidden = true;
  const whole = list.all.length + work.left.length;
  for await (const { reply, count } of inChunks(work.left, (dossiers) => ({ dossiers }))) {
    work.left = work.left.slice(count);
    list.all.push(...reply.list);
    addFaults(reply.errors);
  }
  show();
  slot("stopped-told").textContent = message("stopped_at", { done: whole - work.left.length, whole });
  slot("stopped").hidden = !work.left.length;
}

function show() {
  slot("list").hidden = !list.all.length;
  slot("source").toggleAttribute("open", !list.all.length);
  slot("source").toggleAttribute("data-answered", list.all.length > 0);
  showList();
  drawWeeks();
}

onChosen(async () => {
  work.isUnread = true;
  await goOn().catch(fail);
});
onClick("go-on", () => void goOn().catch(fail));
