// Choosing events, keys, the theme, and the start.

/** Whether the panel stands beside the chart, so that nothing need scroll to it. */
const isWide = () => window.matchMedia("(min-width: 1081px)").matches;

/** Chooses an event (null: none) and shows it everywhere; `from` tells where the reader is. */
function choose(number, from = "") {
  chosen.event = number;
  if (number !== null && from !== "chart") bringIntoView(number);
  if (number !== null) setTabStop(number);
  showDetails(number);
  showInText(number, 0, from !== "text");
  showChoice();
  if (number !== null) {
    byId("said").textContent = spoken(data.events[number]);
    if (from === "panel") byId("details-title").focus({ preventScroll: true });
    if (from !== "panel" && !isWide()) document.querySelector(".side").scrollIntoView({ block: "start" });
  }
}

/** Emphasis in the chart and the list: the chosen event, its links and their other ends. */
function showChoice(hovered = null) {
  const number = hovered ?? chosen.event;
  plot.classList.toggle("has-choice", chosen.event !== null);
  const near = new Set();
  for (const arc of plot.querySelectorAll(".arc[data-cause]")) {
    const [cause, effect] = [Number(arc.dataset.cause), Number(arc.dataset.effect)];
    const on = number !== null && (cause === number || effect === number);
    arc.classList.toggle("on", on);
    if (on) near.add(cause === number ? effect : cause);
  }
  for (const mark of plot.querySelectorAll(".mark")) {
    const own = Number(mark.dataset.event);
    mark.classList.toggle("on", own === chosen.event);
    mark.classList.toggle("pointed", own === hovered);
    mark.classList.toggle("near", near.has(own) && own !== chosen.event);
    mark.setAttribute("aria-pressed", String(own === chosen.event));
  }
  for (const cluster of plot.querySelectorAll(".cluster")) {
    const numbers = cluster.dataset.events.split(" ").map(Number);
    cluster.classList.toggle("on", numbers.includes(chosen.event));
    cluster.classList.toggle(
      "near",
      numbers.some((own) => near.has(own)),
    );
  }
  const event = number === null ? null : data.events[number];
  for (const lane of plot.querySelectorAll("[data-lane]")) {
    const key = Number(lane.dataset.lane);
    lane.classList.toggle("on", event !== null && event.parties.has(key));
  }
  for (const item of byId("list").querySelectorAll("li"))
    item.classList.toggle("on", Number(item.dataset.event) === chosen.event);
}

/** The event that an arrow key leads to from an event: along time, or to the nearest in the next lane. */
function keyTarget(number, key) {
  if (key === "ArrowLeft" || key === "ArrowRight") return neighbour(number, key === "ArrowLeft" ? -1 : 1);
  if (key === "Home") return neighbour(-1, 1);
  if (key === "End") return neighbour(data.events.length, -1);
  const spot = picture.places.get(number)?.[0];
  if (!spot) return null;
  const down = key === "ArrowDown" ? 1 : -1;
  let best = null;
  for (const [other, places] of picture.places) {
    for (const place of places) {
      const rise = (place.y - spot.y) * down;
      if (other === number || rise <= 0) continue;
      const far = rise + 0.4 * Math.abs(place.x - spot.x);
      if (!best || far < best.far) best = { other, far };
    }
  }
  return best && best.other;
}

const MOVES = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);
function onChartKey(event) {
  const mark = event.target.closest(".mark");
  const { key } = event;
  if (key === "+" || key === "=") zoom(1.8, mark ? data.events[mark.dataset.event].start : undefined);
  else if (key === "-") zoom(1 / 1.8);
  else if (key === "0") fit();
  else if (mark && MOVES.has(key)) {
    const to = keyTarget(Number(mark.dataset.event), key);
    if (to !== null) {
      reveal(to);
      setTabStop(to)?.focus();
    }
  } else if (mark && (key === "Enter" || key === " ")) choose(Number(mark.dataset.event), "chart");
  else return;
  event.preventDefault();
}

function wireKeys() {
  plot.addEventListener("keydown", onChartKey);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || chosen.event === null) return;
    const number = chosen.event;
    choose(null);
    if (details.contains(document.activeElement) || document.activeElement === document.body) markOf(number)?.focus();
  });
}

/** The panel and the text fill the window beside the chart, below the heading while that is in view. */
function wireSide() {
  const stretch = () => {
    const top = Math.max(14, document.querySelector("main").getBoundingClientRect().top);
    document.querySelector(".side").style.setProperty("--top", `${top}px`);
  };
  for (const name of ["scroll", "resize"]) window.addEventListener(name, stretch, { passive: true });
  stretch();
}

function wireTheme() {
  const button = byId("theme");
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
  const show = () => {
    button.setAttribute("aria-pressed", String(isDark()));
    button.textContent = isDark() ? "Light" : "Dark";
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    show();
  });
  system.addEventListener("change", show);
  byId("print").addEventListener("click", () => window.print());
  show();
}

if (window.innerWidth < 640) byId("filtering").open = false;
wireFilters();
wireList();
wireArticle();
wireChart();
wireKeys();
wireTheme();
wireSide();
draw();
showDetails(null);
document.documentElement.classList.add("ready");
