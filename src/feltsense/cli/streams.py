"""Standard input, output and error, also where the program was started without one of them."""

import os
import sys

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def have_all() -> None:
    """Open nothing in the place of each stream that is closed.

    Each takes the lowest number that is free, its own: no file of ours can get it, and be written to by what an
    engine prints.
    """
    for name, mode in _STREAMS:
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
