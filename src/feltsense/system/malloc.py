"""How memory is asked of the system: so that a render takes as much for an hour as for five minutes."""

import contextlib
import ctypes

_ARENA_MAX, _MMAP_THRESHOLD = -8, -3
"""glibc's names for its settings, in malloc.h."""
_LARGE = 4 * 1024**2


def keep_flat() -> None:
    """Let all threads share one heap, and give large pieces back at once; before other threads are started.

    glibc gives each thread a heap of its own and keeps in all of them what the longest phrase once took: a fifth of a
    render's memory. Other C libraries know no such settings and are left alone.
    """
    with contextlib.suppress(OSError, AttributeError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
