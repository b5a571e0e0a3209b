"""What each soundscape costs, how loud it is, how wide, and whether it repeats. Prints a table; asserts nothing.

`python bench/soundscapes.py`, or with `--minutes 10` for the long look.
"""

import argparse
import time

import numpy as np
from numpy.typing import NDArray

from feltsense.audio.loudness import HOP, energy, integrated
from feltsense.audio.peaks import true_peak
from feltsense.mix.soundscapes.port import SoundscapeStream
from feltsense.mix.soundscapes.registry import SOUNDSCAPES
from feltsense.units import SAMPLE_RATE

BLOCK = SAMPLE_RATE // 2
SHORT = 4 * SAMPLE_RATE
"""A sound that loops holds a stretch of this length twice."""


def cost(stream: SoundscapeStream, seconds: int) -> tuple[float, NDArray[np.float32]]:
    """Return CPU milliseconds for a second of sound, and the sound."""
    stream.read(0, BLOCK)
    began = time.process_time()
    blocks = [stream.read(at, at + BLOCK) for at in range(0, seconds * SAMPLE_RATE, BLOCK)]
    return (time.process_time() - began) / seconds * 1000, np.concatenate(blocks)


def lufs(sound: NDArray[np.float32]) -> float:
    """Return the integrated loudness of stereo sound: the channels' energies added."""
    hops = np.array([energy(sound[:, 0]), energy(sound[:, 1])]).sum(axis=0)
    blocks = np.convolve(hops, np.ones(4) / (4 * HOP), "valid")
    return integrated(blocks.tolist()) or -np.inf


def width(sound: NDArray[np.float32]) -> float:
    """Return the correlation of left and right: 1 is mono, 0 unrelated."""
    return float(np.corrcoef(sound[:, 0], sound[:, 1])[0, 1])


def repetition(sound: NDArray[np.float32]) -> float:
    """Return how much any stretch of `SHORT` is found again anywhere else: 1 for a loop, near 0 for none."""
    mono = np.diff(sound.mean(axis=1))
    size = 1 << (len(mono) + SHORT).bit_length()
    spectrum = np.fft.rfft(mono, size)
    energies = np.concatenate([[0.0], np.cumsum(mono.astype(np.float64) ** 2)])
    found = 0.0
    for start in np.linspace(0, len(mono) - SHORT - 1, 8).astype(int):
        piece = mono[start : start + SHORT]
        match = np.fft.irfft(spectrum * np.fft.rfft(piece, size).conj(), size)[: len(mono) - SHORT]
        scale = np.sqrt(float(piece @ piece) * (energies[SHORT : len(mono)] - energies[: len(mono) - SHORT]))
        match = np.abs(match) / scale
        match[max(0, start - SHORT) : start + SHORT] = 0.0
        found = max(found, float(match.max()))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("names", nargs="*", default=list(SOUNDSCAPES))
    asked = parser.parse_args()
    print(f"{'':10}{'ms/s':>7}{'open ms':>9}{'LUFS':>8}{'dBTP':>8}{'corr.':>7}{'repeats':>9}")
    for name in asked.names:
        began = time.perf_counter()
        stream = SOUNDSCAPES[name].open()
        opened = (time.perf_counter() - began) * 1000
        spent, sound = cost(stream, round(asked.minutes * 60))
        peak = 20 * np.log10(max(true_peak(sound[:, 0]), true_peak(sound[:, 1])))
        print(
            f"{name:10}{spent:7.2f}{opened:9.0f}{lufs(sound):8.2f}{peak:8.1f}{width(sound):7.2f}{repetition(sound):9.3f}"
        )


if __name__ == "__main__":
    main()
