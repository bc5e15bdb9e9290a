/** The lock: from then on nothing can leave the page. */
import { PATIENCE, pause } from "./failures.js";

// Refuses whatever could carry bytes away: default-src stands for every kind of request that is not named. Named is
// what the worker needs and inherits (script-src, worker-src) and what the page still draws (style-src, img-src).
const LOCK = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval' data:",
  "worker-src data:",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What the page loads by itself has to be there before the lock; but a picture that stalls may miss it. */
export function pageLoaded() {
  if (document.readyState === "complete") return Promise.resolve();
  const loaded = new Promise((resolve) => addEventListener("load", () => setTimeout(resolve), { once: true }));
  return Promise.race([loaded, pause(PATIENCE.download)]);
}

let locked = false;

export function lock() {
  if (locked) return;
  locked = true;
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = LOCK;
  document.head.append(policy);
  // No browser has a directive for calls to other machines.
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) Reflect.deleteProperty(globalThis, name);
}
