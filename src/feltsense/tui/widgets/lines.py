"""Lines made of styled pieces: what widgets draw is worked out as plain values first."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from feltsense.system.printable import printable_line

Piece = tuple[str, str]
"""Text and its style: a theme variable such as `$ink`, with `bold` or `reverse` before it where needed."""

Line = tuple[Piece, ...]

BLANK: Line = ()

MARK, NO_MARK = "▸ ", "  "
"""What leads a row that is marked, and one that is not."""


def line_text(line: Line) -> str:
    """Return the text of `line`."""
    return "".join(text for text, _ in line)


def line_width(line: Line) -> int:
    """Return how many columns `line` takes."""
    return sum(Content(text).cell_length for text, _ in line)


def centred(line: Line, columns: int) -> Line:
    """Return `line` in the middle of `columns`."""
    left = max(0, columns - line_width(line)) // 2
    return ((" " * left, ""), *line) if line else line


def padded(line: Line, columns: int) -> Line:
    """Return `line` with blanks after it, up to `columns`."""
    return (*line, (" " * max(0, columns - line_width(line)), ""))


def wrapped_lines(text: str, columns: int, style: str) -> tuple[Line, ...]:
    """Return `text` in lines of at most `columns`."""
    return tuple(((row.plain.rstrip(), style),) for row in Content(text).wrap(max(8, columns)))


def content(lines: Iterable[Line]) -> Content:
    """Return `lines` as something that Textual can draw."""
    return Content("\n").join(Content.assemble(*_pieces(line)) for line in lines)


def _pieces(line: Sequence[Piece]) -> Iterable[Piece | str]:
    """Yield the pieces of `line` without control characters; those without style are plain text."""
    for text, style in line:
        shown = printable_line(text)
        yield (shown, style) if style else shown
