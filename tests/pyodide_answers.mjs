// Answers requests with the packed engine under Node, one JSON text a line:
//     node tests/pyodide_answers.mjs < requests.jsonl > answers.jsonl
import { createInterface } from "node:readline";
import { answer } from "./packed_engine.mjs";

for await (const line of createInterface({ input: process.stdin })) console.log(answer(line));
