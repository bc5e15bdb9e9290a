/** Days in words, short enough for a table, and in the order in which the engine writes them. */

// To make one takes a browser longer than to use it a thousand times.
const short = new Intl.DateTimeFormat(document.documentElement.lang, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

const ORDER = ["day", "month", "year"];

/** @param {string} iso */
export function inWords(iso) {
  const parts = short.formatToParts(new Date(`${iso}T00:00Z`));
  return ORDER.map((type) => parts.find((part) => part.type === type)?.value).join("\u00a0");
}
