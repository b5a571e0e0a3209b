"""The system's signals end a block, also where they come at a bad moment."""

import os
import signal
import sys
import threading
import time

import pytest

from feltsense.cli.context import TerminatedError, ended_by_signals

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")


class SignalledWhenGone:
    """An object in whose last moment a signal comes: Python only reports what is raised then."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGTERM)


def test_a_signal_that_python_only_reports_is_sent_again() -> None:
    report, gone = sys.unraisablehook, [SignalledWhenGone()]

    def lose_it() -> None:
        with ended_by_signals():
            gone.clear()
            threading.Event().wait(60)

    began = time.monotonic()
    with pytest.raises(TerminatedError):
        lose_it()
    assert time.monotonic() < began + 30  # the wait itself is ended
    assert sys.unraisablehook is report
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_what_else_is_only_reported_is_so_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda lost: reported.append(type(lost.exc_value)))

    class Broken:
        def __del__(self) -> None:
            raise ValueError

    with ended_by_signals():
        Broken()
    assert reported == [ValueError]
