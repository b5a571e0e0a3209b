"""A server on this machine alone, and a plain client that sends what browsers never would."""

import http.client
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import IPv4Address
from pathlib import Path
from urllib.parse import urlsplit

from feltsense.playback.clock import Clock, Loop, Step
from feltsense.share.address import TakenPlace
from feltsense.share.content import served_files
from feltsense.share.server import Receive, ShareServer
from feltsense.share.session import ShareEvent, ShareSession

HERE = IPv4Address("127.0.0.1")
PAGE = b"<!doctype html><title>Here</title><p>Hello."
SOUND = bytes(range(256)) * 400
"""102 400 bytes that tell where they stand."""

FILES: Mapping[str, bytes | Path] = {"index.html": PAGE, "audio/Feet – 3 min.mp3": SOUND, "empty.txt": b""}
SOUND_PATH = "audio/Feet%20%E2%80%93%203%20min.mp3"


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    """By their names in small letters."""
    body: bytes


@dataclass
class Shared:
    """A session under way, what it told, and what it was sent."""

    session: ShareSession
    server: ShareServer
    events: list[ShareEvent] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return f"http://{self.server.authority}"

    @property
    def token(self) -> str:
        return urlsplit(self.session.address).path.strip("/")

    @property
    def json(self) -> dict[str, str]:
        """The headers with which our page sends."""
        return {"Origin": self.origin, "Content-Type": "application/json"}

    def connect(self) -> socket.socket:
        return socket.create_connection(self.server.server_address[:2], timeout=20)  # type: ignore[arg-type]

    def ask(
        self, path: str = "", method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        """Ask for a path below the token."""
        return self.ask_target(f"/{self.token}/{path}", method, body, headers)

    def ask_target(
        self, target: str, method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        connection = http.client.HTTPConnection(self.server.authority, timeout=20)
        try:
            connection.request(method, target, body, dict(headers or {}))
            answered = connection.getresponse()
            found = {name.lower(): value for name, value in answered.getheaders()}
            return Reply(answered.status, found, answered.read())
        finally:
            connection.close()

    def raw(self, sent: bytes) -> bytes:
        """Send bytes, and return all that comes until the server closes."""
        with self.connect() as connection:
            connection.sendall(sent)
            return received(connection)


def received(connection: socket.socket) -> bytes:
    parts = []
    while part := connection.recv(1 << 16):
        parts.append(part)
    return b"".join(parts)


class StillLoop:
    """A loop that a test turns."""

    def __init__(self, step: Step) -> None:
        self.turn = step

    def wake(self) -> None:
        pass

    def stop(self, patience: float) -> None:
        pass


class StillClock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = 100.0
        self.loops: dict[str, StillLoop] = {}

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += seconds

    def start(self, name: str, step: Step) -> Loop:
        self.loops[name] = StillLoop(step)
        return self.loops[name]


@contextmanager
def sharing(
    files: Mapping[str, bytes | Path] = FILES,
    receive: Receive | None = None,
    *,
    clock: Clock | None = None,
) -> Iterator[Shared]:
    """Share files on a free port of this machine alone."""
    events: list[ShareEvent] = []
    bodies: list[bytes] = []

    def keep(body: bytes) -> Sequence[str]:
        bodies.append(body)
        return receive(body) if receive else ["0" * 32]

    server = ShareServer(str(HERE), 0)
    session = ShareSession(TakenPlace(server), events.append, clock)
    session.start(served_files(files), keep)
    try:
        yield Shared(session, server, events, bodies)
    finally:
        session.stop()
