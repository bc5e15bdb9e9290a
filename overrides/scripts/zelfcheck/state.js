/** What the page has in hand besides the form: what a link or a file carried, and nobody else knows. */
import { fillAnswers, slot } from "./dom.js";

/**
 * unopened: what the engine could not read yet; it is not lost, neither by a failure nor by a reload.
 * sent: what somebody else filled in, as long as it stands there to be looked at.
 * shown: the form to which the list on the page is the answer.
 * @type {{
 *   unopened?: import("./requests").Opening,
 *   sent?: import("./view").AnsweredQuestion[],
 *   shown?: import("./requests").FormData,
 * }}
 */
export const inHand = {};

/** Shows what somebody else filled in, or takes it away.
 * @param {import("./view").AnsweredQuestion[]} [answers] */
export function setSender(answers) {
  inHand.sent = answers;
  fillAnswers(slot("sender-answers"), answers ?? []);
  slot("sender").hidden = !answers;
}
