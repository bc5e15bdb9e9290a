// Takes the place of memory.mjs in a plain packing: Python starts as Pyodide starts it, from its library and the engine.
// What lies under the name of the memory is then a zip of both.

// No such host exists, and nothing is asked of it.
const ZIP = "https://sealed.invalid/library.zip";

/** Starts Python in the ordinary way.
 * @param {(options: object) => Promise<any>} loadPyodide @param {Uint8Array<ArrayBuffer>} zip @param {object} options */
export function startFrom(loadPyodide, zip, options) {
  const { fetch } = globalThis;
  globalThis.fetch = async (address, init) => (String(address) === ZIP ? new Response(zip) : fetch(address, init));
  return loadPyodide({ ...options, stdLibURL: ZIP });
}
