"""Matches what was heard with the source: sample for sample, in runs, with only the documented fades around them."""

import numpy as np
from fake_playback import Samples

from feltsense.playback.play_buffer import FADE_FRAMES


def match_source(heard: Samples, source: Samples, jumps: list[tuple[int, int]]) -> int:
    """Match all of `heard`, after which there has been silence; return the frame of the source that comes next.

    Args:
        heard: all that was heard.
        source: what was played; none of its samples is so small that it vanishes in an edge.
        jumps: (sample heard, frame of the source) of each seek, in order.

    Raises:
        AssertionError: something was heard that is not the source, or not the right part of it.
    """
    cursor, before = 0, -1
    for begin, end in _sounding(heard):
        cursor = next((target for at, target in reversed(jumps) if before < at <= begin), cursor)
        stop = _stop_of(heard[begin:end], source, cursor)
        assert stop is not None, f"at {begin}, {end - begin} samples are not the source from {cursor} on"
        cursor, before = stop, begin
    return next((target for at, target in reversed(jumps) if before < at), cursor)


def _sounding(heard: Samples) -> list[tuple[int, int]]:
    loud = np.concatenate([[False], heard != 0, [False]]).astype(np.int8)
    turns = np.flatnonzero(np.diff(loud)).tolist()
    return list(zip(turns[::2], turns[1::2], strict=True))


def _stop_of(block: Samples, source: Samples, start: int) -> int | None:
    """Return the frame after the last that was more than a fading edge, if `block` is the source from `start` on."""
    for moved in range(max(1, len(block) - FADE_FRAMES + 1), len(block) + 1):
        if start + moved <= len(source) and np.array_equal(block, _sounds(source, start, start + moved)):
            return start + moved
    return None


def _sounds(source: Samples, start: int, stop: int) -> Samples:
    """Return frames `start` to `stop` faded in, and what comes next faded out, up to the first silence."""
    edge = min(FADE_FRAMES, len(source) - stop)
    rise = np.minimum(np.arange(1, stop - start + 1) / FADE_FRAMES, 1.0) if start else np.ones(stop - start)
    fall = rise[-1] - rise[-1] * (np.arange(1, edge + 1) / edge) if edge else np.zeros(0)
    factors = np.concatenate([rise, fall]).astype(np.float32)
    sound: Samples = np.rint(source[start : stop + edge] * 1.0 * factors).astype(np.int16)
    return np.trim_zeros(sound, "b")
