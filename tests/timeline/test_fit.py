import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.timeline.fit import Elastic, fit
from feltsense.units import Frames


@st.composite
def elastics(draw: st.DrawFn) -> Elastic:
    floor = draw(st.integers(0, 10**7))
    base = floor + draw(st.integers(0, 10**7))
    return Elastic(Frames(base), Frames(floor), Frames(base + draw(st.integers(0, 10**7))))


@given(st.lists(elastics(), min_size=1, max_size=40), st.floats(0, 1))
def test_any_room_between_the_bounds_is_filled_to_the_frame(silences: list[Elastic], part: float) -> None:
    low, high = sum(e.floor for e in silences), sum(e.ceiling for e in silences)
    room = low + int((high - low) * part)
    lengths = fit(silences, room)
    assert sum(lengths) == room
    assert all(e.floor <= length <= e.ceiling for e, length in zip(silences, lengths, strict=True))


@given(st.lists(elastics(), max_size=10))
def test_room_outside_the_bounds_is_refused(silences: list[Elastic]) -> None:
    for room in (sum(e.floor for e in silences) - 1, sum(e.ceiling for e in silences) + 1):
        with pytest.raises(ValueError, match=str(room)):
            fit(silences, room)


def test_one_factor_scales_all_and_bounds_hold_each() -> None:
    silences = [
        Elastic(Frames(base), Frames(0), Frames(ceiling)) for base, ceiling in [(100, 1000), (200, 1000), (300, 330)]
    ]
    assert fit(silences, 930) == (200, 400, 330)


def test_leftover_frames_go_to_the_first_that_can_grow() -> None:
    silences = [Elastic(Frames(10), Frames(0), Frames(30))] * 3
    assert fit(silences, 32) == (11, 11, 10)


def test_nothing_elastic_fits_only_nothing() -> None:
    assert fit([], 0) == ()
