/**
 * What can go wrong, by its code, and how long each part may stay silent.
 * @typedef {"download" | "integrity" | "start" | "crashed"} Code
 *   download: a file did not come; integrity: a file is damaged; start: Python does not start in this browser;
 *   crashed: it stopped later, twice.
 */

// Pyodide that cannot start stays silent for ever, and so does a stalled download. No phone is as slow as this.
export const PATIENCE = { download: 30_000, integrity: 60_000, start: 60_000, crashed: 20_000 };

export class EngineError extends Error {
  /** @param {Code} code @param {unknown} cause */
  constructor(code, cause) {
    const told = cause instanceof Error ? cause.message : cause;
    super(`${code}: ${told}`);
    this.code = code;
  }
}

/** @param {Code} code @param {unknown} error */
export const coded = (code, error) => (error instanceof EngineError ? error : new EngineError(code, error));

/**
 * Gives a code to the failure of a promise, and to its silence.
 * @template T
 * @param {Code} code @param {Promise<T>} promise @returns {Promise<T>}
 */
export function within(code, promise) {
  let timer = 0;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(`nothing heard for ${PATIENCE[code] / 1000} seconds`), PATIENCE[code]);
  });
  return Promise.race([promise, silence])
    .catch((error) => {
      throw coded(code, error);
    })
    .finally(() => clearTimeout(timer));
}

/** @param {number} time */
export const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
