// The data of the page, small helpers for HTML and SVG, and what the reader has chosen.

const data = JSON.parse(document.getElementById("timeline-data").textContent);
const SVG = "http://www.w3.org/2000/svg";

const isSomething = (value) => value !== null && value !== undefined && value !== false && value !== "";

/** Fills an element from "tag.class", attributes (if the first of `rest` is a plain object) and children. */
function filled(node, classes, rest) {
  const [attributes, ...children] = rest[0]?.constructor === Object ? rest : [{}, ...rest];
  if (classes.length) node.setAttribute("class", classes.join(" "));
  for (const [name, value] of Object.entries(attributes)) {
    if (!isSomething(value)) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  // Strings become text, never markup.
  node.append(...children.flat(Infinity).filter(isSomething));
  return node;
}
function html(kind, ...rest) {
  const [tag, ...classes] = kind.split(".");
  return filled(document.createElement(tag), classes, rest);
}
function svg(kind, ...rest) {
  const [tag, ...classes] = kind.split(".");
  return filled(document.createElementNS(SVG, tag), classes, rest);
}
/** How often each value of `key` comes among the things. */
function counted(things, key) {
  const counts = new Map();
  for (const thing of things) counts.set(key(thing), (counts.get(key(thing)) || 0) + 1);
  return counts;
}
const byId = (id) => document.getElementById(id);
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const plural = (count, one, many = one + "s") => `${count} ${count === 1 ? one : many}`;

/** The words of a span: [document, start, end] in UTF-16 units, or [words]. */
function words(span) {
  if (!span) return "";
  return span.length === 1 ? span[0] : data.documents[span[0]].text.slice(span[1], span[2]);
}
const oneLine = (text) => text.replace(/\s+/g, " ").trim();
const shortened = (text, length) => (text.length > length ? text.slice(0, length - 1).trimEnd() + "…" : text);

const partyName = (number) => data.parties[number].name;
function namesOf(actors) {
  return [...new Set(actors.map(([party]) => partyName(party)))].join(", ");
}

const HOSTILE_FIRST = [
  "ASSAULT",
  "COERCE",
  "SANCTION",
  "MOBILIZE",
  "PROTEST",
  "THREATEN",
  "ACCUSE",
  "REJECT",
  "REQUEST",
  "CONSULT",
  "AGREE",
  "CONCEDE",
  "SUPPORT",
  "RETREAT",
  "COOPERATE",
  "AID",
];
const TYPE_SAYS = {
  ASSAULT: "deliberate physical harm",
  COERCE: "repression or restriction",
  SANCTION: "relations cut or lowered",
  MOBILIZE: "forces moved or readied",
  PROTEST: "public protest",
  THREATEN: "warning or threat",
  ACCUSE: "criticism or accusation",
  REJECT: "refusal",
  REQUEST: "demand or appeal",
  CONSULT: "meeting or call",
  AGREE: "offer or agreement",
  CONCEDE: "concession in words",
  SUPPORT: "backing or recognition",
  RETREAT: "concession in deed",
  COOPERATE: "joint action",
  AID: "material help",
};
const KIND_SAYS = {
  retaliation: "a hostile answer by the party that was hit",
  response: "a milder answer",
  motive: "the reason a third party gives",
};
const KINDS = Object.keys(KIND_SAYS);
const QUAD_SAYS = {
  1: "cooperation in words",
  2: "cooperation in deeds",
  3: "conflict in words",
  4: "conflict in deeds",
};

/** One of seven steps from hostile (h3) over neutral (n) to cooperative (c3), after the PLOVER score. */
function tone(intensity) {
  if (intensity <= -6.5) return "h3";
  if (intensity <= -4) return "h2";
  if (intensity < 0) return "h1";
  if (intensity === 0) return "n";
  if (intensity <= 2.5) return "c1";
  return intensity <= 5 ? "c2" : "c3";
}

data.events.forEach((event, number) => {
  event.number = number;
  event.tone = tone(event.intensity);
  event.deed = event.quad === 2 || event.quad === 4;
  event.parties = new Set([...event.actors, ...event.targets].map(([party]) => party));
  event.lanes = [...new Set(event.actors.map(([party]) => party))];
  event.trigger = oneLine(words(event.mentions[0].trigger));
  event.causes = [];
  event.answers = [];
  const mutual = event.lanes.length > 1 && !event.targets.length;
  event.toWhom = event.targets.length ? "→ " + namesOf(event.targets) : "";
  event.label = (lane) => {
    const others = mutual ? "with " + namesOf(event.actors.filter(([party]) => party !== lane)) : event.toWhom;
    return [shortened(event.trigger, 26), shortened(others, 30)].filter(Boolean).join(" ");
  };
  event.summary = [namesOf(event.actors) || "Nobody named", event.toWhom].filter(Boolean).join(" ");
  event.haystack = [event.type, event.mode, event.summary, ...event.mentions.map((m) => words(m.quote))]
    .join(" ")
    .toLowerCase();
});
for (const link of data.links) {
  data.events[link.cause].answers.push(link);
  data.events[link.effect].causes.push(link);
}

/** What the reader has chosen; an empty set of a filter lets everything through. */
const chosen = {
  parties: new Set(),
  types: new Set(),
  kinds: new Set(),
  explicit: false,
  linked: false,
  search: "",
  lanes: 10,
  event: null,
  document: 0,
};

function linkShown(link) {
  return (!chosen.kinds.size || chosen.kinds.has(link.kind)) && (!chosen.explicit || link.explicit);
}
function passes(event) {
  if (chosen.types.size && !chosen.types.has(event.type)) return false;
  if (chosen.parties.size && ![...chosen.parties].some((party) => event.parties.has(party))) return false;
  return !chosen.search || event.haystack.includes(chosen.search);
}

/** Events and links that the filters let through. */
function shown() {
  let events = data.events.filter(passes);
  let numbers = new Set(events.map((event) => event.number));
  const links = data.links.filter((link) => linkShown(link) && numbers.has(link.cause) && numbers.has(link.effect));
  if (chosen.linked) {
    numbers = new Set(links.flatMap((link) => [link.cause, link.effect]));
    events = events.filter((event) => numbers.has(event.number));
  }
  return { events, links, numbers };
}
