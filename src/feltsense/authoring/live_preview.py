"""Phrases said aloud at once: the loudspeaker stays open in between, and hears silence."""

import queue
from typing import TYPE_CHECKING

import numpy as np

from feltsense.authoring.seek_targets import from_phrase
from feltsense.playback.outputs.registry import output_factory
from feltsense.playback.port import DeviceLost, Event, Failed, Silenced
from feltsense.playback.transport import Transport
from feltsense.script.options import AS_WRITTEN, apply_options
from feltsense.units import SAMPLE_RATE, Frames

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from feltsense.mix.source import PcmSource
    from feltsense.practice.engine import AudioEngine
    from feltsense.script.model import Exercise

_WEEK = 7 * 24 * 3600 * SAMPLE_RATE


class Reel:
    """A `PcmSource` without an end that begins with whatever was put onto it last."""

    length = Frames(_WEEK)
    channels = 1

    def __init__(self) -> None:
        self._source: PcmSource | None = None
        self._first = 0

    def put(self, source: "PcmSource", first: int) -> None:
        """Begin with frame `first` of `source` from now on."""
        self._source, self._first = None, first
        self._source = source

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, 1)."""
        block = np.zeros((stop - start, 1), np.float32)
        source, first = self._source, self._first
        if source is not None and start + first < source.length:
            heard = source.read(start + first, min(stop + first, source.length))
            block[: len(heard)] = heard.mean(axis=1, keepdims=True)
        return block

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        """Return nothing: what comes is not known."""
        return ()


class Aloud:
    """Says phrases through one loudspeaker. What is said later ends what is being said.

    Args:
        stage: whose voices speak.
        name: of an output; see `playback.outputs.registry`.

    Raises:
        PlaybackError: the output cannot be used here at all.
    """

    def __init__(self, stage: "AudioEngine", name: str) -> None:
        self.notices: queue.SimpleQueue[str] = queue.SimpleQueue()
        """What there is to say of the loudspeaker."""
        self._stage = stage
        self._reel = Reel()
        self._transport = Transport(self._reel, output_factory(name), self._heard)

    def open(self) -> None:
        """Open the loudspeaker."""
        self._transport.play()

    def ready(self, exercise: "Exercise", folder: "Path | None") -> None:
        """Have all loaded that is needed to speak in the voice of `exercise`.

        Raises:
            FeltsenseError: it cannot be spoken.
        """
        self._stage.warm(apply_options(exercise, AS_WRITTEN).front.voice)  # what is kept speaks without it
        self._stage.perform(exercise, AS_WRITTEN, folder, lambda _done, _total: None)

    def say(self, exercise: "Exercise", folder: "Path | None") -> None:
        """Speak all of a small exercise, from its first phrase.

        Raises:
            FeltsenseError: it cannot be spoken.
        """
        made = self._stage.perform(exercise, AS_WRITTEN, folder, lambda _done, _total: None)
        self._reel.put(made.mix, from_phrase(made.timeline, 1))
        self._transport.seek(0)

    def close(self) -> None:
        """Be silent, and let go of the loudspeaker. Calling it twice is fine."""
        self._transport.close()

    def _heard(self, event: Event) -> None:
        match event:
            case Silenced() | DeviceLost():
                self.notices.put(event.reason)
            case Failed():
                self.notices.put(event.error.message)
            case _:
                pass
