"""The way from a document of another program to what it becomes: it reads from top to bottom."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.authoring.draft import Draft
from feltsense.authoring.scripts import begin_imported
from feltsense.errors import FeltsenseError
from feltsense.system.paths import shown_path
from feltsense.tui.editor.documents import DocumentPicker
from feltsense.tui.editor.practices import DocumentAs, PracticePicker
from feltsense.tui.port import PlayerApp

if TYPE_CHECKING:
    from feltsense.importing.convert import ImportedScript


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """What a document has become: one script to be edited, or an exercise of each practice in it."""

    notice: str
    draft: Draft | None = None
    """Of the one script, which is not written yet."""
    imported: "ImportedScript | None" = None
    """What that is made of."""
    written: "dict[Path, ImportedScript]" = field(default_factory=dict)
    """The files of several exercises, in the order of the document."""


async def open_document(app: PlayerApp) -> OpenedDocument | None:
    """Ask for a document until one can be read, or none is wanted."""
    notice, typed = "", ""
    while True:
        path = await app.push_screen_wait(DocumentPicker(notice, typed))
        if path is None:
            return None
        notice, typed = "", str(path)
        try:
            opened = await _open(app, path)
        except FeltsenseError as error:
            notice = f"{error.message} {error.hint}"
            continue
        if opened is not None:
            return opened


async def _open(app: PlayerApp, path: Path) -> OpenedDocument | None:
    """Return what the document at `path` becomes; ask where it holds several practices. None to go back."""
    from feltsense.authoring.documents import import_each, import_file, write_each  # noqa: PLC0415 - slow to load

    run, workspace = app.services.tasks.run, app.services.environment.workspace
    made = await run(import_file, path)
    if not made.practices:
        return await _begin(app, made)
    answer = await app.push_screen_wait(PracticePicker(path.name, made.practices))
    if answer is None:
        return None
    if answer is DocumentAs.SCRIPT:
        return await _begin(app, made)
    each = await run(import_each, path)
    if isinstance(answer, int):
        return await _begin(app, each[answer])
    written = await run(write_each, each, workspace)
    folder = shown_path(workspace.exercises)
    notice = f"{len(written)} new exercises are there; their files are in {folder}. The first is marked."
    return OpenedDocument(notice, written=written)


async def _begin(app: PlayerApp, made: "ImportedScript") -> OpenedDocument:
    """Return a new script that is not written yet."""
    from feltsense.authoring.paste import change_summary  # noqa: PLC0415 - slow to load

    run = app.services.tasks.run
    script = await run(begin_imported, made.title, app.services.environment.workspace)
    draft = await run(Draft, script.path, None, made.script)
    summary = change_summary(made.changes)
    counted = f": {summary}" if summary else ""
    notice = f"Not a file yet: ^S saves. ^G shows what became of what{counted}."
    return OpenedDocument(notice, draft, made)
