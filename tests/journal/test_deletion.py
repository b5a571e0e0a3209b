"""What is deleted is gone: from the file, from what stands beside it, and from every copy."""

from contextlib import closing
from pathlib import Path

import pytest
from test_migrations import MORE, NEXT, plain

from feltsense.errors import JournalError
from feltsense.journal import database
from feltsense.journal.database import Database
from feltsense.journal.files import FILE
from feltsense.journal.migrations import MIGRATIONS
from feltsense.journal.model import Field, When
from feltsense.journal.store import Journal
from practising import new, opened

CANARY = "canary-that-nobody-else-would-write"


def holding(home: Path, word: str) -> list[str]:
    return sorted(path.name for path in home.iterdir() if word.encode() in path.read_bytes())


def record_note(journal: Journal, note: str) -> int:
    number = journal.start_practice(new(title=f"title {note}"))
    journal.record_answer(number, When.AFTER, Field.NOTE, note * 40)
    return number


def test_nothing_of_a_deleted_practice_is_left_anywhere(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        kept, gone = record_note(journal, "keeper"), record_note(journal, CANARY)
        journal.record_answer(gone, When.BEFORE, Field.NOTE, f"first {CANARY} thought")
        journal.record_answer(gone, When.BEFORE, Field.NOTE, "another")
    with Journal(Database(tmp_path / FILE, (*MIGRATIONS, MORE))) as journal:
        assert {FILE, f"journal-before-{NEXT}.db"} <= set(holding(tmp_path, CANARY))
        assert journal.delete([gone, gone, 999]) == 1
        assert holding(tmp_path, CANARY) == []
        assert FILE in holding(tmp_path, "keeper")
        assert [each.id for each in journal.practices(9)] == [kept]
    assert holding(tmp_path, CANARY) == []


def test_nothing_of_all_is_left_nor_of_damaged_ones_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(f"damaged {CANARY} " * 100)
    own = ["journal-before-the-move.db", "journal-damaged-by-me.db", "settings.json"]
    for name in own:
        (tmp_path / name).write_text("not made by us")
    (tmp_path / "journal-before-2.db.77.part").write_text(CANARY)
    with opened(tmp_path) as journal:
        for _ in range(30):
            record_note(journal, CANARY)
        journal.record_progress(journal.start_practice(new()), 0)
        assert "journal-damaged.db" in holding(tmp_path, CANARY)
        assert journal.delete_all() == 31
        assert holding(tmp_path, CANARY) == []
        assert journal.count() == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([FILE, *own])


def test_an_answer_said_anew_leaves_nothing_of_the_old_one_once_something_is_deleted(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number, other = record_note(journal, CANARY), record_note(journal, "keeper")
        journal.record_answer(number, When.AFTER, Field.NOTE, "other words")
        journal.delete([other])
        assert journal.practice(number).after.note == "other words"
        with closing(plain(tmp_path / FILE)) as connection:
            assert CANARY not in connection.execute("SELECT after_note FROM practices").fetchone()[0]
        assert not [name for name in holding(tmp_path, CANARY * 2) if name != FILE]
        assert CANARY * 2 not in (tmp_path / FILE).read_bytes().decode("latin-1")


def test_traces_that_another_reader_holds_on_to_are_told_and_go_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PATIENCE_S", 0.05)
    with opened(tmp_path) as journal:
        number = record_note(journal, CANARY)
        reader = plain(tmp_path / FILE)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM practices").fetchone()
        with pytest.raises(JournalError, match="is deleted, but traces of it may be left") as raised:
            journal.delete([number])
        assert "is closed" in raised.value.hint
        assert journal.count() == 0
        reader.close()
    assert holding(tmp_path, CANARY) == []


def test_traces_that_cannot_be_cleared_now_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_PATIENCE_S", 0.05)
    with opened(tmp_path) as journal:
        number = record_note(journal, CANARY)
        real = journal._database.erase_traces

        def held(*, everything: bool = False) -> None:
            with closing(plain(tmp_path / FILE)) as other:
                other.execute("BEGIN IMMEDIATE")
                real(everything=everything)

        monkeypatch.setattr(journal._database, "erase_traces", held)
        with pytest.raises(JournalError, match=r"traces of it may be left .* in use by another program"):
            journal.delete([number])
        assert journal.count() == 0
    assert holding(tmp_path, CANARY) == []


@pytest.mark.parametrize("note", ["", "other words"])
def test_of_a_note_that_is_removed_or_written_anew_nothing_is_left(tmp_path: Path, note: str) -> None:
    with opened(tmp_path) as journal:
        number = record_note(journal, "keeper")
        journal.write_note(number, CANARY * 40)
    with Journal(Database(tmp_path / FILE, (*MIGRATIONS, MORE))) as journal:
        assert len(holding(tmp_path, CANARY)) == 2, "the journal, and its copy"
        journal.write_note(number, note)
        assert holding(tmp_path, CANARY) == []
        assert journal.practice(number).after.note == note
