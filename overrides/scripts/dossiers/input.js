/** What comes in: a file that is chosen or dropped, what is pasted from a spreadsheet, or the example. */
import { fieldById, onClick, slot } from "../zelfcheck/dom.js";
import { download } from "../zelfcheck/download.js";
import { fail } from "../zelfcheck/engine-status.js";
import { message } from "../zelfcheck/messages.js";
import { today } from "../zelfcheck/today.js";
import { example } from "./example.js";
import { refuse } from "./faults.js";
import { read } from "./reading.js";

const chosenFile = fieldById("dossiers-bestand");
const pasted = fieldById("dossiers-plak");
const { largest, command = "", separator = "" } = chosenFile.dataset;
// In bytes; of what is larger nothing is read here, but by the command.
const LARGEST = Number(largest);

const MARKS = [
  { first: [0xff, 0xfe], label: "utf-16le" },
  { first: [0xfe, 0xff], label: "utf-16be" },
];

/** The text of a file: what is no UTF is what spreadsheets on Windows write.
 * @param {ArrayBuffer} buffer */
function decoded(buffer) {
  const bytes = new Uint8Array(buffer);
  const marked = MARKS.find(({ first }) => first.every((byte, i) => bytes[i] === byte));
  if (marked) return new TextDecoder(marked.label).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

// What people call a megabyte when they look at a file.
const MEGABYTE = 2 ** 20;

/** Reads a text, unless it would take too long here.
 * @param {string} text @param {number} [size] */
function take(text, size = text.length) {
  if (size > LARGEST) refuse([message("table_too_large", { expected: LARGEST / MEGABYTE, name: command })]);
  else read(text);
}

/** @param {File} file */
async function takeFile(file) {
  if (file.size > LARGEST) return take("", file.size);
  // It may be gone, or nobody may read it.
  const buffer = await file.arrayBuffer().catch(() => undefined);
  if (buffer) take(decoded(buffer));
  else refuse([message("unreadable")]);
}

/** @param {Iterable<File> | undefined} files */
async function takeFiles(files) {
  const [file, ...more] = files ?? [];
  if (slot("many-cases").hidden) return refuse([message("back_first")]);
  if (more.length) return refuse([message("one_file")]);
  if (file) await takeFile(file);
}

chosenFile.addEventListener("change", () => {
  takeFiles(chosenFile.files ?? undefined)
    .catch(fail)
    .finally(() => {
      // The same file may be chosen again, when it was mended.
      chosenFile.value = "";
    });
});

/** @param {DragEvent} event */
const hasFiles = ({ dataTransfer }) => dataTransfer?.types.some((type) => /^Files$/.test(type));

// Wherever it falls: a browser would open it, and the list would be gone.
document.addEventListener("dragover", (event) => {
  if (hasFiles(event)) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  takeFiles(event.dataTransfer?.files).catch(fail);
});

onClick("read-pasted", () => take(pasted.value));
const exampleOfToday = () => example(today(), separator);

onClick("example", () => read(exampleOfToday()));
onClick("example-file", () => download("text/csv", { name: `${message("example_name")}.csv`, text: exampleOfToday() }));
