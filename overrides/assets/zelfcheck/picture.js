/** Draws the picture of the two years: once lying, for wide screens and paper, once upright, for a phone. */
(() => {
  "use strict";

  const { slot, element } = zelfcheck;

  const SVG = "http://www.w3.org/2000/svg";

  function shape(name, attributes, text) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  }

  // Each state has a shape of its own: colour never tells it alone.
  const R = 8;
  const CIRCLE = { r: R };
  const SHAPES = {
    late: () => [shape("path", { d: `M0 ${-R - 3}L${R + 3} 0L0 ${R + 3}L${-R - 3} 0Z` })],
    now: () => [shape("circle", CIRCLE), shape("circle", { r: 3, class: "pw-mark__core" })],
    done: () => [shape("circle", CIRCLE), shape("path", { d: "M-4 0L-1 3L4 -3", class: "pw-mark__tick" })],
    unknown: () => [shape("circle", CIRCLE), shape("text", { y: 4, "text-anchor": "middle" }, "?")],
    moment: () => [shape("rect", { x: -5, y: -5, width: 10, height: 10 })],
    pause: () => [shape("rect", { x: -R, y: -5, width: 2 * R, height: 10 })],
  };
  const plain = () => [shape("circle", { r: 6 })];

  /** One mark, to be put somewhere by its `transform`. */
  function mark(state) {
    const group = shape("g", { class: `pw-mark pw-mark--${state}` });
    group.append(...(SHAPES[state] ?? plain)());
    return group;
  }

  /** The marks that share a day get one label; a talk that recurs gets none. */
  function labels(marks) {
    const days = new Map();
    for (const each of marks.filter(({ n }) => n === null)) days.set(each.day, [...(days.get(each.day) ?? []), each]);
    return [...days.values()].map((same) => ({
      day: same[0].day,
      name: same.length > 1 ? `${same[0].name} en nog ${same.length - 1}` : same[0].name,
      names: same.map(({ name }) => name),
      when: same[0].when,
      late: same.some(({ state }) => state === "late"),
      below: same.every(({ state }) => state === "moment"),
    }));
  }

  function canvas(width, height, title, kind) {
    const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", class: `pw-line pw-line--${kind}` });
    svg.setAttribute("aria-label", `${title}. Alle dagen staan in de tabel hieronder.`);
    return svg;
  }

  // Upright: the line runs down, every label stands to the right of it, pushed down where there is no room.

  const TALL = { width: 320, top: 24, line: 20, text: 46, row: 16, longest: 28, aDay: 0.9 };

  /** @param {string} text @param {number} longest */
  function wrapped(text, longest) {
    const lines = [""];
    for (const word of text.split(" ")) {
      const line = `${lines.at(-1)} ${word}`.trim();
      if (line.length > longest && lines.at(-1)) lines.push(word);
      else lines[lines.length - 1] = line;
    }
    return lines;
  }

  function upright(picture) {
    const y = (day) => TALL.top + day * TALL.aDay;
    const parts = [];
    let free = 0;
    const write = (day, lines, name) => {
      const at = Math.max(y(day), free);
      const text = shape("text", { x: TALL.text, y: at + 4, class: `pw-line__${name}` });
      lines.forEach((line, i) => text.append(shape("tspan", { x: TALL.text, dy: i ? TALL.row : 0 }, line)));
      parts.push(shape("path", { d: `M${TALL.line + 10} ${y(day)}L${TALL.text - 5} ${at}`, class: "pw-line__lead" }), text);
      free = at + lines.length * TALL.row + 8;
    };
    const rows = labels(picture.marks).map(({ day, names, when, late }) => [
      day,
      [when, ...names.flatMap((name) => wrapped(name, TALL.longest))],
      late ? "late" : "label",
    ]);
    rows.push([picture.today.day, [`${picture.today.text}: ${picture.today.when}`], "today"]);
    rows.sort(([one], [other]) => one - other).forEach((row) => write(...row));

    const end = y(picture.days);
    const svg = canvas(TALL.width, Math.max(end, free) + 16, picture.title, "upright");
    const rail = (from, to, name) =>
      svg.append(shape("line", { x1: TALL.line, x2: TALL.line, y1: y(from), y2: y(to), class: `pw-line__${name}` }));
    rail(0, picture.days, "whole");
    rail(0, picture.today.day, "past");
    for (const pause of picture.pauses) rail(pause.from, pause.to, "pause");
    for (const { day } of picture.weeks) rail(day, day + 1, "week");
    svg.append(...parts, ...placed(picture.marks, (day) => [TALL.line, y(day)]));
    const today = y(picture.today.day);
    svg.append(shape("line", { x1: 4, x2: TALL.text - 8, y1: today, y2: today, class: "pw-line__now" }));
    return svg;
  }

  // Lying: labels stand in rows above the line, important days below it.

  const WIDE = { width: 720, edge: 30, row: 34, gap: 10, letter: 6.3 };

  /** The first row in which a label finds room; labels come from left to right. */
  function rowFor(rows, left, right) {
    const free = rows.findIndex((taken) => taken < left);
    const row = free < 0 ? rows.length : free;
    rows[row] = right + WIDE.gap;
    return row;
  }

  function lying(picture) {
    const x = (day) => WIDE.edge + (day / picture.days) * (WIDE.width - 2 * WIDE.edge);
    const rows = { above: [], below: [] };
    const written = labels(picture.marks).map((label) => {
      const half = (Math.max(label.name.length, label.when.length) * WIDE.letter) / 2;
      const middle = Math.min(Math.max(x(label.day), WIDE.edge / 2 + half), WIDE.width - WIDE.edge / 2 - half);
      const side = label.below ? "below" : "above";
      return { ...label, middle, side, row: rowFor(rows[side], middle - half, middle + half) };
    });
    const axis = 20 + rows.above.length * WIDE.row + 22;
    const svg = canvas(WIDE.width, axis + 44 + rows.below.length * WIDE.row + 10, picture.title, "lying");
    const rail = (from, to, name) =>
      svg.append(shape("line", { x1: x(from), x2: x(to), y1: axis, y2: axis, class: `pw-line__${name}` }));

    for (const { middle, side, row, name, when, day, late } of written) {
      const at = side === "above" ? axis - 34 - row * WIDE.row : axis + 52 + row * WIDE.row;
      const end = side === "above" ? at + 16 : at - 14;
      svg.append(shape("path", { d: `M${x(day)} ${axis}L${x(day)} ${end}`, class: "pw-line__lead" }));
      const style = { x: middle, "text-anchor": "middle" };
      svg.append(shape("text", { ...style, y: at, class: `pw-line__${late ? "late" : "label"}` }, name));
      svg.append(shape("text", { ...style, y: at + 13, class: "pw-line__when" }, when));
    }
    rail(0, picture.days, "whole");
    rail(0, picture.today.day, "past");
    for (const pause of picture.pauses) rail(pause.from, pause.to, "pause");
    for (const { day, text } of picture.weeks) {
      rail(day, day + 1, "week");
      svg.append(shape("text", { x: x(day), y: axis + 24, "text-anchor": "middle", class: "pw-line__when" }, text));
    }
    svg.append(...placed(picture.marks, (day) => [x(day), axis]));
    const today = x(picture.today.day);
    const edge = today > WIDE.width / 2 ? "end" : "start";
    svg.append(shape("line", { x1: today, x2: today, y1: axis - 18, y2: axis + 36, class: "pw-line__now" }));
    const label = { x: today, y: axis + 38, "text-anchor": edge, dx: edge === "end" ? -5 : 5, class: "pw-line__today" };
    svg.append(shape("text", label, picture.today.text));
    return svg;
  }

  function placed(marks, where) {
    return marks.map(({ day, state, n }) => {
      const made = mark(state);
      const size = n === null ? "" : " scale(0.6)";
      made.setAttribute("transform", `translate(${where(day).join(" ")})${size}`);
      return made;
    });
  }

  // The same as a table, and what the shapes mean.

  function row({ when, name, standing, day }, entry) {
    const line = document.createElement("tr");
    line.dataset.day = day;
    const link = element("a", name);
    link.href = "#checklist";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      zelfcheck.goToCard(entry);
    });
    const cells = [element("th", when), document.createElement("td"), element("td", standing)];
    cells[0].scope = "row";
    cells[1].append(link);
    line.append(...cells);
    return line;
  }

  function pauseRow({ from, text, kind }) {
    const line = document.createElement("tr");
    line.dataset.day = from;
    const cell = element("td", text);
    cell.colSpan = 3;
    cell.className = `pw-table__${kind}`;
    line.append(cell);
    return line;
  }

  function fillTable(picture) {
    const rows = [...picture.marks.map((each) => row(each, each)), ...picture.pauses.map(pauseRow)];
    rows.sort((one, other) => one.dataset.day - other.dataset.day);
    slot("table").replaceChildren(...rows);
    slot("table-caption").textContent = picture.title;
  }

  function fillLegend(picture) {
    const states = new Set(picture.marks.map(({ state }) => state));
    if (picture.pauses.length) states.add("pause");
    for (const item of slot("legend").children) item.hidden = !states.has(item.dataset.state);
  }

  for (const item of slot("legend").children) {
    const svg = shape("svg", { viewBox: "-12 -12 24 24", "aria-hidden": "true" });
    svg.append(mark(item.dataset.state));
    item.prepend(svg);
  }

  function draw(picture) {
    slot("drawing").replaceChildren(lying(picture), upright(picture));
    fillTable(picture);
    fillLegend(picture);
  }

  Object.assign(zelfcheck, { draw });
})();
