"""Documents from files: every kind, every encoding, their day of publication, and what cannot be read."""

from __future__ import annotations

import builtins
import importlib
import io
import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests.records import exchange
from timeline.errors import DocumentError, MissingExtraError
from timeline.models import Document, Timeline
from timeline.text.dateline import day_in_head, read_day, year_in
from timeline.text.documents import Reading, read_document, read_documents, scan
from timeline.text.encoding import decode, encoding_of
from timeline.text.sentences import split

NEWS = "The envoy left on Tuesday."


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def errors(*paths: Path | str, reading: Reading | None = None) -> list[str]:
    return [str(item) for item in scan(paths, reading or Reading()) if isinstance(item, Exception)]


# --- kinds of files


def test_a_text_file_is_named_by_its_stem(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "summit.txt", NEWS))
    assert (document.id, document.text, document.published, document.published_basis) == ("summit", NEWS, None, "none")


def test_line_ends_are_those_of_python(tmp_path: Path) -> None:
    assert read_document(write(tmp_path, "a.txt", b"one\r\n\r\ntwo\rthree")).text == "one\n\ntwo\nthree"


def test_front_matter_gives_the_fields_and_leaves_the_text(tmp_path: Path) -> None:
    text = f'---\ntitle: "Talks: day one"\ndate: 2021-05-06\nurl: https://news.example/a\n---\n{NEWS}\n'
    document = read_document(write(tmp_path, "a.md", text))
    assert (document.text, document.title, document.url) == (f"{NEWS}\n", "Talks: day one", "https://news.example/a")
    assert (document.published, document.published_basis) == ("2021-05-06", "metadata")


def test_a_rule_of_dashes_is_no_front_matter(tmp_path: Path) -> None:
    text = f"---\n{NEWS}\nMore news, with no closing rule."
    assert read_document(write(tmp_path, "a.txt", text)).text == text


def test_jsonl_gives_one_document_a_line(tmp_path: Path) -> None:
    lines = [
        {"id": "x", "text": NEWS, "published": "2021-05-06", "title": "T", "url": "https://news.example"},
        {"body": NEWS, "date": "20210507"},
        {"text": NEWS, "published": None},
    ]
    path = write(tmp_path, "wire.jsonl", "\n".join(map(json.dumps, lines)) + "\n\n")
    found = list(read_documents([path]))
    assert [d.id for d in found] == ["x", "wire-2", "wire-3"]
    assert [d.published for d in found] == ["2021-05-06", "2021-05-07", None]
    assert found[0].title == "T"


def test_a_bad_line_costs_itself_alone(tmp_path: Path) -> None:
    path = write(
        tmp_path, "w.jsonl", f'{{"text": "{NEWS}"}}\n{{"text": \n[1, 2]\n{{"txt": "x"}}\n{{"text": "{NEWS}"}}\n'
    )
    items = list(scan([path], Reading()))
    assert [type(item).__name__ for item in items] == ["Document", *["DocumentError"] * 3, "Document"]
    assert f"{path}:2: this line is not JSON" in str(items[1])
    assert f"{path}:3: this is no JSON object" in str(items[2])
    assert f"{path}:4: no text under 'text': this record has txt; name the right one with --field text=NAME" in str(
        items[3]
    )


def test_fields_can_be_named_and_lie_inside_others(tmp_path: Path) -> None:
    record = {"article": {"main": NEWS}, "meta": {"day": "6 May 2021"}, "text": "not this"}
    reading = Reading(fields={"text": "article.main", "published": "meta.day"})
    (document,) = read_documents([write(tmp_path, "a.json", json.dumps(record))], reading)
    assert (document.id, document.text, document.published) == ("a", NEWS, "2021-05-06")


@pytest.mark.parametrize("parting", [",", ";", "\t", "|"])
def test_csv_cells_hold_line_breaks_and_quotes(tmp_path: Path, parting: str) -> None:
    row = ["7", '"One ""said"",\n\ntwo; three"', "2021-05-06"]
    path = write(
        tmp_path,
        "t.csv",
        parting.join(["id", "Text", "date"]).replace("Text", "text") + "\n" + parting.join(row) + "\n",
    )
    (document,) = read_documents([path])
    assert (document.id, document.text, document.published) == ("7", 'One "said",\n\ntwo; three', "2021-05-06")


