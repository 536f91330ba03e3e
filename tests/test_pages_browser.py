"""The report page in a real browser: what a reader sees, clicks and types, on screen and on paper.

Skipped where Chromium and its driver are not installed.  A message of level SEVERE on the browser's
console fails the test in which it came.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.page_timelines import ages, crowd, quarrel
from tests.records import every_date, exchange, hostile
from timeline.exports.pages import report_html
from timeline.models import Actor, Document, Event, Mention, Reason, Timeline

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium: pip install '.[test]'")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs Chromium and chromedriver (Debian: apt install chromium chromium-driver)"
)

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
Show = Callable[..., Any]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}", "--window-size=1280,900"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Show]:
    """Opens the report of a timeline in a window; afterwards nothing may stand on the console."""

    def opened(
        timeline: Timeline, width: int = 1280, *, dark: bool = False, name: str = "report.html", media: str = "screen"
    ) -> Any:
        path = tmp_path / name
        path.write_text(report_html(timeline), "utf-8")
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": scheme})
        browser.get(path.as_uri())
        settled(browser, "1")
        return browser

    browser.get_log("browser")
    yield opened
    assert [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def settled(browser: Any, script: str, *arguments: Any) -> Any:
    """The value of an expression after the page has drawn what it was going to draw."""
    answer = f"try {{ done({script}) }} catch (error) {{ done(String(error)) }}"
    frames = f"requestAnimationFrame(() => requestAnimationFrame(() => {{ {answer} }}))"
    return browser.execute_async_script(f"const done = arguments[arguments.length - 1]; {frames}", *arguments)


def marks(browser: Any) -> list[int]:
    return sorted(settled(browser, "[...new Set([...document.querySelectorAll('.mark')].map(n => +n.dataset.event))]"))


def css(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def chip_named(browser: Any, name: str) -> Any:
    return next(node for node in browser.find_elements("css selector", "#filters .chip") if node.text.startswith(name))


def details(browser: Any) -> str:
    return str(css(browser, "#details").text)


def press(browser: Any, *keys: str) -> None:
    for key in keys:
        browser.switch_to.active_element.send_keys(getattr(webdriver.Keys, key))
        settled(browser, "1")


def test_every_event_is_drawn_in_the_lane_of_its_actor(show: Show) -> None:
    page = show(quarrel())
    assert marks(page) == [0, 1, 2, 3, 4]
    names = [node.text for node in page.find_elements("css selector", ".lane-name")]
    assert sorted(name.split("\n")[-1] for name in names) == ["Freedonia", "Osterlich", "Sylvania"]
    assert len(page.find_elements("css selector", ".arc.kind-retaliation[data-cause]")) == 1
    assert len(page.find_elements("css selector", '.mark[data-event="2"] .bar')) == 1
    assert not page.find_elements("css selector", '.mark[data-event="0"] .bar')


def test_nothing_is_asked_of_the_network(show: Show) -> None:
    assert settled(show(crowd(60)), "performance.getEntriesByType('resource').map(r => r.name)") == []


def test_yearless_and_undated_events_have_stretches_of_their_own(show: Show) -> None:
    page = show(quarrel())
    assert [node.text for node in page.find_elements("css selector", "#axis .zone")][-1].startswith("No date")
    places = "document.querySelector(`.mark[data-event='${n}'] .shape`).getBoundingClientRect().x"
    x = settled(page, f"[0, 2, 3, 4].map(n => {places})")
    assert x == sorted(x)
    headings = [node.text for node in page.find_elements("css selector", "#list h3")]
    assert headings == ["Year not stated", "Without a date of their own"]


def test_a_click_shows_the_evidence(show: Show) -> None:
    page = show(quarrel())
    css(page, '.mark[data-event="1"]').click()
    said = details(page)
    for words in ("Sylvania expelled 12 Freedonian diplomats", "4 March 2020", "retaliation", "in response", "80 %"):
        assert words in said
    marked = [node.text for node in page.find_elements("css selector", "#article .on-trigger")]
    assert marked == ["expelled"]
    quote = page.find_elements("css selector", "#article .on-quote")
    assert "".join(node.text for node in quote).replace(" ", "") == "Sylvaniaexpelled12Freedoniandiplomats"


def test_causes_and_answers_lead_from_event_to_event(show: Show) -> None:
    page = show(quarrel())
    css(page, '.mark[data-event="1"]').click()
    css(page, "#details .links .jump").click()
    said = details(page)
    assert "Freedonia closed its border" in said
    assert "“March 2”" in said
    assert len(page.find_elements("css selector", "#details .links li")) == 2


def test_pointing_at_a_word_points_at_its_mark(show: Show) -> None:
    page = show(quarrel())
    webdriver.ActionChains(page).move_to_element(css(page, '#article mark[data-event="1"]')).perform()
    assert settled(page, "document.querySelector('.mark.pointed').dataset.event") == "1"
    assert len(page.find_elements("css selector", ".arc.on")) == 1


def test_an_arc_leads_to_the_answer(show: Show) -> None:
    page = show(quarrel())
    arc = "document.querySelector('.arc.kind-retaliation[data-cause]')"
    assert "expelled: retaliation to Freedonia → Sylvania, closed (“in response”)" in settled(
        page, f"{arc}.textContent"
    )
    page.execute_script(f"{arc}.dispatchEvent(new MouseEvent('click', {{bubbles: true}}))")
    assert "Sylvania expelled 12 Freedonian diplomats" in details(page)


def test_a_marked_word_opens_its_event(show: Show) -> None:
    page = show(quarrel())
    css(page, '#article mark[data-event="4"]').click()
    assert "no date in the text" in details(page)


@pytest.mark.parametrize(("chip", "left"), [("Osterlich", [2]), ("accuse", [3]), ("linked events only", [0, 1, 3])])
def test_filters(show: Show, chip: str, left: list[int]) -> None:
    page = show(quarrel())
    node = chip_named(page, chip)
    node.click()
    assert node.get_attribute("aria-pressed") == "true"
    assert marks(page) == left
    listed = "[...document.querySelectorAll('#list li:not([hidden])')].map(n => +n.dataset.event)"
    assert sorted(settled(page, listed)) == left
    node.click()
    assert marks(page) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("chip", "kinds"), [("response", ["response"]), ("said so only", ["retaliation"])])
def test_filters_of_links(show: Show, chip: str, kinds: list[str]) -> None:
    page = show(quarrel())
    chip_named(page, chip).click()
    drawn = settled(page, "[...document.querySelectorAll('.arc[data-cause]')].map(n => n.getAttribute('class'))")
    assert [kind for kind in ("retaliation", "response", "motive") if any(kind in name for name in drawn)] == kinds


def test_words_can_be_searched_and_filters_cleared(show: Show) -> None:
    page = show(quarrel())
    css(page, "#search").send_keys("envoy")
    assert marks(page) == [4]
    assert "1 of 5" in css(page, "#count").text
    css(page, "#clear").click()
    assert marks(page) == [0, 1, 2, 3, 4]


def test_the_keyboard_reaches_everything(show: Show) -> None:
    page = show(quarrel())
    page.execute_script("document.querySelector('#zoom-fit').focus()")
    press(page, "TAB")
    focused = "document.activeElement.dataset.event"
    assert settled(page, focused) == "0"
    press(page, "ARROW_RIGHT")
    assert settled(page, focused) == "1"
    press(page, "END")
    assert settled(page, focused) == "4"
    press(page, "HOME", "ARROW_DOWN")
    assert settled(page, focused) not in ("0", None)
    press(page, "HOME", "ENTER")
    assert "Freedonia closed its border" in details(page)
    assert settled(page, "document.querySelector('.mark.on').getAttribute('aria-pressed')") == "true"
    assert "closed" in css(page, "#said").get_attribute("textContent")
    press(page, "ESCAPE")
    assert "Choose an event" in details(page)
    ring = settled(page, "getComputedStyle(document.querySelector('.mark:focus-visible .hit')).stroke")
    assert ring not in ("none", "rgba(0, 0, 0, 0)")


def test_zooming_and_panning_keep_the_events(show: Show) -> None:
    page = show(quarrel())
    place = "document.querySelector('.mark[data-event=\"{}\"] .shape').getBoundingClientRect().x"
    distance = f"{place.format(1)} - {place.format(0)}"
    before = settled(page, distance)
    start = settled(page, place.format(0))
    wheel = (
        "new WheelEvent('wheel', {bubbles: true, cancelable: true, ctrlKey: true, deltaY: -300, clientX: arguments[0]})"
    )
    page.execute_script(f"document.querySelector('#plot').dispatchEvent({wheel})", start)
    assert settled(page, distance) > 2 * before
    zoomed = settled(page, place.format(1))
    actions = webdriver.ActionChains(page)
    actions.move_to_element(css(page, ".lane-name")).click_and_hold().move_by_offset(-40, 0).release().perform()
    assert settled(page, place.format(1)) == pytest.approx(zoomed - 40, abs=3)
    css(page, "#zoom-fit").click()
    assert settled(page, distance) == pytest.approx(before)


def test_light_and_dark(show: Show) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = settled(show(quarrel()), ground)
    page = show(quarrel(), dark=True)
    dark = settled(page, ground)
    assert light != dark
    css(page, "#theme").click()
    assert settled(page, ground) == light


#: The luminance of a colour of the page, and the contrast of two, after WCAG 2.1.
CONTRAST = """(() => {
  const probe = document.body.appendChild(document.createElement('i'));
  const linear = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const light = (name) => {
    probe.style.color = `var(--${name})`;
    const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return arguments[0].map(([one, other]) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });
})()"""


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_their_ground(show: Show, dark: bool) -> None:
    page = show(quarrel(), dark=dark)
    inks = [(ink, ground) for ink in ("ink", "soft") for ground in ("card", "paper", "raised", "accent-wash")]
    marked = ("h3", "h2", "h1", "n", "c1", "c2", "c3", "retaliation", "response", "motive", "accent")
    tones = [(tone, "card") for tone in marked]
    assert {pair: value for pair, value in zip(inks, settled(page, CONTRAST, inks), strict=True) if value < 4.5} == {}
    assert {pair: value for pair, value in zip(tones, settled(page, CONTRAST, tones), strict=True) if value < 3} == {}


def test_on_paper_there_is_nothing_to_press(show: Show) -> None:
    page = show(quarrel(), dark=True, media="print")
    for selector in ("#filters", ".tools", "#details", ".zoom"):
        assert not css(page, selector).is_displayed()
    for selector in ("#plot", "#article", "#list"):
        assert css(page, selector).is_displayed()
    assert settled(page, "getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.execute_cdp_cmd("Page.printToPDF", {})["data"].startswith("JVBERi")


@pytest.mark.parametrize("width", [1280, 390])
def test_no_label_lies_on_another_and_nothing_sticks_out(show: Show, width: int) -> None:
    page = show(crowd(120), width)
    labels = "[...document.querySelectorAll('.mark .label, #axis text')].map(n => n.getBoundingClientRect())"
    boxes = settled(page, f"{labels}.map(r => [r.left, r.right, r.top, r.bottom])")
    assert len(boxes) > 20
    boxes.sort()
    clashes = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if b[0] < a[1] - 1 and b[2] < a[3] - 3 and a[2] < b[3] - 3
    ]
    assert clashes == []
    assert settled(page, "document.documentElement.scrollWidth") <= width


HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">{{data}}"


def test_a_hostile_article_stays_text(show: Show) -> None:
    d = Document(id=HOSTILE, text=f"{HOSTILE} fined {HOSTILE}", title=HOSTILE)
    words = Actor(code=None, name=HOSTILE, kind="people")
    mention = Mention(
        trigger=d.span(len(HOSTILE) + 1, len(HOSTILE) + 6), quote=d.span(0, len(d.text)), attribution=HOSTILE
    )
    fined = Event(
        id=HOSTILE, type="SANCTION", plover="SANCTION", quad=4, intensity=-6.0, actors=(words,), targets=(words,),
        mentions=(mention,), reasons=(Reason(rule=HOSTILE, words=HOSTILE, note=HOSTILE),),
    )  # fmt: skip
    page = show(Timeline.of([d], [fined], []), name="<img src=x onerror=alert(1)>.html")
    css(page, ".mark").click()
    page.execute_script("document.querySelector('details.why').open = true")
    assert page.title.startswith("</script>")
    assert settled(page, "document.querySelectorAll('img').length") == 0
    assert css(page, "#article").get_property("textContent") == d.text
    assert HOSTILE in css(page, "h1").text
    assert HOSTILE in details(page)


@pytest.mark.parametrize("timeline", [every_date(), hostile(), exchange()], ids=["dates", "hostile", "exchange"])
def test_every_event_can_be_opened(show: Show, timeline: Timeline) -> None:
    page = show(timeline)
    panel = "document.querySelector('#details').textContent"
    told = settled(page, f"[...document.querySelectorAll('#list button')].map(n => (n.click(), {panel}))")
    assert len(told) == len(timeline)
    assert all("Event " in text for text in told)
    assert marks(page) == list(range(len(timeline)))


def test_a_timeline_without_its_texts_still_shows_its_quotes(show: Show) -> None:
    whole = quarrel()
    page = show(Timeline(events=whole.events, links=whole.links))
    css(page, '.mark[data-event="1"]').click()
    assert "Sylvania expelled 12 Freedonian diplomats" in details(page)


def test_a_merged_event_shows_every_source(show: Show) -> None:
    page = show(crowd(50))
    css(page, "#list button[data-event='0']").click()
    number = settled(
        page, "[...document.querySelectorAll('#list .list-sources')][0].closest('[data-event]').dataset.event"
    )
    css(page, f"#list button[data-event='{number}']").click()
    sources = page.find_elements("css selector", "#details .sources li")
    assert len(sources) == 2
    first = css(page, "#source-title").text
    sources[1].find_element("css selector", "button").click()
    assert css(page, "#source-title").text != first
    page.execute_script(
        "const p = arguments[0]; p.value = '7'; p.dispatchEvent(new Event('change'))", css(page, "#source-picker")
    )
    assert css(page, "#source-title").text == "Paper 7"
    assert page.find_elements("css selector", "#article .on") == []


def test_five_hundred_events_render_in_two_seconds(show: Show) -> None:
    page = show(crowd(500))
    timing = settled(page, "performance.getEntriesByType('navigation')[0].toJSON()")
    assert timing["loadEventEnd"] < 2000
    lanes = page.find_elements("css selector", ".lane-name")
    assert len(lanes) == 11
    assert "30 others" in lanes[-1].text
    start = time.perf_counter()
    css(page, "#zoom-in").click()
    assert marks(page)
    assert time.perf_counter() - start < 1.5
    hidden = int(css(page, ".cluster").get_attribute("data-events").split()[0])
    page.execute_script(f"document.querySelector('#list button[data-event=\"{hidden}\"]').click()")
    assert hidden not in marks(page)
    assert css(page, ".cluster.on").is_displayed()
    for _ in range(6):
        if hidden not in marks(page):
            css(page, ".cluster.on").click()
    assert hidden in marks(page)


def test_any_time_can_be_drawn(show: Show) -> None:
    page = show(ages())
    assert marks(page) == [0, 1, 2, 3, 4, 5]
    assert len(page.find_elements("css selector", "#plot .tail")) == 2
    assert len(page.find_elements("css selector", "#plot .is-vague")) == 1
    assert (
        settled(page, "[...document.querySelectorAll('#plot *')].filter(n => /NaN|Infinity/.test(n.outerHTML)).length")
        == 0
    )


def test_an_empty_timeline_says_so(show: Show) -> None:
    assert "No event" in css(show(Timeline(documents=(Document(id="d", text="Nothing."),))), "#plot").text
