"""The command line over real texts: from files to timelines and graphs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import Result, Run
from timeline.models import Timeline

NEWS = (
    "Russia expelled 10 Turkish diplomats on April 15, the foreign ministry said. "
    "Turkey responded by expelling 10 Russian diplomats two days later."
)
PAGE = f"""<!doctype html><html><head><title>Envoys sent home</title>
<meta property="article:published_time" content="2021-05-06T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Envoys sent home</h1><p>{NEWS}</p></article></body></html>"""


def timeline_of(result: Result) -> Timeline:
    assert result.status == 0, result.err
    return Timeline.from_json(result.out)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def test_a_text_becomes_a_timeline_with_its_evidence(run: Run, news: Path) -> None:
    result = run("extract", news, "--published", "2021-05-06")
    timeline = timeline_of(result)
    assert [(e.date, e.type, e.mode, e.actor_labels, e.target_labels) for e in timeline] == [
        ("2021-04-15", "SANCTION", "expel", ("RUS",), ("TUR",)),
        ("2021-04-17", "SANCTION", "expel", ("TUR",), ("RUS",)),
    ]
    assert [link.kind for link in timeline.links] == ["retaliation"]
    assert timeline.documents[0].published_basis == "given"
    for event in timeline:
        for mention in event.mentions:
            assert NEWS[mention.quote.start : mention.quote.end] == mention.quote.text
    assert result.err == ""


def test_without_a_day_of_publication_no_year_is_guessed_and_that_is_said_once(
    run: Run,
    news: Path,
    tmp_path: Path,
) -> None:
    (tmp_path / "more.txt").write_text(NEWS)
    result = run("extract", news, tmp_path / "more.txt")
    dates = {e.date for e in timeline_of(result)}
    assert "XXXX-04-15" in dates
    assert all(date is None or date.startswith("XXXX") for date in dates)
    assert result.err.count("no publication date") == 1
    assert "no publication date for news and 1 more: dates such as" in result.err


@pytest.mark.parametrize(
    "head", ["OSLO, May 4, 2021 (Wire) - ", "Published: May 4, 2021\n\n", "---\ndate: 2021-05-04\n---\n"]
)
def test_a_dateline_gives_the_day(run: Run, tmp_path: Path, head: str) -> None:
    (tmp_path / "a.txt").write_text(head + NEWS)
    assert "2021-04-15" in {e.date for e in timeline_of(run("extract", tmp_path / "a.txt"))}


