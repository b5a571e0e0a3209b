"""What is wrong with the voice of a script: another language, not here, or a pace that is too slow for it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.script.diagnostics import UNFIT_VOICE, Diagnostic, Severity, Span
from feltsense.script.language import declare_language, unnamed_language

if TYPE_CHECKING:
    from feltsense.script.model import Exercise, FrontMatter


def voice_diagnostics(exercise: "Exercise", lines: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the voice that reads a script.

    A named one of another language is an error, and so is a damaged one, a name that no voice can have, or a pace below
    its slowest. A warning is what may be otherwise on the machine that renders the script: a voice that was not added
    on this one, and what is wrong with the one that the language chooses here.

    Args:
        exercise: the script.
        lines: of its source.
    """
    front = exercise.front
    if "voice" in front.given:
        return _of_named(exercise, lines)
    return (*_of_damaged(front, lines), *_of_pace(front, lines, Severity.WARNING))


def _of_named(exercise: "Exercise", lines: Sequence[str]) -> tuple[Diagnostic, ...]:
    from feltsense.voice.added.store import DamagedVoiceError, added_voices  # noqa: PLC0415 - most scripts name none
    from feltsense.voice.choosing import choose_voice  # noqa: PLC0415 - as above
    from feltsense.voice.registry import VOICES, require_voice  # noqa: PLC0415 - as above

    front, severity = exercise.front, Severity.ERROR
    try:
        choose_voice(front.voice, front.language, added_voices(), is_declared="language" in front.given)
        if front.voice.partition(":")[0] in VOICES:
            severity = Severity.WARNING
        require_voice(front.voice)
    except VoiceError as error:
        if isinstance(error, DamagedVoiceError):
            severity = Severity.ERROR
        return (_told(_in_context(error, exercise), severity, _line_of("voice", lines)),)
    return _of_pace(front, lines, Severity.ERROR)


def _in_context(error: VoiceError, exercise: "Exercise") -> VoiceError:
    """Return an error with the hint that fits the language of the script, which it may lack and plainly read as."""
    from feltsense.voice.added.store import MissingVoiceError, added_voices  # noqa: PLC0415 - as above
    from feltsense.voice.choosing import missing_voice, speaks, voice_languages  # noqa: PLC0415 - as above

    other, front, there = unnamed_language(exercise), exercise.front, added_voices()
    if isinstance(error, MissingVoiceError):
        return missing_voice(error, other or front.language, there)
    if other and voice_languages(front.voice, there) and speaks(front.voice, other, there):
        return VoiceError(error.message, declare_language(other))
    return error


def _of_damaged(front: "FrontMatter", lines: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return a warning where the language would choose a voice whose files are damaged."""
    from feltsense.voice.added.store import (  # noqa: PLC0415 - as above
        ADD_AGAIN,
        DamagedVoice,
        added_voices,
        change_of,
        damaged_voices,
    )
    from feltsense.voice.choosing import added_speaker, damaged_choice, not_taken  # noqa: PLC0415 - as above

    there = added_voices()
    found = damaged_choice(front.language, there, damaged_voices())
    speaker = None if found else added_speaker(front, there)
    if speaker and (reason := change_of(speaker)):
        found = DamagedVoice(speaker.engine, speaker.name, reason, speaker.languages)
    if not found:
        return ()
    return (Diagnostic(UNFIT_VOICE, Severity.WARNING, _line_of("language", lines), not_taken(found), ADD_AGAIN),)


def _of_pace(front: "FrontMatter", lines: Sequence[str], severity: Severity) -> tuple[Diagnostic, ...]:
    if "pace" not in front.given:
        return ()
    from feltsense.voice.added.store import added_voices  # noqa: PLC0415 - most scripts keep the pace
    from feltsense.voice.choosing import added_speaker  # noqa: PLC0415 - as above
    from feltsense.voice.pace_floor import require_pace  # noqa: PLC0415 - as above

    voice = added_speaker(front, added_voices())
    try:
        if voice:
            require_pace(voice, front.pace)
    except VoiceError as error:
        return (_told(error, severity, _line_of("pace", lines)),)
    return ()


def _told(error: VoiceError, severity: Severity, place: Span) -> Diagnostic:
    return Diagnostic(UNFIT_VOICE, severity, place, error.message, error.hint)


def _line_of(key: str, lines: Sequence[str]) -> Span:
    """Return where a key of the front matter stands, with its value."""
    pattern = re.compile(rf"""["']?{key}["']?\s*:""")
    for number, line in enumerate(lines, 1):
        if pattern.match(line):
            return Span(number, 1, len(line.rstrip()) + 1)
    return Span(1, 1, 2)
