/** Draws the picture of the two years: once lying, for wide screens and paper, once upright, for a phone. */
import { goToCard } from "./cards.js";
import { element, onFollow, slot } from "./dom.js";
import { message } from "./messages.js";

/** @typedef {import("./view").Chart} Picture */
/** @typedef {import("./view").Mark} Mark */
/** @typedef {Record<string, string | number>} Attributes */

const SVG = "http://www.w3.org/2000/svg";

/** @param {keyof SVGElementTagNameMap} name @param {Attributes} attributes @param {string} [text] */
function shape(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text) made.textContent = text;
  return made;
}

// Each state has a shape of its own: colour never tells it alone.
const R = 8;
const CIRCLE = { r: R };
/** @type {Record<string, () => SVGElement[]>} */
const SHAPES = {
  late: () => [shape("path", { d: `M0 ${-R - 3}L${R + 3} 0L0 ${R + 3}L${-R - 3} 0Z` })],
  now: () => [shape("circle", CIRCLE), shape("circle", { r: 3, class: "pw-mark__core" })],
  done: () => [shape("circle", CIRCLE), shape("path", { d: "M-4 0L-1 3L4 -3", class: "pw-mark__tick" })],
  to_fill_in: () => [shape("circle", CIRCLE), shape("text", { y: 2, "text-anchor": "middle" }, "…")],
  unknown: () => [shape("circle", CIRCLE), shape("text", { y: 4, "text-anchor": "middle" }, "?")],
  moment: () => [shape("rect", { x: -5, y: -5, width: 10, height: 10 })],
  pause: () => [shape("rect", { x: -R, y: -5, width: 2 * R, height: 10 })],
};
const plain = () => [shape("circle", { r: 6 })];

/** One mark, to be put somewhere by its `transform`.
 * @param {string} state */
function mark(state) {
  const group = shape("g", { class: `pw-mark pw-mark--${state}` });
  group.append(...(SHAPES[state] ?? plain)());
  return group;
}

/** The marks that share a day get one label; a talk that recurs gets none.
 * @param {Mark[]} marks */
function labels(marks) {
  /** @type {Map<number, Mark[]>} */
  const days = new Map();
  for (const each of marks.filter(({ n }) => n === null)) days.set(each.day, [...(days.get(each.day) ?? []), each]);
  return [...days.values()].map((same) => ({
    day: same[0].day,
    name: same.length > 1 ? message("and_more", { name: same[0].name, count: same.length - 1 }) : same[0].name,
    names: same.map(({ name }) => name),
    when: same[0].when,
    late: same.some(({ state }) => state === "late"),
    below: same.every(({ state }) => state === "moment"),
  }));
}

/** @param {number} width @param {number} height @param {string} title @param {string} kind */
function canvas(width, height, title, kind) {
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", class: `pw-line pw-line--${kind}` });
  svg.setAttribute("aria-label", message("picture", { name: title }));
  return svg;
}

/** The line itself: the whole of it, what is past, pauses, and the ends of weeks.
 * @param {Picture} picture @param {(from: number, to: number, name: string) => void} rail */
function drawRails(picture, rail) {
  rail(0, picture.days, "whole");
  rail(0, picture.today.day, "past");
  for (const pause of picture.pauses) rail(pause.from, pause.to, "pause");
  for (const { day } of picture.weeks) rail(day, day + 1, "week");
}

// Upright: the line runs down, every label stands to the right of it, pushed down where there is no room.

const TALL = { width: 320, top: 24, line: 20, text: 46, row: 16, longest: 28, aDay: 0.9 };

/** @param {string} text @param {number} longest */
function wrapped(text, longest) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.length - 1;
    const line = `${lines[last]} ${word}`.trim();
    if (line.length > longest && lines[last]) lines.push(word);
    else lines[last] = line;
  }
  return lines;
}

/** What is written beside the line, in the order of its days.
 * @param {Picture} picture */
function written({ marks, today }) {
  const rows = labels(marks).map(({ day, names, when, late }) => ({
    day,
    lines: [when, ...names.flatMap((name) => wrapped(name, TALL.longest))],
    name: late ? "late" : "label",
  }));
  rows.push({ day: today.day, lines: [`${today.text}: ${today.when}`], name: "today" });
  return rows.sort((one, other) => one.day - other.day);
}

