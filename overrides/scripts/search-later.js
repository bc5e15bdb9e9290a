/**
 * The theme's search makes its index, in a worker, as soon as it has it: just when the engine starts, which is what
 * visitors of this page wait for. Here the index waits in the page, until the engine is there or somebody searches.
 */

// What the theme calls the message that carries the index.
const SETUP = 0;

const root = document.documentElement;
const post = Worker.prototype.postMessage;

const engineIsDone = new Promise((resolve) => {
  const look = () => ["ready", "failed"].includes(root.dataset.engine ?? "") && resolve(null);
  new MutationObserver(look).observe(root, { attributeFilter: ["data-engine"] });
});
const somebodySearches = new Promise((resolve) => {
  document.forms.namedItem("search")?.addEventListener("focusin", resolve, { once: true });
});

/** @param {any} message @param {any} more */
Worker.prototype.postMessage = function (message, more) {
  const send = () => post.call(this, message, more);
  if (message.type === SETUP) void Promise.race([engineIsDone, somebodySearches]).then(send);
  else send();
};
