"""Sharing from beginning to end: what is served, to whom an address is given, and what happens meanwhile.

It builds nothing itself. A session has its address as soon as it is made, so that a feed can be written with it, and
answers once it is started. All methods may be called from any thread.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from feltsense.errors import FeltsenseError, as_told
from feltsense.playback.clock import Clock, Loop, SystemClock
from feltsense.share.address import TakenPlace
from feltsense.share.attendance import Attendance
from feltsense.share.content import ServedFile
from feltsense.share.requests import Site
from feltsense.share.server import Receive

IDLE_S: Final = 30 * 60.0
"""So long after the last request sharing ends by itself."""
LONELY_S: Final = 60.0
"""So long after the start it is told what to look at, where nobody has come."""

NOBODY_CAME: Final = (
    "Nobody has come yet. Some things to look at: is the phone in the same Wi-Fi as this machine? "
    "A guest Wi-Fi often keeps phones apart. A firewall here may ask before it lets others in. "
    "A VPN, here or on the phone, can lead elsewhere."
)
"""What is told then."""

_LOOK_S = 0.5
_POLL_S = 0.1
_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class VisitorCame:
    """Somebody has opened the page, for the first time."""


@dataclass(frozen=True, slots=True)
class NobodyCame:
    """Nobody has within a minute; see `NOBODY_CAME`."""


@dataclass(frozen=True, slots=True)
class CheckInsReceived:
    """Practices have come from a phone, and are kept."""

    count: int
    """So many since sharing began; what came several times counts once."""


@dataclass(frozen=True, slots=True)
class ReceivingFailed:
    """Practices have come that could not be kept. They stay on the phone, which will send them again."""

    error: FeltsenseError


@dataclass(frozen=True, slots=True)
class SharingEnded:
    """Nobody has asked for anything for long, and it has ended by itself."""


ShareEvent = VisitorCame | NobodyCame | CheckInsReceived | ReceivingFailed | SharingEnded
ShareListener = Callable[[ShareEvent], None]
"""Is told what happens, from threads of the session; it must not wait for other threads."""


class ShareSession:
    """A server for one place.

    Args:
        place: where; see `address.take_place`. It is closed by `stop`.
        notify: is told what happens.
        clock: for tests.
    """

    def __init__(self, place: TakenPlace, notify: ShareListener, clock: Clock | None = None) -> None:
        self._server = place.server
        self._notify = notify
        self._idle_s = IDLE_S
        self._clock = clock or SystemClock()
        self._site = Site(self._server.authority, place.token)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._loop: Loop | None = None
        self._stopped = False
        self._told: set[type[ShareEvent]] = set()
        self._came: set[str] = set()
        self.notes = place.notes
        """What is to be told about the address."""

    @property
    def address(self) -> str:
        """The address of the page, ending in a slash; all others are below it."""
        return self._site.url

    def start(self, files: Mapping[str, ServedFile], receive: Receive | None = None, *, idle_s: float = IDLE_S) -> None:
        """Serve `files` from now on.

        Args:
            files: by their names below the address; see `content.served_files`.
            receive: keeps what pages send; None where nothing is taken.
            idle_s: after so many seconds without a request it ends by itself.
        """
        with self._lock:
            if self._stopped or self._thread:
                return
            self._idle_s, server = idle_s, self._server
            server.site = replace(self._site, files=dict(files), takes_check_ins=receive is not None)
            server.receive = self._receiving(receive) if receive else None
            server.attendance = Attendance(self._clock.now)
            self._thread = threading.Thread(
                target=server.serve_forever, args=(_POLL_S,), name="feltsense share", daemon=True
            )
            self._thread.start()
            self._loop = self._clock.start("share attendance", self._look)

    def stop(self) -> None:
        """End it, also what is half sent. Calling it twice is fine."""
        self._ended()

    def _ended(self) -> bool:
        """End it; False where it was ended before."""
        with self._lock:
            if self._stopped:
                return False
            self._stopped = True
            thread, loop = self._thread, self._loop
        if thread:
            self._server.shutdown()
            thread.join(_PATIENCE)
        self._server.server_close()
        self._server.connections.end_all()
        if loop:
            loop.stop(_PATIENCE)
        return True

    def _look(self) -> float | None:
        """Tell what is due; return when to look again."""
        attendance = self._server.attendance
        if self._stopped or attendance is None:
            return None
        if attendance.came:
            self._tell_once(VisitorCame())
        elif attendance.waited_s() >= LONELY_S:
            self._tell_once(NobodyCame())
        if attendance.quiet_s() < self._idle_s:
            return _LOOK_S
        if self._ended():
            self._notify(SharingEnded())
        return None

    def _tell_once(self, event: ShareEvent) -> None:
        if type(event) not in self._told:
            self._told.add(type(event))
            self._notify(event)

    def _receiving(self, receive: Receive) -> Receive:
        """Return `receive`, with what comes of it told."""

        def received(body: bytes) -> Sequence[str]:
            try:
                uids = receive(body)
            except Exception as error:
                self._notify(ReceivingFailed(as_told(error)))
                raise
            with self._lock:
                self._came.update(uids)
                count = len(self._came)
            self._notify(CheckInsReceived(count))
            return uids

        return received
