"""Kokoro's model, opened: its durations can be read and set. All its voices share one.

The model takes one speed for the whole phrase, and stretches the silence before it too, in which it then sounds: a
vowel of a quarter of a second before the first word. So each sign gets a speed of its own here, and the silence keeps
its natural length. With equal speeds the sound is the same as before, bit for bit.
"""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

import numpy as np

from feltsense.errors import VoiceError, reason_of
from feltsense.voice.neural.onnx_graph import loosen_length
from feltsense.voice.neural.onnx_parts import OnnxGraph, OnnxHalves
from feltsense.voice.neural.session import OnnxRuns, open_onnx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from feltsense.voice.added.checked import FileReader

KOKORO_RATE = 24_000
UNIT = 600
"""Samples in a unit, in which durations are counted: 25 ms."""

KOKORO_AGAIN = "Add it again: feltsense voices add FILE…"

_NATURAL, _DURATIONS = "/encoder/predictor/ReduceSum_output_0", "/encoder/Clip_output_0"
"""Values in its graph: units of each sign at natural speed, not rounded; those as synthesised, at least one."""

_TOKENS = ("tokens", "input_ids")
"""What different exports call the signs; style and speed have one name each."""


class KokoroModel:
    """The model, in two halves: the first reads the signs, the second speaks. For several threads at once.

    Args:
        path: its file.
        read: reads it.

    Raises:
        VoiceError: it is none of the exports that are known.
    """

    def __init__(self, path: Path, read: "FileReader | None" = None) -> None:
        halves = _halves(path, read or read_voice_file)
        self._first = open_onnx(halves.first)
        self._second = open_onnx(halves.second, arena=True)
        self._read_values = [_NATURAL, *halves.shared]
        names = [one.name for one in self._first.get_inputs()]
        self._tokens = next((name for name in names if name in _TOKENS), names[0])
        self._sound: str = self._second.get_outputs()[0].name

    def read(self, ids: "Sequence[int]", style: "NDArray[np.float32]", runs: OnnxRuns | None = None) -> "KokoroReading":
        """Return how many units each of `ids` lasts at natural speed, and what else `speak` takes.

        Args:
            ids: of the signs, with a silence before and after them.
            style: the voice's row for so many signs, shape (1, 256).
            runs: those of the voice, to be ended with it.
        """
        given = {self._tokens: np.asarray([ids], np.int64), "style": style}
        made = (runs or OnnxRuns()).run(self._first, self._read_values, given)
        return KokoroReading(made[0].reshape(-1).tolist(), dict(zip(self._read_values, made, strict=True)))

    def speak(
        self, reading: "KokoroReading", speeds: "NDArray[np.float32]", runs: OnnxRuns | None = None
    ) -> "tuple[NDArray[np.float32], list[float]]":
        """Return samples at `KOKORO_RATE`, and how many units each of the ids lasts in them.

        Args:
            reading: from `read`.
            speeds: one for each id, or one for all.
            runs: those of the voice, to be ended with it.
        """
        given = {**reading.values, "speed": speeds}
        samples, units = (runs or OnnxRuns()).run(self._second, [self._sound, _DURATIONS], given)
        return samples.reshape(-1), units.reshape(-1).tolist()


@dataclass(frozen=True, slots=True)
class KokoroReading:
    """A phrase as the model has read it, not spoken yet."""

    natural_units: list[float]
    """How long each id lasts at natural speed, not rounded."""
    values: "dict[str, NDArray[np.float32]]"
    """What the half that speaks takes of it, by name."""


def _halves(path: Path, read: "FileReader") -> OnnxHalves:
    """Return the model, cut between the natural durations and the speeds that they are divided by."""
    opened = loosen_length(read(path), "speed")
    try:
        graph = OnnxGraph(opened or b"")
        computed = graph.behind(graph.inputs)
        natural, durations = _NATURAL.encode(), _DURATIONS.encode()
        if natural in computed and durations in computed and len(graph.outputs) == 1:
            return graph.halves([natural, b"speed"], [natural], [durations])
    except (IndexError, RecursionError, ValueError):
        pass  # told below
    raise VoiceError(
        f"{path.name} is not a Kokoro model whose durations can be set.",
        f"Take one of the files of kokoro-onnx (Kokoro 1.0). {KOKORO_AGAIN}",
    )


def read_voice_file(path: Path) -> bytes:
    """Return the content of a file of a voice.

    Raises:
        VoiceError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise VoiceError(f"{path} cannot be read: {reason_of(error)}.", KOKORO_AGAIN) from error


_open: WeakValueDictionary[Path, KokoroModel] = WeakValueDictionary()
_lock = Lock()


def shared_model(path: Path, read: "FileReader | None" = None) -> KokoroModel:
    """Return the model of a file, loaded once for as long as any voice uses it.

    Raises:
        VoiceError: it is none of the exports that are known.
    """
    with _lock:
        model = _open.get(path)
        if model is None:
            model = _open[path] = KokoroModel(path, read)
        return model
