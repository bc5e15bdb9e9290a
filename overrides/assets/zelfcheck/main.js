/** Brings the form to the engine and its answer to the page: when asked, and from then on with every change. */
(() => {
  "use strict";

  const { form, slot, say, filledIn, onClick } = zelfcheck;

  // Long enough not to answer every letter, short enough not to be waited for.
  const PAUSE = 250;

  let last = 0;
  let timer = 0;
  // An answer that was asked for and has not come.
  let owed = false;

  /** The reply to the form as it is now; nothing when a later question overtook it. */
  async function askForm() {
    const number = ++last;
    const reply = await zelfcheck.ask({ form: filledIn() });
    return number === last ? reply : undefined;
  }

  /** Shows the answer; what was made of an earlier one goes. */
  function showAnswer(reply) {
    zelfcheck.dropText();
    zelfcheck.showAnswer(reply);
  }

  async function answerForm() {
    clearTimeout(timer);
    zelfcheck.clearErrors();
    say(slot("stale"), "");
    slot("sender").hidden = true;
    zelfcheck.setWaiting(true);
    owed = true;
    const reply = await askForm();
    zelfcheck.setWaiting(false);
    if (!reply) return;
    owed = false;
    if (reply.errors) {
      zelfcheck.hideAnswer();
      zelfcheck.showErrors(reply.errors);
    } else {
      showAnswer(reply);
      zelfcheck.goTo(slot("answer"));
      await zelfcheck.showLink();
    }
    await zelfcheck.keep();
  }

  /** Answers without moving anything; a mistake is told where the old answer is, and waits. */
  async function answerQuietly() {
    const reply = await askForm();
    if (!reply) return;
    const told = reply.errors ? `Dit overzicht is van voor je laatste wijziging. ${reply.errors[0].message}` : "";
    say(slot("stale"), told);
    if (!reply.errors) {
      showAnswer(reply);
      await zelfcheck.showLink();
    }
    await zelfcheck.keep();
  }

  /** An answer that is still to come is not one to what the form holds from here on. */
  function dropAnswers() {
    clearTimeout(timer);
    last++;
    owed = false;
  }

  // What nobody foresaw is a failure too, not a silence.
  const answer = () => void answerForm().catch(zelfcheck.fail);
  const update = () => void answerQuietly().catch(zelfcheck.fail);

  function changed() {
    clearTimeout(timer);
    const answered = !slot("result").hidden;
    timer = setTimeout(answered ? update : zelfcheck.keepInTab, PAUSE);
  }

  /** After a failure: what was to be opened, then what was to be answered, and else only the engine. */
  async function tryAgain() {
    if (await zelfcheck.openAgain()) return;
    if (zelfcheck.hasFirstDay()) return answer();
    zelfcheck.start();
    zelfcheck.setWaiting(true);
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });
  onClick("retry", () => {
    form.querySelector('[type="submit"]').focus();
    void tryAgain();
  });
  addEventListener("online", () => {
    if (!zelfcheck.hasFailed()) return;
    if (owed || zelfcheck.unopened()) void tryAgain();
    else zelfcheck.start();
  });
  document.querySelector(".pw-given a").addEventListener("click", (event) => {
    event.preventDefault();
    zelfcheck.goTo(document.getElementById("first_sick_day.day"));
  });

  Object.assign(zelfcheck, { update, dropAnswers });
  form.hidden = false;
  slot("not-started").hidden = true;
  if (zelfcheck.isEarly()) zelfcheck.start();
  else form.addEventListener("focusin", zelfcheck.start, { once: true });
  void zelfcheck.openFirst();
  zelfcheck.keepWhenLeaving();
})();
