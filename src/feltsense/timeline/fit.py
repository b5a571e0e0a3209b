"""Stretch elastic silences by one factor, each within its own bounds, to meet a length to the frame."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from feltsense.units import Frames

_HALVINGS = 80
"""Enough to bring any factor down to a float's last bit."""


@dataclass(frozen=True, slots=True)
class Elastic:
    """A silence that may stretch, in frames: 0 <= floor <= base <= ceiling."""

    base: Frames
    floor: Frames
    ceiling: Frames

    def scaled(self, factor: float) -> int:
        """Return its frames at `factor`, held inside its bounds; never rounded up."""
        return max(self.floor, min(self.ceiling, int(self.base * factor)))


def fit(elastics: Sequence[Elastic], room: int) -> tuple[Frames, ...]:
    """Return the length of each silence so that together they fill `room` frames exactly.

    All are scaled by one factor; the few frames that whole numbers leave over go one by one to the first that can
    still grow.

    Raises:
        ValueError: `room` is below the floors' sum or above the ceilings'.
    """
    if not sum(e.floor for e in elastics) <= room <= sum(e.ceiling for e in elastics):
        raise ValueError(room)
    factor = _factor(elastics, room)
    lengths = [e.scaled(factor) for e in elastics]
    left = room - sum(lengths)
    while left:
        for index, elastic in enumerate(elastics):
            if left and lengths[index] < elastic.ceiling:
                lengths[index] += 1
                left -= 1
    return tuple(Frames(length) for length in lengths)


def _factor(elastics: Sequence[Elastic], room: int) -> float:
    """Return the highest factor found whose sum does not pass `room`."""
    alike = Counter(elastics).items()  # thousands of silences come in a few kinds
    low, high = 0.0, max((e.ceiling / e.base for e in elastics if e.base), default=1.0) + 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if sum(e.scaled(middle) * count for e, count in alike) <= room:
            low = middle
        else:
            high = middle
    return low
