"""The position history: which frame of the source was handed out when, to tell the position behind a latency."""

from collections import deque
from dataclasses import dataclass

from feltsense.units import Frames


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Frames handed out in a row, until the next stretch."""

    out: int
    """Its first frame, counted from the first that was ever handed out."""
    source: int
    moving: bool
    """True: the source's frames from `source` on. False: anything else, while the source stands still."""


class PositionHistory:
    """What was handed out, as far back as it may still be unheard."""

    def __init__(self, source: int = 0) -> None:
        self.out = 0
        """Frames handed out in all."""
        self._source = source
        self._stretches = deque([_Stretch(0, source, moving=False)])

    def move(self, count: int) -> None:
        """Remember `count` frames of the source."""
        self._extend(count, moving=True)
        self._source += count

    def stand(self, count: int) -> None:
        """Remember `count` frames of something else: silence, or the edge of a pause."""
        self._extend(count, moving=False)

    def jump(self, source: int) -> None:
        """Go on from another frame of the source; what was handed out before counts as heard."""
        self._source = source
        self._stretches = deque([_Stretch(self.out, source, moving=False)])

    def position(self, unheard: int) -> Frames:
        """Return the frame of the source that is heard when the last `unheard` frames are still to come."""
        heard = self.out - unheard
        while len(self._stretches) > 1 and self._stretches[1].out <= heard:
            self._stretches.popleft()
        first = self._stretches[0]
        moved = max(0, heard - first.out) if first.moving else 0
        return Frames(first.source + moved)

    def _extend(self, count: int, *, moving: bool) -> None:
        if count and self._stretches[-1].moving is not moving:
            self._stretches.append(_Stretch(self.out, self._source, moving))
        self.out += count
