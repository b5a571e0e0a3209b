"""Shares exercises for the command line, and tells what happens until it ends."""

import json
import os
import queue
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from feltsense.cli.diagnostics import expect_sound_scripts
from feltsense.cli.output import echo, echo_drawing, failure_record, show_error
from feltsense.cli.plain.support import country_note
from feltsense.cli.progress import PhoneProgressBar
from feltsense.cli.received import offer_waiting, them
from feltsense.cli.wrapping import wrap_lines, wrap_text
from feltsense.errors import FeltsenseError
from feltsense.journal.summary import practices_in_words
from feltsense.phone.feed import FEED_FILE
from feltsense.phone.folder import build_phone_folder
from feltsense.phone.model import PhoneFolder, PhoneRequest
from feltsense.share.address import parse_address, take_place
from feltsense.share.inbox import Inbox, waiting_in_words
from feltsense.share.phone_site import folder_to_share, serve_folder
from feltsense.share.qr import LOWER_HALF, QrRows, qr_lines, qr_rows
from feltsense.share.session import (
    NOBODY_CAME,
    CheckInsReceived,
    NobodyCame,
    ReceivingFailed,
    ShareEvent,
    ShareSession,
    SharingEnded,
    VisitorCame,
)
from feltsense.system.paths import data_home

_SCAN = (
    "Scan the code with a phone in the same Wi-Fi, or type the address there. The page opens in the phone's browser."
)
_TYPE = "Type the address on a phone in the same Wi-Fi. The page opens in the phone's browser."
_SMALL = "A window of {} × {} shows a QR code, too: make this one larger, and run it again."
_FEED = "A podcast app takes it with {} at its end, while this runs."
_ENDS = "Ctrl-C ends it; so do {:.0f} minutes without anybody."
_CURSOR = 1
"""Rows below the code, in which the cursor stands."""
_PLAIN_TERMINALS = ("dumb", "unknown")
_WAKE_S = 0.5
"""How long is waited at a stretch: where Ctrl-C does not end a wait, as on Windows, it is heard so soon."""


class ShareRunner:
    """Makes the folder, shares it, and brings home what comes."""

    def __init__(
        self,
        request: PhoneRequest,
        address: str | None,
        port: int | None,
        *,
        same_address: bool | None = None,
        as_json: bool,
    ) -> None:
        self._request = request
        self._address = address
        self._port = port
        self._same_address = same_address
        self._as_json = as_json
        self._inbox = Inbox(data_home())
        self._events: queue.SimpleQueue[ShareEvent] = queue.SimpleQueue()
        self._drawn: QrRows = ()
        """The code, where it was drawn."""
        self._came = 0
        """So many practices have come home."""

    def run(self) -> bool:
        """Share until it ends; return whether it went well. What came and was not brought in waits."""
        try:
            expect_sound_scripts(self._request.names, self._request.workspace)
            host = parse_address(self._address) if self._address else None
            session = ShareSession(
                take_place(data_home(), host, self._port, same_address=self._same_address), self._events.put
            )
        except FeltsenseError as error:
            return self._failed(error)
        try:
            with folder_to_share() as folder:
                self._share(session, self._made(folder))
        except FeltsenseError as error:
            return self._failed(error)
        finally:
            session.stop()
        self._bring_in()
        return True

    def _made(self, folder: Path) -> PhoneFolder:
        with PhoneProgressBar() as bar:
            return build_phone_folder(self._request, folder, bar.tell)

    def _share(self, session: ShareSession, made: PhoneFolder) -> None:
        """Serve a folder until Ctrl-C, or until nobody has asked for anything for long."""
        idle_s = serve_folder(session, made, self._inbox, self._request.workspace)
        try:
            where = "" if self._as_json else country_note(self._request.region)
            for note in filter(None, (*made.notes, where, *session.notes)):
                _narrate(note)
            self._tell_address(session.address, len(made.tracks), idle_s)
            while not isinstance(event := self._next_event(), SharingEnded):
                self._tell(event)
            _narrate("Nobody has asked for anything for a while. Sharing has ended.")
        except KeyboardInterrupt:  # the usual way to end it
            _narrate("\nSharing has ended.")
        session.stop()
        with suppress(queue.Empty):  # what came in the last moment
            while True:
                self._tell(self._events.get_nowait())

    def _next_event(self) -> ShareEvent:
        while True:
            with suppress(queue.Empty):
                return self._events.get(timeout=_WAKE_S)

    def _tell_address(self, address: str, count: int, idle_s: float) -> None:
        if self._as_json:
            echo(json.dumps({"ok": True, "address": address, "feed": address + FEED_FILE, "exercises": count}))
            sys.stdout.flush()
            return
        rows = qr_rows(address) if _draws_in_colour() else ()
        fits = bool(rows) and _has_room(rows, address)
        _narrate(_SCAN if fits else _TYPE)
        _narrate(_FEED.format(FEED_FILE))
        _narrate(_ENDS.format(idle_s / 60))
        if rows and not fits:
            _narrate(_SMALL.format(len(rows[0]), _rows_needed(rows, address, len(rows[0]))))
        echo(address)
        if fits:  # the last, so that no words push it off the screen
            self._drawn = rows
            echo_drawing(qr_lines(rows))

    def _tell(self, event: ShareEvent) -> None:
        if isinstance(event, VisitorCame):
            _narrate("Somebody has opened the page.")
        elif isinstance(event, NobodyCame):
            _narrate(NOBODY_CAME)
            if self._drawn and not _has_room(self._drawn, "", below=NOBODY_CAME):
                echo_drawing(qr_lines(self._drawn))  # the words have pushed it off
        elif isinstance(event, CheckInsReceived):
            if event.count > self._came:
                self._came = event.count
                _narrate(f"{practices_in_words(event.count)} came home.")
        elif isinstance(event, ReceivingFailed):
            _narrate("Something came from a phone and was not kept:")
            show_error(event.error)

    def _bring_in(self) -> None:
        """Show what waits, and ask whether it is to be brought into the journal."""
        waiting = self._inbox.waiting()
        if not waiting:
            return
        wait = "waits" if len(waiting) == 1 else "wait"
        _narrate(f"{waiting_in_words(waiting)}, came from a phone and {wait} to be brought in.")
        if self._as_json:
            _narrate(f"feltsense journal received brings {them(len(waiting))} in.")
        else:
            offer_waiting(self._inbox, waiting)

    def _failed(self, error: FeltsenseError) -> bool:
        if self._as_json:
            echo(json.dumps(failure_record(error)))
        show_error(error)
        return False


def _narrate(text: str) -> None:
    for line in text.split("\n"):
        echo(wrap_text(line), err=True)


def _draws_in_colour() -> bool:
    """Tell whether a terminal is there that shows colours and half blocks; without colours no phone reads a code."""
    encoding = sys.stderr.encoding or "ascii"
    try:
        LOWER_HALF.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in _PLAIN_TERMINALS


def _has_room(rows: QrRows, address: str, *, below: str = "") -> bool:
    """Tell whether a code is seen whole, with the address above it and words below it."""
    size = shutil.get_terminal_size()
    needed = _rows_needed(rows, address, size.columns) + len(wrap_lines(below))
    return size.columns >= len(rows[0]) and size.lines >= needed


def _rows_needed(rows: QrRows, address: str, columns: int) -> int:
    return -(-len(address) // columns) + len(rows) + _CURSOR
