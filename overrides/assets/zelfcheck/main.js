/** Brings the form to the engine and its answer to the page: when asked, and from then on with every change. */
(() => {
  "use strict";

  const { form, slot, say, filledIn } = zelfcheck;

  // Long enough not to answer every letter, short enough not to be waited for.
  const PAUSE = 250;

  let last = 0;
  let timer = 0;

  /** The reply to the form as it is now; nothing when a later question overtook it. */
  async function askForm() {
    const number = ++last;
    const reply = await zelfcheck.ask({ form: filledIn() });
    return number === last ? reply : undefined;
  }

  async function answerForm() {
    clearTimeout(timer);
    zelfcheck.clearErrors();
    say(slot("stale"), "");
    slot("sender").hidden = true;
    zelfcheck.setWaiting(true);
    const reply = await askForm();
    zelfcheck.setWaiting(false);
    if (!reply) return;
    if (reply.errors) {
      zelfcheck.hideAnswer();
      zelfcheck.showErrors(reply.errors);
    } else {
      zelfcheck.showAnswer(reply);
      zelfcheck.goTo(slot("answer"));
    }
    await zelfcheck.keep();
  }

  /** Answers without moving anything; a mistake is told where the old answer is, and waits. */
  async function answerQuietly() {
    const reply = await askForm();
    if (!reply) return;
    const told = reply.errors ? `Dit overzicht is van voor je laatste wijziging. ${reply.errors[0].message}` : "";
    say(slot("stale"), told);
    if (!reply.errors) zelfcheck.showAnswer(reply);
    await zelfcheck.showLink();
    await zelfcheck.keep();
  }

  function changed() {
    clearTimeout(timer);
    const answered = !slot("result").hidden;
    timer = setTimeout(answered ? answerQuietly : zelfcheck.keepInTab, PAUSE);
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void answerForm();
  });
  form.querySelector('[data-action="retry"]').addEventListener("click", () => {
    form.querySelector('[type="submit"]').focus();
    if (zelfcheck.hasFirstDay()) return void answerForm();
    zelfcheck.start();
    zelfcheck.setWaiting(true);
  });
  document.querySelector(".pw-given a").addEventListener("click", (event) => {
    event.preventDefault();
    zelfcheck.goTo(document.getElementById("first_sick_day.day"));
  });

  Object.assign(zelfcheck, { answerQuietly });
  form.hidden = false;
  if (zelfcheck.isEarly()) zelfcheck.start();
  else form.addEventListener("focusin", zelfcheck.start, { once: true });
  void zelfcheck.openFirst();
})();
