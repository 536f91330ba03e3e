// The panel of the chosen event: what, who, when, in answer to what; an overview while none is chosen.

const details = byId("details");

/** A button that chooses another event. */
function eventButton(number) {
  const { when, summary, trigger } = data.events[number];
  return html(
    "button.jump",
    { type: "button", "data-event": number, onclick: () => choose(number, "panel") },
    badge(data.events[number]),
    html("span", html("span.jump-date", when.words), ` ${summary}: `, html("i", shortened(trigger, 60))),
  );
}

/** A short line drawn as the arcs of a kind are. */
function kindLine(kind, implicit = false) {
  const line = { d: "M1 6H31", "marker-end": `url(#head-${kind})` };
  return svg(
    "svg.kind-sample",
    { viewBox: "0 0 34 12", width: 34, height: 12, "aria-hidden": "true" },
    svg(`path.arc.kind-${kind}${implicit ? ".is-implicit" : ""}`, line),
  );
}

function lagWords([least, most]) {
  if (least === null && most === null) return "";
  if (least === most) return least === 0 ? "the same day" : `after ${duration(least)}`;
  if (most === null) return least > 0 ? `at least ${duration(least)} later` : "";
  if (least === null || least <= 0) return `within ${duration(most)}`;
  const [[low, unit], [high, lastUnit]] = [least, most].map((days) => duration(days).split(" "));
  return `${low}${unit === lastUnit ? "" : ` ${unit}`} to ${high} ${lastUnit} later`;
}

function linkItem(link, number) {
  const said = link.explicit ? ["said so", quoted(link.cue)].filter(Boolean).join(": ") : "concluded, not said";
  const facts = [said, lagWords(link.lag), `confidence ${percent(link.confidence)}`].filter(Boolean);
  const kind = html(`span.kind-name.kind-${link.kind}`, link.kind);
  return html(
    "li",
    eventButton(number),
    html("p.facts", kindLine(link.kind, !link.explicit), kind, ` · ${facts.join(" · ")}`),
  );
}

function linkList(title, items) {
  return items.length ? html("section.links", html("h3", title), html("ul", items)) : "";
}

function partyWords(actors) {
  return actors.map(([party, role, via], i) => {
    const { name, label } = data.parties[party];
    const extra = [label !== name && label, role, via !== "name" && via !== "phrase" && `by ${via}`].filter(Boolean);
    return html("span", i ? "; " : "", name, extra.length ? html("small", ` (${extra.join(", ")})`) : "");
  });
}

function meter(value) {
  const bar = html("span.meter-fill");
  bar.style.width = percent(value).replace(" ", "");
  return [html("span.meter", { role: "img", "aria-label": percent(value) }, bar), percent(value)];
}

function headOf(event) {
  const to = html("span.to", { "aria-label": "to" }, " → ");
  const pill = event.modality === "actual" ? "" : html("span.pill", event.modality);
  return html(
    "header.panel-head",
    html(`p.kicker.tone-${event.tone}`, badge(event), event.type, event.mode && html("span.mode", event.mode), pill),
    html(
      "h2",
      { id: "details-title", tabindex: "-1" },
      namesOf(event.actors) || "Nobody named",
      event.targets.length ? [to, namesOf(event.targets)] : "",
    ),
  );
}

function factsOf(event) {
  const amounts = event.quantities.map(([value, unit, span]) => (span ? oneLine(words(span)) : `${value} ${unit}`));
  const score = (event.intensity > 0 ? "+" : "") + event.intensity;
  return html(
    "dl",
    dateRows(event),
    factRow("Who", partyWords(event.actors)),
    factRow("To whom", partyWords(event.targets)),
    factRow("Place", event.where && event.where.filter(Boolean).join(", ")),
    factRow("Amounts", amounts.join("; ")),
    factRow("Said by", event.mentions[0].by),
    factRow("Code", `${TYPE_SAYS[event.type]}; ${QUAD_SAYS[event.quad]}, ${score}`),
    factRow("PLOVER", event.plover !== event.type && `codes it ${event.plover}`),
    factRow("Confidence", meter(event.confidence)),
  );
}

function panelOf(event) {
  const causes = event.causes.map((link) => linkItem(link, link.cause));
  const answers = event.answers.map((link) => linkItem(link, link.effect));
  return [
    stepper(event.number),
    headOf(event),
    html(`blockquote.quote.tone-${event.tone}`, quoteInPlace(event.mentions[0])),
    linkList("In answer to", causes),
    linkList("Answered by", answers),
    factsOf(event),
    sourceList(event),
    whyOf(event),
  ];
}

/** What the panel says while no event is chosen. */
function overview() {
  const undated = data.events.filter((event) => event.when.edtf === null).length;
  const none = undated === 1 ? "1 has no date of its own" : `${undated} have no date of their own`;
  const counts = counted(data.links, (link) => link.kind);
  const kinds = KINDS.filter((kind) => counts.has(kind));
  const answered = data.events.filter((event) => event.answers.length);
  answered.sort((a, b) => b.answers.length - a.answers.length || a.number - b.number);
  const title = answered[0]?.answers.length > 1 ? "Most answered" : "Answered";
  const hint = "Click a mark, or a marked word in the text, to see what was said, when, and in answer to what.";
  const line = (kind) => html("span.legend-kind", kindLine(kind), ` ${plural(counts.get(kind), kind)}`);
  return [
    html("header", html("h2", { id: "details-title", tabindex: "-1" }, "Choose an event"), html("p.hint", hint)),
    html(
      "dl",
      factRow("Events", `${data.events.length}${undated ? `, of which ${none}` : ""}`),
      factRow("Links", kinds.map(line)),
    ),
    linkList(
      title,
      answered.slice(0, 3).map((event) => html("li", eventButton(event.number))),
    ),
  ];
}

function showDetails(number) {
  const parts = number === null ? overview() : panelOf(data.events[number]);
  details.replaceChildren(...parts.filter(isSomething));
  details.scrollTop = 0;
}

function stepper(number) {
  const button = (text, label, to, disabled) =>
    html("button.plain", { type: "button", "aria-label": label, disabled, onclick: () => choose(to, "panel") }, text);
  const [before, after] = [neighbour(number, -1), neighbour(number, 1)];
  return html(
    "div.stepper",
    html("span", `Event ${number + 1} of ${data.events.length}`),
    html(
      "span",
      button("‹", "Previous event", before, before === null),
      button("›", "Next event", after, after === null),
      button("×", "Close", null, false),
    ),
  );
}

/** The next event, in time, that the filters let through; null at the ends. */
function neighbour(number, by) {
  const { numbers } = shown();
  for (let next = number + by; next >= 0 && next < data.events.length; next += by) if (numbers.has(next)) return next;
  return null;
}
