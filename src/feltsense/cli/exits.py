"""What the program's exit code says."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; others rely on them."""

    FINE = 0
    FAILED = 1
    """The thing asked for failed: a bad script, a refused length."""
    USAGE = 2
    INTERRUPTED = 130
