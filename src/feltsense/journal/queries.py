"""What the journal can be asked: practices page by page, and counts over all of them. Reads only."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from feltsense.errors import JournalError
from feltsense.journal.database import FOLDED, Database, folded
from feltsense.journal.insight import SCALES
from feltsense.journal.model import EVERYTHING, Field, Practice, PracticeFilter, When
from feltsense.journal.rows import COLUMNS, began_at, practice_of
from feltsense.journal.wording import HIGHEST, LOWEST, WORDING_VERSION

_ALL = ", ".join(COLUMNS)
_PAGE = 500
_DAY = "substr(began_at, 1, 10)"
_WHOLE_DAY = f"CASE WHEN {_DAY} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN {_DAY} END"
"""NULL where the day is damaged: it would come after all others."""
_PLAYED = (
    "(CAST(heard_ms AS INTEGER) > 0 OR ended = 'whole' OR rescued_at_ms IS NOT NULL "
    "OR coalesce(after_distress, after_connection, after_too_much) IS NOT NULL)"
)
"""As `Practice.played`."""
_LITTLE_MS = 60_000
"""Where nobody knows how long an exercise is, it counts as heard from here on."""
_HEARD = (
    "(ended = 'whole' OR CAST(heard_ms AS INTEGER) >= "
    f"CASE WHEN CAST(length_ms AS INTEGER) > 0 THEN CAST(length_ms AS INTEGER) / 2.0 ELSE {_LITTLE_MS} END)"
)
"""Half of it or more was heard."""
_NOTED = "(before_note <> '' OR after_note <> '')"
_SEARCHED = ("title", "before_note", "after_note", "before_place", "before_word", "after_place", "after_word")


@dataclass(frozen=True, slots=True)
class PracticeTotals:
    """How much there is in the journal, or in a part of it."""

    practices: int
    """Those that were played, as `Practice.played` says."""
    check_ins: int
    """Those that ended with the check-in before: nothing was played."""
    first: date | None = None
    last: date | None = None
    """The days of the first and the last of all these."""

    @property
    def rows(self) -> int:
        """How many rows a list of them has."""
        return self.practices + self.check_ins


@dataclass(frozen=True, slots=True)
class PracticeCounts:
    """What can be counted of practices."""

    totals: PracticeTotals
    changes: Mapping[Field, Counter[int | None]]
    """How often which change of a scale was there, after minus before; None where a number is missing."""


@dataclass(frozen=True, slots=True)
class DayCounts:
    """What was done on one day."""

    practices: int
    check_ins: int


@dataclass(frozen=True, slots=True)
class PractisedExercise:
    """An exercise, as the journal knows it."""

    slug: str
    title: str
    """As it was called the last time."""
    practices: int
    last: datetime


@dataclass(frozen=True, slots=True)
class LastTimes:
    """When each exercise was there last, by its slug."""

    practised: Mapping[str, datetime]
    """Played at all, as `Practice.played` says."""
    heard: Mapping[str, datetime]
    """Half of it or more was heard: that counts in a course."""


class PracticeQueries:
    """Questions to the journal; each raises `JournalError` when it cannot be used.

    What is asked of a `PracticeFilter` is answered of all practices in it, however many there are.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def practices(self, limit: int, offset: int = 0, chosen: PracticeFilter = EVERYTHING) -> tuple[Practice, ...]:
        """Return practices in which something was heard or said, the newest first.

        What cannot be read in a row is named in `Practice.damaged`, here and wherever practices are returned.
        """
        where, values = _where(chosen)
        order = f"WHERE {where} ORDER BY began_us DESC, id DESC LIMIT ? OFFSET ?"
        found = self._database.fetch(f"SELECT {_ALL} FROM practices {order}", (*values, limit, offset))
        return tuple(map(practice_of, found))

    def practice(self, practice_id: int) -> Practice:
        """Return one practice.

        Raises:
            JournalError: it is not in the journal.
        """
        rows = self._database.fetch(f"SELECT {_ALL} FROM practices WHERE id = ?", (practice_id,))
        if not rows:
            raise gone(practice_id)
        return practice_of(rows[0])

    def count(self) -> int:
        """Return how many practices `practices` can return."""
        return int(self._database.fetch("SELECT count(*) FROM practices WHERE kept = 1")[0][0])

    def counts(self, chosen: PracticeFilter = EVERYTHING) -> PracticeCounts:
        """Return how many there are, and how often which change of each scale was there.

        Of changes only those count that were played and asked in today's words: other questions have other numbers.
        """
        where, values = _where(chosen)
        changes = ", ".join(f"{_number(When.AFTER, field)} - {_number(When.BEFORE, field)}" for field in SCALES)
        groups = ", ".join(str(number) for number in range(1, 3 + len(SCALES)))
        found = self._database.fetch(
            f"SELECT {_PLAYED}, wording = ?, {changes}, count(*), min({_WHOLE_DAY}), max({_WHOLE_DAY}) "
            f"FROM practices WHERE {where} GROUP BY {groups}",  # one look at each row: there may be many
            (WORDING_VERSION, *values),
        )
        return _counted(found)

    def changes(self, field: Field, chosen: PracticeFilter = EVERYTHING) -> Counter[int | None]:
        """Return how often which change of one scale was there, as `counts` does."""
        return self.counts(chosen).changes[field]

    def answers(self, when: When, field: Field, chosen: PracticeFilter = EVERYTHING) -> Counter[str | None]:
        """Return how often a place, a word or a choice was answered; None where nothing was."""
        where, values = _where(chosen)
        query = f"SELECT {when}_{field}, count(*) FROM practices WHERE {where} AND {_PLAYED} GROUP BY 1"
        found: Counter[str | None] = Counter()
        for answer, count in self._database.fetch(query, values):
            found[answer if isinstance(answer, str) else None] += count
        return found

    def days(self, first: date, last: date, chosen: PracticeFilter = EVERYTHING) -> dict[date, DayCounts]:
        """Return what was done on which days, from the first to the last; days without anything are not in it."""
        where, values = _where(chosen)
        query = (
            f"SELECT {_DAY} AS day, sum({_PLAYED}), count(*) FROM practices "
            f"WHERE {where} AND day BETWEEN ? AND ? GROUP BY day"
        )
        found = self._database.fetch(query, (*values, first.isoformat(), last.isoformat()))
        days = ((_date_of(day), DayCounts(played, count - played)) for day, played, count in found)
        return {day: counts for day, counts in days if day is not None}

    def row_of(self, day: date, chosen: PracticeFilter = EVERYTHING) -> int:
        """Return which row of `practices` is the first of that day, or of the nearest day before it."""
        where, values = _where(chosen)
        query = f"SELECT count(*) FROM practices WHERE {where} AND {_DAY} > ?"
        return int(self._database.fetch(query, (*values, day.isoformat()))[0][0])

    def next_day(self, after: date, chosen: PracticeFilter = EVERYTHING) -> date | None:
        """Return the first day after that one with something; None where there is none."""
        where, values = _where(chosen)
        query = f"SELECT min({_WHOLE_DAY}) FROM practices WHERE {where} AND {_DAY} > ?"
        return _date_of(self._database.fetch(query, (*values, after.isoformat()))[0][0])

    def exercises(self) -> tuple[PractisedExercise, ...]:
        """Return the exercises that were played, in the order of their titles. One with a damaged name is none."""
        query = (
            f"SELECT slug, title, count(*), began_at, max(began_us) FROM practices "
            f"WHERE kept = 1 AND {_PLAYED} GROUP BY slug"  # SQLite takes the other columns from the row of the max
        )
        found = (
            PractisedExercise(slug, title if isinstance(title, str) else slug, count, began_at(written, us))
            for slug, title, count, written, us in self._database.fetch(query)
            if isinstance(slug, str)
        )
        return tuple(sorted(found, key=lambda each: folded(each.title)))

    def last_times(self) -> LastTimes:
        """Return when each exercise was practised last, and heard. Very quick: the library opens with it."""
        latest = "SELECT slug, max(began_us) AS us FROM practices WHERE kept = 1 GROUP BY slug"
        rows = self._database.fetch(
            f"SELECT p.slug, p.began_at, p.began_us, {_PLAYED}, {_HEARD} FROM ({latest}) l "
            "CROSS JOIN practices p ON p.kept = 1 AND p.slug = l.slug AND p.began_us = l.us"
        )
        found = [row for row in rows if isinstance(row[0], str)]
        practised = {slug: began_at(written, us) for slug, written, us, played, _ in found if played}
        self._look_further(practised, {row[0] for row in found}, _PLAYED)  # a check-in alone the last time: few
        heard = {slug: began_at(written, us) for slug, written, us, _, enough in found if enough}
        self._look_further(heard, set(practised), _HEARD)
        return LastTimes(practised, heard)

    def _look_further(self, last: dict[str, datetime], slugs: set[str], condition: str) -> None:
        """Add the exercises of which an earlier practice meets the condition, where the newest does not."""
        query = f"SELECT began_at, began_us FROM practices WHERE kept = 1 AND slug = ? AND {condition}"
        for slug in slugs - set(last):
            if found := self._database.fetch(f"{query} ORDER BY began_us DESC LIMIT 1", (slug,)):
                last[slug] = began_at(*found[0])

    def all(self) -> Iterator[Practice]:
        """Return all practices one after the other, the oldest first, with few of them in memory at a time."""
        after = (-(1 << 63), 0)
        page = (
            f"SELECT {_ALL} FROM practices WHERE kept = 1 AND (began_us, id) > (?, ?) "
            f"ORDER BY began_us, id LIMIT {_PAGE}"
        )
        while True:
            found = self._database.fetch(page, after)
            yield from map(practice_of, found)
            if len(found) < _PAGE:
                return
            after = (found[-1][-1], found[-1][0])


