"""What import would not have spoken of a raw script, and the script as it stands has.

So a script that was pasted into a `.md` and one that was imported are held to the same: whatever import takes for a
direction, a name, a heading or the edge of a page is told before it is heard.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.importing.readers import text as text_reader
from feltsense.importing.script_writer import ScriptWriter
from feltsense.importing.structure.arrange import structured
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.model import Exercise, Phrase

_TOLD = (
    ChangeKind.TITLE, ChangeKind.SECTION, ChangeKind.PAUSE, ChangeKind.BELL, ChangeKind.NOTE, ChangeKind.QUESTION,
    ChangeKind.LEFT_OUT, ChangeKind.MOVED,
)  # fmt: skip
_WHOLE_LINES = (ChangeKind.TITLE, ChangeKind.SECTION)
_WORD = LazyPattern(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _SpokenLines:
    """The words of each phrase, by the line on which it begins."""

    lines: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]

    def has(self, change: ImportChange) -> bool:
        """Tell whether what a change took out is spoken around its line, word by word."""
        wanted = tuple(_WORD.findall(change.before.casefold()))
        if change.kind in _WHOLE_LINES and change.place not in self.lines:
            return False
        first = max(0, bisect_right(self.lines, change.place) - 1)
        while first and self.lines[first - 1] == self.lines[first]:
            first -= 1
        last = bisect_right(self.lines, change.place + change.before.count("\n"))
        said = [word for words in self.words[first:last] for word in words]
        return bool(wanted) and any(
            tuple(said[place : place + len(wanted)]) == wanted for place in range(len(said) - len(wanted) + 1)
        )


def spoken_against_import(source: str, exercise: Exercise) -> Iterator[ImportChange]:
    """Yield what import would change and the script says aloud, with the line where it stands; holes too.

    Args:
        source: the script's text, with line feeds alone.
        exercise: what it is as it stands.
    """
    writer = ScriptWriter(structured(text_reader.read(source)), exercise.slug, blocks=True)
    writer.write()
    phrases = sorted(
        (node.span.line, tuple(_WORD.findall(node.text.casefold())))
        for node in exercise.walk()
        if isinstance(node, Phrase)
    )
    spoken = _SpokenLines(tuple(line for line, _ in phrases), tuple(words for _, words in phrases))
    lines = source.split("\n")
    for change in writer.changes:
        if change.kind in _TOLD and (spoken.has(change) or (is_hole(change) and not _is_asked(change, lines))):
            yield change


def is_hole(change: ImportChange) -> bool:
    """Tell whether a change is about a line to be filled in, of which nothing is heard in its sentence."""
    return change.kind is ChangeKind.QUESTION and set(change.before) == {"_"}


def _is_asked(change: ImportChange, lines: list[str]) -> bool:
    """Tell whether a question stands on the line of a hole already."""
    line = lines[change.place - 1] if change.place <= len(lines) else ""
    return "question:" in line.partition("<!--")[2].casefold()
