"""What a script names and cannot have: sound files that are missing or no sound, and soundscapes that there are not."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.errors import SoundError
from feltsense.library.catalogue import Found
from feltsense.script.codes import NOT_BESIDE
from feltsense.script.diagnostics import Diagnostic, Severity, Span
from feltsense.script.model import Exercise, Play, SoundscapeCue
from feltsense.script.source import source_lines

if TYPE_CHECKING:
    from feltsense.mix.assets import AssetResolver

_STANDARD_INPUT = Path("-")


def missing_sounds(found: Found, exercise: Exercise) -> tuple[Diagnostic, ...]:
    """Return an error for each sound in `exercise` that a render would refuse.

    A script on standard input lies in no folder: files are not looked for, soundscapes are.
    """
    named = tuple(_named(exercise, source_lines(found.source)))
    if found.path == _STANDARD_INPUT:
        named = tuple(each for each in named if isinstance(each, SoundscapeCue) and not _is_file(each))
    if not named:
        return ()
    from feltsense.mix.assets import AssetResolver  # noqa: PLC0415 - slow to load, and most scripts name no sound

    folder = None if found.path == _STANDARD_INPUT else found.path.parent
    shelf = AssetResolver(found.slug, folder)
    return tuple(told for each in named if (told := _looked_for(each, shelf, found.slug)))


def _named(exercise: Exercise, lines: Sequence[str]) -> Iterator[Play | SoundscapeCue]:
    front = exercise.front
    if front.soundscape:
        number = max(1, front.soundscape_line)
        yield SoundscapeCue(front.soundscape, Span(number, 1, max(2, len(lines[number - 1].rstrip()) + 1)))
    for node in exercise.walk():
        if isinstance(node, Play) or (isinstance(node, SoundscapeCue) and node.name):
            yield node


def _looked_for(step: Play | SoundscapeCue, shelf: "AssetResolver", slug: str) -> Diagnostic | None:
    try:
        shelf.expect((step,))
        if isinstance(step, Play):
            shelf.quick_length(step)
        elif _is_file(step):
            shelf.quick_length(Play(step.name or "", None, step.span))
    except SoundError as error:
        message = error.message.removeprefix(f"{slug}, line {step.span.line}: ")
        return Diagnostic(NOT_BESIDE, Severity.ERROR, step.span, message, error.hint)
    return None


def _is_file(step: SoundscapeCue) -> bool:
    return bool(Path(step.name or "").suffix)
