/**
 * What this browser remembers. By itself only what a reload or the back button needs: the entry in the tab's history
 * holds the form as typed. The rest happens after a click that says so, and Wipe takes it all away.
 */
(() => {
  "use strict";

  const { slot, form, filledIn, onClick } = zelfcheck;

  const ON_DEVICE = "poortwachterwijzer.zaak";
  const IN_GUIDE = "poortwachterwijzer.gids";

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
  /** A link or a file that the engine could not read yet: not lost, neither by a failure nor by a reload. */
  let held;
  /** What this tab last knew to be on the device, also before a reload: anything else there is not this tab's to replace. */
  let known = history.state?.form ? (history.state.known ?? null) : remembered("localStorage", ON_DEVICE);

  /** The address without what it carried: also without words that were searched for, or what another put there. */
  const bareAddress = () => location.href.split(/[?#]/)[0];

  function keepInTab() {
    if (wiping) return;
    const answered = !slot("result").hidden;
    history.replaceState({ form: filledIn(), answered, unopened: held, sent: zelfcheck.unaccepted(), known }, "");
  }

  /** @param {object} [request] */
  function holdUnopened(request) {
    held = request;
    keepInTab();
  }

  /** What was in the form before a reload, whether it had been answered, and what was still to be opened or accepted. */
  function fromTab() {
    return history.state?.form ? history.state : undefined;
  }

  /** Keeps on the device, or shows in the guide, what the visitor asked to. */
  async function keep() {
    keepInTab();
    if (onDevice.checked) await keepOnDevice();
    if (inGuide.checked) await store(inGuide, "sessionStorage", IN_GUIDE, "guide", ({ dates }) => JSON.stringify(dates));
  }

  async function keepOnDevice() {
    if (remembered("localStorage", ON_DEVICE) !== known) return stopKeeping();
    await store(onDevice, "localStorage", ON_DEVICE, "file", ({ text }) => text);
    if (!onDevice.checked) return;
    known = remembered("localStorage", ON_DEVICE);
    keepInTab();
  }

  /** Leaves what is on the device as it is: another tab, or another case, put it there. */
  function stopKeeping() {
    if (!onDevice.checked) return;
    onDevice.checked = false;
    known = null;
    keepInTab();
    slot("not-kept").hidden = false;
  }

  async function store(box, place, key, want, textOf) {
    const reply = await zelfcheck.ask({ form: filledIn(), want });
    // The visitor may have thought better of it meanwhile.
    if (wiping || !box.checked) return;
    if (!reply || reply.errors || remember(place, key, textOf(reply))) return;
    box.checked = false;
    zelfcheck.say(slot("kept"), "Deze browser laat dat niet toe. Er is niets bewaard.");
  }

  onDevice.addEventListener("change", () => {
    slot("not-kept").hidden = true;
    if (!onDevice.checked) forget("localStorage", ON_DEVICE);
    known = remembered("localStorage", ON_DEVICE);
    if (onDevice.checked) void keep();
  });
  inGuide.addEventListener("change", () => (inGuide.checked ? keep() : forget("sessionStorage", IN_GUIDE)));
  onDevice.checked = known !== null;
  inGuide.checked = remembered("sessionStorage", IN_GUIDE) !== null;

  /** The save file that was kept on this device. */
  const fromDevice = () => remembered("localStorage", ON_DEVICE);

  /** Forgets everything, also what the engine still has in its memory: the page starts anew. */
  function wipe() {
    wiping = true;
    zelfcheck.dropAnswers();
    forget("localStorage", ON_DEVICE);
    forget("sessionStorage", IN_GUIDE);
    form.reset();
    // Not in the address: anybody can write a link, and it would say so of what was never wiped.
    history.replaceState({ wiped: true }, "", bareAddress());
    location.reload();
  }

  function sayWiped() {
    if (!history.state?.wiped) return;
    history.replaceState(null, "");
    const note = slot("wiped");
    note.hidden = false;
    note.focus();
  }

  onClick("wipe", wipe);
  sayWiped();

  // While a page goes away, some browsers take no new state any more, and others tell only then.
  function keepWhenLeaving() {
    for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, keepInTab);
  }

  const unopened = () => held;

  Object.assign(zelfcheck, {
    keep, keepInTab, keepWhenLeaving, stopKeeping, holdUnopened, unopened, fromTab, fromDevice, bareAddress,
  });
})();
