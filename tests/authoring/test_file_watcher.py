"""A file under the hands of many editors."""

import os
from pathlib import Path

import pytest

from feltsense.authoring import file_watcher
from feltsense.authoring.file_watcher import GONE_AFTER_S, FileWatcher, WatchEvent
from feltsense.authoring.files import FileContent, read_content
from feltsense.errors import EditingError

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
def watched(path: Path, clock: Clock) -> FileWatcher:
    made = FileWatcher(path, 100, now=clock)
    assert seen(made) == b"One."
    assert seen(made) is WatchEvent.UNCHANGED
    return made


def seen(watched: FileWatcher) -> bytes | WatchEvent:
    """Look once, and accept what has changed."""
    look = watched.look()
    if look.content is None:
        return look.event
    watched.accept(look.content)
    return look.content.source


def seen_often(watched: FileWatcher, times: int = 3) -> list[bytes | WatchEvent]:
    return [seen(watched) for _ in range(times)]


def test_the_first_look_sees_what_is_there(path: Path, clock: Clock) -> None:
    assert seen(FileWatcher(path, 100, now=clock)) == b"One."


def test_a_save_over_it_is_seen_once(watched: FileWatcher, path: Path) -> None:
    path.write_bytes(b"Two.")
    assert seen(watched) == b"Two."
    assert seen_often(watched) == [WatchEvent.UNCHANGED] * 3


def test_a_save_beside_it_and_renamed_is_seen(watched: FileWatcher, path: Path) -> None:
    beside = path.with_suffix(".tmp")
    beside.write_bytes(b"Two.")
    os.utime(beside, (LATER, LATER))  # same time, same size, another file
    beside.replace(path)
    assert seen(watched) == b"Two."


def test_a_moment_without_the_file_is_not_reported(watched: FileWatcher, path: Path, clock: Clock) -> None:
    path.rename(path.with_suffix(".bak"))
    assert seen_often(watched) == [WatchEvent.UNCHANGED] * 3
    clock.now += GONE_AFTER_S / 2
    assert seen_often(watched) == [WatchEvent.UNCHANGED] * 3
    path.write_bytes(b"Two.")
    assert seen(watched) == b"Two."


def test_a_file_that_stays_away_is_told_once_and_seen_when_it_is_back(
    watched: FileWatcher, path: Path, clock: Clock
) -> None:
    path.unlink()
    assert seen(watched) is WatchEvent.UNCHANGED
    clock.now += GONE_AFTER_S
    assert seen_often(watched) == [WatchEvent.GONE, WatchEvent.UNCHANGED, WatchEvent.UNCHANGED]
    path.write_bytes(b"One.")
    assert seen_often(watched) == [WatchEvent.UNCHANGED] * 3  # nothing in it has changed
    path.unlink()
    assert seen(watched) is WatchEvent.UNCHANGED
    clock.now += GONE_AFTER_S
    assert seen(watched) is WatchEvent.GONE


def test_a_touch_changes_nothing(watched: FileWatcher, path: Path) -> None:
    path.touch()
    assert seen_often(watched) == [WatchEvent.UNCHANGED] * 3


def test_a_file_that_is_emptied_first_is_seen_when_it_is_written(watched: FileWatcher, path: Path) -> None:
    path.write_bytes(b"")
    assert seen(watched) is WatchEvent.UNCHANGED
    path.write_bytes(b"Two.")
    assert seen(watched) == b"Two."


def test_a_file_that_stays_empty_is_seen_so(watched: FileWatcher, path: Path) -> None:
    path.write_bytes(b"")
    assert seen_often(watched) == [WatchEvent.UNCHANGED, b"", WatchEvent.UNCHANGED]


def test_two_saves_that_a_coarse_clock_cannot_tell_apart(watched: FileWatcher, path: Path, clock: Clock) -> None:
    path.write_bytes(b"Two.")
    os.utime(path, (clock.now, clock.now))
    assert seen(watched) == b"Two."
    path.write_bytes(b"Ten.")
    os.utime(path, (clock.now, clock.now))
    assert seen(watched) == b"Ten."


def test_a_write_under_way_is_seen_when_it_is_done(
    watched: FileWatcher, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"Two, and")
    read = read_content

    def meanwhile(path: Path, max_bytes: int) -> FileContent | None:
        half = read(path, max_bytes)
        path.write_bytes(b"Two, and three.")
        return half

    monkeypatch.setattr(file_watcher, "read_content", meanwhile)
    assert seen(watched) is WatchEvent.UNCHANGED
    monkeypatch.setattr(file_watcher, "read_content", read)
    assert seen(watched) == b"Two, and three."


def test_a_change_is_reported_until_it_is_accepted(watched: FileWatcher, path: Path) -> None:
    path.write_bytes(b"Two.")
    changes = [watched.look() for _ in range(3)]
    assert [look.event for look in changes] == [WatchEvent.CHANGED] * 3
    watched.accept(changes[0].content)
    assert watched.look().event is WatchEvent.UNCHANGED


def test_a_watcher_that_looks_seldom_wants_a_change_to_last(path: Path, clock: Clock) -> None:
    watched = FileWatcher(path, 100, settle=True, now=clock)
    watched.accept(read_content(path))
    path.write_bytes(b"Two, half")
    assert seen(watched) is WatchEvent.UNCHANGED
    path.write_bytes(b"Two, whole.")
    assert seen_often(watched) == [WatchEvent.UNCHANGED, b"Two, whole.", WatchEvent.UNCHANGED]
    path.unlink()
    assert seen_often(watched) == [WatchEvent.UNCHANGED, WatchEvent.GONE, WatchEvent.UNCHANGED]


def test_a_file_that_cannot_be_read_is_told_once_after_a_while(watched: FileWatcher, path: Path, clock: Clock) -> None:
    path.unlink()
    path.mkdir()
    assert seen(watched) is WatchEvent.UNCHANGED
    clock.now += GONE_AFTER_S
    with pytest.raises(EditingError, match="cannot be read"):
        seen(watched)
    assert seen(watched) is WatchEvent.UNCHANGED
    path.rmdir()
    path.write_bytes(b"Two.")
    assert seen(watched) == b"Two."


def test_no_more_is_read_than_needed_to_refuse_it(path: Path, clock: Clock) -> None:
    path.write_bytes(b"x" * 1000)
    look = FileWatcher(path, 100, now=clock).look()
    assert look.content is not None
    assert len(look.content.source) == 101
