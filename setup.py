"""Builds the package; with TIMELINE_COMPILE=1 in the environment its inner rooms are compiled to C by mypyc.

The sources are plain Python and stay so: a build without the variable has no compiled part and needs no compiler.
Records (pydantic), the command line and the exports are never compiled: nothing is won there.
"""

from __future__ import annotations

import os
from pathlib import Path

from setuptools import setup

_ROOMS = ("text", "temporal", "actors", "events", "links")
#: Readers of files, which import the extras as they need them.
_READERS = ("__init__.py", "documents.py", "encoding.py", "html.py")
_MODULES = ("analysis", "bounds", "families", "ordering", "plover", "lexicons/loader", "lexicons/matching")


def _sources() -> list[str]:
    """The modules that are worth compiling."""
    rooms = [path for room in _ROOMS for path in sorted(Path("timeline", room).glob("*.py"))]
    return [*(str(p) for p in rooms if p.name not in _READERS), *(f"timeline/{name}.py" for name in _MODULES)]


if os.environ.get("TIMELINE_COMPILE") == "1":
    try:
        from mypyc.build import mypycify
    except ImportError as problem:
        raise SystemExit(
            "TIMELINE_COMPILE=1 needs mypyc and the package's own requirements where it builds:"
            " pip install '.[dev]' 'setuptools>=71', then build with --no-build-isolation"
        ) from problem
    setup(ext_modules=mypycify(_sources(), opt_level="1", multi_file=True))
else:
    setup()
