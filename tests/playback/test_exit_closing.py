"""What is open when a program ends is closed before Python ends, and nothing that hangs holds it up for long."""

import atexit
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from feltsense.errors import PlaybackError
from feltsense.playback.exit_closing import ExitCloser

PATIENCE_S = 30
"""Only something broken waits this long."""

LEAVING = """
import threading, time
from feltsense.playback.exit_closing import exit_closer

class Output:
    def close(self):
        {close}
        print("closed", flush=True)
        exit_closer.remove(self)

exit_closer.add(Output())
"""


class Output:
    """Closes when it is let; tells its closer."""

    def __init__(self, closer: ExitCloser) -> None:
        self.closer = closer
        self.may_close = threading.Event()
        self.closed_by = ""

    def close(self) -> None:
        self.may_close.wait(PATIENCE_S)
        self.closed_by = threading.current_thread().name
        self.closer.remove(self)


@pytest.fixture
def at_exit(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Callable[[], None]]]:
    """What is to be called when the program ends."""
    registered: list[Callable[[], None]] = []
    monkeypatch.setattr(atexit, "register", registered.append)
    yield registered
    for leave in registered:
        leave()  # its thread ends


def test_what_is_open_is_closed_on_a_thread_that_was_there_before(at_exit: list[Callable[[], None]]) -> None:
    closer = ExitCloser()
    one, other, before = (Output(closer) for _ in range(3))
    for output in (one, other, before):
        output.may_close.set()
        closer.add(output)
    threads = threading.active_count()
    before.close()
    (leave,) = at_exit
    leave()
    assert one.closed_by == other.closed_by == "feltsense exit"
    assert before.closed_by == "MainThread"
    assert threading.active_count() <= threads


def test_one_that_hangs_is_waited_for_no_longer_than_it_is_worth(at_exit: list[Callable[[], None]]) -> None:
    closer = ExitCloser()
    output = Output(closer)
    closer.add(output)
    closer.close_all(0.01)
    assert not output.closed_by
    output.may_close.set()
    closer.close_all(PATIENCE_S)
    assert output.closed_by


def test_nothing_is_opened_once_the_program_ends(at_exit: list[Callable[[], None]]) -> None:
    closer = ExitCloser()
    closer.close_all()
    with pytest.raises(PlaybackError):
        closer.add(Output(closer))


@pytest.mark.parametrize(
    ("close", "said"), [("pass", "closed\n"), ("time.sleep(3600)", ""), ("threading.Event().wait()", "")]
)
def test_a_program_ends_in_time_and_without_a_word(close: str, said: str) -> None:
    command = [sys.executable, "-W", "error", "-c", LEAVING.format(close=close)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, said, "")
