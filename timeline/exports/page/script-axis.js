// The axis: ticks, headings, folded stretches and the borders between stretches.

/** Stretches of the axis that are in view and not folded: [day, unit] at both ends. */
function* openParts(stretch) {
  const folded = new Set(stretch.folds.map((fold) => fold.from));
  for (let i = 1; i < stretch.knots.length; i++) {
    const [start, end] = [stretch.knots[i - 1], stretch.knots[i]];
    if (!folded.has(start[1])) yield [start, end];
  }
}

/** Ticks and headings of one part, as [{x, text, line}]. */
function partTicks(stretch, [[d0, u0], [d1, u1]], X, edges) {
  const perDay = (X(u1) - X(u0)) / (d1 - d0);
  const x = (day) => X(u0) + (day - d0) * perDay;
  // The room that labels take beyond a year without number is no time.
  const [low, high] = stretch.zone === ZONES.yearless ? [dayNumber(2000, 1, 1), dayNumber(2001, 1, 1)] : [d0, d1];
  const first = Math.max(Math.ceil(Math.max(d0, low)), Math.floor(d0 + (edges[0] - X(u0)) / perDay));
  const last = Math.min(Math.floor(Math.min(d1, high)), Math.ceil(d0 + (edges[1] - X(u0)) / perDay) + 1);
  if (last <= first) return { ticks: [], headings: [] };
  const { ticks, headings } = ticksOf(first, last, perDay, stretch.zone === ZONES.yearless);
  // A stretch too short for a tick of its own is named by the month of its middle.
  if (!ticks.length && perDay > 0.1 && stretch.folds.length) {
    return {
      ticks: [{ x: x(first), text: MONTHS[civil(Math.round((first + last) / 2))[1] - 1] }],
      headings: placeHeadings(headings, x, X(u0), edges),
    };
  }
  const byDay = ticks.length && /^\d{1,2}$/.test(ticks[0].text);
  const middle = byDay && perDay > 1.5 ? 0.5 : 0;
  const tickOf = ({ day, text }) => {
    return { x: x(day + middle), text, month: byDay ? MONTHS[civil(day)[1] - 1] : "", centred: middle > 0, line: true };
  };
  return { ticks: ticks.map(tickOf), headings: placeHeadings(headings, x, X(u0), edges) };
}

/** Headings where they are written: never left of the part or of the plot. */
function placeHeadings(headings, x, start, edges) {
  return headings.map(({ day, text }) => ({ x: clamp(x(day), Math.max(edges[0], start), edges[1]), text }));
}

/** The ways to write "April 2021", best first: in full, with a short year; in a known year the month alone. */
function headingForms(text, known) {
  const [month, ...rest] = text.split(" ");
  const year = rest.join(" ");
  if (year === known) return [text, month];
  return /^\d{4}$/.test(year) ? [text, `${month} ’${year.slice(2)}`] : [text];
}

/** Headings that fit before the next one.  Returns whether the days below them can be told by them. */
function drawHeadings(headings, end, nodes) {
  const fits = (x, text, limit) => x + 2 + 1.08 * textWidth(text) < limit;
  const write = (x, text) => nodes.push(svg("text.heading", { x: x + 2, y: 16 }, text));
  let known = ""; // the year that the last heading named
  let told = false;
  headings.forEach(({ x, text }, i) => {
    const limit = i + 1 < headings.length ? headings[i + 1].x : end;
    const fitting = headingForms(text, known).find((form) => fits(x, form, limit));
    if (!fitting) return;
    write(x, fitting);
    told = true;
    known = text.split(" ").slice(1).join(" ");
  });
  // Where no month has room, its year may stand alone; the days below are then left out.
  const year = headings[0].text.split(" ").slice(1).join(" ");
  if (!told && year && fits(headings[0].x, year, end)) write(headings[0].x, year);
  return told;
}

