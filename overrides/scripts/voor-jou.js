/**
 * The visitor's own dates on the pages of the guide: only when the self-check was asked to, only in this tab.
 * Reads sentences that the engine wrote; loads nothing, counts nothing, and puts text in as text.
 * Runs before the theme's search, which would open with the words of an address.
 */

const STORED = "poortwachterwijzer.gids";

const { message = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

/** @returns {Record<string, unknown>} */
function stored() {
  try {
    // Whatever else is opened from disk may read it there, and may have written it.
    if (location.protocol === "file:") sessionStorage.removeItem(STORED);
    return JSON.parse(sessionStorage.getItem(STORED) ?? "{}") ?? {};
  } catch {
    // Storing may be forbidden here, or what is stored may be somebody else's.
    return {};
  }
}

const dates = stored();

// Beside the visitor's own dates a link says nothing.
if (Object.keys(dates).length && location.search)
  history.replaceState(history.state, "", location.pathname + location.hash);

/** @param {string} id @param {(line: HTMLElement) => void} put */
function tell(id, put) {
  const told = Object.hasOwn(dates, id) ? dates[id] : "";
  if (typeof told !== "string" || !told) return;
  const line = document.createElement("p");
  line.className = "pw-for-you";
  line.textContent = message.replace("{told}", () => told);
  put(line);
}

const [, id = ""] = /\/stappen\/([a-z0-9-]+)(?:\/|\.html)$/.exec(location.pathname) ?? [];
tell(id, (line) => document.querySelector(".pw-facts")?.after(line));
for (const step of document.querySelectorAll(".pw-plan__step")) tell(step.id, (line) => step.append(line));
