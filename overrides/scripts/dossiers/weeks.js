/** A picture of the weeks to come: how many steps fall due in each. It is a list, so it says the same in words. */
import { findAll, slot } from "../zelfcheck/dom.js";
import { list } from "./cases.js";

const DAYS = 7;

/** @param {number} weeks */
function countsByWeek(weeks) {
  const counts = new Array(weeks).fill(0);
  for (const { due_days } of list.all)
    for (const day of due_days) if (day < weeks * DAYS) counts[Math.floor(day / DAYS)] += 1;
  return counts;
}

/** Draws how many steps fall due in each week. */
export function drawWeeks() {
  const bars = findAll("li", slot("weeks"));
  const counts = countsByWeek(bars.length);
  const most = Math.max(...counts, 1);
  for (const [i, bar] of bars.entries()) {
    slot("count", bar).textContent = String(counts[i]);
    slot("bar", bar).style.blockSize = `${(100 * counts[i]) / most}%`;
  }
}
