"""What is wrong with the voice that a script names: it speaks another language, or it is not here."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.script.diagnostics import UNFIT_VOICE, Diagnostic, Severity, Span

if TYPE_CHECKING:
    from feltsense.script.model import FrontMatter

_KEY = re.compile(r"""["']?voice["']?\s*:""")


def voice_diagnostics(front: "FrontMatter", lines: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a script's own voice.

    One of another language is an error, and so is a name that no voice can have; one that was not added on this machine
    is a warning, for it may be on that which renders the script.

    Args:
        front: what the script says about itself.
        lines: of its source.
    """
    if "voice" not in front.given:
        return ()
    from feltsense.voice.added.store import added_voices  # noqa: PLC0415 - most scripts name no voice
    from feltsense.voice.choosing import choose_voice  # noqa: PLC0415 - as above
    from feltsense.voice.registry import VOICES, require_voice  # noqa: PLC0415 - as above

    severity = Severity.ERROR
    try:
        choose_voice(front.voice, front.language, added_voices())
        if front.voice.partition(":")[0] in VOICES:
            severity = Severity.WARNING
        require_voice(front.voice)
    except VoiceError as error:
        return (Diagnostic(UNFIT_VOICE, severity, _place(lines), error.message, error.hint),)
    return ()


def _place(lines: Sequence[str]) -> Span:
    for number, line in enumerate(lines, 1):
        if _KEY.match(line):
            return Span(number, 1, len(line.rstrip()) + 1)
    return Span(1, 1, 2)
