"""A session's state and the events that it reports to its front end. Those of playback are passed on among them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from feltsense.errors import FeltsenseError
from feltsense.playback.port import AlsoPlaying, DeviceBack, DeviceLost, Silenced, Started, Underrun
from feltsense.timeline.model import Timeline
from feltsense.units import seconds_in_words


class PracticeState(StrEnum):
    """How far a practice is."""

    CHECKING_IN = "checking in"
    """Nothing was asked to be heard yet; preparation may go on underneath."""
    STARTING = "starting"
    """Asked to be heard, and not ready yet."""
    PLAYING = "playing"
    """Heard, or paused."""
    ENDING = "ending"
    GROUNDING = "grounding"
    """The rescue piece is heard, or about to be."""
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Preparing:
    """Phrases are being spoken ahead. Before `Prepared`, all are: the length is near to what the script allows."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """The exercise can be heard at once."""

    timeline: Timeline


@dataclass(frozen=True, slots=True)
class PreparationFailed:
    """The exercise cannot be heard; the practice is over before it began."""

    error: FeltsenseError


@dataclass(frozen=True, slots=True)
class Finished:
    """The exercise is over and the last of it has been heard."""

    whole: bool
    """False when it was ended early. Half a practice counts."""
    asleep: bool = False
    """True when it ended by itself for the night: nothing is asked, perhaps somebody sleeps."""


@dataclass(frozen=True, slots=True)
class PlaybackFailed:
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
class GroundingFailed:
    """The rescue piece cannot be heard: what it would say has to be offered otherwise."""

    error: FeltsenseError


@dataclass(frozen=True, slots=True)
class JournalFailed:
    """The journal cannot be written; reported once. The practice goes on."""

    error: FeltsenseError


@dataclass(frozen=True, slots=True)
class Substituted:
    """Something that the settings name is not there, or does not work; something else is used instead."""

    message: str
    """What is missing and what is used instead, in one line."""


@dataclass(frozen=True, slots=True)
class LengthMissed:
    """All is spoken, and the exercise does not last as long as asked: the voice is far from what was expected."""

    excess: int
    """Frames over the length that was asked for; below 0 for less."""

    @property
    def message(self) -> str:
        """Return how much that is, and why, in one line."""
        than, voice = ("longer", "slower") if self.excess > 0 else ("less", "faster")
        return (
            f"This takes {seconds_in_words(abs(self.excess))} {than} than planned: the voice is {voice} than expected."
        )


FinalEvent = Finished | Grounded | GroundingFailed | PreparationFailed | PlaybackFailed
"""How a session ends; exactly one of them is reported, and nothing after it."""

Event = (
    Preparing
    | Prepared
    | PreparationFailed
    | Finished
    | PlaybackFailed
    | Grounding
    | Grounded
    | GroundingFailed
    | JournalFailed
    | Substituted
    | LengthMissed
    | AlsoPlaying
    | Started
    | Underrun
    | DeviceLost
    | Silenced
    | DeviceBack
)

Notify = Callable[[Event], None]
"""Called with each event, in order, from threads of the session's own. It returns soon and does not raise."""
