"""What came from a phone and waits: asked for, and brought into the journal."""

from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError, JournalError
from feltsense.tui import dialogs
from feltsense.tui.phone.choice import RECEIVED, received_dialog
from feltsense.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from feltsense.tui.port import PlayerApp
    from feltsense.tui.services import Services


async def offer_received(app: "PlayerApp", waiting: str) -> bool:
    """Ask whether what came is to be brought into the journal, and do so; return whether that was done.

    Call it from a worker.
    """
    if await app.ask(received_dialog(waiting)) != RECEIVED:
        return False
    try:
        told = await app.services.tasks.run(_bring_in, app.services)
    except FeltsenseError as error:
        await app.ask(dialogs.trouble(error))
        return False
    await app.ask(dialogs.Dialog("It is in your journal.", (Choice("", "go on"),), told))
    return True


def _bring_in(services: "Services") -> str:
    """Bring in what waits; return in words what became of it. Slow.

    Raises:
        FeltsenseError: the journal cannot be used, and it goes on waiting.
    """
    from feltsense.journal.summary import import_in_words  # noqa: PLC0415 - not before the first frame
    from feltsense.share.inbox import Inbox  # noqa: PLC0415 - as above

    journal = services.journal.open()
    if journal is None:
        raise services.journal.error or JournalError("The journal cannot be opened.")
    return import_in_words(Inbox(services.environment.home).bring_in(journal))
