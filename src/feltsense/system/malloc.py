"""Settings of the C library's malloc: so that a render of an hour takes as much memory as one of five minutes."""

import contextlib
import ctypes

_ARENA_MAX, _MMAP_THRESHOLD, _TRIM_THRESHOLD = -8, -3, -1
"""glibc's names for its settings, in malloc.h."""
_LARGE = 1024**2
_FREE = 16 * _LARGE
"""Bytes that are kept at hand: taking memory anew for the samples of every phrase took half of the limiter's time."""


def limit_heap_growth() -> None:
    """Let all threads share one heap, and give large pieces back at once; before other threads are started.

    glibc gives each thread a heap of its own and keeps in all of them what the longest phrase once took: a fifth of a
    render's memory. Other C libraries know no such settings and are left alone.
    """
    with contextlib.suppress(OSError, AttributeError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
        library.mallopt(_TRIM_THRESHOLD, _FREE)
