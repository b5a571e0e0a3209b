import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.render.mp3_frames import main_data_at
from feltsense.render.mp3_splice import before_seam, block_types, find_seam, main_data_begin

HEADERS = {1: bytes([0xFF, 0xFB, 0x70, 0xC0]), 2: bytes([0xFF, 0xFB, 0x90, 0x40])}
LONG, START, SHORT, STOP, MIXED = 0, 0b1010, 0b1100, 0b1110, 0b1101


def frame(begin: int = 0, window: int = LONG, fill: int = 0, size: int = 60, channels: int = 2) -> bytes:
    """Return a frame with the same `window` everywhere, and an area of `size` bytes of `fill`."""
    return frame_of([window] * 2 * channels, begin, channels) + bytes([fill]) * size


def frame_of(windows: list[int], begin: int, channels: int) -> bytes:
    bits = f"{begin:09b}" + "1" * (9 if channels == 1 else 11)
    for window in windows:
        # part2_3_length, big_values, global_gain and scalefac_compress are 33 bits; table_select follows a long window
        bits += "1" * 33 + (f"{window:04b}" if window else "0111") + "1" * 22
    return HEADERS[channels] + int(bits, 2).to_bytes(len(bits) // 8, "big")


@given(st.data(), st.sampled_from([1, 2]), st.integers(0, 511))
def test_side_info_is_read_as_it_was_written(data: st.DataObject, channels: int, begin: int) -> None:
    size = 2 * channels
    windows = data.draw(st.lists(st.sampled_from([LONG, START, SHORT, STOP, MIXED]), min_size=size, max_size=size))
    made = frame_of(windows, begin, channels)
    assert main_data_at(made) == len(made)
    assert main_data_begin(made) == begin
    assert block_types(made) == tuple(windows)


def test_the_first_frame_whose_data_may_be_replaced_is_the_seam() -> None:
    left = [frame(begin) for begin in (0, 50, 40, 30, 30)]
    right = [frame(begin) for begin in (0, 50, 41, 30, 0)]
    assert find_seam(left, right, 1) == 1
    assert find_seam(left, right, 2) == 3


def test_both_sides_of_a_seam_have_the_same_windows() -> None:
    left = [frame(window=window) for window in (LONG, LONG, START, SHORT, STOP, LONG, LONG)]
    right = [frame(window=window) for window in (LONG, START, SHORT, STOP, LONG, LONG, LONG)]
    assert find_seam(left, right, 1) == 6


def test_a_frame_of_another_size_is_no_seam() -> None:
    left, right = [frame() for _ in range(3)], [frame(size=61) for _ in range(3)]
    assert find_seam(left, right, 1) is None


def test_no_seam_is_found_behind_the_end_of_either() -> None:
    left, right = [frame() for _ in range(9)], [frame(window=START) for _ in range(5)]
    assert find_seam(left, right, 1) is None
    assert find_seam(left, left[:3], 3) is None


@pytest.mark.parametrize("begin", [0, 1, 59, 60, 61, 150, 180])
def test_only_the_main_data_of_what_follows_is_replaced(begin: int) -> None:
    left = [frame(511, fill=number) for number in range(1, 5)]
    right = [*(frame(fill=number) for number in range(11, 14)), frame(begin, fill=14)]
    joined = before_seam(left, right, 3)
    start = main_data_at(left[0])
    assert [made[:start] for made in joined] == [made[:start] for made in left[:3]]
    areas = [b"".join(made[start:] for made in frames) for frames in (joined, left[:3], right[:3])]
    assert areas[0] == areas[1][: 180 - begin] + areas[2][180 - begin :]
    assert all(len(a) == len(b) for a, b in itertools.pairwise(joined))


def test_a_seam_needs_enough_frames_before_it() -> None:
    with pytest.raises(ValueError, match="too few frames"):
        before_seam([frame(511)] * 2, [frame(511)] * 2, 1)
