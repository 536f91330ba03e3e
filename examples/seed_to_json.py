"""The seed article to a timeline in JSON, on stdout or into a file.

python examples/seed_to_json.py [OUTPUT.json]
"""

import sys
from pathlib import Path

import timeline

SEED = Path(__file__).parent.parent / "seeds" / "000_f38912e0e836a246.txt"


def main() -> None:
    """Read the seed as published on 6 May 2021 and write what was found."""
    chronology = timeline.extract(SEED.read_text(encoding="utf-8"), published="2021-05-06")
    text = chronology.to_json() + "\n"
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
