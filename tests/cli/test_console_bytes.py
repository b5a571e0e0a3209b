import os
import sys

import pytest

from feltsense.cli.plain.console import Console


def test_letters_typed_at_a_console_of_another_code_page_are_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    pty = pytest.importorskip("pty")
    controller, terminal = pty.openpty()
    monkeypatch.setattr("feltsense.system.console_encoding._input_code_page", lambda: 850)
    with os.fdopen(terminal) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        console = Console()
        os.write(controller, b"\x84rger\n\x04")
        assert console.ask("What is it?") == "ärger"
        assert console.ask("What else?") is None  # the input has ended, and so has the thread that reads it
    os.close(controller)
