"""How far long work is, on standard error: in one line that is drawn over where that is a terminal."""

import shutil
import sys
import time
from typing import TYPE_CHECKING, Self

from feltsense.cli.output import echo
from feltsense.render.job import RenderPhase
from feltsense.system.printable import printable

if TYPE_CHECKING:
    from feltsense.phone.model import PhoneStep
    from feltsense.voice.added.add import AddStep
    from feltsense.voice.added.model import AddedVoice

_BAR = 24
_REDRAW_S = 0.1
_WORDS = {RenderPhase.SPEAKING: "speaking", RenderPhase.WRITING: "writing"}


class _Line:
    """One line of the terminal that is drawn over."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()
        self._drawn = False

    def draw(self, text: str) -> None:
        sys.stderr.write("\r" + text[: shutil.get_terminal_size().columns - 1] + "\x1b[K")
        sys.stderr.flush()
        self._drawn = True

    def wipe(self) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        self._drawn = False


class ProgressBar:
    """A bar in a terminal, otherwise nothing; `close` wipes it."""

    def __init__(self, label: str) -> None:
        self._label = printable(label)
        self._line = _Line()
        self._last = 0.0

    def __call__(self, stage: RenderPhase, done: int, total: int) -> None:
        """Show how far `stage` has come; drawn at most ten times a second."""
        now = time.monotonic()
        if not self._line.shown or now - self._last < _REDRAW_S:
            return
        self._last = now
        part = done / total if total else 1.0
        filled = round(part * _BAR)
        self._line.draw(f"{self._label}  {_WORDS[stage]:8}  {'━' * filled}{'─' * (_BAR - filled)} {part:4.0%}")

    def close(self) -> None:
        """Leave the line empty."""
        self._line.wipe()


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


class AddProgress:
    """Fits `AddWatch`: how far the adding of voices is; the line is gone when the block ends.

    In a terminal it counts sentences in one line; elsewhere there is a line for each step, and no sentences.
    """

    def __init__(self) -> None:
        self._line = _Line()
        self.there: tuple[AddedVoice, ...] = ()
        """The voices that were added; empty while it goes on."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.wipe()

    def step(self, step: "AddStep") -> None:
        """Show what is done."""
        if self._line.shown:
            self._line.draw(printable(_in_words(step)))
        elif not step.sentence:
            echo(f"{_in_words(step)} …", err=True)

    def settled(self, added: "tuple[AddedVoice, ...]") -> None:
        """Keep what is there."""
        self.there = added


def _in_words(step: "AddStep") -> str:
    """Return a step in words, the shorter the further it is: it stands in one line."""
    place = f"voice {step.number} of {step.count}, " if step.count > 1 else ""
    doing = f"speaking sentence {step.sentence} of {step.sentences}" if step.sentence else step.doing
    return f"{place}{step.voice}: {doing}" if step.voice else doing
