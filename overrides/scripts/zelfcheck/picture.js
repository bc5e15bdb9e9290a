/** Draws the picture of the two years: once lying, for wide screens and paper, once upright, for a phone. */
import { afterFrame, element, find, findAll, linkTo, page, slot, tableRow } from "./dom.js";
import { fail } from "./engine-status.js";
import { message } from "./messages.js";
import { goToRow } from "./rows.js";

/** @typedef {import("./view").Chart} Picture */
/** @typedef {import("./view").Mark} Mark */
/** @typedef {Record<string, string | number>} Attributes */

const SVG = "http://www.w3.org/2000/svg";

/** @param {keyof SVGElementTagNameMap} name @param {Attributes} attributes @param {(string | Element)[]} content */
function shape(name, attributes, ...content) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...content);
  return made;
}

/** @param {string} d @param {string} kind */
const rail = (d, kind) => shape("path", { d, class: `pw-line__${kind}` });

/** @param {Picture["pauses"][number]} pause @param {string} d @param {number} width */
const pause = ({ kind, text }, d, width) =>
  shape("path", { d, "stroke-width": Math.max(width, 2), class: `pw-mark--${kind}` }, shape("title", {}, text));

/** One mark, as the legend draws its state. What recurs is smaller.
 * @param {Mark} entry @param {string} where */
function mark({ state, n, name, when, standing }, where) {
  const drawn = /** @type {SVGElement} */ (find(`[data-state="${state}"] g`, slot("legend")).cloneNode(true));
  drawn.setAttribute("transform", `translate(${where}) scale(${n === null ? 0.8 : 0.55})`);
  drawn.prepend(shape("title", {}, `${name}: ${when}. ${standing}`));
  return drawn;
}

/** What recurs lies under all else.
 * @param {Mark[]} marks @param {(mark: Mark) => string} where */
const placed = (marks, where) =>
  [...marks]
    .sort((one, other) => Number(one.n === null) - Number(other.n === null))
    .map((each) => mark(each, where(each)));

/** Measures texts; made with the first of them, because to ask for the font takes as long as a text.
 * @type {any} */
let pen;
let family = "";

function takePen() {
  pen = document.createElement("canvas").getContext("2d");
  ({ fontFamily: family } = getComputedStyle(page));
}

/** A text in as many lines as stay within the room that it has.
 * @param {string} text @param {string} kind
 * @param {{x: number, y: number, room: number, size: number, line: number}} where */
function written(text, kind, { x, y, room, size, line }) {
  if (!pen) takePen();
  pen.font = `${["late", "today"].includes(kind) ? "bold" : ""} ${size}px ${family}`;
  const made = shape("text", { x, y, class: `pw-line__${kind}` });
  let last = shape("tspan", { x });
  for (const word of text.split(" ")) {
    const longer = `${last.textContent} ${word}`.trim();
    if (last.textContent && pen.measureText(longer).width > room) last = shape("tspan", { x, dy: line }, word);
    else last.textContent = longer;
    made.append(last);
  }
  return made;
}

/** @param {string} kind @param {string} title @param {number} width @param {number} height @param {Element[]} content */
function canvas(kind, title, width, height, ...content) {
  const told = { role: "img", "aria-label": message("picture", { name: title }) };
  return shape("svg", { viewBox: `0 0 ${width} ${height}`, class: `pw-line pw-line--${kind}`, ...told }, ...content);
}

// Lying: a row for each rule with its name at the left. Above the rows stand the weeks, and below them today.

const WIDE = { width: 720, from: 250, to: 686, top: 22, gap: 7, room: 232, today: 616, size: 12, line: 14 };

/** @param {Picture} picture */
function lying({ rows, marks, pauses, weeks, today, days, title }) {
  const x = (/** @type {number} */ day) => WIDE.from + (day / days) * (WIDE.to - WIDE.from);
  let end = WIDE.top;
  const names = rows.map((name, row) => {
    const top = end;
    const late = marks.some((mark) => mark.row === row && mark.state === "late");
    const text = written(name, late ? "late" : "label", { ...WIDE, x: 2, y: top + WIDE.line + 1 });
    end += text.childElementCount * WIDE.line + WIDE.gap;
    return { text, top, middle: (top + end) / 2 };
  });
  const down = (/** @type {number} */ day) => `M${x(day)} ${WIDE.top}V${end}`;

  return canvas(
    "lying",
    title,
    WIDE.width,
    end + 20,
    ...pauses.map((each) => pause(each, down((each.from + each.to) / 2), x(each.to) - x(each.from))),
    ...names.flatMap(({ text, top }) => [rail(`M0 ${top}H${WIDE.width}`, "row"), text]),
    ...weeks.flatMap(({ day, text }) => [
      rail(down(day), "week"),
      written(text, "when", { ...WIDE, x: x(day), y: WIDE.top - 8 }),
    ]),
    ...marks.flatMap(({ term, row }) =>
      term ? [rail(`M${x(term.from)} ${names[row].middle}H${x(term.to)}`, "term")] : [],
    ),
    rail(down(today.day), "now"),
    written(`${today.text}: ${today.when}`, "today", { ...WIDE, x: Math.min(x(today.day), WIDE.today), y: end + 15 }),
    ...placed(marks, ({ day, row }) => `${x(day)} ${names[row].middle}`),
  );
}

