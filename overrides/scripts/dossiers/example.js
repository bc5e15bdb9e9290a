/** Made-up cases to try the list with: as far along as real ones, whatever day it is. */
import { message } from "../zelfcheck/messages.js";

const CASES = 40;
// In days: how long ago the last of them began, and how long after the one before each did.
const YOUNGEST = 4;
const APART = 18;

/** What is done in the two years, and after how many days people do it. */
const STEPS = /** @type {const} */ ([
  ["ziekmelding-werknemer", 0],
  ["melding-arbodienst", 3],
  ["reintegratiedossier", 20],
  ["probleemanalyse", 38],
  ["plan-van-aanpak", 50],
  ["melding-42-weken", 288],
  ["eerstejaarsevaluatie", 355],
  ["tweede-spoor", 400],
  ["medische-informatie", 625],
  ["actueel-oordeel", 630],
  ["eindevaluatie", 635],
  ["oordeel-werknemer", 636],
  ["reintegratieverslag", 638],
  ["wia-aanvraag", 640],
]);

// What is said of the last step that people would have done by now; of most cases that it was done.
const NOT_DONE = { every: 7, from: 3 };
const NOT_KNOWN = { every: 11, from: 4, said: "?" };
const NOT_TOLD = { every: 5, from: 2, said: "" };

const A_DAY = 24 * 60 * 60 * 1000;

/** @param {string} day @param {number} days */
const before = (day, days) => new Date(Date.parse(`${day}T00:00Z`) - days * A_DAY).toISOString().slice(0, 10);

/** @param {number} i @param {string} done */
function saidLast(i, done) {
  const found = [{ ...NOT_DONE, said: message("example_no") }, NOT_TOLD, NOT_KNOWN].find(
    ({ every, from }) => i % every === from,
  );
  return found ? found.said : done;
}

/** @param {string} on @param {number} i */
function rowOf(on, i) {
  const age = YOUNGEST + i * APART;
  const past = STEPS.filter(([, after]) => after < age);
  const done = STEPS.map(([, after]) => (after < age ? before(on, age - after) : ""));
  const last = past.length - 1;
  done[last] = saidLast(i, done[last]);
  const label = message("example_case", { number: String(i + 1).padStart(2, "0") });
  return [label, before(on, age), ...done];
}

/** The text of a table of made-up cases.
 * @param {string} on  the day on which somebody tries it
 * @param {string} separator  of its cells */
export function example(on, separator) {
  const heading = ["ref", "first_sick_day", ...STEPS.map(([id]) => id)];
  const rows = Array.from({ length: CASES }, (_, i) => rowOf(on, i));
  return [heading, ...rows].map((row) => `${row.join(separator)}\r\n`).join("");
}
