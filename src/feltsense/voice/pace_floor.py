"""The slowest pace of an added voice: below it words are hard to understand, and it refuses to speak. Pure."""

from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.kokoro.signs import language_for_tag
from feltsense.voice.piper.pace import SLOWEST_PIPER

if TYPE_CHECKING:
    from feltsense.voice.added.model import AddedVoice


def require_pace(voice: "AddedVoice", pace: Wpm) -> None:
    """See that a voice speaks at a pace, in words a minute.

    Raises:
        VoiceError: it is below the slowest of the voice; the hint says what to write.
    """
    floor = pace_floor(voice)
    if pace < floor:
        raise VoiceError(
            f"The voice {voice.full_name} is hard to understand below {floor} words a minute, and {pace} is asked for.",
            f"Write pace: {floor} in the script, and let the silences be longer.",
        )


def pace_floor(voice: "AddedVoice") -> int:
    """Return the slowest pace of a voice in words a minute; 0 where it speaks at any that a script can ask for."""
    if voice.engine == "piper":
        return SLOWEST_PIPER
    language = language_for_tag(voice.languages[0]) if voice.engine == "kokoro" else None
    return language.floor if language else 0
