// The chart: puts layout, marks, arcs and axis together; zooming and panning.

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

function laneNodes(lane, { width, headed, gutter }) {
  const group = svg("g", { class: "lane", "data-lane": lane.key });
  group.append(svg("rect", { class: "lane-back", x: 0, y: lane.y, width, height: lane.height }));
  group.append(svg("path", { class: "lane-line", d: `M0 ${lane.y + lane.height}H${width}` }));
  const y = headed ? lane.y + 17 : lane.top + ROW / 2 + 4;
  const room = headed ? width - 20 : gutter - 14;
  let name = lane.name;
  while (name.length > 4 && textWidth(name) * 1.08 > room) name = shortened(name, name.length - 1);
  group.append(svg("text", { class: "lane-name", x: headed ? 8 : 12, y }, svg("title", {}, lane.name), name));
  return group;
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
  for (const [node, tall] of [[plot, height], [axis, 44]]) {
    node.setAttribute("viewBox", `0 0 ${place.width} ${tall}`);
    node.setAttribute("height", tall);
  }
  const lines = drawAxis(axis, scale, place.X, place.edges);
  const clip = svg("clipPath", { id: "inside" }, svg("rect", { x: place.gutter, y: 0, width: place.width - place.gutter, height }));
  const inner = svg("g", { "clip-path": "url(#inside)" });
  for (const { x, end, kind } of lines) {
    if (kind === "fold") inner.append(svg("rect", { class: "fold", x, y: 0, width: end - x, height }));
    else if (x >= place.edges[0] - 1) inner.append(svg("path", { class: `line-${kind}`, d: `M${x} 0V${height}` }));
  }
  const marks = svg("g", { class: "marks" });
  for (const lane of picture.lanes) {
    for (const item of lane.items) if (item.row !== undefined) marks.append(drawMark(item, place.edges));
    for (const cluster of lane.clusters) marks.append(drawCluster(cluster));
  }
  const mutual = [...picture.places.values()].filter((spots) => spots.length > 1).map(drawMutual);
  inner.append(drawArcs(links, picture.places, place.gutter + 4), svg("g", { class: "mutuals" }, mutual), marks);
  const empty = events.length ? "" : svg("text", { class: "empty", x: place.width / 2, y: 36, "text-anchor": "middle" }, data.events.length ? "No event passes the filters." : "No events were found in the text.");
  plot.replaceChildren(arcHeads(), clip, svg("g", {}, picture.lanes.map((lane) => laneNodes(lane, place))), inner, empty);
  if (!numbers.has(current)) current = events[0]?.number ?? 0;
  setTabStop(current);
  if (focused !== undefined) markOf(Number(focused))?.focus({ preventScroll: true });
  showChoice();
  byId("count").textContent = events.length === data.events.length ? "" : `${events.length} of ${plural(data.events.length, "event")} shown`;
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

/** Shows a window of the axis; at least a 400th of it, and never beyond its ends. */
function look(from, to) {
  const size = clamp(to - from, 2.5, 1000);
  view.from = clamp((from + to - size) / 2, 0, 1000 - size);
  view.to = view.from + size;
  redraw();
}
/** Where zooming keeps its place: the chosen event when it is in view, else the middle. */
function anchor() {
  const start = chosen.event === null ? -1 : data.events[chosen.event].start;
  return start >= view.from && start <= view.to ? start : (view.from + view.to) / 2;
}
function zoom(factor, around = anchor()) {
  const size = clamp((view.to - view.from) / factor, 2.5, 1000);
  const left = around - ((around - view.from) / (view.to - view.from)) * size;
  look(left, left + size);
}
function pan(share) {
  const by = share * (view.to - view.from);
  const kept = clamp(by, -view.from, 1000 - view.to);
  look(view.from + kept, view.to + kept);
}
function fit() {
  const { events } = shown();
  if (!events.length || events.length === data.events.length) return look(0, 1000);
  const from = Math.min(...events.map((event) => event.start));
  const to = Math.max(...events.map((event) => event.end));
  const margin = Math.max(0.08 * (to - from), 15);
  return look(from - margin, to + margin);
}

/** Brings an event into view, zooming in when it hides in a cluster. */
function reveal(number) {
  const event = data.events[number];
  if (event.start < view.from || event.start > view.to) {
    const half = (view.to - view.from) / 2;
    look(event.start - half, event.start + half);
    draw();
  }
  for (let tries = 0; tries < 6 && !markOf(number) && picture.places.has(number); tries++) {
    zoom(2.5, event.start);
    draw();
  }
  return markOf(number);
}

const pointers = new Map();
let moved = 0;
function unitAt(clientX) {
  const { edges } = geometry();
  const x = clientX - chart.getBoundingClientRect().left;
  return view.from + ((x - edges[0]) / (edges[1] - edges[0])) * (view.to - view.from);
}
function onPointerMove(event) {
  const last = pointers.get(event.pointerId);
  if (last === undefined) return;
  const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, x]) => x);
  moved += Math.abs(event.clientX - last);
  if (others.length) {
    const [before, after] = [Math.abs(last - others[0]), Math.abs(event.clientX - others[0])];
    if (before > 8 && after > 8) zoom(after / before, unitAt((event.clientX + others[0]) / 2));
  } else if (moved > 4) {
    const { edges } = geometry();
    pan((last - event.clientX) / (edges[1] - edges[0]));
  }
  pointers.set(event.pointerId, event.clientX);
}

function wireChart() {
  chart.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 300), unitAt(event.clientX));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      pan((event.deltaX || event.deltaY) / 800);
    }
  }, { passive: false });
  chart.addEventListener("pointerdown", (event) => {
    if (event.button === 0) pointers.set(event.pointerId, event.clientX);
    moved = 0;
  });
  window.addEventListener("pointermove", onPointerMove);
  for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, (event) => pointers.delete(event.pointerId));
  plot.addEventListener("click", (event) => {
    if (moved > 4) return;
    const mark = event.target.closest(".mark");
    const cluster = event.target.closest(".cluster");
    const arc = event.target.closest(".arc");
    if (mark) choose(Number(mark.dataset.event), "chart");
    else if (cluster) openCluster(cluster);
    else if (arc) choose(Number(arc.dataset.effect), "chart");
    else choose(null);
  });
  for (const place of [plot, article, details, byId("list")]) {
    place.addEventListener("pointerover", (event) => {
      const node = event.target.closest("[data-event]");
      if (!pointers.size) showChoice(node ? Number(node.dataset.event) : null);
    });
    place.addEventListener("pointerleave", () => showChoice());
  }
  new ResizeObserver(() => chart.clientWidth === drawnWidth || redraw()).observe(chart);
  byId("zoom-in").addEventListener("click", () => zoom(1.8));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.8));
  byId("zoom-fit").addEventListener("click", fit);
}

function openCluster(cluster) {
  const [from, to] = [Number(cluster.dataset.from), Number(cluster.dataset.to)];
  const width = Math.min(Math.max((to - from) * 1.6, (view.to - view.from) / 6), (view.to - view.from) / 2);
  look((from + to - width) / 2, (from + to + width) / 2);
}
