"""Opens the player, and leaves the terminal and the journal as they should be."""

import asyncio
import gc
import os
import signal
import sys
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from feltsense.practice.options import PracticeChoice
    from feltsense.system.paths import Workspace

_PATIENCE = 5.0
"""Seconds that leaving by a signal may take, and as many for what is still to be saved then."""


def run(
    workspace: "Workspace", output: str | None = None, first: "PracticeChoice | None" = None, speed: float = 1.0
) -> NoReturn:
    """Run the player until it is left, and end the process.

    Nothing is looked through for garbage before the first frame: it comes a moment sooner. At the end the process is
    left at once, without waiting for a voice that is still being loaded: by then all is kept. SIGTERM and SIGHUP leave
    it too.

    What breaks the player is raised once the terminal is as it was.

    Args:
        workspace: whose exercises are offered.
        output: the way to the loudspeaker; None for the listener's setting.
        first: the one exercise to play; None opens the library.
        speed: for the silent output, how much faster than time it goes.
    """
    gc.disable()  # the app goes on with it once it is drawn
    from feltsense.system.paths import data_home  # noqa: PLC0415 - from here on it is quicker
    from feltsense.tui.app import Feltsense  # noqa: PLC0415 - as above
    from feltsense.tui.services import Environment, Services  # noqa: PLC0415 - as above

    services = Services(Environment(workspace, data_home()), output, speed)
    try:
        app = Feltsense(services, first)
        with asyncio.Runner() as runner:
            _leave_on_signals(runner.get_loop(), app.exit, services.close)
            runner.run(app.run_async())
        if app.failure is not None:
            raise app.failure
    finally:
        services.close()
    _leave(app.return_code or 0)


def _leave_on_signals(
    loop: asyncio.AbstractEventLoop, leave: "Callable[..., None]", save: "Callable[[], None]"
) -> None:
    """Have SIGTERM and SIGHUP leave the player, where whoever started us has not set them to be ignored.

    A window that is gone takes nothing that is drawn, and then Textual may wait for it for ever, in the loop. So it is
    no handler of the loop, and the process ends for certain.
    """
    if os.name != "posix":
        return

    def handle(number: int, _: "FrameType | None") -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(partial(leave, return_code=128 + number))
        threading.Thread(target=_leave_for_certain, args=(save, 128 + number), daemon=True).start()

    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, handle)


def _leave_for_certain(save: "Callable[[], None]", code: int) -> NoReturn:
    """End the process in a while, whatever holds the app up. What is still to be saved is saved first, if it can be."""
    time.sleep(_PATIENCE)
    saving = threading.Thread(target=save, daemon=True)
    saving.start()
    saving.join(_PATIENCE)
    os._exit(code)


def _leave(code: int) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
