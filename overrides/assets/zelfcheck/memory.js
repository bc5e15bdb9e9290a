/**
 * What this browser remembers. By itself only what a reload or the back button needs: the entry in the tab's history
 * holds the form as typed. The rest happens after a click that says so, and Wipe takes it all away.
 */
(() => {
  "use strict";

  const { slot, form, filledIn, onClick } = zelfcheck;

  const ON_DEVICE = "poortwachterwijzer.zaak";
  const IN_GUIDE = "poortwachterwijzer.gids";
  const WIPED = "#gewist";

  const onDevice = document.getElementById("bewaar-apparaat");
  const inGuide = document.getElementById("toon-in-gids");

  // Browsers may refuse to store; then nothing is stored, and the box says so.
  function remember(store, key, text) {
    try {
      globalThis[store].setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  function remembered(store, key) {
    try {
      return globalThis[store].getItem(key);
    } catch {
      return null;
    }
  }

  function forget(store, key) {
    try {
      globalThis[store].removeItem(key);
    } catch {
      // Nothing can be stored, so nothing is.
    }
  }

  let wiping = false;

  /** The address without what it carried. */
  const bareAddress = () => location.href.split("#")[0];

  function keepInTab() {
    history.replaceState({ form: filledIn(), answered: !slot("result").hidden }, "");
  }

  /** What was in the form before a reload, and whether it had been answered. */
  function fromTab() {
    return history.state?.form ? history.state : undefined;
  }

  /** Keeps on the device, or shows in the guide, what the visitor asked to. */
  async function keep() {
    keepInTab();
    if (onDevice.checked) await store(onDevice, "localStorage", ON_DEVICE, "file", ({ text }) => text);
    if (inGuide.checked) await store(inGuide, "sessionStorage", IN_GUIDE, "guide", ({ dates }) => JSON.stringify(dates));
  }

  async function store(box, place, key, want, textOf) {
    const reply = await zelfcheck.ask({ form: filledIn(), want });
    if (!reply || reply.errors || remember(place, key, textOf(reply))) return;
    box.checked = false;
    zelfcheck.say(slot("kept"), "Deze browser laat dat niet toe. Er is niets bewaard.");
  }

  onDevice.addEventListener("change", () => (onDevice.checked ? keep() : forget("localStorage", ON_DEVICE)));
  inGuide.addEventListener("change", () => (inGuide.checked ? keep() : forget("sessionStorage", IN_GUIDE)));
  onDevice.checked = remembered("localStorage", ON_DEVICE) !== null;
  inGuide.checked = remembered("sessionStorage", IN_GUIDE) !== null;

  /** The save file that was kept on this device. */
  const fromDevice = () => remembered("localStorage", ON_DEVICE);

  /** Forgets everything, also what the engine still has in its memory: the page starts anew. */
  function wipe() {
    forget("localStorage", ON_DEVICE);
    forget("sessionStorage", IN_GUIDE);
    wiping = true;
    form.reset();
    history.replaceState(null, "", bareAddress() + WIPED);
    location.reload();
  }

  function sayWiped() {
    if (location.hash !== WIPED) return;
    history.replaceState(null, "", bareAddress());
    const note = slot("wiped");
    note.hidden = false;
    note.focus();
  }

  onClick("wipe", wipe);
  sayWiped();

  // While a page goes away, some browsers take no new state any more, and others tell only then.
  for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, () => wiping || keepInTab());

  Object.assign(zelfcheck, { keep, keepInTab, fromTab, fromDevice, bareAddress });
})();
