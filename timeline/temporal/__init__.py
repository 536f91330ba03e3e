"""When: temporal expressions of English prose, their TIMEX3 values and their dates.

Words to times in five steps, a file or a few each:

1. ``expressions`` finds places worth a look and the run of time words around each (``vocabulary``, ``numbers``);
2. ``grammar`` reads the run with small rules that carry their own examples (``rules_*``, ``joins``);
3. ``filters`` drops false friends, ``chronicle`` gives the heads of chronologies their years;
4. ``normalization`` reckons readings to moments of the calendar (``dates``, ``relative``, ``calendar``) from the
   document's day or from what was told last (``anchoring``), the way the clause looks (``tense``);
5. ``records`` makes of it what users get; ``dating`` tells which expression or day an event has.

All words stand in ``lexicons/temporal.tsv``.  TIMEX3 is that of TimeML 1.2.1, dates are EDTF (ISO 8601-2:2019).
References without a date ("now", "recently") are left out unless asked for; lunar feasts, and times told only by
another event ("six days after the raid": a duration), are not reckoned to a date.

>>> from timeline.temporal import tag
>>> [t.when.edtf for t in tag("It began in late May 1998.")]
['1998-05']
"""

from timeline.temporal.tagging import DateOrder, Style, tag

__all__ = ["DateOrder", "Style", "tag"]
