"""One script in the editor, without a screen: its text, what is saved of it, its analysis, and what is heard of it.

Methods marked slow touch the disk or compute: they are called on a thread that is not the screen's, one at a time.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.authoring.analysis import NO_TRIAL, ScriptAnalysis, TrialOptions, analyse
from feltsense.authoring.diagnose import AssetChecker
from feltsense.authoring.file_watcher import WatchEvent
from feltsense.authoring.length_fixes import still_possible
from feltsense.authoring.preview import Preview, PreviewRequest
from feltsense.authoring.renders import BackgroundRender, DraftRenderRequest
from feltsense.authoring.text import as_written
from feltsense.authoring.text_change import body_start
from feltsense.errors import EditingError, FeltsenseError
from feltsense.script.parser import readable
from feltsense.script.questions import questions
from feltsense.script.source import source_of
from feltsense.system.paths import shown_path
from feltsense.timeline.lengths import LengthError

if TYPE_CHECKING:
    from feltsense.authoring.draft import Draft
    from feltsense.authoring.fix_case import Fix
    from feltsense.importing.convert import ImportedScript
    from feltsense.script.questions import Question


class EditingSession:
    """What the editor knows and does.

    Args:
        draft: the script and its file.
        preview: plays phrases and scripts.
        render: renders files.
        message: the first one.
        imported: what the text was imported from another document as.
    """

    def __init__(
        self,
        draft: "Draft",
        preview: Preview,
        render: BackgroundRender,
        message: str = "",
        imported: "ImportedScript | None" = None,
    ) -> None:
        self.draft = draft
        self.preview = preview
        self.render = render
        self.text = draft.text
        """What is written now."""
        self.trial = NO_TRIAL
        self.analysis = ScriptAnalysis()
        self.message = message
        """The last message for the author."""
        self.imported = imported
        """What was imported last: for its report."""
        self._saved = draft.saved
        self._drafted: str | None = None
        """The text that is in the draft."""
        self._discarded = False
        self._refused: LengthError | None = None
        """Of a render of the text as it is now."""
        self._generation = 0
        self._assets = AssetChecker(draft.slug, draft.path.parent)

    @property
    def name(self) -> str:
        """The file's name."""
        return self.draft.path.name

    @property
    def title(self) -> str:
        """What it is called, or could be."""
        exercise = self.analysis.exercise
        return exercise.front.title if exercise else readable(self.draft.slug)

    @property
    def begins_empty(self) -> bool:
        """Whether it is a new script without a text yet, where writing begins at the end."""
        return self._saved is None and not self.text[body_start(self.text) :].strip()

    @property
    def unsaved(self) -> bool:
        """Whether there is anything that the file does not hold."""
        return self.text != self._saved

    @property
    def draft_is_behind(self) -> bool:
        """Whether there is anything that neither the file nor the draft holds, and that is not to be thrown away."""
        return self.unsaved and self.text != self._drafted and not self._discarded

    def edit(self, text: str) -> bool:
        """Set the text; return False when nothing has changed."""
        if text == self.text:
            return False
        self.text = text
        self.message = ""
        self._refused = None
        return True

    def open_questions(self) -> "tuple[Question, ...]":
        """Return the questions that stand open in the text as it is now. Quick."""
        return questions(source_of(as_written(self.text)), body_start(self.text))

    # --- the file ---------------------------------------------------------------------------------------------------

    def autosave(self) -> None:
        """Keep the text in the draft. Slow; an error becomes the message."""
        text = self.text
        if self._discarded:
            return
        try:
            self.draft.autosave(text)
            self._drafted = text
        except EditingError as error:
            self.message = f"The draft is not kept: {error.message}"

    def save(self) -> WatchEvent | None:
        """Save. Slow.

        Returns:
            UNCHANGED: it is saved. CHANGED: another program has changed the file, nothing is written. None: it cannot
            be written, which `message` tells.
        """
        text, copied = self.text, self.draft.is_copy
        try:
            if not self.draft.save(text):
                return WatchEvent.CHANGED
        except EditingError as error:
            self._show_error(error)
            return None
        self._saved, self._drafted = text, None
        own = " It is your own copy; what came with feltsense stays as it was." if copied else ""
        self.message = f"Saved as {shown_path(self.draft.path)}.{own}"
        return WatchEvent.UNCHANGED

    def look_at_file(self) -> WatchEvent:
        """Return whether another program has changed the file; the message tells what is wrong. Slow."""
        try:
            event = self.draft.look()
        except EditingError as error:
            self.message = error.message
            return WatchEvent.UNCHANGED
        if event is WatchEvent.GONE:
            self._saved = None
            self.message = "The file is no longer there. What you see is kept as a draft; saving writes it again."
        return event

    def resolve_with_mine(self) -> None:
        """Go on with the text here; what another program has written is kept beside. Slow.

        An error becomes the message, and nothing has changed.
        """
        try:
            kept = self.draft.use_mine()
        except EditingError as error:
            self._show_error(error)
            return
        self._saved = None
        self.message = f"Yours goes on. Theirs is kept as {kept.name}; saving replaces the file."

    def resolve_with_theirs(self) -> str | None:
        """Keep unsaved text beside; return what another program has written. Slow.

        None for an error, which becomes the message, and nothing has changed.
        """
        try:
            mine = self.draft.keep_copy(self.draft.source(self.text)) if self.unsaved else None
            theirs = self.draft.use_theirs()
        except EditingError as error:
            self._show_error(error)
            return None
        kept = f" Yours is kept as {mine.name}." if mine else ""
        self.message = f"This is the file as it is now.{kept}"
        return theirs

    def replace_text(self, text: str) -> None:
        """Go on with the text that the file holds."""
        self.text = self._saved = text

    def discard(self) -> None:
        """Throw away what is not saved. Slow.

        Raises:
            EditingError: the draft cannot be removed.
        """
        self._discarded = True
        self.draft.forget()

    # --- what is found, heard and rendered --------------------------------------------------------------------------

    def begin_analysis(self) -> int:
        """Return the number of a new analysis; those begun before it are out of date."""
        self._generation += 1
        return self._generation

    def analyse(self, trial: TrialOptions | None = None) -> ScriptAnalysis:
        """Return an analysis of the text as it is now. Slow.

        Args:
            trial: other options than those that are set.
        """
        return analyse(self.text, self.draft.slug, self.trial if trial is None else trial, self._assets)

    def end_analysis(self, number: int, analysis: ScriptAnalysis) -> bool:
        """Store the result of analysis `number`; return False when it is out of date."""
        if number == self._generation:
            self.analysis = analysis
        return number == self._generation

    def length_fixes(self) -> "tuple[str, tuple[Fix, ...]]":
        """Return why an offered length is not possible, and what mends it; nothing where all are."""
        from feltsense.authoring.rule_fixes import right_length  # noqa: PLC0415 - not before it is asked for

        ranges, refused = self.analysis.ranges, self._refused
        if refused is not None and refused.nearest_minutes is not None:
            offered = self.analysis.exercise.front.minutes if self.analysis.exercise else ()
            ranges = still_possible(ranges, next(iter(offered), 0.0), refused.nearest_minutes)
            return f"{refused.message} {refused.hint}", right_length(self.text, ranges)
        reason = self.analysis.timeline_error if self.trial.minutes is None else ""
        return reason, right_length(self.text, ranges) if reason else ()

    def toggle_preview(self, line: int, column: int, *, onwards: bool, trial: TrialOptions | None = None) -> None:
        """Hear the phrase at a place, or the script from there on; when something is heard, be silent.

        Args:
            line: from 1.
            column: from 1.
            onwards: whether all from there on is heard.
            trial: None for what is tried already.
        """
        if not self.preview.status.over:
            self.preview.stop()
            return
        self.message = ""
        folder = self.draft.path.parent if self.draft.path.parent.is_dir() else None
        tried = self.trial if trial is None else trial
        self.preview.start(PreviewRequest(self.text, self.draft.slug, folder, line, column, onwards, tried))

    def start_render(self, folder: Path, *, discreet: bool = False) -> None:
        """Render what is written now into `folder`, unless a render is under way; see `RenderJob.discreet`."""
        if self.render.start(DraftRenderRequest(self.text, self.draft.path, folder, self.trial, discreet)):
            self.message = ""

    def update(self) -> bool:
        """Put how preview and render ended into the message, once; return whether either is still under way."""
        preview, render = self.preview.status, self.render.status
        if preview.error is not None:
            self._show_error(preview.error)
            self.preview.stop()
        if render.over and render.rendered is not None:
            there = f"{shown_path(render.rendered.files[0])} is there, with captions beside it."
            self.message = " ".join((there, *render.rendered.notes))
            self.render.forget()
        elif render.over and render.error is not None:
            self._show_error(render.error)
            if isinstance(render.error, LengthError) and self.trial.minutes is None:
                self._refused = render.error
                self.message += " F9 offers one that is."
            self.render.forget()
        return not (preview.over and render.over)

    def notice(self) -> str:
        """Return the words for the quiet line below: what is under way, else the last message, else what is tried."""
        running = [each.note for each in (self.preview.status, self.render.status) if each.note and not each.over]
        tried = self.trial.summary()
        return " · ".join(running) or self.message or (f"trying {tried}" if tried else "")

    def _show_error(self, error: FeltsenseError) -> None:
        self.message = f"{error.message} {error.hint}"
