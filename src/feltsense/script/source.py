"""The script's text with its lines: from an offset to a place, and from bytes to text."""

import bisect
import codecs
import re
from dataclasses import dataclass

from feltsense.script.diagnostics import Diagnostic, Severity, Span

MOST_BYTES = 1 << 17
"""About 22 000 words, three hours of speech without a pause; an hour's script is a tenth of it."""

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Source:
    """Text whose lines end in a line feed alone, and where each of them starts."""

    text: str
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the place of text[start:end], cut at the end of its first line."""
        line = bisect.bisect_right(self.starts, start) - 1
        stop = self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.text)
        column = start - self.starts[line] + 1
        return Span(line + 1, column, max(column, min(end, stop) - self.starts[line] + 1))

    def lines(self) -> list[str]:
        """Return the lines without their ends."""
        return self.text.split("\n")


def source_of(text: str) -> Source:
    """Return `text` with its line ends unified."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(unified, (0, *(match.end() for match in re.finditer("\n", unified))))


def source_lines(script: bytes | str) -> list[str]:
    """Return a script's lines as diagnostics count them, whatever is in it."""
    text = script.decode("utf-8-sig", "replace") if isinstance(script, bytes) else script
    return source_of(text[:MOST_BYTES]).lines()


def decoded(script: bytes | str) -> tuple[str, Diagnostic | None]:
    """Return the script as text, or an empty text and what is wrong with it."""
    if len(script) > MOST_BYTES and not _no_text_at_all(script):
        message = f"This file has {len(script):,} bytes; a script has at most {MOST_BYTES:,}."
        return "", Diagnostic("S001", Severity.ERROR, Span(1, 1, 2), message, "Make several scripts of it.")
    try:
        data = script.encode("utf-8") if isinstance(script, str) else script
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # `object`, not `data`: the byte order mark is taken off before the counting
        return "", _no_text("This is not UTF-8 text.", error.object[: error.start].decode("utf-8", "replace"))
    except UnicodeEncodeError as error:
        return "", _no_text("This is not UTF-8 text.", error.object[: error.start])
    before, nul, _ = text.partition("\0")
    if nul:
        return "", _no_text("There is a NUL character in it, so this is no text file.", before)
    return text, None


def _no_text_at_all(script: bytes | str) -> bool:
    """Tell whether something long begins with what is in no text: its length does not matter then."""
    if isinstance(script, str):
        return "\0" in script[:MOST_BYTES]
    try:
        begin, _ = codecs.utf_8_decode(script[:MOST_BYTES], "strict", False)  # noqa: FBT003 - cut within a character
    except UnicodeDecodeError:
        return True
    return "\0" in begin


def _no_text(message: str, before: str) -> Diagnostic:
    hint = "Save it from your editor as plain text (UTF-8), or paste the text into a new file."
    lines = _LINE_END.split(before)
    place = Span(len(lines), len(lines[-1]) + 1, len(lines[-1]) + 2)
    return Diagnostic("S002", Severity.ERROR, place, message, hint)
