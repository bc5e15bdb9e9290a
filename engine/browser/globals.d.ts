/** What the classic scripts of a page have in common: the packer and the engine put it there. */
import type { Carried, poortwachter as engine } from "./engine.js";

declare global {
  /** Written before engine.js when it is packed: which Pyodide this is, and the files with their names and sums. */
  var poortwachterPacked: { pyodide: Record<string, string>; files: Record<string, Carried> };

  /** The files as compressed base64, as long as the script that brings them is not yet read. */
  var poortwachterEmbedded: Record<string, string> | undefined;

  /** The engine as a page sees it: engine.js stands in the head of a page that asks. */
  var poortwachter: typeof engine;

  /** On file:// the shim for the theme's search keeps the real one here, if any. */
  var NativeWorker: typeof Worker;

  /** What some browsers tell of the connection. */
  interface Navigator {
    connection?: { saveData?: boolean; effectiveType?: string };
  }
}
