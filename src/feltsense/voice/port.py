"""The port that every voice implements, and the data that goes through it.

A new engine is one module with a class that fits `Voice`, and one line in `registry.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from feltsense.units import Frames, Wpm

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Utterance:
    """A phrase for a voice to speak."""

    text: str
    """Normalised plain text with at least one letter or digit, at most 25 words; see `voice/validate.py`."""
    pace: Wpm
    language: str
    say: tuple[tuple[str, str], ...] = ()
    """The pronunciations whose word occurs in `text`: word → respelling or `/ipa/`."""


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word and when it is heard, in frames from the phrase's start."""

    text: str
    start: Frames
    length: Frames


@dataclass(frozen=True, slots=True)
class EngineWord:
    """A word and when the engine says it, in seconds from the start of the engine's samples."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class SpeechInfo:
    """Length, words and peak of a piece of speech, without its samples."""

    length: Frames
    words: tuple[SpokenWord, ...]
    true_peak: float
    """Highest absolute value between and on the samples (four times oversampled), 1.0 is full scale."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A spoken phrase."""

    samples: "NDArray[np.float32]"
    """Mono at `SAMPLE_RATE`, trimmed, shape (length,), 1.0 is full scale."""
    spoken: SpeechInfo


class Voice(Protocol):
    """Turns phrases into speech."""

    @property
    def name(self) -> str:
        """The name that it is chosen by."""

    def identity(self, language: str) -> Mapping[str, str]:
        """Everything besides the utterance that changes the sound: engine, versions, model, machine."""

    def loudness(self, pace: Wpm) -> float | None:
        """Return the integrated loudness in LUFS of all that it speaks at a pace; None where that must be measured."""

    def speak(self, utterance: Utterance) -> Speech:
        """Speak one phrase. Safe to call from several threads.

        Raises:
            VoiceError: the phrase cannot be spoken; it is never answered with silence.
        """

    def close(self) -> None:
        """Free processes and memory. Calling it twice is fine."""


@dataclass(frozen=True, slots=True)
class VoiceStatus:
    """Whether a voice works here, for `feltsense voices` and `doctor`."""

    name: str
    works: bool
    summary: str
    """What it is, in a few words."""
    languages: tuple[str, ...]
    reason: str = ""
    """Why it does not work, and how to get it."""
    speakers: tuple[str, ...] = ()
    """Where it has several: each is chosen as `NAME:SPEAKER`."""
