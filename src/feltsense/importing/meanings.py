"""What an aside can mean, and where it can stand: the types that finding, reading and writing asides share."""

from dataclasses import dataclass
from enum import StrEnum

from feltsense.script.cues import Cue, cue
from feltsense.script.diagnostics import GrammarError, Span


class DirectionKind(StrEnum):
    """What an aside is."""

    CUE = "cue"
    BLOCK = "block"
    """A cue that opens or closes a block: it needs its partner."""
    NOTE = "note"
    QUESTION = "question"
    PERHAPS_PAUSE = "perhaps a pause"
    """A question too: how long it is."""
    COUNTS = "counts"
    """Numbers that are counted aloud."""
    TIME = "time"
    """A time stamp of a transcript."""
    NOTHING = "nothing"


class Enclosure(StrEnum):
    """How an aside is set off."""

    SQUARE = "square"
    ROUND = "round"
    ANGLE = "angle"
    EMPHASIS = "emphasis"
    MARKS = "marks"
    """Between hyphens, stars, slashes, dots or other signs."""
    NONE = "none"
    """A line as it stands."""


class Position(StrEnum):
    """Where an aside stands."""

    LINE = "line"
    """Alone on its line."""
    APART = "apart"
    """Between two sentences, or behind the last."""
    INSIDE = "inside"
    """In the middle of a sentence."""


@dataclass(frozen=True, slots=True)
class InlineContext:
    """What is known of the whole document."""

    language: str = ""
    """BCP 47; empty where it is not known."""
    footnotes: bool = False
    """Whether lone numbers in brackets count up from 1: they lead to notes."""
    italic: bool = False
    """Whether much of what is said stands in emphasis."""
    spoken: bool = True
    """Whether its words are; those of a heading are not."""
    paced: bool = False
    """Whether a paced breath stands behind the paragraph."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What becomes of an aside."""

    kind: DirectionKind
    cues: tuple[str, ...] = ()
    """Their canonical text without brackets."""
    canonical: bool = True
    """False when it was written otherwise."""
    told: str = ""
    """For the report: how it was understood, or why it is left out."""
    noted: bool = False
    """Whether its words are kept as a note as well."""
    spoken: str = ""
    """What stays in the sentence until the question is answered."""
    question: str = ""
    choices: tuple[str, ...] = ()

    @property
    def cue(self) -> str:
        """The first of its cues; empty when there is none."""
        return self.cues[0] if self.cues else ""


_HERE = Span(1, 1, 2)


def valid_cue(text: str) -> Cue | None:
    """Return the cue that `[text]` is in our grammar; None when it is none, or a wrong one."""
    try:
        return cue(text, _HERE)
    except GrammarError:
        return None
