/** Days in words, short enough for a table. */
import { LOCALE } from "../zelfcheck/today.js";

// To make one takes a browser longer than to use it a thousand times.
const short = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** @param {string} iso */
export const inWords = (iso) => short.format(new Date(`${iso}T00:00Z`)).replaceAll(" ", "\u00a0");
