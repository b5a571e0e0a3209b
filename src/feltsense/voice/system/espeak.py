"""Where eSpeak NG comes from on Linux: the system, or the package espeakng_loader (the extra `espeak`).

Known to the worker only; nothing here needs numpy.
"""

import ctypes
import os
import sys
from functools import cache

_RATE, _SET = 1, 1
"""`espeakRATE`, and the value that is set rather than the default one; from speak_lib.h."""

SOURCES = ("auto", "system", "loader")

_SYSTEM = ("libespeak-ng.so.1", "/usr/local/lib/libespeak-ng.so.1", "libespeak.so.1")
"""Where pyttsx3 looks, in its order."""


def load_espeak(source: str) -> None:
    """Load the library that pyttsx3 will then find, for it looks at what is loaded before it looks elsewhere.

    Args:
        source: `loader` takes the package's, `system` the system's, `auto` the package's where the system has none.

    Raises:
        ImportError, OSError, RuntimeError: the package is asked for, and is missing or broken.
    """
    if sys.platform != "linux" or source == "system":
        return
    if source == "auto" and (_loaded(_SYSTEM) is not None or not has_espeak_loader()):
        return
    import espeakng_loader  # noqa: PLC0415 - an extra, and 18 MB of languages

    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(espeakng_loader.get_library_path(), ctypes.RTLD_GLOBAL)


def has_espeak_loader() -> bool:
    """Tell whether the package is installed."""
    from importlib.util import find_spec  # noqa: PLC0415 - the module is needed in the rarer case only

    return find_spec("espeakng_loader") is not None


def espeak_version() -> str:
    """Return the version of the library that is in use, such as `1.52.0`; empty when it does not tell."""
    library = _in_use()
    if library is None:
        return ""
    library.espeak_Info.restype = ctypes.c_char_p
    told: bytes | None = library.espeak_Info(None)
    return (told or b"").decode(errors="replace").split("  ")[0].strip()


def espeak_rate() -> int | None:
    """Return the rate that is set; None when the library is not known here.

    pyttsx3 leaves out an argument when it asks, and then gets the set rate or the default one by chance.
    """
    library = _in_use()
    return None if library is None else int(library.espeak_GetParameter(_RATE, _SET))


@cache
def _in_use() -> ctypes.CDLL | None:
    return _loaded(_SYSTEM) if sys.platform == "linux" else None


def _loaded(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None
