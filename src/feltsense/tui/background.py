"""Threads beside the screen: what is slow, what is saved, and what may take seconds, each in an order of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def _nothing() -> None:
    """Come after what was to be done before."""


class BackgroundTasks:
    """Three threads, so that a save waits for no script that is read, and neither for a voice that is tried.

    Work of one kind is done in the order in which it was given.
    """

    def __init__(self) -> None:
        self._slow = ThreadPoolExecutor(1, thread_name_prefix="feltsense slow")
        self._saves = ThreadPoolExecutor(1, thread_name_prefix="feltsense save")
        self._probes = ThreadPoolExecutor(1, thread_name_prefix="feltsense probe")
        self._failure: BaseException | None = None

    def submit(self, work: Callable[..., Result], *arguments: Any) -> "Future[Result]":
        """Do slow `work`."""
        return self._slow.submit(work, *arguments)

    async def run(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Do slow `work`, and wait for its result without holding up the screen."""
        return await asyncio.wrap_future(self.submit(work, *arguments))

    def start(self, work: Callable[..., object], *arguments: Any) -> None:
        """Do slow `work` that nobody waits for; `raise_failure` raises what it raises."""
        self.watch(self.submit(work, *arguments))

    def save(self, work: Callable[..., object], *arguments: Any) -> None:
        """Write something small to the disk; `raise_failure` raises what it raises."""
        self.watch(self._saves.submit(work, *arguments))

    async def saved(self) -> None:
        """Wait until all is written that was to be saved so far, without holding up the screen."""
        await asyncio.wrap_future(self._saves.submit(_nothing))

    async def probe(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Do `work` that may take seconds and that leaving need not wait for."""
        return await asyncio.wrap_future(self._probes.submit(work, *arguments))

    def watch(self, work: "Future[Any]") -> None:
        """Have `raise_failure` raise what goes wrong in work that is done elsewhere."""
        work.add_done_callback(self._note)

    def wait(self) -> None:
        """Wait until all is done and saved; take no more work."""
        self._probes.shutdown(wait=False, cancel_futures=True)
        self._slow.shutdown(wait=True)  # first: it may have something saved
        self._saves.shutdown(wait=True)

    def raise_failure(self) -> None:
        """Raise the first thing that went wrong where nobody waited for it, once."""
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def _note(self, done: "Future[Any]") -> None:
        if not done.cancelled():
            self._failure = self._failure or done.exception()
