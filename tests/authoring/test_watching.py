"""A file under the hands of many editors."""

import os
from pathlib import Path

import pytest

from feltsense.authoring.file_watcher import GONE_S, Watched, WatchEvent

LATER = 1_000_000_000.0
"""A file time long before the clock below, so that it counts as settled."""


class Clock:
    def __init__(self) -> None:
        self.now = LATER + 1000

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "script.md"
    file.write_bytes(b"One.")
    os.utime(file, (LATER, LATER))
    return file


@pytest.fixture
def watched(path: Path, clock: Clock) -> Watched:
    made = Watched(path, 100, clock)
    assert made.look().source == b"One."
    assert made.look().sight is WatchEvent.SAME
    return made


def sights(watched: Watched, times: int = 3) -> list[WatchEvent]:
    return [watched.look().sight for _ in range(times)]


def test_the_first_look_sees_what_is_there(path: Path, clock: Clock) -> None:
    assert Watched(path, 100, clock).look().source == b"One."


def test_a_save_over_it_is_seen_once(watched: Watched, path: Path) -> None:
    path.write_bytes(b"Two.")
    assert watched.look().source == b"Two."
    assert sights(watched) == [WatchEvent.SAME] * 3


def test_a_save_beside_it_and_renamed_is_seen(watched: Watched, path: Path) -> None:
    beside = path.with_suffix(".tmp")
    beside.write_bytes(b"Two.")
    os.utime(beside, (LATER, LATER))  # same time, same size, another file
    beside.replace(path)
    assert watched.look().source == b"Two."


def test_an_editor_that_takes_it_away_for_a_moment_is_not_told_of(watched: Watched, path: Path, clock: Clock) -> None:
    path.rename(path.with_suffix(".bak"))
    assert sights(watched) == [WatchEvent.SAME] * 3
    clock.now += GONE_S / 2
    assert sights(watched) == [WatchEvent.SAME] * 3
    path.write_bytes(b"Two.")
    assert watched.look().source == b"Two."


def test_a_file_that_stays_away_is_told_once_and_seen_when_it_is_back(
    watched: Watched, path: Path, clock: Clock
) -> None:
    path.unlink()
    assert watched.look().sight is WatchEvent.SAME
    clock.now += GONE_S
    assert sights(watched) == [WatchEvent.GONE, WatchEvent.SAME, WatchEvent.SAME]
    path.write_bytes(b"One.")
    assert sights(watched) == [WatchEvent.SAME] * 3  # nothing in it has changed
    path.unlink()
    assert watched.look().sight is WatchEvent.SAME
    clock.now += GONE_S
    assert watched.look().sight is WatchEvent.GONE


def test_a_touch_changes_nothing(watched: Watched, path: Path) -> None:
    path.touch()
    assert sights(watched) == [WatchEvent.SAME] * 3


def test_a_file_that_is_emptied_first_is_seen_when_it_is_written(watched: Watched, path: Path) -> None:
    path.write_bytes(b"")
    assert watched.look().sight is WatchEvent.SAME
    path.write_bytes(b"Two.")
    assert watched.look().source == b"Two."


def test_a_file_that_stays_empty_is_seen_so(watched: Watched, path: Path) -> None:
    path.write_bytes(b"")
    assert sights(watched) == [WatchEvent.SAME, WatchEvent.CHANGED, WatchEvent.SAME]


def test_two_saves_that_a_coarse_clock_cannot_tell_apart(watched: Watched, path: Path, clock: Clock) -> None:
    path.write_bytes(b"Two.")
    os.utime(path, (clock.now, clock.now))
    assert watched.look().source == b"Two."
    path.write_bytes(b"Ten.")
    os.utime(path, (clock.now, clock.now))
    assert watched.look().source == b"Ten."


def test_a_write_under_way_is_seen_when_it_is_done(
    watched: Watched, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"Two, and")
    read = Watched._read

    def meanwhile(self: Watched) -> bytes | None:
        half = read(self)
        path.write_bytes(b"Two, and three.")
        return half

    monkeypatch.setattr(Watched, "_read", meanwhile)
    assert watched.look().sight is WatchEvent.SAME
    monkeypatch.setattr(Watched, "_read", read)
    assert watched.look().source == b"Two, and three."


def test_no_more_is_read_than_needed_to_refuse_it(path: Path, clock: Clock) -> None:
    path.write_bytes(b"x" * 1000)
    assert len(Watched(path, 100, clock).look().source) == 101
