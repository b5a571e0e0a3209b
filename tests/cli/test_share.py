"""`feltsense share`: from a script to a phone's browser and back, and what is said where that fails."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from feltsense.cli import share_runner
from feltsense.cli.share_runner import ShareRunner
from feltsense.errors import IncomingError
from feltsense.phone.model import PhoneFolder, PhoneRequest
from feltsense.share.address import TakenPlace
from feltsense.share.inbox import Inbox
from feltsense.share.qr import LOWER_HALF
from feltsense.share.server import ShareServer
from feltsense.share.session import (
    CheckInsReceived,
    NobodyCame,
    ReceivingFailed,
    ShareSession,
    SharingEnded,
    VisitorCame,
)
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import load_settings
from incoming_records import message
from practising import practice
from running import SINE_PROGRAM, WRONG, Desk, ended, running
from terminal import Terminal

HERE = ("share", "small", "--address", "127.0.0.1")


def sent(address: str, count: int) -> list[str]:
    """Send practices as the page does; return what was confirmed."""
    parts = urlsplit(address)
    now = practice().began_at
    body = message(
        *(replace(practice(number=number), began_at=now + timedelta(days=number)) for number in range(1, count + 1))
    )
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    headers = {"Origin": f"http://{parts.netloc}", "Content-Type": "application/json"}
    connection.request("POST", f"{parts.path}checkins", body, headers)
    answer: dict[str, list[str]] = json.loads(connection.getresponse().read())
    connection.close()
    return answer["received"]


@contextmanager
def shared(desk: Desk, *more: str) -> "Iterator[tuple[subprocess.Popen[str], dict[str, str]]]":
    """Share the small exercise in a process of its own; gives what it told to programs."""
    with running(*HERE, "--json", *more, workspace=desk.folder, program=SINE_PROGRAM) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.communicate()[1]
        yield process, json.loads(line)


def lines_until(lines: IO[str], end: str) -> Iterator[str]:
    """Yield lines up to the one with `end`."""
    for line in lines:
        yield line
        if end in line:
            return
    raise AssertionError(f"“{end}” was never said")


def test_it_shares_takes_check_ins_and_ends_with_ctrl_c(desk: Desk) -> None:
    with shared(desk) as (process, told):
        with urlopen(told["address"]) as page:  # noqa: S310 - our own address
            assert b"connect-src 'self'" in page.read()
        with urlopen(told["feed"]) as feed:  # noqa: S310 - as above
            assert f'url="{told["address"]}audio/'.encode() in feed.read()
        private = [path for path in (data_home() / "cache").iterdir() if path.is_dir()]
        assert [path.stat().st_mode & 0o777 for path in private] == [0o700]
        assert len(sent(told["address"], 3)) == 3
        assert process.stderr is not None
        seen = "".join(lines_until(process.stderr, "3 practices came home."))
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        ran = ended(process)
        assert time.monotonic() - began < 15
    assert ran.code == 0
    assert "3 practices, from 2026-03-03 to 2026-03-05, came from a phone" in ran.err
    assert "feltsense journal received" in ran.err
    assert urlsplit(told["address"]).path.strip("/") not in seen + ran.err
    assert not [path for path in (data_home() / "cache").iterdir() if path.is_dir()]
    assert len(Inbox(data_home()).waiting()) == 3


@pytest.mark.slow
def test_a_signal_ends_it_in_the_middle_of_a_file(desk: Desk) -> None:
    with shared(desk) as (process, told):
        parts = urlsplit(told["address"])
        assert parts.hostname is not None
        with socket.create_connection((parts.hostname, parts.port or 0), timeout=20) as half:
            half.sendall(f"GET {parts.path}folder.jpg HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
            half.recv(100)
            process.send_signal(signal.SIGTERM)
            assert ended(process).code == 143
    assert load_settings(data_home()).share_port == parts.port


def test_in_a_terminal_a_code_is_drawn_and_it_is_asked_at_the_end(desk: Desk) -> None:
    arguments = ("--workspace", str(desk.folder), *HERE)
    with Terminal(*arguments, cwd=desk.folder, program=SINE_PROGRAM, NO_COLOR="") as terminal:
        terminal.until("Ctrl-C ends it")
        address = terminal.line_with("http://127.0.0.1:")
        terminal.until("\x1b[38;5;16;48;5;231m▄")
        sent(address, 1)
        terminal.until("1 practice came home.")
        terminal.press("\x03")
        terminal.until("Bring it into the journal?")
        terminal.press("huh\r")
        terminal.until("Type y for yes, or n for no")
        terminal.until("Bring it into the journal?")
        terminal.press("y\r")
        terminal.until("1 practice brought in")
        assert terminal.ended() == 0
    assert Inbox(data_home()).waiting() == ()


class Stream:
    """Standard error, as somebody has it."""

    def __init__(self, encoding: str = "utf-8", *, terminal: bool = True) -> None:
        self.encoding = encoding
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("stream", "environment", "drawn"),
    [
        (Stream(), {"TERM": "xterm"}, True),
        (Stream(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Stream(), {"TERM": "dumb"}, False),
        (Stream("ascii"), {"TERM": "xterm"}, False),
        (Stream(terminal=False), {"TERM": "xterm"}, False),
    ],
)
def test_a_code_is_drawn_only_where_a_phone_can_read_it(
    monkeypatch: pytest.MonkeyPatch, stream: Stream, environment: dict[str, str], *, drawn: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stderr", stream)
    assert share_runner._draws_in_colour() is drawn


@pytest.mark.parametrize(
    ("columns", "lines", "said"),
    [
        (80, 24, "Scan the code"),
        (32, 24, "33 × 20"),
        (80, 18, "33 × 20"),
        (33, 20, "Scan the code"),
        (60, 19, "Scan the code"),
    ],
)
def test_where_a_code_has_no_room_the_address_is_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int, lines: int, said: str
) -> None:
    address = "http://192.168.178.123:23456/t0k-en_t0k-en_t0k-en__/"
    monkeypatch.setattr(share_runner, "_draws_in_colour", lambda: True)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", str(lines))
    runner = ShareRunner(PhoneRequest(Workspace(Path()), ()), None, None, as_json=False)
    runner._tell_address(address, 1, 1800)
    told = capsys.readouterr()
    assert told.out == f"{address}\n"
    assert said in told.err.replace("\n", " ")
    assert (LOWER_HALF in told.err) is (said == "Scan the code")
    assert "30 minutes" in told.err.replace("\n", " ")
    if LOWER_HALF in told.err:
        below = told.err[told.err.index(LOWER_HALF) :].splitlines()
        assert -(-len(address) // columns) + len(below) + 1 <= lines, "seen whole, with the address"
        runner._tell(NobodyCame())
        drawn_again = capsys.readouterr().err.endswith(told.err[-40:])
        assert drawn_again is (lines < 24), "the words have pushed it off there"
    else:
        assert "run it again" in told.err.replace("\n", " ")


def test_what_is_shared_must_be_said(desk: Desk) -> None:
    ran = desk.run("share")
    assert (ran.code, ran.out) == (2, "")
    assert "--all" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("share", "nothing-like-it"), "nothing-like-it"),
        (("share", "--course", "nothing-like-it"), "no course"),
        (("share", "small", "--address", "home"), "no address"),
        (("share", "small", "--address", "0.0.0.0"), "many addresses"),  # noqa: S104 - refused
        (("share", "small", "--address", "192.0.2.77"), "does not have the address"),
    ],
)
def test_trouble_is_told_before_anything_is_made(desk: Desk, arguments: tuple[str, ...], said: str) -> None:
    ran = desk.run(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert "\n  " in ran.err, "the next step"
    assert not (desk.folder / "audio_cache").exists()


def test_a_port_that_is_in_use_is_told(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        ran = desk.run(*HERE, "--port", str(other.getsockname()[1]), "--json")
    assert ran.code == 1
    assert "is in use" in json.loads(ran.out)["error"]
    assert "another port" in ran.err


def test_a_script_with_errors_is_shown_with_its_line(desk: Desk) -> None:
    desk.write("wrong", WRONG)
    ran = desk.run("share", "small", "wrong", "--address", "127.0.0.1")
    assert ran.code == 1
    assert "puase" in ran.err
    assert "Nothing was made." in ran.err


def test_a_file_that_is_no_script_is_told(desk: Desk) -> None:
    (desk.folder / "noise.md").write_bytes(os.urandom(2000) + b"\xff")
    ran = desk.run("share", str(desk.folder / "noise.md"), "--address", "127.0.0.1")
    assert ran.code == 1
    assert "Traceback" not in ran.err


def test_what_happens_is_told_in_a_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    runner = ShareRunner(PhoneRequest(Workspace(tmp_path), ()), None, None, as_json=False)
    for event in (
        VisitorCame(),
        CheckInsReceived(1),
        CheckInsReceived(1),
        CheckInsReceived(3),
        NobodyCame(),
        ReceivingFailed(IncomingError("No.", "Later.")),
    ):
        runner._tell(event)
    told = capsys.readouterr()
    assert told.out == ""
    assert "Somebody has opened the page.\n1 practice came home.\n3 practices came home.\n" in told.err
    assert "guest Wi-Fi" in told.err
    assert "not kept:\nNo.\n  Later." in told.err


def test_ctrl_c_while_the_address_is_told_is_the_usual_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], phone_folder: PhoneFolder, tmp_path: Path
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    runner = ShareRunner(PhoneRequest(Workspace(tmp_path), (), region="IE"), None, None, as_json=False)
    monkeypatch.setattr(runner, "_tell_address", interrupted)
    session = ShareSession(TakenPlace(ShareServer("127.0.0.1", 0)), runner._events.put)
    try:
        runner._share(session, phone_folder)
    finally:
        session.stop()
    assert capsys.readouterr().err == "\nSharing has ended.\n"


@pytest.mark.parametrize(("region", "told"), [("", True), ("IE", False)])
def test_without_a_country_it_is_told_how_one_is_chosen(
    capsys: pytest.CaptureFixture[str], phone_folder: PhoneFolder, tmp_path: Path, region: str, *, told: bool
) -> None:
    runner = ShareRunner(PhoneRequest(Workspace(tmp_path), (), region=region), None, None, as_json=False)
    session = ShareSession(TakenPlace(ShareServer("127.0.0.1", 0)), runner._events.put)
    runner._events.put(SharingEnded())
    runner._share(session, phone_folder)
    assert ("No country is chosen" in (said := capsys.readouterr().err)) is told
    assert ("country Ireland" in said) is told
