/** Writes down of each tap when its answer had come, stood in the page, and was drawn: milliseconds, in `taps`. */
{
  /** @type {object[]} */
  const taps = [];
  let began = 0;
  /** @type {object | undefined} */
  let answered;
  const since = () => performance.now() - began;

  /** @param {() => void} act */
  function onceDrawn(act) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    requestAnimationFrame(() => port2.postMessage(undefined));
  }

  function watchReplies() {
    const { ask } = poortwachter;
    poortwachter.ask = async (request) => {
      const asked = performance.now();
      const reply = await ask(request);
      if (!("want" in request)) answered = { waited: performance.now() - asked, answered: since() };
      return reply;
    };
  }

  // What came of a reply is in the page: the first thing that changes after it.
  function seeShown() {
    if (!answered) return;
    const figures = { ...answered, shown: since() };
    answered = undefined;
    onceDrawn(() => taps.push({ ...figures, drawn: since() }));
  }

  addEventListener("click", ({ timeStamp }) => (began = timeStamp), { capture: true });
  addEventListener("DOMContentLoaded", () => {
    watchReplies();
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(seeShown).observe(document.body, all);
  });
  Object.assign(globalThis, { taps });
}
