/** Writes down of each tap when its answer had come, stood in the page, and was drawn: milliseconds, in `taps`. */
{
  /** @type {object[]} */
  const taps = [];
  let began = 0;
  /** @type {{ tapped: number } & Record<string, number> | undefined} */
  let reply;

  /** @param {() => void} act */
  function onceDrawn(act) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    requestAnimationFrame(() => port2.postMessage(undefined));
  }

  function watchReplies() {
    const { ask } = poortwachter;
    poortwachter.ask = async (request) => {
      // Another tap may come before the answer to this one.
      const tapped = began;
      const asked = performance.now();
      const replied = await ask(request);
      const now = performance.now();
      if (!("want" in request)) reply = { tapped, waited: now - asked, answered: now - tapped };
      return replied;
    };
  }

  // What came of a reply is in the page: the first thing that changes after it.
  function seeShown() {
    if (!reply) return;
    const { tapped, ...figures } = reply;
    reply = undefined;
    const shown = performance.now() - tapped;
    onceDrawn(() => taps.push({ ...figures, shown, drawn: performance.now() - tapped }));
  }

  addEventListener("click", ({ timeStamp }) => (began = timeStamp), { capture: true });
  addEventListener("DOMContentLoaded", () => {
    watchReplies();
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(seeShown).observe(document.body, all);
  });
  Object.assign(globalThis, { taps });
}
