"""What can be done with one practice: a line written or removed, and the whole deleted. Nothing goes unasked."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError
from feltsense.tui import dialogs
from feltsense.tui.journal.pages import NoteScreen, Wish

if TYPE_CHECKING:
    from feltsense.journal.model import Practice
    from feltsense.journal.store import Journal
    from feltsense.tui.port import PlayerApp


async def fulfil(wish: Wish, practice: "Practice", journal: "Journal", app: "PlayerApp") -> bool:
    """Do with a practice what is wanted, as far as the listener agrees; return whether anything was changed.

    Call it from a worker. What goes wrong is told.
    """
    match wish:
        case Wish.NOTE:
            return await _write_note(practice, journal, app)
        case Wish.DELETE if await app.ask(dialogs.deletion(practice.title)) == dialogs.DELETE:
            await _change(partial(journal.delete, [practice.id]), app)
            return True
        case _:
            return False


async def _write_note(practice: "Practice", journal: "Journal", app: "PlayerApp") -> bool:
    write = partial(journal.write_note, practice.id)
    note = await app.push_screen_wait(NoteScreen(practice.after.note, partial(app.services.tasks.start, write)))
    if note is None or (not note and await app.ask(dialogs.note_removal()) != dialogs.DELETE):
        return False
    await _change(partial(write, note), app)
    return True


async def _change(change: Callable[[], object], app: "PlayerApp") -> None:
    try:
        await app.services.tasks.run(change)
    except FeltsenseError as error:
        app.services.journal.drop_damaged(error)
        await app.ask(dialogs.trouble(error))
