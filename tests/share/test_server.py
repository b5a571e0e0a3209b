"""The server over real sockets: slow, many, broken and hostile clients. Nothing leaves this machine."""

import contextlib
import io
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sharing import PAGE, SOUND, SOUND_PATH, Shared, received, sharing

from feltsense.errors import ShareError
from feltsense.share import server as server_module
from feltsense.share.connections import MOST_CONNECTIONS
from feltsense.share.incoming import MOST_BYTES
from null_sink import until


@pytest.fixture(scope="module")
def shared() -> Iterator[Shared]:
    with sharing() as made:
        yield made


def test_the_page_and_what_is_always_told(shared: Shared) -> None:
    reply = shared.ask()
    assert (reply.status, reply.body) == (200, PAGE)
    assert reply.headers["cache-control"] == "private, no-cache"
    assert reply.headers["referrer-policy"] == "no-referrer"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    assert "server" not in reply.headers
    assert "last-modified" not in reply.headers


@pytest.mark.parametrize(
    ("asked", "status", "first", "end"),
    [
        ("bytes=0-1", 206, 0, 2),
        ("bytes=100000-", 206, 100_000, 102_400),
        ("bytes=-7", 206, 102_393, 102_400),
        ("bytes=-999999", 206, 0, 102_400),
        ("bytes=3-1", 200, 0, 102_400),
        ("bytes=0-1,5-6", 200, 0, 102_400),
        ("lines=1-2", 200, 0, 102_400),
    ],
)
def test_parts_of_a_file(shared: Shared, asked: str, status: int, first: int, end: int) -> None:
    reply = shared.ask(SOUND_PATH, headers={"Range": asked})
    assert (reply.status, reply.body) == (status, SOUND[first:end])
    assert reply.headers["content-length"] == str(end - first)
    assert reply.headers["accept-ranges"] == "bytes"
    if status == 206:
        assert reply.headers["content-range"] == f"bytes {first}-{end - 1}/102400"


def test_a_part_behind_the_end(shared: Shared) -> None:
    reply = shared.ask(SOUND_PATH, headers={"Range": "bytes=102400-"})
    assert (reply.status, reply.headers["content-range"]) == (416, "bytes */102400")
    assert reply.headers["content-length"] == str(len(reply.body))


def test_heads_have_no_body(shared: Shared) -> None:
    for path, length in ((SOUND_PATH, "102400"), ("empty.txt", "0"), ("nothing", "23")):
        reply = shared.ask(path, "HEAD")
        assert (reply.headers["content-length"], reply.body) == (length, b"")


def test_what_is_known_is_not_sent_again(shared: Shared) -> None:
    etag = shared.ask().headers["etag"]
    reply = shared.ask(headers={"If-None-Match": etag})
    assert (reply.status, reply.body, reply.headers["etag"]) == (304, b"", etag)
    assert "content-length" not in reply.headers


