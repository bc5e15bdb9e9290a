/**
 * A case from elsewhere: a link of somebody else, a save file, or what this device kept. The engine reads it whole;
 * until then nothing of it is shown or filled in, and what it refuses changes nothing.
 */
import { answer, dropAnswers, isOwed, restore } from "./answering.js";
import { bareAddress, fieldById, focusOn, goTo, onClick, say, setEntry, slot } from "./dom.js";
import { ask, fail } from "./engine-status.js";
import { clearErrors, showRefusal } from "./errors.js";
import { chooseRole, fill, filled, filledIn, form, hasFirstDay } from "./form.js";
import { message } from "./messages.js";
import { hideResult } from "./result.js";
import { inHand, setSender } from "./state.js";
import { fromDevice, fromTab, keepInTab, stopKeeping } from "./storage.js";
import { endTrial, ownForm } from "./trial.js";

/** @typedef {import("./requests").Opening} Opening */

const LINK = "#zaak=";
const ROLE = "#rol=";

const chosenFile = fieldById("open-bestand");
// In bytes; what is larger is not read, for the engine would refuse it all the same.
const LARGEST = Number(chosenFile.dataset.largest);

/** @param {Opening} [request] */
function hold(request) {
  inHand.unopened = request;
  keepInTab();
}

/** Fills in what a link or a file carries, and gives the answers in it; nothing when that was not possible.
 * @param {Opening} request */
async function open(request) {
  hold(request);
  sayOpening("opening");
  const reply = await ask(request);
  sayOpening(reply ? "" : "not_opened");
  if (!reply) return undefined;
  // Another may have come meanwhile.
  if (inHand.unopened === request) hold();
  if (reply.errors) {
    refuse(reply.errors);
    return undefined;
  }
  replace(reply.form);
  return reply.answers;
}

/** @param {import("./requests").Fault[]} errors */
function refuse(errors) {
  clearErrors();
  showRefusal(errors);
}

/** What the page refuses by itself, without the engine.
 * @param {string} why */
const refuseUnread = (why) => refuse([{ field: "", message: message(why) }]);

/** @param {"" | "opening" | "not_opened"} name */
function sayOpening(name) {
  const [words, retry] = slot("opening").children;
  say(words, name && message(name));
  retry.toggleAttribute("hidden", name !== "not_opened");
  slot("opening").hidden = !name;
}

const isOwn = () => !inHand.foreign && filled().length > 0;
const isBare = () => filled().every(({ name }) => name === "role");

/** @returns {import("./state.js").Former} */
function asItStands() {
  const { foreign, sent, shown } = inHand;
  return { form: ownForm(), foreign, sent, answered: Boolean(shown) || isOwed() };
}

/** Fills in what came from elsewhere; what it takes the place of can come back.
 * @param {import("./requests").FormData} data */
function replace(data) {
  const former = asItStands();
  const isFirst = !inHand.aside.length && !isBare();
  const own = isOwn();
  dropAnswers();
  endTrial();
  fill(data);
  const differs = JSON.stringify(former.form) !== JSON.stringify(filledIn());
  if (own || (isFirst && differs)) inHand.aside.push(former);
  inHand.foreign = true;
  offerBack();
}

function offerBack() {
  slot("replaced").hidden = !inHand.aside.length;
}

export const goToFirstDay = () => goTo(fieldById("first_sick_day.day"));

onClick("put-back", () => {
  const former = inHand.aside.pop();
  if (!former) return;
  // Changed by hand, what stands there is of the visitor too: it comes back after all else.
  if (isOwn()) inHand.aside.unshift(asItStands());
  dropAnswers();
  endTrial();
  hideResult();
  fill(former.form);
  inHand.foreign = former.foreign;
  setSender(former.sent);
  offerBack();
  keepInTab();
  if (former.answered) answer();
  else if (former.sent) focusOn(slot("sender"));
  else goToFirstDay();
});

async function takeLink() {
  const request = { link: location.hash };
  // Out of sight, and out of what a reload would open again, whatever the link turns out to hold.
  setEntry(history.state, bareAddress());
  return request.link.length > LARGEST ? refuseUnread("too_large_to_read") : openLink(request);
}

/** @param {Opening} request */
async function openLink(request) {
  const answers = await open(request);
  if (!answers) return;
  hideResult();
  // Somebody else's case never takes the place of what this device keeps.
  stopKeeping();
  setSender(answers);
  focusOn(slot("sender"));
  keepInTab();
}

onClick("accept", () => {
  setSender();
  if (hasFirstDay()) form.requestSubmit();
  else goToFirstDay();
});

/** @param {Opening} request */
async function openFile(request) {
  if (!(await open(request))) return;
  if (hasFirstDay()) return form.requestSubmit();
  hideResult();
  keepInTab();
}

/** @param {File} file */
async function read(file) {
  if (file.size > LARGEST) return refuseUnread("too_large_to_read");
  // It may be gone, or nobody may read it.
  const text = await file.text().catch(() => undefined);
  return text === undefined ? refuseUnread("unreadable") : openFile({ file: text });
}

chosenFile.addEventListener("change", () => {
  const file = chosenFile.files?.[0];
  if (!file) return;
  // Whatever becomes of it: the same file may be chosen again.
  chosenFile.value = "";
  read(file).catch(fail);
});

/** @param {Opening} request */
const reopen = (request) => ("link" in request ? openLink(request) : openFile(request));

/** Tries once more what could not be opened; tells whether there was something. */
export async function openAgain() {
  const request = inHand.unopened;
  if (request) await reopen(request);
  return Boolean(request);
}

/** A site that shows the check in a frame may say who its visitors are, until anything is chosen or filled in. */
function takeRole() {
  if (!location.hash.startsWith(ROLE) || isOwn() || !isBare()) return;
  chooseRole(location.hash.slice(ROLE.length));
  inHand.foreign = true;
}

addEventListener("hashchange", () => {
  takeRole();
  if (location.hash.startsWith(LINK)) takeLink().catch(fail);
});

/** @param {import("./storage.js").Tab} before */
function takeUp({ form, foreign, sent, shown, aside = [] }) {
  fill(form);
  Object.assign(inHand, { foreign, shown, aside });
  setSender(sent);
  offerBack();
}

/** What was there before, from the nearest place: a link, this tab, this device. */
export async function openFirst() {
  const before = fromTab();
  if (before) takeUp(before);
  else takeRole();
  if (location.hash.startsWith(LINK)) {
    // What the device keeps was not opened, and so is not to be replaced.
    if (!before) stopKeeping();
    return takeLink();
  }
  if (before?.unopened) return reopen(before.unopened);
  if (before?.shown) return restore(before.shown);
  const file = before ? null : fromDevice();
  if (!file) return;
  if (await open({ file })) {
    if (hasFirstDay()) restore();
  } else if (!inHand.unopened) stopKeeping();
}
