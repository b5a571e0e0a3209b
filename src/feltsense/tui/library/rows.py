"""What the library's list holds, from top to bottom: worked out as plain values, without a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from feltsense.library.catalogue import Entry
from feltsense.library.hours import PartOfDay, part_of_day
from feltsense.library.languages import language_name

if TYPE_CHECKING:
    from feltsense.library.search import SearchIndex
    from feltsense.practice.going_on import GoingOn
    from feltsense.practice.suggesting import PracticeHistory, Suggestion

LEAVE = "q"
"""Typed alone it may begin a word, or mean to leave: the same again, or Enter, leaves."""

PEOPLE = "People to talk to"
SOUNDS = "Rain, ocean and others"

MOST_FOUND = 100
"""So many are listed for what was typed."""


class RowKind(StrEnum):
    """What a row is."""

    HEADING = "heading"
    NOTE = "note"
    """Words about the row above."""
    EXERCISE = "exercise"
    GOING_ON = "going on"
    """A practice that was cut off."""
    COURSE = "course"
    """A small course, with the exercise that comes next in it."""
    SUPPORT = "support"
    SOUNDS = "sounds"
    """Backgrounds, each by itself."""
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of the list."""

    kind: RowKind
    text: str = ""
    """Of a row that is no exercise."""
    entry: Entry | None = None
    favourite: bool = False
    sound: str = ""
    """The background that is meant; empty for any."""
    language: str = ""
    """The name of an exercise's language, where it is not the listener's."""

    @property
    def selectable(self) -> bool:
        """Whether it can be marked."""
        return self.kind not in (RowKind.HEADING, RowKind.NOTE)

    @property
    def words(self) -> str:
        """What it says."""
        return self.text or (self.entry.front.title if self.entry is not None else "")

    @property
    def lengths(self) -> str:
        """The minutes that an exercise offers, behind its language where that is told; empty where there is neither."""
        minutes = self.entry.front.minutes if self.entry is not None and self.kind is RowKind.EXERCISE else ()
        offered = f"{' · '.join(f'{each:g}' for each in minutes)} min" if minutes else ""
        return "  ".join(filter(None, (self.language, offered)))


@dataclass(frozen=True, slots=True)
class LibraryContents:
    """All that the library knows."""

    index: "SearchIndex | None" = None
    """Of all exercises; None while they are not listed."""
    last: Mapping[str, datetime] | None = None
    """When each was practised last, by slug; None while the journal was not asked."""
    now: datetime | None = None
    notice: str = ""
    """One quiet line below."""
    history: "PracticeHistory | None" = None
    """What earlier practices say about what to suggest."""
    going_on: "GoingOn | None" = None
    """A practice that was cut off."""
    heard: Mapping[str, datetime] = field(default_factory=dict)
    """When half of each or more was heard last, by slug."""


def question(now: datetime | None) -> str:
    """Return what is asked at the top."""
    return (PartOfDay.NIGHT if now is None else part_of_day(now.hour)).question


def library_rows(contents: LibraryContents, typed: str, favourites: tuple[str, ...]) -> tuple[ListRow, ...]:
    """Return the rows: one suggestion with its reason, and below it the others.

    Args:
        contents: what there is.
        typed: what is looked for; empty for everything.
        favourites: slugs, in the order in which they are shown.
    """
    if contents.index is None:
        return ()
    if typed == LEAVE:
        return (ListRow(RowKind.LEAVE, "Leave; all is kept"), ListRow(RowKind.NOTE, "Or type on."))
    return tuple(_Rows(contents, contents.index, favourites).all(typed.strip()))