def test_one_connection_serves_many_requests(shared: Shared) -> None:
    head = f"Host: {shared.server.authority}\r\n"
    first = f"GET /{shared.token}/ HTTP/1.1\r\n{head}\r\n"
    last = f"GET /{shared.token}/ HTTP/1.1\r\n{head}Connection: close\r\n\r\n"
    answered = shared.raw((first * 3 + "\r\n" + last).encode())
    assert answered.count(b"HTTP/1.1 200 OK") == answered.count(PAGE) == 4


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET /\r\n\r\n", b"400"),
        (b"GET / HTTP/2.0\r\n\r\n", b"400"),
        (b"GET / FTP\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"400"),
        (b"\x00\xff\xfe garbage\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: HERE\r\nHost: HERE\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"421"),
        (b"BREW / HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n", b"405"),
        (b"GET //TOKEN/ HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n", b"404"),
        (b"GET /TOKEN/..\\x HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n", b"404"),
        (b"GET /TOKEN/\0 HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n", b"404"),
        (b"GET http://HERE/TOKEN/ HTTP/1.0\r\nHost: HERE\r\n\r\n", b"200"),
        (b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: HERE\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: HERE\r\n" + b"X: y\r\n" * 200 + b"\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: HERE\r\nX: " + b"y" * 20_000 + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: HERE\r\nContent-Length: 4\r\n\r\nGET ", b"404"),
        (b"POST /TOKEN/checkins HTTP/1.1\r\nHost: HERE\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"403"),
    ],
    ids=lambda sent: sent[:24].decode("latin-1"),
)
def test_what_browsers_never_send(shared: Shared, sent: bytes, status: bytes) -> None:
    wanted = sent.replace(b"HERE", shared.server.authority.encode()).replace(b"TOKEN", shared.token.encode())
    with shared.connect() as connection:
        connection.sendall(wanted)
        connection.shutdown(socket.SHUT_WR)
        answered = received(connection)
    assert answered.split(b" ")[1] == status
    assert answered.count(b"HTTP/1.1 ") == 1
    assert b"Traceback" not in answered
    assert b"feltsense" not in answered.lower()


def test_check_ins_are_taken_and_told(shared: Shared) -> None:
    shared.bodies.clear()
    reply = shared.ask("checkins", "POST", b'{"form": 1}', shared.json)
    assert (reply.status, reply.body) == (200, b'{"received": ["' + b"0" * 32 + b'"]}')
    assert shared.bodies == [b'{"form": 1}']


def test_a_client_that_waits_for_leave_to_send(shared: Shared) -> None:
    head = "".join(f"{name}: {value}\r\n" for name, value in shared.json.items())
    with shared.connect() as connection:
        connection.sendall(
            f"POST /{shared.token}/checkins HTTP/1.1\r\nHost: {shared.server.authority}\r\n{head}"
            "Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n".encode()
        )
        assert connection.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"{}")
        assert received(connection).startswith(b"HTTP/1.1 200 OK\r\n")


@pytest.mark.parametrize("length", [MOST_BYTES + 1, 20_000_000])
def test_too_much_is_refused_and_the_refusal_arrives(shared: Shared, length: int) -> None:
    shared.bodies.clear()
    for body in (bytes(length), io.BytesIO(bytes(length))):
        headers = {**shared.json, "Content-Length": str(length)}
        reply = shared.ask("checkins", "POST", body, headers)  # type: ignore[arg-type]  # http.client takes files, too
        assert (reply.status, reply.headers["connection"]) == (413, "close")
    assert shared.bodies == []


def test_a_message_that_breaks_off_is_not_taken(shared: Shared) -> None:
    shared.bodies.clear()
    head = "".join(f"{name}: {value}\r\n" for name, value in shared.json.items())
    request = (
        f"POST /{shared.token}/checkins HTTP/1.1\r\nHost: {shared.server.authority}\r\n{head}Content-Length: 9\r\n"
    )
    with shared.connect() as connection:
        connection.sendall(f"{request}\r\n{{}}".encode())
        connection.shutdown(socket.SHUT_WR)
        assert received(connection).startswith(b"HTTP/1.1 400 ")
    assert shared.bodies == []


@pytest.mark.parametrize(
    ("error", "status"), [(ShareError("A secret place."), 400), (OSError(28, "No space left"), 500), (KeyError(), 500)]
)
def test_what_is_not_kept_is_not_confirmed(error: Exception, status: int) -> None:
    def refuse(_body: bytes) -> list[str]:
        raise error

    with sharing(receive=refuse) as made:
        reply = made.ask("checkins", "POST", b"{}", made.json)
    assert reply.status == status
    assert b"secret" not in reply.body


def test_a_file_that_has_gone_or_become_shorter(tmp_path: Path) -> None:
    gone, shorter = tmp_path / "a.mp3", tmp_path / "b.mp3"
    gone.write_bytes(b"abc")
    shorter.write_bytes(b"a" * 100)
    with sharing({"a.mp3": gone, "b.mp3": shorter}) as made:
        gone.unlink()
        shorter.write_bytes(b"a" * 10)
        assert made.ask("a.mp3").status == 404
        ended = made.raw(f"GET /{made.token}/b.mp3 HTTP/1.1\r\nHost: {made.server.authority}\r\n\r\n".encode())
    assert ended.endswith(b"\r\n\r\n" + b"a" * 10)


