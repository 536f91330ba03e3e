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
  const first = Math.max(Math.ceil(d0), Math.floor(d0 + (edges[0] - X(u0)) / perDay));
  const last = Math.min(Math.floor(d1), Math.ceil(d0 + (edges[1] - X(u0)) / perDay) + 1);
  if (last <= first) return { ticks: [], headings: [] };
  const { ticks, headings } = ticksOf(first, last, perDay, stretch.zone === ZONES.yearless);
  const byDay = ticks.length && /^\d{1,2}$/.test(ticks[0].text);
  const middle = byDay && perDay > 1.5 ? 0.5 : 0;
  return {
    ticks: ticks.map((tick) => ({ x: x(tick.day + middle), text: tick.text, month: byDay ? MONTHS[civil(tick.day)[1] - 1] : "", centred: middle > 0 })),
    headings: headings.map((head, i) => ({
      x: clamp(x(head.day), Math.max(edges[0], X(u0)), edges[1]),
      end: i + 1 < headings.length ? x(headings[i + 1].day) : Math.min(edges[1], X(u1)),
      text: head.text,
    })),
  };
}

/** Headings that fit; the first may run over later ones.  Returns whether the first could be written in full. */
function drawHeadings(headings, end, nodes) {
  let free = -Infinity;
  let whole = true;
  // A stub of a month at the left must not lend its name to the days after it.
  const cut = headings.length > 1 && headings[1].x - headings[0].x < 34 ? 1 : 0;
  headings.slice(cut).forEach(({ x, text }, i, all) => {
    if (x + 4 < free) return;
    const limit = i && i + 1 < all.length ? all[i + 1].x : end;
    const [month, ...year] = text.split(" ");
    const fitting = [text, i ? month : year.join(" ")].find((words) => words && x + 4 + 1.08 * textWidth(words) < limit - 2);
    if (!i) whole = fitting === text;
    if (!fitting) return;
    free = x + 10 + 1.08 * textWidth(fitting);
    nodes.push(svg("text", { class: "heading", x: x + 4, y: 16 }, fitting));
  });
  return whole;
}

/** Fills the axis and returns the lines that the plot draws down from it: [{x, kind}]. */
function drawAxis(axis, scale, X, edges) {
  const lines = [];
  const nodes = [];
  let free = -Infinity;
  let limit = Infinity;
  let month = ""; // that the last tick named, where no heading above does
  const write = (x, y, text, name, anchor = "start") => {
    const width = textWidth(text);
    const left = anchor === "middle" ? x - width / 2 : x;
    if (left < Math.max(edges[0] - 2, y > 20 ? free : -Infinity) || left + width > Math.min(edges[1] + 10, limit)) return false;
    if (y > 20) free = left + width + 8;
    nodes.push(svg("text", { class: name, x, y, "text-anchor": anchor }, text));
    return true;
  };
  for (const stretch of scale.zones) {
    const [from, to] = [X(stretch.from), X(stretch.to)];
    if (to < edges[0] || from > edges[1]) continue;
    limit = to - 4;
    if (stretch.zone !== ZONES.dated) {
      if (from > edges[0]) lines.push({ x: from, kind: "border" });
      const room = Math.min(to, edges[1]) - Math.max(from, edges[0]);
      const head = [ZONE_HEADS, ZONE_HEADS_SHORT].map((heads) => heads[stretch.zone]).find((text) => textWidth(text) + 8 < room);
      if (head) nodes.push(svg("text", { class: "zone", x: Math.max(from, edges[0]) + 8, y: stretch.zone === ZONES.undated ? 34 : 16 }, head));
    }
    if (stretch.zone === ZONES.undated) continue;
    for (const fold of stretch.folds) {
      lines.push({ x: X(fold.from), end: X(fold.to), kind: "fold" });
      const middle = (X(fold.from) + X(fold.to)) / 2;
      const text = duration(fold.days);
      const room = X(fold.to) - X(fold.from) - 4;
      const shown = [text, text.replace(/ (d|mo|y).*/, "\u2009$1"), "⋯"].find((words) => textWidth(words) * 0.9 < room) || "";
      nodes.push(svg("text", { class: "fold-text", x: middle, y: 34, "text-anchor": "middle" }, shown));
    }
    const parts = [...openParts(stretch)];
    parts.forEach((part, i) => {
      const end = i + 1 < parts.length ? X(parts[i + 1][0][1]) : Math.min(limit, edges[1] + 10);
      const { ticks, headings } = partTicks(stretch, part, X, edges);
      const known = stretch.zone === ZONES.yearless || !headings.length || drawHeadings(headings, end, nodes);
      for (const tick of known ? ticks : []) {
        lines.push({ x: tick.x, kind: "tick" });
        const text = tick.month && stretch.zone === ZONES.yearless && tick.month !== month ? `${tick.text} ${tick.month}` : tick.text;
        if (write(tick.x + (tick.centred ? 0 : 4), 34, text, "tick", tick.centred ? "middle" : "start")) month = tick.month;
      }
    });
  }
  axis.replaceChildren(...nodes);
  return lines;
}
