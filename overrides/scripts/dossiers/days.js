/** Days in words, short enough for a table. */

// To make one takes a browser longer than to use it a thousand times.
const short = new Intl.DateTimeFormat(document.documentElement.lang, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** @param {string} iso */
export const inWords = (iso) => short.format(new Date(`${iso}T00:00Z`));
