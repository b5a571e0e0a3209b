"""The speech cache: phrases on disk under a hash of everything that changes their sound."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from feltsense.system.cache_folder import CacheFolder, record_use
from feltsense.voice.cache_entry import ENTRY_VERSION, pack_entry, read_speech, read_speech_info, unpack_entry
from feltsense.voice.port import Speech, SpeechInfo, Utterance

DEFAULT_LIMIT = 2 * 1024**3
"""Bytes: some six hours of speech."""


def cache_key(identity: Mapping[str, str], utterance: Utterance) -> str:
    """Return the key of this voice's `utterance`: 64 hexadecimal digits."""
    parameters = [utterance.text, utterance.pace, utterance.language, sorted(utterance.say)]
    canonical = json.dumps([ENTRY_VERSION, sorted(identity.items()), parameters], ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


class SpeechCache(CacheFolder):
    """A folder of speech, about `limit` bytes of it at most. Safe to use from several threads and processes."""

    def __init__(self, folder: Path, limit: int = DEFAULT_LIMIT) -> None:
        """Use `folder`; it is made when something is first stored."""
        super().__init__(folder, ".speech", limit, "Speech")

    def read_info(self, key: str) -> SpeechInfo | None:
        """Return an entry without its samples; None when it is missing or damaged."""
        path = self.path(key)
        found = read_speech_info(path, key)
        if found is not None:
            record_use(path)
        return found

    def read(self, key: str) -> Speech | None:
        """Return an entry; None when it is missing or damaged."""
        path = self.path(key)
        found = read_speech(path, key)
        if found is not None:
            record_use(path)
        return found

    def store(self, key: str, speech: Speech) -> Speech:
        """Write the entry `key`, and now and then remove those not used for longest.

        Returns:
            `speech` just as it will be read back, to the bit.

        Raises:
            CacheError: the folder cannot be written, or the disk is full.
        """
        content = pack_entry(speech, key)
        self.write(key, content)
        stored = unpack_entry(content, key)
        assert stored is not None  # noqa: S101 - it was packed above
        return stored
