"""The sound of a preview: prepared audio played once from a frame, or speech through a loudspeaker kept open."""

import queue
import threading
from typing import TYPE_CHECKING

import numpy as np

from feltsense.authoring.seek_targets import frame_of_phrase
from feltsense.errors import PlaybackError, as_told
from feltsense.playback.outputs.registry import output_factory
from feltsense.playback.port import DeviceLost, Ended, Event, Failed, Silenced
from feltsense.playback.transport import Transport
from feltsense.script.options import AS_WRITTEN
from feltsense.timeline.playhead import Playhead
from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.choosing import with_voice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from feltsense.errors import FeltsenseError
    from feltsense.mix.port import PcmSource
    from feltsense.mix.prepared_audio import PreparedAudio
    from feltsense.practice.engine import AudioEngine
    from feltsense.script.model import Exercise
    from feltsense.timeline.model import Timeline

    OnEnd = Callable[[FeltsenseError | None], None]

_WEEK = 7 * 24 * 3600 * SAMPLE_RATE


class _EventLog:
    """What playback reports, for whoever looks.

    Args:
        on_end: called once playing is over, with the error that ended it early, on a thread of playback's own.
    """

    def __init__(self, on_end: "OnEnd | None" = None) -> None:
        self.silenced = False
        """Whether playing goes on without a loudspeaker."""
        self._on_end = on_end
        self.ended = threading.Event()
        self.error: FeltsenseError | None = None
        """Why playing ended early."""
        self.notices: queue.SimpleQueue[str] = queue.SimpleQueue()
        """What there is to say of the loudspeaker."""

    def add(self, event: Event) -> None:
        """Note an event; called from a thread of playback's own."""
        match event:
            case Ended():
                self._end(None)
            case Failed():
                self._end(event.error)
            case Silenced() | DeviceLost():
                self.silenced = self.silenced or isinstance(event, Silenced)
                self.notices.put(event.reason)
            case _:
                pass

    def _end(self, error: "FeltsenseError | None") -> None:
        self.error = error
        self.ended.set()
        if self._on_end is not None:
            self._on_end(error)


class PreviewPlayer:
    """Plays prepared audio once, on threads of its own: no check-in, no journal.

    Args:
        engine: whose output is used.
        audio: what is heard.
        start: the first frame.
        volume: 0 to 1.
        on_end: called once playing is over, with the error that ended it early, on a thread of playback's own.

    Raises:
        PlaybackError: the output cannot be used here at all.
    """

    def __init__(
        self,
        engine: "AudioEngine",
        audio: "PreparedAudio",
        start: Frames,
        volume: float = 1.0,
        on_end: "OnEnd | None" = None,
    ) -> None:
        self._log = _EventLog(on_end)
        self._audio = audio
        self._playhead = Playhead(audio.timeline)
        self._transport = engine.transport(audio, self._log.add)
        self._transport.set_volume(volume)
        self._transport.seek(start)

    @property
    def position(self) -> Frames:
        """The frame that is being heard."""
        return self._transport.position

    @property
    def line(self) -> int:
        """The line of the phrase that is being heard; 0 before the first."""
        if self._playhead.timeline is not self._audio.timeline:  # more of it is known
            self._playhead = Playhead(self._audio.timeline)
        phrase = self._playhead.at(self.position).phrase
        return phrase.line if phrase else 0

    @property
    def silenced(self) -> bool:
        """Whether playing goes on without a loudspeaker."""
        return self._log.silenced

    @property
    def error(self) -> "FeltsenseError | None":
        """Why playing ended early."""
        return self._log.error

    def play(self) -> None:
        """Begin."""
        self._transport.play()

    def wait(self, seconds: float) -> bool:
        """Wait up to `seconds` for the end; return whether it has come."""
        return self._log.ended.wait(seconds)

    def notices(self) -> list[str]:
        """Return what there is to say of the loudspeaker since the last call."""
        return _drained(self._log.notices)

    def close(self) -> None:
        """Stop at once and let go of the loudspeaker. Calling it twice is fine."""
        self._transport.close()
        self._audio.mix.fail(PlaybackError("It was stopped."))  # nobody waits for what is not spoken
        self._log.ended.set()


