"""The command line: data on standard output, the rest on standard error, exit status, batches that survive."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import Run
from tests.records import document, event, exchange, when
from timeline.cli.console import progress
from timeline.exports import formats
from timeline.models import Timeline

COMMAND = [sys.executable, "-m", "timeline"]


def small(number: int) -> Timeline:
    """A timeline of one document and one event."""
    source = document("They expelled envoys.", id=f"doc-{number}", published="2021-05-06")
    return Timeline.of([source], [event(source, "expelled envoys", id=f"e{number}", when=when("2021-05-04"))], [])


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "exchange.json"
    path.write_text(exchange().to_json(), encoding="utf-8")
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(small(n).to_json(indent=None) + "\n" for n in range(60)), encoding="utf-8")
    return path


def ids(path: Path) -> list[str]:
    return [json.loads(line)["documents"][0]["id"] for line in path.read_text().splitlines()]


# --- what goes where


def test_data_alone_are_on_standard_output(run: Run, one: Path) -> None:
    result = run("extract", one)
    assert result.status == 0
    assert [e.id for e in Timeline.from_json(result.out)] == ["e5", "e1", "e2", "e3"]
    assert result.err == "timeline: 1 denied or hypothetical event left out: give --all to keep them\n"


def test_everything_is_kept_on_demand(run: Run, one: Path) -> None:
    result = run("extract", one, "--all")
    assert (Timeline.from_json(result.out), result.err) == (exchange(), "")


@pytest.mark.parametrize("shape", ["timeline", "graph"])
def test_every_format_to_standard_output_and_to_a_file(run: Run, one: Path, tmp_path: Path, shape: str) -> None:
    for name, form in formats(shape).items():  # type: ignore[arg-type]
        if form.extra:
            pytest.importorskip({"ical": "icalendar", "parquet": "pyarrow"}[form.extra])
        command, target = ("extract" if shape == "timeline" else "graph"), tmp_path / f"out.{name}"
        shown, written = run(command, one, "--format", name), run(command, one, "--format", name, "-o", target)
        assert (shown.status, written.status, written.out) == (0, 0, b""), name
        assert target.read_bytes() == shown.out != b"", name


def test_the_ending_of_the_file_names_the_format(run: Run, one: Path, tmp_path: Path) -> None:
    run("extract", one, "-o", tmp_path / "a.md")
    run("graph", one, "-o", tmp_path / "a.dot")
    assert (tmp_path / "a.md").read_text().startswith("| Date | Event |")
    assert (tmp_path / "a.dot").read_text().startswith("digraph")


def test_events_without_a_place_are_counted(run: Run, one: Path) -> None:
    result = run("extract", one, "--format", "timelinejs")
    assert "timeline: 1 event not in the timelinejs output: no date with a year\n" in result.err


def test_unsure_events_are_left_out_and_counted(run: Run, one: Path) -> None:
    result = run("extract", one, "--min-confidence", "0.5")
    assert [e.id for e in Timeline.from_json(result.out)] == ["e1", "e2", "e3"]
    assert "timeline: 1 event below --min-confidence left out\n" in result.err


def test_the_schema_is_json(run: Run) -> None:
    assert json.loads(run("schema").out)["title"] == "Timeline"


def test_a_report_is_one_page(run: Run, one: Path, tmp_path: Path) -> None:
    assert run("report", one, "--title", "Tit & tat", "-o", tmp_path / "r.html").status == 0
    assert "Tit &amp; tat" in (tmp_path / "r.html").read_text(encoding="utf-8")


# --- exit status and messages


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "ONE", "--published", "2021-02-30"], "--published 2021-02-30: no such day: write it as YYYY"),
        (["extract", "ONE", "--published", "last week"], "--published last week: no such day"),
        (["extract", "ONE", "--field", "body"], "--field body: write FIELD=NAME with one of id, text"),
        (["extract", "ONE", "--field", "author=by"], "--field author=by: write FIELD=NAME"),
        (["extract", "ONE", "--min-confidence", "7"], "--min-confidence 7.0: give a number from 0 to 1"),
        (["extract", "ONE", "--jobs", "-1"], "--jobs -1: give 1 or more"),
        (["extract", "ONE", "--lexicon", "no.tsv"], "no.tsv: cannot read this lexicon"),
        (["extract", "ONE", "--resume"], "--resume and --keep-going go with --format jsonl"),
        (["extract", "ONE", "--resume", "--format", "jsonl"], "--resume needs the file to go on with: give -o FILE"),
        (["extract", "ONE", "-o", "no/such/folder/a.json"], "cannot write no/such/folder/a.json: No such file"),
        (["extract", "ONE", "-o", "no/such/folder/a.jsonl"], "cannot write no/such/folder/a.jsonl: No such file"),
        (["extract", "ONE", "--format", "xlsx"], "invalid choice: 'xlsx'"),
        (["graph", "ONE", "--format", "csv"], "invalid choice: 'csv'"),
        (["explain", "ONE", "e9"], "'e9': no event has this id; there are e5, e1"),
        (["explain", "ONE", "e"], "'e': 5 events have an id that begins so"),
        (["frobnicate"], "invalid choice: 'frobnicate'"),
        ([], "the following arguments are required: COMMAND"),
    ],
)  # fmt: skip
def test_wrong_usage_is_status_2_and_one_clear_line(run: Run, one: Path, arguments: list[str], message: str) -> None:
    result = run(*[str(one) if argument == "ONE" else argument for argument in arguments])
    assert (result.status, result.out) == (2, b"")
    assert message in result.err
    assert "Traceback" not in result.err


def test_failed_inputs_are_named_and_the_others_done(run: Run, one: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02\x03\xff" * 40)
    (tmp_path / "nothing").mkdir()
    bad = [tmp_path / name for name in ("missing.txt", "empty.txt", "binary.txt", "nothing")]
    result = run("extract", *bad[:2], one, *bad[2:])
    assert result.status == 1
    assert len(Timeline.from_json(result.out)) == 4
    lines = result.err.splitlines()
    for path in bad:
        assert [line for line in lines if str(path) in line] != []
    assert lines[-1] == "timeline: 4 inputs failed"
    assert all(line.startswith("timeline: ") for line in lines)


def test_nothing_readable_writes_nothing(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert run("extract", tmp_path / "missing.txt", "-o", target).status == 1
    assert not target.exists()


def test_binary_formats_are_not_for_a_terminal(run: Run, one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    result = run("extract", one, "--format", "parquet")
    assert (result.status, result.out) == (2, b"")
    assert "this format is binary and not for a terminal: give -o FILE" in result.err


def test_nothing_to_read_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    result = run("extract")
    assert (result.status, "nothing to read: give a file, a folder, or -" in result.err) == (2, True)


def test_an_input_is_never_overwritten(run: Run, one: Path, many: Path) -> None:
    for path, options in ((one, []), (many, ["--format", "jsonl"]), (many, ["--resume"])):
        before = path.read_bytes()
        result = run("extract", path, "-o", path, *options)
        assert (result.status, path.read_bytes()) == (2, before)
        assert "this file is an input, too: give another" in result.err


def test_an_output_in_the_folder_is_no_input_of_the_next_run(run: Run, one: Path) -> None:
    target = one.parent / "out.json"
    first = run("extract", one.parent, "-o", target), target.read_bytes()
    assert (run("extract", one.parent, "-o", target), target.read_bytes()) == first
    assert (run("extract", f"{one.parent}/*.json", "-o", target).status, target.read_bytes()) == (0, first[1])


# --- batches


def test_jsonl_is_one_line_a_document_in_input_order(run: Run, many: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert run("extract", many, "-o", target).status == 0
    assert target.read_bytes() == many.read_bytes()


def test_several_processes_give_the_same_bytes(run: Run, many: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    results = []
    for jobs in (1, 2):
        target = tmp_path / f"out{jobs}.jsonl"
        result = run("extract", many, tmp_path / "empty.txt", many, "--jobs", jobs, "--keep-going", "-o", target)
        results.append((result.status, result.err, target.read_bytes()))
    assert results[0] == results[1]
    lines = results[0][2].splitlines()
    assert len(lines) == 121
    assert "this document has no text" in json.loads(lines[60])["error"]


def test_a_batch_goes_on_where_it_was_cut(run: Run, many: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    whole = many.read_bytes()
    for cut in (0, 1, 100, len(whole) // 2, len(whole) - 1, len(whole)):
        target.write_bytes(whole[:cut])
        result = run("extract", many, "--format", "jsonl", "-o", target, "--resume")
        assert (result.status, result.err) == (0, "")
        assert target.read_bytes() == whole
    assert not list(tmp_path.glob("*.part"))


def test_failed_documents_are_tried_again(run: Run, many: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    lines = many.read_text().splitlines(keepends=True)
    target.write_text("".join(lines[:10]) + '{"error": "out of luck", "document": "doc-10"}\n' + "".join(lines[11:]))
    assert run("extract", many, "-o", target, "--resume").status == 0
    assert sorted(ids(target)) == sorted(ids(many))


def test_a_file_that_is_not_ours_is_not_touched(run: Run, many: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.jsonl"
    target.write_text("my notes\n")
    result = run("extract", many, "-o", target, "--resume")
    assert (result.status, target.read_text()) == (2, "my notes\n")
    assert "is not the JSONL that 'timeline extract' writes" in result.err


def test_a_whole_file_is_written_or_none(run: Run, one: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    assert run("merge", one, "-o", target).status == 0
    assert [p.name for p in tmp_path.iterdir() if "a.csv" in p.name] == ["a.csv"]


def test_a_line_is_out_before_the_next_document_comes_in() -> None:
    with subprocess.Popen(
        [*COMMAND, "extract", "-", "--format", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(2):
            line = small(number).to_json(indent=None) + "\n"
            process.stdin.write(line.encode())
            process.stdin.flush()
            assert process.stdout.readline().decode() == line
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_a_closed_pipe_is_silent(many: Path, tmp_path: Path) -> None:
    big = tmp_path / "big.jsonl"
    big.write_text("".join(small(n).to_json(indent=None) + "\n" for n in range(1000)))
    with subprocess.Popen(
        [*COMMAND, "extract", str(big), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_whole_lines(jobs: str) -> None:
    with subprocess.Popen(
        [*COMMAND, "extract", "-", "--format", "jsonl", "--jobs", jobs],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs the tests in the background has them, and what they start, ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        for number in range(40):
            process.stdin.write((small(number).to_json(indent=None) + "\n").encode())
        process.stdin.flush()
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b"timeline: interrupted\n"
    assert all(json.loads(line)["documents"] for line in (first + rest).splitlines())


def test_merging_a_timeline_with_itself_changes_nothing(run: Run, one: Path) -> None:
    once, twice = run("merge", one), run("merge", one, one)
    assert (once.status, twice.status) == (0, 0)
    assert [e.id for e in Timeline.from_json(twice.out)] == [e.id for e in Timeline.from_json(once.out)]


# --- explain


def test_explain_gives_words_date_parties_rules_and_links(run: Run, one: Path) -> None:
    text = run("explain", one, "e1").out.decode()
    assert text.splitlines()[0] == "e1  15 April 2021  ARL → BOR: expel (SANCTION)"
    for line in (
        '  trigger     "expelled" [wire-1 20:28]',
        "  date        2021-04-15, stated",
        "  actor       ARL (country, by name)",
        "  why         verb-active 'expelled': subject Arland, object diplomats",
        "  answered by e2 BOR → ARL: expel (SANCTION)  [retaliation]",
    ):
        assert line in text.splitlines()


def test_explain_gives_the_reasons_of_a_link_and_of_its_absence(run: Run, one: Path) -> None:
    linked = run("explain", one, "e1->e2").out.decode().splitlines()
    assert linked[0] == "e1 -> e2  retaliation, stated, confidence 0.90"
    assert "  why         cue-answered 'answered with'" in linked
    assert run("explain", one, "e2 → e1").out.decode().startswith("no link from e2 to e1; there is one the other way")


def test_explain_without_an_id_goes_through_all_events(run: Run, one: Path) -> None:
    text = run("explain", one).out.decode()
    assert [line.split()[0] for line in text.splitlines() if line and not line.startswith(" ")] == [
        "e5", "e1", "e2", "e3", "e4",
    ]  # fmt: skip


# --- progress


def test_progress_is_for_terminals_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress([1, 2, 3], data_on_terminal=False)) == [1, 2, 3]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr("timeline.cli.console.find_spec", lambda name: None)
    assert list(progress([1, 2, 3], data_on_terminal=False)) == [1, 2, 3]
    assert capsys.readouterr().err == "\r1 document\r2 documents\r3 documents\n"
    monkeypatch.undo()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    pytest.importorskip("rich", reason="the extra 'cli' is not installed")
    assert list(progress(range(100), data_on_terminal=False)) == list(range(100))
    assert capsys.readouterr().out == ""
