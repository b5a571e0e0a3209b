"""A session from beginning to end, by a clock that the tests set."""

import socket
import threading
from pathlib import Path

import pytest
from sharing import SOUND_PATH, StillClock, sharing

from feltsense.errors import ShareError
from feltsense.share.address import TakenPlace
from feltsense.share.attendance import Attendance
from feltsense.share.server import ShareServer
from feltsense.share.session import (
    IDLE_S,
    LONELY_S,
    CheckInsReceived,
    NobodyCame,
    ReceivingFailed,
    ShareSession,
    SharingEnded,
    VisitorCame,
)
from null_sink import until


def test_somebody_comes_and_is_told_of_once() -> None:
    clock = StillClock()
    with sharing(clock=clock) as made:
        look = clock.loops["share attendance"].turn
        look()
        assert made.events == []
        made.ask()
        made.ask(SOUND_PATH)
        look()
        look()
        clock.time += LONELY_S + 1
        look()
        assert made.events == [VisitorCame()]


def test_nobody_comes_and_it_is_told_once_what_to_look_at() -> None:
    clock = StillClock()
    with sharing(clock=clock) as made:
        look = clock.loops["share attendance"].turn
        clock.time += LONELY_S - 1
        look()
        made.ask_target("/wrong/")  # who only guesses is nobody
        clock.time += 1
        look()
        look()
        assert made.events == [NobodyCame()]
        made.ask()
        look()
        assert made.events == [NobodyCame(), VisitorCame()]


def test_it_ends_by_itself_when_nobody_asks_for_long() -> None:
    clock = StillClock()
    with sharing(clock=clock) as made:
        look = clock.loops["share attendance"].turn
        clock.time += IDLE_S - 1
        made.ask()
        until(lambda: made.server.attendance and not made.server.attendance._under_way)
        clock.time += IDLE_S - 1
        look()
        assert SharingEnded() not in made.events
        clock.time += 1
        look()
        assert made.events[-1] == SharingEnded()
        with pytest.raises(OSError, match="refused"):
            made.ask()


def test_an_answer_under_way_counts_as_somebody_there() -> None:
    clock = StillClock()
    attendance = Attendance(clock.now)
    with attendance.visit():
        clock.time += 2 * IDLE_S
        assert attendance.quiet_s() == 0
    clock.time += 7
    assert attendance.quiet_s() == 7


def test_check_ins_are_told_of_and_so_are_those_that_cannot_be_kept() -> None:
    error = ShareError("No.")

    def keep(body: bytes) -> list[str]:
        if body == b"[]":
            raise error
        return ["b", "c"] if body == b"3" else ["a", "b"]

    with sharing(receive=keep, clock=StillClock()) as made:
        made.ask("checkins", "POST", b"{}", made.json)
        made.ask("checkins", "POST", b"[]", made.json)
        made.ask("checkins", "POST", b"3", made.json)
        assert made.events == [CheckInsReceived(2), ReceivingFailed(error), CheckInsReceived(3)], "the sum, each once"


def test_stopping_ends_what_is_half_sent(tmp_path: Path) -> None:
    long = tmp_path / "long.mp3"
    with long.open("wb") as file:
        file.truncate(170_000_000)  # two hours
    before = threading.active_count()
    with sharing({"long.mp3": long}, clock=StillClock()) as made, made.connect() as connection:
        connection.sendall(f"GET /{made.token}/long.mp3 HTTP/1.1\r\nHost: {made.server.authority}\r\n\r\n".encode())
        assert connection.recv(12) == b"HTTP/1.1 200"
        made.session.stop()
        made.session.stop()
        until(lambda: threading.active_count() == before, 5)
        assert made.events == []


def test_before_it_starts_the_port_is_taken_and_who_comes_waits() -> None:
    server = ShareServer("127.0.0.1", 0)
    session = ShareSession(TakenPlace(server), lambda _: None, StillClock())
    with pytest.raises(OSError, match="in use"):
        ShareServer("127.0.0.1", server.server_address[1])
    with socket.create_connection(server.server_address[:2], timeout=20) as early:  # type: ignore[arg-type]
        early.sendall(f"HEAD /early/ HTTP/1.1\r\nHost: {server.authority}\r\n\r\n".encode())
        session.start({})
        assert early.recv(12) == b"HTTP/1.1 404"
    session.stop()


def test_one_that_was_stopped_does_not_start() -> None:
    server = ShareServer("127.0.0.1", 0)
    session = ShareSession(TakenPlace(server), lambda _: None)
    session.stop()
    session.start({})
    assert server.socket.fileno() == -1


def test_each_session_has_a_token_of_its_own() -> None:
    with sharing(clock=StillClock()) as one, sharing(clock=StillClock()) as other:
        assert one.token != other.token
        assert len(one.token) == 22
