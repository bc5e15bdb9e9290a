// Asks the worker of a built site's search, without a browser: for each line the pages in their order, or null where
// none of its words says anything ("van", "bij").
//     node tests/searches.mjs site < questions.txt      (or site/en, for the pages in English)
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInNewContext } from "node:vm";

const site = process.argv[2];
const SETUP = 0;
const QUERY = 2;

/** The index as a page gets it: a file, or a script where it is read from disk. */
function index() {
  try {
    const names = /** @type {any} */ ({});
    runInNewContext(readFileSync(`${site}/search/search_index.js`, "utf8"), names);
    return names.__index;
  } catch {
    return JSON.parse(readFileSync(`${site}/search/search_index.json`, "utf8"));
  }
}

function worker() {
  const folder = `${site}/assets/javascripts/workers`;
  const script = readdirSync(folder).find((name) => name.endsWith(".js"));
  let hear = /** @type {any} */ (undefined);
  let reply = /** @type {any} */ (undefined);
  const addEventListener = (/** @type {string} */ _type, /** @type {any} */ listener) => {
    hear = listener;
  };
  const self = /** @type {any} */ ({
    console,
    addEventListener,
    postMessage: (/** @type {any} */ said) => reply(said.data),
  });
  self.self = self;
  runInNewContext(readFileSync(`${folder}/${script}`, "utf8"), self);
  const ask = (/** @type {number} */ type, /** @type {any} */ data) =>
    new Promise((resolve) => {
      reply = resolve;
      hear({ data: { type, data } });
    });
  const saysSomething = (/** @type {string} */ word) => (self.lunr.nl ?? self.lunr).stopWordFilter(word.toLowerCase());
  return { ask, saysSomething };
}

const { ask, saysSomething } = worker();
await ask(SETUP, { ...index(), options: {} });
for await (const question of createInterface({ input: process.stdin })) {
  const { items } = await ask(QUERY, question);
  const pages = items.map((/** @type {any} */ [first]) => first.location.split("#")[0]);
  console.log(JSON.stringify(question.split(" ").some(saysSomething) ? pages : null));
}
