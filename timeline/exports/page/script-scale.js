// From days to places on the axis.  Long stretches without events are folded together; dates without
// a year and events without a date have stretches of their own, to the right.

const ZONES = { dated: 0, yearless: 1, undated: 2 };

function zoneOf(event) {
  if (event.when.first !== null || event.when.last !== null) return ZONES.dated;
  return event.when.monthDay ? ZONES.yearless : ZONES.undated;
}

const MONTHS_OF = { season: 3, quarter: 3, half: 6 };

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
      event.to = day
        ? event.from
        : dayNumber(2000, month, 1) + Math.round(30.4 * (MONTHS_OF[event.when.granularity] || 1)) - 1;
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

/** Gaps without events that dwarf the usual gap, with the few days that each keeps when folded. */
function foldedGaps(days) {
  const gaps = days.slice(1).map((end, i) => ({ start: days[i], end, size: end - days[i] }));
  if (gaps.length < 3) return [];
  const usual = gaps.map((gap) => gap.size).sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
  const folds = gaps.filter((gap) => gap.size >= Math.max(60, 8 * usual));
  const rest = gaps.reduce((sum, gap) => sum + gap.size, 0) - folds.reduce((sum, gap) => sum + gap.size, 0);
  const kept = Math.max(3, Math.min(0.06 * rest, (0.4 * rest) / folds.length));
  return folds.filter((fold) => fold.size > 3 * kept).map((fold) => ({ ...fold, kept }));
}

/** A zone's stretch: knots [day, unit] between which it is linear, and the folds in it. */
function stretchOf(zone, events, share) {
  const days = [...new Set(events.flatMap((event) => [event.from, event.to + 1]))].sort((a, b) => a - b);
  const span = days.at(-1) - days[0];
  const folds = zone === ZONES.undated ? [] : foldedGaps(days);
  const net = folds.reduce((sum, fold) => sum - fold.size + fold.kept, span);
  const label = Math.min(0.7, 0.15 / share); // what the label of the last event takes of a side stretch
  const margin = zone === ZONES.dated ? Math.max(1, 0.045 * net) : (0.06 / (1 - label)) * span;
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
  // Room at the right end for the label of the last event.
  const rest = zone === ZONES.dated ? Math.max(1, 0.13 * net) : (label / (1 - label)) * span;
  go(days.at(-1) + rest, days.at(-1) + rest - knots.at(-1)[0]);
  return { zone, knots, folds: marks, count: events.length };
}

const ZONE_HEADS = ["", "Year not stated", "No date · order of the text"];
const ZONE_HEADS_SHORT = ["", "No year", "No date"];

/** All stretches laid in a row of 1000 units. */
function makeScale() {
  placeEvents();
  const groups = [0, 1, 2]
    .map((zone) => [zone, data.events.filter((event) => event.zone === zone)])
    .filter(([, events]) => events.length);
  const shares = groups.map(([, events], i) =>
    i === 0 ? 0 : clamp((0.85 * events.length) / data.events.length, 0.2, 0.5),
  );
  shares[0] = 1 - shares.reduce((sum, share) => sum + share, 0);
  const zones = groups.map(([zone, events], i) => stretchOf(zone, events, shares[i]));
  let start = 0;
  for (const [i, stretch] of zones.entries()) {
    const width = 1000 * shares[i];
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
    event.start = unitOf(
      event.zone,
      event.point ? event.from + (event.zone === ZONES.undated ? 0.08 : 0.5) : event.from,
    );
    event.end = event.point ? event.start : unitOf(event.zone, event.to + (event.open ? 0 : 1));
    if (event.open) event.start = event.end = unitOf(event.zone, event.from + 0.5);
  }
  return { zones };
}
