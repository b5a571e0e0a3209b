"""The script's text with its lines: from an offset to a place, and from bytes to text."""

import bisect
import re
from dataclasses import dataclass

from feltsense.script.diagnostics import Diagnostic, Severity, Span

MOST_BYTES = 1 << 18
"""About 45 000 words, six hours of speech; an hour's script is a twentieth of it."""

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
    unified = _LINE_END.sub("\n", text)
    return Source(unified, (0, *(match.end() for match in re.finditer("\n", unified))))


def source_lines(script: bytes | str) -> list[str]:
    """Return a script's lines as diagnostics count them, whatever is in it."""
    text = script.decode("utf-8-sig", "replace") if isinstance(script, bytes) else script
    return source_of(text[:MOST_BYTES]).lines()


def decoded(script: bytes | str) -> tuple[str, Diagnostic | None]:
    """Return the script as text, or an empty text and what is wrong with it."""
    if len(script) > MOST_BYTES:
        return "", _refused("S001", f"This file has {len(script):,} bytes; a script has at most {MOST_BYTES:,}.")
    try:
        data = script.encode("utf-8") if isinstance(script, str) else script
        text = data.decode("utf-8-sig")
    except (UnicodeDecodeError, UnicodeEncodeError) as error:
        data = script.encode("utf-8", "replace") if isinstance(script, str) else script
        line = len(re.findall(rb"\r\n?|\n", data[: error.start])) + 1
        return "", _refused("S002", "This is not UTF-8 text.", line)
    if "\0" in text:
        line = len(_LINE_END.findall(text[: text.index("\0")])) + 1
        return "", _refused("S002", "There is a NUL character in it, so this is no text file.", line)
    return text, None


def _refused(code: str, message: str, line: int = 1) -> Diagnostic:
    hint = "Save it from your editor as plain text (UTF-8), or paste the text into a new file."
    return Diagnostic(code, Severity.ERROR, Span(line, 1, 2), message, hint)
