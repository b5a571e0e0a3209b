"""A voice by itself: a few words, spoken and played."""

from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.loudness import speech_loudness
from feltsense.cli.context import Exit
from feltsense.cli.output import echo
from feltsense.cli.source_player import play_source
from feltsense.mix.levels import speech_gain
from feltsense.script.model import DEFAULT_PACE
from feltsense.script.sentences import parted, sentences
from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.added.remove import find_added
from feltsense.voice.added.sample_texts import sample_text
from feltsense.voice.added.store import added_voices
from feltsense.voice.choosing import voice_languages
from feltsense.voice.port import Utterance, Voice
from feltsense.voice.registry import VOICES, open_voice

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PAUSE = int(0.7 * SAMPLE_RATE)
_FADE = 0.3
_MOST = 0.95
"""What the loudest sample may reach."""


class SpokenSource:
    """A `PlayableSource` of samples that are all there, in one channel."""

    channels = 1

    def __init__(self, samples: "NDArray[np.float32]") -> None:
        self._samples = samples
        self.length = Frames(len(samples))

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, 1)."""
        sound = self._samples[start:stop]
        return np.pad(sound, (0, stop - start - len(sound)))[:, np.newaxis]

    def readable(self, start: int, stop: int) -> int:  # noqa: ARG002 - all of it is, at any time
        """Return `stop`."""
        return stop

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        """Return nothing: no pause in it is a second long."""
        return ()


def play_voice(name: str, text: str, output_name: str) -> Exit:
    """Have a voice speak, and play what it says as loud as in an exercise.

    Args:
        name: of the voice; an added one is known without its engine too.
        text: what it says; a few words of its language where it is empty.
        output_name: how it is heard.

    Raises:
        FeltsenseError: there is no such voice, it cannot say that, or there is nothing to hear it with.
    """
    full_name = name if ":" in name or name in VOICES else find_added(name)
    language = next(iter(voice_languages(full_name, added_voices())), "en")
    said = text or sample_text(language)
    voice = open_voice(full_name)  # what is not here says so before any word
    echo(f"{full_name}: {said}", err=True)
    play_source(SpokenSource(_spoken(voice, said, language)), output_name, 1.0, _FADE)
    return Exit.FINE


def _spoken(voice: Voice, text: str, language: str) -> "NDArray[np.float32]":
    """Return the samples of a text, mono, with short pauses between its sentences."""
    try:
        phrases = [part for start, end in sentences(text) for part in parted(text[start:end])]
        spoken = [voice.speak(Utterance(phrase, DEFAULT_PACE, language)).samples for phrase in phrases]
    finally:
        voice.close()
    pause = np.zeros(_PAUSE, np.float32)
    whole = np.concatenate([piece for samples in spoken for piece in (samples, pause)] or [pause])
    gain = min(speech_gain(speech_loudness(spoken)), _MOST / max(1e-6, float(np.abs(whole).max())))
    return whole * np.float32(gain)
