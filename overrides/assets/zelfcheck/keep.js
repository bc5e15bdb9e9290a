/** Taking it along: a calendar file, paper, text, a save file, and a link for somebody else. */
(() => {
  "use strict";

  const { page, slot, filledIn, fillAnswers, say, onClick } = zelfcheck;

  /** Asks the engine for something of the form; a form with a mistake is told as always. */
  async function make(want, more = {}) {
    const reply = await zelfcheck.ask({ form: filledIn(), want, ...more });
    if (!reply?.errors) return reply;
    zelfcheck.showErrors(reply.errors);
    return undefined;
  }

  function download(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    say(slot("kept"), `Het bestand ${name} is klaar om te bewaren.`);
  }

  onClick("calendar", async () => {
    const made = await make("calendar");
    if (made) download("afspraken.ics", "text/calendar", made.text);
  });

  onClick("calendar-one", async (button) => {
    const { obligation: id, n } = button.closest("[data-obligation]").dataset;
    const made = await make("calendar", { only: { id, n: n ? Number(n) : null } });
    if (made) download("afspraak.ics", "text/calendar", made.text);
  });

  onClick("file", async () => {
    const made = await make("file");
    if (made) download("zelfcheck.json", "application/json", made.text);
  });

  // Browsers let a page copy only at some addresses; elsewhere the visitor copies by hand.
  async function copy(text, field) {
    try {
      await navigator.clipboard.writeText(text);
      say(slot("kept"), "Gekopieerd.");
    } catch {
      field.closest("[data-slot]").hidden = false;
      field.value = text;
      field.focus();
      field.select();
    }
  }

  const byHand = document.getElementById("met-de-hand");

  onClick("copy", async () => {
    const made = await make("text");
    if (made) await copy(made.text, byHand);
  });

  // Paper: the table and what was filled in unfold, and fold again. The theme unfolds all the rest too, which is far too
  // much: the styles print of it only what the visitor unfolded.

  let unfolded = [];

  addEventListener("beforeprint", () => {
    unfolded = [...page.querySelectorAll(".pw-table, .pw-filled")].filter(({ open }) => !open);
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });

  page.addEventListener("click", ({ target }) => {
    const details = target.closest("summary")?.parentElement;
    details?.toggleAttribute("data-unfolded", !details.open);
  });
  onClick("print", () => print());

  // The link.

  const link = slot("link");
  const text = document.getElementById("link-tekst");

  async function showLink() {
    text.value = "";
    if (!link.open) return;
    const parts = [...link.querySelectorAll('[type="checkbox"]:checked')].map(({ value }) => value);
    const made = await make("link", { parts });
    if (!made) return;
    fillAnswers(slot("link-answers"), made.answers);
    text.value = `${zelfcheck.bareAddress()}#${made.text}`;
  }

  link.addEventListener("toggle", showLink);
  link.addEventListener("change", showLink);
  onClick("copy-link", async () => {
    await showLink();
    if (text.value) await copy(text.value, text);
  });

  function dropText() {
    byHand.value = text.value = "";
    byHand.closest("[data-slot]").hidden = true;
  }

  Object.assign(zelfcheck, { showLink, dropText });
})();
