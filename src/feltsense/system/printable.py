"""Text as it may be shown in a terminal: whatever comes from a file, a name or an answer goes through here."""

import re
from functools import cache

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
"""C0 without tab and newline, delete, and C1: they move the cursor, colour, ring, or change the window's title."""
_BIDI = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates: they make text look as if it stood in another order."""
_SURROGATES = "\ud800-\udfff"
"""Halves of characters, for instance from a file name that is no UTF-8; no terminal can show them."""

_BREAKS = "\t\n\u2028\u2029"


def printable(text: str) -> str:
    r"""Return `text` with control characters, bidirectional overrides and lone surrogates as `\u001b`; lines stay.

    The escapes are JSON's own, so a JSON document stays valid and says the same.
    """
    return _pattern("").sub(_escaped, text)


def printable_line(text: str) -> str:
    """Return `text` as `printable` does, on one line: line breaks and tabs are shown as escapes, too."""
    return _pattern(_BREAKS).sub(_escaped, text)


def shortened(text: str, length: int) -> str:
    """Return `text` in at most `length` characters; an ellipsis ends one that is longer."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


@cache
def _pattern(more: str) -> re.Pattern[str]:
    """Return what finds characters that are escaped, and `more`; compiled when it is needed, as help does without."""
    return re.compile(f"[{_CONTROLS}{_BIDI}{_SURROGATES}{more}]")


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
