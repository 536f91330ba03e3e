// The panel of the chosen event: its quote, date, parties, causes, answers, sources and reasons.

const details = byId("details");

/** A quote with its trigger marked. */
function quoteOf(mention) {
  const [quote, trigger] = [mention.quote, mention.trigger];
  const text = words(quote);
  if (quote.length !== 3 || trigger.length !== 3 || trigger[1] < quote[1] || trigger[2] > quote[2]) return [text];
  const [start, end] = [trigger[1] - quote[1], trigger[2] - quote[1]];
  return [text.slice(0, start), html("b", {}, text.slice(start, end)), text.slice(end)];
}

function row(name, ...values) {
  const kept = values.flat(Infinity).filter((value) => value !== null && value !== undefined && value !== "");
  return kept.length ? [html("dt", {}, name), html("dd", {}, kept)] : [];
}

const BASIS_SAYS = {
  stated: "stated in the words", relative: "reckoned from a reference", inherited: "the day the passage tells of",
  bounded: "only bounded by what it follows or precedes", none: "the text gives no date",
};

function dateRows(event) {
  const { when } = event;
  const day = when.edtf && when.first !== null && when.first === when.last ? weekday(when.first) + ", " : "";
  const published = when.anchor === "published";
  const basis = [when.basis === "relative" && published ? "reckoned from the publication date" : BASIS_SAYS[when.basis]];
  if (typeof when.anchor === "string" && !published) basis.push(`from “${when.anchor}”`);
  if (when.year === "context" || (when.year === "published" && !published)) basis.push(`the year from the ${when.year === "context" ? "context" : "publication date"}`);
  return [
    row("Date", html("span", {}, day + when.words + (when.clock ? `, ${when.clock}` : "")), when.edtf ? html("code", {}, when.edtf) : ""),
    row("In the text", when.expression ? `“${oneLine(words(when.expression))}”` : ""),
    row("Basis", basis.join("; "), typeof when.anchor === "number" ? eventButton(when.anchor) : ""),
  ];
}

