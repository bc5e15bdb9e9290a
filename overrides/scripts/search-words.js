/**
 * What the build adds to the worker of the theme's search (macros/postbuild/search.py). A plural finds its singular, the
 * end of a word the whole, a slip of the keyboard what was meant; and of several words a page must have all it can.
 */

import * as dutch from "./search-words/dutch.js";
import * as english from "./search-words/english.js";

const lunr = /** @type {any} */ (globalThis).lunr;
// What the build put before this script; lunr itself knows English.
const words = lunr.nl ?? lunr;
const { after, before } = lunr.nl ? dutch : english;
const { LEADING, TRAILING } = lunr.Query.wildcard;
const AS_IT_IS = { usePipeline: false };

/** What counts how much: the word itself, one that begins or ends with it, one that holds it. */
const [SAME, AT_AN_END, INSIDE] = [10, 6, 1];
/** And where it stands; `words` is what people call it, added to the index by the build. @type {Record<string, number>} */
const PLACES = { title: 100, words: 60, text: 1 };
/** From how many letters on a word is looked for within others, and with one slip or two. */
const [LONG, ONE_SLIP, TWO_SLIPS] = [4, 5, 9];
/** Of more words than this a page may lack one, at the price of this power of the part that it has. */
const [FEW, LACKING] = [2, 4];

/** @typedef {{ typed: string, word: string, stem: string }} Asked */
/** @typedef {{ ref: string, score: number, matchData: { metadata: Metadata } }} Section as lunr finds it */
/** @typedef {Record<string, Record<string, { position: number[] }>>} Metadata where each term stands, by field */

/** @param {string} word */
const withoutAccents = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");

const { stemmer } = words;
/** The stem of a word; of one with hyphens written in one, and of its parts. @param {any} token */
words.stemmer = (token) => {
  const word = withoutAccents(token.toString());
  const parts = word.includes("-") ? word.split("-").filter(Boolean) : [];
  return [word.replaceAll("-", ""), ...parts].map((part) => stemmer(token.clone(() => before(part))).update(after));
};
lunr.Pipeline.registerFunction(words.stemmer, "stemmer-of-parts");

const { add, build } = lunr.Builder.prototype;
lunr.Builder.prototype.add = function (/** @type {any} */ section, /** @type {any} */ attributes) {
  this.weights = (this.weights ?? new Map()).set(section.location, section.boost ?? 1);
  return add.call(this, section, attributes);
};
/** What is asked goes the same way as what is indexed: also without the words that say nothing. */
lunr.Builder.prototype.build = function () {
  this.searchPipeline = this.pipeline;
  return Object.assign(build.call(this), { weights: this.weights });
};

/** What was typed, as words; those that say nothing have no stem. @param {any} index @param {string} text @returns {Asked[]} */
function asIn(index, text) {
  const typed = new Set(text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*/gu));
  return [...typed].map((each) => ({
    typed: each,
    word: withoutAccents(each).replaceAll("-", ""),
    stem: index.pipeline.runString(each)[0],
  }));
}

/** Whether a word stands where people look first. @param {any[]} hits */
const isNamed = (hits) =>
  hits.some(({ matchData }) => Object.values(matchData.metadata).some(({ title, words }) => title ?? words));

/** The sections with a word; one that no title has may be a slip. @param {any} index @param {Asked} asked */
function hitsOf(index, { word, stem }) {
  const find = (/** @type {any} */ query) => {
    query.term(stem, AS_IT_IS);
    query.term(word, { ...AS_IT_IS, wildcard: TRAILING });
    if (stem.length >= LONG) query.term(stem, { ...AS_IT_IS, wildcard: LEADING | TRAILING });
  };
  const hits = index.query(find);
  if (isNamed(hits) || word.length < ONE_SLIP) return hits;
  const slips = { ...AS_IT_IS, editDistance: word.length < TWO_SLIPS ? 1 : 2 };
  const near = index.query((/** @type {any} */ query) => {
    find(query);
    query.term(stem, slips);
  });
  return near.length ? near : hitsOfEnding(index, stem);
}

