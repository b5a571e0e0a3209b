"""Makes a folder for the phone and shares it, on a thread of its own; tells how far it is."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import FeltsenseError, as_told
from feltsense.phone.folder import build_phone_folder
from feltsense.phone.model import PhoneRequest, PhoneStep
from feltsense.render.job import RenderPhase
from feltsense.share.address import take_place
from feltsense.share.inbox import Inbox
from feltsense.share.phone_site import folder_to_share, serve_folder
from feltsense.share.session import ShareEvent, ShareSession, SharingEnded

_PATIENCE = 2.0
"""Seconds that leaving the player waits for what was made to be removed; else the next sharing removes it."""


@dataclass(frozen=True, slots=True)
class MakingStep:
    """What is made now, and how far it is."""

    name: str
    number: int
    """From 1."""
    count: int
    percent: int
    """Of this one: speaking is the first half, writing the second."""


@dataclass(frozen=True, slots=True)
class SharingBegan:
    """A phone can come now."""

    address: str
    minutes: int
    """So long without anybody, and it ends by itself."""
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharingFailed:
    """It cannot be shared."""

    error: FeltsenseError


SharingNews = MakingStep | SharingBegan | SharingFailed | ShareEvent


class _StoppedError(FeltsenseError):
    """Somebody has ended it while it was made."""


class PhoneSharing:
    """One sharing, from making to its end.

    Args:
        request: what is shared.
        home: the data folder, with settings and inbox.
        tell: is told what happens, from other threads; it must not wait for them.
        before: the one before, which is ended first: both have the same port.
    """

    def __init__(
        self,
        request: PhoneRequest,
        home: Path,
        tell: Callable[[SharingNews], None],
        before: "PhoneSharing | None" = None,
    ) -> None:
        self._request = request
        self._home = home
        self._tell = tell
        self._before = before
        self._ending = threading.Event()
        self._made: MakingStep | None = None
        self._thread = threading.Thread(target=self._run, name="feltsense phone", daemon=True)

    def start(self) -> None:
        """Begin. Comes back at once."""
        self._thread.start()

    def stop(self) -> None:
        """End it, without waiting. Calling it twice is fine."""
        self._ending.set()

    def close(self, patience: float | None = _PATIENCE) -> None:
        """End it, and wait until what was made is removed; so many seconds at most, None for as long as it takes."""
        self.stop()
        if self._thread.is_alive():
            self._thread.join(patience)

    def _run(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            before.close(None)
        try:
            self._share()
        except _StoppedError:
            return
        except Exception as error:  # noqa: BLE001 - a mistake of ours is told, too: the player goes on without sharing
            if not self._ending.is_set():
                self._tell(SharingFailed(as_told(error)))

    def _share(self) -> None:
        session = ShareSession(take_place(self._home), self._hear)
        try:
            with folder_to_share() as folder:
                made = build_phone_folder(self._request, folder, self._step)
                idle_s = serve_folder(session, made, Inbox(self._home), self._request.workspace)
                self._tell(SharingBegan(session.address, round(idle_s / 60), (*made.notes, *session.notes)))
                self._ending.wait()
                session.stop()
        finally:
            session.stop()

    def _hear(self, event: ShareEvent) -> None:
        self._tell(event)
        if isinstance(event, SharingEnded):
            self._ending.set()

    def _step(self, step: PhoneStep) -> None:
        """Tell how far it is, where that is something new.

        Raises:
            _StoppedError: it was ended.
        """
        if self._ending.is_set():
            raise _StoppedError("ended")
        part = step.done / step.total if step.total else 1.0
        percent = int(50 * part) + (50 if step.phase is RenderPhase.WRITING else 0)
        made = MakingStep(step.name, step.number, step.count, percent)
        if made != self._made:
            self._made = made
            self._tell(made)
