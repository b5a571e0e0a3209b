"""Each step of the file's form is taken whole with its record, after a copy was made."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from feltsense.errors import JournalError
from feltsense.journal.database import Database
from feltsense.journal.files import FILE, copies
from feltsense.journal.migrations import APPLICATION_ID, MIGRATIONS, Migration, migrate
from feltsense.journal.store import Journal, open_journal
from practising import new, opened

MORE = Migration("a second table", ("CREATE TABLE more (it TEXT)", "INSERT INTO more VALUES ('made')"))
NEXT = len(MIGRATIONS) + 1
WRONG = Migration("one that fails", ("CREATE TABLE half (it TEXT)", "INSERT INTO nowhere VALUES (1)"))


def plain(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def facts(path: Path) -> tuple[int, list[str], set[str]]:
    """Return the version, the names of the steps recorded, and the tables."""
    with closing(plain(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        names = [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY version")]
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return version, names, tables - {"sqlite_sequence"}


def test_a_new_journal_has_taken_every_step_and_needs_no_copy(tmp_path: Path) -> None:
    open_journal(tmp_path).close()
    version, names, tables = facts(tmp_path / FILE)
    assert (version, names) == (len(MIGRATIONS), [step.name for step in MIGRATIONS])
    assert tables == {"practices", "migrations"}
    assert copies(tmp_path / FILE) == []


def test_before_a_step_is_taken_a_private_copy_is_made(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        journal.record_progress(journal.start_practice(new(title="from before")), 1)
    with Journal(Database(tmp_path / FILE, (*MIGRATIONS, MORE))) as journal:
        assert journal.practices(1)[0].title == "from before"
    assert facts(tmp_path / FILE)[:2] == (NEXT, [*(step.name for step in MIGRATIONS), MORE.name])
    (copy,) = copies(tmp_path / FILE)
    assert copy.name == f"journal-before-{NEXT}.db"
    assert copy.stat().st_mode & 0o077 == 0
    assert facts(copy)[0] == len(MIGRATIONS)
    with closing(plain(copy)) as connection:
        assert connection.execute("SELECT title FROM practices").fetchall() == [("from before",)]


def test_a_step_that_fails_leaves_nothing_of_itself(tmp_path: Path) -> None:
    open_journal(tmp_path).close()
    with pytest.raises(JournalError, match="cannot be used"):
        Database(tmp_path / FILE, (*MIGRATIONS, MORE, WRONG))
    version, names, tables = facts(tmp_path / FILE)
    assert (version, names) == (NEXT, [*(step.name for step in MIGRATIONS), MORE.name])
    assert "half" not in tables


def test_a_step_that_another_has_taken_meanwhile_is_not_taken_again(tmp_path: Path) -> None:
    with closing(plain(tmp_path / FILE)) as one, closing(plain(tmp_path / FILE)) as two:
        migrate(one, "now", (*MIGRATIONS, MORE))
        migrate(two, "later", (*MIGRATIONS, MORE))
        assert two.execute("SELECT it FROM more").fetchall() == [("made",)]
        assert two.execute("SELECT DISTINCT taken_at FROM migrations").fetchall() == [("now",)]
        assert two.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID


def test_what_a_newer_feltsense_has_written_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    Database(tmp_path / FILE, (*MIGRATIONS, MORE)).close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(JournalError, match="written by a newer feltsense"):
        open_journal(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_another_programs_data_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    with closing(plain(tmp_path / FILE)) as connection:
        connection.execute("CREATE TABLE practices (theirs TEXT)")
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(JournalError, match="another program's data"):
        open_journal(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_journal_of_feltsense_0_2_is_opened_and_nothing_in_it_changes(tmp_path: Path) -> None:
    """Its notes are those of the check-ins: none was written later."""
    with Journal(Database(tmp_path / FILE, MIGRATIONS[:1])) as old:
        insert = (
            "INSERT INTO practices (uid, kept, began_us, slug, title, script_sha256, voice, tier, began_at, wording, "
        )
        with old._database.writing() as connection:
            connection.execute(
                f"{insert} heard_ms, before_distress, after_note) "
                "VALUES ('one', 1, 0, 'feet', 'Feet', '', 'heart', 1, '2026-03-01T21:30:00+00:00', 1, 60000, 7, 'mine')"
            )
    with open_journal(tmp_path) as journal:
        (found,) = journal.practices(9)
        assert (found.uid, found.before.distress, found.after.note, found.damaged) == ("one", 7, "mine", ())
        assert found.note_written_at is None
        journal.write_note(found.id, "another")
        assert journal.practice(found.id).note_written_at is not None
    assert copies(tmp_path / FILE) == [], "the copy from before holds the former note, and goes with it"
