"""One way to mend a diagnostic, and what is known where one is looked for."""

from dataclasses import dataclass

from feltsense.authoring.analysis import ScriptAnalysis
from feltsense.authoring.text_change import TextChange
from feltsense.script.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a diagnostic."""

    does: str
    """What it does, as a choice is worded: “put this in its place”."""
    shown: str
    """What stands in the script then; empty where that is plain."""
    change: TextChange


@dataclass(frozen=True, slots=True)
class FixCase:
    """A diagnostic on its line as the text is now."""

    found: Diagnostic
    text: str
    start: int
    """Offset of its line."""
    line: str
    analysis: ScriptAnalysis
    """The one that it was found in."""

    @property
    def span(self) -> tuple[int, int]:
        """The offsets of what it is about."""
        end = min(self.found.span.end_column - 1, len(self.line))
        return self.start + self.found.span.column - 1, self.start + end

    @property
    def words(self) -> str:
        """What it is about."""
        return self.text[slice(*self.span)]

    @property
    def whole(self) -> tuple[int, int]:
        """The offsets of its line."""
        return self.start, self.start + len(self.line)

    def replaced(self, does: str, words: str) -> Fix:
        """Return a fix that puts `words` in the place of what it is about."""
        return Fix(does, words, TextChange(*self.span, words))

    def as_note(self, words: str) -> Fix:
        """Return a fix that makes its line a note of `words`."""
        return Fix("make it a note, never spoken", f"> {words}", TextChange(*self.whole, f"> {words}"))

    def taken_out(self) -> Fix:
        """Return a fix that takes out what it is about, and its line where nothing else stands on it."""
        start, end = self.span
        if not self.line.replace(self.words, "", 1).strip():
            start, end = self.start, min(len(self.text), self.whole[1] + 1)
        elif self.text[start - 1 : start] == " " and self.text[end : end + 1] in (" ", "", "\n"):
            start -= 1
        elif start == self.start and self.text[end : end + 1] == " ":
            end += 1
        return Fix("take it out", "", TextChange(start, end, ""))