/** The rest of the sentence around a quote: [before, after]. */
function around({ quote }, most = 170) {
  if (quote.length !== 3) return ["", ""];
  const { text } = data.documents[quote[0]];
  const before = text.slice(Math.max(0, quote[1] - most), quote[1]);
  const after = text.slice(quote[2], quote[2] + most);
  const start = Math.max(before.lastIndexOf("\n") + 1, ...[...before.matchAll(/[.!?]["”’)]*\s/g)].map((end) => end.index + end[0].length));
  const stop = after.search(/[.!?](?=["”’)]*(\s|$))|\n/);
  const head = before.slice(start);
  const tail = stop < 0 ? after : after.slice(0, stop + (after[stop] === "\n" ? 0 : 1));
  return [(start || quote[1] <= most ? "" : "… ") + head, tail + (stop < 0 && quote[2] + most < text.length ? " …" : "")];
}

/** A quote in its sentence, with its trigger marked. */
function quoteInPlace(mention) {
  const [before, after] = around(mention);
  return [before && html("span", { class: "context" }, before), quoteOf(mention), after && html("span", { class: "context" }, after)];
}

/** A button that chooses another event. */
function eventButton(number) {
  const event = data.events[number];
  return html("button", { class: "jump", type: "button", "data-event": number, onclick: () => choose(number, "panel") },
    badge(event), html("span", { class: "jump-text" }, html("span", { class: "jump-date" }, event.when.words), ` ${event.summary}: `, html("i", {}, event.trigger)));
}

const kindLine = (kind, implicit = false) =>
  svg("svg", { class: "kind-sample", viewBox: "0 0 34 12", width: 34, height: 12, "aria-hidden": "true" },
    svg("path", { class: `arc kind-${kind}${implicit ? " is-implicit" : ""}`, d: "M1 6H31", "marker-end": `url(#head-${kind})` }));

function lagWords([least, most]) {
  if (least === null && most === null) return "";
  if (least === most) return least === 0 ? "the same day" : `after ${duration(least)}`;
  if (most === null) return least > 0 ? `at least ${duration(least)} later` : "";
  return least === null || least <= 0 ? `within ${duration(most)}` : `${least} to ${duration(most)} later`;
}

function linkItem(link, number) {
  const facts = [
    html("span", { class: `kind-name kind-${link.kind}` }, link.kind),
    link.explicit ? (link.cue ? `said so: “${oneLine(words(link.cue))}”` : "said so") : "concluded, not said",
    lagWords(link.lag), `confidence ${percent(link.confidence)}`,
  ].filter(Boolean);
  return html("li", {}, eventButton(number), html("p", { class: "facts" }, kindLine(link.kind, !link.explicit), facts.map((fact, i) => [i ? " · " : "", fact])));
}

function linkList(title, links, end) {
  if (!links.length) return "";
  return html("section", { class: "links" }, html("h3", {}, title), html("ul", {}, links.map((link) => linkItem(link, link[end]))));
}

const percent = (value) => `${Math.round(100 * value)} %`;

function reasonList(reasons) {
  return html("ul", { class: "reasons" }, reasons.map(([rule, seen, note]) => html("li", {}, html("code", {}, rule), seen ? ` “${oneLine(seen)}”` : "", note ? ` ${note}` : "")));
}

/** The reasons of the event and of the links that lead to it. */
function whyOf(event) {
  const links = event.causes.filter((link) => link.reasons.length);
  if (!event.reasons.length && !links.length) return "";
  return html("details", { class: "why" }, html("summary", {}, "Why it was read so"), reasonList(event.reasons),
    links.map((link) => [html("p", {}, `Why it is a ${link.kind} to “${data.events[link.cause].trigger}”`), reasonList(link.reasons)]));
}

function sourceItem(event, mention, index) {
  const known = typeof mention.document === "number";
  const title = known ? data.documents[mention.document].title : mention.document;
  const show = known && mention.quote.length === 3
    ? html("button", { class: "plain", type: "button", onclick: () => showInText(event.number, index, true) }, "Show in the text") : "";
  const about = [data.documents.length > 1 || !known ? title : "", mention.by ? `according to ${mention.by}` : "", mention.modality === event.modality ? "" : mention.modality, mention.date ? `“${oneLine(words(mention.date))}”` : ""];
  return html("li", {}, html("blockquote", {}, quoteInPlace(mention)), html("p", { class: "facts" }, about.filter(Boolean).join(" · "), " ", show));
}

function partyWords(actors) {
  return actors.map(([party, role, via], i) => {
    const { name, label } = data.parties[party];
    const extra = [label === name ? "" : label, role, via === "name" || via === "phrase" ? "" : `by ${via}`].filter(Boolean).join(", ");
    return html("span", {}, i ? "; " : "", name, extra ? html("small", {}, ` (${extra})`) : "");
  });
}

function quantityWords(event) {
  return event.quantities.map(([value, unit, span], i) => (i ? "; " : "") + (span ? oneLine(words(span)) : `${value} ${unit}`));
}

function panelOf(event) {
  const first = event.mentions[0];
  const title = html("header", { class: "panel-head" },
    html("p", { class: `kicker tone-${event.tone}` }, badge(event), event.type, event.mode ? html("span", { class: "mode" }, event.mode) : "", event.modality === "actual" ? "" : html("span", { class: "pill" }, event.modality)),
    html("h2", { id: "details-title", tabindex: "-1" }, namesOf(event.actors) || "Nobody named", event.targets.length ? [html("span", { class: "to", "aria-label": "to" }, " → "), namesOf(event.targets)] : ""));
  const facts = html("dl", {},
    dateRows(event),
    row("Who", partyWords(event.actors)),
    row("To whom", partyWords(event.targets)),
    row("Place", event.where ? event.where.filter(Boolean).join(", ") : ""),
    row("Amounts", quantityWords(event)),
    row("Said by", first.by),
    row("Code", `${TYPE_SAYS[event.type]}; ${QUAD_SAYS[event.quad]}, ${event.intensity > 0 ? "+" : ""}${event.intensity}`, event.plover === event.type ? "" : `PLOVER codes it ${event.plover}`),
    row("Confidence", html("span", { class: "meter", role: "img", "aria-label": percent(event.confidence) }, html("span", { class: "meter-fill", "data-value": event.confidence })), percent(event.confidence)));
  const sources = event.mentions.length > 1
    ? html("section", {}, html("h3", {}, plural(event.mentions.length, "source")), html("ol", { class: "sources" }, event.mentions.map((mention, i) => sourceItem(event, mention, i)))) : "";
  return [
    title,
    html("blockquote", { class: `quote tone-${event.tone}` }, quoteInPlace(first)),
    linkList("In answer to", event.causes, "cause"), linkList("Answered by", event.answers, "effect"),
    facts, sources,
    whyOf(event),
  ];
}

/** What the panel says while no event is chosen. */
function overview() {
  const undated = data.events.filter((event) => event.when.edtf === null).length;
  const kinds = KINDS.map((kind) => [kind, data.links.filter((link) => link.kind === kind).length]).filter(([, count]) => count);
  const chains = data.events.filter((event) => event.answers.length).sort((a, b) => b.answers.length - a.answers.length || a.number - b.number).slice(0, 3);
  const most = chains.length && chains[0].answers.length > 1 ? "Most answered" : "Answered";
  return [
    html("header", { class: "panel-head" }, html("h2", { id: "details-title", tabindex: "-1" }, "Choose an event"),
      html("p", { class: "hint" }, "Click a mark, or a marked word in the text, to see what was said, when, and in answer to what.")),
    html("dl", {},
      row("Events", `${data.events.length}${undated ? `, of which ${undated} ${undated === 1 ? "has" : "have"} no date of ${undated === 1 ? "its" : "their"} own` : ""}`),
      row("Links", kinds.map(([kind, count]) => html("span", { class: "legend-kind" }, kindLine(kind), ` ${plural(count, kind)}`)))),
    chains.length ? html("section", { class: "links" }, html("h3", {}, most), html("ul", {}, chains.map((event) => html("li", {}, eventButton(event.number))))) : "",
  ];
}

function showDetails(number) {
  details.replaceChildren(...(number === null ? overview() : [stepper(number), panelOf(data.events[number])].flat()).flat().filter((node) => node !== ""));
  for (const node of details.querySelectorAll(".meter-fill")) node.style.width = `${100 * Number(node.dataset.value)}%`;
  details.scrollTop = 0;
}

function stepper(number) {
  const step = (by, text, label) => {
    const to = neighbour(number, by);
    return html("button", { type: "button", class: "plain", "aria-label": label, disabled: to === null, onclick: () => choose(to, "panel") }, text);
  };
  return html("div", { class: "stepper" }, html("span", {}, `Event ${number + 1} of ${data.events.length}`),
    html("span", {}, step(-1, "‹", "Previous event"), step(1, "›", "Next event"), html("button", { type: "button", class: "plain", "aria-label": "Close", onclick: () => choose(null, "panel") }, "×")));
}

/** The next event, in time, that the filters let through; null at the ends. */
function neighbour(number, by) {
  const { numbers } = shown();
  for (let next = number + by; next >= 0 && next < data.events.length; next += by) if (numbers.has(next)) return next;
  return null;
}
