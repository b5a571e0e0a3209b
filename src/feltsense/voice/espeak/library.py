"""The library eSpeak NG in this process, for phonemes alone. It is GPL-3, so it comes as an extra or from the system.

The voice `system` has an eSpeak NG of its own, in the processes that it starts; the two never meet.

The library keeps one voice and one data folder for all. So there is one of it here, and one lock around all that is
asked. It ends the process where its data is missing, unless it is told not to, and its data is looked at before.
"""

import ctypes
import ctypes.util
import hashlib
import re
import shlex
import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from feltsense.errors import VoiceError
from feltsense.voice.espeak.languages import names_of_language

ESPEAK_HINT = f"{shlex.quote(sys.executable)} -m pip install 'feltsense[espeak]' brings it."
"""With the pip of the Python that feltsense is in: another one does not find it, as no index has it."""

_RETRIEVAL, _DONT_EXIT, _UTF_8 = 2, 0x8000, 1
"""An output that plays nothing; an option; how the text is encoded. From speak_lib.h, as are the modes."""
_IPA, _TIED = 0x02, 0x80 | ord("^") << 8
"""Phonemes in the phonetic alphabet; with ^ between the parts of a diphthong or an affricate."""

_SYSTEM = ("libespeak-ng.so.1", "libespeak-ng.1.dylib", "libespeak-ng.dll")
_SHOWN = 40
"""Letters of a language's name that are told."""
_DATA = ("phontab", "phonindex", "phondata")
_DICTIONARY = re.compile(rb"^dictionary[ \t]+([\w-]+)", re.MULTILINE)
"""In the file of a language, where its dictionary is another language's."""

_lock = Lock()


class _VoiceFields(ctypes.Structure):
    """The first fields of what it tells of a voice."""

    _fields_ = (("name", ctypes.c_char_p), ("languages", ctypes.c_char_p), ("identifier", ctypes.c_char_p))


class Espeak:
    """The library, ready. For several threads at once.

    Args:
        path: the library's file, or the name that the system knows it by.
        data: the folder with its data; None where it knows that itself.

    Raises:
        VoiceError: it does not work here.
    """

    def __init__(self, path: str, data: Path | None) -> None:
        if data is not None and not (data / _DATA[0]).is_file():
            raise VoiceError(f"eSpeak NG has no data in {data}.", ESPEAK_HINT)
        try:
            self._library = _declared(ctypes.CDLL(path))
        except (OSError, AttributeError) as error:
            raise VoiceError(f"eSpeak NG does not load from {path}: {error}.", ESPEAK_HINT) from error
        with _lock:
            rate = self._library.espeak_Initialize(_RETRIEVAL, 0, str(data).encode() if data else None, _DONT_EXIT)
            found = ctypes.c_char_p()
            told = self._library.espeak_Info(ctypes.byref(found)) or b""
        if rate <= 0:
            raise VoiceError("eSpeak NG does not start: its data is missing or of another version.", ESPEAK_HINT)
        self.version: str = told.decode(errors="replace").split("  ")[0].strip()
        """Such as `1.52.0`."""
        self._data = Path((found.value or b"").decode(errors="replace"))

    def groups(self, language: str, texts: Sequence[str], *, tied: bool) -> list[list[str]]:
        """Return for each text its phonemes in groups, about one for each word; without marks.

        Args:
            language: as it calls them, or a BCP 47 tag.
            texts: without anything that it would call by name.
            tied: write ^ between the parts of a diphthong or an affricate.

        Raises:
            VoiceError: it has no such language.
        """
        with _lock:
            self._set_language(language)
            return [self._groups(text, _IPA | (_TIED if tied else 0)) for text in texts]

    def data_hash(self, language: str) -> str:
        """Return the sha256 of what it pronounces a language by: its dictionary, and the sounds of all languages.

        Raises:
            VoiceError: it has no such language.
        """
        digest = hashlib.sha256()
        for path in (self.dictionary(language), *(self._data / part for part in _DATA)):
            digest.update(path.read_bytes() if path.is_file() else b"")
        return digest.hexdigest()

    def dictionary(self, language: str) -> Path:
        """Return the file that it looks words of a language up in: nb has that of `no`, hyw that of hy.

        Raises:
            VoiceError: it has no such language.
        """
        with _lock:
            name = self._set_language(language)
            identifier = self._library.espeak_GetCurrentVoice().contents.identifier or b""
        try:
            told = (self._data / "lang" / identifier.decode()).read_bytes()
        except (OSError, ValueError):
            told = b""
        named = _DICTIONARY.search(told)
        return self._data / f"{named[1].decode() if named else name.partition('-')[0]}_dict"

    def _set_language(self, language: str) -> str:
        """Return the name that was taken; one that is not known would leave the voice of the call before."""
        for name in names_of_language(language):
            if self._library.espeak_SetVoiceByName(name.encode()) == 0:
                return name
        raise VoiceError(
            f"eSpeak NG {self.version} does not pronounce the language «{language[:_SHOWN]}».",
            "Use a voice of another engine for it: feltsense voices.",
        )

    def _groups(self, text: str, mode: int) -> list[str]:
        rest = ctypes.c_char_p(text.encode())
        found: list[str] = []
        while rest.value is not None:  # a clause a call
            clause = self._library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF_8, mode)
            found += (clause or b"").decode(errors="replace").split()
        return found


@cache
def load_espeak_ng() -> Espeak:
    """Return the library: that of the package espeakng_loader, else the system's. It stays loaded.

    Raises:
        VoiceError: there is none, or it does not work.
    """
    if _has_loader():
        import espeakng_loader  # noqa: PLC0415 - an extra, and 18 MB of languages

        return Espeak(espeakng_loader.get_library_path(), Path(espeakng_loader.get_data_path()))
    path = _of_system()
    if path is None:
        raise VoiceError("This voice needs eSpeak NG to pronounce words, and it is not here.", ESPEAK_HINT)
    return Espeak(path, None)


def has_espeak_ng() -> bool:
    """Tell whether the library is here, without loading its data."""
    return _has_loader() or _of_system() is not None


def _has_loader() -> bool:
    return find_spec("espeakng_loader") is not None


@cache
def _of_system() -> str | None:
    """Return the name of the system's own."""
    for name in filter(None, (*_SYSTEM, ctypes.util.find_library("espeak-ng"))):
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return name
    return None


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    library.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
    library.espeak_Info.argtypes = [ctypes.POINTER(ctypes.c_char_p)]
    library.espeak_Info.restype = ctypes.c_char_p
    library.espeak_SetVoiceByName.argtypes = [ctypes.c_char_p]
    library.espeak_GetCurrentVoice.restype = ctypes.POINTER(_VoiceFields)
    library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    return library
