"""A voice of Kokoro, loaded: phrases become phonemes, durations at the asked pace, and sound."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from feltsense.errors import VoiceError
from feltsense.voice.kokoro.model import KOKORO_AGAIN, KOKORO_RATE, read_voice_file, shared_model
from feltsense.voice.kokoro.signs import SIGN_IDS
from feltsense.voice.neural.pace import UNIT_S
from feltsense.voice.neural.session import OnnxRuns
from feltsense.voice.phonemes import PhonemePhrase, Phonemes, align_words
from feltsense.voice.port import Speech, Utterance
from feltsense.voice.postprocess import postprocess

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from feltsense.voice.added.checked import FileReader
    from feltsense.voice.neural.pace import PaceModel

STYLE_ROWS, STYLE_WIDTH = 510, 256
"""A voice's vectors: one for each count of signs."""

MOST_SIGNS = 250
"""The model takes up to 510, and needs gigabytes and most of a minute for them."""

_SILENCE = 0
"""The id before the first sign and after the last."""


class KokoroEngine:
    """A voice, loaded. Speaks in several threads at once.

    Args:
        name: the voice's full name, for messages.
        model: the model's file.
        style: the file of its vectors.
        phonemes: reads its language.
        pace: of its language.
        read: reads the files.

    Raises:
        VoiceError: a file is not what it should be.
    """

    def __init__(
        self,
        name: str,
        model: Path,
        style: Path,
        phonemes: Phonemes,
        pace: "PaceModel",
        read: "FileReader",
    ) -> None:
        self._name = name
        self._style = read_style(style, read)
        self._model = shared_model(model, read)
        self._phonemes = phonemes
        self._pace = pace
        self._runs = OnnxRuns()

    def speak(self, phrase: Utterance) -> Speech:
        """Speak a phrase that went through `validate_utterance`.

        Raises:
            VoiceError: it cannot be read, wholly or in part.
        """
        said = self._read(phrase)
        reading = self._model.read(*self._ids(said), self._runs)
        natural = reading.natural_units
        units = self._pace.durations(said.rhythm(natural), len(said.words), phrase.pace)
        speeds = np.maximum(natural, 1e-3) / np.asarray(units)
        samples, made = self._model.speak(reading, speeds.astype(np.float32), self._runs)
        return postprocess(samples, KOKORO_RATE, align_words(phrase.text.split(), said.timed(made)), phrase.text)

    def natural_seconds(self, phrase: Utterance) -> float:
        """Return what the speech of a phrase lasts at its natural pace, without the silence around it."""
        said = self._read(phrase)
        return sum(said.rhythm(self._model.read(*self._ids(said), self._runs).natural_units).speech) * UNIT_S

    def close(self) -> None:
        """End what is being spoken, in any thread, and keep what loads quicker next time; it does not speak again."""
        self._runs.end()
        self._phonemes.close()

    def _read(self, phrase: Utterance) -> PhonemePhrase:
        said = self._phonemes.phrase(phrase, SIGN_IDS)
        if len(said.phonemes) > MOST_SIGNS:
            raise VoiceError(
                f"This is too long for the voice {self._name}: «{phrase.text}».", "Split it into shorter sentences."
            )
        return said

    def _ids(self, said: PhonemePhrase) -> "tuple[Sequence[int], NDArray[np.float32]]":
        ids = [_SILENCE, *(SIGN_IDS[sign] for sign in said.phonemes), _SILENCE]
        row = len(said.phonemes) - 1
        return ids, self._style[row : row + 1]


def read_style(path: Path, read: "FileReader | None" = None) -> "NDArray[np.float32]":
    """Return a voice's vectors, shape (510, 256).

    Raises:
        VoiceError: the file holds something else.
    """
    given = (read or read_voice_file)(path)
    if len(given) != 4 * STYLE_ROWS * STYLE_WIDTH:
        raise VoiceError(f"{path} is no voice of Kokoro.", KOKORO_AGAIN)
    style = np.frombuffer(given, "<f4")
    if not np.isfinite(style).all():
        raise VoiceError(f"{path} is no voice of Kokoro: its numbers are broken.", KOKORO_AGAIN)
    return style.reshape(STYLE_ROWS, STYLE_WIDTH).astype(np.float32)
