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
  const middle = ticks.length && /^\d{1,2}$/.test(ticks[0].text) && perDay > 1.5 ? 0.5 : 0;
  return {
    ticks: ticks.map((tick) => ({ x: x(tick.day + middle), text: tick.text, centred: middle > 0 })),
    headings: headings.map((head, i) => ({
      x: clamp(x(head.day), Math.max(edges[0], X(u0)), edges[1]),
      end: i + 1 < headings.length ? x(headings[i + 1].day) : Math.min(edges[1], X(u1)),
      text: head.text,
    })),
  };
}

/** Fills the axis and returns the lines that the plot draws down from it: [{x, kind}]. */
function drawAxis(axis, scale, X, edges) {
  const lines = [];
  const nodes = [];
  let free = -Infinity;
  const write = (x, y, text, name, anchor = "start") => {
    const width = textWidth(text);
    const left = anchor === "middle" ? x - width / 2 : x;
    if (left < Math.max(edges[0] - 2, y > 20 ? free : -Infinity) || left + width > edges[1] + 10) return;
    if (y > 20) free = left + width + 8;
    nodes.push(svg("text", { class: name, x, y, "text-anchor": anchor }, text));
  };
  for (const stretch of scale.zones) {
    const [from, to] = [X(stretch.from), X(stretch.to)];
    if (to < edges[0] || from > edges[1]) continue;
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
      if (textWidth(text) < X(fold.to) - X(fold.from) + 30) nodes.push(svg("text", { class: "fold-text", x: middle, y: 16, "text-anchor": "middle" }, text));
    }
    for (const part of openParts(stretch)) {
      const { ticks, headings } = partTicks(stretch, part, X, edges);
      for (const tick of ticks) {
        lines.push({ x: tick.x, kind: "tick" });
        write(tick.x + (tick.centred ? 0 : 4), 34, tick.text, "tick", tick.centred ? "middle" : "start");
      }
      let last = -Infinity;
      for (const head of headings) {
        const x = Math.max(head.x + 4, last);
        if (x + textWidth(head.text) * 1.08 > head.end - 4 || stretch.zone === ZONES.yearless) continue;
        nodes.push(svg("text", { class: "heading", x, y: 16 }, head.text));
        last = x + textWidth(head.text) + 10;
      }
    }
  }
  axis.replaceChildren(...nodes);
  return lines;
}
