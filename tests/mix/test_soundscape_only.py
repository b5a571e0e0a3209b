"""A soundscape by itself."""

import itertools

import numpy as np

from feltsense.mix.soundscape_only import SoundscapeOnly
from feltsense.mix.soundscapes.registry import soundscape
from feltsense.units import SAMPLE_RATE, Frames

LENGTH = Frames(10 * SAMPLE_RATE)


def test_it_is_the_stream_louder_and_faded_at_both_ends() -> None:
    stream = soundscape("brown").open()
    alone = SoundscapeOnly(stream, LENGTH)
    middle = alone.read(4 * SAMPLE_RATE, 5 * SAMPLE_RATE)
    assert np.allclose(middle, stream.read(4 * SAMPLE_RATE, 5 * SAMPLE_RATE) * 10 ** (14 / 20), atol=1e-6)
    assert np.abs(alone.read(0, 1)).max() == 0
    assert np.abs(alone.read(LENGTH - 1, LENGTH)).max() < 1e-3


def test_any_cut_gives_the_same() -> None:
    alone = SoundscapeOnly(soundscape("brown").open(), LENGTH)
    whole = alone.read(0, LENGTH)
    cuts = [0, 1, 1000, SAMPLE_RATE + 7, 9 * SAMPLE_RATE, LENGTH]
    assert np.array_equal(np.concatenate([alone.read(a, b) for a, b in itertools.pairwise(cuts)]), whole)


def test_a_very_short_one_is_only_fades() -> None:
    assert SoundscapeOnly(soundscape("brown").open(), Frames(1)).read(0, 1).shape == (1, 2)
