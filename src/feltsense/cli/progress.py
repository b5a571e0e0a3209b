"""A progress bar on standard error, where that is a terminal; otherwise nothing."""

import shutil
import sys
import time
from typing import TYPE_CHECKING, Self

from feltsense.render.job import RenderPhase
from feltsense.system.printable import printable

if TYPE_CHECKING:
    from feltsense.phone.model import PhoneStep

_BAR = 24
_REDRAW_S = 0.1
_WORDS = {RenderPhase.SPEAKING: "speaking", RenderPhase.WRITING: "writing"}


class ProgressBar:
    """One line that is drawn over; `close` wipes it."""

    def __init__(self, label: str) -> None:
        self._label = printable(label)
        self._shown = sys.stderr.isatty()
        self._last = 0.0

    def __call__(self, stage: RenderPhase, done: int, total: int) -> None:
        """Show how far `stage` has come; drawn at most ten times a second."""
        now = time.monotonic()
        if not self._shown or now - self._last < _REDRAW_S:
            return
        self._last = now
        part = done / total if total else 1.0
        filled = round(part * _BAR)
        line = f"{self._label}  {_WORDS[stage]:8}  {'━' * filled}{'─' * (_BAR - filled)} {part:4.0%}"
        sys.stderr.write("\r" + line[: shutil.get_terminal_size().columns - 1] + "\x1b[K")
        sys.stderr.flush()

    def close(self) -> None:
        """Leave the line empty."""
        if self._shown and self._last:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


class PhoneProgressBar:
    """A progress bar for each exercise of a phone's folder in turn; gone when the block ends."""

    def __init__(self) -> None:
        self._number = 0
        self._bar = ProgressBar("")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def tell(self, step: "PhoneStep") -> None:
        """Show how far it is."""
        if step.number != self._number:
            self._bar.close()
            self._number = step.number
            self._bar = ProgressBar(f"{step.number}/{step.count} {step.name}")
        self._bar(step.phase, step.done, step.total)
