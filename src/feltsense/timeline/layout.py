"""Events of a timeline as they are placed, one behind the other."""

from dataclasses import dataclass, field, replace

from feltsense.timeline.measure import MeasuredPhrase
from feltsense.timeline.model import Chapter, Overlay, SilenceEvent, SpeechEvent, Tile
from feltsense.units import Frames
from feltsense.voice.port import SpeechInfo


@dataclass(slots=True)
class Layout:
    """Events as they are placed one behind the other."""

    cursor: int = 0
    tiles: list[Tile] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)

    def copy(self) -> "Layout":
        """Return another one with the same events."""
        return Layout(self.cursor, [*self.tiles], [*self.overlays], [*self.chapters])

    def add_phrase(self, phrase: MeasuredPhrase, spoken: SpeechInfo) -> None:
        """Place a phrase."""
        start = Frames(self.cursor)
        event = SpeechEvent(start, spoken.length, phrase.utterance, phrase.utterance.text, spoken.words, phrase.line)
        self.tiles.append(event)
        self.cursor += spoken.length

    def add_silence(self, length: Frames, line: int, *, elastic: bool) -> None:
        """Place a silence, if it has a length."""
        if length:
            self.tiles.append(SilenceEvent(Frames(self.cursor), length, elastic, line))
            self.cursor += length

    def add_overlay(self, overlay: Overlay) -> None:
        """Place what lies over the tiles, and takes no time of its own."""
        self.overlays.append(replace(overlay, start=Frames(self.cursor + overlay.start)))

    def open_chapter(self, title: str) -> int:
        """Begin a chapter, and return the frame where it does; the head belongs to the first."""
        start = self.cursor if self.chapters else 0
        self.chapters.append(Chapter(title, Frames(start)))
        return start
