"""Inside a paragraph: text, cues, ellipses and what people write instead of them, in order, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from feltsense.script.foreign_cues import goes_on_with, in_sentence, spoken_pause
from feltsense.script.speech_breaks import break_tag
from feltsense.script.variants import (
    PARENTHESES,
    SPOKEN_STAR,
    canonical,
    in_emphasis,
    in_english_sentence,
    in_parentheses,
)


class TokenKind(StrEnum):
    """What a stretch of a paragraph is."""

    TEXT = "text"
    CUE = "cue"
    ELLIPSIS = "ellipsis"
    LINE = "line"
    """A line end that ends a phrase."""
    TAG = "tag"
    STRAY = "stray"
    """A bracket without its partner."""


@dataclass(frozen=True, slots=True)
class InlineToken:
    """A stretch of the source from `start` to `end`."""

    kind: TokenKind
    start: int
    end: int
    cue: str = ""
    """For a cue its text without brackets, in canonical form where `variant` is set."""
    variant: bool = False


_LINE = r"(?P<line>(?<! ) {2,}\n|\\\n)"
_PATTERN = (
    r"(?P<cue>\[[^\[\]]*\])"
    r"|(?P<brace>\{[^{}\n]{0,200}\})"
    r"|(?P<stray>[\[\]{}])"
    r"|(?P<tag></?[A-Za-z][^<>]{0,500}>)"
    # points before a question mark belong to the question; looked for once in a run of them, or long runs take hours
    r"|(?P<ellipsis>(?<![.…])(?:…|(?<!\.[ \t])\.(?:[ \t]?\.){2})(?:[ \t]?\.|…)*+)(?![ \t]*[?!])"
    rf"|{_LINE}"
    rf"|(?P<paren>{PARENTHESES.pattern.replace('inner', 'in_paren')})"
    rf"|(?P<star>{SPOKEN_STAR.pattern.replace('inner', 'in_star')})"
)


_BEGIN = re.compile(r"[\[\]{}<….(*_\\\n]|(?<![^\S\n])[^\S\n]++\n")
"""How a token begins."""
_LONGEST_WORD = 40
_TOKEN = re.compile(_PATTERN)
_VERSE_TOKEN = re.compile(_PATTERN.replace(_LINE, r"(?P<line>\s*\n)"))


def tokens(text: str, start: int, end: int, *, verse: bool, language: str = "") -> Iterator[InlineToken]:
    """Yield what stands in text[start:end], without gap; offsets are into `text`.

    Args:
        text: of the script.
        start: where to begin.
        end: where to stop.
        verse: whether every line end counts.
        language: whose words of pauses are understood beside English ones, as `language_of_cues` has it.
    """
    pattern = _VERSE_TOKEN if verse else _TOKEN
    cursor = place = start
    # looking for the first character alone takes a third of the time that looking for all of them does
    while begin := _BEGIN.search(text, place, end):
        match = pattern.match(text, begin.start(), end)
        if match is None:
            place = begin.end()
            continue
        token = _token(match, language)
        # spoken parentheses and emphasis may hold cues: go on inside them
        place = match.end() if token else match.start() + 1
        if token is None:
            continue
        if token.start > cursor:
            yield InlineToken(TokenKind.TEXT, cursor, token.start)
        yield token
        cursor = token.end
    if cursor < end:
        yield InlineToken(TokenKind.TEXT, cursor, end)


def _emphasised_pause(match: re.Match[str], language: str) -> str | None:
    pause = in_emphasis(match["in_star"]) or spoken_pause(match["in_star"], language)
    if not pause:
        return None
    before, after = _around(match)
    spoken = in_sentence(pause, match["in_star"], before) if language else in_english_sentence(pause, before, after)
    return None if spoken else pause


def _around(match: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and behind on the same line, at most a long word of each."""
    before = match.string[max(0, match.start() - _LONGEST_WORD) : match.start()].rpartition("\n")[2]
    return before, match.string[match.end() : match.end() + _LONGEST_WORD].partition("\n")[0]


def _token(match: re.Match[str], language: str) -> InlineToken | None:
    """Return the token that was met; None where it is spoken text after all."""
    start, end = match.span()
    match match.lastgroup:
        case "cue":
            return _bracketed(match[0][1:-1], start, end)
        case "brace":
            token = _bracketed(match[0][1:-1], start, end)
            return replace(token, variant=True)
        case "tag":
            pause = break_tag(match[0]) or (in_parentheses(match[0].strip("<> /")) if match[0][1] != "/" else None)
            return _pause(pause, start, end) if pause else InlineToken(TokenKind.TAG, start, end)
        case "paren":
            pause = in_parentheses(match["in_paren"]) or spoken_pause(match["in_paren"], language)
            is_said = pause is None or goes_on_with(match["in_paren"], pause, *_around(match))
            return None if pause is None or is_said else _pause(pause, start, end)
        case "star":
            pause = _emphasised_pause(match, language)
            return _pause(pause, start, end) if pause else None
        case group:
            return InlineToken(TokenKind(str(group)), start, end)


def _bracketed(inner: str, start: int, end: int) -> InlineToken:
    plain = " ".join(inner.split())
    if not _PLAIN_PAUSE.match(plain.lower()) or plain.endswith((".", "…", "!")):
        pause = canonical(plain)
        if pause:
            return _pause(pause, start, end)
    return InlineToken(TokenKind.CUE, start, end, plain)


def _pause(cue: str, start: int, end: int) -> InlineToken:
    return InlineToken(TokenKind.CUE, start, end, cue, variant=True)


_PLAIN_PAUSE = re.compile(r"(?:short |long )?pause$|pause (?:(?:about|around|roughly) )?\d")
"""What the cue grammar reads itself."""
