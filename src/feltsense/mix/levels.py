"""How loud each part of a mix is: the speech at its target, backgrounds and sound files under it.

Gated loudness, not RMS: with two thirds of silence RMS drops by 4.5 dB and the gated value hardly moves.
"""

import math
from typing import TYPE_CHECKING

from feltsense.errors import SoundError
from feltsense.units import frames

if TYPE_CHECKING:
    from feltsense.mix.decoded_file import DecodedFile

TARGET_LUFS = -19.0
"""Mono. Stereo files aim at -16."""

CEILING = 10 ** (-1.5 / 20)
"""The highest true peak a finished file may have, 1.0 is full scale."""

SPEECH_CEILING = 10 ** (-2.7 / 20)
"""To which single syllables are limited; the rest is left for what the encoder adds to a peak."""

BED_LUFS = -38.0
"""As every soundscape: 22 LU under the voice. Measured in stereo, where the voice is at -16."""

CLIP_LUFS = -19.0
"""A file that is played for itself: 3 LU under the voice, so that it never is the louder one."""

_BED_PEAK, _CLIP_PEAK = 0.25, 0.7
"""What the loudest sample may reach: a door that slams in a recording of rain must startle nobody."""

_MOST_GAIN = 10 ** (30 / 20)
"""More would bring up the hiss of a recording that is nearly silent."""

_SHORTEST_BED = frames(3000)


def speech_gain(loudness: float | None) -> float:
    """Return the factor that brings speech of an integrated loudness in LUFS to its target; 1.0 where there is none."""
    return 1.0 if loudness is None else float(10 ** ((TARGET_LUFS - loudness) / 20))


def background_gain(kept: "DecodedFile", name: str) -> float:
    """Return the factor that makes a background of a file.

    Raises:
        SoundError: it is too short to be one, or silent.
    """
    if kept.length < _SHORTEST_BED:
        raise SoundError(
            f"“{name}” is shorter than three seconds, and would be heard as a stutter.",
            "Choose a longer recording as a background; half a minute or more is pleasant.",
        )
    return _gain(kept, name, BED_LUFS, _BED_PEAK)


def clip_gain(kept: "DecodedFile", name: str) -> float:
    """Return the factor for a file that is played for itself.

    Raises:
        SoundError: it is silent.
    """
    return _gain(kept, name, CLIP_LUFS, _CLIP_PEAK)


def _gain(kept: "DecodedFile", name: str, target: float, peak: float) -> float:
    if not kept.peak:
        raise SoundError(f"There is nothing but silence in “{name}”.", "Choose another file.")
    if kept.loudness is None:  # too short or too soft to be measured
        return min(peak / kept.peak, _MOST_GAIN)
    both_sides = 0.0 if kept.channels == 2 else 10 * math.log10(2)
    wanted = 10 ** ((target - kept.loudness - both_sides) / 20)
    return float(min(wanted, peak / kept.peak, _MOST_GAIN))
