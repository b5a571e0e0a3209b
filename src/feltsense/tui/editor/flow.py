"""The way to the desk and between its scripts. It reads from top to bottom."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from feltsense.authoring.draft import Draft, Leftover
from feltsense.authoring.preview import Preview
from feltsense.authoring.renders import Rendering
from feltsense.authoring.scripts import New, ScriptFile, begun, script_of, scripts
from feltsense.errors import FeltsenseError
from feltsense.system.paths import shown_path
from feltsense.tui import dialogs
from feltsense.tui.base_screen import Blank
from feltsense.tui.editor import dialogs as editor_dialogs
from feltsense.tui.editor.file import Next
from feltsense.tui.editor.screen import DeskScreen
from feltsense.tui.editor.scripts import DeskScripts
from feltsense.tui.port import PlayerApp

_TURN = 0.0005
"""Seconds after which what is read in the background lets a key through; Python's own turn is ten times as long."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A script on the desk."""

    draft: Draft
    notice: str = ""


async def write(app: PlayerApp, slug: str | None) -> None:
    """Be at the desk until it is left, beginning with an exercise, or with the list of all.

    Args:
        app: the player, with the library on its screen.
        slug: the exercise; None for the list.
    """
    services = app.services
    hearing = Preview(services.stage, services.settings.volume)
    rendering = Rendering(services.place.workspace)
    blank = Blank()
    await app.push_screen(blank)
    try:
        with _quick_turns():
            opened = await _first(app, slug) if slug else await _chosen(app)
            while opened is not None:
                screen = DeskScreen(opened.draft, hearing, rendering, opened.notice)
                if await app.push_screen_wait(screen) is Next.LIBRARY:
                    break
                opened = await _chosen(app)
    finally:
        hearing.stop()
        rendering.stop()
    blank.leave()


@contextmanager
def _quick_turns() -> Iterator[None]:
    """Have keys wait for nothing but short turns."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


async def _first(app: PlayerApp, slug: str) -> Opened | None:
    try:
        script = await app.services.soon(script_of, slug, app.services.place.workspace)
        return await _opened(app, script)
    except FeltsenseError as error:
        await app.ask(dialogs.trouble(error))
        return None


async def _chosen(app: PlayerApp) -> Opened | None:
    """Ask for a script until there is one, or none is wanted."""
    services, notice = app.services, ""
    workspace = services.place.workspace
    while True:
        try:
            there = await services.soon(scripts, workspace)
            wanted = await app.push_screen_wait(DeskScripts(there, notice))
            if wanted is None:
                return None
            if isinstance(wanted, New):
                script, beginning = await services.soon(begun, wanted, workspace)
                return await _opened(app, script, beginning)
            opened = await _opened(app, wanted)
            if opened is not None:
                return opened
        except FeltsenseError as error:
            notice = f"{error.message} {error.hint}"


async def _opened(app: PlayerApp, script: ScriptFile, beginning: str = "") -> Opened | None:
    """Open a script; offer what was never saved of it."""
    soon = app.services.soon
    draft = await soon(Draft, script.path, script.origin, beginning)
    left = await soon(draft.leftover)
    if left is not None:
        return await _with_leftover(app, draft, left)
    if draft.copy:
        where = shown_path(script.path)
        return Opened(draft, f"This one came with feltsense; what you change is saved as your own copy, {where}.")
    return Opened(draft, "Nothing is written yet; saving makes the file." if beginning else "")


async def _with_leftover(app: PlayerApp, draft: Draft, left: Leftover) -> Opened | None:
    soon = app.services.soon
    answer = await app.ask(editor_dialogs.leftover(draft.path.name, older=left.older))
    if answer == editor_dialogs.MINE:
        await soon(draft.take_up, left)
        return Opened(draft, "This is your unsaved work. Saving puts it into the file.")
    if answer == editor_dialogs.THEIRS:
        kept = await soon(draft.lay_aside, left)
        return Opened(draft, f"This is the file. Your unsaved work is kept as {kept.name}.")
    return None
