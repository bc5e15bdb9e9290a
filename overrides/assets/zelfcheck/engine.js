/** The engine's start, its progress, and what is said when it fails. */
(() => {
  "use strict";

  const { base, embedded, slot } = zelfcheck;

  const FAILURES = {
    download: embedded
      ? "Niet alles kon worden geladen. Haal de hele map van deze gids opnieuw op."
      : "Niet alles kon worden geladen. Kijk of je verbinding werkt. Helpt opnieuw proberen niet? Laad dan de pagina opnieuw.",
    integrity: embedded
      ? "Een bestand is beschadigd. Haal de hele map van deze gids opnieuw op."
      : "Een bestand kwam beschadigd aan. Helpt opnieuw proberen niet? Laad dan de pagina opnieuw.",
    start: "De zelfcheck kan in deze browser niet starten. Sluit andere tabbladen, of probeer een nieuwere browser.",
    crashed: "De zelfcheck stopte onverwacht.",
  };

  const PREPARING = "De zelfcheck wordt klaargezet…";
  const SLOW = "Dit duurt langer dan gewoon. De algemene checklist hieronder kun je alvast lezen.";

  // As long as a visitor should wait without a word.
  const SOON = 8_000;

  let waiting = false;
  let slow = 0;
  let searchRead;
  let started;

  const state = () => document.documentElement.dataset.engine;

  function setState(state) {
    document.documentElement.dataset.engine = state;
  }

  function showProgress({ stage, loaded, total }) {
    const region = slot("progress");
    const bar = region.querySelector("progress");
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1).replace(".", ",");
    if (stage === "download") {
      bar.max = total;
      bar.value = loaded;
      bar.title = `${megabytes(loaded)} van ${megabytes(total)} MB`;
    } else bar.removeAttribute("value");
    region.hidden = !waiting || stage === "ready";
  }

  /** From disk the theme reads its search index at the first search only: behind the lock, too late. */
  function searchIndex() {
    const toggle = document.getElementById("__search");
    if (!toggle) return undefined;
    toggle.click();
    toggle.click();
    const script = document.head.querySelector('script[src$="search_index.js"]');
    return script && new Promise((resolve) => (script.onload = script.onerror = resolve));
  }

  async function begin() {
    setState("loading");
    slot("failure").hidden = true;
    try {
      if (embedded) await (searchRead ??= searchIndex());
      await poortwachter.start({ base, embedded, onProgress: showProgress });
      setState("ready");
      slot("lock").textContent = "Wat je invult, blijft op dit apparaat. Deze pagina kan nu niets meer versturen.";
    } catch (error) {
      fail(error);
    }
  }

  function fail(error) {
    console.warn(error);
    setState("failed");
    slot("progress").hidden = true;
    const why = FAILURES[error.code] ?? FAILURES.crashed;
    const failure = slot("failure");
    failure.firstElementChild.textContent = `${why} De algemene checklist hieronder kun je gewoon lezen. Wat je invulde, staat er nog.`;
    failure.hidden = false;
  }

  function setWaiting(now) {
    waiting = now;
    const text = slot("progress").querySelector("p");
    text.textContent = PREPARING;
    clearTimeout(slow);
    slow = setTimeout(() => (text.textContent = SLOW), SOON);
    slot("progress").hidden = !now || state() === "ready";
  }

  /** The engine's answer, once it is there; nothing when it cannot come, which the page then tells.
   * @param {object} request */
  async function ask(request) {
    zelfcheck.checkClock();
    start();
    await started;
    if (state() !== "ready") return undefined;
    try {
      return await poortwachter.ask({ on: zelfcheck.today(), ...request });
    } catch (error) {
      fail(error);
      return undefined;
    }
  }

  const hasFailed = () => state() === "failed";

  /** Starts the engine, or starts it again after a failure. */
  function start() {
    if (state() === "idle" || hasFailed()) started = begin();
  }

  /** On a connection that is metered or slow nothing is fetched for someone who only reads. */
  const isEarly = () => embedded || (globalThis.poortwachter?.mayLoadEarly() ?? true);

  setState("idle");
  Object.assign(zelfcheck, { start, ask, isEarly, setWaiting, fail, hasFailed });
})();
