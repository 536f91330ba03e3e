"""Why: which act answers which, and the graph of it."""
