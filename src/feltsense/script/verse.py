"""Verse: short lines that each end a phrase, although only a line break says so."""

_SHORT = 48
"""Characters; ordinary prose is wrapped later than this."""

_FEWEST = 3
_LINE_SIGNS = (",", ";", ":", ".", "!", "?", "…", "—", "–")


def is_verse(text: str, start: int, end: int) -> bool:
    """Tell whether the paragraph text[start:end] is verse: at least three short lines that all end with a sign."""
    lines = text[start:end].split("\n")
    return len(lines) >= _FEWEST and all(_is_verse_line(line.rstrip()) for line in lines)


def _is_verse_line(line: str) -> bool:
    return 0 < len(line) <= _SHORT and line.endswith(_LINE_SIGNS)
