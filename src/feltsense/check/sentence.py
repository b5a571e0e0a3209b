"""A sentence as it is heard, whatever pauses cut it in pieces, and the places found in it."""

from dataclasses import dataclass, field

from feltsense.check.pattern import Pattern
from feltsense.script.diagnostics import Span
from feltsense.script.model import Phrase

GAP = " … "
"""Stands in a sentence's text where a silence parts it."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence."""

    number: int
    """Its place in the script, from 0."""
    text: str
    """As spoken, with `GAP` for the silences in it."""
    plain: str
    """`text` in lower case with straight apostrophes, and a ~ for each character of a quotation. Same length."""
    section: int
    paragraph: int
    """Both counted through the script, from 0."""
    question: bool
    pieces: tuple[tuple[int, str, Span], ...]
    """Where in `text` each stretch of the source begins, its words, and its place."""
    phrases: tuple[Phrase, ...] = field(repr=False)

    @property
    def span(self) -> Span:
        """Where it begins in the source."""
        return self.pieces[0][2]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(any(char.isalnum() for char in word) for word in self.text.split())

    def has(self, pattern: Pattern) -> bool:
        """Tell whether `pattern` occurs outside quotations."""
        return pattern.search(self.plain) is not None


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a sentence's text."""

    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words, as written."""
        return self.sentence.text[self.start : self.end].replace(GAP, " … ").strip(" ,;:.")

    @property
    def before(self) -> str:
        """What stands before it in its sentence, plain."""
        return self.sentence.plain[: self.start]

    @property
    def after(self) -> str:
        """What stands behind it in its sentence, plain."""
        return self.sentence.plain[self.end :]
