"""Text as it is read out, by language: numbers, signs and abbreviations in words, before any engine sees them."""

from feltsense.voice.readings.reader import read_aloud, readings_version
from feltsense.voice.readings.rules import SAID_AS_THEY_ARE, signs_to_say

__all__ = ["SAID_AS_THEY_ARE", "read_aloud", "readings_version", "signs_to_say"]
