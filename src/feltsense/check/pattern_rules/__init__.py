"""Rules that are only patterns: one record each, by theme. A module here with `RULES` is found by itself."""
