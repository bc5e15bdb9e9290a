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
const place = slot("drop");
// In bytes; of what is larger nothing is read.
const LARGEST = Number(chosenFile.dataset.largest);

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

/** @param {File | undefined} file */
async function take(file) {
  if (!file) return;
  if (file.size > LARGEST) return refuse([message("table_too_large")]);
  // It may be gone, or nobody may read it.
  const buffer = await file.arrayBuffer().catch(() => undefined);
  if (!buffer) return refuse([message("unreadable")]);
  await read(decoded(buffer));
}

chosenFile.addEventListener("change", () => {
  const file = chosenFile.files?.[0];
  // The same file may be chosen again, when it was mended.
  take(file)
    .catch(fail)
    .finally(() => {
      chosenFile.value = "";
    });
});

place.addEventListener("dragover", (event) => event.preventDefault());
place.addEventListener("drop", (event) => {
  event.preventDefault();
  take(event.dataTransfer?.files[0]).catch(fail);
});

onClick("read-pasted", () => void read(pasted.value).catch(fail));
onClick("example", () => void read(example(today())).catch(fail));
onClick("example-file", () => download("text/csv", { name: `${message("example_name")}.csv`, text: example(today()) }));
