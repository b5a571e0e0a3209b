"""The neural engine: hibari's models, opened here and not by hibari's own class."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from hibari import dsp
from hibari.tts import ASSETS

from feltsense.errors import VoiceError
from feltsense.voice.heart.durations import DURATIONS, NATURAL_DURATIONS, cut_out_durations, expose_durations
from feltsense.voice.heart.english import EnglishPhonemes
from feltsense.voice.heart.pace import HEART_PACE, engine_speed
from feltsense.voice.heart.text import HEART_READER, EnglishReader
from feltsense.voice.neural.pace import UNIT_S
from feltsense.voice.neural.session import open_onnx
from feltsense.voice.phonemes import PhonemePhrase, align_words
from feltsense.voice.port import Speech, Utterance
from feltsense.voice.postprocess import postprocess

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

RATE: int = dsp.SR
SEED = 0
"""Of the noise in breath and consonants: the same phrase always sounds the same."""

_MOST_PHONEMES = 400
_SILENCE = 0
"""The id before the first phoneme and after the last."""
_SPECTRUM = ("lh", "theta", "ln", "lr", "phi", "f0")


class HeartEngine:
    """The voice `heart`, loaded. Speaks in several threads at once.

    Args:
        model: the bytes of the model's file.
        reader: whose English it is.
    """

    def __init__(self, model: bytes, reader: EnglishReader = HEART_READER) -> None:
        self._name = reader.name
        with ThreadPoolExecutor(2) as beside:  # the models take their time in C++, the dictionaries in Python
            session = beside.submit(open_onnx, expose_durations(model) or model)
            cut = cut_out_durations(model)
            durations = beside.submit(open_onnx, cut) if cut else None
            self._phonemes = EnglishPhonemes(reader)
        self._session = session.result()
        self._durations_session = durations.result() if durations else None
        """Tells natural durations, where the model is one whose durations can be set."""
        self._ids: dict[str, int] = json.loads((Path(ASSETS) / "vocab.json").read_text("utf-8"))

    def speak(self, phrase: Utterance) -> Speech:
        """Speak a phrase that went through `validate_utterance`.

        Raises:
            VoiceError: it cannot be read, wholly or in part.
        """
        said = self._to_phonemes(phrase)
        ids = [_SILENCE, *(self._ids[sign] for sign in said.phonemes), _SILENCE]
        if self._durations_session is None:
            speed = np.array([engine_speed(phrase.pace)])
            return postprocess(_sound(self._run(ids, speed, *_SPECTRUM)), RATE, None, phrase.text)
        (natural,) = self._durations_session.run([NATURAL_DURATIONS], {"ids": np.asarray([ids], np.int64)})
        samples, units = self._paced(ids, natural, said, phrase.pace)
        return postprocess(samples, RATE, align_words(phrase.text.split(), said.timed(units)), phrase.text)

    def natural_seconds(self, phrase: Utterance) -> float:
        """Return what the speech of a phrase lasts at its natural pace, without the silence around it."""
        said = self._to_phonemes(phrase)
        ids = [_SILENCE, *(self._ids[sign] for sign in said.phonemes), _SILENCE]
        if self._durations_session is None:
            return len(_sound(self._run(ids, np.ones(1), *_SPECTRUM))) / RATE
        (natural,) = self._durations_session.run([NATURAL_DURATIONS], {"ids": np.asarray([ids], np.int64)})
        return sum(said.rhythm(natural.tolist()).speech) * UNIT_S

    def close(self) -> None:
        """Keep what loads quicker next time. It can still speak afterwards."""
        self._phonemes.close()

    def _paced(
        self, ids: list[int], natural: "NDArray[np.float32]", said: PhonemePhrase, pace: int
    ) -> "tuple[NDArray[np.float32], list[float]]":
        """Return the samples, and how many units each id lasts in them.

        Args:
            ids: the phonemes.
            natural: how many units each lasts at natural speed.
            said: the phrase that they are of.
            pace: words a minute.
        """
        units = np.array(HEART_PACE.durations(said.rhythm(natural.tolist()), len(said.words), pace))
        speeds = np.where(natural == 0, 1.0, natural / units)
        *spectrum, made = self._run(ids, speeds, *_SPECTRUM, DURATIONS)
        return _sound(spectrum), made.tolist()

    def _to_phonemes(self, phrase: Utterance) -> PhonemePhrase:
        said = self._phonemes.phrase(phrase, self._ids)
        if len(said.phonemes) > _MOST_PHONEMES:
            raise VoiceError(
                f"This is too long for the voice {self._name}: «{phrase.text}».", "Split it into shorter sentences."
            )
        return said

    def _run(self, ids: list[int], speeds: "NDArray[np.floating[Any]]", *wanted: str) -> "list[NDArray[np.float32]]":
        given = {"ids": np.asarray([ids], np.int64), "speed": speeds.astype(np.float32)}
        made: list[NDArray[np.float32]] = self._session.run(list(wanted), given)
        return made


def _sound(spectrum: "Sequence[NDArray[np.float32]]") -> "NDArray[np.float32]":
    samples: NDArray[np.float32] = dsp.synth(*(part[0] for part in spectrum), np.random.default_rng(SEED))
    return samples
