"""What came from a phone is on the disk before it is answered, waits, and is brought in once."""

import os
import signal
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from feltsense.errors import IncomingError
from feltsense.journal.model import CheckIn, Outcome
from feltsense.journal.store import ImportCounts
from feltsense.share import inbox as inbox_module
from feltsense.share.inbox import FOLDER, Inbox, waiting_in_words
from feltsense.share.receiving import receiver, with_true_names
from feltsense.system.paths import Workspace
from feltsense.system.temporary import temporary_path
from incoming_records import clock, message
from practising import opened, pairs

SCRIPT = """---
title: Feet on the floor
summary: A small one.
practice: grounding
pathway: nature
tier: 1
minutes: [3]
---

## Arriving

Feel your feet on the floor.
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr("feltsense.library.catalogue.bundled", lambda: tmp_path / "none")
    found = Workspace(tmp_path / "workspace")
    found.exercises.mkdir(parents=True)
    (found.exercises / "feet-on-the-floor.md").write_text(SCRIPT)
    return found


def test_what_came_waits_and_is_brought_in_once(tmp_path: Path, workspace: Workspace) -> None:
    inbox = Inbox(tmp_path / "home")
    three = pairs((7, 5), (6, 6), (None, 2))
    uids = receiver(inbox, workspace, clock)(message(*three))
    assert uids == [each.uid for each in three]
    assert [each.uid for each in Inbox(tmp_path / "home").waiting()] == uids
    with opened(tmp_path / "home") as journal:
        assert inbox.bring_in(journal) == ImportCounts(3, 0)
        assert inbox.waiting() == ()
        receiver(inbox, workspace, clock)(message(*three))
        assert inbox.bring_in(journal) == ImportCounts(0, 3)


@pytest.mark.skipif(os.name != "posix", reason="folders are not synced there")
def test_its_name_is_on_the_disk_before_it_is_answered(
    tmp_path: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []
    folder = tmp_path / "home" / FOLDER

    def note(descriptor: int) -> None:
        seen.append((os.fstat(descriptor).st_ino, len(list(folder.glob("[!.]*")))))

    monkeypatch.setattr(os, "fsync", note)
    receiver(Inbox(tmp_path / "home"), workspace, clock)(message(*pairs((7, 5))))
    assert (folder.stat().st_ino, 1) in seen, "the folder, with the message in it"
    assert {folder.parent.stat().st_ino, tmp_path.stat().st_ino} <= {number for number, _ in seen}, "those it is in"


def test_it_is_for_its_owner_only(tmp_path: Path) -> None:
    Inbox(tmp_path / "home").add(pairs((7, 5)))
    (file,) = (tmp_path / "home" / FOLDER).iterdir()
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_looking_makes_nothing(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "home")
    assert (inbox.waiting(), inbox.unreadable(), inbox.discard()) == ((), (), 0)
    inbox.add([])
    assert not (tmp_path / "home").exists()


def test_a_practice_that_comes_in_parts_waits_as_one(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    (begun,) = pairs((7, None))
    ended = replace(begun, ended=Outcome.WHOLE, after=CheckIn(distress=4))
    for part in (ended, begun, ended):
        inbox.add([part])
    assert len(list((tmp_path / FOLDER).iterdir())) == 1, "what is known already is not written again"
    inbox.add([replace(ended, after=CheckIn(distress=4, connection=6))])
    (found,) = inbox.waiting()
    assert (found.before.distress, found.after.connection, found.ended) == (7, 6, Outcome.WHOLE)


def test_what_is_not_ours_and_what_is_damaged_stays(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    inbox.add(pairs((7, 5)))
    mine, broken = tmp_path / FOLDER / "notes.json", tmp_path / FOLDER / f"{0:032x}.json"
    mine.write_text("mine")
    broken.write_text("{")
    with opened(tmp_path) as journal:
        assert inbox.bring_in(journal).new == 1
    assert (mine.exists(), inbox.unreadable()) == (True, (broken,))
    assert inbox.discard() == 1
    assert mine.exists()


def test_what_cannot_be_kept_is_told_and_nothing_of_it_said(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file in its way")
    with pytest.raises(IncomingError, match=r"cannot be kept .* stays|cannot be kept") as caught:
        Inbox(tmp_path).add(pairs((7, 5)))
    assert "phone" in caught.value.hint
    assert "Feet" not in str(caught.value)


def test_nobody_fills_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox_module, "MOST_FILES", 2)
    inbox = Inbox(tmp_path)
    first, second, third = pairs((7, 5), (6, 6), (None, 2))
    inbox.add([first])
    inbox.add([second])
    with pytest.raises(IncomingError, match="Too much waits"):
        inbox.add([third])
    inbox.add([first])
    assert len(inbox.waiting()) == 2


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from feltsense.share.inbox import Inbox
from practising import pairs
Inbox(Path(sys.argv[1])).add(pairs((7, 5)))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_program_loses_nothing(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(Path(__file__).parents[1])], check=False, timeout=60
    )
    assert ran.returncode == -signal.SIGKILL
    assert len(Inbox(tmp_path).waiting()) == 1


def test_what_comes_while_it_is_asked_is_not_deleted_unseen(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    first, second = pairs((7, 5), (6, 6))
    inbox.add([first])
    seen = inbox.files()
    inbox.add([second])
    assert inbox.discard(seen) == 1
    assert [each.uid for each in inbox.waiting()] == [second.uid]


def test_deleting_deletes_what_a_killed_program_had_half_written(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    inbox.add(pairs((7, 5)))
    (whole,) = inbox.files()
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    with temporary_path(whole) as own:
        half = own.with_name(own.name.replace(f"-{os.getpid()}-", f"-{ended.pid}-"))
    half.write_text("canary")
    assert inbox.discard() == 1
    assert not half.exists()


def test_where_the_journal_cannot_be_used_it_goes_on_waiting(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    inbox.add(pairs((7, 5)))
    journal = opened(tmp_path)
    journal.close()
    with pytest.raises(Exception, match="not open"):
        inbox.bring_in(journal)
    assert len(inbox.waiting()) == 1


def test_how_much_waits_is_said_with_its_days() -> None:
    three = pairs((7, 5), (6, 6), (None, 2))
    assert waiting_in_words(three) == "3 practices, from 2026-03-02 to 2026-03-04"
    assert waiting_in_words(three[:1]) == "1 practice, of 2026-03-02"
    assert waiting_in_words(()) == "0 practices"


def test_a_discreet_track_gets_its_true_name_by_the_hash_of_its_script(workspace: Workspace) -> None:
    import hashlib  # noqa: PLC0415 - for this one

    (known,) = pairs((7, 5))
    discreet = replace(known, slug="track-012", title="Track 012 – 3 min")
    meant = replace(discreet, script_sha256=hashlib.sha256(SCRIPT.encode()).hexdigest())
    (named,) = with_true_names([meant], workspace)
    assert (named.slug, named.title) == ("feet-on-the-floor", "Feet on the floor")
    assert with_true_names([discreet], workspace) == (discreet,), "no script fits"
    (workspace.exercises / "again.md").write_text(SCRIPT)
    assert with_true_names([meant], workspace) == (meant,), "two fit"
    other = replace(meant, slug="again", title="As it was called")
    assert with_true_names([other], workspace) == (other,), "a name that is known stays"
