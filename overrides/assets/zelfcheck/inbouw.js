/** The self-check in a frame: tells the site around it how high it is, and nothing else. */
(() => {
  "use strict";

  const { page } = zelfcheck;

  // A link to the guide would otherwise open within the frame.
  for (const link of page.querySelectorAll('a:not([href^="#"])')) Object.assign(link, { target: "_blank", rel: "noopener" });

  // To whom it may concern: a number of pixels is all that it holds.
  const tell = () =>
    parent.postMessage({ type: "poortwachterwijzer:hoogte", height: Math.ceil(page.getBoundingClientRect().height) }, "*");

  if (parent !== globalThis) new ResizeObserver(tell).observe(page);
})();
