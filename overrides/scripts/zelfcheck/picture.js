/** Draws the picture of the two years: once lying, for wide screens and paper, once upright, for a phone. */
import { goToCard } from "./cards.js";
import { element, onFollow, page, slot } from "./dom.js";
import { message } from "./messages.js";

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

/** @param {string} d @param {string} [part] */
const path = (d, part = "outline") => shape("path", { d, class: `pw-mark__${part}` });

// Each state has a shape of its own: colour never tells it alone.
const circle = (r = 8) => shape("circle", { r, class: "pw-mark__outline" });
const diamond = () => path("M0 -11L11 0L0 11L-11 0Z");
const tick = () => path("M-4 0L-1 3L4 -3", "sign");
const band = () => [shape("path", { d: "M0 -10V10", "stroke-width": 16 })];
const plain = () => [circle(6)];
/** @type {Record<string, () => SVGElement[]>} */
const SHAPES = {
  late: () => [diamond()],
  now: () => [circle(), shape("circle", { r: 3, class: "pw-mark__core" })],
  done: () => [circle(), tick()],
  done_late: () => [diamond(), tick()],
  to_fill_in: () => [circle(), path("M-4 0h0M0 0h0M4 0h0", "sign")],
  unknown: () => [circle(), path("M-2.5 -2a2.5 2.5 0 1 1 3.5 2.3q-1 .5 -1 1.7M0 4.5h0", "sign")],
  moment: () => [path("M-5 -5H5V5H-5Z")],
  recovery: band,
  leave: band,
  mixed: band,
};

/** One mark, to be put somewhere by its `transform`.
 * @param {string} state @param {Attributes} [attributes] @param {string} [told] */
function mark(state, attributes = {}, told = "") {
  const parts = [shape("title", {}, told), ...(SHAPES[state] ?? plain)()];
  return shape("g", { class: `pw-mark pw-mark--${state}`, ...attributes }, ...parts);
}

/** What recurs is smaller, and lies under all else.
 * @param {Mark[]} marks @param {(mark: Mark) => string} where */
const placed = (marks, where) =>
  [...marks.filter(({ n }) => n !== null), ...marks.filter(({ n }) => n === null)].map((each) => {
    const transform = `translate(${where(each)}) scale(${each.n === null ? 0.8 : 0.55})`;
    return mark(each.state, { transform }, `${each.name}: ${each.when}. ${each.standing}`);
  });

const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** A text in as many lines as stay within the room that it has.
 * @param {string} text @param {string} kind
 * @param {{x: number, y: number, room: number, size: number, line: number}} where */
function written(text, kind, { x, y, room, size, line }) {
  pen.font = `${["late", "today"].includes(kind) ? "bold" : ""} ${size}px ${getComputedStyle(page).fontFamily}`;
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
function markRow(entry) {
  const link = element("a", entry.name);
  link.href = "#checklist";
  onFollow(link, () => goToCard(entry));
  const when = element("th", entry.when);
  when.scope = "row";
  return tableRow(entry.day, when, element("td", link), element("td", entry.standing));
}

/** @param {Picture["pauses"][number]} pause */
function pauseRow({ from, text }) {
  const cell = element("td", text);
  cell.colSpan = 3;
  return tableRow(from, cell);
}

/** @param {number} day @param {HTMLElement[]} cells */
function tableRow(day, ...cells) {
  const line = element("tr");
  line.dataset.day = String(day);
  line.append(...cells);
  return line;
}

/** @param {Picture} picture */
function fillTable({ marks, pauses, title }) {
  const rows = [...marks.map(markRow), ...pauses.map(pauseRow)];
  rows.sort((one, other) => Number(one.dataset.day) - Number(other.dataset.day));
  slot("table").replaceChildren(...rows);
  slot("table-caption").textContent = title;
}

const legend = /** @type {HTMLElement[]} */ ([...slot("legend").children]);

/** @param {Picture} picture */
function fillLegend({ marks, pauses }) {
  const states = new Set([...marks.map(({ state }) => String(state)), ...pauses.map(({ kind }) => kind)]);
  for (const item of legend) item.hidden = !states.has(item.dataset.state ?? "");
}

for (const item of legend) {
  const drawn = mark(item.dataset.state ?? "");
  item.prepend(shape("svg", { viewBox: "-12 -12 24 24", "aria-hidden": "true" }, drawn));
}

/** @param {Picture} picture */
export function draw(picture) {
  slot("drawing").replaceChildren(lying(picture), upright(picture));
  fillTable(picture);
  fillLegend(picture);
}
