"""Changes to the folder of added voices: one process at a time, and nothing but what we have written is deleted."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from feltsense.errors import VoiceError, reason_of
from feltsense.system.files import private_folder
from feltsense.system.process_lock import ProcessLock
from feltsense.system.temporary import sweep, temporary_path
from feltsense.voice.added.record import RECORD_NAME, ROLES, composed, is_voice_name
from feltsense.voice.added.store import added_voices, damaged_voices, voices_folder

_OURS = re.compile(rf"{re.escape(RECORD_NAME)}|model\.onnx|style\.bin|config\.json|licence-\d\.txt")
_MODEL = re.compile(r"model-[0-9a-f]{8}\.onnx")
_KOKORO = "kokoro"


@contextmanager
def changing_voices() -> Iterator[None]:
    """Keep other processes from adding or removing voices; afterwards, what no voice needs is removed.

    Raises:
        VoiceError: another process is at it, or the folder cannot be made.
    """
    folder = voices_folder()
    try:
        private_folder(folder)
    except OSError as error:
        raise VoiceError(f"{folder} cannot be made: {reason_of(error)}.", "Set FELTSENSE_HOME to another.") from error
    lock = ProcessLock(folder / "changing.lock")
    if not lock.acquire():
        raise VoiceError("Another feltsense is adding or removing voices.", "Try again when it is done.")
    try:
        yield
    finally:
        try:
            _delete_leftovers(folder)
        finally:
            lock.release()


def kokoro_models() -> list[Path]:
    """Return the models of Kokoro that added voices share, the one of most voices first."""
    models = [voice.files["model"] for voice in added_voices() if voice.engine == _KOKORO]
    return sorted(set(models), key=lambda path: (-models.count(path), path.name))


def delete_voice(engine: str, name: str) -> None:
    """Delete the folder of an added voice, whole or damaged. Who calls it is in `changing_voices`.

    Raises:
        VoiceError: there is none, or something in its folder is not ours, or it cannot be deleted.
    """
    folder = voices_folder() / engine / name
    if engine not in ROLES or not is_voice_name(composed(name)) or not os.path.lexists(folder):
        raise VoiceError(f"There is no added voice called {engine}:{name}.", "feltsense voices shows them.")
    try:
        if folder.is_symlink() or not folder.is_dir():
            raise VoiceError(f"{folder} was not made by feltsense.", "Move it away yourself.")
        if foreign := sorted(each.name for each in folder.iterdir() if not _is_ours(each)):
            raise VoiceError(f"In {folder} there is {foreign[0]}, which is not ours.", "Move it away, and try again.")
        with temporary_path(folder) as going:  # under another name first: what is listed is whole
            folder.rename(going)
    except OSError as error:
        raise VoiceError(f"{folder} cannot be deleted: {reason_of(error)}.", "Look at its rights.") from error


def _is_ours(path: Path) -> bool:
    return bool(_OURS.fullmatch(path.name)) and not (path.is_dir() and not path.is_symlink())


def _delete_leftovers(folder: Path) -> None:
    """Delete what killed processes left, and models that no voice needs any more; what cannot be is no matter."""
    for engine in ROLES:
        if (folder / engine).is_dir():
            try:
                sweep(folder / engine)
            except OSError:
                continue
    if any(voice.engine == _KOKORO for voice in damaged_voices()):  # it may need one of them
        return
    needed = set(kokoro_models())
    try:
        for path in (folder / _KOKORO).iterdir():
            if _MODEL.fullmatch(path.name) and path not in needed and path.is_file() and not path.is_symlink():
                path.unlink()
    except OSError:
        return
