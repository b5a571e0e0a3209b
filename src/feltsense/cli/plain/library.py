"""What the library offers in lines: a few things first, and all of it for who asks for that."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from feltsense.cli.practised import asked_of_journal
from feltsense.journal.model import Practice
from feltsense.journal.queries import LastTimes, PracticeQueries
from feltsense.library.catalogue import Entry, find, list_exercises
from feltsense.library.hours import PartOfDay, part_of_day
from feltsense.library.languages import ENGLISH, language_name, listener_language
from feltsense.library.search import SearchIndex
from feltsense.library.shelves import CourseAhead, courses_ahead, practised_lately
from feltsense.library.typed_length import offered_near
from feltsense.practice.going_on import AMONG, GoingOn, find_going_on
from feltsense.practice.options import MOST_REST_MINUTES, REST_MINUTES, PracticeChoice
from feltsense.practice.suggesting import NO_HISTORY, PracticeHistory, Suggestion, read_history, suggest
from feltsense.script.model import Exercise
from feltsense.system.paths import Workspace
from feltsense.system.settings import Settings, load_settings

_Remembered = tuple[LastTimes, PracticeHistory, tuple[Practice, ...]]
"""What the journal tells."""

_OTHERS = 2
"""So many exercises are named beside the one that is suggested."""

_FOR = {
    PartOfDay.MORNING: "For this morning",
    PartOfDay.DAY: "For right now",
    PartOfDay.EVENING: "For this evening",
    PartOfDay.NIGHT: "For tonight",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to begin."""

    choice: PracticeChoice
    words: str
    note: str = ""
    """A sentence about it; may be empty."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A few things to begin that belong together."""

    heading: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class PlainLibrary:
    """All that the library knows at one time."""

    index: SearchIndex
    settings: Settings
    now: datetime
    last: Mapping[str, datetime]
    """When each exercise was practised last, by its slug."""
    heard: Mapping[str, datetime]
    """When half of it or more was heard last."""
    history: PracticeHistory = NO_HISTORY
    going_on: GoingOn | None = None
    """A practice that was cut off."""

    @property
    def question(self) -> str:
        """What is asked at this hour."""
        return part_of_day(self.now.hour).question

    def suggestion(self, typed: str = "") -> Suggestion:
        """Return what fits what was typed; with nothing typed, what fits the hour."""
        return suggest(self.index, typed, self.now.hour, self.history)

    def first(self) -> Iterator[Shelf]:
        """Yield what stands on top: to go on with, for this hour, favourites, lately, the course under way."""
        found, cut = self.suggestion(), self.going_on
        favourites = [slug for slug in self.settings.favourites if slug in self.index.by_slug]
        above = {*favourites, *(each.slug for each in (found.entry, cut) if each is not None)}
        if cut is not None and cut.slug in self.index.by_slug:
            yield Shelf("Go on where you stopped", (Offer(cut.choice, f"{cut.title}, from “{cut.section_title}”"),))
        others = tuple(each for each in found.others if each.slug not in favourites)
        yield from _shelf(_FOR[part_of_day(self.now.hour)], self.offers_of(replace(found, others=others)))
        yield from _shelf("Your favourites", (self.offer(self.index.by_slug[slug]) for slug in favourites))
        yield from _shelf("Lately", map(self.offer, practised_lately(self.index.by_slug, self.last, above)))
        yield from _shelf("Go on, whenever you like", self._courses(under_way=True))

    def everything(self) -> Iterator[Shelf]:
        """Yield all exercises, by what would help, and the courses."""
        for group in self.index.by_need(part_of_day(self.now.hour)):
            yield from _shelf(group.need.words, map(self.offer, group.entries))
        for others in self.index.by_language():
            heading = f"in {language_name(others.language)}"
            yield from _shelf(heading, map(offer, others.entries))
        yield from _shelf("A few in a row, whenever you like", self._courses(under_way=False))

    def offer(self, entry: Entry) -> Offer:
        """Return an exercise as it is offered, with its language where it is another than most."""
        return offer(entry, listeners=self.index.language)

    def offers_of(self, found: Suggestion) -> Iterator[Offer]:
        """Yield what is suggested, with the reason, and a few others; the reason is told before people are."""
        return offers_of(found, self.index.language)

    def _courses(self, *, under_way: bool) -> Iterator[Offer]:
        ahead = courses_ahead(self.index.by_slug, self.heard)
        return (_next_of(each) for each in ahead if each.under_way is under_way)


def read_library(workspace: Workspace, home: Path, now: datetime) -> PlainLibrary:
    """Return what the library knows; trouble with the journal is told, and stops nothing."""
    index = SearchIndex(list_exercises(workspace).entries, listener_language())
    settings = load_settings(home)
    nothing: _Remembered = (LastTimes({}, {}), NO_HISTORY, ())
    times, history, newest_first = asked_of_journal(_remembered, nothing)

    def load(slug: str) -> Exercise:
        return find(slug, workspace).load_valid()

    cut = find_going_on(newest_first, now, load, settings.began_s)
    return PlainLibrary(index, settings, now, times.practised, times.heard, history, cut)


def offer(entry: Entry, note: str = "", asked: float | None = None, *, listeners: str = "") -> Offer:
    """Return an exercise as it is offered: in the minutes that were asked for, where it has them.

    Args:
        entry: the exercise.
        note: a sentence about it.
        asked: minutes.
        listeners: the listener's language; one in another is offered with that. Empty where it was told above.
    """
    minutes = offered_near(entry.front.minutes, asked)
    lengths = " or ".join(f"{each:g}" for each in ([minutes] if minutes else entry.front.minutes))
    other = f", in {language_name(entry.language)}" if listeners and entry.language != listeners else ""
    words = f"{entry.front.title}{other}{f', {lengths} minutes' if lengths else ''}"
    return Offer(PracticeChoice(entry.slug, minutes), words, note)


def offers_of(found: Suggestion, listeners: str = ENGLISH) -> Iterator[Offer]:
    """Yield what is suggested, with the reason, and a few others; the reason is told before people are."""
    if found.background is not None:
        name, minutes = found.background.name, min(found.minutes or REST_MINUTES[1][0], MOST_REST_MINUTES)
        choice = PracticeChoice(name, minutes, check_ins=False, background_alone=name)
        yield Offer(choice, f"{found.background.title}, by itself, {minutes:g} minutes", found.background.summary)
    if found.entry is not None:
        yield offer(found.entry, "" if found.support else found.why, found.minutes, listeners=listeners)
        yield from (offer(entry, asked=found.minutes, listeners=listeners) for entry in found.others[:_OTHERS])


def _next_of(ahead: CourseAhead) -> Offer:
    return Offer(PracticeChoice(ahead.entry.slug), ahead.course.title, f"Next: {ahead.words}")


def _shelf(heading: str, offers: Iterable[Offer]) -> Iterator[Shelf]:
    """Yield a shelf, unless there is nothing on it."""
    if found := tuple(offers):
        yield Shelf(heading, found)


def _remembered(journal: PracticeQueries) -> _Remembered:
    return journal.last_times(), read_history(journal), journal.practices(AMONG)
