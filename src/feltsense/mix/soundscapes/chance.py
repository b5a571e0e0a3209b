"""Chance that depends on nothing but a seed and an absolute place in time, so that any second can be made alone."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Seed = int | NDArray[np.int64]


def seeded_generator(seed: int, *place: int) -> np.random.Generator:
    """Return the generator of one place: always the same, and unrelated to those of its neighbours.

    Args:
        seed: of the soundscape.
        place: numbers of 0 or more, such as the layer and the second.
    """
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=place)))


def hash_noise(seed: "Seed", cells: "NDArray[np.int64]") -> "NDArray[np.float64]":
    """Return for each cell (any whole number) a value from -1 to 1, evenly spread and without any pattern (splitmix64).

    Several seeds, as an array that broadcasts with the cells, give as many unrelated rows.
    """
    mixed = cells.astype(np.uint64) + np.asarray(seed, np.uint64) * np.array([0xD1342543DE82EF95], np.uint64)
    mixed = (mixed + np.uint64(0x9E3779B97F4A7C15)) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(11)).astype(np.float64) / 2.0**52 - 1.0


def drift(seed: "Seed", times: "NDArray[np.float64]", period: "float | NDArray[np.float64]") -> "NDArray[np.float64]":
    """Return a smooth wandering from -1 to 1 at `times` (seconds), with a turn about every `period`.

    Two wanderings lie over each other, their periods in the golden ratio, so that no rhythm shows. Several seeds, or
    periods, as arrays that broadcast with the times, give as many rows.
    """
    return 0.62 * _wander(2 * seed, times / period) + 0.38 * _wander(2 * seed + 1, times / period * 1.618034)


def tide(seed: "Seed", times: "NDArray[np.float64]", period: float) -> "NDArray[np.float64]":
    """Return a rise and fall from -1 to 1 at `times` (seconds), about `period` long, no two of the same size."""
    uneven = 0.35 * drift(seed, times, 4.0 * period) + 0.9 * drift(seed + 100, times, 13.0 * period)
    places = 2.0 * (times / period + uneven)
    cells = np.floor(places).astype(np.int64)
    here, after = (_ends(seed, each) for each in (cells, cells + 1))
    return here + (after - here) * _eased(places - cells)


def _ends(seed: "Seed", cells: "NDArray[np.int64]") -> "NDArray[np.float64]":
    """Return high and low in turn, from 0.4 to 1 away from 0."""
    return (1.0 - 2.0 * (cells % 2)) * (0.7 + 0.3 * hash_noise(seed, cells))


def _wander(seed: "Seed", places: "NDArray[np.float64]") -> "NDArray[np.float64]":
    cells = np.floor(places).astype(np.int64)
    before, after = hash_noise(seed, cells), hash_noise(seed, cells + 1)
    return before + (after - before) * _eased(places - cells)


def _eased(share: "NDArray[np.float64]") -> "NDArray[np.float64]":
    return share * share * (3.0 - 2.0 * share)