class _Rows:
    def __init__(self, contents: LibraryContents, index: "SearchIndex", favourites: tuple[str, ...]) -> None:
        self._contents = contents
        self._index = index
        self._favourites = dict.fromkeys(slug for slug in favourites if slug in index.by_slug)

    def all(self, typed: str) -> Iterator[ListRow]:
        from feltsense.practice.suggesting import NO_HISTORY, PEOPLE_TOO, suggest  # noqa: PLC0415 - not before the first frame

        now, history = self._contents.now, self._contents.history or NO_HISTORY
        found = suggest(self._index, typed, now.hour if now is not None else 0, history)
        if found.support:
            yield ListRow(RowKind.SUPPORT, PEOPLE)
            yield ListRow(RowKind.NOTE, found.why)
            yield ListRow(RowKind.HEADING, "and something short, eyes open")
        if not typed:
            yield from self._going_on()
        yield from _background(found)
        if found.entry is not None:
            yield self._row(found.entry)
            why = found.why.removeprefix(found.entry.front.summary).strip()  # that stands beside it
            if why and not found.support:
                yield ListRow(RowKind.NOTE, why)
        if found.perhaps_support:
            yield ListRow(RowKind.SUPPORT, PEOPLE)
            yield ListRow(RowKind.NOTE, PEOPLE_TOO)
        if typed:
            heading = "" if found.background else "or one of these" if found.understood else "everything"
            yield from self._section(heading, found.others[:MOST_FOUND])
            if len(found.others) > MOST_FOUND:
                yield ListRow(RowKind.NOTE, "There are more; another word narrows it down.")
        else:
            yield from self._mine(found.entry)
            yield from self._courses("go on, whenever you like", under_way=True)
            for group in self._index.by_need(part_of_day(now.hour) if now is not None else None):
                yield from self._section(group.need.words, (each for each in group.entries if each is not found.entry))
            for others in self._index.by_language():
                entries = (each for each in others.entries if each is not found.entry)
                yield from self._section(f"in {language_name(others.language)}", entries, named=False)
            yield from self._courses("a few in a row, whenever you like", under_way=False)
            yield ListRow(RowKind.HEADING, "or only a sound, without a voice")
            yield ListRow(RowKind.SOUNDS, SOUNDS)

    def _going_on(self) -> Iterator[ListRow]:
        cut = self._contents.going_on
        entry = self._index.by_slug.get(cut.slug) if cut is not None else None
        if cut is not None and entry is not None:
            yield ListRow(RowKind.GOING_ON, f"Go on with {entry.front.title}", entry)
            yield ListRow(RowKind.NOTE, f"From “{cut.section_title}”, where you stopped.")

    def _mine(self, suggested: Entry | None) -> Iterator[ListRow]:
        """Yield favourites, and what was practised last but for what stands above anyway."""
        from feltsense.library.shelves import practised_lately  # noqa: PLC0415 - not before the first frame

        cut = self._contents.going_on
        above = {*self._favourites, *(each.slug for each in (suggested, cut) if each is not None)}
        yield from self._section("your favourites", [self._index.by_slug[slug] for slug in self._favourites])
        yield from self._section("lately", practised_lately(self._index.by_slug, self._contents.last or {}, above))

    def _courses(self, heading: str, *, under_way: bool) -> Iterator[ListRow]:
        """Yield the course that is under way, or all others, each with what comes next in it."""
        from feltsense.library.shelves import courses_ahead  # noqa: PLC0415 - as above

        for ahead in courses_ahead(self._index.by_slug, self._contents.heard):
            if ahead.under_way is under_way:
                if heading:
                    yield ListRow(RowKind.HEADING, heading)
                yield ListRow(RowKind.COURSE, ahead.course.title, ahead.entry)
                yield ListRow(RowKind.NOTE, ahead.words)
                heading = ""

    def _section(self, heading: str, entries: Iterable[Entry], *, named: bool = True) -> Iterator[ListRow]:
        """Yield exercises under a heading, those in another language with its name unless the heading has it."""
        rows = [self._row(entry, named=named) for entry in entries]
        if rows and heading:
            yield ListRow(RowKind.HEADING, heading)
        yield from rows

    def _row(self, entry: Entry, *, named: bool = True) -> ListRow:
        other = named and entry.language != self._index.language
        language = language_name(entry.language) if other else ""
        return ListRow(RowKind.EXERCISE, entry=entry, favourite=entry.slug in self._favourites, language=language)


def _background(found: "Suggestion") -> Iterator[ListRow]:
    """Yield the background that was asked for by its name."""
    if found.background is not None:
        yield ListRow(RowKind.SOUNDS, f"{found.background.title}, by itself", sound=found.background.name)
        if found.entry is not None:
            yield ListRow(RowKind.HEADING, "or one of these")
