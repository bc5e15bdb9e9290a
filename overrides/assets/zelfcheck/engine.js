/** The engine's start, its progress, and what is said when it fails. */
(() => {
  "use strict";

  const { base, embedded, slot } = zelfcheck;

  const FAILURES = {
    download: "Niet alles kon worden geladen. Kijk of je verbinding werkt.",
    integrity: "Een bestand kwam beschadigd aan. Laad de pagina opnieuw.",
    start: "Je browser kan deze zelfcheck niet starten. Probeer een nieuwere browser.",
    crashed: "De zelfcheck stopte onverwacht.",
  };

  let waiting = false;
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
    slot("progress").querySelector("p").textContent = "De zelfcheck wordt klaargezet…";
    slot("progress").hidden = !now || state() === "ready";
  }

  /** The engine's answer, once it is there; nothing when it cannot come, which the page then tells.
   * @param {object} request */
  async function ask(request) {
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

  /** Starts the engine, or starts it again after a failure. */
  function start() {
    if (["idle", "failed"].includes(state())) started = begin();
  }

  /** On a connection that is metered or slow nothing is fetched for someone who only reads. */
  const isEarly = () => embedded || (globalThis.poortwachter?.mayLoadEarly() ?? true);

  setState("idle");
  Object.assign(zelfcheck, { start, ask, isEarly, setWaiting });
})();
