"""Time stretching (WSOLA): speech made slower than its engine can speak, at the same pitch."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HOP_S = 0.0125
"""Pieces twice as long overlap by half: each holds two periods of a low voice."""

_SEEK_S = 0.007
"""How far a piece may be taken from beside its place, so that its waves go on where the last one's ended."""


def time_stretch(samples: "NDArray[np.float32]", rate: int, factor: float) -> "NDArray[np.float32]":
    """Return `samples` made `factor` times as long (WSOLA: overlapping pieces, each where it fits best).

    Args:
        samples: mono, shape (length,).
        rate: frames per second.
        factor: 1 or more; up to about 2 it sounds natural.
    """
    hop, seek = round(_HOP_S * rate), round(_SEEK_S * rate)
    length = round(len(samples) * factor)
    if length <= len(samples):
        return samples
    window = np.hanning(2 * hop + 1)[:-1].astype(np.float32)
    padded = np.pad(samples, (hop + seek, 4 * hop + seek))
    made = np.zeros(length + 4 * hop, np.float32)
    at = seek
    for place in range(0, length + hop, hop):
        if place:
            at = _best(padded, at + hop, min(seek + round(place / factor), len(padded) - 3 * hop - seek), hop, seek)
        made[place : place + 2 * hop] += window * padded[at : at + 2 * hop]
    return made[hop : hop + length]


def _best(samples: "NDArray[np.float32]", natural: int, wanted: int, hop: int, seek: int) -> int:
    """Return the place near `wanted` that is most like what would have come next, at `natural`."""
    model = samples[natural : natural + 2 * hop]
    near = samples[wanted - seek : wanted + seek + 2 * hop]
    total = np.cumsum(np.concatenate(([0.0], near.astype(np.float64) ** 2)))
    likeness = np.correlate(near, model, "valid") / np.sqrt(total[2 * hop :] - total[: -2 * hop] + 1e-9)
    return wanted - seek + int(np.argmax(likeness))
