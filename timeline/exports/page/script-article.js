// The article with its evidence marked: triggers, date expressions, parties, and the quote of the chosen event.

const article = byId("article");
let pieces = new Map(); // event number -> [{node, kind}] of the document that is shown

/** What is marked in a document: {start, end, kind, event}. */
function evidence(number) {
  const found = [];
  const add = (span, kind, event) => {
    if (span && span.length === 3 && span[0] === number && span[1] < span[2]) found.push({ start: span[1], end: span[2], kind, event: event.number });
  };
  for (const event of data.events) {
    for (const mention of event.mentions) {
      add(mention.quote, "quote", event);
      add(mention.trigger, "trigger", event);
      add(mention.date, "date", event);
    }
    add(event.when.expression, "date", event);
    for (const actor of [...event.actors, ...event.targets]) add(actor[3], "party", event);
    for (const link of event.causes) add(link.cue, "cue", event);
  }
  return found;
}

/** One run of text between two edges of evidence. */
function piece(text, covers) {
  if (!covers.length) return text;
  const trigger = covers.find((cover) => cover.kind === "trigger");
  const kinds = new Set(covers.map((cover) => cover.kind).filter((kind) => kind !== "quote"));
  const attributes = { class: ["piece", ...[...kinds].map((kind) => `has-${kind}`)].join(" ") };
  if (trigger) {
    const event = data.events[trigger.event];
    Object.assign(attributes, {
      class: `${attributes.class} tone-${event.tone}`, role: "button", tabindex: "0",
      "data-event": trigger.event, "aria-label": `${text}: ${event.type}, ${event.when.words}`,
    });
  }
  const node = html(trigger ? "mark" : "span", attributes, text);
  for (const { event, kind } of covers) {
    if (!pieces.has(event)) pieces.set(event, []);
    pieces.get(event).push({ node, kind });
  }
  return node;
}

function showDocument(number) {
  chosen.document = number;
  pieces = new Map();
  const source = data.documents[number];
  if (!source) return;
  const found = evidence(number).sort((a, b) => a.start - b.start);
  const edges = [...new Set([0, source.text.length, ...found.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const nodes = [];
  let active = [];
  let next = 0;
  for (let i = 1; i < edges.length; i++) {
    const [start, end] = [edges[i - 1], edges[i]];
    active = active.filter((cover) => cover.end > start);
    while (next < found.length && found[next].start <= start) active.push(found[next++]);
    nodes.push(piece(source.text.slice(start, end), active.filter((cover) => cover.end >= end)));
  }
  article.replaceChildren(...nodes);
  const about = [source.published ? `Published ${source.published}` : "Publication date not known"];
  if (source.published && source.basis !== "given") about.push(`(from its ${source.basis})`);
  byId("source-title").textContent = data.documents.length === 1 && source.title === data.title ? "The text" : source.title;
  if (source.id !== source.title) about.push(`· ${shortened(source.id, 60)}`);
  byId("source-about").replaceChildren(about.join(" "), source.url ? " · " : "", source.url ? html("a", { href: source.url, rel: "noopener noreferrer" }, "source") : "");
  const picker = byId("source-picker");
  if (picker) picker.value = String(number);
}

/** Marks the chosen event in the text; shows its document if another one is open. */
function showInText(number, mention = 0, scroll = false) {
  for (const node of article.querySelectorAll(".on")) node.classList.remove("on", "on-quote", "on-trigger", "on-date", "on-party", "on-cue");
  if (number === null) return;
  const source = data.events[number].mentions[mention].document;
  if (typeof source === "number" && source !== chosen.document) showDocument(source);
  for (const { node, kind } of pieces.get(number) || []) node.classList.add("on", `on-${kind}`);
  if (!scroll) return;
  const at = data.events[number].mentions[mention].trigger;
  const target = [...article.querySelectorAll(`mark[data-event="${number}"]`)].find((node) => node.textContent && words(at).startsWith(node.textContent)) || article.querySelector(".on");
  if (target) scrollWithin(byId("reader"), target);
}

/** Scrolls a box so that a node in it is visible; the page itself stays where it is. */
function scrollWithin(box, node) {
  const [outer, inner] = [box.getBoundingClientRect(), node.getBoundingClientRect()];
  if (box.scrollHeight <= box.clientHeight + 2) {
    if (inner.top < 0 || inner.bottom > window.innerHeight) node.scrollIntoView({ block: "center" });
  } else if (inner.top < outer.top + 30 || inner.bottom > outer.bottom - 30) {
    box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
  }
}

function wireArticle() {
  if (data.documents.length > 1) {
    const titles = counted(data.documents, (source) => source.title);
    const name = ({ title, id }) => (titles.get(title) > 1 ? `${shortened(title, 60)} (${shortened(id, 40)})` : shortened(title, 90));
    const options = data.documents.map((source, number) => html("option", { value: number }, name(source)));
    byId("source-title").before(html("select", { id: "source-picker", "aria-label": "Document", onchange: (event) => { showDocument(Number(event.target.value)); showChoice(); } }, options));
  }
  const open = (event) => {
    const node = event.target.closest("[data-event]");
    if (node) choose(Number(node.dataset.event), "text");
  };
  article.addEventListener("click", open);
  article.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open(event);
  });
  showDocument(0);
}
