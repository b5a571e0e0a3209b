"""Removes added voices, and Kokoro's model with the last of its voices."""

from difflib import get_close_matches
from pathlib import Path

from feltsense.errors import VoiceError
from feltsense.voice.added.keeping import changing_voices, delete_voice
from feltsense.voice.added.store import added_voices, damaged_voices, voices_folder

_BUILT_IN = ("heart", "system")


def find_added(wanted: str) -> str:
    """Return the full name of the added voice, whole or damaged, that is called `wanted`, with or without its engine.

    Raises:
        VoiceError: there is none, there are several, or it is built in.
    """
    if wanted in _BUILT_IN:
        raise VoiceError(f"The voice {wanted} is part of feltsense and stays.", "Only added voices can go.")
    names = [voice.full_name for voice in added_voices()]
    names += [f"{voice.engine}:{voice.name}" for voice in damaged_voices()]
    found = [name for name in names if wanted in {name, name.partition(":")[2]}]
    if len(found) > 1:
        raise VoiceError(f"There are several voices called “{wanted}”.", f"Write one of: {', '.join(found)}.")
    if not found:
        near = get_close_matches(wanted, [*names, *(name.partition(":")[2] for name in names)], n=1)
        hint = f"Did you mean {near[0]}?" if near else "feltsense voices shows those that there are."
        raise VoiceError(f"There is no added voice called “{wanted}”.", hint)
    return found[0]


def remove_voice(full_name: str) -> int:
    """Remove an added voice, and return how many bytes are free again.

    Raises:
        VoiceError: it is not there, or cannot be removed.
    """
    engine, _, name = full_name.partition(":")
    before = _bytes_in(voices_folder())
    with changing_voices():
        delete_voice(engine, name)
    return max(0, before - _bytes_in(voices_folder()))


def _bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
