"""The tone that leads a breath: it swells with the in-breath, stays for a hold, falls with the out-breath."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from feltsense.script.model import PhaseKind
from feltsense.timeline.model import BreathEvent
from feltsense.units import SAMPLE_RATE, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEVEL = 0.018
"""Amplitude of the lowest partial at full breath: about 18 LU under the voice, below the loudness gate."""

_REST = 0.08
"""What is left of the level when the breath is out."""

_UNDER_WORDS = 0.5
"""The gain while words lead the breath."""

_CHORD = ((174.61, 1.0, 1.0), (261.63, 0.5, 1.0), (349.23, 0.35, 2.0))
"""Hertz, amplitude, and the power of the breath's level that it follows: the higher ones open later."""

_EDGE = frames(120)


class BreathTone:
    """The tones of a timeline, readable from anywhere: what is heard depends on the frame alone.

    A breath whose later rounds are led by tones has them softly under its first words too, so that nobody is surprised
    when the words are gone. A breath that is led by words throughout has none.
    """

    def __init__(self, events: Sequence[BreathEvent]) -> None:
        """Take all phases of a timeline, in order."""
        toned = {event.line for event in events if event.tone}
        self.events = tuple(event for event in events if event.line in toned)
        starts = {event.start for event in self.events}
        ends = {event.start + event.length for event in self.events}
        self._entering = tuple(event.start not in ends for event in self.events)
        self._leaving = tuple(event.start + event.length not in starts for event in self.events)
        self._full_before = tuple(_full_before(events, event) for event in self.events)
        self._gains = tuple(1.0 if event.tone else _UNDER_WORDS for event in self.events)

    def read(self, index: int, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop` of event `index` (absolute, inside the event), shape (stop - start, 1)."""
        event = self.events[index]
        at = np.arange(start, stop, dtype=np.float64)
        level = _level(event.phase, (at - event.start) / event.length, full_before=self._full_before[index])
        time = at / SAMPLE_RATE
        sound = sum(a * level**power * np.sin(2 * np.pi * hertz * time) for hertz, a, power in _CHORD)
        came = 0.0 if self._entering[index] else self._gains[index - 1]
        sound *= came + (self._gains[index] - came) * np.clip((at - event.start) / _EDGE, 0.0, 1.0)
        if self._leaving[index]:
            sound *= np.clip((event.start + event.length - at) / _EDGE, 0.0, 1.0)
        result: NDArray[np.float32] = (_LEVEL * np.asarray(sound)).astype(np.float32)
        return result[:, None]


def _level(kind: PhaseKind, done: "NDArray[np.float64]", *, full_before: bool) -> "NDArray[np.float64]":
    rising = _REST + (1 - _REST) * (0.5 - 0.5 * np.cos(np.pi * done))
    match kind:
        case PhaseKind.IN:
            return rising
        case PhaseKind.OUT:
            return 1 + _REST - rising
        case PhaseKind.HOLD:
            return np.full_like(done, 1.0 if full_before else _REST)


def _full_before(events: Sequence[BreathEvent], hold: BreathEvent) -> bool:
    """Tell whether the breath before a hold went in."""
    before = [event for event in events if event.start < hold.start and event.phase is not PhaseKind.HOLD]
    return bool(before) and before[-1].phase is PhaseKind.IN