/** The name of a stretch of yearless or undated events; where it has no room, its short name at the right. */
function zoneName({ zone, from, to }, X, edges) {
  const left = Math.max(X(from), edges[0]);
  const room = Math.min(X(to), edges[1]) - left - 8;
  const name = [ZONE_HEADS[zone], ZONE_HEADS_SHORT[zone]].find((text) => textWidth(text) < room);
  const place = name ? { x: left + 8 } : { x: Math.min(X(to), edges[1]) + 8, "text-anchor": "end" };
  return svg("text.zone", { y: zone === ZONES.undated ? 34 : 16, ...place }, name || ZONE_HEADS_SHORT[zone]);
}

/** The lengths of folded stretches, written into them as far as they fit. */
function foldNames(stretch, X, edges) {
  return stretch.folds
    .filter((fold) => X(fold.from) > edges[0] - 4 && X(fold.to) < edges[1] + 10)
    .map((fold) => {
      const text = duration(fold.days);
      const room = X(fold.to) - X(fold.from) - 4;
      const fitting =
        [text, text.replace(/ (d|mo|y).*/, "\u2009$1"), "⋯"].find((name) => textWidth(name) * 0.9 < room) || "";
      return svg("text.fold-text", { x: (X(fold.from) + X(fold.to)) / 2, y: 34, "text-anchor": "middle" }, fitting);
    });
}

/** Writes the labels of ticks from left to right, leaving out those that would touch the one before. */
function tickWriter(nodes, edges) {
  let free = -Infinity;
  let month = ""; // that the last label named, where no heading above does
  return (tick, limit, yearless) => {
    const text = yearless && tick.month && tick.month !== month ? `${tick.text} ${tick.month}` : tick.text;
    const width = textWidth(text);
    const left = tick.centred ? tick.x - width / 2 : tick.x + 2;
    if (left < Math.max(edges[0] - 2, free) || left + width > Math.min(edges[1] + 10, limit)) return;
    free = left + width + 8;
    month = tick.month;
    nodes.push(svg("text.tick", { x: left, y: 34 }, text));
  };
}

/** When zoomed in: which part of the whole axis is in view. */
function windowBar(edges) {
  if (view.to - view.from >= 999) return [];
  const at = (unit) => edges[0] + (unit / 1000) * (edges[1] - edges[0]);
  const bar = (name, from, to) =>
    svg("rect", { class: name, x: at(from), y: 41, width: Math.max(at(to) - at(from), 6), height: 3, rx: 1.5 });
  return [bar("window-whole", 0, 1000), bar("window-view", view.from, view.to)];
}

/** Fills the axis and returns the lines that the plot draws down from it: [{x, kind}]. */
function drawAxis(axis, scale, X, edges) {
  const lines = [];
  const nodes = [];
  const write = tickWriter(nodes, edges);
  for (const stretch of scale.zones) {
    const yearless = stretch.zone === ZONES.yearless;
    if (X(stretch.to) < edges[0] || X(stretch.from) > edges[1]) continue;
    if (stretch.zone !== ZONES.dated) {
      if (X(stretch.from) > edges[0] + 2) lines.push({ x: X(stretch.from), kind: "border" });
      nodes.push(zoneName(stretch, X, edges));
    }
    if (stretch.zone === ZONES.undated) continue;
    lines.push(...stretch.folds.map((fold) => ({ x: X(fold.from), end: X(fold.to), kind: "fold" })));
    nodes.push(...foldNames(stretch, X, edges));
    const limit = X(stretch.to) - 4;
    const parts = [...openParts(stretch)];
    parts.forEach((part, i) => {
      const end = i + 1 < parts.length ? X(parts[i + 1][0][1]) : Math.min(limit, edges[1] + 10);
      const { ticks, headings } = partTicks(stretch, part, X, edges);
      const known = yearless || !headings.length || drawHeadings(headings, end, nodes);
      for (const tick of known ? ticks : []) {
        if (tick.line) lines.push({ x: tick.x, kind: "tick" });
        write(tick, limit, yearless);
      }
    });
  }
  axis.replaceChildren(...nodes, ...windowBar(edges));
  return lines;
}
