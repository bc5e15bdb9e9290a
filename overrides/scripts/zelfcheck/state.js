/** What the page has in hand besides the form: what a link or a file carried, and nobody else knows. */
import { fillAnswers, slot } from "./dom.js";

/**
 * unopened: what the engine could not read yet; it is not lost, neither by a failure nor by a reload.
 * sent: what somebody else filled in, as long as it stands there to be looked at.
 * @type {{unopened?: import("./requests").Opening, sent?: import("./view").AnsweredQuestion[]}}
 */
export const inHand = {};

/** @param {import("./view").AnsweredQuestion[]} answers */
export function showSender(answers) {
  inHand.sent = answers;
  fillAnswers(slot("sender-answers"), answers);
  slot("sender").hidden = false;
}

export function hideSender() {
  inHand.sent = undefined;
  slot("sender").hidden = true;
}
