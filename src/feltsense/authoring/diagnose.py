"""All diagnostics of a script, the same for `check`, `watch` and the editor: format, rules, sounds, voice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.authoring.files import FileStamp, file_stamp
from feltsense.authoring.voice_diagnostics import voice_diagnostics
from feltsense.errors import SoundError, reason_of
from feltsense.script.diagnostics import NOT_BESIDE, UNFIT_VOICE, Diagnostic, Severity, Span
from feltsense.script.model import Exercise, FrontMatter, Play, SoundscapeCue
from feltsense.script.source import source_lines
from feltsense.timeline.estimate import estimates_of
from feltsense.timeline.measure import Measures
from feltsense.units import Frames, frames
from feltsense.voice.timings import timing_of

if TYPE_CHECKING:
    from feltsense.check.checker import CheckResult
    from feltsense.mix.assets import AssetResolver

UNKNOWN_LENGTH = frames(20_000)
"""What a sound file that cannot be read is taken for."""


class AssetChecker:
    """Looks for the sounds that a script names. A file is probed once, and again when it has changed.

    Args:
        slug: the script's name, for messages.
        folder: where the script is; None where it is no file: then files are not looked for, soundscapes are.
    """

    def __init__(self, slug: str, folder: Path | None) -> None:
        self._slug = slug
        self._folder = folder
        self._probed: dict[tuple[Path, FileStamp | None], Frames | SoundError] = {}

    def diagnostics(self, exercise: Exercise, lines: Sequence[str]) -> tuple[Diagnostic, ...]:
        """Return an error for each sound in `exercise` that a render would refuse.

        Args:
            exercise: the script.
            lines: of its source.
        """
        named = _named(exercise, lines)
        return tuple(found for each in named if (found := self._diagnostic(each)) is not None)

    def measures(self, front: FrontMatter, *, strict: bool = False) -> Measures:
        """Return measures of a script that wait for no voice: speech by its text, sound files by their headers.

        Args:
            front: of the script: it decides which voice speaks.
            strict: whether a file that cannot be read is an error; otherwise it is taken for `UNKNOWN_LENGTH`.
        """
        return Measures(estimates_of(timing_of(front)), self._length if strict else self._length_or_default)

    def _diagnostic(self, step: Play | SoundscapeCue) -> Diagnostic | None:
        name = step.file if isinstance(step, Play) else step.name or ""
        is_file = isinstance(step, Play) or bool(Path(name).suffix)
        if is_file and self._folder is None:
            return None
        try:
            self._assets().require((step,))
            if is_file:
                self._probe(Play(name, None, step.span))
        except SoundError as error:
            message = error.message.removeprefix(self._prefix(step.span))
            return Diagnostic(NOT_BESIDE, Severity.ERROR, step.span, message, error.hint)
        except OSError as error:
            message = f"“{name}” cannot be looked for: {reason_of(error)}."
            return Diagnostic(NOT_BESIDE, Severity.ERROR, step.span, message, "Check the folder's permissions.")
        return None

    def _length(self, play: Play) -> Frames:
        try:
            return self._probe(play)
        except SoundError as error:
            message = error.message.removeprefix(self._prefix(play.span))
            raise SoundError(f"{self._prefix(play.span)}{message}", error.hint) from error

    def _length_or_default(self, play: Play) -> Frames:
        try:
            return self._probe(play)
        except SoundError:
            return UNKNOWN_LENGTH  # a diagnostic tells of it

    def _probe(self, play: Play) -> Frames:
        """Return how long a file says it lasts.

        Raises:
            SoundError: there is no such file, or it cannot be read.
        """
        from feltsense.mix.assets import find_sound  # noqa: PLC0415 - most scripts name no sound

        path = find_sound(play.file, self._folder)
        key = path, file_stamp(path)
        if key not in self._probed:
            try:
                self._probed[key] = self._assets().declared_length(play)
            except SoundError as error:
                self._probed[key] = SoundError(error.message.removeprefix(self._prefix(play.span)), error.hint)
        result = self._probed[key]
        if isinstance(result, SoundError):
            raise SoundError(result.message, result.hint) from result
        return result

    def _assets(self) -> "AssetResolver":
        """Return a resolver that knows nothing yet: files come, go and move while a script is written."""
        from feltsense.mix.assets import AssetResolver  # noqa: PLC0415 - slow to load, and most scripts name no sound

        return AssetResolver(self._slug, self._folder)

    def _prefix(self, span: Span) -> str:
        """Return what the resolver puts before a message: a diagnostic has its line already."""
        return f"{self._slug}, line {span.line}: "


def diagnose(source: bytes | str, assets: AssetChecker, slug: str) -> "CheckResult":
    """Return the exercise that `source` describes, and all that is found in it. Never raises."""
    from feltsense.check.checker import check  # noqa: PLC0415 - measures alone need no rules

    return with_assets(check(source, slug, timing_of=timing_of), source, assets)


def with_assets(checked: "CheckResult", source: bytes | str, assets: AssetChecker) -> "CheckResult":
    """Return `checked` with what is wrong with the sounds and the voice that it names, in source order."""
    from feltsense.check.registry import UNNAMED_LANGUAGE  # noqa: PLC0415 - measures alone need no rules

    exercise, lines = checked.parsed.exercise, source_lines(source)
    named = (*assets.diagnostics(exercise, lines), *voice_diagnostics(exercise, lines))
    causes = {each.hint for each in named if each.code == UNFIT_VOICE}
    # an unnamed language that the voice's error tells is one cause, and told once
    rest = (each for each in checked.diagnostics if each.code != UNNAMED_LANGUAGE or each.hint not in causes)
    found = (*rest, *named)
    return replace(checked, diagnostics=tuple(sorted(found, key=lambda each: (each.span, each.code))))


def _named(exercise: Exercise, lines: Sequence[str]) -> Iterator[Play | SoundscapeCue]:
    front = exercise.front
    if front.soundscape:
        number = max(1, front.soundscape_line)
        yield SoundscapeCue(front.soundscape, Span(number, 1, max(2, len(lines[number - 1].rstrip()) + 1)))
    for node in exercise.walk():
        if isinstance(node, Play) or (isinstance(node, SoundscapeCue) and node.name):
            yield node
