"""Where added voices are kept: `voices/ENGINE/NAME/` in the user's data folder, with their files and a record.

Reading it is cheap; files are hashed only where their size or time is not what was written down.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path

from feltsense.errors import VoiceError, reason_of
from feltsense.system.files import open_regular
from feltsense.system.paths import data_home
from feltsense.voice.added.kokoro_names import language_by_name
from feltsense.voice.added.model import AddedVoice
from feltsense.voice.added.record import (
    RECORD_NAME,
    ROLES,
    VoiceRecord,
    composed,
    file_path,
    is_voice_name,
    read_voice_record,
)

_BLOCK = 1 << 20
HOW_TO_ADD = "feltsense voices add FILE…"
ADD_AGAIN = f"Add it again: {HOW_TO_ADD}"


@dataclass(frozen=True, slots=True)
class DamagedVoice:
    """A folder among the added voices whose voice cannot speak."""

    engine: str
    name: str
    reason: str
    """A sentence."""
    languages: tuple[str, ...] = ()
    """BCP 47, as its record tells; none where that cannot be read, and the name does not tell it either."""

    @property
    def full_name(self) -> str:
        """What it would be chosen by."""
        return f"{self.engine}:{self.name}"


class MissingVoiceError(VoiceError):
    """No voice is called so, here."""

    def __init__(self, wanted: str, hint: str) -> None:
        super().__init__(f"There is no voice called “{wanted}”.", hint)
        self.wanted = wanted


class DamagedVoiceError(VoiceError):
    """A voice was added here, and its files are not those that were added."""


def voices_folder(home: Path | None = None) -> Path:
    """Return where added voices are kept; it may not be there yet."""
    return (data_home() if home is None else home) / "voices"


def added_voices(home: Path | None = None) -> tuple[AddedVoice, ...]:
    """Return the voices that were added and whose files are there, by engine and name. Nothing is loaded or hashed.

    Args:
        home: the data folder; the user's own where it is None.
    """
    return tuple(found for found in _all(home) if isinstance(found, AddedVoice))


def damaged_voices(home: Path | None = None) -> tuple[DamagedVoice, ...]:
    """Return what stands among the added voices and cannot speak, with the reason."""
    return tuple(found for found in _all(home) if isinstance(found, DamagedVoice))


def added_voice(full_name: str, home: Path | None = None) -> AddedVoice:
    """Return the voice that is chosen as `kokoro:ff_siwis`; a speaker behind its name is not looked at.

    A file whose size or time has changed since it was added is hashed.

    Raises:
        MissingVoiceError: there is none.
        DamagedVoiceError: its files are not those that were added.
    """
    engine, _, name = full_name.partition(":")
    name = composed(name.partition(":")[0])
    folder = voices_folder(home) / engine / name
    if engine not in ROLES or not is_voice_name(name) or not os.path.lexists(folder):
        raise MissingVoiceError(full_name, _meant(full_name, engine, home))
    found = _voice_in(folder, engine)
    reason = found.reason if isinstance(found, DamagedVoice) else change_of(found)
    if reason or isinstance(found, DamagedVoice):
        raise DamagedVoiceError(f"The voice {engine}:{name} cannot speak. {reason}", ADD_AGAIN)
    return found


def added_names(engine: str, home: Path | None = None) -> str:
    """Return as a hint which voices of an engine were added, and how to add one."""
    names = [voice.full_name for voice in added_voices(home) if voice.engine == engine]
    return f"There are: {', '.join(names)}. To add one: {HOW_TO_ADD}" if names else f"Add it: {HOW_TO_ADD}"


def near_voice(wanted: str, home: Path | None = None) -> str:
    """Return as a hint the added voice that was probably meant by a misspelt name; empty where none is like it."""
    called = {voice.name.casefold(): voice.full_name for voice in added_voices(home) if voice.full_name != wanted}
    name = (wanted.partition(":")[2] or wanted).casefold()
    near = get_close_matches(name, called, n=1)
    return f"Did you mean {called[near[0]]}?" if near else ""


def change_of(voice: AddedVoice) -> str:
    """Return in a sentence what is wrong with the files of a voice; empty where they are those that were added.

    Files are hashed where their size or time has changed.
    """
    folder = _folder_of(voice)
    try:
        record = read_voice_record(folder, voice.engine)
        for role, file in record.files.items():
            path = file_path(folder, voice.engine, role, file.name)
            found = path.stat()
            seen = (found.st_size, found.st_mtime_ns)
            if seen != (file.size, file.modified_ns) and _sha256_at(path, *seen) != file.sha256:
                return f"{path} is no longer the file that was added."
    except (OSError, ValueError) as error:
        return f"{folder} cannot be read: {reason_of(error)}."
    return ""


@cache
def _sha256_at(path: Path, size: int, modified_ns: int) -> str:  # noqa: ARG001 - a file of other size or time is another
    return sha256_of(path)


def sha256_of(path: Path) -> str:
    """Return the hash of a regular file.

    Raises:
        OSError: it cannot be read.
    """
    digest = hashlib.sha256()
    with open_regular(path) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _meant(full_name: str, engine: str, home: Path | None) -> str:
    near = near_voice(full_name, home)
    return f"{near} To add another: {HOW_TO_ADD}" if near else added_names(engine, home)


def _all(home: Path | None) -> Iterator[AddedVoice | DamagedVoice]:
    for engine in ROLES:
        folder = voices_folder(home) / engine
        try:
            names = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir() and entry.name[0] != ".")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            yield DamagedVoice(engine, "…", f"{folder} cannot be read: {reason_of(error)}.")
            continue
        for name in names:
            yield _voice_in(folder / name, engine)


def _voice_in(folder: Path, engine: str) -> AddedVoice | DamagedVoice:
    name = composed(folder.name)
    if not is_voice_name(name):
        return DamagedVoice(engine, name, f"{folder} is not named as voices are.")
    try:
        written = (folder / RECORD_NAME).stat()
        record = _record_at(folder, engine, written.st_mtime_ns, written.st_size)
    except (OSError, ValueError) as error:
        spoken = (language_by_name(name)[0],) if engine == "kokoro" else ()
        reason = f"{folder / RECORD_NAME} cannot be read: {reason_of(error)}."
        return DamagedVoice(engine, name, reason, tuple(filter(None, spoken)))
    voice = added_voice_of(record, folder)
    for role, file in record.files.items():
        if _size(voice.files[role]) != file.size:
            reason = f"{voice.files[role]} is missing, or has another size than was added."
            return DamagedVoice(engine, name, reason, voice.languages)
    return voice


@lru_cache(maxsize=256)
def _record_at(folder: Path, engine: str, modified_ns: int, size: int) -> VoiceRecord:  # noqa: ARG001 - as above
    return read_voice_record(folder, engine)  # the desk asks for all of them with every key


def added_voice_of(record: VoiceRecord, folder: Path) -> AddedVoice:
    """Return the voice whose record says so, with its files in `folder`."""
    return AddedVoice(
        record.engine,
        record.name,
        record.languages,
        files={role: file_path(folder, record.engine, role, file.name) for role, file in record.files.items()},
        sha256={role: file.sha256 for role, file in record.files.items()},
        licence=record.licence,
        source=record.source,
        measures=record.measures,
        speakers=record.speakers,
        stamps={role: (file.size, file.modified_ns) for role, file in record.files.items()},
    )


def _folder_of(voice: AddedVoice) -> Path:
    return voice.files[ROLES[voice.engine][-1]].parent  # the last role is never shared


def _size(path: Path) -> int | None:
    """Return how many bytes a regular file has; None where there is none."""
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None
