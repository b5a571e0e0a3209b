"""Journals, practices and a clock for the tests of the journal."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from feltsense.journal.database import Database
from feltsense.journal.files import FILE
from feltsense.journal.model import CheckIn, NewPractice, Practice, TooMuch
from feltsense.journal.store import Journal

START = datetime(2026, 3, 1, 21, 30, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that goes on a second at each look."""

    now: datetime = START
    step: timedelta = field(default=timedelta(seconds=1))

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


def opened(home: Path, clock: Clock | None = None) -> Journal:
    return Journal(Database(home / FILE), clock or Clock())


def new(slug: str = "feet", tier: int = 1, title: str = "Feet on the floor") -> NewPractice:
    return NewPractice(slug, title, "0" * 64, "heart", tier, asked_ms=180_000, length_ms=180_000)


def practice(
    before: int | None = None,
    after: int | None = None,
    *,
    tier: int = 1,
    too_much: TooMuch | None = None,
    rescued_at_ms: int | None = None,
    number: int = 1,
) -> Practice:
    """Return a practice with numbers before and after."""
    return Practice(
        id=number,
        uid=f"{number:032x}",
        slug="feet",
        title="Feet on the floor",
        script_sha256="0" * 64,
        voice="heart",
        tier=tier,
        asked_ms=None,
        length_ms=180_000,
        began_at=START + timedelta(days=number),
        heard_ms=180_000,
        rescued_at_ms=rescued_at_ms,
        before=CheckIn(distress=before),
        after=CheckIn(distress=after, too_much=too_much),
    )


def pairs(*changes: tuple[int | None, int | None]) -> list[Practice]:
    return [practice(before, after, number=number) for number, (before, after) in enumerate(changes, 1)]
