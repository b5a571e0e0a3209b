"""Two encodings of the same sound joined between two frames, without encoding anything again.

An MP3 frame says in its side info how its sound is coded and where its main data begins: `main_data_begin` bytes before
the end of the frame before it, headers and side info not counted. So frames cannot simply be put behind each other. A
seam is a frame from which the right encoding can take over:

- Its main data begins no earlier than the left's would. All main data of the left's frames before the seam then ends
  before those bytes, and the right's may be copied over them.
- Both encodings have the same block types on both sides of the seam: the windows of a transform fit together only then.

Layout after ISO 11172-3, for the frames of LAME: MPEG-1 layer III without checksum.
"""

from collections.abc import Sequence

from feltsense.render.mp3_frames import channels_of, main_data_at

_BEGIN_BITS = 9
_GRANULES_AT = {1: 18, 2: 20}
"""Bits of side info before the first granule, by channels: main_data_begin, private bits, scale factor selection."""
_GRANULE = 59
"""Bits of side info for one granule of one channel."""
_WINDOW_AT = 33
"""Where in them the bit window_switching stands; where it is set, block_type (2) and mixed (1) follow."""


def main_data_begin(frame: bytes) -> int:
    """Return how many bytes of main data before the frame its own begin (0 to 511)."""
    return int.from_bytes(frame[4:6], "big") >> 16 - _BEGIN_BITS


def block_types(frame: bytes) -> tuple[int, ...]:
    """Return the windows of each granule and channel: window_switching, block_type and mixed as a number; 0 is long."""
    channels, start = channels_of(frame), main_data_at(frame)
    bits = 8 * (start - 4)
    side = int.from_bytes(frame[4:start], "big")
    found = []
    for granule in range(2 * channels):
        window = side >> bits - 4 - _GRANULES_AT[channels] - _GRANULE * granule - _WINDOW_AT & 0b1111
        found.append(window if window & 0b1000 else 0)
    return tuple(found)


def find_seam(left: Sequence[bytes], right: Sequence[bytes], start: int) -> int | None:
    """Return the first frame from which `right` can take over from `left`, or None.

    Args:
        left: frames of one encoding.
        right: those of another, of the same places in the sound.
        start: where to begin looking, at least 1. The frames before it must hold main_data_begin bytes of main data:
            three do at our rates.
    """
    for at in range(start, min(len(left), len(right))):
        if (
            len(left[at]) == len(right[at])  # else the file would not keep its rate
            and main_data_begin(right[at]) <= main_data_begin(left[at])
            and all(block_types(left[n]) == block_types(right[n]) for n in (at - 1, at))
        ):
            return at
    return None


def before_seam(left: Sequence[bytes], right: Sequence[bytes], seam: int) -> list[bytes]:
    """Return `left` before a `seam` that was found, so that the frames of `right` can follow from there."""
    frames, missing = list(left[:seam]), main_data_begin(right[seam])
    for at in range(seam - 1, -1, -1):
        size = min(missing, len(frames[at]) - main_data_at(frames[at]))
        frames[at] = frames[at][: len(frames[at]) - size] + right[at][len(right[at]) - size :]
        missing -= size
        if not missing:
            return frames
    raise ValueError("there are too few frames before the seam")
