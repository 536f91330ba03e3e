// The article with its evidence marked: triggers, date expressions, parties, and the quote of the chosen event.

const article = byId("article");
let pieces = new Map(); // event number -> [{node, kind}] of the document that is shown

/** What is marked in a document: {start, end, kind, event}. */
function evidence(number) {
  const found = [];
  const add = (span, kind, event) => {
    if (span && span.length === 3 && span[0] === number && span[1] < span[2])
      found.push({ start: span[1], end: span[2], kind, event: event.number });
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

/** One run of text between two edges of evidence; where a trigger starts, `at` is its offset. */
function piece(text, at, covers) {
  if (!covers.length) return text;
  const trigger = covers.find((cover) => cover.kind === "trigger");
  const kinds = new Set(covers.map((cover) => cover.kind).filter((kind) => kind !== "quote"));
  const classes = [trigger ? "mark" : "span", "piece", ...[...kinds].map((kind) => `has-${kind}`)];
  let about = {};
  if (trigger) {
    const { number, tone: shade, type, when } = data.events[trigger.event];
    classes.push(`tone-${shade}`);
    about = { role: "button", tabindex: "0", "data-event": number, "data-at": at };
    about["aria-label"] = `${text}: ${type}, ${when.words}`;
  }
  const node = html(classes.join("."), about, text);
  for (const { event, kind } of covers) {
    if (!pieces.has(event)) pieces.set(event, []);
    pieces.get(event).push({ node, kind });
  }
  return node;
}

/** The text of a document, cut where evidence starts or ends. */
function textNodes(number) {
  const { text } = data.documents[number];
  const found = evidence(number).sort((a, b) => a.start - b.start);
  const ends = found.flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([0, text.length, ...ends])].sort((a, b) => a - b);
  let active = [];
  let next = 0;
  return edges.slice(1).map((end, i) => {
    const start = edges[i];
    active = active.filter((cover) => cover.end > start);
    while (next < found.length && found[next].start <= start) active.push(found[next++]);
    return piece(text.slice(start, end), start, [...active]);
  });
}

function showDocument(number) {
  chosen.document = number;
  pieces = new Map();
  const source = data.documents[number];
  if (!source) return;
  article.replaceChildren(...textNodes(number));
  const own = data.documents.length === 1 && source.title === data.title;
  byId("source-title").textContent = own ? "The text" : source.title;
  const about = [source.published ? `Published ${source.published}` : "Publication date not known"];
  if (source.published && source.basis !== "given") about.push(`(from its ${source.basis})`);
  if (source.id !== source.title) about.push(`· ${shortened(source.id, 60)}`);
  const link = source.url ? [" · ", html("a", { href: source.url, rel: "noopener noreferrer" }, "source")] : [];
  byId("source-about").replaceChildren(about.join(" "), ...link);
  if (byId("source-picker")) byId("source-picker").value = String(number);
}

const ON = ["quote", "trigger", "date", "party", "cue"].map((kind) => `on-${kind}`);

/** Marks the evidence of an event in the document that is open. */
function markEvidence(number) {
  for (const node of article.querySelectorAll(".on")) node.classList.remove("on", ...ON);
  for (const { node, kind } of pieces.get(number) || []) node.classList.add("on", `on-${kind}`);
}

/** Shows where the text states an event, in the document of that mention. */
function showInText(number, index = 0, scroll = false) {
  const mention = number === null ? null : data.events[number].mentions[index];
  if (typeof mention?.document === "number" && mention.document !== chosen.document) showDocument(mention.document);
  markEvidence(number);
  if (!scroll || !mention) return;
  const target = article.querySelector(`mark[data-at="${mention.trigger[1]}"]`) || article.querySelector(".on");
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

/** A field in which one of several documents is picked; titles that are not unique get the document's id. */
function documentPicker() {
  const titles = counted(data.documents, (source) => source.title);
  const name = ({ title, id }) =>
    titles.get(title) > 1 ? `${shortened(title, 60)} (${shortened(id, 40)})` : shortened(title, 90);
  const options = data.documents.map((source, number) => html("option", { value: number }, name(source)));
  const onchange = (event) => {
    showDocument(Number(event.target.value));
    markEvidence(chosen.event);
  };
  return html("select", { id: "source-picker", "aria-label": "Document", onchange }, options);
}

function wireArticle() {
  document.querySelector(".text").hidden = !data.documents.length;
  if (data.documents.length > 1) byId("source-title").before(documentPicker());
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
