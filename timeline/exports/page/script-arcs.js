// The retaliation graph: an arc from each event to what answers it; line and head tell the kind, not colour alone.

const HEAD_BOX = { viewBox: "-10 -6 12 12", markerWidth: 12, markerHeight: 12, markerUnits: "userSpaceOnUse" };

/** Arrow heads, one a kind: filled, open, a dot. */
function arcHeads() {
  const head = (kind, child) =>
    svg(`marker.head.kind-${kind}`, { ...HEAD_BOX, id: `head-${kind}`, refX: 0, refY: 0, orient: "auto" }, child);
  return svg(
    "defs",
    head("retaliation", svg("path", { d: "M-9 -4.5L0 0L-9 4.5Z" })),
    head("response", svg("path.open", { d: "M-7 -4.5L0 0L-7 4.5" })),
    head("motive", svg("circle", { cx: -4, cy: 0, r: 3.4 })),
  );
}

/** The two places, of all lanes of cause and effect, that lie closest to each other. */
function nearest(causes, effects) {
  let best = null;
  for (const from of causes) {
    for (const to of effects) {
      const distance = Math.abs(from.y - to.y) + (from.y === to.y && from.x === to.x ? 1e6 : 0);
      if (!best || distance < best.distance) best = { from, to, distance };
    }
  }
  return best;
}

/** Where a long arc runs: the border of the answer's lane that faces its cause, where no label is. */
function channel(from, to, nudge) {
  const { y, height } = to.lane;
  return (to.lane === from.lane || from.y < to.y ? Math.max(y, 5) : y + height) + nudge;
}

/** A curve that leaves its cause beside its label, follows borders of lanes, and enters its answer from the left. */
function arcPath(from, to, nudge, edge) {
  const rise = Math.abs(to.y - from.y);
  const bulge = clamp(10 + 0.2 * rise, 16, 60);
  const x2 = to.left - 1;
  const bar = from.item.side === "inside" && from.item.x1 + 50 < x2;
  const x1 = bar ? from.item.x1 : from.left + 2;
  if (!bar && Math.abs(x2 - x1) < 2.4 * bulge) {
    const low = Math.max(Math.min(x1, x2) - bulge, edge);
    return `M${x1} ${from.y}C${low} ${from.y} ${low} ${to.y} ${x2} ${to.y}`;
  }
  const run = channel(from, to, nudge);
  const keep = (x) => Math.max(x, edge);
  const ahead = x2 > x1;
  const into = clamp(14 + 0.5 * Math.abs(to.y - run), 20, 56);
  const side = keep(x1 + (bar ? 18 : -16));
  const turned = keep(x1 + (bar ? 36 : ahead ? 6 : -32));
  const leave = `M${x1} ${from.y}C${side} ${from.y} ${side} ${run} ${turned} ${run}`;
  const along = `H${keep(x2 - (ahead ? into : 0.6 * into))}`;
  return `${leave}${along}C${keep(x2 - 0.5 * into)} ${run} ${keep(x2 - 0.7 * into)} ${to.y} ${x2} ${to.y}`;
}

/** A link in words: what answers what, and how it is said. */
function arcWords(link) {
  const [cause, effect] = [data.events[link.cause], data.events[link.effect]];
  const said = link.explicit ? (link.cue ? ` (“${oneLine(words(link.cue))}”)` : "") : " (concluded, not said)";
  return `${effect.summary}, ${effect.trigger}: ${link.kind} to ${cause.summary}, ${cause.trigger}${said}`;
}

/** The arc of one link, or nothing where an end of it is not drawn. */
function drawArc(link, index, places, edge) {
  const [causes, effects] = [places.get(link.cause), places.get(link.effect)];
  if (!causes || !effects) return "";
  const { from, to } = nearest(causes, effects);
  const about = {
    d: arcPath(from, to, 3 * ((index % 4) - 1.5), edge),
    "marker-end": `url(#head-${link.kind})`,
    "data-cause": link.cause,
    "data-effect": link.effect,
  };
  const kind = `path.arc.kind-${link.kind}${link.explicit ? "" : ".is-implicit"}`;
  return svg(kind, about, svg("title", arcWords(link)));
}

function drawArcs(links, places, edge) {
  const arcs = links.map((link, index) => drawArc(link, index, places, edge));
  return svg(links.length > 80 ? "g.arcs.are-many" : "g.arcs", { "aria-hidden": "true" }, arcs);
}
