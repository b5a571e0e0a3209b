import numpy as np
import pytest

from feltsense.voice.system.request import RateSetting, rate_setting
from feltsense.voice.system.time_stretch import time_stretch

RATE = 22_050


def tone(hertz: float, seconds: float = 2.0) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return (0.5 * np.sin(2 * np.pi * hertz * np.arange(round(RATE * seconds)) / RATE)).astype(np.float32)


def test_other_engines_are_told_words_a_minute() -> None:
    assert rate_setting("sapi5", 130) == RateSetting(130, 1.0)
    assert rate_setting("nsss", 60) == RateSetting(60, 1.0)


def test_a_higher_pace_is_never_slower() -> None:
    settings = [rate_setting("espeak", pace) for pace in range(60, 241)]
    speeds = [each.rate / each.stretch for each in settings]
    assert speeds == sorted(speeds)
    assert all(1 <= each.stretch < 2 for each in settings)
    assert all(80 <= each.rate <= 450 for each in settings)


@pytest.mark.parametrize("factor", [1.03, 1.4, 1.9])
@pytest.mark.parametrize("hertz", [90, 220, 1000])
def test_a_stretched_tone_is_longer_and_keeps_pitch_and_loudness(hertz: int, factor: float) -> None:
    longer = time_stretch(tone(hertz), RATE, factor)
    assert longer.dtype == np.float32
    assert len(longer) == round(2 * RATE * factor)
    power = np.abs(np.fft.rfft(longer * np.hanning(len(longer)))) ** 2
    found = int(np.argmax(power))
    assert found * RATE / len(longer) == pytest.approx(hertz, rel=0.01)
    assert power[max(0, found - 5) : found + 6].sum() > 0.99 * power.sum()
    steps = longer[2205 : 2205 + (len(longer) - 4410) // 1102 * 1102].reshape(-1, 1102)
    np.testing.assert_allclose(np.sqrt(np.mean(steps * steps, axis=1)), 0.5 / np.sqrt(2), rtol=0.08)


def test_what_happens_when_is_kept() -> None:
    sound = tone(300)
    sound[: RATE // 2] = 0
    sound[RATE:] = 0
    heard = np.flatnonzero(np.abs(time_stretch(sound, RATE, 1.5)) > 0.1) / RATE
    assert heard[0] == pytest.approx(0.75, abs=0.03)
    assert heard[-1] == pytest.approx(1.5, abs=0.03)


def test_nothing_is_done_where_nothing_is_asked() -> None:
    sound = tone(300)
    assert time_stretch(sound, RATE, 1.0) is sound
    silence = np.zeros(0, np.float32)
    assert len(time_stretch(silence, RATE, 1.5)) == 0


@pytest.mark.parametrize("length", [1, 10, 300, 2000])
def test_the_shortest_sounds_are_stretched_too(length: int) -> None:
    assert len(time_stretch(np.ones(length, np.float32), RATE, 1.5)) == round(length * 1.5)
