"""Kokoro's model, opened: its durations can be read and set. All its voices share one.

The model takes one speed for the whole phrase, and stretches the silence before it too, in which it then sounds: a
vowel of a quarter of a second before the first word. So each sign gets a speed of its own here, and the silence keeps
its natural length. With equal speeds the sound is the same as before, bit for bit.
"""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import numpy as np

from feltsense.errors import VoiceError, reason_of
from feltsense.voice.neural.onnx_graph import computes, cut_out, expose_values, loosen_length
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
    """The model. For several threads at once.

    Args:
        path: its file.
        read: reads it.

    Raises:
        VoiceError: it is none of the exports that are known.
    """

    def __init__(self, path: Path, read: "FileReader | None" = None) -> None:
        durations, whole = _with_durations(path, read or read_voice_file)
        self._durations = open_onnx(durations)
        del durations  # before the whole one takes most
        self._session = open_onnx(whole, arena=True)
        names = [one.name for one in self._session.get_inputs()]
        self._tokens = next((name for name in names if name in _TOKENS), names[0])
        self._sound: str = self._session.get_outputs()[0].name

    def natural_units(
        self, ids: "Sequence[int]", style: "NDArray[np.float32]", runs: OnnxRuns | None = None
    ) -> list[float]:
        """Return how many units each of `ids` lasts at natural speed, not rounded.

        Args:
            ids: of the signs, with a silence before and after them.
            style: the voice's row for so many signs, shape (1, 256).
            runs: those of the voice, to be ended with it.
        """
        (natural,) = (runs or OnnxRuns()).run(self._durations, [_NATURAL], self._given(ids, style))
        units: list[float] = natural.reshape(-1).tolist()
        return units

    def speak(
        self,
        ids: "Sequence[int]",
        style: "NDArray[np.float32]",
        speeds: "NDArray[np.float32]",
        runs: OnnxRuns | None = None,
    ) -> "tuple[NDArray[np.float32], list[float]]":
        """Return samples at `KOKORO_RATE`, and how many units each of `ids` lasts in them.

        Args:
            ids: of the signs, with a silence before and after them.
            style: the voice's row for so many signs, shape (1, 256).
            speeds: one for each of `ids`, or one for all.
            runs: those of the voice, to be ended with it.
        """
        given = {**self._given(ids, style), "speed": speeds}
        samples, units = (runs or OnnxRuns()).run(self._session, [self._sound, _DURATIONS], given)
        return samples.reshape(-1), units.reshape(-1).tolist()

    def _given(self, ids: "Sequence[int]", style: "NDArray[np.float32]") -> "dict[str, NDArray[Any]]":
        return {self._tokens: np.asarray([ids], np.int64), "style": style}


def _with_durations(path: Path, read: "FileReader") -> tuple[bytes, bytes]:
    """Return the model that tells natural durations, and the whole one that takes a speed for each sign."""
    given = read(path)
    opened = loosen_length(given, "speed")
    durations = _natural_durations(given)
    if opened is None or durations is None:
        raise VoiceError(
            f"{path.name} is not a Kokoro model whose durations can be set.",
            f"Take one of the files of kokoro-onnx (Kokoro 1.0). {KOKORO_AGAIN}",
        )
    del given  # 90 MB, and as much again below
    return durations, expose_values(opened, _DURATIONS)


def _natural_durations(model: bytes) -> bytes | None:
    """Return the part of a model that tells natural durations; None where it has none, or is damaged."""
    try:
        return cut_out(model, _NATURAL) if computes(model, _NATURAL, _DURATIONS) else None
    except (IndexError, ValueError):
        return None


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
