"""Links between acts: cues in the words, parties and order, and the retaliation graph with its measures."""

#: The rule under which a link names a cause that lost.
RIVAL = "link.rival"