def finish_while_heard(
    audio: "PreparedAudio",
    start_in: "Callable[[Timeline], Frames]",
    begin: "Callable[[Frames], None]",
    progress: "Callable[[int, int], None]",
) -> None:
    """Speak all of `audio` on this thread; it is heard as soon as the place where it is to begin is known.

    Args:
        audio: begun.
        start_in: returns where it is to begin, by what is known of its timeline.
        begin: called once with that frame. It returns soon.
        progress: told how many phrases of how many are spoken; what it raises ends this.

    Raises:
        FeltsenseError: a phrase that cannot be spoken, with its line; whoever listens is told by `Failed`.
    """
    waiting = [begin]

    def look() -> None:
        if not waiting:
            return
        start = start_in(audio.timeline)
        if start < audio.settled or audio.settled == audio.timeline.length:
            waiting.pop()(start)

    audio.on_settled = look
    try:
        look()
        audio.finish(progress)
        look()
    except Exception as error:
        audio.mix.fail(as_told(error))
        raise


class EndlessSource:
    """A `PcmSource` without an end that begins with whatever was loaded last, and is silent behind it."""

    length = Frames(_WEEK)
    channels = 1

    def __init__(self) -> None:
        self._loaded: tuple[PcmSource, int] | None = None

    def load(self, source: "PcmSource", first: int) -> None:
        """Begin with frame `first` of `source` from now on."""
        self._loaded = source, first

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, 1)."""
        block = np.zeros((stop - start, 1), np.float32)
        if self._loaded is not None:
            source, first = self._loaded
            if start + first < source.length:
                samples = source.read(start + first, min(stop + first, source.length))
                block[: len(samples)] = samples.mean(axis=1, keepdims=True)
        return block

    def readable(self, start: int, stop: int) -> int:  # noqa: ARG002 - what is loaded is spoken
        """Return `stop`."""
        return stop

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        """Return nothing: what comes is not known."""
        return ()


class LivePlayer:
    """Speaks short exercises at once: the loudspeaker stays open in between. What is newer interrupts what is older.

    Args:
        engine: whose voices speak.
        output_name: see `playback.outputs.registry`.

    Raises:
        PlaybackError: the output cannot be used here at all.
    """

    def __init__(self, engine: "AudioEngine", output_name: str) -> None:
        self._engine = engine
        self._log = _EventLog()
        self._source = EndlessSource()
        self._transport = Transport(self._source, output_factory(output_name), self._on_event)

    def open(self) -> None:
        """Open the loudspeaker."""
        self._transport.play()

    def warm(self, exercise: "Exercise", folder: "Path | None") -> None:
        """Load all that is needed to speak in the voice of `exercise`.

        Raises:
            FeltsenseError: it cannot be spoken.
        """
        self._engine.warm(with_voice(exercise, AS_WRITTEN).front.voice)  # cached speech needs no voice, the next does
        self._engine.perform(exercise, AS_WRITTEN, folder, lambda _done, _total: None)

    def speak(self, exercise: "Exercise", folder: "Path | None") -> None:
        """Speak all of a short exercise, from its first phrase.

        Raises:
            FeltsenseError: it cannot be spoken.
        """
        audio = self._engine.perform(exercise, AS_WRITTEN, folder, lambda _done, _total: None)
        self._source.load(audio.mix, frame_of_phrase(audio.timeline, 1))
        self._transport.seek(0)

    def notices(self) -> list[str]:
        """Return what there is to say of the loudspeaker since the last call."""
        return _drained(self._log.notices)

    def close(self) -> None:
        """Be silent, and let go of the loudspeaker. Calling it twice is fine."""
        self._transport.close()

    def _on_event(self, event: Event) -> None:
        self._log.add(event)
        if isinstance(event, Failed):
            self._log.notices.put(event.error.message)


def _drained(notices: "queue.SimpleQueue[str]") -> list[str]:
    found = []
    while not notices.empty():
        found.append(notices.get())
    return found
