"""The timeline as data: every event with start and length in whole frames."""

from dataclasses import dataclass

from feltsense.script.model import PhaseKind
from feltsense.units import Frames
from feltsense.voice.port import SpokenWord, Utterance


@dataclass(frozen=True, slots=True)
class SpeechEvent:
    """A phrase being spoken."""

    start: Frames
    length: Frames
    utterance: Utterance
    text: str
    """As shown in captions."""
    words: tuple[SpokenWord, ...]
    """Starts are from the phrase's own start."""
    line: int


@dataclass(frozen=True, slots=True)
class SilenceEvent:
    """A silence. The head and the tail are silences too, on line 0."""

    start: Frames
    length: Frames
    elastic: bool
    line: int


@dataclass(frozen=True, slots=True)
class BreathEvent:
    """One phase of a breath, laid over the phrases and silences that fill its time."""

    start: Frames
    length: Frames
    phase: PhaseKind
    round: int
    """From 1."""
    rounds: int
    tone: bool
    """True when the phase is led by a tone, False when a word says it."""
    line: int


@dataclass(frozen=True, slots=True)
class BellEvent:
    """A strike; `length` is 0: its ring overlaps what follows."""

    start: Frames
    length: Frames
    low: bool
    line: int


@dataclass(frozen=True, slots=True)
class SoundEvent:
    """A file being played over a silence, or (length 0) a change of soundscape; `name` None ends it."""

    start: Frames
    length: Frames
    name: str | None
    soundscape: bool
    line: int


Tile = SpeechEvent | SilenceEvent
Overlay = BreathEvent | BellEvent | SoundEvent
Event = Tile | Overlay


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section that is heard in this version, from its first event to the next chapter's start."""

    title: str
    start: Frames


@dataclass(frozen=True, slots=True)
class Timeline:
    """An exercise laid out in time."""

    slug: str
    script_sha256: str
    voice: str
    length: Frames
    chapters: tuple[Chapter, ...]
    """In order; the first starts at 0."""
    tiles: tuple[Tile, ...]
    """Phrases and silences: in order, without gap or overlap, from 0 to `length`."""
    overlays: tuple[Overlay, ...]
    """In order of start."""
    rest: Frames | None = None
    """The frame from which on only a background is heard, by itself; None where there is no such rest."""

    @property
    def chapter_ends(self) -> tuple[Frames, ...]:
        """Where each chapter ends: at the next one's start, the last at the whole's end."""
        return (*(chapter.start for chapter in self.chapters[1:]), self.length) if self.chapters else ()
