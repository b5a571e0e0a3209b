"""Scripts that were written elsewhere: a reader → neutral blocks → our script, and a report of what became of what."""
