// The sealed worker: the engine in a room without a network. The page starts it from a data: URL, so that it inherits
// the locked page's policy, and hands it every byte by message.

/** @typedef {{wasm: WebAssembly.Module, memory: Uint8Array, reader: string, loader: string, runtime: string,
 *   info: object}} Assets */

// No such host exists, and nothing is asked of it: fetch() below answers.
const NOWHERE = "https://sealed.invalid/";

/** @param {string} source */
const importText = (source) => import(`data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`);

// Pyodide asks for exactly two files by URL. One is here already; the other, Python's library, is in the memory.
const ASKED = ["pyodide.asm.wasm", "python.zip"].map((name) => NOWHERE + name);

/** @param {unknown} error */
const fail = (error) => self.postMessage({ failed: String(error) });

/** @param {Assets} assets */
function serveFromMemory({ wasm }) {
  self.fetch = async (address) => {
    if (ASKED.includes(String(address))) return new Response();
    throw new Error(`this worker has no network: ${address}`);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: wasm,
    // Pyodide waits for ever for what cannot be made, such as when there is no memory left.
    instance: /** @type {WebAssembly.Instance} */ (await WebAssembly.instantiate(wasm, imports).catch(fail)),
  });
}

/** @param {Assets} assets */
async function startEngine(assets) {
  serveFromMemory(assets);
  self.postMessage({ stage: "python" });
  const [{ loadPyodide }, { default: createPyodideModule }, { startFrom }] = await Promise.all(
    [assets.loader, assets.runtime, assets.reader].map(importText),
  );
  const python = await startFrom(loadPyodide, assets.memory, {
    createPyodideModule,
    indexURL: NOWHERE,
    packageBaseUrl: NOWHERE,
    stdLibURL: `${NOWHERE}python.zip`,
    lockFileContents: { info: assets.info, packages: {} },
  });
  self.postMessage({ stage: "engine" });
  return python.pyimport("bridge").answer;
}

// The browser compiles what runs, so that the first answers take ten times as long as later ones. While the visitor
// still reads and types, this case of nobody is answered a few times; a question that comes waits for one at most.
const NOBODY = JSON.stringify({
  on: "2026-06-01",
  form: { first_sick_day: { day: "5", month: "1", year: "2026" }, done: { probleemanalyse: true } },
});
const TIMES = 5;

/** @param {(request: string) => string} answer @param {number} times */
function warmUp(answer, times) {
  answer(NOBODY);
  if (times > 1) setTimeout(warmUp, 0, answer, times - 1);
}

self.onmessage = async ({ data: assets }) => {
  try {
    const answer = await startEngine(assets);
    self.onmessage = ({ data: { id, request } }) => self.postMessage({ id, answer: answer(request) });
    self.postMessage({ stage: "ready" });
    setTimeout(warmUp, 0, answer, TIMES);
  } catch (error) {
    fail(error);
  }
};
