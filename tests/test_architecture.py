"""Imports only point down the house, and heavy packages stay out of ``import timeline``."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "timeline"
MODULES = sorted(PACKAGE.rglob("*.py"))
BOTTOM = {"errors", "bounds", "evidence", "models", "ordering", "analysis", "families", "plover", "lexicons"}
ROOMS = {"text", "temporal", "actors", "events", "links"}
#: What a module-level import of each floor may reach, besides its own room.
MAY_IMPORT = {
    **dict.fromkeys(BOTTOM, BOTTOM),
    **dict.fromkeys(ROOMS, BOTTOM),
    "pipeline": BOTTOM | ROOMS,
    "exports": BOTTOM,
    "cli": BOTTOM | {"text", "exports"},
    "__main__": {"cli"},
    "__init__": set(),
}
#: Third-party packages and the modules that may import them, inside functions included.
OWNERS = {
    "dateparser": {"temporal"},
    "networkx": {"links/graph.py", "links/measures.py", "exports/graphs.py"},
}


def floor(path: Path) -> str:
    """The room or module of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST, *, module_level: bool) -> list[str]:
    """Dotted names that a file imports; with ``module_level`` those that run when it is imported."""
    names: list[str] = []
    todo = list(ast.iter_child_nodes(tree))
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
        elif module_level and (isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or is_type_checking(node)):
            continue
        todo.extend(ast.iter_child_nodes(node))
    return names


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = floor(path)
    allowed = MAY_IMPORT[own.split("_")[0] if own.startswith("cli") else own] | {own}
    for name in imports(ast.parse(path.read_text(encoding="utf-8")), module_level=True):
        parts = name.split(".")
        if parts[0] == "timeline" and len(parts) > 1:
            target = "cli" if parts[1].startswith("cli") else parts[1]
            assert target in allowed | {"cli"} if own.startswith("cli") else target in allowed, (
                f"{path.name} imports {name}: {own} may only import {sorted(allowed)}"
            )


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_heavy_packages_have_one_owner(path: Path) -> None:
    place = str(path.relative_to(PACKAGE))
    for name in imports(ast.parse(path.read_text(encoding="utf-8")), module_level=False):
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or floor(path) in owners or place in owners or is_annotation_only(path, name), place


def is_annotation_only(path: Path, name: str) -> bool:
    """Whether the package is only named for the type checker."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = [n for node in ast.walk(tree) if is_type_checking(node) for n in imports(node, module_level=False)]
    return guarded.count(name) == imports(tree, module_level=False).count(name)


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import timeline", {"pydantic", "dateparser", "networkx"}),
        ("import timeline; timeline.Document", {"dateparser", "networkx"}),
        ("import timeline; timeline.extract('Moscow expelled 10 US diplomats.')", {"networkx"}),
        ("import timeline.cli", {"pydantic", "dateparser", "networkx"}),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(statement: str, absent: set[str]) -> None:
    code = f"{statement}\nimport sys; print(sorted({absent!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            assert node.end_lineno - node.lineno < 50, f"{path.name}:{node.lineno} {node.name}"
