"""The way to the editor and between its scripts. It reads from top to bottom."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.authoring.draft import Draft, Leftover
from feltsense.authoring.preview import Preview
from feltsense.authoring.renders import BackgroundRender
from feltsense.authoring.scripts import NewScript, ScriptFile, begin_script, find_script, list_scripts
from feltsense.authoring.session import EditingSession
from feltsense.errors import FeltsenseError
from feltsense.system.paths import shown_path
from feltsense.tui import dialogs
from feltsense.tui.base_screen import BlankScreen
from feltsense.tui.editor import dialogs as editor_dialogs
from feltsense.tui.editor.file_actions import NextScreen
from feltsense.tui.editor.screen import EditorScreen
from feltsense.tui.editor.scripts import ForeignDocument, ScriptPicker
from feltsense.tui.port import PlayerApp

if TYPE_CHECKING:
    from feltsense.importing.convert import ImportedScript

Imports = dict[Path, "ImportedScript"]
"""What exercises were imported as: for their reports."""

_SWITCH_S = 0.0005
"""Seconds after which an analysis in the background lets a key through; Python's own interval is ten times as long."""


@dataclass(frozen=True, slots=True)
class OpenScript:
    """A script in the editor."""

    draft: Draft
    notice: str = ""
    imported: "ImportedScript | None" = None
    """What it was imported as, if it was."""


async def open_editor(app: PlayerApp, slug: str | None) -> None:
    """Show the editor until it is left, beginning with an exercise, or with the list of all.

    Args:
        app: the player, with the library on its screen.
        slug: the exercise; None for the list.
    """
    services = app.services
    preview = Preview(services.engine, services.settings.volume)
    render = BackgroundRender(services.environment.workspace)
    blank, imports = BlankScreen(), Imports()
    await app.push_screen(blank)
    try:
        with _short_switch_interval():
            opened = await _open_exercise(app, slug) if slug else await _choose_script(app, imports)
            while opened is not None:
                screen = EditorScreen(EditingSession(opened.draft, preview, render, opened.notice, opened.imported))
                if await app.push_screen_wait(screen) is NextScreen.LIBRARY:
                    break
                opened = await _choose_script(app, imports)
    finally:
        preview.stop()
        render.stop()
    blank.leave()


@contextmanager
def _short_switch_interval() -> Iterator[None]:
    """Have keys wait for background threads only shortly."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_S)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


async def _open_exercise(app: PlayerApp, slug: str) -> OpenScript | None:
    try:
        script = await app.services.tasks.run(find_script, slug, app.services.environment.workspace)
        return await _open_script(app, script)
    except FeltsenseError as error:
        await app.ask(dialogs.trouble(error))
        return None


async def _choose_script(app: PlayerApp, imports: Imports) -> OpenScript | None:
    """Ask for a script until there is one, or none is wanted.

    Args:
        app: the player.
        imports: exercises that were imported since the desk was opened; those that are imported here come to them.
    """
    from feltsense.tui.editor.document_flow import open_document  # noqa: PLC0415 - not before the first frame

    run, workspace = app.services.tasks.run, app.services.environment.workspace
    notice, written = "", frozenset[Path]()
    while True:
        try:
            there = sorted(await run(list_scripts, workspace), key=lambda script: script.path not in written)
            marked = there[0].slug if written else ""
            wanted = await app.push_screen_wait(ScriptPicker(there, notice, marked))
            if wanted is None:
                return None
            if isinstance(wanted, ForeignDocument):
                opened = await open_document(app)
                if opened is not None and opened.draft is not None:
                    return OpenScript(opened.draft, opened.notice, opened.imported)
                if opened is not None:
                    imports |= opened.written
                    notice, written = opened.notice, frozenset(opened.written)
                continue
            if isinstance(wanted, NewScript):
                script, beginning = await run(begin_script, wanted, workspace)
                return await _open_script(app, script, beginning)
            chosen = await _open_script(app, wanted)
            if chosen is not None:
                return replace(chosen, imported=imports.get(wanted.path))
        except FeltsenseError as error:
            notice = f"{error.message} {error.hint}"


async def _open_script(app: PlayerApp, script: ScriptFile, beginning: str = "") -> OpenScript | None:
    """Open a script; offer what was never saved of it."""
    run = app.services.tasks.run
    draft = await run(Draft, script.path, script.origin, beginning)
    left = await run(draft.leftover)
    if left is not None:
        return await _offer_unsaved_work(app, draft, left)
    if draft.is_copy:
        where = shown_path(script.path)
        return OpenScript(draft, f"It came with feltsense. Saving makes your own copy: {where}")
    return OpenScript(draft, "Nothing is written yet; saving makes the file." if beginning else "")


async def _offer_unsaved_work(app: PlayerApp, draft: Draft, left: Leftover) -> OpenScript | None:
    run = app.services.tasks.run
    answer = await app.ask(editor_dialogs.unsaved_work(draft.path.name, older=left.older))
    if answer == editor_dialogs.MINE:
        await run(draft.resume, left)
        return OpenScript(draft, "This is your unsaved work. Saving puts it into the file.")
    if answer == editor_dialogs.THEIRS:
        kept = await run(draft.set_aside, left)
        return OpenScript(draft, f"This is the file. Your unsaved work is kept as {kept.name}.")
    return None
