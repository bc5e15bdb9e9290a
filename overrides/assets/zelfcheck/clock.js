/** Today where the visitor is, and a word about a clock that cannot be right: every "te laat" hangs on it. */
(() => {
  "use strict";

  const { slot, say } = zelfcheck;

  // No page is older than its rules, and few outlive them by so much.
  const LONGEST = 5;

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  const yearOf = (day) => Number(day.slice(0, 4));

  function checkClock() {
    const { edition } = slot("clock").dataset;
    const wrong = today() < edition || yearOf(today()) > yearOf(edition) + LONGEST;
    say(slot("clock"), wrong ? told() : "");
  }

  /** Only when it is to be said: to write a day in words takes a browser longer than all else here. */
  function told() {
    const date = new Date().toLocaleDateString("nl-NL", { dateStyle: "long" });
    return `Volgens dit apparaat is het vandaag ${date}. Klopt dat niet? Zet de datum van het apparaat goed. Anders klopt ook niet wat hier te laat is.`;
  }

  checkClock();
  Object.assign(zelfcheck, { today, checkClock });
})();
