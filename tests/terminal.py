"""The program in a real terminal: a pseudo-terminal with a size, keys that are pressed, and what was drawn."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from running import PROGRAM

_PATIENCE = 60.0


def _own_terminal() -> None:
    """Make standard input the terminal that keys such as Ctrl-C belong to; run in the new process."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A program in a terminal of its own."""

    def __init__(
        self,
        *arguments: str,
        cwd: Path,
        size: tuple[int, int] = (80, 24),
        program: Sequence[str] = PROGRAM,
        **environment: str,
    ) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.drawn = b""
        """Everything that was written so far."""
        self._found = 0
        self.process = subprocess.Popen(
            [*program, *arguments],
            cwd=cwd,
            env={**os.environ, "TERM": "xterm-256color", **environment},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_own_terminal,  # noqa: PLW1509 - no threads are started before it
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the window. Calling it twice is fine."""
        if self._ours >= 0:
            os.close(self._ours)
            self._ours = -1

    def press(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def until(self, text: str) -> None:
        """Read until `text` is drawn, behind what the last call found."""
        wanted, begin = text.encode(), self._found
        deadline = time.monotonic() + _PATIENCE
        while wanted not in self.drawn[begin:]:
            assert time.monotonic() < deadline, f"{text!r} was not drawn, but {self.drawn[-2000:]!r}"
            assert self._read(), f"it ended without {text!r}: {self.drawn[-2000:]!r}"
        self._found = self.drawn.index(wanted, begin) + len(wanted)

    def line_with(self, text: str) -> str:
        """Read until a whole line with `text` is drawn, and return that line without the blanks around it."""
        self.until(text)
        begin = self.drawn.rindex(b"\n", 0, self._found) + 1
        self.until("\n")
        return self.drawn[begin : self._found].decode().strip()

    def settle(self) -> None:
        """Read until nothing has been drawn for a moment."""
        while self._chunk(0.3):
            pass

    def drain(self, seconds: float) -> None:
        """Read for so long, as a terminal does."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._chunk(0.1)

    def answered(self, keys: str) -> float:
        """Press keys; return the seconds until something is drawn."""
        begin = time.monotonic()
        self.press(keys)
        while not self._chunk(0.01):
            assert time.monotonic() < begin + _PATIENCE, f"no answer to {keys!r}"
        return time.monotonic() - begin

    def ended(self) -> int:
        """Read to the end, and return the exit code."""
        deadline = time.monotonic() + _PATIENCE
        while self._read():
            assert time.monotonic() < deadline, f"it does not end: {self.drawn[-500:]!r}"
        return self.process.wait(timeout=_PATIENCE)

    def _read(self) -> bool:
        """Read what there is; False when there will be no more."""
        return bool(self._chunk(0.5)) or self.process.poll() is None

    def _chunk(self, seconds: float) -> bytes:
        """Return what is drawn within so many seconds; empty when nothing is."""
        ready, _, _ = select.select([self._ours], [], [], seconds)
        try:
            chunk = os.read(self._ours, 65536) if ready else b""
        except OSError:  # Linux's way to say that the other end is closed
            chunk = b""
        self.drawn += chunk
        return chunk
