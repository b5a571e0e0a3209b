"""A small timeline made by hand, for what is drawn of it."""

from feltsense.script.model import PhaseKind
from feltsense.timeline.model import BreathEvent, Chapter, Overlay, SilenceEvent, SpeechEvent, Tile, Timeline
from feltsense.timeline.playhead import Playhead
from feltsense.units import SAMPLE_RATE, Frames, Wpm
from feltsense.voice.port import SpokenWord, Utterance

SAID = (
    "This takes three or four minutes, mostly with your feet.",
    "You can stop, skip or move whenever you want.",
    "What do you notice where they touch the floor?",
    "Something is carrying you. Is there more weight on the left, or on the right?",
)
QUIETS = (2.0, 3.0, 14.0, 8.0)
"""Seconds after each phrase."""

BREATHS = ((PhaseKind.IN, 4), (PhaseKind.HOLD, 2), (PhaseKind.OUT, 6)) * 3


def seconds(count: float) -> Frames:
    """Return frames."""
    return Frames(round(count * SAMPLE_RATE))


def speech(text: str, start: Frames) -> SpeechEvent:
    """Return `text` spoken from `start`, 0.4 s a word."""
    words = text.split()
    said = tuple(SpokenWord(word, seconds(0.4 * n), seconds(0.4)) for n, word in enumerate(words))
    return SpeechEvent(start, seconds(0.4 * len(words)), Utterance(text, Wpm(130), "en-US"), text, said, 1)


def sample_playhead() -> Playhead:
    """Return four phrases, three rounds of breath and a quiet end, in three chapters."""
    tiles: list[Tile] = []
    at = seconds(0)

    def quiet(length: Frames) -> None:
        nonlocal at
        tiles.append(SilenceEvent(at, length, elastic=False, line=1))
        at = Frames(at + length)

    quiet(seconds(1))
    for text, pause in zip(SAID, QUIETS, strict=True):
        tiles.append(speech(text, at))
        at = Frames(at + tiles[-1].length)
        quiet(seconds(pause))
    breathing, overlays = at, []
    for number, (phase, length) in enumerate(BREATHS):
        overlays.append(_breath(number, phase, length, at))
        quiet(seconds(length))
    ending = at
    quiet(seconds(90))
    chapters = Chapter("Arriving", Frames(0)), Chapter("Breathing", breathing), Chapter("Coming back", ending)
    spread: tuple[Overlay, ...] = tuple(overlays)
    return Playhead(Timeline("feet", "0" * 64, "heart", at, chapters, tuple(tiles), spread))


def _breath(number: int, phase: PhaseKind, length: int, at: Frames) -> BreathEvent:
    return BreathEvent(at, seconds(length), phase, number // 3 + 1, len(BREATHS) // 3, tone=True, line=1)
