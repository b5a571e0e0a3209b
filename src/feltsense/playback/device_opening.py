"""Opening and closing outputs in threads with timeouts, since a sound server may hang; and keeping ALSA quiet."""

import contextlib
import ctypes
import sys
import threading
from typing import TYPE_CHECKING

from feltsense.errors import PlaybackError

if TYPE_CHECKING:
    from collections.abc import Callable

    from feltsense.playback.port import Output

NO_ANSWER = "The sound system of this computer does not answer."


def open_output(make: "Callable[[], Output]", channels: int, patience: float) -> "Output":
    """Return an output that is open.

    Raises:
        PlaybackError: it cannot be opened, or not within `patience` seconds; it is closed then, as soon as that can be.
    """
    attempt = _Attempt(make, channels)
    thread = threading.Thread(target=attempt.run, name="feltsense open", daemon=True)
    thread.start()
    thread.join(patience)
    return attempt.result()


def close_output(output: "Output", patience: float = 0.0) -> None:
    """Close `output`, and wait up to `patience` seconds for it."""
    thread = threading.Thread(target=output.close, name="feltsense close", daemon=True)
    thread.start()
    if patience > 0:
        thread.join(patience)


def as_playback_error(error: Exception) -> PlaybackError:
    """Return an exception of an output as a `PlaybackError` with a message; drivers raise what they like."""
    if isinstance(error, PlaybackError):
        return error
    wrapped = PlaybackError(f"The loudspeaker cannot be used: {error}.", "Playing goes on without sound.")
    wrapped.__cause__ = error
    return wrapped


class _Attempt:
    """One output being made and opened."""

    def __init__(self, make: "Callable[[], Output]", channels: int) -> None:
        self._make = make
        self._channels = channels
        self._lock = threading.Lock()
        self._output: Output | None = None
        self._failure = PlaybackError(NO_ANSWER, "Playing goes on without sound.")
        self._given_up = False

    def run(self) -> None:
        """Open it."""
        output = None
        try:
            output = self._make()
            output.open(self._channels)
        except Exception as error:  # noqa: BLE001 - told by `result`
            self._failure = as_playback_error(error)
        else:
            with self._lock:
                if not self._given_up:
                    self._output = output
                    return
        if output is not None:
            output.close()

    def result(self) -> "Output":
        """Return the output, or raise why there is none; one that comes later is closed at once."""
        with self._lock:
            self._given_up = True
            if self._output is None:
                raise self._failure
            return self._output


def silence_alsa() -> None:
    """Suppress ALSA's error messages, which would be written over the player's screen. Calling it twice is fine.

    The handler is a C function that does nothing with what it is given. One written in Python would need the
    interpreter at moments when it may be gone or busy.
    """
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):
        alsa = ctypes.CDLL("libasound.so.2")
        alsa.snd_lib_error_set_handler(ctypes.CDLL(None).getpid)