/** A word that nobody wrote may be one with a word before it: verzuimgesprek. @param {any} index @param {string} stem */
function hitsOfEnding(index, stem) {
  const endings = Array.from(stem.slice(LONG), (_, before) => stem.slice(before + 1));
  const ending = endings.find((each) => each in index.invertedIndex);
  return ending ? index.query((/** @type {any} */ query) => query.term(ending, AS_IT_IS)) : [];
}

/** How well a section answers a word: by the best that was found there. @param {Asked} asked @param {Metadata} metadata */
function worth({ word, stem }, metadata) {
  const kind = (/** @type {string} */ term) =>
    term === stem
      ? SAME
      : [word, stem].some((each) => term.startsWith(each)) || term.endsWith(stem)
        ? AT_AN_END
        : INSIDE;
  const found = Object.entries(metadata).flatMap(([term, fields]) =>
    Object.entries(fields).map(
      ([field, { position }]) => kind(term) * (PLACES[field] ?? 1) * (1 + Math.min(position.length, 4) / 8),
    ),
  );
  return Math.max(...found);
}

/** Where to mark what was found, by field: once, whatever it was found as. @param {Metadata} metadata */
function marks(metadata) {
  const all = /** @type {Metadata[string]} */ ({});
  for (const fields of Object.values(metadata))
    for (const [field, { position }] of Object.entries(fields))
      all[field] = { position: [...new Set([...(all[field]?.position ?? []), ...position])] };
  return all;
}

/** The sections that hold some of the words, with what they are worth together. @param {any} index @param {Asked[]} asked */
function sectionsWith(index, asked) {
  const sections = /** @type {Map<string, Section>} */ (new Map());
  for (const each of asked) {
    const hits = hitsOf(index, each);
    const rare = Math.log(1 + index.weights.size / hits.length);
    for (const { ref, matchData } of hits) {
      const section = sections.get(ref) ?? { ref, score: 0, matchData: { metadata: /** @type {Metadata} */ ({}) } };
      section.score += index.weights.get(ref) * rare * worth(each, matchData.metadata);
      section.matchData.metadata[each.typed] = marks(matchData.metadata);
      sections.set(ref, section);
    }
  }
  return [...sections.values()];
}

/** @param {{ ref: string }} section */
const pageOf = ({ ref }) => ref.split("#")[0];

/** How many of the words each page holds, in whatever section. @param {Section[]} sections */
function wordsByPage(sections) {
  const words = new Map();
  for (const section of sections)
    for (const word of Object.keys(section.matchData.metadata))
      words.set(pageOf(section), (words.get(pageOf(section)) ?? new Set()).add(word));
  return new Map([...words].map(([page, held]) => [page, held.size]));
}

/** Words by the parts in which the theme reads them: of each that is not named it tells that it is missing. @param {string[]} words */
const notMissed = (words) => Object.fromEntries(words.flatMap((word) => word.split("-")).map((part) => [part, {}]));

/** @param {string} text what the theme made of what was typed: words, with signs of lunr */
lunr.Index.prototype.search = function (text) {
  const asked = asIn(this, text);
  const sections = sectionsWith(
    this,
    asked.filter(({ stem }) => stem),
  );
  const held = wordsByPage(sections);
  const most = Math.max(...held.values());
  const silent = asked.filter(({ stem }) => !stem).map(({ typed }) => typed);
  return sections
    .filter((section) => held.get(pageOf(section)) >= (most > FEW ? most - 1 : most))
    .map(({ ref, score, matchData: { metadata } }) => ({
      ref,
      score: score * (held.get(pageOf({ ref })) / most) ** LACKING,
      matchData: { metadata: { ...notMissed([...silent, ...Object.keys(metadata)]), ...metadata } },
    }));
};
