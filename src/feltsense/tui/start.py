"""Opens the player, and leaves the terminal and the journal as they should be."""

from typing import TYPE_CHECKING

from feltsense.paths import data_home
from feltsense.tui.app import Feltsense
from feltsense.tui.screens.library import Chosen
from feltsense.tui.services import Place, Services

if TYPE_CHECKING:
    from feltsense.paths import Workspace


def run(workspace: "Workspace", output: str | None = None, first: Chosen | None = None) -> int:
    """Run the player until it is left; return the exit code.

    Args:
        workspace: whose exercises are offered.
        output: the way to the loudspeaker; None for the listener's setting.
        first: what to begin with at once; None begins with the library.
    """
    services = Services(Place(workspace, data_home()), output)
    try:
        app = Feltsense(services, first)
        app.run()
        return app.return_code or 0
    finally:
        services.close()
