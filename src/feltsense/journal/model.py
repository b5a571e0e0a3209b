"""What is kept of a practice: what was done, how far it got, and what was said before and after."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from feltsense.journal.wording import WORDING_VERSION

TIER_INNER = 2
"""From this tier on an exercise goes inward."""


class When(StrEnum):
    """Which of the two check-ins."""

    BEFORE = "before"
    AFTER = "after"


class TooMuch(StrEnum):
    """Whether any of it was too much."""

    NO = "no"
    BIT = "bit"
    YES = "yes"


class Field(StrEnum):
    """One answer of a check-in."""

    DISTRESS = "distress"
    CONNECTION = "connection"
    PLACE = "place"
    WORD = "word"
    TOO_MUCH = "too_much"
    NOTE = "note"


class Outcome(StrEnum):
    """How playing ended."""

    WHOLE = "whole"
    EARLY = "early"
    """The listener ended it. Half a practice counts."""
    INTERRUPTED = "interrupted"
    """No end was recorded: it is still going on, or the program was stopped in the middle."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How it felt at one moment. What was skipped is None, the note empty."""

    distress: int | None = None
    """0 at ease, 10 the worst one knows."""
    connection: int | None = None
    """0 alone, 10 connected."""
    place: str | None = None
    """One of `wording.ALL_PLACES`."""
    word: str | None = None
    """One of `wording.WORDS`."""
    too_much: TooMuch | None = None
    note: str = ""
    said_at: datetime | None = None
    """When the last answer was given; aware, with the offset of that place and day."""

    @property
    def empty(self) -> bool:
        """Whether nothing was said."""
        answers = (self.distress, self.connection, self.place, self.word, self.too_much)
        return not self.note and all(answer is None for answer in answers)


@dataclass(frozen=True, slots=True)
class NewPractice:
    """What is known when a practice begins."""

    slug: str
    title: str
    script_sha256: str
    voice: str
    tier: int
    asked_ms: int | None = None
    """The length asked for; None for the script's own."""
    length_ms: int | None = None
    """The length of what is played; None until it is laid out, see `Journal.record_length`."""
    wording: int = WORDING_VERSION


@dataclass(frozen=True, slots=True)
class Practice:
    """One person doing one exercise once."""

    id: int
    """Its number in this journal; never given twice."""
    uid: str
    """32 hexadecimal digits that stay with it through export and import."""
    slug: str
    title: str
    script_sha256: str
    voice: str
    tier: int
    asked_ms: int | None
    length_ms: int | None
    began_at: datetime
    """Aware, with the offset of that place and day."""
    heard_ms: int = 0
    """How far it got, at most."""
    ended_at: datetime | None = None
    ended: Outcome = Outcome.INTERRUPTED
    rescued_at_ms: int | None = None
    """Where in the exercise “ground me now” was asked for, the first time."""
    wording: int = WORDING_VERSION
    """Version of the questions that were asked."""
    before: CheckIn = field(default_factory=CheckIn)
    after: CheckIn = field(default_factory=CheckIn)
    note_written_at: datetime | None = None
    """When the note was written, if that was not in the check-in itself but later; aware."""
    damaged: tuple[str, ...] = ()
    """Columns of the journal that cannot be read; something harmless stands in for them here."""

    @property
    def played(self) -> bool:
        """Whether it came to a practice: False where somebody checked in and went back before anything was heard."""
        later = (self.after.distress, self.after.connection, self.after.too_much)
        heard = self.heard_ms > 0 or self.ended is Outcome.WHOLE or self.rescued_at_ms is not None
        return heard or any(answer is not None for answer in later)

    @property
    def inner(self) -> bool:
        """Whether the exercise goes inward."""
        return self.tier >= TIER_INNER


@dataclass(frozen=True, slots=True)
class PracticeFilter:
    """Which practices are meant; all of them, where nothing is given."""

    text: str = ""
    """Words that all occur in the notes, the title, the places or the words; in any order and case."""
    slug: str | None = None
    """Of this exercise alone."""
    since: date | None = None
    """On this day or later, as the day was called where it was."""
    until: date | None = None
    """On this day or earlier."""
    with_note: bool = False
    """Only those with a note."""


EVERYTHING = PracticeFilter()
