"""Links between acts: cues in the words, parties and order, and the retaliation graph with its measures."""
