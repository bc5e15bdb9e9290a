/** Questions to the worker, until each has its answer. */
import { EngineError, within } from "./failures.js";

/** @typedef {{resolve: (answer: string) => void, reject: (reason: EngineError) => void}} Question */

/** @type {Map<number, Question>} */
const open = new Map();
let lastId = 0;

/** @param {Worker} worker @param {object} request @returns {Promise<any>} */
export async function ask(worker, request) {
  const id = ++lastId;
  /** @type {Promise<string>} */
  const answer = new Promise((resolve, reject) => open.set(id, { resolve, reject }));
  worker.postMessage({ id, request: JSON.stringify(request) });
  try {
    return JSON.parse(await within("crashed", answer));
  } finally {
    open.delete(id);
  }
}

/** @param {{data: {id: number, answer: string}}} message */
export const answered = ({ data: { id, answer } }) => open.get(id)?.resolve(answer);

/** @param {unknown} cause */
export function lose(cause) {
  for (const { reject } of open.values()) reject(new EngineError("crashed", cause));
}
