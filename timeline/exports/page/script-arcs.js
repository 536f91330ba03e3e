// The retaliation graph: an arc from each event to what answers it.  Kinds differ by line and head, not by colour alone.

/** Arrow heads, one a kind: filled, open, a dot. */
function arcHeads() {
  const marker = (kind, child) =>
    svg("marker", { id: `head-${kind}`, class: `head kind-${kind}`, viewBox: "-10 -6 12 12", refX: 0, refY: 0, markerWidth: 12, markerHeight: 12, markerUnits: "userSpaceOnUse", orient: "auto" }, child);
  return svg("defs", {},
    marker("retaliation", svg("path", { d: "M-9 -4.5L0 0L-9 4.5Z" })),
    marker("response", svg("path", { class: "open", d: "M-7 -4.5L0 0L-7 4.5" })),
    marker("motive", svg("circle", { cx: -4, cy: 0, r: 3.4 })),
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

/** A curve that leaves to the left of its cause, where no label is, and comes into its answer from the left. */
function arcPath(from, to) {
  const x1 = from.left + 2;
  const x2 = to.left - 1;
  const rise = Math.abs(to.y - from.y);
  const bulge = clamp(10 + 0.22 * rise, 16, 70);
  const low = Math.min(x1, x2) - bulge;
  const ahead = x2 - x1;
  if (ahead > 2.2 * bulge) {
    const lift = to.y === from.y ? -26 : 0;
    return `M${x1} ${from.y}C${x1 - bulge} ${from.y + 0.25 * (to.y - from.y) + lift} ${x1 - 0.3 * bulge} ${to.y + lift} ${x1 + 0.3 * ahead} ${to.y + 0.6 * lift}S${x2 - bulge} ${to.y} ${x2} ${to.y}`;
  }
  return `M${x1} ${from.y}C${low} ${from.y} ${low} ${to.y} ${x2} ${to.y}`;
}

function drawArcs(links, places) {
  const arcs = [];
  for (const link of links) {
    const [causes, effects] = [places.get(link.cause), places.get(link.effect)];
    if (!causes || !effects) continue;
    const { from, to } = nearest(causes, effects);
    arcs.push(svg("path", {
      class: `arc kind-${link.kind}${link.explicit ? "" : " is-implicit"}`,
      d: arcPath(from, to), "marker-end": `url(#head-${link.kind})`, "data-cause": link.cause, "data-effect": link.effect,
    }));
  }
  return svg("g", { class: "arcs", "aria-hidden": "true" }, arcs);
}