def test_a_page_becomes_a_timeline_and_a_graph_in_one_command_each(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra 'html' is not installed")
    (tmp_path / "page.html").write_text(PAGE)
    assert [e.date for e in timeline_of(run("extract", tmp_path / "page.html"))] == ["2021-04-15", "2021-04-17"]
    graph = run("graph", tmp_path / "page.html")
    assert "e1 -->|retaliation| e2" in graph.out.decode()


def test_a_page_without_its_extra_fails_alone(
    run: Run,
    news: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    result = run("extract", tmp_path / "page.html", news, "--published", "2021-05-06")
    assert result.status == 1
    assert "pip install '.[html]'" in result.err
    assert len(Timeline.from_json(result.out)) == 2


def test_a_folder_is_one_graph_and_many_timelines(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    folder.mkdir()
    first, second = NEWS.split(". ", 1)
    (folder / "a.txt").write_text(f"---\ndate: 2021-04-16\n---\n{first}.")
    (folder / "b.txt").write_text(f"---\ndate: 2021-05-06\n---\n{NEWS}")
    separate = timeline_of(run("extract", folder))
    joined = timeline_of(run("merge", folder))
    assert [document.id for document in separate.documents] == ["a", "b"]
    assert (len(separate), len(joined)) == (3, 2)
    assert {m.trigger.document_id for m in joined.events[0].mentions} == {"a", "b"}
    assert second in NEWS


def test_more_words_from_a_lexicon(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("On May 4, 2021, Freedonia expelled 10 Sylvanian diplomats.")
    lexicon = tmp_path / "mine.tsv"
    lexicon.write_text("[actors]\nwords\tcode\tpeople\nFreedonia\tFRD\nSylvania\tSYL\tSylvanian|Sylvanians\n")
    (event,) = timeline_of(run("extract", tmp_path / "a.txt", "--lexicon", lexicon))
    assert (event.actor_labels, event.target_labels) == (("FRD",), ("SYL",))


def test_several_processes_read_as_one_does(run: Run, tmp_path: Path) -> None:
    lexicon = tmp_path / "mine.tsv"
    lexicon.write_text("[actors]\nwords\tcode\nFreedonia\tFRD\n")
    texts = [NEWS, "Freedonia condemned Turkey on May 4, 2021.", "", NEWS.replace("10", "12")]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    results = [run("extract", source, "--format", "csv", "--lexicon", lexicon, "--jobs", jobs) for jobs in (1, 2)]
    assert results[0] == results[1]
    assert results[0].status == 1
    assert b"FRD" in results[0].out
    assert "in.jsonl:3: no text under 'text'" in results[0].err


def test_a_bug_in_one_document_costs_that_document(
    run: Run,
    news: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import timeline.pipeline

    real = timeline.pipeline.extract

    def fragile(document: object, *rest: object, **more: object) -> Timeline:
        if getattr(document, "id", "") == "bad":
            raise ZeroDivisionError("an example")
        return real(document, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(timeline.pipeline, "extract", fragile)
    (tmp_path / "bad.txt").write_text(NEWS)
    result = run("extract", tmp_path / "bad.txt", news, "--format", "jsonl", "--keep-going")
    assert result.status == 1
    assert "bad: internal error, please report it: ZeroDivisionError: an example" in result.err
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert lines[0]["document"] == "bad"
    assert [document["id"] for document in lines[1]["documents"]] == ["news"]


def test_explain_names_the_readings_that_lost(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "ban.txt"
    text.write_text("On May 3, Poland banned Belarusian beef that Lithuania had tested on May 1.", encoding="utf-8")
    lines = run("explain", text, "--published", "2021-05-06").out.decode().splitlines()
    lost = [line.split(None, 1)[1] for line in lines if line.startswith("  lost ")]
    assert any(line.startswith("type 'ban': COERCE censor, if with ") for line in lost)
    assert "date 'May 1': 2021-05-01, which governs other words" in lost
    assert "party 'Lithuania': LTU, named there, in no role of this act" in lost


def test_explain_tells_what_a_reading_asks_for_in_plain_words(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "warning.txt"
    text.write_text("On May 3, a court condemned Poland. Warsaw warned of retaliation.", encoding="utf-8")
    lines = run("explain", text, "--published", "2021-05-06").out.decode().splitlines()
    lost = [line for line in lines if line.startswith("  lost        type")]
    assert [line for line in lost if line.endswith("…") or " …," in line] != []
    assert [line for line in lost if "@" in line or "to:" in line or len(line) > 200] == []


def test_explain_says_what_bounds_an_answer_without_a_date(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "answer.txt"
    text.write_text(
        "On May 3, Poland banned Belarusian beef.\n\nPrices rose.\n\n"
        "Traders complained.\n\nIn response to the Polish ban, Belarus has expelled two consuls.",
        encoding="utf-8",
    )
    lines = run("explain", text, "--published", "2021-05-06").out.decode().splitlines()
    assert "  date        none in the text, but not before 2021-05-03, the first day of what it answers" in lines


def test_explain_names_the_rules_of_a_real_event(run: Run, news: Path) -> None:
    lines = run("explain", news, "--published", "2021-05-06").out.decode().splitlines()
    assert [line for line in lines if line.startswith("  why ")] != []
    assert any(line.startswith('  date        2021-04-15, stated, by "April 15"') for line in lines)
