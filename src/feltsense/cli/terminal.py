"""Whether there is a terminal that the player can be drawn on."""

import os
import sys


def in_a_terminal() -> bool:
    """Tell whether somebody sits there."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def on_a_screen() -> bool:
    """Tell whether the player can be drawn here; where it cannot, everything goes line by line."""
    dumb = os.environ.get("TERM", "dumb" if os.name != "nt" else "") in ("dumb", "unknown")
    return in_a_terminal() and not dumb
