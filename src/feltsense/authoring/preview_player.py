"""Hearing a performance from some frame on: no check-in, no journal."""

import queue
import threading
from typing import TYPE_CHECKING

from feltsense.playback.port import DeviceLost, Ended, Event, Failed, Silenced
from feltsense.units import Frames

if TYPE_CHECKING:
    from feltsense.errors import FeltsenseError
    from feltsense.mix.prepare import PreparedAudio
    from feltsense.practice.engine import AudioEngine


class PreviewPlayer:
    """Plays `performance` once, on threads of its own.

    Args:
        stage: the way out to the loudspeaker.
        performance: what is heard.
        start: the first frame.

    Raises:
        PlaybackError: the output cannot be used here at all.
    """

    def __init__(self, stage: "AudioEngine", performance: "PreparedAudio", start: Frames) -> None:
        self.failure: FeltsenseError | None = None
        """Why playing ended early."""
        self.notices: queue.SimpleQueue[str] = queue.SimpleQueue()
        """What there is to say of the loudspeaker."""
        self._over = threading.Event()
        self._transport = stage.transport(performance, self._heard)
        self._transport.seek(start)

    @property
    def position(self) -> Frames:
        """The frame that is being heard."""
        return self._transport.position

    def play(self) -> None:
        """Begin."""
        self._transport.play()

    def over(self, patience: float) -> bool:
        """Wait up to `patience` seconds for the end; tell whether it has come."""
        return self._over.wait(patience)

    def close(self) -> None:
        """Stop at once and let go of the loudspeaker. Calling it twice is fine."""
        self._transport.close()
        self._over.set()

    def _heard(self, event: Event) -> None:
        match event:
            case Ended():
                self._over.set()
            case Failed():
                self.failure = event.error
                self._over.set()
            case Silenced() | DeviceLost():
                self.notices.put(event.reason)
            case _:
                pass
