"""What an attentive listener would notice, as numbers."""

import numpy as np
from numpy.typing import NDArray

from feltsense.audio.loudness import LoudnessMeter
from feltsense.units import SAMPLE_RATE

Sound = NDArray[np.float32]


def lufs(sound: Sound) -> float:
    """Return the integrated loudness of stereo sound: the energies of both channels added."""
    meter = LoudnessMeter()
    for start in range(0, len(sound), SAMPLE_RATE):
        meter.add(sound[start : start + SAMPLE_RATE])
    loudness, _ = meter.result()
    assert loudness is not None
    return loudness


def levels(sound: Sound, milliseconds: int) -> NDArray[np.float64]:
    """Return the level in dB of each stretch of so many milliseconds, both channels together."""
    step = SAMPLE_RATE * milliseconds // 1000
    power = np.square(sound, dtype=np.float64).mean(axis=1)
    mean: NDArray[np.float64] = 10 * np.log10(power[: len(power) // step * step].reshape(-1, step).mean(axis=1))
    return mean


def spectrum(sound: Sound, size: int = 8192) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return hertz, and the mean power of both channels in dB there."""
    pieces = sound[: len(sound) // size * size].reshape(-1, size, 2) * np.hanning(size)[:, None]
    power = np.square(np.abs(np.fft.rfft(pieces, axis=1))).mean(axis=(0, 2))
    hertz = np.fft.rfftfreq(size, 1 / SAMPLE_RATE).astype(np.float64)
    return hertz, np.asarray(10 * np.log10(power + 1e-20), np.float64)


def bands(sound: Sound, *edges: tuple[float, float]) -> list[float]:
    """Return the power in dB between each two frequencies."""
    hertz, power = spectrum(sound)
    linear = 10 ** (power / 10)
    return [float(10 * np.log10(np.sum(linear[(hertz >= low) & (hertz < high)]))) for low, high in edges]


def found_again(sound: Sound, piece: int) -> float:
    """Return how well a stretch of `piece` frames from three places is found anywhere else: 1 for a loop."""
    mono = np.diff(sound.mean(axis=1, dtype=np.float64))
    size = 1 << (len(mono) - 1).bit_length()
    whole = np.fft.rfft(mono, size)
    run = np.concatenate([[0.0], np.cumsum(mono**2)])
    energies = run[piece:] - run[:-piece]
    best = 0.0
    for start in (0, len(mono) // 3, len(mono) - piece):
        cut = mono[start : start + piece]
        match = np.abs(np.fft.irfft(whole * np.fft.rfft(cut, size).conj(), size)[: len(energies)])
        match /= np.sqrt(energies * energies[start])
        match[max(0, start - piece) : start + piece] = 0.0
        best = max(best, float(match.max()))
    return best
