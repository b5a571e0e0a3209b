"""Durations of phonemes in hibari's model: they are exposed, to be read and to be set.

The model rounds each phoneme's natural duration, divided by `speed`, to whole units of 25 ms. It tells neither, and
takes one speed for the whole phrase, so its pace moves in jumps. Both values become outputs here, and the fixed length
1 of the `speed` input is loosened, so that every phoneme can have its own. With equal speeds the sound is the same,
bit for bit. The part that the natural durations hang on is also cut out, for it takes a quarter of the time.

This leans on names inside one release of hibari, which is why that is pinned.
"""

from feltsense.voice.neural.onnx_graph import computes, expose_values, loosen_length
from feltsense.voice.neural.onnx_parts import cut_out

NATURAL_DURATIONS = "/Sub_output_0"
"""Output: the duration of each phoneme at speed 1, in units, not rounded."""

DURATIONS = "/Clip_output_0"
"""Output: the duration of each phoneme as synthesised, in whole units, at least one."""

UNIT = 600
"""Samples in a unit, at the model's 24 kHz: 25 ms."""


def expose_durations(model: bytes) -> bytes | None:
    """Return the bytes of `model` with its durations exposed, or None where this is not the model we know."""
    loosened = loosen_length(model, "speed") if computes(model, NATURAL_DURATIONS, DURATIONS) else None
    return None if loosened is None else expose_values(loosened, NATURAL_DURATIONS, DURATIONS)


def cut_out_durations(model: bytes) -> bytes | None:
    """Return a model that takes `ids` alone and returns `NATURAL_DURATIONS`, or None where this is not one we know.

    Args:
        model: the bytes as they came, before `expose_durations`.
    """
    return None if expose_durations(model) is None else cut_out(model, NATURAL_DURATIONS)
