"""Who: names to codes, noun phrases, and what pronouns stand for."""
