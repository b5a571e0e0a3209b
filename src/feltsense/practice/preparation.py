"""Making a practice ready on a thread of its own: the exercise first, then the piece behind “ground me now”."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError, PlaybackError
from feltsense.practice.rescue import rescue_performance
from feltsense.script.options import AS_WRITTEN, VersionOptions, apply_options

if TYPE_CHECKING:
    from feltsense.mix.prepare import PreparedAudio
    from feltsense.practice.engine import AudioEngine
    from feltsense.script.model import Exercise

Made = Callable[["PreparedAudio | FeltsenseError"], None]
"""Given what was made, or why it could not be. Called from the preparation's thread."""


@dataclass(frozen=True, slots=True)
class PracticeRequest:
    """What somebody has chosen to do."""

    exercise: "Exercise"
    """As its script says, without errors."""
    folder: Path | None
    """Where the script is; sound files are looked for beside it."""
    options: VersionOptions = AS_WRITTEN


class Preparation:
    """Prepares once, in the background.

    Args:
        stage: where things are made ready.
        wanted: the exercise.
        exercise: given the exercise's performance.
        rescue: given the rescue piece's, some time later.
        progress: told how many phrases of the exercise, of how many, are spoken.
    """

    def __init__(
        self,
        stage: "AudioEngine",
        wanted: PracticeRequest,
        exercise: Made,
        rescue: Made,
        progress: Callable[[int, int], None],
    ) -> None:
        self._stage = stage
        self._wanted = wanted
        self._exercise = exercise
        self._rescue = rescue
        self._progress = progress
        self._stopped = threading.Event()
        self._skipped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin. Calling it twice is fine; to be called from one thread at a time."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="feltsense prepare", daemon=True)
            self._thread.start()

    def skip(self) -> None:
        """Leave the exercise, between two phrases, and go on to the rescue piece."""
        self._skipped.set()

    def stop(self) -> None:
        """Have it end between two phrases; what is made after this is given to nobody."""
        self._stopped.set()

    def _run(self) -> None:
        wanted = self._wanted
        voice = apply_options(wanted.exercise, wanted.options).front.voice
        self._give(
            self._exercise,
            lambda: self._stage.perform(wanted.exercise, wanted.options, wanted.folder, self._spoken),
        )
        self._give(self._rescue, lambda: rescue_performance(self._stage, voice, self._go_on))

    def _give(self, taker: Made, make: "Callable[[], PreparedAudio]") -> None:
        if self._stopped.is_set():
            return
        made: PreparedAudio | FeltsenseError
        try:
            made = make()
        except FeltsenseError as error:
            made = error
        except Exception as error:  # noqa: BLE001 - on this thread nobody else would ever hear of it
            made = PlaybackError("Something went wrong inside feltsense.", f"It was a {type(error).__name__}.")
            made.__cause__ = error
        if not self._stopped.is_set():
            taker(made)

    def _spoken(self, done: int, total: int) -> None:
        self._go_on(done, total)
        if self._skipped.is_set():
            raise PlaybackError("Something else was asked for meanwhile.")
        self._progress(done, total)

    def _go_on(self, _done: int, _total: int) -> None:
        if self._stopped.is_set():
            raise PlaybackError("The practice was left before it was ready.")
