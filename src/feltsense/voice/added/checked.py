"""Reads the files of an added voice as it is about to speak: they are those that it was opened with, or it refuses."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from feltsense.errors import VoiceError, reason_of
from feltsense.system.files import open_regular
from feltsense.voice.added.model import AddedVoice
from feltsense.voice.added.store import ADD_AGAIN, DamagedVoiceError

FileReader = Callable[[Path], bytes]
"""Returns the content of a file. Raises VoiceError where it cannot be read, or is not what it was."""


def checked_reader(voice: AddedVoice) -> FileReader:
    """Return what reads the files of a voice.

    Between opening a voice and loading its model another process may have put another one in its place. What that
    speaks would stand in the speech cache under the hash of the first.
    """
    roles = {path: role for role, path in voice.files.items()}

    def read(path: Path) -> bytes:
        content, stamp = _content(path)
        role = roles[path]
        is_known = not voice.stamps or stamp == voice.stamps[role]
        if not is_known and hashlib.sha256(content).hexdigest() != voice.sha256[role]:
            raise DamagedVoiceError(
                f"The files of the voice {voice.full_name} were changed after it was opened.", "Start feltsense again."
            )
        return content

    return read


def _content(path: Path) -> tuple[bytes, tuple[int, int]]:
    """Return what is in a file, with its size and time of change."""
    try:
        with open_regular(path) as file:
            found = os.fstat(file.fileno())
            return file.read(), (found.st_size, found.st_mtime_ns)
    except OSError as error:
        raise VoiceError(f"{path} cannot be read: {reason_of(error)}.", ADD_AGAIN) from error
