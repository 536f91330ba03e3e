"""What the README shows is what the library does: its table, its graph, its Python lines, its commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import timeline
from timeline.exports import write

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def between(text: str, mark: str) -> str:
    """The part of a text between ``<!-- mark -->`` and ``<!-- /mark -->``."""
    match = re.search(rf"<!-- {mark} -->\n(.*?)<!-- /{mark} -->", text, re.DOTALL)
    assert match is not None, f"the README lost its part <!-- {mark} -->"
    return match[1]


@pytest.fixture(scope="module")
def seed() -> timeline.Timeline:
    (path,) = (ROOT / "seeds").glob("*.txt")
    document = timeline.Document(id=path.stem, text=path.read_text(encoding="utf-8"), published="2021-05-06")
    return timeline.extract(document)


@pytest.mark.parametrize(
    ("mark", "format", "shape", "fence"),
    [("seed table", "markdown", "timeline", "{}\n"), ("seed graph", "mermaid", "graph", "```mermaid\n{}\n```\n")],
)
def test_the_readme_shows_the_seed(
    seed: timeline.Timeline, mark: str, format: str, shape: str, fence: str, update_golden: bool
) -> None:
    """Run ``pytest --update-golden`` after a change that is meant."""
    found = fence.format(str(write(seed, format, shape)).strip())  # type: ignore[arg-type]
    text = README.read_text(encoding="utf-8")
    if update_golden:
        text = (
            text.replace(between(text, mark), found)
            if between(text, mark)
            else text.replace(f"<!-- {mark} -->\n", f"<!-- {mark} -->\n{found}")
        )
        README.write_text(text, encoding="utf-8")
    assert between(text, mark) == found


def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "2021-04-15 ('USA',) SANCTION expel ('RUS',)" in printed
    assert "retaliation responded with" in printed


def test_every_file_the_readme_names_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    named = re.findall(r"(?:examples|seeds|timeline|benchmarks)/[\w./*-]+\.(?:py|tsv|txt|png|jsonl)", text)
    assert named
    assert [name for name in named if not list(ROOT.glob(name))] == []
