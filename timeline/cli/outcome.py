"""What came of a run: what is said on standard error, and the exit status."""

from __future__ import annotations

import sys

from timeline.cli.batch import Done
from timeline.cli.console import counted, say

__all__ = ["Outcome"]


class Outcome:
    """What came of the inputs, and the exit status that follows."""

    def __init__(self) -> None:
        self.documents = self.events = self.failed = self.dateless = self.not_done = self.unsure = 0
        self.first_dateless = ""

    def take(self, done: Done) -> None:
        """Count one document; name it at once if it failed."""
        if done.error is not None:
            self.failed += 1
            say(f"{done.name}: {done.error}" if done.name and done.name not in done.error else done.error)
            return
        self.documents += 1
        self.events += done.events
        self.not_done += done.not_done
        self.unsure += done.unsure
        if done.undated:
            self.first_dateless = self.first_dateless or done.name
            self.dateless += 1

    def close(self) -> int:
        """Say what the user should know, once; the exit status."""
        if self.dateless:
            others = f" and {self.dateless - 1} more" if self.dateless > 1 else ""
            say(
                f"no publication date for {self.first_dateless}{others}: dates such as 'Tuesday' or 'last month' "
                "stay open; give --published YYYY-MM-DD"
            )
        if self.not_done:
            say(f"{counted(self.not_done, 'denied or hypothetical event')} left out: give --all to keep them")
        if self.unsure:
            say(f"{counted(self.unsure, 'event')} below --min-confidence left out")
        if sys.stderr.isatty():
            say(f"{counted(self.documents, 'document')}, {counted(self.events, 'event')}")
        if self.failed:
            say(f"{counted(self.failed, 'input')} failed")
        return 1 if self.failed else 0
