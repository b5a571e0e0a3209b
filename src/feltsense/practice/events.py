"""What a practice tells those who show it. Beside these it passes on what playback tells."""

from collections.abc import Callable
from dataclasses import dataclass

from feltsense.errors import FeltsenseError
from feltsense.playback.port import DeviceBack, DeviceLost, Silenced, Started, Underrun
from feltsense.timeline.model import Timeline


@dataclass(frozen=True, slots=True)
class Preparing:
    """Phrases are being spoken ahead."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """The exercise can be heard at once."""

    timeline: Timeline


@dataclass(frozen=True, slots=True)
class NotPrepared:
    """The exercise cannot be heard; the practice is over before it began."""

    error: FeltsenseError


@dataclass(frozen=True, slots=True)
class Finished:
    """The exercise is over and the last of it has been heard."""

    whole: bool
    """False when it was ended early. Half a practice counts."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The sound could not be made any further; the exercise is over."""

    error: FeltsenseError


@dataclass(frozen=True, slots=True)
class Grounding:
    """The rescue piece is about to be heard."""

    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Grounded:
    """The rescue piece is over."""


@dataclass(frozen=True, slots=True)
class NotGrounded:
    """The rescue piece cannot be heard: what it would say has to be offered otherwise."""

    error: FeltsenseError


@dataclass(frozen=True, slots=True)
class NotKept:
    """The journal cannot be written; told once. The practice goes on."""

    error: FeltsenseError


Event = (
    Preparing
    | Prepared
    | NotPrepared
    | Finished
    | Broken
    | Grounding
    | Grounded
    | NotGrounded
    | NotKept
    | Started
    | Underrun
    | DeviceLost
    | Silenced
    | DeviceBack
)

Tell = Callable[[Event], None]
"""Told each event, in order, from threads of the practice's own. It returns soon and does not raise."""
