// The sealed worker: the engine in a room without a network. The page starts it from a data: URL, so that it inherits
// the locked page's policy, and hands it every byte by message.

/** @typedef {{wasm: WebAssembly.Module, python: ArrayBuffer, loader: string, runtime: string, info: object}} Assets */

// No such host exists, and nothing is asked of it: fetch() below answers.
const NOWHERE = "https://sealed.invalid/";

/** @param {string} source */
const importText = (source) => import("data:text/javascript;charset=utf-8," + encodeURIComponent(source));

/** Pyodide asks for exactly two files by URL; both are here already.
 * @param {Assets} assets */
function serveFromMemory({ wasm, python }) {
  self.fetch = async (address) => {
    const url = String(address);
    if (url === NOWHERE + "python.zip") return new Response(python);
    if (url === NOWHERE + "pyodide.asm.wasm") return new Response();
    throw new Error("this worker has no network: " + url);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: wasm,
    instance: await WebAssembly.instantiate(wasm, imports),
  });
}

/** @param {Assets} assets */
async function startEngine(assets) {
  serveFromMemory(assets);
  self.postMessage({ stage: "python" });
  const { loadPyodide } = await importText(assets.loader);
  const { default: createPyodideModule } = await importText(assets.runtime);
  const python = await loadPyodide({
    createPyodideModule,
    indexURL: NOWHERE,
    packageBaseUrl: NOWHERE,
    stdLibURL: NOWHERE + "python.zip",
    lockFileContents: { info: assets.info, packages: {} },
  });
  self.postMessage({ stage: "engine" });
  return python.pyimport("bridge").answer;
}

self.onmessage = async ({ data: assets }) => {
  try {
    const answer = await startEngine(assets);
    self.onmessage = ({ data: { id, request } }) => self.postMessage({ id, answer: answer(request) });
    self.postMessage({ stage: "ready" });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