/** @param {Picture} picture */
function upright(picture) {
  const y = (/** @type {number} */ day) => TALL.top + day * TALL.aDay;
  const parts = [];
  let free = 0;
  for (const { day, lines, name } of written(picture)) {
    const at = Math.max(y(day), free);
    const text = shape("text", { x: TALL.text, y: at + 4, class: `pw-line__${name}` });
    text.append(...lines.map((line, i) => shape("tspan", { x: TALL.text, dy: i ? TALL.row : 0 }, line)));
    parts.push(
      shape("path", { d: `M${TALL.line + 10} ${y(day)}L${TALL.text - 5} ${at}`, class: "pw-line__lead" }),
      text,
    );
    free = at + lines.length * TALL.row + 8;
  }

  const svg = canvas(TALL.width, Math.max(y(picture.days), free) + 16, picture.title, "upright");
  drawRails(picture, (from, to, name) =>
    svg.append(shape("line", { x1: TALL.line, x2: TALL.line, y1: y(from), y2: y(to), class: `pw-line__${name}` })),
  );
  svg.append(...parts, ...placed(picture.marks, (day) => `${TALL.line} ${y(day)}`));
  const today = y(picture.today.day);
  svg.append(shape("line", { x1: 4, x2: TALL.text - 8, y1: today, y2: today, class: "pw-line__now" }));
  return svg;
}

// Lying: labels stand in rows above the line, important days below it.

const WIDE = { width: 720, edge: 30, row: 34, gap: 10, letter: 6.3 };

/** The first row in which a label finds room; labels come from left to right.
 * @param {number[]} rows  how far each is taken @param {number} left @param {number} right */
function rowFor(rows, left, right) {
  const free = rows.findIndex((taken) => taken < left);
  const row = free < 0 ? rows.length : free;
  rows[row] = right + WIDE.gap;
  return row;
}

/** @param {Picture} picture */
function lying(picture) {
  const x = (/** @type {number} */ day) => WIDE.edge + (day / picture.days) * (WIDE.width - 2 * WIDE.edge);
  /** @type {{above: number[], below: number[]}} */
  const rows = { above: [], below: [] };
  const written = labels(picture.marks).map((label) => {
    const half = (Math.max(label.name.length, label.when.length) * WIDE.letter) / 2;
    const middle = Math.min(Math.max(x(label.day), WIDE.edge / 2 + half), WIDE.width - WIDE.edge / 2 - half);
    const row = rowFor(label.below ? rows.below : rows.above, middle - half, middle + half);
    return { ...label, middle, row };
  });
  const axis = 20 + rows.above.length * WIDE.row + 22;
  const svg = canvas(WIDE.width, axis + 44 + rows.below.length * WIDE.row + 10, picture.title, "lying");

  for (const { middle, below, row, name, when, day, late } of written) {
    const at = below ? axis + 52 + row * WIDE.row : axis - 34 - row * WIDE.row;
    const end = below ? at - 14 : at + 16;
    const style = { x: middle, "text-anchor": "middle" };
    svg.append(
      shape("path", { d: `M${x(day)} ${axis}L${x(day)} ${end}`, class: "pw-line__lead" }),
      shape("text", { ...style, y: at, class: `pw-line__${late ? "late" : "label"}` }, name),
      shape("text", { ...style, y: at + 13, class: "pw-line__when" }, when),
    );
  }
  drawRails(picture, (from, to, name) =>
    svg.append(shape("line", { x1: x(from), x2: x(to), y1: axis, y2: axis, class: `pw-line__${name}` })),
  );
  for (const { day, text } of picture.weeks)
    svg.append(shape("text", { x: x(day), y: axis + 24, "text-anchor": "middle", class: "pw-line__when" }, text));
  svg.append(...placed(picture.marks, (day) => `${x(day)} ${axis}`));
  const today = x(picture.today.day);
  const toTheLeft = today > WIDE.width / 2;
  const anchor = toTheLeft ? { "text-anchor": "end", dx: -5 } : { "text-anchor": "start", dx: 5 };
  svg.append(
    shape("line", { x1: today, x2: today, y1: axis - 18, y2: axis + 36, class: "pw-line__now" }),
    shape("text", { x: today, y: axis + 38, ...anchor, class: "pw-line__today" }, picture.today.text),
  );
  return svg;
}

/** @param {Mark[]} marks @param {(day: number) => string} where */
function placed(marks, where) {
  return marks.map(({ day, state, n }) => {
    const made = mark(state);
    const size = n === null ? 1 : 0.6;
    made.setAttribute("transform", `translate(${where(day)}) scale(${size})`);
    return made;
  });
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
function pauseRow({ from, text, kind }) {
  const cell = element("td", text);
  cell.colSpan = 3;
  cell.className = `pw-table__${kind}`;
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
  const states = new Set(marks.map(({ state }) => String(state)));
  if (pauses.length) states.add("pause");
  for (const item of legend) item.hidden = !states.has(item.dataset.state ?? "");
}

for (const item of legend) {
  const svg = shape("svg", { viewBox: "-12 -12 24 24", "aria-hidden": "true" });
  svg.append(mark(item.dataset.state ?? ""));
  item.prepend(svg);
}

/** @param {Picture} picture */
export function draw(picture) {
  slot("drawing").replaceChildren(lying(picture), upright(picture));
  fillTable(picture);
  fillLegend(picture);
}
