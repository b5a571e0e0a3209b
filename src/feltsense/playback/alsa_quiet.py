"""Keeps ALSA from writing its complaints on the terminal, where the player draws."""

import contextlib
import ctypes
import sys


def quieten_alsa() -> None:
    """Have ALSA's error messages go nowhere, where there is an ALSA. Calling it twice is fine.

    The handler is a C function that does nothing with what it is given. One written in Python would need the
    interpreter at moments when it may be gone or busy.
    """
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):
        alsa = ctypes.CDLL("libasound.so.2")
        alsa.snd_lib_error_set_handler(ctypes.CDLL(None).getpid)
