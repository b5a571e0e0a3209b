import math
import wave
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from feltsense.audio.loudness import HOP, RUN_OUT, LoudnessMeter, energy, gating_blocks, integrated
from feltsense.audio.peaks import true_peak
from feltsense.units import SAMPLE_RATE
from listening import loudness
from tests_support import need


def sine(hertz: float, seconds: float = 2.0, level: float = 0.1, phase: float = 0.0) -> NDArray[np.float32]:
    at = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return (level * np.sin(2 * np.pi * hertz * at + phase)).astype(np.float32)


def weighted_db(hertz: float) -> float:
    """Return what the weighting does to a steady tone."""
    hops = energy(sine(hertz))[5:15]
    return 10 * math.log10(sum(hops) / (len(hops) * HOP) / (0.1**2 / 2))


def write_wav(path: Path, samples: NDArray[np.float32]) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        out.writeframes((samples * 32767).astype("<i2").tobytes())


def standards_db(hertz: float) -> float:
    """Return the same from the coefficients that ITU-R BS.1770-4 prints for 48 kHz."""
    z = np.exp(-2j * np.pi * hertz / 48_000)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z * z) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z * z
    )
    high_pass = (1 - 2 * z + z * z) / (1 - 1.99004745483398 * z + 0.99007225036621 * z * z)
    return float(20 * np.log10(abs(shelf * high_pass)))


@pytest.mark.parametrize("hertz", [40, 100, 500, 997, 2_000, 4_000, 10_000])
def test_weighting_is_the_standards(hertz: float) -> None:
    assert weighted_db(hertz) == pytest.approx(standards_db(hertz), abs=0.05)


def test_a_full_scale_tone_has_the_loudness_the_standard_gives_it() -> None:
    hops = energy(sine(997, 5.0, level=1.0))[2:48]
    blocks = [sum(hops[start : start + 4]) / (4 * HOP) for start in range(len(hops) - 3)]
    assert integrated(blocks) == pytest.approx(-3.01, abs=0.02)


@pytest.mark.parametrize("length", [1, HOP - 1, HOP, HOP + 1, 12 * HOP])
def test_there_is_a_value_for_each_hop_and_the_run_out(length: int) -> None:
    assert len(energy(np.ones(length, np.float32))) == math.ceil(length / HOP) + RUN_OUT


def test_the_filter_rings_out_into_the_run_out_and_not_around_to_the_start() -> None:
    samples = np.zeros(4 * HOP, np.float32)
    samples[-1] = 1.0
    hops = energy(samples)
    assert hops[4] > 1e-3
    assert sum(hops[:3]) < 1e-9
    assert hops[-1] < 1e-9


STRETCHES = st.lists(st.tuples(st.integers(1, 40 * HOP), st.sampled_from([0.0, 0.0, 1e-6, 0.01, 0.3])), max_size=6)
"""Frames and level; nothing at all is as common as in an exercise, and lasts over several of the meter's stretches."""


@given(STRETCHES, st.lists(st.integers(0, 15 * HOP), min_size=1, max_size=5), st.sampled_from([1, 2]))
@settings(max_examples=60)
def test_a_meter_agrees_with_one_transform_of_the_whole_however_it_is_cut(
    stretches: list[tuple[int, float]], cuts: list[int], channels: int
) -> None:
    noise = np.random.default_rng(7)
    levels = np.repeat([level for _, level in stretches], [length for length, _ in stretches])
    sound = (noise.uniform(-1, 1, (len(levels), channels)) * levels[:, None]).astype(np.float32)
    meter, at, turn = LoudnessMeter(), 0, 0
    while at < len(sound):
        size = cuts[turn % len(cuts)] or HOP
        meter.add(sound[at : at + size])
        at, turn = at + size, turn + 1
    hops = np.sum([energy(side)[:-RUN_OUT] for side in np.ascontiguousarray(sound.T)], axis=0)
    assert meter._hops[: len(hops)] == pytest.approx(hops[: len(meter._hops)].tolist(), rel=1e-3, abs=1e-6)
    found, peak = meter.result()
    assert found == pytest.approx(integrated(gating_blocks(hops.tolist())), abs=1e-3)
    assert meter._hops == pytest.approx(hops.tolist(), rel=1e-3, abs=1e-6)
    assert peak == np.abs(sound).max(initial=0.0)


def test_a_meter_weighs_what_is_around_a_long_silence_and_nothing_in_it() -> None:
    meter = LoudnessMeter()
    sound = np.zeros((100 * HOP, 1), np.float32)
    sound[: 5 * HOP, 0] = sound[95 * HOP :, 0] = sine(997, 0.5)
    for start in range(0, len(sound), 4 * HOP):
        meter.add(sound[start : start + 4 * HOP])
    meter.result()
    assert meter._hops[20:80] == [0.0] * 60
    assert min(meter._hops[:5] + meter._hops[95:]) > 1.0


def test_true_peak_lies_between_the_samples() -> None:
    samples = sine(SAMPLE_RATE / 4, phase=np.pi / 4, level=0.5)
    samples *= np.hanning(len(samples)).astype(np.float32)
    assert np.abs(samples).max() == pytest.approx(0.3536, abs=0.001)
    assert true_peak(samples) == pytest.approx(0.5, abs=0.002)


def test_true_peak_of_nothing_is_nothing() -> None:
    assert true_peak(np.zeros(0, np.float32)) == 0.0
    assert true_peak(np.zeros(1000, np.float32)) == 0.0


def test_loudness_agrees_with_ffmpeg(tmp_path: Path) -> None:
    need("ffmpeg")
    noise = np.random.default_rng(4).standard_normal(6 * SAMPLE_RATE).cumsum() % 2 - 1
    samples = (0.2 * noise * np.repeat([1.0, 0.02, 0.6], 2 * SAMPLE_RATE)).astype(np.float32)
    path = tmp_path / "noise.wav"
    write_wav(path, samples)
    hops = energy(samples)[:60]
    ours = integrated([sum(hops[start : start + 4]) / (4 * HOP) for start in range(57)])
    theirs, peak = loudness(path)
    assert ours == pytest.approx(theirs, abs=0.15)
    assert 20 * math.log10(true_peak(samples)) == pytest.approx(peak, abs=0.4)
