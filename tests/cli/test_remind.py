"""`feltsense remind`: a file for the phone's calendar, and nothing of somebody else's written over."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feltsense.cli import remind
from feltsense.practice.reminder import reminder_in
from running import Desk


@pytest.fixture(autouse=True)
def _saturday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remind, "_now", lambda: datetime(2026, 11, 28, 20, 0, tzinfo=UTC))


def test_a_reminder_is_made_and_told(desk: Desk) -> None:
    file = desk.folder / "quiet.ics"
    ran = desk.run("remind", "--at", "22:30", "--days", "mon,thu", "--out", str(file))
    assert (ran.code, ran.out) == (0, f"{file}\n")
    assert ran.err == (
        "“A quiet moment”, Monday and Thursday at 22:30, from 30 November on.\n"
        "  Open the file on the phone to add it. To end it, delete the event there.\n"
    )
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_made_again_it_takes_the_place_of_the_one_before(desk: Desk) -> None:
    file = desk.folder / "quiet.ics"
    desk.run("remind", "--at", "22:30", "-o", str(file))
    first = reminder_in(file.read_bytes())
    desk.run("remind", "--at", "9 pm", "--days", "weekends", "--words", "Tea", "-o", str(file))
    second = reminder_in(file.read_bytes())
    assert first is not None
    assert second is not None
    assert (second.uid, second.revision, second.words) == (first.uid, 1, "Tea")


@pytest.mark.parametrize(
    "change", [lambda _: b"BEGIN:VCALENDAR\r\n", lambda content: content + b"X-MY:1\r\n", lambda _: b""]
)
def test_what_we_did_not_make_or_somebody_changed_stays(desk: Desk, change: object) -> None:
    file = desk.folder / "quiet.ics"
    desk.run("remind", "--at", "22:30", "-o", str(file))
    assert callable(change)
    theirs = change(file.read_bytes())
    file.write_bytes(theirs)
    ran = desk.run("remind", "--at", "21:00", "-o", str(file))
    assert (ran.code, ran.out) == (1, "")
    assert "It is no reminder of feltsense, or was changed since, and stays as it is." in ran.err
    assert file.read_bytes() == theirs


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--at", "late", "-o", "a.ics"), "“late” is no time of day; 22:30 is one."),
        (("--at", "22", "--days", "mon,funday", "-o", "a.ics"), "“funday” is no day"),
        (("--at", "22", "--words", " ", "-o", "a.ics"), "One line of at most 200 letters can be shown."),
        (("--at", "22", "-o", "a.txt"), "A file for calendars ends in .ics: -o a.ics"),
        (("--at", "22"), "Missing option"),
        (("-o", "a.ics"), "Missing option"),
    ],
)
def test_wrong_usage_is_told(
    desk: Desk, arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = desk.run("remind", *arguments)
    assert ran.code == 2
    assert said in " ".join(ran.err.split())
    assert not list(tmp_path.glob("*.ics"))


def test_a_place_that_is_not_there_is_told(desk: Desk) -> None:
    ran = desk.run("remind", "--at", "22", "-o", str(desk.folder / "none" / "a.ics"))
    assert ran.code == 1
    assert "cannot be written" in ran.err
    assert max(map(len, desk.run("remind", "--help").out.splitlines())) <= 80
