"""Hearing a script at the desk: a phrase, or from some line on. One thing at a time, each on a thread of its own."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.authoring.analysis import Heard, heard_at
from feltsense.authoring.text import as_written
from feltsense.authoring.trial import Tries
from feltsense.errors import EditingError, FeltsenseError, PlaybackError
from feltsense.script.model import Exercise, Section
from feltsense.script.options import VersionOptions
from feltsense.script.parser import parse
from feltsense.timeline.model import SilenceEvent, Timeline
from feltsense.timeline.playhead import Moments
from feltsense.units import Frames

if TYPE_CHECKING:
    from feltsense.mix.prepare import PreparedAudio
    from feltsense.playback.port import Event
    from feltsense.playback.transport import Transport
    from feltsense.practice.engine import AudioEngine


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """What somebody wants to hear."""

    text: str
    """As it is edited."""
    slug: str
    folder: Path | None
    """Where the script is; sound files are looked for beside it."""
    line: int
    """From 1."""
    column: int
    onwards: bool
    """True: from here on; False: what is here, and no more."""
    tries: Tries


@dataclass(frozen=True, slots=True)
class Sounding:
    """How hearing goes."""

    note: str = ""
    """A few words."""
    line: int = 0
    """What is being heard stands on this line; 0: nothing is."""
    error: FeltsenseError | None = None
    over: bool = True


class Preview:
    """Plays what is asked for; a new wish takes the place of the one before. All methods return at once.

    Args:
        stage: where things are made ready to be heard.
        volume: 0 to 1.
    """

    def __init__(self, stage: "AudioEngine", volume: float = 1.0) -> None:
        self._stage = stage
        self._volume = volume
        self._lock = threading.Lock()
        self._turn = 0
        self._sounding = Sounding()
        self._transport: Transport | None = None
        self._moments: Moments | None = None

    def hear(self, asked: PreviewRequest) -> None:
        """Begin to play."""
        self.stop()
        with self._lock:
            turn = self._turn
            self._sounding = Sounding("one moment", over=False)
        threading.Thread(target=self._run, args=(asked, turn), name="feltsense hear", daemon=True).start()

    def stop(self) -> None:
        """Be silent. Calling it twice is fine."""
        with self._lock:
            self._turn += 1
            transport, self._transport = self._transport, None
            self._moments = None
            self._sounding = Sounding()
        if transport is not None:  # letting go of a loudspeaker takes a moment
            threading.Thread(target=transport.close, name="feltsense hush", daemon=True).start()

    def sounding(self) -> Sounding:
        """Return how it goes now."""
        with self._lock:
            told, transport, moments = self._sounding, self._transport, self._moments
        if transport is None or moments is None or told.over:
            return told
        return replace(told, line=_line(moments, transport.position))

    def _run(self, asked: PreviewRequest, turn: int) -> None:
        try:
            exercise, start = _wanted(asked)
            options = asked.tries.options if asked.onwards else VersionOptions(voice=asked.tries.voice)
            performance = self._stage.perform(exercise, options, asked.folder, self._progress(turn))
            self._play(performance, start, turn)
        except _SupersededError:
            return
        except FeltsenseError as error:
            self._tell(Sounding(error=error), turn)
        except Exception as error:  # noqa: BLE001 - on this thread nobody else would ever hear of it
            trouble = PlaybackError("Something went wrong inside feltsense.", f"It was a {type(error).__name__}.")
            trouble.__cause__ = error
            self._tell(Sounding(error=trouble), turn)

    def _progress(self, turn: int) -> Callable[[int, int], None]:
        def progress(done: int, total: int) -> None:
            if not self._tell(Sounding(f"getting ready · {done} of {total}", over=False), turn):
                raise _SupersededError

        return progress

    def _play(self, performance: "PreparedAudio", line: int, turn: int) -> None:
        transport = self._stage.transport(performance, lambda event: self._heard(event, turn))
        transport.set_volume(self._volume)
        transport.seek(_start(performance.timeline, line))
        with self._lock:
            late = turn != self._turn
            if not late:
                self._transport, self._moments = transport, Moments(performance.timeline)
                self._sounding = Sounding("listening", over=False)
        if late:
            transport.close()
        else:
            transport.play()

    def _heard(self, event: "Event", turn: int) -> None:
        from feltsense.playback.port import Ended, Failed, Silenced  # noqa: PLC0415 - loads what plays

        match event:
            case Ended():
                self._over(Sounding(), turn)
            case Failed():
                self._over(Sounding(error=event.error), turn)
            case Silenced():
                self._tell(Sounding("no loudspeaker here: going on in time, without sound", over=False), turn)
            case _:
                pass

    def _over(self, sounding: Sounding, turn: int) -> None:
        with self._lock:
            if turn != self._turn:
                return
        self.stop()
        with self._lock:
            self._sounding = sounding

    def _tell(self, sounding: Sounding, turn: int) -> bool:
        """Show `sounding`, unless something else is wanted by now; tell which."""
        with self._lock:
            if turn == self._turn:
                self._sounding = sounding
            return turn == self._turn


class _SupersededError(FeltsenseError):
    def __init__(self) -> None:
        super().__init__("Something else is wanted.")


def _wanted(asked: PreviewRequest) -> tuple[Exercise, int]:
    """Return the exercise to perform, and the line from which on it is heard."""
    parsed = parse(as_written(asked.text), asked.slug)
    exercise = asked.tries.on(parsed.exercise)
    if not asked.onwards:
        node = heard_at(exercise, asked.line, asked.column)
        if node is None:
            raise EditingError("There is nothing to hear in this script yet.")
        return _alone(exercise, node), 0
    if parsed.errors:
        first = parsed.errors[0]
        raise EditingError(f"Line {first.span.line} keeps this from being heard: {first.message}", first.hint)
    return exercise, asked.line


def _alone(exercise: Exercise, node: Heard) -> Exercise:
    front = replace(exercise.front, minutes=(), soundscape=None)
    return replace(exercise, front=front, sections=(Section("", (node,), node.span),))


def _start(timeline: Timeline, line: int) -> Frames:
    """Return where the first that stands on `line` or below is heard.

    Raises:
        EditingError: nothing below it is heard in this length.
    """
    events = (*timeline.overlays, *(tile for tile in timeline.tiles if not isinstance(tile, SilenceEvent)))
    start = min((event.start for event in events if event.line >= line), default=None)
    if start is None:
        raise EditingError("Nothing from here on is heard in this length.", "Go up, or try a longer one.")
    return start


def _line(moments: Moments, position: Frames) -> int:
    phrase = moments.at(position).phrase
    return phrase.line if phrase else 0
