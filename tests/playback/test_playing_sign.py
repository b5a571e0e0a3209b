"""Other processes know whether something is heard here: what is paused, over or closed is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_playback import PlaybackRig

from feltsense.playback.playing_sign import PlayingSign
from feltsense.playback.port import AlsoPlaying
from feltsense.system.process_lock import ProcessLock


class Home:
    """Where two processes look for each other's sign."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "playing.lock"
        self._locks: list[ProcessLock] = []

    def sign(self) -> PlayingSign:
        self._locks.append(ProcessLock(self._path))
        return PlayingSign(self._locks[-1])

    def close(self) -> None:
        for lock in self._locks:
            lock.release()

    @property
    def silent(self) -> bool:
        """Whether no sign is up."""
        lock = ProcessLock(self._path)
        free = lock.acquire()
        lock.release()
        return free


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    made.close()


def test_it_is_up_while_something_is_heard_and_while_that_fades(home: Home) -> None:
    rig = PlaybackRig(sign=home.sign())
    rig.transport.prepare()
    assert home.silent
    rig.playing()
    assert not home.silent
    rig.transport.pause()
    assert home.silent
    rig.transport.seek(5000)
    assert home.silent
    rig.transport.toggle()
    assert not home.silent
    rig.transport.end(0.1)
    assert not home.silent
    rig.hear(len(rig.source.pcm))
    rig.look()
    assert rig.state().value == "ended"
    assert home.silent


@pytest.mark.parametrize("paused", [False, True])
def test_closing_takes_it_down(home: Home, *, paused: bool) -> None:
    rig = PlaybackRig(sign=home.sign()).playing()
    if paused:
        rig.transport.pause()
    rig.transport.close()
    assert home.silent


def test_who_is_paused_hears_of_another_only_when_it_goes_on(home: Home) -> None:
    first, second = PlaybackRig(sign=home.sign()).playing(), PlaybackRig(sign=home.sign())
    first.transport.pause()
    second.playing()
    assert not second.told(AlsoPlaying)
    first.turn()
    assert not first.told(AlsoPlaying)
    first.transport.resume()
    first.turn()
    assert len(first.told(AlsoPlaying)) == 1


def test_it_is_told_once_until_this_one_was_heard_by_itself(home: Home) -> None:
    first, second = PlaybackRig(sign=home.sign()).playing(), PlaybackRig(sign=home.sign()).playing()
    for _ in range(3):
        second.transport.toggle()
        second.turn()
    second.transport.toggle()
    second.turn()
    assert len(second.told(AlsoPlaying)) == 1
    first.transport.pause()
    for _ in range(2):
        second.transport.toggle()
    first.transport.resume()
    first.turn()
    assert len(first.told(AlsoPlaying)) == 1
    second.transport.toggle()
    first.transport.toggle()
    first.transport.toggle()
    second.transport.toggle()
    second.turn()
    assert len(second.told(AlsoPlaying)) == 2


def test_a_piece_that_is_being_left_takes_nothing_from_the_next(home: Home) -> None:
    sign = home.sign()
    left, following = PlaybackRig(sign=sign).playing(), PlaybackRig(sign=sign).playing()
    left.transport.close()
    assert not home.silent
    assert not following.told(AlsoPlaying)
    following.transport.close()
    assert home.silent


def test_without_a_home_nobody_is_told() -> None:
    rig = PlaybackRig().playing()
    rig.transport.close()
    assert not rig.told(AlsoPlaying)
