// All events in words, in order: for reading, for printing and for those who do not see the chart.

const GROUPS = [
  ["", (event) => event.when.edtf !== null && event.zone === ZONES.dated],
  ["Year not stated", (event) => event.when.edtf !== null && event.zone !== ZONES.dated],
  ["Without a date of their own", (event) => event.when.edtf === null],
];

function listItem(event) {
  const kind = [event.type.toLowerCase(), event.mode, event.modality !== "actual" && event.modality];
  const answer = ({ kind: link, cause }) => {
    const { summary, trigger, when } = data.events[cause];
    return html("span", `${link} to: ${shortened(summary, 60)}, ${trigger} (${when.words})`);
  };
  const what = html(
    "span.list-what",
    html("span.list-head", event.summary, html("span.list-type", kind.filter(Boolean).join(" · "))),
    html("span.list-quote", quoteInPlace(event.mentions[0])),
    event.causes.length ? html("span.list-answers", event.causes.map(answer)) : "",
    event.mentions.length > 1 ? html("span.list-sources", sourcesWords(event)) : "",
  );
  return html(
    "li",
    { "data-event": event.number },
    html(
      "button.list-row",
      { type: "button", "data-event": event.number },
      html("span.list-date", event.when.words),
      html("span.list-mark", badge(event)),
      what,
    ),
  );
}

function sourcesWords({ mentions }) {
  const title = ({ document: source }) => (typeof source === "number" ? data.documents[source].title : source);
  const titles = [...new Set(mentions.map(title))];
  return titles.length > 1 ? `${titles.length} sources: ${titles.join("; ")}` : `told ${mentions.length} times`;
}

function wireList() {
  const parts = [];
  for (const [title, belongs] of GROUPS) {
    const events = data.events.filter(belongs);
    if (!events.length) continue;
    parts.push(html("section", title ? html("h3", title) : "", html("ol", events.map(listItem))));
  }
  byId("list").replaceChildren(...parts);
  byId("list").addEventListener("click", (event) => {
    const node = event.target.closest("button[data-event]");
    if (node) choose(Number(node.dataset.event), "list");
  });
}

function filterList() {
  const { numbers } = shown();
  for (const node of byId("list").querySelectorAll("li")) node.hidden = !numbers.has(Number(node.dataset.event));
  for (const part of byId("list").children) part.hidden = !part.querySelector("li:not([hidden])");
}
