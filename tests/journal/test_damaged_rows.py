"""One damaged value in the journal: the practice is listed with what can be read of it, kept, and can be deleted."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from test_migrations import plain

from feltsense.journal.export import read_export, write_export
from feltsense.journal.files import FILE
from feltsense.journal.model import Field, Practice, When
from feltsense.journal.records import ExportFormat
from feltsense.journal.rows import COLUMNS
from feltsense.journal.store import Journal, open_journal
from feltsense.system.paths import data_home
from practising import new, opened, practice
from running import Desk

BEGAN = datetime(2015, 1, 1, 0, 5, tzinfo=UTC)


@pytest.fixture
def journal_of_three(tmp_path: Path) -> Path:
    """Return a home in which practice 2 is the one that will be damaged."""
    with opened(tmp_path) as journal:
        several = [practice(7, 4, number=number) for number in (1, 2, 3)]
        journal.import_practices(several)
        for number in (1, 2, 3):
            journal.record_answer(number, When.AFTER, Field.NOTE, f"note {number}")
    return tmp_path


def damage(home: Path, column: str, value: object) -> None:
    with closing(plain(home / FILE)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE practices SET {column} = ? WHERE id = 2", (value,))  # noqa: S608 - our own columns


DAMAGES = [
    *[(column, b"\x01\xff") for column in COLUMNS if column not in ("id", "began_us")],
    *[(column, "2015-01-01T00:0E:00+00:00") for column in ("began_at", "ended_at", "before_said_at")],
    ("began_at", "2015-01-01T00:05:00"),
    ("tier", "one"),
    ("heard_ms", -5),
    ("ended", "somehow"),
    ("before_distress", 11),
    ("after_connection", 3.5),
    ("after_too_much", "perhaps"),
]


@pytest.mark.parametrize(("column", "value"), DAMAGES, ids=lambda each: str(each)[:12])
def test_a_practice_with_a_damaged_value_is_listed_kept_and_can_be_deleted(
    journal_of_three: Path, column: str, value: object
) -> None:
    damage(journal_of_three, column, value)
    with open_journal(journal_of_three) as journal:
        listed = {each.id: each for each in journal.practices(10)}
        assert listed.keys() == {1, 2, 3}
        assert {number: each.damaged for number, each in listed.items()} == {1: (), 2: (column,), 3: ()}
        assert [each.id for each in journal.all()] == [1, 2, 3]
        assert journal.practice(2) == listed[2]
        assert journal.practice(3).after.note == "note 3"
        assert len(journal.last_times().practised) == 1
        assert [each.id for each in read(journal)] == [0, 0, 0]
        assert journal.start_practice(new()) == 4
        assert journal.delete([2]) == 1
        assert [each.id for each in journal.practices(10)] == [3, 1]


@pytest.mark.parametrize(
    ("column", "value"),
    [("began_at", b"\x01\xff"), ("began_at", "somewhen"), ("after_distress", 99), ("heard_ms", "long")],
)
def test_what_is_counted_leaves_a_damaged_value_out(journal_of_three: Path, column: str, value: object) -> None:
    """It is neither a change of 92, nor the last day there was, nor a practice that a list does not show as one."""
    damage(journal_of_three, column, value)
    with open_journal(journal_of_three) as journal:
        counts, listed = journal.counts(), journal.practices(10)
        assert counts.totals.practices == sum(each.played for each in listed)
        assert counts.changes[Field.DISTRESS][-3] >= 2
        assert set(counts.changes[Field.DISTRESS]) <= {-3, None}
        assert (counts.totals.first, counts.totals.last) == (listed[2].began_at.date(), listed[0].began_at.date())


@pytest.mark.parametrize("column", ["slug", "title"])
def test_an_exercise_with_a_damaged_name_is_not_listed_by_its_bytes(journal_of_three: Path, column: str) -> None:
    with closing(plain(journal_of_three / FILE)) as connection:
        connection.execute(f"UPDATE practices SET {column} = x'63ff' WHERE id IN (2, 3)")  # noqa: S608 - our own columns
    with open_journal(journal_of_three) as journal:
        slug = journal.practice(1).slug
        (found,) = journal.exercises()
        assert found.slug == slug
        assert found.practices == (1 if column == "slug" else 3)
        assert "b'" not in found.title
        assert journal.last_times().practised.keys() == {slug}


def read(journal: Journal) -> list[Practice]:
    """Export everything, and return what can be brought in again."""
    return list(
        read_export(
            "".join(write_export(journal.all(), ExportFormat.JSON, notes=True)).replace('"uid": ""', '"uid": "x"')
        )
    )


def test_where_the_date_is_damaged_the_time_that_it_was_sorted_by_stands_in(journal_of_three: Path) -> None:
    with opened(journal_of_three) as journal:
        before = journal.practice(2).began_at
    damage(journal_of_three, "began_at", "no date")
    with opened(journal_of_three) as journal:
        assert journal.practice(2).began_at == before
        assert [each.id for each in journal.practices(10)] == [3, 2, 1]
    damage(journal_of_three, "slug", "alone")
    with opened(journal_of_three) as journal:
        assert journal.last_times().practised["alone"] == before


@pytest.mark.parametrize("us", ["no number", 1 << 62, b"\x00"])
def test_where_both_are_damaged_there_is_some_time_all_the_same(journal_of_three: Path, us: object) -> None:
    damage(journal_of_three, "began_at", "no date")
    damage(journal_of_three, "began_us", us)
    with opened(journal_of_three) as journal:
        assert journal.practice(2).began_at == datetime(1970, 1, 1, tzinfo=UTC)
        assert {each.id for each in journal.all()} == {1, 2, 3}
        assert {each.id for each in journal.practices(10)} == {1, 2, 3}


def test_text_that_is_no_utf_8_is_read_as_far_as_it_goes(journal_of_three: Path) -> None:
    with closing(plain(journal_of_three / FILE)) as connection:
        connection.execute("UPDATE practices SET title = CAST(x'46656574ff' AS TEXT) WHERE id = 2")
    with opened(journal_of_three) as journal:
        assert [each.title for each in journal.all()] == ["Feet on the floor", "Feet\ufffd", "Feet on the floor"]
        assert journal.practice(2).title == "Feet\ufffd"


def test_one_wrong_letter_in_the_file_ends_no_command(desk: Desk) -> None:
    home = data_home()
    with opened(home) as journal:
        made = [practice(7, 4, number=number) for number in (1, 2)]
        journal.import_practices([made[0], began(made[1], BEGAN)])
    content = (home / FILE).read_bytes()
    assert content.count(b"2015-01-01T00:05:00") == 1
    (home / FILE).write_bytes(content.replace(b"2015-01-01T00:05:00", b"2015-01-01T00:0E:00"))
    told = "Practice 2 is damaged in the journal's file: began_at cannot be read.\n"
    ran = desk.run("journal", "list")
    assert (ran.code, len(ran.out.splitlines())) == (0, 2)
    assert ran.err.startswith(told)
    assert "feltsense journal delete 2" in ran.err
    for command in (["list", "--json"], ["show", "2"], ["export"], ["export", "--preview"]):
        ran = desk.run("journal", *command)
        assert ran.code == 0
        assert ran.err.count(told) == 1
    ran = desk.run("journal", "delete", "2", "--yes")
    assert (ran.code, ran.err) == (0, "1 practice deleted for good.\n")
    ran = desk.run("journal", "list")
    assert (len(ran.out.splitlines()), "damaged" in ran.err) == (1, False)


def began(done: Practice, at: datetime) -> Practice:
    return replace(done, began_at=at)


def test_a_repaired_clock_is_no_damage(journal_of_three: Path) -> None:
    """Times long ago or far ahead are odd, and still times."""
    with opened(journal_of_three) as journal:
        journal.import_practices([began(practice(number=9), BEGAN + timedelta(days=36500))])
        assert journal.practices(1)[0].damaged == ()
