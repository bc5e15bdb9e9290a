/**
 * The entries of a tab's history that were wiped while another was shown. A browser may keep an older page alive, and its
 * tab's store as it was then: only what all tabs share can tell that page that it is to be gone. What is stored are the
 * browser's own random keys, which say nothing of a case, each until somebody comes back to its entry.
 */

const STORED = "poortwachterwijzer.gewist";
/** The visitor's own dates for the guide: in this tab, after a click that asks for it. */
export const DATES = "poortwachterwijzer.gids";
// Enough for what anybody goes back.
const MOST = 100;

/** @returns {string[]} */
function wiped() {
  try {
    return localStorage.getItem(STORED)?.split(" ") ?? [];
  } catch {
    return [];
  }
}

/** @param {string[]} keys */
function store(keys) {
  try {
    if (keys.length) localStorage.setItem(STORED, keys.slice(0, MOST).join(" "));
    else localStorage.removeItem(STORED);
  } catch {
    // Where nothing may be stored an older page of this tab stays as it is.
  }
}

const { navigation } = globalThis;

/** Every entry of this site in this tab is wiped but this one, of which the page sees to itself. */
export function wipeOtherEntries() {
  const keys = navigation?.entries().map(({ key }) => key) ?? [];
  const others = keys.filter((key) => key !== navigation.currentEntry?.key);
  if (others.length) store([...others, ...wiped()]);
}

/** Whether this entry was wiped: told once, for then it is as good as new, also in what its tab stores. */
export function wasWiped() {
  const key = navigation?.currentEntry?.key ?? "";
  const keys = wiped();
  if (!keys.includes(key)) return false;
  store(keys.filter((each) => each !== key));
  sessionStorage.removeItem(DATES);
  return true;
}
