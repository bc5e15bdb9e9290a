/** Today where the visitor is, and a word about a clock that cannot be right: every "te laat" hangs on it. */
import { say, slot } from "./dom.js";
import { message } from "./messages.js";

// No page is older than its rules, and few outlive them by so much.
const LONGEST = 5;

/** English as it is spelled here, with the day first; to no other language the country makes a difference. */
export const LOCALE = `${document.documentElement.lang}-GB`;

export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @param {string} day */
const yearOf = (day) => Number(day.slice(0, 4));

export function checkClock() {
  const { edition = "" } = slot("clock").dataset;
  const wrong = today() < edition || yearOf(today()) > yearOf(edition) + LONGEST;
  say(slot("clock"), wrong ? told() : "");
}

/** Only when it is to be said: to write a day in words takes a browser longer than all else here. */
function told() {
  const day = new Date().toLocaleDateString(LOCALE, { dateStyle: "long" });
  return message("wrong_clock", { day });
}

checkClock();
