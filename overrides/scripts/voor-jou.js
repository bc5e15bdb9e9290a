/**
 * The visitor's own dates on the pages of the guide: only when the self-check was asked to, only in this tab.
 * Reads sentences that the engine wrote; loads nothing, counts nothing, and puts text in as text.
 */

const STORED = "poortwachterwijzer.gids";

const { message = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

/** @returns {Record<string, unknown>} */
function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? "{}") ?? {};
  } catch {
    // Storing may be forbidden here, or what is stored may be somebody else's.
    return {};
  }
}

const dates = stored();

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
