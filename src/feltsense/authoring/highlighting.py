"""Syntax highlighting: what the stretches of a script's lines are. Quick, as it runs at every key press."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from feltsense.script.headings import BRACKETS, is_wish
from feltsense.script.inline import TokenKind, tokens


class Role(StrEnum):
    """What a stretch is."""

    FENCE = "fence"
    KEY = "key"
    VALUE = "value"
    HEADING = "heading"
    NOTE = "note"
    COMMENT = "comment"
    CUE = "cue"
    SILENCE = "silence"
    """Points that are a pause."""


class LineState(StrEnum):
    """Where a line stands."""

    FRONT = "front"
    BODY = "body"
    COMMENT = "comment"
    """It begins inside a comment."""


@dataclass(frozen=True, slots=True)
class HighlightSpan:
    """Columns of one line, from 0."""

    start: int
    end: int
    role: Role


_FENCE = re.compile(r"(?:---|\.\.\.)\s*")
_KEY = re.compile(r"\s*(?:- )?(?P<key>[\w-]+):(?=\s|$)")
_OPEN, _CLOSE = "<!--", "-->"
_LONE_PAUSE = re.compile(r"\s*(?:\.{3,}|…|(?:short |long )?pause)\s*", re.IGNORECASE)


def line_states(lines: Sequence[str]) -> tuple[LineState, ...]:
    """Return where each line stands."""
    found: list[LineState] = []
    front = _front(lines)
    inside = False
    for number, line in enumerate(lines):
        if number < front:
            found.append(LineState.FRONT)
            continue
        found.append(LineState.COMMENT if inside else LineState.BODY)
        inside = line.rfind(_OPEN) > line.rfind(_CLOSE) or (inside and _CLOSE not in line)
    return tuple(found)


@lru_cache(maxsize=4096)
def highlight(line: str, state: LineState) -> tuple[HighlightSpan, ...]:
    """Return the stretches of a line that are more than spoken text, in order, without overlap."""
    if state is LineState.FRONT:
        return _front_line(line)
    close = line.find(_CLOSE) + len(_CLOSE)
    if state is LineState.COMMENT:
        if close < len(_CLOSE):
            return (HighlightSpan(0, len(line), Role.COMMENT),)
        return (HighlightSpan(0, close, Role.COMMENT), *_body(line, close))
    return _body(line, 0)


def _front(lines: Sequence[str]) -> int:
    """Return how many lines the front matter has, its fences too; 0 where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 1):
        if _FENCE.fullmatch(line):
            return number + 1
    return len(lines)


def _front_line(line: str) -> tuple[HighlightSpan, ...]:
    if _FENCE.fullmatch(line):
        return (HighlightSpan(0, len(line), Role.FENCE),)
    if line.lstrip().startswith("#"):
        return (HighlightSpan(0, len(line), Role.COMMENT),)
    key = _KEY.match(line)
    if key is None:
        return (HighlightSpan(0, len(line), Role.VALUE),)
    return (HighlightSpan(key.start("key"), key.end(), Role.KEY), HighlightSpan(key.end(), len(line), Role.VALUE))


def _body(line: str, start: int) -> tuple[HighlightSpan, ...]:
    bare = line[start:].lstrip()
    if bare.startswith("#"):
        return tuple(_heading(line, start))
    if bare.startswith(">"):
        return (HighlightSpan(start, len(line), Role.NOTE),)
    if _LONE_PAUSE.fullmatch(line, start):
        return (HighlightSpan(start, len(line), Role.CUE),)
    found: list[HighlightSpan] = []
    begin = line.find(_OPEN, start)
    if begin >= 0:
        end = line.find(_CLOSE, begin)
        end = len(line) if end < 0 else end + len(_CLOSE)
        return (*_cues(line, start, begin), HighlightSpan(begin, end, Role.COMMENT), *_body(line, end))
    found += _cues(line, start, len(line))
    return tuple(found)


def _heading(line: str, start: int) -> Iterator[HighlightSpan]:
    """Yield the stretches of a heading: how long its section should last is a cue."""
    for match in BRACKETS.finditer(line, start):
        if is_wish(match[0]):
            if start < match.start():
                yield HighlightSpan(start, match.start(), Role.HEADING)
            yield HighlightSpan(match.start(), match.end(), Role.CUE)
            start = match.end()
    if start < len(line):
        yield HighlightSpan(start, len(line), Role.HEADING)


def _cues(line: str, start: int, end: int) -> list[HighlightSpan]:
    roles = {TokenKind.CUE: Role.CUE, TokenKind.ELLIPSIS: Role.SILENCE}
    found = tokens(line, start, end, verse=False)
    return [HighlightSpan(token.start, token.end, roles[token.kind]) for token in found if token.kind in roles]
