"""The help texts hold what the commands take, and the README says what the help says."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from timeline.cli.parser import build_parser
from timeline.exports import formats

README = Path(__file__).parent.parent / "README.md"


def commands() -> dict[str, argparse.ArgumentParser]:
    """The parsers of all commands."""
    (choices,) = [a.choices for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(choices)


def options(parser: argparse.ArgumentParser) -> set[str]:
    """The long options of a command."""
    return {o for action in parser._actions for o in action.option_strings if o.startswith("--")} - {"--help"}


def examples(text: str) -> list[str]:
    """The lines of a text that call the command, without what follows a wide gap, a pipe or a redirection."""
    lines = re.findall(r"^(?:\$ |  )?(?:cat \S+ \| )?(timeline .+)$", text, re.MULTILINE)
    return [re.split(r"\s{3,}|\s[|>#]\s", line)[0] for line in lines]


def parses(line: str) -> bool:
    """Whether the parser takes a command line."""
    try:
        build_parser().parse_args(shlex.split(line)[1:])
    except SystemExit as end:
        return end.code == 0
    return True


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_example_of_a_help_text_is_a_command_that_parses(name: str) -> None:
    found = examples(commands()[name].format_help())
    assert found or name == "schema"
    assert [line for line in found if not parses(line)] == []


def test_the_help_lists_every_format() -> None:
    for command, shape in (("extract", "timeline"), ("merge", "timeline"), ("graph", "graph")):
        text = commands()[command].format_help()
        assert [n for n in formats(shape) if not re.search(rf"^  {n} +\w", text, re.MULTILINE)] == []  # type: ignore[arg-type]


def test_the_main_help_has_examples_and_exit_status() -> None:
    text = build_parser().format_help()
    assert [line for line in examples(text) if not parses(line)] == []
    assert "Exit status: 0 done, 1 some inputs failed" in text


def readme_section() -> str:
    """The part of the README on the command line."""
    text = README.read_text(encoding="utf-8") if README.exists() else ""
    found = re.search(r"<!-- cli -->(.*)<!-- /cli -->", text, re.DOTALL)
    if found is None:
        pytest.skip("the README has no section between <!-- cli --> and <!-- /cli -->")
    return found[1]


def test_the_readme_names_every_command_option_and_format_and_no_other() -> None:
    section = readme_section()
    known = {option for parser in commands().values() for option in options(parser)}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", section))
    assert named - {"--help", "--version"} == known
    assert [name for name in commands() if f"timeline {name}" not in section] == []
    forms = {*formats("timeline"), *formats("graph")}
    assert [form for form in sorted(forms) if f"`{form}`" not in section] == []


def test_every_command_line_of_the_readme_parses() -> None:
    found = examples(readme_section())
    assert found
    assert [line for line in found if not parses(line)] == []
