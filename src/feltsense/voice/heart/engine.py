"""The neural engine: hibari on onnxruntime. No other module imports the latter.

The session is opened here and not by hibari's own class, for a model with exposed durations gives more than that class
takes, and for settings that keep the memory small while several threads speak.
"""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
from hibari import dsp
from hibari.g2p.normalize import normalize
from hibari.tts import ASSETS

from feltsense.errors import VoiceError
from feltsense.voice.heart.dictionaries import HeartDictionaries
from feltsense.voice.heart.onnx_graph import DURATIONS, NATURAL_DURATIONS, cut_out_durations, expose_durations
from feltsense.voice.heart.pace import engine_speed, phoneme_durations
from feltsense.voice.heart.phonemes import PhonemePhrase, align_words, join_phonemes
from feltsense.voice.heart.text import text_for_heart
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
        model: the model's file.
    """

    def __init__(self, model: Path) -> None:
        given = model.read_bytes()
        with ThreadPoolExecutor(2) as beside:  # the models take their time in C++, the dictionaries in Python
            session = beside.submit(open_onnx, expose_durations(given) or given)
            cut = cut_out_durations(given)
            durations = beside.submit(open_onnx, cut) if cut else None
            self._dictionaries = HeartDictionaries()
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

    def close(self) -> None:
        """Keep what loads quicker next time. It can still speak afterwards."""
        self._dictionaries.keep()

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
        units = np.array(phoneme_durations(said.rhythm(natural.tolist()), len(said.words), pace))
        speeds = np.where(natural == 0, 1.0, natural / units)
        *spectrum, made = self._run(ids, speeds, *_SPECTRUM, DURATIONS)
        return _sound(spectrum), made.tolist()

    def _to_phonemes(self, phrase: Utterance) -> PhonemePhrase:
        text, g2p = phrase.text, self._dictionaries.g2p
        prepared = text_for_heart(text, phrase.say, self._ids)
        said = join_phonemes(g2p.phonemize_tokens(g2p.tokenize(normalize(prepared))), self._ids)
        if not said.words:
            raise VoiceError(f"The voice heart finds nothing to say in «{text}».", "Write it in other words.")
        if len(said.phonemes) > _MOST_PHONEMES:
            raise VoiceError(f"This is too long for the voice heart: «{text}».", "Split it into shorter sentences.")
        return said

    def _run(self, ids: list[int], speeds: "NDArray[np.floating[Any]]", *wanted: str) -> "list[NDArray[np.float32]]":
        given = {"ids": np.asarray([ids], np.int64), "speed": speeds.astype(np.float32)}
        made: list[NDArray[np.float32]] = self._session.run(list(wanted), given)
        return made


def _sound(spectrum: "Sequence[NDArray[np.float32]]") -> "NDArray[np.float32]":
    samples: NDArray[np.float32] = dsp.synth(*(part[0] for part in spectrum), np.random.default_rng(SEED))
    return samples


def open_onnx(model: bytes) -> Any:
    """Return a session of onnxruntime for a model's bytes: small in memory, and always with the same bits."""
    return onnxruntime.InferenceSession(model, _options(), providers=["CPUExecutionProvider"])


def _options() -> Any:
    options = onnxruntime.SessionOptions()
    # one thread: with more, the sums are added in another order, and the samples differ in their last bits
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # what is kept for the next phrase fits none of another length, and every thread would keep its own
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    options.log_severity_level = 3
    return options
