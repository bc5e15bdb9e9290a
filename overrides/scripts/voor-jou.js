/**
 * The visitor's own dates on the pages of the guide: only when the self-check was asked to, only in this tab.
 * Reads sentences that the engine wrote; loads nothing, counts nothing, and puts text in as text.
 * Runs before the theme's search, which would open with the words of an address.
 */
import { DATES, wasWiped } from "./wiped-entries.js";

const { message = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

/** The sentences in the language of this page. @returns {Record<string, unknown>} */
function stored() {
  try {
    // Whatever else is opened from disk may read it there, and may have written it.
    if (location.protocol === "file:" || wasWiped()) sessionStorage.removeItem(DATES);
    return JSON.parse(sessionStorage.getItem(DATES) ?? "{}")?.[document.documentElement.lang] ?? {};
  } catch {
    // Storing may be forbidden here, or what is stored may be somebody else's.
    return {};
  }
}

const STEPS = [...document.querySelectorAll(".pw-plan__step")];
const [, ID = ""] = /\/stappen\/([a-z0-9-]+)(?:\/|\.html)$/.exec(location.pathname) ?? [];

/** @param {unknown} told @param {(line: HTMLElement) => void} put */
function tell(told, put) {
  if (typeof told !== "string" || !told) return;
  const line = document.createElement("p");
  line.className = "pw-for-you";
  line.textContent = message.replace("{told}", () => told);
  put(line);
}

function tellAll() {
  const dates = new Map(Object.entries(stored()));
  // Beside the visitor's own dates a link says nothing.
  if (dates.size && location.search) history.replaceState(history.state, "", location.pathname + location.hash);
  tell(dates.get(ID), (line) => document.querySelector(".pw-facts")?.after(line));
  for (const step of STEPS) tell(dates.get(step.id), (line) => step.append(line));
}

function takeAway() {
  for (const line of document.querySelectorAll(".pw-for-you")) line.remove();
}

tellAll();
// A browser keeps a page alive for the way back: by then all may be wiped.
addEventListener("pagehide", takeAway);
addEventListener("pageshow", ({ persisted }) => persisted && tellAll());
