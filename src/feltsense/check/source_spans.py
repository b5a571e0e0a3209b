"""Where something that is heard stands in the source: between markup, line ends and cues."""

import re
from collections.abc import Sequence

from feltsense.check.sentence import Hit, Sentence
from feltsense.script.diagnostics import Span

_LOOSE = r"[\s*_~`\\]+"
_MOST_LINES = 30
"""A phrase's lines that are searched."""


def place_of(where: Hit | Sentence, lines: Sequence[str]) -> Span:
    """Return the place of a hit, or of a sentence's first words, in the source's `lines`."""
    if isinstance(where, Sentence):
        return where.span
    offset, words, span = _piece(where)
    begin = max(0, where.start - offset)
    found = words[begin : max(begin + 1, where.end - offset)].strip(" ,;:…")
    return _searched(found, words[:begin], span, lines) or span


def _piece(hit: Hit) -> tuple[int, str, Span]:
    return next(piece for piece in reversed(hit.sentence.pieces) if piece[0] <= hit.start or piece[0] == 0)


def _searched(found: str, before: str, span: Span, lines: Sequence[str]) -> Span | None:
    """Return where `found` stands in the source behind `before`, on the line where it begins."""
    pattern = re.compile(_LOOSE.join(re.escape(word) for word in found.split()) or r"(?!)")
    skipped = len(pattern.findall(before))
    source = "\n".join([lines[span.line - 1][span.column - 1 :], *lines[span.line : span.line + _MOST_LINES]])
    matches = list(pattern.finditer(source))
    if len(matches) <= skipped:
        return None
    start, end = matches[skipped].span()
    down, last = source.count("\n", 0, start), source.rfind("\n", 0, start) + 1
    stop = source.find("\n", start, end)
    column = start - last + (span.column if down == 0 else 1)
    return Span(span.line + down, column, column + (end if stop < 0 else stop) - start)
