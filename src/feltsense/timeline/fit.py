"""Stretch elastic silences by one factor, each within its own bounds, so that together they fill a room of frames."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

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
        return SilenceFit(self._waiting.elements(), self._owed)

    def leeway(self, elastic: Elastic, room: int) -> float:
        """Return how far the room may turn out to be off once the next silence, `elastic`, has been taken.

        Those after it can make good so many frames in either direction; below 0 where they cannot even fill the room
        that they are to have.
        """
        after = room - elastic.scaled(self._factor(room))
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
        wanted = elastic.base + self._owed if room is None else round(elastic.scaled(self._factor(room)))
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

    def _factor(self, room: int) -> float:
        """Return the factor at which all that are left fill `room`; where none does, the nearest."""
        bends = self._bends
        here = self._segment
        if not (here + 1 < len(bends) and self._sum(bends[here]) <= room <= self._sum(bends[here + 1])):
            here = self._segment = max(0, bisect_right(bends, float(room), key=self._sum) - 1)
        low = bends[here]
        if here + 1 == len(bends):
            return low
        high = bends[here + 1]
        at_low, at_high = self._sum(low), self._sum(high)
        if at_high <= at_low:
            return low
        return low + (high - low) * min(1.0, max(0.0, (room - at_low) / (at_high - at_low)))

    def _sum(self, factor: float) -> float:
        return sum(e.scaled(factor) * count for e, count in self._waiting.items())


def _bends(elastics: Iterable[Elastic]) -> list[float]:
    """Return the factors at which a silence reaches one of its bounds, in order: between them the sum is a line."""
    return sorted({0.0, *(bound / e.base for e in elastics if e.base for bound in (e.floor, e.ceiling))})


def _on_grid(length: int, least: int, most: int, cursor: int) -> int:
    """Return the length nearest to `length` that ends on the grid; where its bounds leave none, the nearest at all."""
    over = (cursor + length) % MP3_FRAME
    down, up = length - over, length - over + MP3_FRAME
    near = (down, up) if over <= MP3_FRAME // 2 else (up, down)
    return next((each for each in near if least <= each <= most), max(least, min(most, length)))