def test_long_csv_cells_are_read(tmp_path: Path) -> None:
    text = "word " * 100_000
    assert read_document(write(tmp_path, "t.csv", f'text\n"{text}"\n')).text == text


def test_a_json_list_is_many_documents(tmp_path: Path) -> None:
    path = write(tmp_path, "l.json", json.dumps([{"text": "one"}, 5, {"text": "two"}]))
    assert [d.id for d in scan([path], Reading()) if isinstance(d, Document)] == ["l-1", "l-3"]
    assert errors(path) == [f'{path}[1]: this is no JSON object: write {{"text": "..."}}']


def test_timelines_already_extracted_are_taken_as_they_are(tmp_path: Path) -> None:
    one = write(tmp_path, "t.json", exchange().to_json())
    many = write(tmp_path, "t.jsonl", exchange().to_json(indent=None) + "\n" + '{"text": "a"}\n')
    items = list(scan([one, many], Reading()))
    assert [type(item) for item in items] == [Timeline, Timeline, Document]
    assert items[0] == items[1] == exchange()


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.jsonl", ".git/x.txt", "a/.hidden.txt", "c.png"):
        write(tmp_path, name, '{"text": "a"}')
    assert [d.id for d in read_documents([tmp_path])] == ["y-1", "z", "b"]


