// From days to places on the axis.  Long stretches without events are folded together; dates without
// a year and events without a date have stretches of their own, to the right.

const ZONES = { dated: 0, yearless: 1, undated: 2 };

function zoneOf(event) {
  if (event.when.first !== null || event.when.last !== null) return ZONES.dated;
  return event.when.monthDay ? ZONES.yearless : ZONES.undated;
}

/** First and last place of an event on the axis of its zone, in days (or places in the text). */
function placeEvents() {
  let order = 0;
  const inText = [...data.events].sort((a, b) => compareText(a, b));
  for (const event of inText) {
    const { first, last, monthDay } = event.when;
    event.zone = zoneOf(event);
    event.open = null;
    if (event.zone === ZONES.undated) event.from = event.to = order++;
    else if (event.zone === ZONES.yearless) {
      const [month, day] = monthDay;
      event.from = dayNumber(2000, month, day || 1);
      event.to = day ? event.from : dayNumber(2000, month + 1, 1) - 1;
    } else {
      event.from = first ?? last;
      event.to = last ?? first;
      if (first === null) event.open = "before";
      if (last === null) event.open = "after";
    }
    event.point = event.from === event.to && !event.open;
  }
}
function compareText(a, b) {
  const [one, other] = [a.mentions[0], b.mentions[0]];
  if (one.document !== other.document) return one.document < other.document ? -1 : 1;
  return (one.trigger[1] ?? 0) - (other.trigger[1] ?? 0) || a.number - b.number;
}

/** Gaps between neighbouring days that are folded to `kept` days, longest first, until none dwarfs the rest. */
function foldedGaps(days) {
  const gaps = [];
  for (let i = 1; i < days.length; i++) gaps.push({ start: days[i - 1], end: days[i], size: days[i] - days[i - 1] });
  let total = gaps.reduce((sum, gap) => sum + gap.size, 0);
  const folds = [];
  for (const gap of [...gaps].sort((a, b) => b.size - a.size)) {
    const rest = total - gap.size;
    if (gaps.length < 3 || gap.size < 45 || gap.size < 0.3 * total || rest < 4) break;
    gap.kept = Math.max(0.1 * rest, 3);
    if (gap.kept > gap.size / 2) break;
    total = rest + gap.kept;
    folds.push(gap);
  }
  return folds.sort((a, b) => a.start - b.start);
}

/** A zone's stretch: knots [day, unit] between which it is linear, and the folds in it. */
function stretchOf(zone, events) {
  const days = [...new Set(events.flatMap((event) => [event.from, event.to + 1]))].sort((a, b) => a - b);
  const span = days.at(-1) - days[0];
  const folds = zone === ZONES.undated ? [] : foldedGaps(days);
  const net = folds.reduce((sum, fold) => sum - fold.size + fold.kept, span);
  const margin = zone === ZONES.undated ? 0.35 : Math.max(1, 0.03 * net);
  const knots = [[days[0] - margin, 0]];
  const marks = [];
  const go = (day, units) => knots.push([day, knots.at(-1)[1] + units]);
  for (const { start, end, kept } of folds) {
    const rim = Math.min(0.25 * kept, 0.2 * (end - start));
    go(start + rim, start + rim - knots.at(-1)[0]);
    const before = knots.at(-1)[1];
    go(end - rim, kept - 2 * rim);
    marks.push({ from: before, to: knots.at(-1)[1], days: Math.round(end - start) });
  }
  go(days.at(-1) + margin, days.at(-1) + margin - knots.at(-1)[0]);
  return { zone, knots, folds: marks, count: events.length };
}

const ZONE_HEADS = ["", "Year not stated", "No date · order of the text"];
const ZONE_HEADS_SHORT = ["", "No year", "No date"];

/** All stretches laid in a row of 1000 units. */
function makeScale() {
  placeEvents();
  const zones = [0, 1, 2]
    .map((zone) => [zone, data.events.filter((event) => event.zone === zone)])
    .filter(([, events]) => events.length)
    .map(([zone, events]) => stretchOf(zone, events));
  const total = data.events.length || 1;
  const main = zones[0];
  const share = (stretch) => (zones.length === 1 ? 1 : clamp((0.85 * stretch.count) / total, 0.13, 0.5));
  const others = zones.slice(1).reduce((sum, stretch) => sum + share(stretch), 0);
  let start = 0;
  for (const stretch of zones) {
    const width = 1000 * (stretch === main ? 1 - others : share(stretch));
    const length = stretch.knots.at(-1)[1] || 1;
    const unit = (units) => start + (units / length) * width;
    stretch.knots = stretch.knots.map(([day, units]) => [day, unit(units)]);
    stretch.folds = stretch.folds.map((fold) => ({ ...fold, from: unit(fold.from), to: unit(fold.to) }));
    [stretch.from, stretch.to] = [start, start + width];
    start += width;
  }
  const unitOf = (zone, day) => {
    const stretch = zones.find((candidate) => candidate.zone === zone);
    const { knots } = stretch;
    let i = 1;
    while (i < knots.length - 1 && knots[i][0] < day) i++;
    const [[d0, u0], [d1, u1]] = [knots[i - 1], knots[i]];
    return u0 + ((clamp(day, d0, d1) - d0) / (d1 - d0)) * (u1 - u0);
  };
  for (const event of data.events) {
    event.start = unitOf(event.zone, event.point ? event.from + 0.5 : event.from);
    event.end = event.point ? event.start : unitOf(event.zone, event.to + (event.open ? 0 : 1));
    if (event.open) event.start = event.end = unitOf(event.zone, event.from + 0.5);
  }
  return { zones };
}
