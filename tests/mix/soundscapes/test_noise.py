import numpy as np
import pytest
from hearing import Sound, spectrum

from feltsense.mix.soundscapes.noise import Noise, above, across, below, bump, tilt
from feltsense.units import SAMPLE_RATE


def made(noise: Noise, shape: Sound, seconds: int = 12) -> Sound:
    return np.concatenate([noise.second(at, shape).T for at in range(seconds)])


def test_noise_has_the_level_and_the_shape_asked_for() -> None:
    noise = Noise(1, 0, width=0.5)
    sound = made(noise, 0.1 * noise.level(bump(noise.hertz, 1000.0, 0.3)))
    assert np.sqrt(np.mean(sound**2)) == pytest.approx(0.1, rel=0.02)
    hertz, power = spectrum(sound)
    assert hertz[np.argmax(power)] == pytest.approx(1000, rel=0.1)


@pytest.mark.parametrize("per_second", [5, 10, 20])
def test_noise_is_as_loud_everywhere_between_two_frames(per_second: int) -> None:
    noise = Noise(1, 0, per_second=per_second)
    sound = made(noise, noise.level(np.ones_like(noise.hertz)), 30)
    hop = SAMPLE_RATE // per_second
    parts = np.square(sound[: len(sound) // hop * hop]).reshape(-1, hop // 49, 49, 2).mean(axis=(0, 2, 3))
    assert 10 * np.log10(parts.max() / parts.min()) < 1.2


def test_layers_and_seconds_are_unrelated() -> None:
    one, other = Noise(1, 0), Noise(1, 1)
    flat = one.level(np.ones_like(one.hertz))
    first = one.second(0, flat)[0]
    for another in (one.second(1, flat)[0], other.second(0, flat)[0]):
        assert abs(np.corrcoef(first, another)[0, 1]) < 0.03


def test_a_shape_may_differ_by_frame_and_side() -> None:
    noise = Noise(1, 0)
    levels = np.stack([np.linspace(0, 1, noise.hops + 1), np.zeros(noise.hops + 1)], axis=1)
    left, right = noise.second(4, across(levels) * noise.level(np.ones_like(noise.hertz)))
    assert np.abs(right).max() == 0.0
    assert np.abs(left[-4000:]).mean() > 5 * np.abs(left[:4000]).mean()


def test_shapes() -> None:
    hertz = np.array([0.0, 100.0, 1000.0, 2000.0, 16_000.0], np.float32)
    assert below(hertz, 1000.0)[2] == pytest.approx(2**-0.5)
    assert above(hertz, 1000.0)[2] == pytest.approx(2**-0.5)
    assert above(hertz, 1000.0)[0] == 0.0
    assert 20 * np.log10(tilt(hertz, -3.0)[3]) == pytest.approx(-3.0, abs=0.01)
    assert bump(hertz, 1000.0, 1.0)[2:4] == pytest.approx([1.0, np.exp(-0.5)])
