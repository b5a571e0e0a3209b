"""What every soundscape promises: the same samples however they are read, a known level, width, and no surprise."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hearing import Sound, bands, found_again, levels, lufs
from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.audio.peaks import true_peak
from feltsense.mix.soundscapes.port import LEVEL_LUFS, SoundscapeStream
from feltsense.mix.soundscapes.registry import names, soundscape
from feltsense.units import SAMPLE_RATE

every = pytest.mark.parametrize("name", names())
SOME = 3 * SAMPLE_RATE
FAR = 7200 * SAMPLE_RATE + 12_345
"""Two hours in."""


@cache
def stream(name: str) -> SoundscapeStream:
    return soundscape(name).open()


@cache
def minute(name: str) -> Sound:
    return stream(name).read(0, 60 * SAMPLE_RATE)


@cache
def far(name: str) -> Sound:
    return stream(name).read(FAR, FAR + SOME)


@every
@settings(max_examples=12)
@given(cuts=st.lists(st.integers(0, SOME), max_size=8))
def test_any_cut_gives_the_same_samples(name: str, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), SOME]
    blocks = [stream(name).read(FAR + start, FAR + stop) for start, stop in pairwise(edges)]
    assert np.array_equal(np.concatenate(blocks), far(name))


@every
def test_another_stream_read_backwards_gives_the_same_samples(name: str) -> None:
    other = soundscape(name).open()
    for start in range(SOME - 30_000, -1, -30_000):
        assert np.array_equal(other.read(FAR + start, FAR + start + 30_000), far(name)[start : start + 30_000])


@pytest.mark.parametrize("name", ["rain", "crickets"])
def test_threads_do_not_disturb_each_other(name: str) -> None:
    shared = soundscape(name).open()
    starts = list(range(0, SOME - 9000, 9000)) * 2
    with ThreadPoolExecutor(4) as pool:
        blocks = list(pool.map(lambda start: shared.read(FAR + start, FAR + start + 9000), starts))
    assert all(np.array_equal(block, far(name)[s : s + 9000]) for block, s in zip(blocks, starts, strict=True))


@every
def test_a_block_is_the_callers_own(name: str) -> None:
    block = stream(name).read(100, 200)
    before = block.copy()
    block[:] = 0.0
    assert block.dtype == np.float32
    assert np.array_equal(stream(name).read(100, 200), before)
    assert stream(name).read(100, 100).shape == (0, 2)


@every
def test_loudness_is_the_agreed_one(name: str) -> None:
    assert lufs(minute(name)) == pytest.approx(LEVEL_LUFS, abs=0.5)


@every
def test_peaks_stay_far_from_a_startle(name: str) -> None:
    assert 20 * np.log10(np.abs(minute(name)).max()) < -22.0
    assert 20 * np.log10(true_peak(np.ascontiguousarray(minute(name)[:SOME, 0]))) < -22.0


@every
def test_nothing_is_sudden(name: str) -> None:
    quick = levels(minute(name), 100)
    usual = np.median(np.lib.stride_tricks.sliding_window_view(quick, 31), axis=1)
    assert (quick[15:-15] - usual).max() < 6.0


@every
def test_treble_is_gentle(name: str) -> None:
    treble, rest = bands(minute(name), (8000, 22_050), (100, 8000))
    assert treble < rest - 12.0


@every
def test_wide_with_a_stable_middle_and_safe_in_mono(name: str) -> None:
    left, right = minute(name).T.astype(np.float64)
    assert 0.3 < np.corrcoef(left, right)[0, 1] < 0.95
    assert abs(10 * np.log10(np.mean(left**2) / np.mean(right**2))) < 1.0
    mono = np.mean(((left + right) / 2) ** 2) / np.mean((left**2 + right**2) / 2)
    assert 10 * np.log10(mono) > -2.0


@every
def test_no_seam_where_pieces_meet(name: str) -> None:
    """Bends at the edges of hops and seconds are as large as anywhere."""
    bends = np.abs(np.diff(minute(name)[: 40 * SAMPLE_RATE], 2, axis=0)).mean(axis=1)
    for grid in (SAMPLE_RATE, SAMPLE_RATE // 20):
        edges = np.arange(grid, len(bends), grid)
        assert max(bends[edges - 1].mean(), bends[edges - 2].mean()) < 1.5 * bends.mean()
        assert bends[edges - 1].max() <= bends.max()


@every
def test_nothing_comes_again(name: str) -> None:
    """A drone is made of tones, which resemble themselves; a loop would reach 1."""
    assert found_again(minute(name)[: 23 * SAMPLE_RATE], 2 * SAMPLE_RATE) < (0.97 if name == "drone" else 0.3)


def test_the_search_finds_a_loop() -> None:
    looped = np.tile(minute("rain")[: 8 * SAMPLE_RATE], (3, 1))
    assert found_again(looped[: 23 * SAMPLE_RATE], 2 * SAMPLE_RATE) > 0.99
