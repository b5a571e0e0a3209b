"""In which order exercises are shown that fit equally well. Pure."""

from collections.abc import Iterable, Sequence

from feltsense.library.catalogue import Entry
from feltsense.library.hours import PartOfDay
from feltsense.library.typed_length import offered_near

_OUTDOORS = frozenset({"nature", "outdoors", "walking"})
"""Practices and tags of exercises that are done under the sky."""


class SearchOrder:
    """In which order exercises are shown that fit equally well.

    Args:
        entries: all exercises there are.
        part: of the day; None for any time.
        minutes: the length that was asked for; None for none.
    """

    def __init__(self, entries: Sequence[Entry], part: PartOfDay | None, minutes: float | None) -> None:
        self._entries = entries
        self._part = part
        self._minutes = minutes

    def sorted(self, places: Iterable[int]) -> list[int]:
        """Return places in their order: those with that length first; in the dark, those outdoors last."""
        return sorted(places, key=self._last)

    def of_that_length(self) -> list[int]:
        """Return the places of those that take so long, or of those that come nearest.

        The nearest are first, and among them what fits the hour.
        """
        minutes = self._minutes or 0
        offered = {place: entry.front.minutes for place, entry in enumerate(self._entries) if entry.front.minutes}
        away = {place: min(abs(each - minutes) for each in lengths) for place, lengths in offered.items()}
        nearest = min(away.values(), default=0)
        fitting = (place for place in offered if away[place] == nearest or offered_near(offered[place], minutes))
        return self.sorted(sorted(fitting, key=lambda place: (away[place] > nearest, self._place_in_the_hour(place))))

    def by_the_hour(self, places: Iterable[int]) -> list[int]:
        """Return places with what fits the hour first, and in the dark those outdoors last; else in their order."""
        return self.sorted(sorted(places, key=self._place_in_the_hour))

    def _place_in_the_hour(self, place: int) -> int:
        slugs, slug = self._part.slugs if self._part else (), self._entries[place].slug
        return slugs.index(slug) if slug in slugs else len(slugs)

    def _last(self, place: int) -> tuple[bool, bool]:
        entry = self._entries[place]
        dark = self._part is not None and self._part.dark
        long = self._minutes is not None and offered_near(entry.front.minutes, self._minutes) is None
        return dark and needs_outdoors(entry), long


def needs_outdoors(entry: Entry) -> bool:
    """Tell whether an exercise is done under the sky."""
    return not _OUTDOORS.isdisjoint((entry.front.practice, *entry.front.tags))
