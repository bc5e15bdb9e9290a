import { loadPyodide } from "/node_modules/pyodide/pyodide.mjs";

await loadPyodide();
postMessage("ready");