def gone(practice_id: int) -> JournalError:
    """Return what is told of a practice that is not there."""
    return JournalError(f"Practice {practice_id} is not in the journal.", "feltsense journal list shows what is.")


def _counted(groups: Sequence[Sequence[Any]]) -> PracticeCounts:
    """Return counts by groups: played, asked in today's words, the change of each scale, how many, first and last."""
    changes: dict[Field, Counter[int | None]] = {field: Counter() for field in SCALES}
    numbers = {1: 0, 0: 0}
    days: list[date] = []
    for played, today, *each, count, first, last in groups:
        numbers[played] += count
        days += [day for day in map(_date_of, (first, last)) if day is not None]
        if played and today:
            for field, change in zip(SCALES, each, strict=True):
                changes[field][change] += count
    totals = PracticeTotals(numbers[1], numbers[0], min(days, default=None), max(days, default=None))
    return PracticeCounts(totals, changes)


def _where(chosen: PracticeFilter) -> tuple[str, Sequence[object]]:
    """Return the condition of a filter, and the values in it."""
    parts: list[tuple[str, Any]] = []
    if chosen.slug is not None:
        parts.append(("slug = ?", chosen.slug))
    if chosen.since is not None:
        parts.append((f"{_DAY} >= ?", chosen.since.isoformat()))
    if chosen.until is not None:
        parts.append((f"{_DAY} <= ?", chosen.until.isoformat()))
    parts += [(f"instr({_searched()}, ?) > 0", word) for word in folded(chosen.text).split()]
    conditions = ["kept = 1", *([_NOTED] if chosen.with_note else []), *(condition for condition, _ in parts)]
    return " AND ".join(conditions), [value for _, value in parts]


def _searched() -> str:
    """Return the text that is searched; as blobs, which damaged text is, too."""
    return f"{FOLDED}(CAST(" + " || char(10) || ".join(f"coalesce({name}, '')" for name in _SEARCHED) + " AS BLOB))"


def _number(when: When, field: Field) -> str:
    """Return a number of a scale; NULL where what stands there is none."""
    name = f"{when}_{field}"
    return f"CASE WHEN typeof({name}) = 'integer' AND {name} BETWEEN {LOWEST} AND {HIGHEST} THEN {name} END"


def _date_of(written: object) -> date | None:
    """Return a day; None where it is damaged."""
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None
