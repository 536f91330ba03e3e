"""When: temporal expressions, their normalisation, and which time an event gets."""
