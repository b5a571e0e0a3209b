"""Piper's neural engine: a model of one voice, in two sessions where it can be split, with durations of ours."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from feltsense.voice.neural.pace import PaceModel
from feltsense.voice.neural.session import OnnxRuns, open_onnx
from feltsense.voice.phonemes import align_words
from feltsense.voice.piper.graph import SplitModel, split_model
from feltsense.voice.piper.pace import ROUNDED_UP
from feltsense.voice.port import Speech
from feltsense.voice.postprocess import postprocess

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from feltsense.voice.piper.config import PiperConfig
    from feltsense.voice.piper.signs import PiperPhrase

SEED = 0
"""Of the noise in breath and consonants: the same phrase always sounds the same."""

_ORDINARY_S = 6.0
"""Seconds that few phrases exceed: the memory for these is kept for the next one, 15 MB a second."""

_FLOAT = "tensor(float)"
_LEAST_LENGTH, _MOST_LENGTH = 0.2, 5.0


@dataclass(frozen=True, slots=True)
class PiperTask:
    """What is to be spoken."""

    text: str
    phrase: "PiperPhrase"
    pace: int
    speaker: int


class PiperEngine:
    """A model, loaded. Speaks in several threads at once.

    Args:
        model: the bytes of its file.
        config: the one beside it.
        pace: how its natural pace is stretched.

    Raises:
        VoiceError: it is no model that works here.
    """

    def __init__(self, model: bytes, config: "PiperConfig", pace: PaceModel) -> None:
        self._config, self._pace = config, pace
        self._runs = OnnxRuns()
        self._split = _SplitSessions.of(model, self._runs)
        self._whole = None if self._split else open_onnx(model)

    def speak(self, task: PiperTask) -> Speech:
        """Speak a phrase."""
        if self._split is None:
            return self._speak_whole(task)
        natural, shared = self._natural(task)
        rhythm = task.phrase.rhythm(natural.tolist())
        frames = self._pace.durations(rhythm, task.phrase.words, task.pace, self._unit_s)
        samples = self._split.sound(frames, shared, sum(frames) * self._unit_s)
        words = task.phrase.said.timed(task.phrase.by_phoneme(frames), self._unit_s)
        return postprocess(samples, self._config.rate, align_words(task.text.split(), words), task.text)

    def close(self) -> None:
        """End what is being spoken, in any thread; it does not speak again."""
        self._runs.end()

    def natural_seconds(self, task: PiperTask) -> float:
        """Return what the speech of a phrase lasts at its natural pace, without the silence around it."""
        if self._split is None:
            return len(self._run_whole(task, self._config.length)) / self._config.rate
        natural, _ = self._natural(task)
        return float(sum(task.phrase.rhythm(natural.tolist()).speech)) * self._unit_s

    @property
    def _unit_s(self) -> float:
        return self._config.hop / self._config.rate

    def _natural(self, task: PiperTask) -> "tuple[NDArray[np.float32], list[NDArray[np.float32]]]":
        """Return how many frames each id lasts naturally, and what else is known of the phonemes."""
        assert self._split is not None  # noqa: S101 - who calls this has looked
        natural, shared = self._split.durations(_given(task, self._config, self._config.noise, self._config.length))
        return natural + np.float32(ROUNDED_UP), shared

    def _speak_whole(self, task: PiperTask) -> Speech:
        """Speak by a model that cannot be split: without noise, by its own speed setting, words by their syllables."""
        natural_s = self.natural_seconds(task)
        factor = self._pace.stretch(natural_s, task.phrase.words, task.pace)
        length = min(_MOST_LENGTH, max(_LEAST_LENGTH, self._config.length * factor))
        return postprocess(self._run_whole(task, length), self._config.rate, None, task.text)

    def _run_whole(self, task: PiperTask, length: float) -> "NDArray[np.float32]":
        return _flat(self._runs.run(self._whole, None, _given(task, self._config, 0.0, length))[0])


class _SplitSessions:
    """The two halves of a model, opened."""

    def __init__(self, split: SplitModel, first: Any, second: Any, runs: OnnxRuns) -> None:
        self._split, self._first, self._second, self._runs = split, first, second, runs
        self._taken = {value.name for value in first.get_inputs()}

    @classmethod
    def of(cls, model: bytes, runs: OnnxRuns) -> "_SplitSessions | None":
        """Return the halves; None where the model is made in another way than those that are known."""
        split = split_model(model)
        if split is None:
            return None
        with ThreadPoolExecutor(1) as beside:
            sound = beside.submit(open_onnx, split.sound, arena=True)
            first = open_onnx(split.durations)
            second = sound.result()
        if any(value.type != _FLOAT for value in first.get_outputs()):
            return None
        return cls(split, first, second, runs)

    def durations(self, given: dict[str, Any]) -> "tuple[NDArray[np.float32], list[NDArray[np.float32]]]":
        """Return how many frames each id would last, and what the other half takes."""
        taken = {name: each for name, each in given.items() if name in self._taken}
        natural, *shared = self._runs.run(self._first, [self._split.natural, *self._split.shared], taken)
        return natural.reshape(-1), shared

    def sound(self, frames: list[int], shared: "list[NDArray[np.float32]]", seconds: float) -> "NDArray[np.float32]":
        """Return the samples of ids that last `frames` each, `seconds` together."""
        spread = shared[self._split.shared.index(self._split.channels)]
        channels = next((size for size in spread.shape[1:] if size != len(frames)), len(frames))
        noise = np.random.default_rng(SEED).standard_normal((1, channels, sum(frames)), np.float32)
        given = dict(zip(self._split.shared, shared, strict=True))
        given |= {self._split.frames: np.asarray(frames, np.float32).reshape(1, 1, -1), self._split.noise: noise}
        return _flat(self._runs.run(self._second, None, given, frees=seconds > _ORDINARY_S)[0])


def _given(task: PiperTask, config: "PiperConfig", noise: float, length: float) -> dict[str, Any]:
    """Return what a model takes; durations are without noise, so that they repeat."""
    ids = task.phrase.ids
    given = {
        "input": np.asarray([ids], np.int64),
        "input_lengths": np.asarray([len(ids)], np.int64),
        "scales": np.asarray([noise, length, 0.0], np.float32),
    }
    return given if config.speakers is None else given | {"sid": np.asarray([task.speaker], np.int64)}


def _flat(samples: "NDArray[np.float32]") -> "NDArray[np.float32]":
    return np.ascontiguousarray(samples.reshape(-1), np.float32)
