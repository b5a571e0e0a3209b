"""Damaged, locked, full or forbidden: told in words with what to do next, and nothing is lost."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from test_migrations import plain

from feltsense.errors import JournalError
from feltsense.journal import database
from feltsense.journal.files import FILE, journal_status
from feltsense.journal.model import Field, Outcome, When
from feltsense.journal.store import Journal, open_journal
from practising import new, opened

AS_NOBODY = """
import os, sys
from pathlib import Path
from feltsense.errors import JournalError
from feltsense.journal.store import open_journal
if os.geteuid() == 0:
    os.setuid(65534)
try:
    open_journal(Path(sys.argv[1]))
except JournalError as error:
    print(error.message, error.hint)
"""


def filled(home: Path, practices: int = 60) -> Path:
    """Make a journal with notes long enough to need many pages."""
    with opened(home) as journal:
        for number in range(practices):
            practice = journal.start_practice(new())
            journal.record_answer(practice, When.AFTER, Field.NOTE, f"{number} " * 900)
    return home / FILE


def test_what_is_no_database_is_set_aside_whole_and_a_new_one_begins(tmp_path: Path) -> None:
    for content in (b"no database at all, but somebody's words" * 40, b"another\n" * 300):
        (tmp_path / FILE).write_bytes(content)
        with open_journal(tmp_path) as journal:
            assert journal.set_aside is not None
            assert journal.set_aside.read_bytes() == content
            journal.record_progress(journal.start_practice(new()), 1)
            assert journal.count() == 1
    assert sorted(path.name for path in tmp_path.glob("*damaged*")) == ["journal-damaged-2.db", "journal-damaged.db"]


def tear(path: Path, after: int) -> bytes:
    """Spoil the file after so many bytes; return what it is now."""
    content = path.read_bytes()
    torn = content[:after] + b"\xa5" * (len(content) - after)
    path.write_bytes(torn)
    return torn


def test_damage_that_is_met_while_opening_is_set_aside_at_once(tmp_path: Path) -> None:
    torn = tear(filled(tmp_path), after=8192)
    with open_journal(tmp_path) as journal:
        assert journal.set_aside == tmp_path / "journal-damaged.db"
        assert journal.set_aside.read_bytes() == torn
        assert journal.start_practice(new())


def test_damage_deep_inside_is_told_when_it_is_met_and_the_next_one_begins_anew(tmp_path: Path) -> None:
    torn = tear(filled(tmp_path), after=20_480)
    with open_journal(tmp_path) as journal, pytest.raises(JournalError, match="is damaged") as raised:
        list(journal.all())
    assert "journal-damaged.db" in raised.value.message
    assert (tmp_path / "journal-damaged.db").read_bytes() == torn
    with open_journal(tmp_path) as journal:
        assert (journal.count(), journal.set_aside) == (0, None)


def test_of_two_players_that_meet_damage_only_one_sets_it_aside(tmp_path: Path) -> None:
    path = filled(tmp_path)
    one, two = opened(tmp_path), opened(tmp_path)
    tear(path, after=20_480)
    with one, pytest.raises(JournalError, match="damaged"):
        list(one.all())
    with open_journal(tmp_path) as fresh:
        fresh.record_progress(fresh.start_practice(new()), 1)
        with two, pytest.raises(JournalError, match=r"set aside as journal-damaged\.db"):
            list(two.all())
        assert fresh.count() == 1
    with open_journal(tmp_path) as again:
        assert (again.count(), again.set_aside) == (1, None)


def test_damage_that_cannot_be_set_aside_is_told_and_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / FILE).write_bytes(b"words " * 1000)

    def forbidden(_from: str, _to: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", forbidden)
    with pytest.raises(JournalError, match="cannot be used: permission denied"):
        open_journal(tmp_path)
    assert (tmp_path / FILE).read_bytes() == b"words " * 1000


def test_a_file_cut_short_is_set_aside(tmp_path: Path) -> None:
    path = filled(tmp_path)
    path.write_bytes(path.read_bytes()[:5000])
    with open_journal(tmp_path) as journal:
        assert journal.set_aside == tmp_path / "journal-damaged.db"


def test_an_empty_file_is_a_new_journal(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with open_journal(tmp_path) as journal:
        assert (journal.count(), journal.set_aside) == (0, None)


def test_a_full_disk_is_told_and_what_was_kept_stays(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.start_practice(new())
        journal.record_answer(number, When.BEFORE, Field.DISTRESS, 7)
        with journal._database.reading() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(JournalError, match="the disk is full") as raised:
            journal.record_answer(number, When.AFTER, Field.NOTE, "long " * 20_000)
        assert raised.value.hint.startswith("Make some room")
        assert journal.practice(number).before.distress == 7
        journal.record_answer(number, When.BEFORE, Field.DISTRESS, 6)
        assert journal.practice(number).before.distress == 6


def test_a_journal_that_another_program_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_PATIENCE_S", 0.05)
    with opened(tmp_path) as journal, closing(plain(tmp_path / FILE)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="in use by another program"):
            journal.start_practice(new())
        other.execute("ROLLBACK")
        assert journal.start_practice(new())


def test_a_journal_that_is_held_whole_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_PATIENCE_S", 0.05)
    with closing(plain(tmp_path / FILE)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalError, match="in use by another program"):
            open_journal(tmp_path)


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(JournalError, match="cannot be used") as raised:
        open_journal(tmp_path / "home")
    assert "FELTSENSE_HOME" in raised.value.hint


@pytest.fixture
def forbidden() -> Iterator[Path]:
    """A folder that can be looked into by everybody and written by nobody, outside of pytest's own."""
    folder = Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o555)
        yield folder
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)


@pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise there")
@pytest.mark.parametrize("there", [False, True], ids=["none yet", "one that is not ours"])
def test_a_folder_that_cannot_be_written_is_told(forbidden: Path, *, there: bool) -> None:
    if there:
        forbidden.chmod(0o755)
        open_journal(forbidden).close()
        (forbidden / FILE).chmod(0o444)
        forbidden.chmod(0o555)
    asked = [sys.executable, "-c", AS_NOBODY, str(forbidden)]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert "cannot be used: permission denied. Look at the rights" in ran.stdout, ran.stderr


def test_a_closed_journal_says_so(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    number = journal.start_practice(new())
    journal.close()
    journal.close()
    with pytest.raises(JournalError):
        journal.record_end(number, 0, Outcome.WHOLE)


def test_a_look_from_outside_makes_and_changes_nothing(tmp_path: Path) -> None:
    assert journal_status(tmp_path / "home").practices is None
    assert not (tmp_path / "home").exists()
    path = filled(tmp_path / "home", 2)
    before = path.read_bytes()
    found = journal_status(tmp_path / "home")
    assert (found.path, found.practices, found.trouble, found.set_aside) == (path, 2, "", ())
    path.chmod(0o644)
    if os.name == "posix":
        assert "Others can look into journal.db" in journal_status(tmp_path / "home").trouble
    assert path.read_bytes() == before
    path.write_bytes(b"words" * 500)
    assert "cannot be read" in journal_status(tmp_path / "home").trouble
    assert path.read_bytes() == b"words" * 500


def test_an_error_of_ours_within_a_transaction_writes_nothing_and_comes_out_as_it_is(tmp_path: Path) -> None:
    def fail(journal: Journal) -> None:
        with journal._database.writing() as connection:
            connection.execute("DELETE FROM practices")
            raise KeyError("ours")

    with opened(tmp_path) as journal:
        journal.record_progress(journal.start_practice(new()), 1)
        with pytest.raises(KeyError):
            fail(journal)
        assert journal.count() == 1
