/** Where the page is shown, in a frame on a site of somebody else or from disk, and whether it has a list of cases. */
import { findAll } from "./dom.js";

/**
 * Whoever frames a page, or opened it, may send it to a place within it. Around a frame it sees whether that takes the
 * focus, so it could ask of each field whether it is there; elsewhere it could take the focus of who is typing. Nothing
 * moves, except for the visitor.
 * A link with a case or a role is no place.
 * @param {NavigateEvent} event
 */
function stayPut(event) {
  const { sameDocument, url } = event.destination;
  const toPlace = sameDocument && /#(?!zaak=|rol=)/.test(url);
  if (toPlace && event.canIntercept && !event.userInitiated)
    event.intercept({ scroll: "manual", focusReset: "manual" });
}

window.navigation?.addEventListener("navigate", stayPut);

export const isFromDisk = location.protocol === "file:";

/** Whether the case in the form is one of a list, which holds it: it is kept nowhere else. */
export const isOneOfMany = findAll('[data-slot="one-case"]').length > 0;

for (const note of findAll('[data-slot="from-disk"]')) note.hidden = !isFromDisk;
for (const offer of findAll('[data-slot="from-a-server"]')) offer.hidden = isFromDisk;
