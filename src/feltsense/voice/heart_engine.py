"""The neural engine: hibari on onnxruntime. The only module that imports either."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from hibari import Hibari, dsp
from hibari.g2p.normalize import normalize

from feltsense.errors import VoiceError
from feltsense.voice import heart_graph, heart_pace, heart_text
from feltsense.voice.finish import finish
from feltsense.voice.heart_phonemes import Said, joined
from feltsense.voice.heart_words import as_written
from feltsense.voice.port import Speech, Utterance

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE: int = dsp.SR
SEED = 0
"""Of the noise in breath and consonants: the same phrase always sounds the same."""

_MOST_PHONEMES = 400
_SPECTRUM = ("lh", "theta", "ln", "lr", "phi", "f0")
_HASTE = 100.0
"""A speed at which every phoneme is one unit: the quickest way to ask for the natural durations."""


class Engine:
    """The voice `heart`, loaded. Speaks in several threads at once.

    Args:
        model: the model's file.
    """

    def __init__(self, model: Path) -> None:
        given = model.read_bytes()
        opened = heart_graph.opened(given)
        self._tts: Any = Hibari(model=opened or given, threads=1)
        self._rhythm_is_open = opened is not None
        # reads the dictionaries now, while the caller holds the lock
        self._tts.g2p("Ready.")

    def speak(self, phrase: Utterance) -> Speech:
        """Speak a phrase that went through `asked`.

        Raises:
            VoiceError: it cannot be read, wholly or in part.
        """
        said = self._said(phrase)
        ids: list[int] = self._tts.ids(said.phonemes)
        if not self._rhythm_is_open:
            samples = self._tts.from_ids(ids, heart_pace.plain_speed(phrase.pace), _noise())
            return finish(samples, RATE, None, phrase.text)
        samples, units = self._paced(ids, said, phrase.pace)
        return finish(samples, RATE, as_written(phrase.text.split(), said.timed(units)), phrase.text)

    def _paced(self, ids: list[int], said: Said, pace: int) -> "tuple[NDArray[np.float32], list[float]]":
        """Return the samples, and how many units each id lasts in them."""
        natural = self._run(ids, np.array([_HASTE]), heart_graph.NATURAL)[0]
        units = np.array(heart_pace.durations(said.rhythm(natural.tolist()), len(said.words), pace))
        *spectrum, made = self._run(ids, natural / units, *_SPECTRUM, heart_graph.DURATIONS)
        return dsp.synth(*(part[0] for part in spectrum), _noise()), made.tolist()

    def _said(self, phrase: Utterance) -> Said:
        text, g2p = phrase.text, self._tts.g2p
        prepared = heart_text.prepared(text, phrase.say, self._tts.vocab)
        said = joined(g2p.phonemize_tokens(g2p.tokenize(normalize(prepared))), self._tts.vocab)
        if not said.words:
            raise VoiceError(f"The voice heart finds nothing to say in «{text}».", "Write it in other words.")
        if len(said.phonemes) > _MOST_PHONEMES:
            raise VoiceError(f"This is too long for the voice heart: «{text}».", "Split it into shorter sentences.")
        return said

    def _run(self, ids: list[int], speeds: "NDArray[np.floating[Any]]", *wanted: str) -> "list[NDArray[np.float32]]":
        given = {"ids": np.asarray([ids], np.int64), "speed": speeds.astype(np.float32)}
        made: list[NDArray[np.float32]] = self._tts.sess.run(list(wanted), given)
        return made


def _noise() -> np.random.Generator:
    return np.random.default_rng(SEED)
