// The filters: chips that can be pressed; nothing pressed lets everything through.

const FEW_PARTIES = 9;

/** A button that is pressed or not; `press` does what it is for and says whether it is pressed now. */
function toggle(press, title, ...content) {
  const onclick = (event) => {
    event.currentTarget.setAttribute("aria-pressed", String(press()));
    refilter();
  };
  return html("button.chip", { type: "button", "aria-pressed": "false", title, onclick }, content);
}

/** A chip that puts a value into a set of the reader's choice, or takes it out. */
function chip(set, value, title, ...content) {
  const press = () => (set.has(value) ? !set.delete(value) : Boolean(set.add(value)));
  return toggle(press, title, content);
}

function flag(name, text, title) {
  const node = toggle(() => (chosen[name] = !chosen[name]), title, text);
  node.dataset.flag = name;
  return node;
}

function partyChips() {
  const parties = data.parties.map((party, number) => ({ ...party, number }));
  parties.sort((a, b) => b.named - a.named || a.number - b.number);
  const make = ({ name, named, number }) =>
    chip(chosen.parties, number, name, shortened(name, 28), html("small", String(named)));
  const rest = parties.slice(FEW_PARTIES);
  const box = html("span.chips", parties.slice(0, FEW_PARTIES).map(make));
  if (!rest.length) return box;
  const onclick = () => {
    more.replaceWith(...rest.map(make));
    box.querySelectorAll(".chip")[FEW_PARTIES].focus();
  };
  const more = html("button.chip", { type: "button", "aria-expanded": "false", onclick }, `${rest.length} more …`);
  box.append(more);
  return box;
}

function typeChips() {
  const counts = counted(data.events, (event) => event.type);
  const make = (type) => {
    const sample = data.events.find((event) => event.type === type);
    const mark = badge({ ...sample, modality: "actual" });
    return chip(chosen.types, type, TYPE_SAYS[type], mark, type.toLowerCase(), html("small", String(counts.get(type))));
  };
  return html("span.chips", HOSTILE_FIRST.filter((type) => counts.has(type)).map(make));
}

function linkChips() {
  const counts = counted(data.links, (link) => link.kind);
  const make = (kind) =>
    chip(chosen.kinds, kind, KIND_SAYS[kind], kindLine(kind), kind, html("small", String(counts.get(kind))));
  const unsaid = data.links.some((link) => !link.explicit);
  return html(
    "span.chips",
    KINDS.filter((kind) => counts.has(kind)).map(make),
    unsaid && flag("explicit", "said so only", "Only links that the words of the text state"),
    flag("linked", "linked events only", "Only events that answer or are answered"),
  );
}

function filterRow(name, content) {
  return html("div.filter", { role: "group", "aria-label": name }, html("span.filter-name", name), content);
}

function lanePicker() {
  const acting = data.parties.filter((party) => party.acts).length;
  if (acting <= chosen.lanes + 1) return "";
  const sizes = [6, 10, 20, 40].filter((size) => size < acting);
  const option = (size) =>
    html(
      "option",
      { value: size, selected: size === chosen.lanes },
      size === acting ? `all ${acting}` : `busiest ${size}`,
    );
  const onchange = (event) => {
    chosen.lanes = Number(event.target.value);
    redraw();
  };
  return html("label.lanes", "Lanes ", html("select", { id: "lanes", onchange }, [...sizes, acting].map(option)));
}

function searchField() {
  const oninput = (event) => {
    chosen.search = event.target.value.trim().toLowerCase();
    refilter();
  };
  const hint = "Find words or parties";
  return html("input", { id: "search", type: "search", placeholder: hint, "aria-label": hint, oninput });
}

function wireFilters() {
  const rows = [filterRow("Parties", partyChips()), filterRow("Acts", typeChips())];
  if (data.links.length) rows.push(filterRow("Answers", linkChips()));
  byId("filters").replaceChildren(...rows);
  const clear = { type: "button", id: "clear", hidden: true, onclick: clearFilters };
  byId("finding").append(
    ...[searchField(), lanePicker(), html("button.plain", clear, "Clear filters")].filter(isSomething),
  );
}

function clearFilters() {
  for (const set of [chosen.parties, chosen.types, chosen.kinds]) set.clear();
  Object.assign(chosen, { explicit: false, linked: false, search: "" });
  byId("search").value = "";
  for (const node of document.querySelectorAll('#filters [aria-pressed="true"]'))
    node.setAttribute("aria-pressed", "false");
  refilter();
}

function refilter() {
  const any =
    chosen.parties.size || chosen.types.size || chosen.kinds.size || chosen.explicit || chosen.linked || chosen.search;
  byId("clear").hidden = !any;
  redraw();
  filterList();
}
