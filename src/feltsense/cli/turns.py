"""Work on several exercises at once, each of which has its turn: what comes later begins early, and ends in order."""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from feltsense.cli.progress import ProgressBar
from feltsense.render.job import RenderPhase

Early = TypeVar("Early")

_WORKERS = max(1, min(4, (os.cpu_count() or 1) // 2))
"""Threads that begin early, beside the one whose turn it is: each speaks with several threads of its own."""


class AbandonedError(BaseException):
    """What was begun early is not wanted any more; like `KeyboardInterrupt` it waits for nothing."""


class TurnProgress:
    """How far one exercise has come. It is shown while it is its turn, and remembered before.

    Args:
        name: of the exercise.
        stopped: set when nothing more is wanted.
    """

    def __init__(self, name: str, stopped: threading.Event) -> None:
        self._bar = ProgressBar(Path(name).stem)
        self._stopped = stopped
        self._lock = threading.Lock()
        self._latest: tuple[RenderPhase, int, int] | None = None
        self._shown = False

    def __call__(self, phase: RenderPhase, done: int, total: int) -> None:
        """Take what a render tells.

        Raises:
            AbandonedError: nothing more is wanted.
        """
        self.check()
        with self._lock:
            self._latest = (phase, done, total)
            if self._shown:
                self._bar(phase, done, total)

    def check(self) -> None:
        """See that it is still wanted.

        Raises:
            AbandonedError: it is not.
        """
        if self._stopped.is_set():
            raise AbandonedError

    def show(self) -> None:
        """Begin to show it, from where it is."""
        with self._lock:
            self._shown = True
            if self._latest:
                self._bar(*self._latest)

    def close(self) -> None:
        """Leave the line empty."""
        self._bar.close()


class TurnQueue(Generic[Early]):
    """Gives names in order, each with what was done for it early.

    Args:
        names: in order.
        early: what can be done before it is a name's turn; called on other threads, for a few names ahead.
        stop: ends what is under way there, when the block ends with an error.
    """

    def __init__(
        self, names: Sequence[str], early: Callable[[str, TurnProgress], Early], stop: Callable[[], None]
    ) -> None:
        self._names = names
        self._early = early
        self._stop = stop
        self._stopped = threading.Event()
        self._pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="early")

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait until nothing is under way any more; after an error, end it first."""
        self._stopped.set()
        try:
            if kind is not None:
                self._stop()
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def __iter__(self) -> Iterator[tuple[str, Early, TurnProgress]]:
        """Yield each name when it is its turn, what was done early, and its progress, which is shown.

        Raises:
            Exception: what was done early failed.
        """
        coming: deque[tuple[str, Future[Early], TurnProgress]] = deque()
        left = iter(self._names)
        while True:
            for name in left:
                progress = TurnProgress(name, self._stopped)
                coming.append((name, self._pool.submit(self._early, name, progress), progress))
                if len(coming) > _WORKERS + 1:
                    break
            if not coming:
                return
            name, future, progress = coming.popleft()
            progress.show()
            yield name, future.result(), progress
