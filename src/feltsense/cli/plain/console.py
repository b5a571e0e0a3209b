"""Lines in and out. Input is read on a thread of its own, so that a practice goes on while nobody types."""

import os
import queue
import sys
import threading

from feltsense.cli.output import echo
from feltsense.cli.wrapping import wrap_text
from feltsense.system.console_encoding import decode_console

_LOOK = 0.2
"""Seconds between two looks for a line, so that Ctrl-C is heard everywhere."""


class Console:
    """Standard input and output, line by line."""

    def __init__(self) -> None:
        self.interactive = sys.stdin is not None and sys.stdin.isatty()
        """Whether somebody sits there: only then are lines that come while playing meant as commands."""
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._reading = False
        self._ended = False

    def write(self, text: str = "") -> None:
        """Print a text, a line each as it stands."""
        echo(text)

    def write_paragraph(self, text: str) -> None:
        """Print a paragraph, wrapped."""
        echo(wrap_text(text))

    def ask(self, prompt: str) -> str | None:
        """Print a question and return the line that answers it; None when nobody will answer."""
        if self._ended:
            return None
        echo("\n".join(map(wrap_text, prompt.split("\n"))))
        self._read()
        while True:
            try:
                line = self._lines.get(timeout=_LOOK)
            except queue.Empty:
                continue
            self._ended = line is None
            return line

    def typed_line(self) -> str | None:
        """Return a line that was typed meanwhile; None when there is none. Lines of a pipe wait for their question."""
        if not self.interactive or self._ended:
            return None
        self._read()
        try:
            line = self._lines.get_nowait()
        except queue.Empty:
            return None
        self._ended = line is None
        return line

    def _read(self) -> None:
        if not self._reading:
            self._reading = True
            threading.Thread(target=self._run, name="feltsense input", daemon=True).start()

    def _run(self) -> None:
        """Whatever happens, whoever waits for a line hears that there will be none."""
        try:
            if sys.stdin is not None:
                self._read_all(sys.stdin.fileno())
        except (OSError, ValueError):
            return  # the terminal has gone, or there never was an input: nobody will answer
        finally:
            self._lines.put(None)

    def _read_all(self, number: int) -> None:
        """Read without Python's own buffer: its lock would be held when the program ends, and that is fatal."""
        rest = b""
        while chunk := os.read(number, 4096):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                self._lines.put(decode_console(line, number).strip())
        if rest:
            self._lines.put(decode_console(rest, number).strip())