def test_fifty_listeners_at_once(shared: Shared) -> None:
    with ThreadPoolExecutor(50) as pool:
        replies = list(pool.map(lambda _: shared.ask(SOUND_PATH), range(100)))
    assert {(reply.status, reply.body == SOUND) for reply in replies} == {(200, True)}


def test_silent_clients_keep_nobody_out() -> None:
    with sharing() as made:
        silent = [made.connect() for _ in range(MOST_CONNECTIONS + 20)]
        until(lambda: len(made.server.connections) == MOST_CONNECTIONS)
        for _ in range(3):
            assert made.ask().status == 200
        assert len(made.server.connections) <= MOST_CONNECTIONS
        for each in silent:
            each.close()
        until(lambda: not len(made.server.connections))


def test_where_all_are_busy_it_is_said_so(tmp_path: Path) -> None:
    endless = tmp_path / "long.mp3"
    with endless.open("wb") as file:
        file.truncate(50_000_000)
    with sharing({"long.mp3": endless, "index.html": PAGE}) as made:
        asked = f"GET /{made.token}/long.mp3 HTTP/1.1\r\nHost: {made.server.authority}\r\n\r\n".encode()
        busy = [made.connect() for _ in range(MOST_CONNECTIONS)]
        for each in busy:
            each.sendall(asked)
            assert each.recv(12) == b"HTTP/1.1 200"
        reply = made.raw(b"")
        assert reply.startswith(b"HTTP/1.1 503 ")
        assert b"Retry-After: 5" in reply
        busy.pop().close()
        until(lambda: len(made.server.connections) < MOST_CONNECTIONS)
        assert made.ask().status == 200
        began = time.monotonic()
        made.session.stop()
        assert time.monotonic() - began < 5  # a hundredth of it, on a machine at rest
        for each in busy:
            each.close()


def test_a_header_must_be_there_in_time_however_it_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "_HEADER_S", 0.2)
    with sharing() as made, made.connect() as connection:
        ended = threading.Event()

        def trickle() -> None:
            try:
                while not ended.wait(0.02):
                    connection.sendall(b"G")
            except OSError:
                pass

        thread = threading.Thread(target=trickle)
        thread.start()
        began = time.monotonic()
        with contextlib.suppress(ConnectionResetError):
            assert received(connection) == b""
        ended.set()
        thread.join()
        assert time.monotonic() - began < 5
        assert made.ask().status == 200


def test_who_takes_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(server_module, "_SEND_S", 0.1)
    endless = tmp_path / "long.mp3"
    with endless.open("wb") as file:
        file.truncate(50_000_000)
    with sharing({"long.mp3": endless}) as made, made.connect() as connection:
        connection.sendall(f"GET /{made.token}/long.mp3 HTTP/1.1\r\nHost: {made.server.authority}\r\n\r\n".encode())
        assert connection.recv(12) == b"HTTP/1.1 200"
        until(lambda: not len(made.server.connections))
        assert made.ask("long.mp3", headers={"Range": "bytes=49999999-"}).body == b"\0"


def test_the_port_that_all_have_is_left_out_as_browsers_leave_it_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else every request would be one for another host: `Host` and `Origin` do not name port 80."""
    with server_module.ShareServer("127.0.0.1", 0) as server:
        assert server.authority == f"127.0.0.1:{server.server_address[1]}"
        monkeypatch.setattr(server, "server_address", ("127.0.0.1", 80))
        assert server.authority == "127.0.0.1"


def test_nothing_is_logged(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    endless = tmp_path / "long.mp3"
    with endless.open("wb") as file:
        file.truncate(50_000_000)
    with sharing({"long.mp3": endless}) as made:
        made.ask("a%20name")
        made.ask("checkins", "POST", b"{}", made.json)
        made.raw(b"\xff\r\n\r\n")
        with made.connect() as connection:  # and one that goes in the middle
            connection.sendall(f"GET /{made.token}/long.mp3 HTTP/1.1\r\nHost: {made.server.authority}\r\n\r\n".encode())
            connection.recv(100)
        until(lambda: not len(made.server.connections))
    assert capfd.readouterr() == ("", "")
