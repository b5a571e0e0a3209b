"""The server: one thread a connection, bounded in time, size and number. It says nothing of who asks for what.

The standard library's own handler knows no ranges, so that browsers cannot seek, and writes addresses into its log.
Here it only takes requests apart; what is answered is decided in `requests`.
"""

import contextlib
import io
import os
import socket
import socketserver
import traceback
from collections.abc import Callable, Sequence
from http import HTTPStatus
from http.client import HTTP_PORT
from http.server import BaseHTTPRequestHandler
from typing import IO, TYPE_CHECKING, Any, Final

from feltsense.errors import FeltsenseError
from feltsense.share.bounded_reader import BoundedReader, TooMuchSentError
from feltsense.share.connections import Connections
from feltsense.share.requests import HttpAnswer, HttpRequest, Site, Upload, answer, json_answer, plain_refusal

if TYPE_CHECKING:
    from feltsense.share.attendance import Attendance

Receive = Callable[[bytes], Sequence[str]]
"""Keeps what a page has sent, and returns the uids of its practices; a `FeltsenseError` for what it does not take."""

_HEADER_S = 20.0
"""Within so long a whole request must have come; also how long a connection may wait for the next one."""
_BODY_S = 20.0
_SEND_S = 20.0
"""Within so long each block must be taken. Players stop reading when they have enough, and come back for the rest."""
_LONGEST_HEADER = 16 * 1024
_EMPTY_LINES = (b"\r\n", b"\n")
_SINGLE = ("host", "origin", "content-type", "content-length", "transfer-encoding", "range", "if-range")
"""Headers that may stand there once only: two readers could take different ones."""

_BLOCK = 64 * 1024
_LINGER_S, _LINGER_BYTES = 2.0, 32 * 1024**2
"""How long, and how much, is still read of what was refused: else many would see a broken connection, no answer."""

_ALWAYS: Final = {
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'none'",
}
_TOO_MANY = plain_refusal(HTTPStatus.SERVICE_UNAVAILABLE).body
_FULL = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Type: text/plain\r\n"
    b"Connection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(_TOO_MANY), _TOO_MANY)
)


class ShareServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """Has one address and port from the start; serves `site` once it is there, and `serve_forever` runs.

    No `HTTPServer`: that one asks the name service for the name of the address.
    """

    daemon_threads = True
    request_queue_size = 64
    allow_reuse_address = os.name == "posix"  # elsewhere it would let two programs have one port

    def __init__(self, address: str, port: int) -> None:
        """Take the port. Who comes before it is served waits.

        Raises:
            OSError: it cannot be had.
        """
        super().__init__((address, port), _Handler, bind_and_activate=False)
        try:
            self.server_bind()
            self.server_activate()  # at once: two that do not listen yet could have one port
        except BaseException:
            self.server_close()
            raise
        self.site: Site | None = None
        self.receive: Receive | None = None
        self.attendance: Attendance | None = None
        self.connections = Connections()

    @property
    def authority(self) -> str:
        """Address and port, as they stand in an address; browsers leave out the port that all have (80)."""
        host, port = str(self.server_address[0]), self.server_address[1]
        return host if port == HTTP_PORT else f"{host}:{port}"

    def process_request(self, request: Any, client_address: Any) -> None:
        """Take a connection on, or say that there are too many."""
        if self.connections.add(request):
            super().process_request(request, client_address)
            return
        with contextlib.suppress(OSError):  # it has gone already
            request.settimeout(0)
            request.sendall(_FULL)
        self.shutdown_request(request)

    def shutdown_request(self, request: Any) -> None:
        """Close a connection."""
        self.connections.remove(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the base's signature
        """Say nothing, unless for a report: the base would write a traceback, with the address of the phone."""
        if os.environ.get("FELTSENSE_DEBUG") == "1":
            traceback.print_exc()


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: ShareServer
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"  # that of 0.9 would have refusals sent without a head
    disable_nagle_algorithm = True  # a short file would wait for the phone to confirm the head

    def setup(self) -> None:
        """Make ready to read within bounds."""
        super().setup()
        self._reader = BoundedReader(self.connection)
        self.rfile.close()
        self.rfile = io.BufferedReader(self._reader)

    def handle_one_request(self) -> None:
        """Answer one request; afterwards `close_connection` tells whether there may be another."""
        self.close_connection = True
        self._head_only = self._unread = False
        self.requestline, self.request_version = "", self.protocol_version
        try:
            request = self._read_request()
            if request is not None:
                self._respond(request)
        except OSError:  # too slow, or gone
            self.close_connection = True
        if not self.close_connection:
            self.server.connections.waiting(self.connection)

    def handle_expect_100(self) -> bool:
        """Wait with “continue” until it is known that the body may come."""
        return True

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - the base's signature
        """Refuse what cannot be taken apart."""
        self.close_connection = self._unread = True
        long = code == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
        self._send(plain_refusal(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE if long else HTTPStatus.BAD_REQUEST))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's signature
        """Log nothing: a log would hold addresses, names and the token."""

    def _read_request(self) -> HttpRequest | None:
        """Return the next request; None where there is none, or none that can be understood (it is answered then)."""
        self._reader.allow(_LONGEST_HEADER, _HEADER_S)
        try:
            self.raw_requestline = self.rfile.readline()
            if self.raw_requestline in _EMPTY_LINES:  # one before a request is allowed
                self.raw_requestline = self.rfile.readline()
            understood = bool(self.raw_requestline) and self.parse_request()
        except TooMuchSentError:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
            return None
        if not understood:
            return None
        self.server.connections.busy(self.connection)
        words, names = self.requestline.split(), [name.lower() for name in self.headers]
        if len(words) != 3 or "host" not in names or any(names.count(name) > 1 for name in _SINGLE):
            self.send_error(HTTPStatus.BAD_REQUEST)
            return None
        # not `self.path`, in which the base has made one slash of two
        return HttpRequest(words[0], words[1], {name.lower(): value.strip() for name, value in self.headers.items()})

    def _respond(self, request: HttpRequest) -> None:
        site = self.server.site
        if site is None:
            return
        self._head_only = request.method == "HEAD"
        found = answer(request, site)
        if isinstance(found, HttpAnswer):
            self._unread = request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers
            self.close_connection = self.close_connection or self._unread
            self._send_visited(found)
            return
        if request.headers.get("expect", "").lower() == "100-continue":
            self.send_response_only(HTTPStatus.CONTINUE)
            self.end_headers()
        self._send_visited(self._received(found))

    def _received(self, upload: Upload) -> HttpAnswer:
        """Read what is sent and hand it on; return what is answered."""
        self._reader.allow(upload.length, _BODY_S)  # a part may be there already
        body = self.rfile.read(upload.length)
        if len(body) < upload.length or self.server.receive is None:
            self.close_connection = True
            return plain_refusal(HTTPStatus.BAD_REQUEST)
        try:
            return json_answer({"received": list(self.server.receive(body))})
        except FeltsenseError:
            return plain_refusal(HTTPStatus.BAD_REQUEST)
        except Exception:  # noqa: BLE001 - whoever keeps it tells the person here; the phone hears that it was not kept
            return plain_refusal(HTTPStatus.INTERNAL_SERVER_ERROR)

    def _send_visited(self, found: HttpAnswer) -> None:
        """Send an answer; while it goes to somebody who knows the token, somebody is here."""
        attendance = self.server.attendance
        with attendance.visit() if attendance and found.status < HTTPStatus.BAD_REQUEST else contextlib.nullcontext():
            self._send(found)

    def _send(self, found: HttpAnswer) -> None:
        """Send an answer, within the time that each block of it may take.

        Raises:
            OSError: it is not taken.
        """
        source = _opened(found)
        if source is None:
            self._send(plain_refusal(HTTPStatus.NOT_FOUND))
            return
        self.connection.settimeout(_SEND_S)
        with source:
            self._send_head(found)
            if not self._head_only:
                self._send_body(source, found.length)
        if self._unread:
            self._linger()

    def _send_head(self, found: HttpAnswer) -> None:
        self.send_response_only(found.status)  # not `send_response`, which says what program this is
        self.send_header("Date", self.date_time_string())
        for name, value in (_ALWAYS | dict(found.headers)).items():
            self.send_header(name, value)
        if found.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(found.length))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def _send_body(self, source: IO[bytes], length: int) -> None:
        left = length
        while left:
            block = source.read(min(_BLOCK, left))
            if not block:  # the file has become shorter: who waits for the rest must see that there is none
                self.close_connection = True
                return
            self.connection.sendall(block)
            left -= len(block)

    def _linger(self) -> None:
        """Read on a little before closing: closing on what is unread breaks the connection under the answer."""
        self.server.connections.waiting(self.connection)  # it makes room for others
        with contextlib.suppress(OSError, TooMuchSentError):
            self.connection.shutdown(socket.SHUT_WR)
            self._reader.allow(_LINGER_BYTES, _LINGER_S)
            while self.rfile.read1(_BLOCK):
                pass


def _opened(found: HttpAnswer) -> IO[bytes] | None:
    """Return what is sent, at its first byte; None where the file has gone."""
    content = found.body if found.file is None else found.file.content
    try:
        file = io.BytesIO(content) if isinstance(content, bytes) else content.open("rb", buffering=0)
    except OSError:
        return None
    file.seek(found.first)
    return file
