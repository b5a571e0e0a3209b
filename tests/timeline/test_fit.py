from hypothesis import given
from hypothesis import strategies as st

from feltsense.timeline.fit import MP3_FRAME, Elastic, SilenceFit
from feltsense.units import Frames


@st.composite
def elastics(draw: st.DrawFn) -> Elastic:
    floor = draw(st.integers(0, 10**7))
    base = floor + draw(st.integers(0, 10**7))
    return Elastic(Frames(base), Frames(floor), Frames(base + draw(st.integers(0, 10**7))))


def taken(silences: list[Elastic], room: int | None, cursor: int = 0) -> list[Frames]:
    """Return the lengths that silences get, one straight after the other."""
    fit, lengths = SilenceFit(silences), []
    for silence in silences:
        lengths.append(fit.take(silence, room, cursor))
        cursor += lengths[-1]
        room = None if room is None else room - lengths[-1]
    assert not fit.left
    return lengths


@given(st.lists(elastics(), min_size=1, max_size=40), st.floats(0, 1), st.integers(0, 10**6))
def test_any_room_between_the_bounds_is_filled_to_the_frame(silences: list[Elastic], part: float, cursor: int) -> None:
    low, high = sum(e.floor for e in silences), sum(e.ceiling for e in silences)
    room = low + int((high - low) * part)
    lengths = taken(silences, room, cursor)
    assert sum(lengths) == room
    assert all(e.floor <= length <= e.ceiling for e, length in zip(silences, lengths, strict=True))


@given(st.lists(elastics(), min_size=1, max_size=10))
def test_room_outside_the_bounds_gets_what_is_nearest(silences: list[Elastic]) -> None:
    floors, ceilings = [e.floor for e in silences], [e.ceiling for e in silences]
    assert taken(silences, sum(floors) - 1) == floors
    assert taken(silences, sum(ceilings) + 1) == ceilings


def test_one_factor_scales_all_and_bounds_hold_each() -> None:
    silences = [
        Elastic(Frames(base * 1152), Frames(0), Frames(ceiling * 1152))
        for base, ceiling in [(100, 1000), (200, 1000), (300, 330)]
    ]
    assert taken(silences, 930 * 1152) == [200 * 1152, 400 * 1152, 330 * 1152]


@given(st.lists(st.integers(30_000, 10**6), min_size=2, max_size=20), st.integers(0, 10**6), st.booleans())
def test_each_but_the_last_ends_where_a_frame_of_mp3_does(bases: list[int], cursor: int, written: bool) -> None:  # noqa: FBT001
    silences = [Elastic(Frames(base), Frames(base // 2), Frames(3 * base)) for base in bases]
    room = None if written else sum(bases) + 12_345
    lengths = taken(silences, room, cursor)
    assert sum(lengths) == (sum(bases) if written else room)
    for length, base in zip(lengths[:-1], bases, strict=False):
        cursor += length
        assert cursor % MP3_FRAME == 0
        if written:
            assert abs(length - base) <= MP3_FRAME


def test_nothing_is_left_of_nothing() -> None:
    assert SilenceFit([]).left == 0
