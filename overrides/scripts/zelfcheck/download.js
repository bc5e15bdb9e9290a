/** A file for the visitor to keep: made in the page, and sent nowhere. */
import { element } from "./dom.js";

// Long enough for any browser to have taken it.
const A_WHILE = 60_000;

/** @param {string} type @param {{name: string, text: BlobPart}} file */
export function download(type, { name, text }) {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), A_WHILE);
}
