// Which lane, row and label each event gets: no label may lie on another.

const ROW = 24;
const LANE_PAD = 9;
const MARK = 6; // half the size of a mark
const TAIL = 30; // length of the dashed line of a date that is open to one side
const ROW_CAPS = [14, 11, 9, 7, 6, 5]; // rows a lane may have, the fewer the more lanes are full
const MANY_ROWS = 56;
const OTHERS = -1;
const NOBODY = -2;

const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();
function textWidth(text) {
  if (!widths.has(text)) widths.set(text, ruler.measureText(text).width);
  return widths.get(text);
}

/** Lanes of the parties that act in these events: the busiest by name, the rest together. */
function lanesOf(events) {
  const acts = new Map();
  for (const event of events) for (const party of event.lanes) acts.set(party, (acts.get(party) || 0) + 1);
  const byWork = [...acts.keys()].sort((a, b) => acts.get(b) - acts.get(a) || a - b);
  const own = new Set(byWork.length <= chosen.lanes + 1 ? byWork : byWork.slice(0, chosen.lanes));
  const lanes = [...own].sort((a, b) => a - b).map((party) => ({ key: party, name: partyName(party), items: [] }));
  if (own.size < byWork.length)
    lanes.push({ key: OTHERS, name: plural(byWork.length - own.size, "other party", "others"), items: [] });
  if (events.some((event) => !event.lanes.length)) lanes.push({ key: NOBODY, name: "No party named", items: [] });
  const at = new Map(lanes.map((lane) => [lane.key, lane]));
  for (const event of events) {
    const keys = event.lanes.length ? event.lanes.map((party) => (own.has(party) ? party : OTHERS)) : [NOBODY];
    for (const key of new Set(keys)) at.get(key).items.push({ event, lane: key });
  }
  return lanes;
}

/** What a mark takes up from left to right without its label. */
function markBox(item, X) {
  const { event } = item;
  item.x = X(event.start);
  item.x1 = Math.max(X(event.end), item.x);
  if (!event.point && !event.open) item.x1 = Math.max(item.x1, item.x + 28);
  const left = item.x - (event.open === "before" ? TAIL : event.point || event.open ? MARK : 0);
  const right = event.point || event.open ? item.x + (event.open === "after" ? TAIL : MARK) : item.x1;
  return [left - 3, right + 3];
}

/** The ways to write an item's label, best first: [text, side, left, right]. */
function labelWays(item, [left, right], edges) {
  const { event, lane } = item;
  const prefix = lane === OTHERS ? namesOf(event.actors) + ": " : "";
  const full = prefix + event.label(lane);
  const short = prefix + shortened(event.trigger, 18);
  const tiny = event.zone === ZONES.dated ? short : prefix + shortened(event.trigger, 11);
  const ways = [];
  for (const text of new Set([full, short, tiny])) {
    const width = textWidth(text);
    const from = Math.max(right, edges[0]) + 2;
    const inside = item.x1 - Math.max(item.x, edges[0]) - 2 * MARK - 12;
    if (!event.point && !event.open && width < inside) ways.push([text, "inside", left, right]);
    if (from + width <= edges[1] + 4) ways.push([text, "right", left, from + width + 8]);
    else if (left - width - 10 >= edges[0] && (event.zone === ZONES.dated || text === tiny))
      ways.push([text, "left", left - width - 10, right]);
  }
  ways.push(["", "none", left, right]);
  return ways;
}

/** Rows for the items of a lane; what finds none is gathered in clusters. */
function pack(lane, X, edges, cap) {
  const rows = [];
  const free = (row, from, to) => !(rows[row] || []).some(([a, b]) => from < b && to > a);
  const clusters = [];
  for (const item of lane.items) Object.assign(item, { box: markBox(item, X), row: undefined });
  lane.items = lane.items.filter((item) => item.box[1] > edges[0] - 4 && item.box[0] < edges[1] + 4);
  lane.items.sort((a, b) => a.box[0] - b.box[0] || a.event.number - b.event.number);
  for (const item of lane.items) {
    let placed = false;
    for (const [text, side, from, to] of labelWays(item, item.box, edges)) {
      for (let row = 0; row < cap && !placed; row++) {
        if (!free(row, from, to)) continue;
        (rows[row] = rows[row] || []).push([from, to]);
        Object.assign(item, { row, text, side });
        placed = true;
      }
      if (placed) break;
    }
    if (placed) continue;
    const near = clusters.find((cluster) => Math.abs(cluster.x - item.x) < 40);
    if (near) near.items.push(item);
    else clusters.push({ x: clamp(item.x, edges[0] + 16, edges[1] - 16), items: [item] });
  }
  lane.clusters = clusters;
  lane.rows = Math.max(rows.length, 1) + (clusters.length ? 1 : 0);
}

/** The whole picture: lanes with their height and every item with its place. */
function layOut(lanes, X, edges, headed) {
  for (const cap of ROW_CAPS) {
    for (const lane of lanes) pack(lane, X, edges, cap);
    if (lanes.reduce((sum, lane) => sum + lane.rows, 0) <= MANY_ROWS) break;
  }
  const places = new Map();
  let y = 0;
  const put = (lane, item, x, top) => {
    item.y = top;
    const spot = { x, y: top, left: item.box[0], item, lane };
    if (!places.has(item.event.number)) places.set(item.event.number, []);
    places.get(item.event.number).push(spot);
  };
  for (const lane of lanes) {
    lane.y = y;
    lane.top = y + LANE_PAD + (headed ? 18 : 0);
    lane.height = lane.top - y + lane.rows * ROW + LANE_PAD;
    for (const item of lane.items)
      if (item.row !== undefined) put(lane, item, item.x, lane.top + item.row * ROW + ROW / 2);
    for (const cluster of lane.clusters) {
      cluster.y = lane.top + (lane.rows - 1) * ROW + ROW / 2;
      for (const item of cluster.items) put(lane, item, cluster.x, cluster.y);
    }
    y += lane.height;
  }
  return { lanes, places, height: y };
}
