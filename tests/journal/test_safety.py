"""The journal is for its owner alone, and survives being killed, and two players at once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from feltsense.journal.model import Field, When
from feltsense.journal.store import open_journal
from practising import new, opened

posix = pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise there")

TALK = """
import sys
from pathlib import Path
from feltsense.journal.model import Field, NewPractice, When
from feltsense.journal.store import open_journal
journal = open_journal(Path(sys.argv[1]))
print("open", flush=True)
number = journal.start_practice(NewPractice("feet", "Feet", "0" * 64, "heart", 1))
for ms in range(1, int(sys.argv[2]) + 1):
    journal.record_progress(number, ms)
    journal.record_answer(number, When.BEFORE, Field.NOTE, str(ms))
    print(number, ms, flush=True)
"""


def talking(home: Path, times: int) -> "subprocess.Popen[str]":
    """Start a player that tells each answer once it is written down."""
    return subprocess.Popen([sys.executable, "-c", TALK, str(home), str(times)], stdout=subprocess.PIPE, text=True)


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


@posix
def test_folder_and_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    before = os.umask(0)
    try:
        with open_journal(home) as journal:
            journal.record_progress(journal.start_practice(new()), 1)
            made = {path.name: rights(path) for path in home.iterdir()}
    finally:
        os.umask(before)
    assert rights(home) == 0o700
    assert made == {"journal.db": 0o600, "journal.db-wal": 0o600, "journal.db-shm": 0o600}


@posix
def test_what_others_could_look_into_is_closed_to_them(tmp_path: Path) -> None:
    home = tmp_path / "home"
    open_journal(home).close()
    home.chmod(0o755)
    (home / "journal.db").chmod(0o644)
    open_journal(home).close()
    assert (rights(home), rights(home / "journal.db")) == (0o700, 0o600)


@pytest.mark.parametrize("answers", [0, 1, 7, 40])
def test_killed_at_any_point_at_most_the_answer_being_given_is_lost(tmp_path: Path, answers: int) -> None:
    player = talking(tmp_path, 10_000)
    assert player.stdout is not None
    assert player.stdout.readline() == "open\n"
    told = [player.stdout.readline().split() for _ in range(answers)]
    os.kill(player.pid, signal.SIGKILL)
    rest = [line.split() for line in player.communicate()[0].splitlines() if line.endswith(tuple("0123456789"))]
    told += [line for line in rest if len(line) == 2]
    with opened(tmp_path) as journal:
        if not told:
            assert journal.count() <= 1
            return
        number, last = (int(each) for each in told[-1])
        found = journal.practice(number)
        assert found.heard_ms in (last, last + 1)
        assert int(found.before.note) in (last, last + 1)
        journal.record_answer(number, When.AFTER, Field.DISTRESS, 3)
        assert journal.practice(number).after.distress == 3


def test_two_players_at_one_journal_lose_nothing(tmp_path: Path) -> None:
    players = [talking(tmp_path / "home", 40) for _ in range(2)]
    said = [player.communicate(timeout=60)[0].splitlines()[1:] for player in players]
    assert [player.returncode for player in players] == [0, 0]
    assert [len(lines) for lines in said] == [40, 40]
    with opened(tmp_path / "home") as journal:
        assert sorted(each.before.note for each in journal.practices(9)) == ["40", "40"]
        assert [each.heard_ms for each in journal.practices(9)] == [40, 40]
