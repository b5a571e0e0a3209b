"""Opens the player, and leaves the terminal and the journal as they should be."""

import asyncio
import gc
import os
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

    from feltsense.practice.options import PracticeChoice
    from feltsense.system.paths import Workspace


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
            _leave_on_signals(runner.get_loop(), app.exit)
            runner.run(app.run_async())
        if app.failure is not None:
            raise app.failure
    finally:
        services.close()
    _leave(app.return_code or 0)


def _leave_on_signals(loop: asyncio.AbstractEventLoop, leave: "Callable[..., None]") -> None:
    """Have SIGTERM and SIGHUP leave the player, where whoever started us has not set them to be ignored."""
    if os.name != "posix":
        return
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            loop.add_signal_handler(number, partial(leave, return_code=128 + number))


def _leave(code: int) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
