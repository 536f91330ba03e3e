// Which part of the axis is in view: zooming, panning, and what the pointer does in the chart.

/** Shows a window of the axis; at least a 400th of it, and never beyond its ends. */
function look(from, to) {
  const size = clamp(to - from, 2.5, 1000);
  view.from = clamp((from + to - size) / 2, 0, 1000 - size);
  view.to = view.from + size;
  redraw();
}
/** Where zooming keeps its place: the chosen event when it is in view, else the middle. */
function stillPoint() {
  const start = chosen.event === null ? -1 : data.events[chosen.event].start;
  return start >= view.from && start <= view.to ? start : (view.from + view.to) / 2;
}
function zoom(factor, around = stillPoint()) {
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

/** Pans so that an event is in view. */
function bringIntoView(number) {
  const { start } = data.events[number];
  if (start >= view.from && start <= view.to) return;
  const half = (view.to - view.from) / 2;
  look(start - half, start + half);
  draw();
}

/** Brings an event into view, zooming in when it hides in a cluster; its mark. */
function reveal(number) {
  bringIntoView(number);
  for (let tries = 0; tries < 6 && !markOf(number) && picture.places.has(number); tries++) {
    zoom(2.5, data.events[number].start);
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

function onWheel(event) {
  const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
  if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY / 300), unitAt(event.clientX));
  else if (sideways) pan((event.deltaX || event.deltaY) / 800);
  else return;
  event.preventDefault();
}

function onPlotClick(event) {
  if (moved > 4) return;
  const [mark, cluster, arc] = [".mark", ".cluster", ".arc"].map((selector) => event.target.closest(selector));
  if (mark) choose(Number(mark.dataset.event), "chart");
  else if (cluster) openCluster(cluster);
  else if (arc) choose(Number(arc.dataset.effect), "chart");
  else choose(null);
}

/** Pointing at an event anywhere points at it in the chart. */
function onPointerOver(event) {
  const node = event.target.closest("[data-event]");
  if (!pointers.size) showChoice(node ? Number(node.dataset.event) : null);
}

function wireChart() {
  chart.addEventListener("wheel", onWheel, { passive: false });
  chart.addEventListener("pointerdown", (event) => {
    if (event.button === 0) pointers.set(event.pointerId, event.clientX);
    moved = 0;
  });
  window.addEventListener("pointermove", onPointerMove);
  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, (event) => pointers.delete(event.pointerId));
  }
  plot.addEventListener("click", onPlotClick);
  for (const place of [plot, article, details, byId("list")]) {
    place.addEventListener("pointerover", onPointerOver);
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
