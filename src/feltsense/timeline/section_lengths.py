"""How long each section is to last: by its own wish where one stands in its heading, and by the length of the whole.

A section lasts from its chapter's start to the next one's: the quiet before the first phrase belongs to the first, the
quiet after the last to the last, and the silence before a heading to the section that it ends. A wish that a section
cannot meet counts as if it were not there.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from feltsense.script.model import WishedLength
from feltsense.timeline.expand import SectionStart
from feltsense.timeline.fit import Elastic, spread
from feltsense.timeline.measure import Gap, MeasuredPhrase, MeasuredSilence, Part
from feltsense.units import SAMPLE_RATE, Frames, clock, clock_of_ms, clock_of_seconds, frames


@dataclass(frozen=True, slots=True)
class SectionRoom:
    """How long a section can last, in frames."""

    shortest: int
    natural: int
    longest: int
    wish: WishedLength | None = None

    @property
    def wished(self) -> int | None:
        """What its wish makes it last: what is nearest to its natural length; None for no wish, or one it cannot meet.

        Where that is its natural length, `target` is None.
        """
        if self.wish is None or self.is_unmet:
            return None
        return self.natural if self.target is None else self.target

    @property
    def target(self) -> int | None:
        """The length to which its silences have to be fitted for its wish; None where they stay as they are."""
        asked = self._asked()
        return None if asked is None or math.isinf(asked) else int(asked)

    @property
    def is_unmet(self) -> bool:
        """Tell whether it has a wish that it cannot meet."""
        asked = self._asked()
        return asked is not None and math.isinf(asked)

    def widened(self, unsure: float) -> "SectionRoom":
        """Return it with `unsure` frames more on both sides."""
        more = math.ceil(unsure)
        return replace(self, shortest=self.shortest - more, longest=self.longest + more)

    def is_reachable(self, more: float) -> bool:
        """Tell whether its wish can be met when it lasts `more` frames than expected."""
        asked = self._asked(more)
        return asked is None or not math.isinf(asked)

    def is_sure(self, unsure: float) -> bool:
        """Tell whether its wish asks for the same when it lasts `unsure` frames longer or shorter than expected."""
        return self._asked(unsure) == self._asked(-unsure)

    def keeps(self, length: int) -> bool:
        """Tell whether `length` is what its wish says."""
        wish = self.wish
        return wish is not None and frames(wish.shortest) <= length <= frames(wish.longest)

    def _asked(self, more: float = 0) -> float | None:
        """Return what its wish asks for when it lasts `more` frames than expected.

        That is its natural length (None), another one, or one out of reach on that side (infinite).
        """
        if self.wish is None:
            return None
        low, high = frames(self.wish.shortest), frames(self.wish.longest)
        if self.longest + more < low:
            return math.inf
        if self.shortest + more > high:
            return -math.inf
        if low == high or self.natural + more < low:
            return low
        return high if self.natural + more > high else None


def section_targets(rooms: Sequence[SectionRoom], wanted: int | None) -> list[int | None]:
    """Return how long each section with a wish is to last; None for those without one, and where it cannot be met.

    Wishes hold where the sections without one can take the rest of `wanted` frames. Where they cannot, wishes for a
    range give way inside it; and where that is not enough, all wishes do, by one factor, as far as each section can.

    Args:
        rooms: of all sections; those without a wish may also be together in one.
        wanted: frames of the whole; where they are out of reach of all, what is nearest. None for no length asked.
    """
    held = [room.wished for room in rooms]
    least, most = lengths_with_wishes(rooms)
    kept = [(room, length) for room, length in zip(rooms, held, strict=True) if length is not None]
    if wanted is None or not kept or least <= wanted <= most:
        return held
    asked = sum(length for _, length in kept)
    room_of_all = asked + wanted - (least if wanted < least else most)
    inside, anywhere = [_inside_wish(*each) for each in kept], [_anywhere(*each) for each in kept]
    fits_inside = sum(e.floor for e in inside) <= room_of_all <= sum(e.ceiling for e in inside)
    lengths = iter(spread(inside if fits_inside else anywhere, room_of_all))
    return [None if length is None else next(lengths) for length in held]


def lengths_with_wishes(rooms: Iterable[SectionRoom]) -> tuple[int, int]:
    """Return the shortest and the longest that the whole can last with all wishes kept that can be."""
    wished = [(room, room.wished) for room in rooms]
    return (
        sum(room.shortest if length is None else length for room, length in wished),
        sum(room.longest if length is None else length for room, length in wished),
    )


def starts_of_sections(parts: Iterable[Part]) -> tuple[SectionStart, ...]:
    """Return where the sections begin, in order."""
    return tuple(part for part in parts if isinstance(part, SectionStart))


def section_rooms(parts: Iterable[Part]) -> tuple[SectionRoom, ...]:
    """Return how long each section can last, in order."""
    return tuple(_room(inside, start.wish) for start, inside in _by_section(parts))


def _by_section(parts: Iterable[Part]) -> list[tuple[SectionStart, list[Part]]]:
    """Return the parts behind each section's start; what stands before the first belongs to it."""
    before: list[Part] = []
    found: list[tuple[SectionStart, list[Part]]] = []
    for part in parts:
        if isinstance(part, SectionStart):
            found.append((part, before if not found else []))
        else:
            (found[-1][1] if found else before).append(part)
    return found


def _room(parts: Sequence[Part], wish: WishedLength | None) -> SectionRoom:
    said = sum(part.spoken.length for part in parts if isinstance(part, MeasuredPhrase))
    fixed = said + sum(part.length for part in parts if isinstance(part, Gap))
    elastics = [part.elastic for part in parts if isinstance(part, MeasuredSilence)]
    floors, bases, ceilings = (
        sum(e.floor for e in elastics),
        sum(e.base for e in elastics),
        sum(e.ceiling for e in elastics),
    )
    return SectionRoom(fixed + floors, fixed + bases, fixed + ceilings, wish)


def wish_clock(wish: WishedLength) -> str:
    """Return a wish as it is shown beside a length: `2:00`, `2:00 to 3:00`."""
    low, high = clock_of_ms(wish.shortest), clock_of_ms(wish.longest)
    return low if low == high else f"{low} to {high}"


def possible_section_lengths(shortest: int, longest: int, what: str = "This section") -> str:
    """Return in a sentence how long a section can last, in whole seconds within its two limits in frames."""
    low, high = -(-shortest // SAMPLE_RATE), longest // SAMPLE_RATE
    if low >= high:
        return f"{what} can last {clock(longest)} only."
    return f"{what} can last from {clock_of_seconds(low)} to {clock_of_seconds(high)}."


def _inside_wish(room: SectionRoom, length: int) -> Elastic:
    assert room.wish is not None  # noqa: S101 - only a wish holds a length
    low, high = frames(room.wish.shortest), frames(room.wish.longest)
    return Elastic(Frames(length), Frames(max(room.shortest, low)), Frames(min(room.longest, high)))


def _anywhere(room: SectionRoom, length: int) -> Elastic:
    return Elastic(Frames(length), Frames(room.shortest), Frames(room.longest))
