"""How long a journal of 100 000 practices takes to open, how soon an answer is on the disk, and the player's screen.

Prints a table; asserts nothing. `TMPDIR` chooses the disk.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from feltsense.journal.export import write_export
from feltsense.journal.model import CheckIn, Field, NewPractice, Outcome, Practice, PracticeFilter, When
from feltsense.journal.records import ExportFormat
from feltsense.journal.store import Journal, open_journal
from feltsense.journal.summary import exercise_page, summarise
from feltsense.system.paths import Workspace
from feltsense.tui.app import Feltsense
from feltsense.tui.journal.paged_list import PagedList
from feltsense.tui.journal.screen import JournalScreen
from feltsense.tui.services import Environment, Services
from measure import pin, runs

PRACTICES = 100_000
FEW, MANY = 10, 10_000
"""Practices in the journals whose screens are opened side by side."""
MORE_MS = 150
FIRST_PAGE = 100
LIMIT_MS = 200
ANSWERS = 500
SLUGS = [f"exercise-{number}" for number in range(30)]

SCREEN = f"""
from pathlib import Path
from feltsense.journal.store import open_journal
with open_journal(Path({{home!r}})) as journal:
    journal.practices({FIRST_PAGE}), journal.count(), journal.last_times()
"""


def practices(count: int = PRACTICES) -> Iterator[Practice]:
    drawn = random.Random(1)  # noqa: S311 - the same journal each time
    begin = datetime(2010, 1, 1, tzinfo=UTC)
    for number in range(count):
        at = begin + timedelta(minutes=80 * number)
        yield Practice(
            id=0, uid=f"{number:032x}", slug=drawn.choice(SLUGS), title="An exercise of some length",
            script_sha256="0" * 64, voice="heart", tier=drawn.randint(1, 3), asked_ms=None, length_ms=300_000,
            began_at=at, heard_ms=300_000, ended_at=at, ended=Outcome.WHOLE,
            before=CheckIn(drawn.randint(0, 10), drawn.randint(0, 10), "chest", "heavy", said_at=at),
            after=CheckIn(drawn.randint(0, 10), drawn.randint(0, 10), note="a line of one's own " * 3, said_at=at),
        )  # fmt: skip


def milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def median_of(do: Callable[[], object], times: int = 7) -> float:
    return statistics.median(milliseconds(do) for _ in range(times))


def tell(what: str, took: float, more: str = "") -> None:
    print(f"{what:52} {took:9.1f} ms  {more}")


def screen(home: Path) -> None:
    with open_journal(home) as journal:
        journal.practices(FIRST_PAGE)
        journal.count()
        journal.last_times()


async def drawn(home: Path) -> float:
    """Return the milliseconds from the key to the first page of the journal on the screen."""
    services = Services(Environment(Workspace(home / "work"), home), "silent")
    app = Feltsense(services)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        start = time.perf_counter()
        await pilot.press("f2")
        while not (isinstance(app.screen, JournalScreen) and app.screen.query_one(PagedList).known):
            await pilot.pause(0.001)
        took = (time.perf_counter() - start) * 1000
    services.close()
    return took


def screens(folder: Path) -> None:
    homes = {count: folder / str(count) for count in (FEW, MANY)}
    for count, home in homes.items():
        with open_journal(home) as journal:
            journal.import_practices(practices(count))
    took = {count: [asyncio.run(drawn(home)) for _ in range(7)] for count, home in homes.items()}
    few, many = (statistics.median(each[1:]) for each in took.values())
    tell(f"the journal's screen with {FEW} practices", few)
    tell(f"the journal's screen with {MANY} practices", many, f"limit {MORE_MS} ms more; {many - few:+.0f} ms")


def answers(journal: Journal) -> list[float]:
    number = journal.start_practice(NewPractice("feet", "Feet", "0" * 64, "heart", 1))
    answer = partial(journal.record_answer, number, When.BEFORE, Field.DISTRESS)
    return sorted(milliseconds(partial(answer, each % 11)) for each in range(ANSWERS))


def whole_csv(journal: Journal) -> int:
    return sum(map(len, write_export(journal.all(), ExportFormat.CSV, notes=True)))


def main() -> None:
    pin()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with open_journal(home) as journal:
            tell(f"bring in {PRACTICES} practices", milliseconds(lambda: journal.import_practices(practices())))
        size = (home / "journal.db").stat().st_size / 1e6
        tell("open, first page, counts, each exercise's last", median_of(lambda: screen(home)), f"limit {LIMIT_MS} ms")
        whole = runs([sys.executable, "-c", SCREEN.format(home=str(home))], 7)
        tell("the same as a process of its own", whole.seconds * 1000, f"{size:.0f} MB file, {whole.megabytes:.0f} MB")
        with open_journal(home) as journal:
            tell("the last page", median_of(lambda: journal.practices(FIRST_PAGE, PRACTICES - FIRST_PAGE)))
            took = answers(journal)
            tell("an answer on the disk, median", statistics.median(took), f"slowest of {ANSWERS}: {took[-1]:.1f} ms")
            tell("what can be said of all", median_of(lambda: summarise(journal)))
            tell("a month", median_of(lambda: journal.days(date(2015, 3, 1), date(2015, 3, 31))))
            tell("what can be said of one exercise", median_of(lambda: exercise_page(journal, SLUGS[0])))
            tell(
                "a word that is looked for", median_of(lambda: journal.practices(FIRST_PAGE, 0, PracticeFilter("own")))
            )
            tell(
                "take all along as CSV",
                milliseconds(lambda: sum(map(len, write_export(journal.all(), ExportFormat.CSV, notes=True)))),
            )
            tell("delete one for good", milliseconds(lambda: journal.delete([journal.practices(1)[0].id])))
            tell("delete all for good", milliseconds(journal.delete_all))
        screens(home)


if __name__ == "__main__":
    main()
