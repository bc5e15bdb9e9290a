// How many milliseconds each answer takes in the packed engine under Node, where no page is drawn meanwhile:
//     node tests/bench/answers.mjs < requests.jsonl > milliseconds.jsonl
import { createInterface } from "node:readline";
import { answer } from "../packed_engine.mjs";

for await (const request of createInterface({ input: process.stdin })) {
  const started = performance.now();
  answer(request);
  console.log(performance.now() - started);
}
