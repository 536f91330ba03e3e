// All events in words, in order: for reading, for printing and for those who do not see the chart.

const GROUPS = [
  ["", (event) => event.when.edtf !== null && event.zone === ZONES.dated],
  ["Year not stated", (event) => event.when.edtf !== null && event.zone !== ZONES.dated],
  ["Without a date of their own", (event) => event.when.edtf === null],
];

function listItem(event) {
  const answers = event.causes.map((link) => [link.kind, link.cause]);
  return html("li", { "data-event": event.number },
    html("button", { type: "button", class: "list-row", "data-event": event.number },
      html("span", { class: "list-date" }, event.when.words),
      html("span", { class: "list-mark" }, badge(event)),
      html("span", { class: "list-what" },
        html("span", { class: "list-head" }, event.summary, html("span", { class: "list-type" }, [event.type.toLowerCase(), event.mode, event.modality === "actual" ? "" : event.modality].filter(Boolean).join(" · "))),
        html("span", { class: "list-quote" }, quoteInPlace(event.mentions[0])),
        answers.length ? html("span", { class: "list-answers" }, answers.map(([kind, cause]) =>
          html("span", {}, `${kind} to: ${shortened(data.events[cause].summary, 60)}, ${data.events[cause].trigger} (${data.events[cause].when.words})`))) : "",
        event.mentions.length > 1 ? html("span", { class: "list-sources" }, sourcesWords(event)) : "")));
}

function sourcesWords(event) {
  const titles = [...new Set(event.mentions.map(({ document: source }) => (typeof source === "number" ? data.documents[source].title : source)))];
  return titles.length > 1 ? `${titles.length} sources: ${titles.join("; ")}` : `told ${event.mentions.length} times`;
}

function wireList() {
  const parts = [];
  for (const [title, belongs] of GROUPS) {
    const events = data.events.filter(belongs);
    if (!events.length) continue;
    parts.push(html("section", {}, title ? html("h3", {}, title) : "", html("ol", {}, events.map(listItem))));
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
