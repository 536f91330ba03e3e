"""The records: frozen, checked, lossless in JSON, ordered in time."""

import json

import jsonschema
import pytest
from pydantic import ValidationError

from timeline.errors import EdtfError, ExportError
from timeline.models import Actor, Document, Event, Link, Mention, Timeline, When

TEXT = "Ruritania expelled ten envoys. Freedonia answered in kind."
DOCUMENT = Document(text=TEXT, published="2021-04-16")


def event(name: str, word: str, actor: str, target: str, edtf: str | None = None, day: str | None = None) -> Event:
    start = TEXT.index(word)
    return Event(
        id=name,
        type="SANCTION",
        plover="SANCTION",
        quad=4,
        intensity=-5.5,
        actors=(Actor(code=actor, name=actor),),
        targets=(Actor(code=target, name=target),),
        when=When(edtf=edtf, earliest=day, latest=day, basis="stated" if edtf else "none"),
        mentions=(Mention(trigger=DOCUMENT.span(start, start + len(word)), quote=DOCUMENT.span(0, len(TEXT))),),
    )


FIRST = event("e1", "expelled", "RUR", "FRE", "2021-04-15", "2021-04-15")
SECOND = event("e2", "answered", "FRE", "RUR")
TIMELINE = Timeline.of([DOCUMENT], [SECOND, FIRST], [Link(cause="e1", effect="e2", kind="retaliation")])


def test_json_is_lossless_and_fits_the_schema() -> None:
    assert Timeline.from_json(TIMELINE.to_json()) == TIMELINE
    jsonschema.validate(json.loads(TIMELINE.to_json()), Timeline.json_schema())


@pytest.mark.parametrize("text", ["", "[]", "{", '{"events": [{"id": 1}]}', '{"schema": 3}'])
def test_what_is_no_timeline_is_refused_with_the_mend(text: str) -> None:
    with pytest.raises(ExportError, match="timeline extract"):
        Timeline.from_json(text)


def test_events_are_ordered_dated_first() -> None:
    assert [e.id for e in TIMELINE] == ["e1", "e2"]
    assert [e.id for e in TIMELINE.undated] == ["e2"]
    yearless = event("e3", "ten", "RUR", "FRE", "XXXX-01-02")
    later = event("e4", "ten", "RUR", "FRE", "2022", None)
    assert next(e.id for e in Timeline.of([DOCUMENT], [SECOND, yearless, FIRST, later], [])) == "e1"


def test_questions_to_a_timeline() -> None:
    assert [e.id for e in TIMELINE.between("2021-04", "2021-05")] == ["e1"]
    assert TIMELINE.between("2022", "2023") == ()
    assert [e.id for e in TIMELINE.involving("FRE")] == ["e1", "e2"]
    assert [e.id for e in TIMELINE.dyad("FRE", "RUR")] == ["e1", "e2"]
    assert TIMELINE.dyad("FRE", "USA") == ()
    assert [link.effect for link in TIMELINE.answers_to("e1")] == ["e2"]
    assert [link.cause for link in TIMELINE.causes_of("e2")] == ["e1"]
    assert TIMELINE.event("e1").quote == TEXT
    with pytest.raises(EdtfError):
        TIMELINE.between("soon", "2022")


def test_a_link_to_nowhere_and_a_repeated_id_are_refused() -> None:
    with pytest.raises(ValidationError, match="not in the timeline"):
        Timeline.of([DOCUMENT], [FIRST], [Link(cause="e1", effect="e9", kind="response")])
    with pytest.raises(ValidationError, match="share an id"):
        Timeline.of([DOCUMENT], [FIRST, FIRST], [])


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError):
        FIRST.type = "ASSAULT"  # type: ignore[misc]


def test_a_document_is_named_by_its_content_unless_it_has_a_name() -> None:
    assert Document(text="a").id == Document(text="a").id != Document(text="b").id
    assert Document(text="a", published="2021-04-16").id != Document(text="a").id
    assert Document(id="mine", text="a").id == "mine"


@pytest.mark.parametrize(
    ("given", "kept"), [("2021-04-16", "2021-04-16"), ("2021-04-16T10:00:00Z", "2021-04-16"), ("", None), (None, None)]
)
def test_publication_days(given: str | None, kept: str | None) -> None:
    document = Document(text="a", published=given)
    assert document.published == kept
    assert document.published_basis == ("given" if kept else "none")


@pytest.mark.parametrize("day", ["2021-02-30", "yesterday", "2021-04"])
def test_a_publication_date_must_be_a_day(day: str) -> None:
    with pytest.raises(ValidationError, match="day"):
        Document(text="a", published=day)
