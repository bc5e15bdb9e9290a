/** The list is in this page alone: who leaves it hears that it goes. */
import { findAll, focusOn, opensElsewhere, slot } from "../zelfcheck/dom.js";
import { isWiping } from "../zelfcheck/wipe.js";
import { list } from "./cases.js";
import { isOpenChanged } from "./one-case.js";

// What was changed here stands in no file yet; the browser asks.
addEventListener("beforeunload", (event) => {
  if ((list.isChanged || isOpenChanged()) && !isWiping()) event.preventDefault();
});

const note = slot("list-stays");

for (const link of findAll(".pw-language", document))
  link.addEventListener("click", (event) => {
    // Who was told, and goes all the same, knows it.
    if (opensElsewhere(event) || !list.all.length || !note.hidden) return;
    event.preventDefault();
    note.hidden = false;
    focusOn(note);
  });
