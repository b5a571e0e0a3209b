import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.audio.limiter import limit_peaks
from feltsense.audio.loudness import true_peak
from feltsense.units import SAMPLE_RATE


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32 - 1), st.floats(0.1, 4.0), st.integers(1, 20_000))
def test_no_true_peak_is_left_above_the_ceiling(seed: int, level: float, length: int) -> None:
    rng = np.random.default_rng(seed)
    bursts = rng.standard_normal(length + 15) * (rng.random(length + 15) > 0.9)
    samples = (level * np.convolve(bursts, np.hanning(16), "valid")).astype(np.float32)  # speech has no clicks
    assert true_peak(limit_peaks(samples, 0.7)) <= 0.7 * 1.05


def test_what_is_soft_enough_is_not_touched() -> None:
    samples = (0.5 * np.sin(np.arange(9000) / 20)).astype(np.float32)
    assert limit_peaks(samples, 0.7) is samples


def test_only_the_surroundings_of_a_peak_change() -> None:
    time = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    samples = (0.4 * np.sin(2 * np.pi * 200 * time)).astype(np.float32)
    samples[20_000:20_050] *= 3
    changed = np.flatnonzero(limit_peaks(samples, 0.7) != samples)
    assert changed.min() > 20_000 - 1000
    assert changed.max() < 20_050 + 1000


def test_the_gain_bends_without_a_step() -> None:
    steady = np.full(4000, 0.5, np.float32)
    steady[2000] = 1.4
    ratio = limit_peaks(steady, 0.7) / steady
    assert np.abs(np.diff(ratio)).max() < 0.01
    assert ratio[0] == pytest.approx(1.0)
