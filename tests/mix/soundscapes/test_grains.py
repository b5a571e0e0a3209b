from collections.abc import Iterator

import numpy as np
import pytest

from feltsense.mix.soundscapes.grains import Grain, Grains, decay_envelope, pan_gains, scatter_grains
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


def test_sides_have_equal_power() -> None:
    left, right = pan_gains(np.array([-1.0, 0.0, 1.0]))
    assert left == pytest.approx([1.0, 2**-0.5, 0.0], abs=1e-9)
    assert right == pytest.approx([0.0, 2**-0.5, 1.0], abs=1e-9)


def test_rows_become_grains() -> None:
    kinds = [np.ones(1, np.float32), np.full(2, 2, np.float32)]
    rows = list(
        scatter_grains(kinds, np.array([1, 0]), np.array([0.5, 1.25]), np.array([-1.0, 1.0]), np.array([3.0, 4.0]))
    )
    assert [start for start, _, _, _ in rows] == [22_050, 55_125]
    assert rows[0][1] is kinds[1]
    assert rows[0][2:] == pytest.approx((3.0, 0.0), abs=1e-9)
    assert rows[1][2:] == pytest.approx((0.0, 4.0), abs=1e-9)


def test_an_envelope_begins_and_ends_softly() -> None:
    shape = decay_envelope(2000, 0.002, 0.008)
    assert shape.max() == pytest.approx(1.0, abs=0.02)
    assert shape[0] == 0.0
    assert shape[-1] < 0.005
    assert np.abs(np.diff(shape)).max() < 0.05
