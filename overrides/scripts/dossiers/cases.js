/** The cases in hand: which of them are shown, and in what order. */
import { findAll } from "../zelfcheck/dom.js";

/** @typedef {import("../zelfcheck/view").ListedCase} Case */
/** @typedef {Case["status"]} Status */
/** @typedef {"urgency" | "ref" | "week" | "first" | "due" | "who"} Order */

/** From the worst to what asks for nothing: in the order of the engine, in which the page has its filters. */
const RANK = Object.fromEntries(findAll("[data-filter]").map(({ dataset }, place) => [dataset.filter, place]));

/**
 * all: every case that was read, in the order of the table.
 * on: the day on which they stand so.
 * status, words: what is to be shown; nothing of it shows all.
 * order, isTurned: by what the list is sorted, and whether the other way round.
 * isChanged: whether something was changed that no file has yet.
 * @type {{
 *   all: Case[], on: string, status: Status | "", words: string, order: Order, isTurned: boolean, isChanged: boolean,
 * }}
 */
export const list = { all: [], on: "", status: "", words: "", order: "urgency", isTurned: false, isChanged: false };

// After every day that there can be.
const NEVER = "9999";

/** @param {Case} one */
const dueOf = ({ next }) => next?.due ?? NEVER;

/** @type {Record<Order, (one: Case) => (string | number)[]>} */
const KEYS = {
  urgency: (one) => [RANK[one.status], dueOf(one)],
  ref: () => [],
  week: ({ week }) => [week],
  first: ({ next }) => [next?.name ?? ""],
  due: (one) => [dueOf(one)],
  who: ({ next }) => [next?.who ?? ""],
};

const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

/** @param {string | number} one @param {string | number} other */
const between = (one, other) => (typeof one === "number" ? one - Number(other) : compare(one, String(other)));

/** The cases in an order; what is equal in it goes by its label.
 * @param {Case[]} cases */
function sorted(cases) {
  const keyed = cases.map((one) => ({ one, keys: [...KEYS[list.order](one), one.ref] }));
  const turn = list.isTurned ? -1 : 1;
  keyed.sort((left, right) => {
    for (const [i, key] of left.keys.entries()) {
      const apart = between(key, right.keys[i]);
      if (apart) return turn * apart;
    }
    return 0;
  });
  return keyed.map(({ one }) => one);
}

/** @param {string} text */
const plain = (text) => text.toLocaleLowerCase(document.documentElement.lang);

/** The cases that are asked for, in order. */
export function wanted() {
  const words = plain(list.words.trim());
  return sorted(
    list.all.filter(({ ref, status }) => (!list.status || status === list.status) && plain(ref).includes(words)),
  );
}

/** How many cases there are of a status; without one, of all.
 * @param {Status | ""} wanted */
export const count = (wanted) => list.all.filter(({ status }) => !wanted || status === wanted).length;

/** Whether two lines are about one case, also when it was answered again on another day.
 * @param {Case} one @param {Case} other */
export const isSame = (one, other) => one.ref === other.ref && one.file === other.file;

/** Puts a case in the place of what it was before somebody changed it.
 * @param {Case} former @param {Case} now */
export function replace(former, now) {
  const place = list.all.findIndex((each) => isSame(each, former));
  list.all = list.all.map((each, i) => (i === place ? now : each));
  list.isChanged = true;
}

/** Cases as the engine takes them back.
 * @param {Case[]} cases */
export const filesOf = (cases) => cases.map(({ ref, file }) => ({ ref, file }));
