"""What came from a phone and waits, in words."""

from pathlib import Path

from feltsense.errors import FeltsenseError


def waiting_words(home: Path) -> str:
    """Return what waits, as `3 practices, from 2026-03-02 to 2026-03-04`; empty where nothing does. Slow.

    What cannot be read is said, too.
    """
    from feltsense.share.inbox import Inbox, waiting_in_words  # noqa: PLC0415 - not before the first frame

    try:
        waiting = Inbox(home).waiting()
    except FeltsenseError as error:
        return f"something that cannot be read: {error.message}"
    return waiting_in_words(waiting) if waiting else ""


def waiting_notice(home: Path) -> str:
    """Return the line that is said of what waits when the player begins; empty where nothing does. Slow."""
    words = waiting_words(home)
    return f"From the phone: {words}. F5 brings it into your journal." if words else ""
