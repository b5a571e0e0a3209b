"""The port between playback and its outputs: `Output`, the `Feed` that it pulls from, and the events of playback.

A new output is one module with a class that fits `Output`, and one line in `outputs/registry.py`.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from feltsense.errors import FeltsenseError
from feltsense.units import Frames

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Feed(Protocol):
    """Where an output gets its sound. Safe to call from any thread, and never blocks."""

    def pull(self, count: int) -> "NDArray[np.int16]":
        """Return the next `count` frames to be heard, shape (count, channels); what is not there is silence."""

    def available(self) -> int:
        """Return how many frames can be pulled at once without a gap; 0 while nothing is to be heard."""


class Output(Protocol):
    """A loudspeaker, or what stands for one. Each object is opened once and closed once."""

    @property
    def name(self) -> str:
        """The name it is asked for by."""

    def open(self, channels: int) -> None:
        """Take hold of the device, for 16-bit sound at `SAMPLE_RATE`, without taking any yet.

        Raises:
            PlaybackError: there is no device, or it cannot be had.
        """

    def start(self, feed: Feed) -> None:
        """Begin to pull from `feed`, on a thread of the output's own, until `close`.

        Raises:
            PlaybackError: the device does not start.
        """

    def running(self) -> bool:
        """Tell whether the device has really begun to take sound; one that was opened may still fail."""

    def stalled(self) -> bool:
        """Tell whether the device has stopped taking sound. Called several times a second from one thread."""

    def latency(self) -> Frames:
        """Return how many of the frames pulled are not heard yet, as far as that is known."""

    def flush(self) -> AbstractContextManager[Frames]:
        """Drop what was pulled and is not heard yet; pull nothing more until the context is left.

        Its value is how many frames were dropped. An output that holds little drops nothing, does not pause, and
        says 0: what it holds is heard.
        """

    def close(self) -> None:
        """Stop and let go of the device, also one that is lost. Calling it twice is fine."""


@dataclass(frozen=True, slots=True)
class OutputStatus:
    """Whether an output works here, for `feltsense doctor`."""

    name: str
    works: bool
    summary: str
    """What it is, in a few words."""
    reason: str = ""
    """Why it does not work, and how to get it."""


@dataclass(frozen=True, slots=True)
class Started:
    """The first sound has been handed to the device; told once."""

    output: str
    """The name of the output that plays."""


@dataclass(frozen=True, slots=True)
class AlsoPlaying:
    """Another process of the same listener is heard now, too; told once, until this one was heard by itself."""

    message: str = "Another feltsense is playing on this machine, too."


@dataclass(frozen=True, slots=True)
class Underrun:
    """Sound was not ready in time, and silence is heard until it is; told once between two starts or seeks."""

    at: Frames
    """Where playing waits."""


@dataclass(frozen=True, slots=True)
class DeviceLost:
    """The device has stopped taking sound. It is looked for; playing stands still meanwhile."""

    reason: str


@dataclass(frozen=True, slots=True)
class Silenced:
    """There is no device: playing goes on without sound, in time; told once until a device is back."""

    reason: str


@dataclass(frozen=True, slots=True)
class DeviceBack:
    """Sound is heard again, from where playing is."""

    output: str


@dataclass(frozen=True, slots=True)
class Ended:
    """Playing is over and the last of it has been heard."""

    at: Frames
    """How far it got."""
    whole: bool
    """True when it reached the end by itself, False when it was ended."""
    timed: bool = False
    """True when a sleep timer ended it."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The sound could not be made; playing is over."""

    error: FeltsenseError


Event = Started | AlsoPlaying | Underrun | DeviceLost | Silenced | DeviceBack | Ended | Failed

Listener = Callable[[Event], None]
"""Called with each event, in order, from a thread of playback's own. It returns soon and does not raise."""
