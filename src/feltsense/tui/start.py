"""Opens the player, and leaves the terminal and the journal as they should be."""

from typing import TYPE_CHECKING

from feltsense.paths import data_home
from feltsense.tui.app import Feltsense
from feltsense.tui.services import Place, Services

if TYPE_CHECKING:
    from feltsense.paths import Workspace
    from feltsense.tui.screens.library import Chosen


def run(workspace: "Workspace", output: str | None = None, first: "Chosen | None" = None, speed: float = 1.0) -> int:
    """Run the player until it is left; return the exit code.

    Args:
        workspace: whose exercises are offered.
        output: the way to the loudspeaker; None for the listener's setting.
        first: the one exercise to play; None opens the library.
        speed: for the silent output, how much faster than time it goes.
    """
    services = Services(Place(workspace, data_home()), output, speed)
    try:
        app = Feltsense(services, first)
        app.run()
        return app.return_code or 0
    finally:
        services.close()
