// The marks: a circle for words, a square for deeds, a bar for what is dated no closer than weeks or
// months, a dashed tail for a date that is only bounded; hollow for what is planned, offered or threatened.

function shape(event, x, y, size = MARK) {
  if (!event.deed) return svg("circle.shape", { cx: x, cy: y, r: size });
  const half = size * 0.92;
  return svg("rect.shape", { x: x - half, y: y - half, width: 2 * half, height: 2 * half, rx: 2 });
}

/** A small picture of an event's mark for lists and panels. */
function badge(event) {
  const box = { viewBox: "-9 -9 18 18", width: 18, height: 18, "aria-hidden": "true" };
  return svg(`svg.badge.${markClasses(event)}`, box, shape(event, 0, 0));
}

function markClasses(event) {
  return `tone-${event.tone}.is-${event.modality}`;
}

/** What a screen reader says of an event. */
function spoken(event) {
  const links = [];
  if (event.causes.length) links.push(`answers ${plural(event.causes.length, "event")}`);
  if (event.answers.length) links.push(`answered by ${plural(event.answers.length, "event")}`);
  const act = [event.type, event.mode, event.modality !== "actual" && event.modality].filter(Boolean).join(" ");
  return [event.when.words, act, event.summary, `“${event.trigger}”`, ...links].join(", ");
}

/** Whether the ends of a date are themselves not sure: "around 2019", or only bounded by other events. */
const isVague = ({ when }) => when.qualifier === "approximate" || when.basis === "bounded";

function drawSpan(item, y) {
  const { event, x, x1 } = item;
  const parts = [];
  if (event.open) {
    const way = event.open === "after" ? 1 : -1;
    const end = x + way * (TAIL - 4);
    parts.push(svg("path.tail", { d: `M${x + way * MARK} ${y}H${end}` }));
    parts.push(svg("path.tail-end", { d: `M${end - way * 5} ${y - 4}l${way * 5} 4l${-way * 5} 4` }));
  } else if (!event.point) {
    const box = { x, y: y - MARK - 2, width: x1 - x, height: 2 * MARK + 4, rx: event.deed ? 3 : MARK + 2 };
    parts.push(svg(isVague(event) ? "rect.bar.is-vague" : "rect.bar", box));
  } else if (isVague(event)) parts.push(svg("circle.bar.is-vague", { cx: x, cy: y, r: MARK + 4 }));
  return parts;
}

/** The group of one event in one lane. */
function drawMark(item, edges) {
  const { event, y, side, text, box } = item;
  const bar = !event.point && !event.open;
  const at = bar ? clamp(item.x + MARK + 3, edges[0] + MARK, Math.max(item.x1 - MARK - 3, edges[0] + MARK)) : item.x;
  const labelX = { inside: at + MARK + 5, right: Math.max(box[1], edges[0]) + 2, left: box[0] - 4, none: 0 }[side];
  const labelWidth = text ? textWidth(text) : 0;
  const left = side === "left" ? labelX - labelWidth : box[0];
  const right = side === "right" ? labelX + labelWidth : box[1];
  return svg(
    `g.mark.${markClasses(event)}`,
    { "data-event": event.number, role: "button", tabindex: "-1", "aria-label": spoken(event) },
    svg("title", `${event.when.words}: ${event.type.toLowerCase()}, ${event.summary} (${event.trigger})`),
    svg("rect.hit", { x: left - 2, y: y - ROW / 2 + 1, width: right - left + 6, height: ROW - 2, rx: 6 }),
    drawSpan(item, y),
    shape(event, at, y),
    text && svg("text.label", { x: labelX, y: y + 4, "text-anchor": side === "left" ? "end" : "start" }, text),
  );
}

function drawCluster(cluster) {
  const count = cluster.items.length;
  const about = {
    role: "button",
    tabindex: "-1",
    "aria-label": `${plural(count, "more event")}: zoom in`,
    "data-events": cluster.items.map((item) => item.event.number).join(" "),
    "data-from": Math.min(...cluster.items.map((item) => item.event.start)),
    "data-to": Math.max(...cluster.items.map((item) => item.event.end)),
  };
  const pill = svg("rect", { x: cluster.x - 15, y: cluster.y - 9, width: 30, height: 18, rx: 9 });
  return svg(
    "g.cluster",
    about,
    pill,
    svg("text", { x: cluster.x, y: cluster.y + 4, "text-anchor": "middle" }, `+${count}`),
  );
}

/** Lines that join the marks of one act with several actors. */
function drawMutual(spots) {
  const sorted = [...spots].sort((a, b) => a.y - b.y);
  return svg(`path.mutual.tone-${spots[0].item.event.tone}`, {
    d: `M${sorted[0].x} ${sorted[0].y}V${sorted.at(-1).y}`,
  });
}
