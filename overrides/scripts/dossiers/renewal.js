/** The days go on while a page stays open: on another day all cases are answered again. */
import { slot } from "../zelfcheck/dom.js";
import { fail } from "../zelfcheck/engine-status.js";
import { today } from "../zelfcheck/today.js";
import { filesOf, list } from "./cases.js";
import { allOf } from "./chunks.js";
import { showList } from "./table.js";
import { drawWeeks } from "./weeks.js";

/** Whether the list is in sight as it was on another day. */
const isOld = () => !document.hidden && !slot("many-cases").hidden && !slot("list").inert && list.on !== today();

/** Answers all cases again, if they are of another day. */
export async function keepUp() {
  if (!list.all.length || !isOld()) return;
  const [on, before] = [today(), list.all];
  const replies = await allOf(before, (some) => ({ on, cases: filesOf(some) }));
  // Stopped, or another list by now; and with a clock that went back, what was done may lie ahead.
  if (!replies || list.all !== before || replies.some(({ errors }) => errors.length)) return;
  Object.assign(list, { on, all: replies.flatMap((reply) => reply.list) });
  showList();
  drawWeeks();
}

document.addEventListener("visibilitychange", () => void keepUp().catch(fail));
