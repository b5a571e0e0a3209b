import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from feltsense.audio import peaks
from feltsense.audio.limiter import limit_peaks
from feltsense.audio.peaks import true_peak
from feltsense.audio.resample import resample
from feltsense.units import SAMPLE_RATE


def oversampled_peak(samples: NDArray[np.float32]) -> float:
    return float(np.abs(resample(np.pad(samples, 128), SAMPLE_RATE, 4 * SAMPLE_RATE)).max(initial=0.0))


@settings(max_examples=40)
@given(st.integers(0, 2**32 - 1), st.floats(0.1, 4.0), st.integers(1, 20_000))
def test_no_true_peak_is_left_above_the_ceiling(seed: int, level: float, length: int) -> None:
    rng = np.random.default_rng(seed)
    bursts = rng.standard_normal(length + 15) * (rng.random(length + 15) > 0.9)
    samples = (level * np.convolve(bursts, np.hanning(16), "valid")).astype(np.float32)  # speech has no clicks
    assert oversampled_peak(limit_peaks(samples, 0.7)) <= 0.7 * 1.05


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


@settings(max_examples=60)
@given(st.integers(0, 2**32 - 1), st.integers(1, 6000), st.integers(1, 200))
def test_the_true_peak_is_that_of_oversampling_everything(seed: int, length: int, width: int) -> None:
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal(length) * (rng.random(length) > 0.5)
    samples = np.convolve(noise, np.hanning(width), "same")[:length].astype(np.float32)
    expected = max(oversampled_peak(samples), float(np.abs(samples).max()))
    assert true_peak(samples) == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("seed", range(6))
def test_no_peak_is_overlooked_where_it_is_not_looked_for(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is surely soft enough is not oversampled: the samples are those of looking everywhere."""
    rng = np.random.default_rng(seed)
    bursts = rng.standard_normal(60_000) * (rng.random(60_000) > 0.998) * rng.choice([0.3, 0.8, 1.2], 60_000)
    shape = [np.ones(1), np.hanning(5), np.hanning(16), np.sinc(np.arange(-20, 21) / 1.1)][seed % 4]
    samples = np.convolve(bursts, shape, "same").astype(np.float32)
    limited = limit_peaks(samples, 0.7)
    monkeypatch.setattr(peaks, "_BEND", 1e6)
    np.testing.assert_allclose(limited, limit_peaks(samples, 0.7), atol=1e-6)
    assert limited is not samples


def test_the_loudest_that_can_lie_between_samples_is_found() -> None:
    """Samples that are all at 0.5 add up to 1.4 between two of them, in the middle of a long sound."""
    taps = resample(np.eye(1, 401, 200, dtype=np.float32)[0], SAMPLE_RATE, 4 * SAMPLE_RATE)
    worst = np.sign(taps[2::4]) * 0.5
    sound = np.concatenate([np.zeros(30_000), worst, np.zeros(30_000)]).astype(np.float32)
    assert oversampled_peak(sound) > 1.2
    assert oversampled_peak(limit_peaks(sound, 0.9)) <= 0.9 * 1.05


def test_only_what_is_near_a_peak_is_oversampled(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(samples: NDArray[np.float32], rate_in: int, rate_out: int) -> NDArray[np.float32]:
        asked.append(len(samples))
        return resample(samples, rate_in, rate_out)

    monkeypatch.setattr(peaks, "resample", counted)
    samples = (0.6 * np.sin(np.arange(100_000) / 20)).astype(np.float32)
    samples[50_000:50_100] *= 2
    limit_peaks(samples, 0.7)
    assert sum(asked) < 10_000
