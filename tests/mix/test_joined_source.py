"""Sounds in a row: any cut gives the same samples, and quiet is where it was."""

import gc
import weakref

import numpy as np
import pytest
from numpy.typing import NDArray

from feltsense.mix.joined_source import JoinedSource, ReleasingSource
from feltsense.units import Frames


class Ramp:
    """Counts its frames, from a number on; quiet in a stretch."""

    def __init__(self, first: int, length: int, channels: int = 1) -> None:
        self.first = first
        self.length = Frames(length)
        self.channels = channels

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        assert 0 <= start < stop <= self.length
        return np.repeat(np.arange(start, stop, dtype=np.float32)[:, None] + self.first, self.channels, axis=1)

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        return ((Frames(1), Frames(3)),)


JOINED = JoinedSource([Ramp(0, 5), Ramp(5, 1), Ramp(6, 94)])


@pytest.mark.parametrize(("start", "stop"), [(0, 100), (0, 5), (4, 6), (5, 6), (3, 50), (99, 100), (7, 7)])
def test_any_cut_gives_the_same_samples(start: int, stop: int) -> None:
    assert JOINED.read(start, stop)[:, 0].tolist() == list(range(start, stop))


def test_behind_the_end_there_is_silence() -> None:
    assert JOINED.read(98, 103)[:, 0].tolist() == [98, 99, 0, 0, 0]
    assert not JOINED.read(200, 210).any()


def test_all_have_two_sides_where_one_has() -> None:
    wide = JoinedSource([Ramp(0, 5), Ramp(5, 5, channels=2)])
    assert wide.channels == 2
    assert wide.read(3, 7).tolist() == [[3, 3], [4, 4], [5, 5], [6, 6]]


def test_quiet_is_where_it_was() -> None:
    assert JOINED.quiet() == ((1, 3), (6, 8), (7, 9))


def test_what_was_read_to_its_end_is_let_go_and_made_anew_where_it_is_read_again() -> None:
    made: list[weakref.ref[Ramp]] = []

    def make() -> Ramp:
        ramp = Ramp(0, 10)
        made.append(weakref.ref(ramp))
        return ramp

    source = ReleasingSource(make(), make)
    assert source.read(0, 5)[:, 0].tolist() == [0, 1, 2, 3, 4]
    assert made[0]()
    assert source.read(5, 10)[:, 0].tolist() == [5, 6, 7, 8, 9]
    gc.collect()
    assert not made[0]()
    assert source.read(2, 4)[:, 0].tolist() == [2, 3]
    assert (source.length, source.quiet(), len(made)) == (10, ((1, 3),), 2)
