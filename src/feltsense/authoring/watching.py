"""What `feltsense watch` does at each save: diagnose the script, compare with the save before, speak what changed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.authoring.diagnose import AssetChecker, diagnose
from feltsense.authoring.diff import DiagnosticDiff, DiagnosticHistory, changed_phrases, excerpt, phrases_of
from feltsense.authoring.file_watcher import FileWatcher, WatchEvent
from feltsense.errors import FeltsenseError, TimelineError
from feltsense.script.model import Exercise, Parsed, Phrase
from feltsense.script.parser import parse
from feltsense.script.source import MOST_BYTES, source_lines
from feltsense.timeline.report import Overview, overview
from feltsense.units import Frames

if TYPE_CHECKING:
    from feltsense.authoring.preview_player import LivePlayer

OnError = Callable[[FeltsenseError], None]


@dataclass(frozen=True, slots=True)
class SaveReport:
    """What one save has changed."""

    lines: tuple[str, ...]
    """Of the source."""
    spoken: tuple[Phrase, ...]
    """The changed phrases that are heard now; none where nothing is to be heard."""
    diagnostics: DiagnosticDiff
    overview: Overview | None
    """None where the script has errors, or no timeline of the wanted length is possible."""
    length_before: Frames | None
    """Of the save before."""
    timeline_error: TimelineError | None


class ScriptWatch:
    """Watches one script file.

    Args:
        path: the script.
        minutes: the length of the timeline; None for the first that the script offers.
        player: speaks changed phrases; None for silence.
        on_error: called with the error where something cannot be spoken.
    """

    def __init__(self, path: Path, minutes: float | None, player: "LivePlayer | None", on_error: OnError) -> None:
        self.path = path
        self._minutes = minutes
        self._player = player
        self._on_error = on_error
        self._watcher = FileWatcher(path, MOST_BYTES)
        self._assets = AssetChecker(path.stem, path.parent)
        self._history = DiagnosticHistory()
        self._exercise: Exercise | None = None
        self._length: Frames | None = None

    def poll(self) -> SaveReport | WatchEvent:
        """Look at the file once: a report of a save, or that it is gone or unchanged.

        Raises:
            EditingError: it is there and cannot be read; raised once until it can.
        """
        look = self._watcher.look()
        if look.content is None:
            return look.event
        self._watcher.accept(look.content)
        return self.save(look.content.source)

    def save(self, source: bytes) -> SaveReport:
        """Return what has changed with `source`; changed phrases are heard first, before anything slow is done."""
        parsed = parse(source, self.path.stem)
        spoken = self._speak_changes(parsed)
        lines = tuple(source_lines(source))
        checked = diagnose(source, self._assets, self.path.stem)
        diff = self._history.update(checked.diagnostics, lines)
        found, error, before = None, None, self._length
        if not parsed.errors:
            try:
                found = overview(parsed.exercise, self._minutes, self._assets.measures(parsed.exercise.front))
                self._length = found.timeline.length
            except TimelineError as failure:
                error = failure
        return SaveReport(lines, spoken, diff, found, before, error)

    def _speak_changes(self, parsed: Parsed) -> tuple[Phrase, ...]:
        """Have the changed phrases spoken, as far as the script can be understood, and return them."""
        before, self._exercise = self._exercise, parsed.exercise
        if self._player is None:
            return ()
        changed = changed_phrases(before, parsed.exercise) if before is not None else ()
        try:
            if before is None:
                self._warm(self._player, parsed.exercise)
            elif changed:
                self._player.speak(excerpt(parsed.exercise, changed), self.path.parent)
        except FeltsenseError as error:
            self._on_error(error)
        return changed

    def _warm(self, player: "LivePlayer", exercise: Exercise) -> None:
        """Have the voice of `exercise` and the loudspeaker ready."""
        player.open()
        first = next(phrases_of(exercise), None)
        if first is not None:
            player.warm(excerpt(exercise, [first]), self.path.parent)
