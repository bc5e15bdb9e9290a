/** Before something takes the place of what was changed here, and no file has yet: a question in the page. */
import { focusOn, goTo, onClick, slot } from "../zelfcheck/dom.js";
import { list } from "./cases.js";

const question = slot("unsaved");

const backToList = () => goTo(slot("list"));

/** What waits for an answer.
 * @type {{ go: () => void, stay: () => void }} */
let waiting = { go: () => {}, stay: () => {} };

/** Goes on; where something would be lost, only when the visitor says so.
 * @param {() => void} go @param {() => void} [stay]  what is done when they do not */
export function unlessUnsaved(go, stay = backToList) {
  if (!list.isChanged) return go();
  if (!question.hidden) waiting.stay();
  waiting = { go, stay };
  question.hidden = false;
  focusOn(question);
}

export function clearQuestion() {
  question.hidden = true;
}

onClick("go-without", () => {
  clearQuestion();
  waiting.go();
});
onClick("stay", () => {
  clearQuestion();
  waiting.stay();
});
