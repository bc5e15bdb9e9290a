/** What the page has in hand besides the form: what a link or a file carried, and nobody else knows. */
import { fillAnswers, slot } from "./dom.js";

/** What somebody else filled in, in the words of each language.
 * @typedef {Record<string, import("./view").AnsweredQuestion[]>} Sent */

/** A case that gave way to another, with what it takes to bring it back as it stood.
 * @typedef {{
 *   form: import("./requests").FormData,
 *   foreign?: boolean,
 *   sent?: Sent,
 *   answered: boolean,
 * }} Former */

/**
 * unopened: what the engine could not read yet; it is not lost, neither by a failure nor by a reload.
 * sent: what somebody else filled in, as long as it stands there to be looked at.
 * shown: the form to which the list on the page is the answer.
 * foreign: what stands in the form came from elsewhere, and was not changed by hand; to accept it changes nothing.
 * aside: what gave way, last of all what comes back first. What somebody typed or changed by hand stays there until it
 *   is put back or wiped, however much comes from elsewhere after it: of that, only a first case is set aside.
 * @type {{
 *   unopened?: import("./requests").Opening,
 *   sent?: Sent,
 *   shown?: import("./requests").FormData,
 *   foreign?: boolean,
 *   aside: Former[],
 * }}
 */
export const inHand = { aside: [] };

/** Shows what somebody else filled in, or takes it away.
 * @param {Sent} [answers] */
export function setSender(answers) {
  inHand.sent = answers;
  fillAnswers(slot("sender-answers"), answers?.[document.documentElement.lang] ?? []);
  slot("sender").hidden = !answers;
}
