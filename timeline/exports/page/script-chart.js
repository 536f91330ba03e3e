// The chart: puts layout, marks, arcs and axis together.

const scale = makeScale();
const view = { from: 0, to: 1000 };
const chart = byId("chart");
const plot = byId("plot");
const axis = byId("axis");
let picture = { lanes: [], places: new Map() };
let awaiting = false;
let drawnWidth = 0;
let current = 0; // the event that the tab key reaches

/** Sizes of the chart: on narrow screens the names of lanes stand above them, else in a gutter. */
function geometry() {
  const width = Math.max(chart.clientWidth, 280);
  const headed = width < 620;
  const longest = Math.max(60, ...picture.lanes.map((lane) => 1.1 * textWidth(lane.name)));
  const gutter = headed ? 4 : Math.min(longest + 30, 0.22 * width);
  const edges = [gutter + (headed ? 4 : 12), width - 10];
  const X = (unit) => edges[0] + ((unit - view.from) / (view.to - view.from)) * (edges[1] - edges[0]);
  return { width, headed, gutter, edges, X };
}

function laneGround(lane, { width }) {
  return svg(
    "g.lane",
    { "data-lane": lane.key },
    svg("rect.lane-back", { x: 0, y: lane.y, width, height: lane.height }),
    svg("path.lane-line", { d: `M0 ${lane.y + lane.height}H${width}` }),
  );
}

function laneName(lane, { width, headed, gutter }) {
  const room = headed ? width - 20 : gutter - 14;
  let name = lane.name;
  while (name.length > 4 && textWidth(name) * 1.08 > room) name = shortened(name, name.length - 1);
  const at = { x: headed ? 8 : 12, y: headed ? lane.y + 17 : lane.top + ROW / 2 + 4, "data-lane": lane.key };
  return svg("text.lane-name", at, svg("title", lane.name), name);
}

/** What the axis draws down into the plot: ticks, borders and folds. */
function ground(lines, height, { edges }) {
  return lines.map(({ x, end, kind }) => {
    if (kind === "fold") return svg("rect.fold", { x, y: 0, width: end - x, height });
    return x < edges[0] - 1 ? "" : svg(`path.line-${kind}`, { d: `M${x} 0V${height}` });
  });
}

function resize(node, width, height) {
  node.setAttribute("viewBox", `0 0 ${width} ${height}`);
  node.setAttribute("height", height);
}

/** Everything between the edges of the plot, in the order in which it lies on each other. */
function plotContent(links, lines, height, place) {
  const { gutter, width, edges } = place;
  const items = picture.lanes.flatMap((lane) => lane.items.filter((item) => item.row !== undefined));
  const clusters = picture.lanes.flatMap((lane) => lane.clusters);
  const mutual = [...picture.places.values()].filter((spots) => spots.length > 1);
  return [
    svg("clipPath", { id: "inside" }, svg("rect", { x: gutter, y: 0, width: width - gutter, height })),
    svg(
      "g",
      { "clip-path": "url(#inside)" },
      ground(lines, height, place),
      drawArcs(links, picture.places, gutter + 4),
      mutual.map(drawMutual),
      items.map((item) => drawMark(item, edges)),
      clusters.map(drawCluster),
    ),
  ];
}

function draw() {
  awaiting = false;
  drawnWidth = chart.clientWidth;
  const focused = document.activeElement?.closest?.("#plot .mark")?.dataset.event;
  ruler.font = getComputedStyle(chart).font;
  const { events, links, numbers } = shown();
  picture.lanes = lanesOf(events);
  const place = geometry();
  picture = layOut(picture.lanes, place.X, place.edges, place.headed);
  const height = Math.max(picture.height, 60);
  resize(plot, place.width, height);
  resize(axis, place.width, 44);
  const lines = drawAxis(axis, scale, place.X, place.edges);
  const [grounds, names] = [laneGround, laneName].map((part) => picture.lanes.map((lane) => part(lane, place)));
  plot.replaceChildren(arcHeads(), ...grounds, ...plotContent(links, lines, height, place), ...names);
  if (!events.length) {
    const why = data.events.length ? "No event passes the filters." : "No events were found in the text.";
    plot.append(svg("text.empty", { x: place.width / 2, y: 36, "text-anchor": "middle" }, why));
  }
  if (!numbers.has(current)) current = events[0]?.number ?? 0;
  setTabStop(current);
  if (focused !== undefined) markOf(Number(focused))?.focus({ preventScroll: true });
  showChoice();
  const all = events.length === data.events.length;
  byId("count").textContent = all ? "" : `${events.length} of ${plural(data.events.length, "event")} shown`;
}

function redraw() {
  if (!awaiting) requestAnimationFrame(draw);
  awaiting = true;
}

const markOf = (number) => plot.querySelector(`.mark[data-event="${number}"]`);

function setTabStop(number) {
  for (const node of plot.querySelectorAll('.mark[tabindex="0"]')) node.setAttribute("tabindex", "-1");
  const node = markOf(number);
  if (node) {
    node.setAttribute("tabindex", "0");
    current = number;
  }
  return node;
}
