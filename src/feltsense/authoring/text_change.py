"""One change of an edited text, and changes of its front matter."""

import re
from dataclasses import dataclass

from feltsense.script.frontmatter import front_matter
from feltsense.script.source import source_of

_KEY_LINE = re.compile(r"(?P<key>[A-Za-z_][\w -]*?)[ \t]*:(?=\s|$)")
_FENCE = re.compile(r"(?:---|\.\.\.)\s*")


@dataclass(frozen=True, slots=True)
class TextChange:
    """A stretch of a text, by its offsets, and what stands there instead."""

    start: int
    end: int
    text: str

    def apply(self, whole: str) -> str:
        """Return the text after the change."""
        return whole[: self.start] + self.text + whole[self.end :]


def change_between(before: str, after: str) -> TextChange:
    """Return the smallest single change that makes `after` of `before`."""
    most = min(len(before), len(after))
    start = next((n for n in range(most) if before[n] != after[n]), most)
    most -= start
    same = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    return TextChange(start, len(before) - same, after[start : len(after) - same])


def body_start(text: str) -> int:
    """Return the offset where the front matter has ended; 0 where there is none."""
    return front_matter(source_of(text))[2]


def front_matter_lines(text: str) -> dict[str, str]:
    """Return the top-level keys of the front matter, each with its lines as they are written, comments aside."""
    found: dict[str, str] = {}
    for key, start, end in _entries(text):
        found.setdefault(key, text[start:end].rstrip("\n"))
    return found


def set_key(text: str, key: str, lines: str) -> TextChange:
    """Return the change that gives the front matter `lines` for `key`; empty ones take the key out.

    A script without front matter gets one.
    """
    lines = f"{lines}\n" if lines else ""
    for name, start, end in _entries(text):
        if name == key:
            return TextChange(start, end, lines)
    close = _closing_fence(text)
    return TextChange(0, 0, f"---\n{lines}---\n\n") if close is None else TextChange(close, close, lines)


def _entries(text: str) -> list[tuple[str, int, int]]:
    """Return each key of the front matter with the offsets of its lines, those that belong to it too."""
    close = _closing_fence(text)
    if close is None:
        return []
    found: list[tuple[str, int, int]] = []
    at = text.index("---") + 3
    at = text.index("\n", at) + 1
    open_entry = False
    for line in text[at:close].splitlines(keepends=True):
        match = _KEY_LINE.match(line)
        if match:
            found.append((match["key"], at, at + len(line)))
        elif open_entry and line.strip() and not line.startswith("#"):
            name, start, _ = found[-1]
            found[-1] = name, start, at + len(line)
        open_entry = bool(found) and not line.startswith("#")
        at += len(line)
    return found


def _closing_fence(text: str) -> int | None:
    """Return the offset of the line that ends the front matter; None where there is none, or it has no end."""
    body = body_start(text)
    lines = text[:body].rstrip("\n").split("\n")
    if body == 0 or len(lines) < 2 or not _FENCE.fullmatch(lines[-1]):
        return None
    return len("\n".join(lines[:-1])) + 1
