"""Whether there is a terminal that the player can be drawn on."""

import os
import sys


def on_a_screen() -> bool:
    """Tell whether the player can be drawn here; where it cannot, everything goes line by line."""
    dumb = os.environ.get("TERM", "dumb" if os.name != "nt" else "") in ("dumb", "unknown")
    return sys.stdin.isatty() and sys.stdout.isatty() and not dumb
