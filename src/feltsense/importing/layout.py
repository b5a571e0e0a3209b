"""From the pieces of a paragraph to lines: one sentence a line, with the cues that follow it."""

from collections.abc import Iterator, Sequence

from feltsense.importing.document import Piece, PieceKind
from feltsense.script.blocks import is_paragraph
from feltsense.script.inline import InlineToken, TokenKind, tokens
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.sentences import ended, sentences

_NO_SPACE_BEFORE = tuple(".,;:!?)\"'»")
_LONG = 600
"""A line of so many characters ends behind the next cue or comment: nobody reads longer ones."""
_COMMENTS = LazyPattern(r"(?:<!--(?:(?!-->).)*+-->\s*)+")
_MARKS = LazyPattern(r"[()<>*_\[\]{}]")
"""A cue has one of them in its words."""
_LINE_MAY_END = ("…", "]", "-->")
"""Behind these a line end of the source is kept: it changes nothing, and reads better."""


def layout_lines(pieces: Sequence[Piece]) -> list[str]:
    """Return the lines of a paragraph. A line end that was meant is kept as two spaces at the line's end."""
    page = _LineWriter()
    for piece in pieces:
        match piece.kind:
            case PieceKind.TEXT:
                page.text(piece.text)
            case PieceKind.LINE:
                page.end(meant=True)
            case _:
                page.aside(piece.text)
    page.end(meant=False)
    return page.lines


def one_line(pieces: Sequence[Piece]) -> str:
    """Return the pieces of a paragraph as they stand in the script, on one line."""
    return " ".join(" ".join(layout_lines(pieces)).split())


class _LineWriter:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line = ""
        self._ended = False
        """Whether the sentence on the line has."""
        self._apart = False
        """Whether a line end stood behind it."""

    def text(self, text: str) -> None:
        if text.lstrip(" ").startswith("\n") and self._line.rstrip().endswith(_LINE_MAY_END):
            self.end(meant=False)
        for part in _parts(text):
            if self._ended and part.strip():
                self.end(meant=False)
            self._add(part)
            self._ended = ended(part) if part.strip() else self._ended
        self._apart = self._ended and text.rstrip(" ").endswith("\n")

    def aside(self, text: str) -> None:
        if self._apart:
            self.end(meant=False)
        spaced = self._line.rstrip()
        self._line = f"{spaced} {text} " if spaced else f"{text} "
        if len(self._line) > _LONG:
            self.end(meant=False)

    def end(self, *, meant: bool) -> None:
        line = " ".join(self._line.split())
        if line:
            self.lines.append(_escaped(line) + ("  " if meant else ""))
        self._line, self._ended, self._apart = "", False, False

    def _add(self, part: str) -> None:
        plain = part.replace("\n", " ")
        if self._line.endswith(" ") and plain.lstrip().startswith(_NO_SPACE_BEFORE) and not plain.startswith(" "):
            self._line = self._line.rstrip() + plain
        else:
            self._line += plain


def _parts(text: str) -> Iterator[str]:
    """Yield sentences with the space between them."""
    cursor = 0
    for first, last in sentences(text):
        yield text[cursor:first] + text[first:last]
        cursor = last
    if cursor < len(text):
        yield text[cursor:]


def _escaped(line: str) -> str:
    """Return `line` so that it begins no heading, note, list or rule, comments before it left aside."""
    comments = _COMMENTS.match(line)
    start = comments.end() if comments else 0
    words = line[start:]
    return line if not words or is_paragraph(words) else f"{line[:start]}\\{words}"


def neutralise(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces so that the parser, once they stand side by side, finds no cue that nobody wrote."""
    written = any(p.kind is PieceKind.TEXT and _MARKS.search(p.text) for p in pieces)
    if written and any(_new_tokens(pieces)):
        return [Piece(p.kind, _MARKS.sub(" ", p.text)) if p.kind is PieceKind.TEXT else p for p in pieces]
    return pieces


def _new_tokens(pieces: list[Piece]) -> Iterator[InlineToken]:
    """Yield tokens that appear only because pieces stand side by side."""
    line = "".join(" " * len(p.text) if p.kind is PieceKind.COMMENT else f" {p.text} " for p in pieces)
    flat = line.replace("\n", " ")
    for token in tokens(flat, 0, len(flat), verse=False):
        if token.kind in (TokenKind.STRAY, TokenKind.TAG) or (token.kind is TokenKind.CUE and token.variant):
            yield token
