"""What makes each soundscape the thing it is named after."""

import wave
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hearing import Sound, bands, levels, spectrum

from feltsense.audio.samples import to_int16
from feltsense.mix.soundscapes.port import LEVEL_LUFS
from feltsense.mix.soundscapes.registry import soundscape
from feltsense.units import SAMPLE_RATE
from listening import loudness
from tests_support import need


@cache
def heard(name: str) -> Sound:
    """A minute, from the fifth on."""
    return soundscape(name).open().read(300 * SAMPLE_RATE, 360 * SAMPLE_RATE)


def tops(level: list[float], apart: int) -> list[int]:
    """Return where `level` is higher than all that lies less than `apart` away."""
    return [at for at in range(apart, len(level) - apart) if level[at] == max(level[at - apart : at + apart + 1])]


@pytest.mark.parametrize(("name", "slope"), [("brown", -6.02), ("pink", -3.01)])
def test_noise_has_the_slope_of_its_colour(name: str, slope: float) -> None:
    lows = (125, 250, 500, 1000, 2000)
    powers = bands(heard(name), *((low, 2 * low) for low in lows))
    octaves = [power - 10 * np.log10(low) for power, low in zip(powers, lows, strict=True)]
    assert np.polyfit(range(5), octaves, 1)[0] == pytest.approx(slope, abs=0.5)


def test_waves_come_slowly_and_unevenly() -> None:
    level = np.convolve(levels(heard("ocean"), 100), np.hanning(21) / 10, "valid").tolist()
    waves = tops(level, 30)
    gaps = np.diff(waves) / 10
    assert 4 <= len(waves) <= 8
    assert gaps.min() > 5.5
    assert gaps.max() < 13.5
    assert np.ptp(gaps) > 0.3
    assert 6.0 < max(level) - min(level) < 18.0


def test_the_wash_follows_the_swell() -> None:
    whole = np.fft.rfft(heard("ocean").mean(axis=1))
    hertz = np.fft.rfftfreq(60 * SAMPLE_RATE, 1 / SAMPLE_RATE)
    low, high = (
        levels(np.fft.irfft(np.where((hertz > a) & (hertz < b), whole, 0))[:, None].astype(np.float32), 100)
        for a, b in ((80, 250), (2000, 8000))
    )
    late = [float(np.corrcoef(low[: len(low) - lag], high[lag:])[0, 1]) for lag in range(40)]
    assert 5 <= int(np.argmax(late)) <= 35


def test_gusts_raise_the_leaves_with_the_air() -> None:
    level = levels(heard("wind"), 1000)
    assert 5.0 < np.ptp(level) < 20.0
    strong, weak = (np.argsort(level)[::-1][:15], np.argsort(level)[:15])
    seconds = heard("wind").reshape(60, SAMPLE_RATE, 2)
    leaves = [bands(np.concatenate(seconds[at]), (1500, 6000))[0] for at in (strong, weak)]
    assert leaves[0] > leaves[1] + 4.0


@pytest.mark.parametrize("name", ["rain", "stream", "wind", "ocean", "fire", "pink", "brown"])
def test_no_tone_stands_out(name: str) -> None:
    hertz, power = spectrum(heard(name))
    wide = np.convolve(power, np.ones(41) / 41, "same")
    inside = (hertz > 300) & (hertz < 7000)
    assert (power - wide)[inside].max() < 4.0


def test_crickets_sing_between_four_and_five_kilohertz_and_not_too_loud() -> None:
    night = heard("crickets")
    song, beneath, low = bands(night, (4000, 5000), (2500, 3700), (80, 2000))
    assert song > beneath + 8.0
    assert song < low - 6.0


def test_crickets_chirp_in_groups() -> None:
    whole = np.fft.rfft(heard("crickets")[:, 1])
    hertz = np.fft.rfftfreq(60 * SAMPLE_RATE, 1 / SAMPLE_RATE)
    song = np.fft.irfft(np.where((hertz > 4000) & (hertz < 5000), whole, 0)).astype(np.float32)[:, None]
    level = levels(song, 20)
    assert np.percentile(level, 97) - np.percentile(level, 25) > 6.0


def test_fire_crackles_sparsely() -> None:
    whole = np.fft.rfft(heard("fire").mean(axis=1))
    hertz = np.fft.rfftfreq(60 * SAMPLE_RATE, 1 / SAMPLE_RATE)
    high = np.fft.irfft(np.where((hertz > 1800) & (hertz < 7000), whole, 0)).astype(np.float32)[:, None]
    level = levels(high, 10)
    loud = np.mean(level > np.median(level) + 6.0)
    assert 0.005 < loud < 0.15


def test_the_stream_burbles() -> None:
    steady, burbling = (levels(heard(name), 20) for name in ("pink", "stream"))
    assert burbling.std() > 1.6 * steady.std()


def test_the_drone_is_low_and_warm() -> None:
    drone = heard("drone")
    low, high = bands(drone, (60, 700), (700, 22_050))
    assert low > high + 25.0
    assert np.ptp(levels(drone, 1000)) < 8.0


def test_another_program_measures_the_same_loudness(tmp_path: Path) -> None:
    need("ffmpeg")
    path = tmp_path / "ocean.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(to_int16(soundscape("ocean").open().read(0, 60 * SAMPLE_RATE)).tobytes())
    integrated, peak = loudness(path)
    assert integrated == pytest.approx(LEVEL_LUFS, abs=0.5)
    assert peak < -20.0
