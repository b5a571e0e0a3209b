"""The editor's preview: a phrase, or the script from some line on. One at a time, each on a thread of its own."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.authoring.analysis import TrialOptions, audible_at
from feltsense.authoring.diff import excerpt
from feltsense.authoring.seek_targets import frame_of_line
from feltsense.authoring.text import as_written
from feltsense.errors import EditingError, FeltsenseError, SeekError, as_told
from feltsense.script.model import Exercise
from feltsense.script.options import VersionOptions
from feltsense.script.parser import parse
from feltsense.timeline.model import Timeline
from feltsense.units import Frames

if TYPE_CHECKING:
    from feltsense.authoring.preview_player import PreviewPlayer
    from feltsense.practice.engine import AudioEngine


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """What is to be heard."""

    text: str
    """As it is edited."""
    slug: str
    folder: Path | None
    """Where the script is; sound files are looked for there."""
    line: int
    """From 1."""
    column: int
    onwards: bool
    """True: from here on; False: what is here, and no more."""
    trial: TrialOptions


@dataclass(frozen=True, slots=True)
class PreviewStatus:
    """How a preview goes."""

    note: str = ""
    """A few words."""
    line: int = 0
    """The line that is being heard; 0: none is."""
    error: FeltsenseError | None = None
    over: bool = True
    silenced: bool = False
    """Whether it goes on without a loudspeaker."""


@dataclass(slots=True)
class _Run:
    """One preview from its request to its end. What it reports counts only while it is the current one."""

    request: PreviewRequest
    status: PreviewStatus = PreviewStatus("one moment", over=False)
    player: "PreviewPlayer | None" = None


class Preview:
    """Plays one request at a time; a new one takes the place of the one before. All methods return at once.

    Args:
        engine: prepares audio, and knows the output.
        volume: 0 to 1.
    """

    def __init__(self, engine: "AudioEngine", volume: float = 1.0) -> None:
        self._engine = engine
        self._volume = volume
        self._lock = threading.Lock()
        self._current: _Run | None = None
        self._last = PreviewStatus()
        """How the one before ended, while there is no current one."""

    @property
    def status(self) -> PreviewStatus:
        """How it goes now."""
        with self._lock:
            run, last = self._current, self._last
        if run is None:
            return last
        if run.player is None:
            return run.status
        note = "no loudspeaker here: going on in time, without sound" if run.player.silenced else "listening"
        return PreviewStatus(note, run.player.line, over=False, silenced=run.player.silenced)

    def start(self, request: PreviewRequest) -> None:
        """Begin to play."""
        run = _Run(request)
        with self._lock:
            before, self._current = self._current, run
        _release(before)
        threading.Thread(target=self._play, args=(run,), name="feltsense preview", daemon=True).start()

    def stop(self) -> None:
        """Be silent. Calling it twice is fine."""
        with self._lock:
            before, self._current = self._current, None
            self._last = PreviewStatus()
        _release(before)

    def _play(self, run: _Run) -> None:
        try:
            self._begin(run)
        except _SupersededError:
            return
        except FeltsenseError as error:
            if run.player is None:  # else playing tells it, when it comes to it
                self._finish(run, PreviewStatus(error=error))
        except Exception as error:  # noqa: BLE001 - on this thread nobody else would ever hear of it
            self._finish(run, PreviewStatus(error=as_told(error)))

    def _begin(self, run: _Run) -> None:
        from feltsense.authoring.preview_player import PreviewPlayer, finish_while_heard  # noqa: PLC0415 - loads what plays

        request = run.request
        exercise, line = _exercise_and_line(request)
        options = request.trial.options if request.onwards else VersionOptions(voice=request.trial.voice)
        audio = self._engine.begin(exercise, options, request.folder, self._progress(run))

        def begin(start: Frames) -> None:
            player = PreviewPlayer(
                self._engine, audio, start, self._volume, lambda error: self._finish(run, PreviewStatus(error=error))
            )
            with self._lock:
                current = run is self._current
                if current:
                    run.player = player
            if current:
                player.play()
            else:
                player.close()

        finish_while_heard(audio, lambda timeline: _start(timeline, line), begin, self._progress(run))

    def _progress(self, run: _Run) -> Callable[[int, int], None]:
        def progress(done: int, total: int) -> None:
            if not self._report(run, PreviewStatus(f"getting ready · {done} of {total}", over=False)):
                raise _SupersededError

        return progress

    def _finish(self, run: _Run, status: PreviewStatus) -> None:
        """End `run`, unless another has taken its place: that one is never touched."""
        with self._lock:
            if run is not self._current:
                return
            self._current, self._last = None, status
        _release(run)

    def _report(self, run: _Run, status: PreviewStatus) -> bool:
        """Show `status`, unless another run has taken the place of `run`; return which."""
        with self._lock:
            if run is self._current:
                run.status = status
            return run is self._current


class _SupersededError(FeltsenseError):
    def __init__(self) -> None:
        super().__init__("Something else is wanted.")


def _release(run: _Run | None) -> None:
    """Close the loudspeaker on a thread of its own: it takes a moment."""
    if run is not None and run.player is not None:
        threading.Thread(target=run.player.close, name="feltsense preview end", daemon=True).start()


def _exercise_and_line(request: PreviewRequest) -> tuple[Exercise, int]:
    """Return the exercise to prepare, and the line from which on it is heard.

    Raises:
        EditingError: nothing in it can be heard.
    """
    parsed = parse(as_written(request.text), request.slug)
    exercise = request.trial.apply(parsed.exercise)
    if not request.onwards:
        node = audible_at(exercise, request.line, request.column)
        if node is None:
            raise EditingError("There is nothing to hear in this script yet.")
        return excerpt(exercise, [node]), 0
    if parsed.errors:
        first = parsed.errors[0]
        raise EditingError(f"Line {first.span.line} keeps this from being heard: {first.message}", first.hint)
    return exercise, request.line


def _start(timeline: Timeline, line: int) -> Frames:
    try:
        return frame_of_line(timeline, line)
    except SeekError as error:
        hint = "Go up, or try a longer one."
        raise EditingError("Nothing from here on is heard in this length.", hint) from error
