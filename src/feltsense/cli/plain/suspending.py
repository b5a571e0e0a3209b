"""Ctrl-Z while something is heard: it is paused before the program stops, and waits where it is until `fg`."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Suspension:
    """Whether the terminal has asked the program to stop."""

    asked = False

    def stop(self) -> None:
        """Stop as Ctrl-Z usually has it, and return when the shell has the program go on.

        Where there is no shell that could, such as in a window of its own, the system lets it go on at once.
        """
        self.asked = False
        if sys.platform != "win32":  # it asks for nothing there
            ours = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            signal.pthread_kill(threading.get_ident(), signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, ours)


@contextmanager
def suspended_by_terminal() -> Iterator[Suspension]:
    """Have Ctrl-Z be asked for within the block; whoever plays stops at the next look, when all is paused.

    Not where it is ignored, on another thread than the main one, or on Windows, which has no such thing.
    """
    suspension = Suspension()
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield suspension
        return

    def ask(_number: int, _frame: FrameType | None) -> None:
        suspension.asked = True  # and no more: a lock may be held just now

    before = signal.getsignal(signal.SIGTSTP)
    if before is signal.SIG_DFL:
        signal.signal(signal.SIGTSTP, ask)
    try:
        yield suspension
    finally:
        signal.signal(signal.SIGTSTP, before)
