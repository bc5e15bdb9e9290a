// Answers requests with the packed engine under Node, each a JSON text within a JSON string, one a line:
//     node tests/pyodide_answers.mjs < requests.jsonl > answers.jsonl
import { createInterface } from "node:readline";
import { answer } from "./packed_engine.mjs";

/** @param {string} request */
function told(request) {
  try {
    return answer(request);
  } catch (error) {
    return String(error);
  }
}

for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(told(JSON.parse(line))));
