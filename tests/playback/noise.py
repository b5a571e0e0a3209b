"""Sources whose sound can be found again in a recording."""

import numpy as np
from numpy.typing import NDArray

from feltsense.units import SAMPLE_RATE, Frames
from null_sink import Samples

_QUIETEST, _LOUDEST = 1000, 20_000
_WORD = 3
"""So many samples in a row occur only once."""


class Noise:
    """Noise without a single zero; `bursts` of it as long as the silence between them, or all of it when 0."""

    channels = 1

    def __init__(self, seconds: float, bursts: float = 0.0) -> None:
        self.length = Frames(round(seconds * SAMPLE_RATE))
        random = np.random.default_rng(7)
        loud = random.integers(_QUIETEST, _LOUDEST, self.length) * random.choice([-1, 1], self.length)
        if bursts:
            loud[np.arange(self.length) // round(bursts * SAMPLE_RATE) % 2 == 1] = 0
        self.pcm: Samples = loud.astype(np.int16)

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        return (self.pcm[start:stop].reshape(-1, 1) / np.float32(32_767)).astype(np.float32)

    def readable(self, start: int, stop: int) -> int:  # noqa: ARG002
        return stop

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        return ()


def found(heard: Samples, source: Samples) -> list[tuple[int, int, int]]:
    """Return each stretch of `heard` that is `source` to the sample: (first heard, first of the source, length)."""
    places = {source[at : at + _WORD].tobytes(): at for at in range(len(source) - _WORD, -1, -1) if source[at]}
    stretches, at = [], 0
    while at < len(heard) - _WORD:
        place = places.get(heard[at : at + _WORD].tobytes()) if heard[at] else None
        if place is None:
            at += 1
            continue
        both = min(len(heard) - at, len(source) - place)
        differs = np.flatnonzero(heard[at : at + both] != source[place : place + both])
        length = int(differs[0]) if len(differs) else both
        stretches.append((at, place, length))
        at += length
    return stretches


def joined(stretches: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return `stretches` with those made one that leave nothing out between them: there, a busy machine was late."""
    whole: list[tuple[int, int, int]] = []
    for begin, place, length in stretches:
        if whole and place == whole[-1][1] + whole[-1][2]:
            before = whole.pop()
            whole.append((before[0], before[1], before[2] + length))
        else:
            whole.append((begin, place, length))
    return whole
