"""Opens the player, and leaves the terminal and the journal as they should be."""

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from feltsense.practice.options import PracticeChoice
    from feltsense.system.paths import Workspace


def run(
    workspace: "Workspace", output: str | None = None, first: "PracticeChoice | None" = None, speed: float = 1.0
) -> NoReturn:
    """Run the player until it is left, and end the process.

    Nothing is looked through for garbage before the first frame: it comes a moment sooner. At the end the process is
    left at once, without waiting for a voice that is still being loaded: by then all is kept.

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
        app.run()
        if app.failure is not None:
            raise app.failure
    finally:
        services.close()
    _leave(app.return_code or 0)


def _leave(code: int) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
