"""Out: timelines as files that other programs read."""
