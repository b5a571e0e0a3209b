"""A small real voice: every phrase is a tone of its own, always the same."""

import hashlib
import threading
from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np

from feltsense.audio.peaks import true_peak
from feltsense.timeline.estimate import estimate_speech
from feltsense.units import SAMPLE_RATE, Frames, Wpm
from feltsense.voice.port import Speech, SpeechInfo, Utterance
from feltsense.voice.postprocess import share_by_syllables


def utterance(text: str) -> Utterance:
    return Utterance(text, Wpm(130), "en")


def tone(text: str, length: int, peak: float = 0.5) -> Speech:
    """Return `text` as a tone of `length` frames; another text is another tone."""
    pitch = 100 + int.from_bytes(hashlib.sha256(text.encode()).digest()[:2], "big") / 100
    samples = (peak * np.sin(2 * np.pi * pitch * np.arange(length) / SAMPLE_RATE)).astype(np.float32)
    words = share_by_syllables(text, Frames(length))
    return Speech(samples, SpeechInfo(Frames(length), words, true_peak(samples)))


class SineVoice:
    """Fits `Voice`; `before` is called with each phrase just before it is spoken."""

    name = "sine"

    def __init__(self, peak: float = 0.5, before: Callable[[Utterance], None] | None = None) -> None:
        self.peak = peak
        self.before = before
        self.longer = 0
        """Frames that every phrase takes more."""
        self.spoken: Counter[str] = Counter()
        self.closed = 0

    def identity(self, language: str) -> Mapping[str, str]:
        return {"engine": "sine", "peak": str(self.peak), "language": language}

    def loudness(self, pace: Wpm) -> float | None:  # noqa: ARG002 - as loud at any
        return None

    def speak(self, utterance: Utterance) -> Speech:
        if self.before is not None:
            self.before(utterance)
        self.spoken[utterance.text] += 1
        return tone(utterance.text, self.length(utterance) + self.longer, self.peak)

    def length(self, utterance: Utterance) -> int:
        """Return the frames that a phrase takes."""
        return 400 * len(utterance.text)

    def close(self) -> None:
        self.closed += 1


class CalibratedVoice(SineVoice):
    """As loud as is known before it has spoken, so that nothing is; it takes a sixth less than is expected."""

    def loudness(self, pace: Wpm) -> float | None:  # noqa: ARG002 - as loud at any
        return -20.0

    def length(self, utterance: Utterance) -> int:
        return estimate_speech(utterance).length * 5 // 6


class Gate:
    """Lets a voice speak phrase by phrase: to be given as `before`."""

    def __init__(self, *free: str) -> None:
        """Let through the phrases that begin so without being asked."""
        self._open = threading.Semaphore(0)
        self._free = free

    def __call__(self, utterance: Utterance) -> None:
        assert utterance.text.startswith(self._free) or self._open.acquire(timeout=30.0)

    def let(self, phrases: int) -> None:
        """Let the next ones through."""
        self._open.release(phrases)


def open_voice() -> SineVoice:
    """Return a new one, as a voice's module does."""
    return SineVoice()
