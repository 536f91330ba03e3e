// Day numbers (day 0 is 1970-01-01, proleptic Gregorian, year 0 is 1 BC) and the ticks of the axis.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function dayNumber(year, month, day) {
  const shifted = year - (month <= 2 ? 1 : 0);
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + dayOfYear - 719468;
}

function civil(number) {
  number += 719468;
  const era = Math.floor(number / 146097);
  const ofEra = number - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1];
}

const yearWords = (year) => (year > 0 ? String(year) : `${1 - year} BC`);
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const weekday = (number) => WEEKDAYS[(((number + 3) % 7) + 7) % 7];

function duration(days) {
  if (days < 60) return plural(days, "day");
  if (days < 730) return plural(Math.round(days / 30.44), "month");
  return plural(Math.round(days / 365.25), "year");
}

/** Starts of a unit (days, months or years, every `step`) that lie in [first, last). */
function starts(unit, step, first, last) {
  const found = [];
  const [year, month, day] = civil(first);
  if (unit === "day") {
    // Counted within the month, so that a step of 5 gives 1, 6, 11 and never a crowd at its end.
    for (let y = year, m = month; found.length < 4000; m === 12 ? ((m = 1), y++) : m++) {
      const length = dayNumber(m === 12 ? y + 1 : y, m === 12 ? 1 : m + 1, 1) - dayNumber(y, m, 1);
      if (dayNumber(y, m, 1) >= last) break;
      for (let d = 1; d <= length && (step === 1 || d + step / 2 <= length + 1); d += step) {
        const at = dayNumber(y, m, d);
        if (at >= first && at < last) found.push(at);
      }
    }
    return found;
  }
  const size = unit === "month" ? step : step * 12;
  let index = Math.floor((year * 12 + month - 1) / size) * size;
  if (dayNumber(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1) < first || day > 1) {
    while (dayNumber(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1) < first) index += size;
  }
  for (; found.length < 4000; index += size) {
    const at = dayNumber(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
    if (at >= last) return found;
    if (at >= first) found.push(at);
  }
  return found;
}

// Each row: the unit of the ticks, their step, the least pixels one day may have, and the unit written above.
const TICK_ROWS = [
  ["day", 1, 20, "month"],
  ["day", 2, 11, "month"],
  ["day", 5, 5.2, "month"],
  ["day", 10, 2.8, "month"],
  ["day", 15, 1.9, "month"],
  ["month", 1, 1.1, "year"],
  ["month", 3, 0.4, "year"],
  ["month", 6, 0.2, "year"],
  ["year", 1, 0.11, ""],
  ["year", 2, 0.055, ""],
  ["year", 5, 0.022, ""],
  ["year", 10, 0.011, ""],
  ["year", 50, 0.0022, ""],
  ["year", 100, 0.0011, ""],
  ["year", 1000, 0, ""],
];

/** Ticks of a stretch of days: [{day, text}] and the headings above them, for that many pixels a day. */
function ticksOf(first, last, perDay, yearless) {
  const [unit, step, , parent] = TICK_ROWS.find((row) => (yearless ? Math.max(perDay, 0.2) : perDay) >= row[2]);
  const text = (number, which) => {
    const [year, month, day] = civil(number);
    if (which === "day") return String(day);
    if (which === "month")
      return parent === "month" && !yearless ? `${MONTHS[month - 1]} ${yearWords(year)}` : MONTHS[month - 1];
    return yearless ? "" : yearWords(year);
  };
  const ticks = starts(unit, step, first, last).map((day) => ({ day, text: text(day, unit) }));
  const headings = [];
  if (parent) {
    const [year, month] = civil(first);
    const head = dayNumber(year, parent === "month" ? month : 1, 1);
    for (const day of [head, ...starts(parent, 1, Math.max(head + 1, first), last)])
      headings.push({ day, text: text(day, parent) });
  }
  return { ticks, headings };
}
