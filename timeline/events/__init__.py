"""What: triggers, clauses, coding after PLOVER, and one event for many mentions."""
