"""When: temporal expressions of English prose, their TIMEX3 values and their dates.

>>> from timeline.temporal import tag
>>> [t.when.edtf for t in tag("It began in late May 1998.")]
['1998-05']
"""

from timeline.temporal.tagging import tag

__all__ = ["tag"]
