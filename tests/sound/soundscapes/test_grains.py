from collections.abc import Iterator

import numpy as np
import pytest

from feltsense.sound.soundscapes.grains import Grain, Grains, ringing, sides
from feltsense.units import SAMPLE_RATE


def one_each(second: int) -> Iterator[Grain]:
    """A ramp that begins late in each second, louder with each."""
    yield SAMPLE_RATE - 10, np.arange(1, 21, dtype=np.float32), 1.0 + second, 0.0


def test_a_grain_runs_on_into_the_next_second() -> None:
    grains = Grains(one_each)
    left = np.concatenate([grains.second(at)[0] for at in (0, 1)])
    assert left[SAMPLE_RATE - 10 : SAMPLE_RATE + 10].tolist() == list(range(1, 21))
    assert left[-10:].tolist() == [2.0 * n for n in range(1, 11)]
    assert np.count_nonzero(left) == 30


def test_a_second_is_the_same_when_asked_for_first() -> None:
    assert np.array_equal(Grains(one_each).second(5), [Grains(one_each).second(at) for at in range(6)][5])


def test_a_stereo_grain_keeps_its_sides() -> None:
    grains = Grains(lambda second: [(0, np.array([[1.0], [2.0]], np.float32), 0.5, 0.5)] if not second else [])
    assert grains.second(0)[:, 0].tolist() == [0.5, 1.0]


@pytest.mark.parametrize(("place", "left", "right"), [(-1.0, 1.0, 0.0), (0.0, 2**-0.5, 2**-0.5), (1.0, 0.0, 1.0)])
def test_sides(place: float, left: float, right: float) -> None:
    assert sides(place) == pytest.approx((left, right), abs=1e-9)


def test_an_envelope_begins_and_ends_softly() -> None:
    shape = ringing(2000, 0.002, 0.008)
    assert shape.max() == pytest.approx(1.0, abs=0.02)
    assert shape[0] == 0.0
    assert shape[-1] < 0.005
    assert np.abs(np.diff(shape)).max() < 0.05
