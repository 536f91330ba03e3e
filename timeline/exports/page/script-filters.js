// The filters: chips that can be pressed; nothing pressed lets everything through.

const FEW_PARTIES = 9;

function chip(set, value, ...content) {
  return html("button", {
    type: "button", class: "chip", "aria-pressed": "false",
    onclick: (event) => {
      const on = !set.has(value);
      if (on) set.add(value);
      else set.delete(value);
      event.currentTarget.setAttribute("aria-pressed", String(on));
      refilter();
    },
  }, content);
}

function counted(events, key) {
  const counts = new Map();
  for (const event of events) for (const value of [key(event)].flat()) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

function partyChips() {
  const byWork = data.parties.map((party, number) => ({ ...party, number })).sort((a, b) => b.named - a.named || a.number - b.number);
  const make = ({ name, named, number }) => {
    const node = chip(chosen.parties, number, shortened(name, 28), html("small", {}, String(named)));
    node.dataset.party = number;
    return node;
  };
  const rest = byWork.slice(FEW_PARTIES);
  const box = html("span", { class: "chips" }, byWork.slice(0, FEW_PARTIES).map(make));
  if (rest.length) {
    const more = html("button", { type: "button", class: "chip more", "aria-expanded": "false", onclick: () => { more.replaceWith(...rest.map(make)); box.querySelectorAll(".chip")[FEW_PARTIES]?.focus(); } }, `${rest.length} more …`);
    box.append(more);
  }
  return box;
}

function typeChips() {
  const counts = counted(data.events, (event) => event.type);
  return html("span", { class: "chips" }, HOSTILE_FIRST.filter((type) => counts.has(type)).map((type) => {
    const events = data.events.filter((event) => event.type === type);
    const node = chip(chosen.types, type, badge({ ...events[0], modality: "actual" }), type.toLowerCase(), html("small", {}, String(counts.get(type))));
    node.title = TYPE_SAYS[type];
    node.dataset.type = type;
    return node;
  }));
}

function linkChips() {
  const counts = counted(data.links, (link) => link.kind);
  const kinds = KINDS.filter((kind) => counts.has(kind)).map((kind) => {
    const node = chip(chosen.kinds, kind, kindLine(kind), kind, html("small", {}, String(counts.get(kind))));
    node.title = KIND_SAYS[kind];
    node.dataset.kind = kind;
    return node;
  });
  return html("span", { class: "chips" }, kinds,
    data.links.some((link) => !link.explicit) ? flag("explicit", "said so only", "Only links that the words of the text state") : "",
    flag("linked", "linked events only", "Only events that answer or are answered"));
}

function flag(name, text, title) {
  const node = html("button", { type: "button", class: "chip", "aria-pressed": "false", title, "data-flag": name, onclick: () => {
    chosen[name] = !chosen[name];
    node.setAttribute("aria-pressed", String(chosen[name]));
    refilter();
  } }, text);
  return node;
}

function filterRow(name, ...content) {
  return html("div", { class: "filter", role: "group", "aria-label": name }, html("span", { class: "filter-name" }, name), content);
}

function lanePicker() {
  const acting = data.parties.filter((party) => party.acts).length;
  if (acting <= chosen.lanes + 1) return "";
  const sizes = [6, 10, 20, 40].filter((size) => size < acting);
  return html("label", { class: "lanes" }, "Lanes ", html("select", { id: "lanes", onchange: (event) => { chosen.lanes = Number(event.target.value); redraw(); } },
    [...sizes, acting].map((size) => html("option", { value: size, selected: size === chosen.lanes }, size === acting ? `all ${acting}` : `busiest ${size}`))));
}

function wireFilters() {
  const search = html("input", { id: "search", type: "search", placeholder: "Find words or parties", "aria-label": "Search events", oninput: () => {
    chosen.search = search.value.trim().toLowerCase();
    refilter();
  } });
  const rows = [filterRow("Parties", partyChips()), filterRow("Acts", typeChips())];
  if (data.links.length) rows.push(filterRow("Answers", linkChips()));
  byId("finding").append(search, lanePicker(), html("button", { type: "button", class: "plain", id: "clear", hidden: true, onclick: clearFilters }, "Clear filters"));
  byId("filters").replaceChildren(...rows);
}

function clearFilters() {
  for (const set of [chosen.parties, chosen.types, chosen.kinds]) set.clear();
  Object.assign(chosen, { explicit: false, linked: false, search: "" });
  byId("search").value = "";
  for (const node of document.querySelectorAll('#filters [aria-pressed="true"]')) node.setAttribute("aria-pressed", "false");
  refilter();
}

function refilter() {
  const any = chosen.parties.size || chosen.types.size || chosen.kinds.size || chosen.explicit || chosen.linked || chosen.search;
  byId("clear").hidden = !any;
  redraw();
  filterList();
}
