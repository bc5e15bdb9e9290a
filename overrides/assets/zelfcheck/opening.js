/**
 * A case from elsewhere: a link of somebody else, a save file, or what this device kept. The engine reads it whole;
 * until then nothing of it is shown or filled in, and what it refuses changes nothing.
 */
(() => {
  "use strict";

  const { slot, say, form, fill, filledIn, onClick, fillAnswers } = zelfcheck;
  const LINK = "#zaak=";
  const ROLE = "#rol=";

  const OPENING = "We openen wat er in de link of het bestand staat…";
  const NOT_YET = "De link of het bestand kon nog niet open. Er is niets kwijt.";

  /** What was typed before something else was opened, to be put back. */
  let former;

  /** What somebody else filled in, as long as it stands there to be looked at. */
  let sent;

  /** Fills in what a link or a file carries, and gives the answers in it; nothing when that was not possible. */
  async function open(request) {
    zelfcheck.holdUnopened(request);
    sayOpening(OPENING);
    const reply = await zelfcheck.ask(request);
    sayOpening(reply ? "" : NOT_YET);
    if (!reply) return undefined;
    zelfcheck.holdUnopened();
    zelfcheck.clearErrors();
    if (reply.errors) {
      zelfcheck.showRefusal(reply.errors);
      return undefined;
    }
    zelfcheck.dropAnswers();
    replace(reply.form);
    return reply.answers;
  }

  function sayOpening(text) {
    const [words, retry] = slot("opening").children;
    say(words, text);
    retry.hidden = text !== NOT_YET;
    slot("opening").hidden = !text;
  }

  const typed = () => [...form.elements].some(({ type, value, checked }) => (type === "text" ? value.trim() : checked));

  /** Fills in the form; what the visitor had typed there can come back. */
  function replace(data) {
    former = typed() ? filledIn() : undefined;
    fill(data);
    slot("replaced").hidden = !former || JSON.stringify(former) === JSON.stringify(filledIn());
  }

  onClick("put-back", () => {
    zelfcheck.dropAnswers();
    fill(former);
    slot("replaced").hidden = slot("sender").hidden = true;
    zelfcheck.goTo(document.getElementById("first_sick_day.day"));
    if (!slot("result").hidden) zelfcheck.update();
  });

  function takeLink() {
    const request = { link: location.hash };
    // Out of sight, and out of what a reload would open again, whatever the link turns out to hold.
    history.replaceState(history.state, "", zelfcheck.bareAddress());
    return openLink(request);
  }

  async function openLink(request) {
    const answers = await open(request);
    if (!answers) return;
    zelfcheck.hideAnswer();
    // Somebody else's case never takes the place of what this device keeps.
    zelfcheck.stopKeeping();
    showSender(answers);
    slot("sender").focus();
    zelfcheck.keepInTab();
  }

  function showSender(answers) {
    sent = answers;
    fillAnswers(slot("sender-answers"), answers);
    slot("sender").hidden = false;
  }

  const unaccepted = () => (slot("sender").hidden ? undefined : sent);

  onClick("accept", () => {
    slot("sender").hidden = true;
    if (zelfcheck.hasFirstDay()) return form.requestSubmit();
    zelfcheck.goTo(document.getElementById("first_sick_day.day"));
  });

  async function openFile(request) {
    if (!(await open(request))) return;
    if (zelfcheck.hasFirstDay()) form.requestSubmit();
    else zelfcheck.hideAnswer();
  }

  document.getElementById("open-bestand").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    await openFile({ file: await file.text() });
    target.value = "";
  });

  const reopen = (request) => ("link" in request ? openLink(request) : openFile(request));

  /** Tries once more what could not be opened; tells whether there was something. */
  async function openAgain() {
    const request = zelfcheck.unopened();
    if (request) await reopen(request);
    return Boolean(request);
  }

  /** A site that shows the check in a frame may say who its visitors are. */
  function chooseRole() {
    if (!location.hash.startsWith(ROLE)) return;
    const role = location.hash.slice(ROLE.length);
    const choice = [...form.querySelectorAll('[name="role"]')].find(({ value }) => value === role);
    choice?.click();
  }

  async function openAddress() {
    chooseRole();
    if (location.hash.startsWith(LINK)) await takeLink();
  }

  addEventListener("hashchange", openAddress);

  /** What was there before, from the nearest place: a link, this tab, this device. */
  async function openFirst() {
    chooseRole();
    const before = zelfcheck.fromTab();
    if (before) fill(before.form);
    if (before?.sent) showSender(before.sent);
    if (location.hash.startsWith(LINK)) {
      // What the device keeps was not opened, and so is not to be replaced.
      if (!before) zelfcheck.stopKeeping();
      return takeLink();
    }
    if (before?.unopened) return reopen(before.unopened);
    if (before?.answered) return zelfcheck.update();
    const file = before ? null : zelfcheck.fromDevice();
    if (!file) return;
    if (await open({ file })) return zelfcheck.hasFirstDay() && zelfcheck.update();
    if (!zelfcheck.unopened()) zelfcheck.stopKeeping();
  }

  Object.assign(zelfcheck, { openFirst, openAgain, unaccepted });
})();
