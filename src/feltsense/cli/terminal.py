"""The three streams, and whether there is a terminal that the player can be drawn on."""

import os
import sys

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def open_missing_streams() -> None:
    """Open nothing in the place of each stream that is closed, as where the program was started without it.

    Each takes the lowest number that is free, its own: no file of ours can get it, and be written to by what an
    engine prints.
    """
    for name, mode in _STREAMS:
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end


def in_a_terminal() -> bool:
    """Tell whether somebody sits there."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def on_a_screen() -> bool:
    """Tell whether the player can be drawn here; where it cannot, everything goes line by line.

    Textual's own driver may draw somewhere else than in a terminal: in a browser (textual-serve), in a test.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    dumb = os.environ.get("TERM", "dumb" if os.name != "nt" else "") in ("dumb", "unknown")
    return in_a_terminal() and not dumb
