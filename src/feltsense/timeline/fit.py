"""Stretch elastic silences by one factor, each within its own bounds, so that together they fill a room of frames."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from feltsense.units import Frames

MP3_FRAME = 1152
"""Frames of sound in a frame of MP3: what begins on a multiple of it is encoded alike wherever it stands."""


@dataclass(frozen=True, slots=True)
class Elastic:
    """A silence that may stretch, in frames: 0 <= floor <= base <= ceiling."""

    base: Frames
    floor: Frames
    ceiling: Frames

    def scaled(self, factor: float) -> float:
        """Return its frames at `factor`, held inside its bounds; not rounded."""
        return max(self.floor, min(self.ceiling, self.base * factor))


class SilenceFit:
    """The elastic silences that are still to come; they are taken one after the other.

    Args:
        elastics: in the order in which they will be taken.
        owed: frames that silences before them lost to the grid.
    """

    def __init__(self, elastics: Iterable[Elastic], owed: int = 0) -> None:
        self._waiting = Counter(elastics)  # thousands of silences come in a few kinds
        self.left = self._waiting.total()
        """How many are still to come."""
        self.floors = sum(e.floor * count for e, count in self._waiting.items())
        self.ceilings = sum(e.ceiling * count for e, count in self._waiting.items())
        """Frames that those to come last at least, and at most."""
        self._bases = sum(e.base * count for e, count in self._waiting.items())
        self._bends = _bends(self._waiting)
        self._segment = 0
        """Where the last factor lay among the bends: the next one is most often there too."""
        self._owed = owed

    @property
    def written(self) -> int:
        """Frames that those to come last where each is as it is written."""
        return self._bases + self._owed

    def copy(self) -> "SilenceFit":
        """Return another one with the same silences to come."""
        return SilenceFit(self.elastics, self._owed)

    @property
    def elastics(self) -> Iterator[Elastic]:
        """Those that are still to come, in any order."""
        return self._waiting.elements()

    def joined(self, others: "Iterable[SilenceFit]") -> "SilenceFit":
        """Return the silences to come of all of these as one."""
        return SilenceFit(chain(self.elastics, *(fit.elastics for fit in others)), self._owed)

    def leeway(self, elastic: Elastic, room: int) -> float:
        """Return how far the room may turn out to be off once the next silence, `elastic`, has been taken.

        Those after it can make good so many frames in either direction; below 0 where they cannot even fill the room
        that they are to have.
        """
        after = room - elastic.scaled(self.factor(room))
        return min(after - (self.floors - elastic.floor), self.ceilings - elastic.ceiling - after)

    def take(self, elastic: Elastic, room: int | None, cursor: int) -> Frames:
        """Return the length of the next silence, which is `elastic`.

        All that are left get the same factor. The silence ends on a multiple of `MP3_FRAME` where its bounds and the
        room of those after it allow; what that adds or takes is made good by the next, and the last takes the rest.

        Args:
            elastic: the next one, in the order that was given.
            room: frames for it and all after it; None leaves each as it is written.
            cursor: the frame at which it begins.
        """
        wanted = elastic.base + self._owed if room is None else round(elastic.scaled(self.factor(room)))
        self._remove(elastic)
        least: int = elastic.floor
        most: int = elastic.ceiling
        if room is not None:
            least = min(most, max(least, room - self.ceilings))
            most = max(least, min(most, room - self.floors))
        length = _on_grid(wanted, least, most, cursor) if self.left else max(least, min(most, wanted))
        self._owed = wanted - length
        return Frames(length)

    def _remove(self, elastic: Elastic) -> None:
        self._waiting[elastic] -= 1
        self.floors -= elastic.floor
        self.ceilings -= elastic.ceiling
        self._bases -= elastic.base
        self.left -= 1
        if not self._waiting[elastic]:
            del self._waiting[elastic]
            self._bends = _bends(self._waiting)
            self._segment = 0

    def factor(self, room: int) -> float:
        """Return the factor at which all that are left fill `room`; where none does, the nearest."""
        bends, here = self._bends, self._segment
        if here + 1 < len(bends):
            at_low, at_high = self._sum(bends[here]), self._sum(bends[here + 1])
            if at_low <= room <= at_high:
                return _between(bends[here], bends[here + 1], at_low, at_high, room)
        here = self._segment = max(0, bisect_right(bends, float(room), key=self._sum) - 1)
        if here + 1 == len(bends):
            return bends[here]
        return _between(bends[here], bends[here + 1], self._sum(bends[here]), self._sum(bends[here + 1]), room)

    def _sum(self, factor: float) -> float:
        # written out, as nothing else takes so much time
        return sum(max(e.floor, min(e.ceiling, e.base * factor)) * count for e, count in self._waiting.items())


def _between(low: float, high: float, at_low: float, at_high: float, room: int) -> float:
    """Return the factor at which a sum that grows in a line from `at_low` to `at_high` is `room`."""
    if at_high <= at_low:
        return low
    return low + (high - low) * min(1.0, max(0.0, (room - at_low) / (at_high - at_low)))


def spread(elastics: Sequence[Elastic], room: int) -> list[Frames]:
    """Return what each lasts where all are scaled by one factor, each within its bounds, and together fill `room`.

    To the frame; where their bounds do not allow that, the nearest.
    """
    factor = SilenceFit(elastics).factor(room)
    lengths = [math.floor(elastic.scaled(factor)) for elastic in elastics]
    missing = room - sum(lengths)  # less than a frame each
    for number, elastic in enumerate(elastics):
        length = max(elastic.floor, min(elastic.ceiling, lengths[number] + max(-1, min(1, missing))))
        missing -= length - lengths[number]
        lengths[number] = length
    return [Frames(length) for length in lengths]


def _bends(elastics: Iterable[Elastic]) -> list[float]:
    """Return the factors at which a silence reaches one of its bounds, in order: between them the sum is a line."""
    return sorted({0.0, *(bound / e.base for e in elastics if e.base for bound in (e.floor, e.ceiling))})


def _on_grid(length: int, least: int, most: int, cursor: int) -> int:
    """Return the length nearest to `length` that ends on the grid; where its bounds leave none, the nearest at all."""
    over = (cursor + length) % MP3_FRAME
    down, up = length - over, length - over + MP3_FRAME
    near = (down, up) if over <= MP3_FRAME // 2 else (up, down)
    return next((each for each in near if least <= each <= most), max(least, min(most, length)))