// Upright: the line runs down with the days and their names at its right, the weeks at its left. Where days stand close,
// time takes more room, so that every mark stands beside its name.

const TALL = { width: 340, weeks: 58, rail: 72, x: 90, top: 12, gap: 6, aDay: 0.22, room: 248, size: 13, line: 15.5 };

/** Where each day that is told of begins and ends, how far down each mark lies, and the words beside them.
 * @param {Mark[]} marks @param {Picture} picture */
function stopsOf(marks, { today, days }) {
  /** @type {{texts: SVGElement[], beside: Map<Mark, number>}} */
  const { texts, beside } = { texts: [], beside: new Map() };
  let y = TALL.top;
  const write = (/** @type {string} */ text, /** @type {string} */ kind) => {
    const made = written(text, kind, { ...TALL, y: y + 4 });
    texts.push(made);
    y += made.childElementCount * TALL.line;
  };
  const told = new Set([0, today.day, ...marks.map(({ day }) => day), days]);
  const stops = [...told]
    .sort((one, other) => one - other)
    .map((day, i, all) => {
      y += i && Math.max((day - all[i - 1]) * TALL.aDay, TALL.gap);
      const top = y;
      if (day === today.day) write(`${today.text}: ${today.when}`, "today");
      let when = "";
      for (const each of marks.filter((mark) => mark.day === day)) {
        if (each.when !== when) write(each.when, "when");
        when = each.when;
        beside.set(each, y);
        write(each.name, each.state === "late" ? "late" : "label");
      }
      return { day, top, bottom: y };
    });
  return { stops, texts, beside, end: y };
}

/** @param {Picture} picture */
function upright(picture) {
  const { marks, pauses, weeks, today, title } = picture;
  const named = marks.filter(({ n }) => n === null);
  const { stops, texts, beside, end } = stopsOf(named, picture);
  const at = (/** @type {number} */ day) => {
    const i = stops.findLastIndex((stop) => stop.day <= day);
    const [stop, next] = [stops[i], stops[i + 1]];
    if (day === stop.day || !next) return stop.top;
    return stop.bottom + ((day - stop.day) / (next.day - stop.day)) * (next.top - stop.bottom);
  };
  const down = (/** @type {number} */ from, /** @type {number} */ to) => `M${TALL.rail} ${from}V${to}`;
  const across = (/** @type {number} */ day, from = -7, to = 7) => `M${TALL.rail + from} ${at(day)}h${to - from}`;

  return canvas(
    "upright",
    title,
    TALL.width,
    end + 4,
    rail(down(TALL.top, end), "whole"),
    rail(down(TALL.top, at(today.day)), "past"),
    ...pauses.map((each) => pause(each, down(at(each.from), Math.max(at(each.to), at(each.from) + 4)), 24)),
    ...weeks.flatMap(({ day, text }) => [
      rail(across(day), "week"),
      written(text, "week-text", { ...TALL, x: TALL.weeks, y: at(day) + 4 }),
    ]),
    rail(across(today.day, -10, 14), "now"),
    ...texts,
    ...placed(marks, (each) => `${TALL.rail} ${beside.get(each) ?? at(each.day)}`),
  );
}

// The same as a table, and what the shapes mean.

/** @param {Mark} entry */
const markRow = (entry) =>
  tableRow(
    entry.when,
    linkTo(entry.name, "#checklist", () => goToRow(entry)),
    entry.standing,
  );

/** @param {string} text */
function pauseRow(text) {
  const cell = element("td", text);
  cell.colSpan = 3;
  return element("tr", cell);
}

/** @param {Picture} picture */
function fillTable({ marks, pauses, title }) {
  const rows = [
    ...marks.map((each) => ({ day: each.day, row: markRow(each) })),
    ...pauses.map(({ from, text }) => ({ day: from, row: pauseRow(text) })),
  ];
  rows.sort((one, other) => one.day - other.day);
  slot("table").replaceChildren(...rows.map(({ row }) => row));
  slot("table-caption").textContent = title;
}

/** @param {Picture} picture */
function fillLegend({ marks, pauses }) {
  const states = new Set([...marks.map(({ state }) => String(state)), ...pauses.map(({ kind }) => kind)]);
  for (const item of findAll("li", slot("legend"))) item.hidden = !states.has(item.dataset.state ?? "");
}

/** The picture that is still to be drawn.
 * @type {Picture | undefined} */
let owed;

function drawOwed() {
  if (!owed) return;
  slot("drawing").replaceChildren(lying(owed), upright(owed));
  fillTable(owed);
  fillLegend(owed);
  owed = undefined;
}

/** Folded, as it mostly is, it keeps nobody waiting for the list.
 * @param {Picture} picture */
export function draw(picture) {
  owed = picture;
  if (slot("picture").hasAttribute("open")) drawOwed();
  else void afterFrame().then(drawOwed).catch(fail);
}

slot("picture").addEventListener("toggle", drawOwed);
addEventListener("beforeprint", drawOwed);