def test_globs_that_no_shell_has_opened(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        write(tmp_path, name, NEWS)
    assert [d.id for d in read_documents([f"{tmp_path}/*.txt"])] == ["a", "b"]
    assert errors(f"{tmp_path}/*.pdf") == [f"{tmp_path}/*.pdf: no file fits this pattern"]


def test_ids_are_unique_and_the_same_each_time(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{folder}/a.txt", NEWS) for folder in ("x", "y", "z")]
    paths.append(write(tmp_path, "w.jsonl", '{"id": "a-2", "text": "q"}\n{"id": 5, "text": "q"}\n'))
    assert [d.id for d in read_documents(paths)] == ["a", "a-2", "a-3", "a-2-2", "5"]


@pytest.mark.parametrize(
    ("data", "kind", "ids"),
    [
        (NEWS, Document, None),
        ('{"text": "one"}\n{"text": "two"}\n', Document, ["stdin-1", "stdin-2"]),
        ('[{"text": "one"},\n{"text": "two"}]', Document, ["stdin-1", "stdin-2"]),
        ('{\n "text": "one"}', Document, ["stdin"]),
        (exchange().to_json(), Timeline, None),
        ("[Reuters] The envoy left.", Document, None),
        ("{sic} The envoy left.", Document, None),
    ],
    ids=["text", "jsonl", "json list", "json", "timeline", "bracket", "brace"],
)  # fmt: skip
def test_standard_input_shows_what_it_is(data: str, kind: type, ids: list[str] | None) -> None:
    items = list(scan(["-"], Reading(), io.BytesIO(data.encode())))
    assert {type(item) for item in items} == {kind}
    assert ids is None or [item.id for item in items if isinstance(item, Document)] == ids


def test_a_large_stream_is_read_as_it_is_asked_for() -> None:
    class Endless(io.RawIOBase):
        served = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            line = b'{"text": "' + b"x" * 100 + b'"}\n'
            data = (line * (len(buffer) // len(line) + 1))[: len(buffer) // len(line) * len(line)]
            buffer[: len(data)] = data
            self.served += len(data)
            return len(data)

    stream = Endless()
    items = scan(["-"], Reading(), stream)  # type: ignore[arg-type]
    assert next(items) is not None
    assert stream.served < 2_000_000


# --- what cannot be read


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "this document has no text: give a file that has some"),
        ("blank.txt", b" \n\t\n", "this document has no text"),
        ("a.txt", b"%PDF-1.7 ...", "this is a PDF file: run  pdftotext FILE -"),
        ("a.txt", b"\x1f\x8b\x08\x00", "this is gzip-compressed"),
        ("a.txt", b"PK\x03\x04\x14\x00", "a zip archive or an office document"),
        ("a.txt", b"\x00\x01\x02\x03 binary \x00\xff\xfe" * 9, "this is a binary file, not text"),
        ("a.csv", b"", "this file is empty: the first row must name the columns"),
        ("a.json", b"{", "this is not JSON"),
        ("a.json", b'{"text": "a", "published": "05/06/2021"}', "the publication date '05/06/2021' is not a whole day"),
        ("a.json", b'{"text": "a", "published": "2021-02-30"}', "is no day of the calendar"),
        ("a.json", b'{"schema_version": "1.0", "events": [{}]}', "this is not a timeline of schema"),
        ("a.jsonl", b'{"error": "too long", "document": "d1"}\n', "this document failed before: too long"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_mend(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = write(tmp_path, name, data)
    (error,) = errors(path)
    assert error.startswith(str(path))
    assert message in error
    assert "\n" not in error


def test_missing_files_and_empty_folders(tmp_path: Path) -> None:
    assert errors(tmp_path / "no.txt") == [f"{tmp_path / 'no.txt'}: cannot read this file: No such file or directory"]
    assert "no text, HTML, JSONL or CSV file in this folder" in errors(tmp_path)[0]


def test_addresses_are_not_fetched() -> None:
    (error,) = errors("https://news.example/a.html")
    assert error == "https://news.example/a.html: nothing is fetched from the network: save the page and give its file"


def test_the_library_raises_at_the_first_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot read this file"):
        list(read_documents([tmp_path / "no.txt"]))
    with pytest.raises(DocumentError, match="holds 2 documents"):
        read_document(write(tmp_path, "a.jsonl", '{"text": "a"}\n{"text": "b"}\n'))


# --- encodings

WESTERN = "Peru’s president, Martín Vizcarra, said “no” – the café talks in São Paulo are over. "
RUSSIAN = "Президент заявил во вторник, что переговоры не состоятся. "


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "utf-8"),
        (WESTERN, "utf-8-sig"),
        (WESTERN, "utf-16"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"),
        (WESTERN, "utf-32"),
        (WESTERN, "cp1252"),
        (WESTERN * 40, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        ("日本の首相は火曜日に会談を行うと述べた。", "shift_jis"),
        ("中国外交部发言人周二表示，会谈将继续。", "gb18030"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("suffix", ["txt", "jsonl"])
def test_common_encodings_are_read(tmp_path: Path, text: str, encoding: str, suffix: str) -> None:
    pytest.importorskip("charset_normalizer", reason="the extra 'encodings' is not installed")
    content = text if suffix == "txt" else json.dumps({"text": text}, ensure_ascii=False) + "\n"
    assert read_document(write(tmp_path, f"a.{suffix}", content.encode(encoding))).text == text


def test_an_encoding_can_be_given(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Łódź".encode("cp1250"))
    assert [d.text for d in read_documents([path], Reading(encoding="cp1250"))] == ["Łódź"]
    assert "this is not ascii text" in errors(path, reading=Reading(encoding="ascii"))[0]
    assert "there is no encoding 'cp12500'" in errors(path, reading=Reading(encoding="cp12500"))[0]


def test_a_pipe_may_end_a_piece_inside_a_character() -> None:
    class Pieces(io.RawIOBase):
        def __init__(self) -> None:
            self.pieces = [b'{"text": "caf\xc3', b'\xa9"}\n']

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            piece = self.pieces.pop(0) if self.pieces else b""
            buffer[: len(piece)] = piece
            return len(piece)

    reading = Reading(kind="jsonl")
    assert [d.text for d in scan(["-"], reading, Pieces()) if isinstance(d, Document)] == ["café"]  # type: ignore[arg-type]


def test_a_line_in_another_encoding_costs_itself_alone(tmp_path: Path) -> None:
    good = json.dumps({"text": NEWS}) + "\n"
    path = write(tmp_path, "a.jsonl", (good * 8000).encode() + b'{"text": "caf\xe9"}\n' + good.encode())
    items = list(scan([path], Reading()))
    assert [str(item) for item in items if isinstance(item, Exception)] == [
        f"{path}:8001: this line is not utf-8 text: give its --encoding"
    ]
    assert len(items) == 8002


def test_a_page_names_its_own_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź źródła</body></html>'.encode("iso-8859-2")
    assert encoding_of(page, "x") == "iso-8859-2"


@given(st.text())
def test_utf8_comes_back_but_for_line_ends_and_surrogates(text: str) -> None:
    data = text.encode("utf-8", "replace")
    if b"\0" not in data and not data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf", b"PAR1")):
        sound = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        assert decode(data, "x") == sound


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_clear_error(data: bytes) -> None:
    pytest.importorskip("charset_normalizer", reason="the extra 'encodings' is not installed")
    try:
        decode(data, "name.txt").encode("utf-8")
    except DocumentError as problem:
        message = str(problem)
    else:
        message = "name.txt: read"
    assert message.startswith("name.txt: ")


def test_lone_surrogates_of_json_become_replacement_characters(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "a.json", '{"text": "a \\ud800 b", "title": "\\udfff"}'))
    assert (document.text, document.title) == ("a \ufffd b", "\ufffd")


# --- the day of publication


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-05-06", "2021-05-06"),
        ("2021-05-06T23:59:59.123+14:00", "2021-05-06"),
        ("2021-05-06 10:00", "2021-05-06"),
        ("20210506", "2021-05-06"),
        (20210506, "2021-05-06"),
        ("20210506T101500Z", "2021-05-06"),
        ("2021/5/6", "2021-05-06"),
        ("Thu, 06 May 2021 10:00:00 GMT", "2021-05-06"),
        ("May 6, 2021", "2021-05-06"),
        ("6th May 2021, 3 p.m.", "2021-05-06"),
        ("Sept. 3, 1988", "1988-09-03"),
        (1620259200, "2021-05-06"),
        (1620345599999, "2021-05-06"),
    ],
)
def test_days_as_metadata_write_them(value: object, day: str) -> None:
    assert read_day(value) == day


@pytest.mark.parametrize(
    "value", ["05/06/2021", "6.5.2021", "2021", "2021-05", "May 6", "yesterday", "2021-13-01", "", 7]
)
def test_what_is_no_day_is_refused(value: object) -> None:
    with pytest.raises(DocumentError, match="write it as YYYY-MM-DD"):
        read_day(value)


@pytest.mark.parametrize(
    ("head", "day", "day_in_1999"),
    [
        ("WASHINGTON, May 4 (Reuters) — The envoy left.", None, "1999-05-04"),
        ("WASHINGTON, May 4, 2021 (Reuters) — The envoy left.", "2021-05-04", "2021-05-04"),
        ("Rio de Janeiro, 4 May 2021 (Wire) - The envoy left.", "2021-05-04", "2021-05-04"),
        ("PORT-AU-PRINCE, Haiti, Jan. 3, 2020 /Wire/ -- The envoy left.", "2020-01-03", "2020-01-03"),
        ("(Wire) KYIV, Feb 29 -- The envoy left.", None, None),
        ("(Wire) KYIV, Feb 29, 2020 -- The envoy left.", "2020-02-29", "2020-02-29"),
        ("Envoy leaves\n\nThursday, February 18, 2010\n\nThe envoy left.", "2010-02-18", "2010-02-18"),
        ("Envoy leaves\nPublished: 6 May 2021, 10:30 GMT\nThe envoy left.", "2021-05-06", "2021-05-06"),
        ("Envoy leaves\nUpdated May 7, 2021\nPosted on May 6, 2021\nHe left.", "2021-05-06", "2021-05-06"),
        ("Envoy leaves\n2021-05-06\nThe envoy left.", "2021-05-06", "2021-05-06"),
        ("May 4, 2021\nThe envoy came.\n\nMay 5, 2021\nThe envoy left.", None, None),
        ("In London, May 4, 2021 was a quiet day.", None, None),
        ("The deal of May 4, 2021 - a long one - held.", None, None),
        ("The envoy left on May 4, 2021.", None, None),
        # lines of furniture, if nothing else tells the day
        ("Updated May 7, 2021\nThe envoy left.", "2021-05-07", "2021-05-07"),
        ("Page last updated at 09:36 GMT, Tuesday, 4 May 2021\nHe left.", "2021-05-04", "2021-05-04"),
        ("Wire News | 2021-05-04 03:11:30 | Editor: smith\nHe left.", "2021-05-04", "2021-05-04"),
        ("By Ann Smith, The Star, May 4, 2021\nHe left.", "2021-05-04", "2021-05-04"),
        ("World News 4 May 2021 05:20 (UTC +04:00)\nHe left.", "2021-05-04", "2021-05-04"),
        ("DATE:\n24/05/2021\nHe left.", "2021-05-24", "2021-05-24"),
        ("04/05/2021 16:52\nHe left.", None, None),
        ("(4 May 2021) Natural Sound\nHe left.", "2021-05-04", "2021-05-04"),
        ("Oslo (Wire) May 4, 2021 The envoy left.", "2021-05-04", "2021-05-04"),
        ("May 4, 2021 (Wire) - The envoy left.", "2021-05-04", "2021-05-04"),
        ("The envoy left.\n\nHe came home.\n(Wire News Agency, May 4, 2021)", "2021-05-04", "2021-05-04"),
        ("Envoys who met on May 4, 2021\nThe envoy left.", None, None),
        ("Sylvania And Freedonia Sign A Treaty Of May 4, 2021\nThe envoy left.", None, None),
        ("WASHINGTON, May 44, 2021 (Reuters) — The envoy left.", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_the_head_of_a_text(head: str, day: str | None, day_in_1999: str | None) -> None:
    assert day_in_head(head) == day
    assert day_in_head(head, 1999) == day_in_1999


def test_years_of_partial_dates_and_addresses() -> None:
    assert [year_in(v) for v in ("2021", "2021-05", "https://a.example/2021/05/04/x.html")] == [2021] * 3
    assert [year_in(v) for v in ("May", "https://a.example/articles/202105", "https://a.example/x?id=2021")] == [
        None
    ] * 3


DATELINE = "OSLO, May 4 (Wire) - The envoy left."


@pytest.mark.parametrize(
    ("record", "given", "expected"),
    [
        ({"text": DATELINE}, None, (None, "none")),
        ({"text": DATELINE, "published": "2021"}, None, ("2021-05-04", "dateline")),
        ({"text": DATELINE, "published": "2021-05"}, None, ("2021-05-04", "dateline")),
        ({"text": DATELINE, "url": "https://a.example/2020/05/05/x"}, None, ("2020-05-04", "dateline")),
        ({"text": DATELINE, "published": "2021-05-06"}, None, ("2021-05-06", "metadata")),
        ({"text": DATELINE, "published": "2021-05-06"}, "2019-01-01", ("2021-05-06", "metadata")),
        ({"text": DATELINE}, "2019-01-01", ("2019-01-01", "given")),
        ({"text": NEWS, "published": "2021-05"}, None, (None, "none")),
        ({"text": NEWS, "published": ""}, None, (None, "none")),
    ],
)  # fmt: skip
def test_which_day_counts(
    tmp_path: Path, record: dict[str, str], given: str | None, expected: tuple[str | None, str]
) -> None:
    path = write(tmp_path, "a.json", json.dumps(record))
    (document,) = read_documents([path], Reading(published=given))
    assert (document.published, document.published_basis) == expected


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("OSLO (Wire) _ The envoy left.", "OSLO (Wire) _ "),
        ("(WIRE) - The envoy left.", "(WIRE) - "),
        ("PORT LOUIS, Nov. 3 -- The envoy left.", "PORT LOUIS, Nov. 3 -- "),
        ("OSLO, May 4, 2021 (Wire) — The envoy left.", "OSLO, May 4, 2021 (Wire) — "),
        ("OSLO, May 4: The envoy left.", "OSLO, May 4: "),
        ("OSLO, Norway: The envoy left.", "OSLO, Norway: "),
        ("OSLO, May 4. /WIRE/. The envoy left.", "OSLO, May 4. /WIRE/. "),
        ("Oslo (Wire) May 4, 2021 The envoy left.", "Oslo (Wire) May 4, 2021 "),
        ("NORDA: The envoy left.", ""),
        ("date 2021-05-04 The envoy left.", "date 2021-05-04 "),
        ("04/05/2021 17:20 The envoy left.", "04/05/2021 17:20 "),
        ("2021-05-04 The envoy left.", ""),
        ("The envoy (53) - he left - is gone.", ""),
        ("May 4 - The envoy left.", ""),
        ("The envoy - of Norway - left.", ""),
        ("Oslo said on May 4 (a Tuesday) - no.", ""),
    ],
)
def test_a_dateline_is_no_part_of_what_is_told(paragraph: str, dateline: str) -> None:
    sentences = split(paragraph)
    assert [s.text for s in sentences if s.kind == "boilerplate"] == ([dateline] if dateline else [])
    assert "".join(s.text for s in sentences) == paragraph


@pytest.mark.parametrize(
    "line",
    ["May 6, 2021", "Thursday, 6 May 2021", "Published: May 6, 2021, 10:30", "2021-05-06", "6 May 2021|By Ann Smith"],
)
def test_the_line_that_says_when_a_text_was_published_dates_no_event(line: str) -> None:
    text = f"Envoys sent home\n\n{line}\n\nRussia recalled its ambassador in April.\n\nTurkey protested."
    assert [s.text for s in split(text) if s.kind == "boilerplate"] == [line]
    dates = {e.date for e in timeline.extract(text, published=day_in_head(text))}
    assert "2021-05-06" not in dates
    assert "2021-04" in dates


def test_the_lines_of_a_chronology_date_their_events() -> None:
    text = (
        "May 4, 2021\n\nRussia expelled 10 Turkish diplomats.\n\nMay 5, 2021\n\nTurkey expelled 10 Russian diplomats."
    )
    assert [e.date for e in timeline.extract(text)] == ["2021-05-04", "2021-05-05"]


@given(st.text(alphabet="May 4,2021-ABc(). \n/", max_size=400))
def test_no_head_breaks_the_reader(text: str) -> None:
    day = day_in_head(text)
    assert day is None or read_day(day) == day


def test_a_long_head_takes_no_time() -> None:
    start = process_time()
    for text in ("A " * 200_000, "May 4, 2021 " * 50_000, "WASHINGTON, " * 50_000, ("May 4\n" * 50_000), "(" * 100_000):
        day_in_head(text, 2021)
    assert process_time() - start < 5, "seconds for five heads"


# --- HTML

PAGE = """<!doctype html><html><head><title>Ministers meet - Example News</title>
<meta property="article:published_time" content="2021-05-06T10:00:00Z">
<link rel="canonical" href="https://news.example/2021/05/a"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Ministers meet</h1><p>On April 15, Arland expelled 10 envoys &amp; froze assets, officials said.</p>
<p>Borduria answered with a decision to expel 10 envoys of its own, the ministry said on Tuesday.</p></article>
<aside>Advertisement Buy now!</aside><footer>Share | Imprint</footer></body></html>"""


def test_a_page_gives_text_title_day_and_address(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra 'html' is not installed")
    document = read_document(write(tmp_path, "page.html", PAGE))
    assert (document.id, document.title, document.url) == ("page", "Ministers meet", "https://news.example/2021/05/a")
    assert (document.published, document.published_basis) == ("2021-05-06", "metadata")
    assert "Arland expelled 10 envoys & froze assets, officials said.\n\nBorduria answered" in document.text
    assert not {"Advertisement", "Imprint", "Home"} & set(document.text.split())


def test_lists_and_tables_of_a_short_page_keep_their_lines(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra 'html' is not installed")
    lists = "<ul><li>April 20: The port closed.</li></ul><table><tr><td>May 1</td><td>It reopened.</td></tr></table>"
    page = PAGE.replace("</article>", f"{lists}</article>")
    lines = read_document(write(tmp_path, "page.html", page)).text.split("\n\n")
    assert lines[-2:] == ["- April 20: The port closed.", "May 1 | It reopened."]


def test_a_page_without_text_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra 'html' is not installed")
    path = write(tmp_path, "page.html", "<html><body><script>alert('Home')</script></body></html>")
    assert "no article text was found in this page" in errors(path)[0]


@pytest.mark.parametrize(
    ("name", "data", "package", "extra"),
    [
        ("a.html", PAGE.encode(), "trafilatura", "html"),
        ("a.txt", RUSSIAN.encode("cp1251"), "charset_normalizer", "encodings"),
    ],
)  # fmt: skip
def test_without_its_extra_a_file_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, package: str, extra: str
) -> None:
    real = builtins.__import__

    def without(wanted: str, *rest: Any) -> Any:
        if wanted.partition(".")[0] == package:
            raise ModuleNotFoundError(f"No module named {wanted!r}", name=wanted)
        return real(wanted, *rest)

    importlib.import_module("timeline.text.html")
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=rf"a\.\w+.*pip install '\.\[{extra}\]'"):
        read_document(write(tmp_path, name, data))
