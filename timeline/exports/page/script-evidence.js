// Evidence in words: quotes in their sentence, dates and their basis, sources, reasons.

/** A quote with its trigger marked. */
function quoteOf({ quote, trigger }) {
  const text = words(quote);
  if (quote.length !== 3 || trigger.length !== 3 || trigger[1] < quote[1] || trigger[2] > quote[2]) return [text];
  const [start, end] = [trigger[1] - quote[1], trigger[2] - quote[1]];
  return [text.slice(0, start), html("b", text.slice(start, end)), text.slice(end)];
}

/** The rest of the sentence around a quote: [before, after]. */
function sentenceOf({ quote }, most = 200) {
  if (quote.length !== 3) return ["", ""];
  const { text } = data.documents[quote[0]];
  const before = text.slice(Math.max(0, quote[1] - most), quote[1]);
  const after = text.slice(quote[2], quote[2] + most);
  const ends = [...before.matchAll(/[.!?]["”’)]*\s/g)].map((end) => end.index + end[0].length);
  const start = Math.max(before.lastIndexOf("\n") + 1, ...ends);
  const stop = after.search(/[.!?](?=["”’)]*(\s|$))|\n/);
  const tail = stop < 0 ? after : after.slice(0, stop + (after[stop] === "\n" ? 0 : 1));
  const [cutLeft, cutRight] = [!start && quote[1] > most, stop < 0 && quote[2] + most < text.length];
  // What is cut is cut between words.
  const head = before.slice(start);
  return [cutLeft ? head.replace(/^\S*\s/, "… ") : head, cutRight ? tail.replace(/\s\S*$/, " …") : tail];
}

/** A quote in its sentence, with its trigger marked. */
function quoteInPlace(mention) {
  const [before, after] = sentenceOf(mention);
  return [before && html("span.context", before), quoteOf(mention), after && html("span.context", after)];
}

const quoted = (span) => (span ? `“${oneLine(words(span))}”` : "");
const percent = (value) => `${Math.round(100 * value)} %`;

/** A name and its values in a list of facts; nothing when there is no value. */
function factRow(name, ...values) {
  const kept = values.flat(Infinity).filter(isSomething);
  return kept.length ? [html("dt", name), html("dd", kept)] : [];
}

const BASIS_SAYS = {
  stated: "stated in the words",
  relative: "reckoned from a reference",
  inherited: "the day the passage tells of",
  bounded: "only bounded by what it follows or precedes",
  none: "the text gives no date",
};

function basisWords({ basis, anchor, year }) {
  const published = anchor === "published";
  const said = [basis === "relative" && published ? "reckoned from the publication date" : BASIS_SAYS[basis]];
  if (typeof anchor === "string" && !published) said.push(`from “${anchor}”`);
  if (year === "context") said.push("the year from the context");
  if (year === "published" && !published) said.push("the year from the publication date");
  return said.join("; ");
}

function dateRows({ when }) {
  const day = when.edtf && when.first !== null && when.first === when.last ? weekday(when.first) + ", " : "";
  return [
    factRow("Date", day + when.words + (when.clock ? `, ${when.clock}` : ""), when.edtf && html("code", when.edtf)),
    factRow("In the text", quoted(when.expression)),
    factRow("Basis", basisWords(when), typeof when.anchor === "number" ? eventButton(when.anchor) : ""),
  ];
}

function reasonList(reasons) {
  const item = ([rule, seen, note]) =>
    html("li", html("code", rule), seen && ` “${oneLine(seen)}”`, note && ` ${note}`);
  return html("ul.reasons", reasons.map(item));
}

/** The reasons of the event and of the links that lead to it. */
function whyOf(event) {
  const links = event.causes.filter((link) => link.reasons.length);
  if (!event.reasons.length && !links.length) return "";
  const ofLink = ({ kind, cause, reasons }) => [
    html("p", `Why it is a ${kind} to “${data.events[cause].trigger}”`),
    reasonList(reasons),
  ];
  return html("details.why", html("summary", "Why it was read so"), reasonList(event.reasons), links.map(ofLink));
}

/** One place that states the event, with a button that shows it. */
function sourceItem(event, mention, index) {
  const known = typeof mention.document === "number";
  const about = [
    known ? data.documents.length > 1 && data.documents[mention.document].title : mention.document,
    mention.by && `according to ${mention.by}`,
    mention.modality !== event.modality && mention.modality,
    quoted(mention.date),
  ];
  const show = { type: "button", onclick: () => showInText(event.number, index, true) };
  const button = known && mention.quote.length === 3 ? html("button.plain", show, "Show in the text") : "";
  return html(
    "li",
    html("blockquote", quoteInPlace(mention)),
    html("p.facts", about.filter(Boolean).join(" · "), " ", button),
  );
}

function sourceList(event) {
  if (event.mentions.length < 2) return "";
  const items = event.mentions.map((mention, index) => sourceItem(event, mention, index));
  return html("section", html("h3", plural(items.length, "source")), html("ol.sources", items));
}
