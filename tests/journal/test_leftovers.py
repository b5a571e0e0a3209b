"""What killed runs leave beside the journal is removed by the next one, and all of it by deleting everything."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from test_deletion import CANARY, holding, record_note
from test_migrations import MORE, NEXT

from feltsense.journal.database import Database
from feltsense.journal.files import FILE
from feltsense.journal.migrations import MIGRATIONS
from feltsense.journal.store import Journal, open_journal
from feltsense.system.paths import data_home
from practising import opened
from running import Desk

pytestmark = pytest.mark.skipif(os.name == "nt", reason="whether a process still runs cannot be looked for there")

KILLED_WHILE_MIGRATING = f"""
import os, signal, sqlite3, sys
from pathlib import Path
from feltsense.journal import database
from feltsense.journal.migrations import MIGRATIONS, Migration

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

database.migrate = killed
Path.replace = killed
steps = (*MIGRATIONS, Migration("a second table", ("CREATE TABLE more (it TEXT)",)))
database.Database(Path(sys.argv[1]) / "{FILE}", steps)
"""
KILLED_WHILE_EXPORTING = """
import os, signal, sys
from feltsense.cli.main import main
from feltsense.journal import export

def killed(*_, **__):
    yield "{" + "a note " * 100_000
    os.kill(os.getpid(), signal.SIGKILL)

export.write_export = killed
main(["journal", "export", "--notes", "-o", "e.json"])
"""


def killed(code: str, *arguments: str, cwd: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", code, *arguments], cwd=cwd, capture_output=True, check=False)
    assert ran.returncode == -signal.SIGKILL, ran.stderr.decode()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def ended_process() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_a_killed_migration_leaves_is_gone_after_the_next_opening(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        record_note(journal, CANARY)
    killed(KILLED_WHILE_MIGRATING, str(tmp_path), cwd=tmp_path)
    assert len(holding(tmp_path, CANARY)) > 1
    open_journal(tmp_path).close()
    assert names(tmp_path) == [FILE]


def test_a_migration_after_a_killed_one_leaves_one_whole_copy(tmp_path: Path) -> None:
    open_journal(tmp_path).close()
    killed(KILLED_WHILE_MIGRATING, str(tmp_path), cwd=tmp_path)
    Journal(Database(tmp_path / FILE, (*MIGRATIONS, MORE))).close()
    assert names(tmp_path) == [f"journal-before-{NEXT}.db", FILE]


@pytest.mark.parametrize("suffix", ["", "-journal", "-wal", "-shm"])
def test_what_the_first_builds_left_is_removed_once_their_process_has_ended(tmp_path: Path, suffix: str) -> None:
    dead, living = (f"journal-before-2.db.{pid}.part{suffix}" for pid in (ended_process(), os.getppid()))
    for name in (dead, living):
        (tmp_path / name).touch()
    with open_journal(tmp_path) as journal:
        assert not (tmp_path / dead).exists()
        assert (tmp_path / living).exists()
        journal.delete_all()
        assert not (tmp_path / living).exists()


def test_deleting_everything_takes_what_a_killed_export_left_in_this_folder(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with opened(data_home()) as journal:
        record_note(journal, CANARY)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    killed(KILLED_WHILE_EXPORTING, cwd=here)
    (left,) = here.iterdir()
    assert left.name.startswith(".e.json.")
    assert left.stat().st_mode & 0o077 == 0
    (here / ".e.json.mine").write_text("somebody's own")
    assert desk.run("journal", "delete", "--all", "--yes").code == 0
    assert names(here) == [".e.json.mine"]


def test_the_next_export_removes_what_a_killed_one_left(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with opened(data_home()) as journal:
        record_note(journal, CANARY)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    killed(KILLED_WHILE_EXPORTING, cwd=here)
    assert desk.run("journal", "export", "-o", "e.json").code == 0
    assert names(here) == ["e.json"]


def test_what_a_killed_save_of_the_settings_left_is_gone_after_the_next_opening(tmp_path: Path) -> None:
    killed(
        "import os, signal, sys\nfrom pathlib import Path\nfrom feltsense.system import files, settings\n"
        "files.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "settings.change_settings(Path(sys.argv[1]), captions=False)",
        str(tmp_path),
        cwd=tmp_path,
    )
    assert [name for name in names(tmp_path) if name.startswith(".settings.json.")]
    open_journal(tmp_path).close()
    assert names(tmp_path) == [FILE]


def test_deleting_everything_takes_copies_and_damaged_ones_of_a_journal_that_is_gone(desk: Desk) -> None:
    data_home().mkdir()
    for name in ("journal-damaged.db", "journal-before-2.db"):
        (data_home() / name).write_text(CANARY)
    ran = desk.run("journal", "delete", "--all", "--yes")
    assert (ran.code, ran.err) == (0, "0 practices deleted for good.\n")
    assert names(data_home()) == [FILE]
