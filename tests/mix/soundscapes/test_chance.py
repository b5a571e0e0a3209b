from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from feltsense.mix.soundscapes.chance import drift, hash_noise, seeded_generator, tide

Wandering = Callable[[int, NDArray[np.float64], float], NDArray[np.float64]]


def test_a_place_has_its_own_chance_and_keeps_it() -> None:
    here = seeded_generator(3, 1, 7).bytes(16)
    assert seeded_generator(3, 1, 7).bytes(16) == here
    others = [seeded_generator(*place).bytes(16) for place in ((3, 1, 8), (3, 2, 7), (4, 1, 7), (3, 1), (3, 1, 7, 0))]
    assert len({here, *others}) == 6


def test_scattered_values_are_even_and_unrelated() -> None:
    cells = np.arange(-20_000, 20_000)
    values = hash_noise(5, cells)
    assert np.histogram(values, 20, (-1, 1))[0].min() > 1800
    assert abs(np.corrcoef(values[1:], values[:-1])[0, 1]) < 0.02
    assert abs(np.corrcoef(values, hash_noise(6, cells))[0, 1]) < 0.02


def test_several_seeds_give_their_rows() -> None:
    times = np.linspace(0, 50, 300)
    rows = drift(np.array([[1], [9]]), times, 4.0)
    assert np.array_equal(rows[0], drift(1, times, 4.0))
    assert np.array_equal(rows[1], drift(9, times, 4.0))


@pytest.mark.parametrize("wandering", [drift, tide])
def test_wandering_is_smooth_and_bounded(wandering: Wandering) -> None:
    times = np.arange(0, 4000, 0.01)
    values = wandering(2, times, 5.0)
    assert np.abs(values).max() <= 1.0
    assert np.abs(np.diff(values)).max() < 0.02
    assert np.ptp(values) > 1.2


def test_a_tide_turns_about_once_a_period_and_never_exactly() -> None:
    times = np.arange(0, 4000, 0.05)
    values = tide(2, times, 10.0)
    rises = np.flatnonzero((values[1:] > 0) & (values[:-1] <= 0)) * 0.05
    gaps = np.diff(rises)
    assert len(rises) == pytest.approx(400, abs=12)
    assert gaps.min() > 4.0
    assert gaps.std() > 0.7
