/**
 * A case from elsewhere: a link of somebody else, a save file, or what this device kept. The engine reads it whole;
 * until then nothing of it is shown or filled in, and what it refuses changes nothing.
 */
(() => {
  "use strict";

  const { slot, form, fill, onClick, fillAnswers } = zelfcheck;
  const LINK = "#zaak=";
  const ROLE = "#rol=";

  /** Fills in what a link or a file carries; tells whether that was possible. */
  async function open(request) {
    const reply = await zelfcheck.ask(request);
    if (!reply) return false;
    zelfcheck.clearErrors();
    if (reply.errors) {
      zelfcheck.showRefusal(reply.errors);
      return false;
    }
    fill(reply.form);
    fillAnswers(slot("sender-answers"), reply.answers);
    return true;
  }

  async function openLink(link) {
    // Out of sight, and out of what a reload would open again, whatever the link turns out to hold.
    history.replaceState(history.state, "", zelfcheck.bareAddress());
    if (!(await open({ link }))) return;
    zelfcheck.hideAnswer();
    const sender = slot("sender");
    sender.hidden = false;
    sender.focus();
    zelfcheck.keepInTab();
  }

  onClick("accept", () => {
    slot("sender").hidden = true;
    if (zelfcheck.hasFirstDay()) return form.requestSubmit();
    zelfcheck.goTo(document.getElementById("first_sick_day.day"));
  });

  document.getElementById("open-bestand").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const opened = await open({ file: await file.text() });
    target.value = "";
    if (opened && zelfcheck.hasFirstDay()) form.requestSubmit();
  });

  /** A site that shows the check in a frame may say who its visitors are. */
  function chooseRole() {
    if (!location.hash.startsWith(ROLE)) return;
    const role = location.hash.slice(ROLE.length);
    const choice = [...form.querySelectorAll('[name="role"]')].find(({ value }) => value === role);
    choice?.click();
  }

  async function openAddress() {
    chooseRole();
    if (location.hash.startsWith(LINK)) await openLink(location.hash);
  }

  addEventListener("hashchange", openAddress);

  /** What was there before, from the nearest place: a link, this tab, this device. */
  async function openFirst() {
    chooseRole();
    if (location.hash.startsWith(LINK)) return openLink(location.hash);
    const before = zelfcheck.fromTab();
    if (before) {
      fill(before.form);
      if (before.answered) await zelfcheck.answerQuietly();
      return;
    }
    const file = zelfcheck.fromDevice();
    if (file && (await open({ file })) && zelfcheck.hasFirstDay()) await zelfcheck.answerQuietly();
  }

  Object.assign(zelfcheck, { openFirst });
})();
