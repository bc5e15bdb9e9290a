/**
 * A case from elsewhere: a link of somebody else, a save file, or what this device kept. The engine reads it whole;
 * until then nothing of it is shown or filled in, and what it refuses changes nothing.
 */
import { answer, dropAnswers, restore } from "./answering.js";
import { bareAddress, fieldById, focusOn, goTo, onClick, say, slot } from "./dom.js";
import { ask } from "./engine-status.js";
import { clearErrors, showRefusal } from "./errors.js";
import { chooseRole, fields, fill, filledIn, form, hasFirstDay } from "./form.js";
import { message } from "./messages.js";
import { hideResult } from "./result.js";
import { inHand, setSender } from "./state.js";
import { fromDevice, fromTab, keepInTab, stopKeeping } from "./storage.js";
import { endTrial, ownForm } from "./trial.js";

/** @typedef {import("./requests").Opening} Opening */

const LINK = "#zaak=";
const ROLE = "#rol=";

/** What was typed before something else was opened, to be put back, and whether it was answered.
 * @type {{form: import("./requests").FormData, answered: boolean} | undefined} */
let former;

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
  hold();
  clearErrors();
  if (reply.errors) {
    showRefusal(reply.errors);
    return undefined;
  }
  dropAnswers();
  replace(reply.form);
  return reply.answers;
}

/** @param {"" | "opening" | "not_opened"} name */
function sayOpening(name) {
  const [words, retry] = slot("opening").children;
  say(words, name && message(name));
  retry.toggleAttribute("hidden", name !== "not_opened");
  slot("opening").hidden = !name;
}

const isTyped = () => fields().some(({ type, value, checked }) => (type === "text" ? value.trim() : checked));

/** Fills in the form; what the visitor had typed there can come back.
 * @param {import("./requests").FormData} data */
function replace(data) {
  former = isTyped() ? { form: ownForm(), answered: Boolean(inHand.shown) } : undefined;
  endTrial();
  fill(data);
  slot("replaced").hidden = !former || JSON.stringify(former.form) === JSON.stringify(filledIn());
}

export const goToFirstDay = () => goTo(fieldById("first_sick_day.day"));

onClick("put-back", () => {
  dropAnswers();
  endTrial();
  if (former) fill(former.form);
  slot("replaced").hidden = true;
  setSender();
  if (former?.answered) answer();
  else goToFirstDay();
});

function takeLink() {
  const request = { link: location.hash };
  // Out of sight, and out of what a reload would open again, whatever the link turns out to hold.
  history.replaceState(history.state, "", bareAddress());
  return openLink(request);
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
  if (hasFirstDay()) form.requestSubmit();
  else hideResult();
}

const chosenFile = fieldById("open-bestand");

chosenFile.addEventListener("change", async () => {
  const file = chosenFile.files?.[0];
  if (!file) return;
  await openFile({ file: await file.text() });
  chosenFile.value = "";
});

/** @param {Opening} request */
const reopen = (request) => ("link" in request ? openLink(request) : openFile(request));

/** Tries once more what could not be opened; tells whether there was something. */
export async function openAgain() {
  const request = inHand.unopened;
  if (request) await reopen(request);
  return Boolean(request);
}

/** A site that shows the check in a frame may say who its visitors are. */
function takeRole() {
  if (location.hash.startsWith(ROLE)) chooseRole(location.hash.slice(ROLE.length));
}

addEventListener("hashchange", () => {
  takeRole();
  if (location.hash.startsWith(LINK)) void takeLink();
});

/** What was there before, from the nearest place: a link, this tab, this device. */
export async function openFirst() {
  takeRole();
  const before = fromTab();
  if (before) fill(before.form);
  if (before?.sent) setSender(before.sent);
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
