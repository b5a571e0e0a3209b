"""The other voices of hibari, of heart's kind: which file is which, by its hash in hibari's own list."""

import hashlib
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from feltsense.errors import VoiceError
from feltsense.voice.added.given import GivenFile


@dataclass(frozen=True, slots=True)
class HibariVoice:
    """A voice in hibari's list."""

    name: str
    language: str
    """BCP 47."""


def hibari_voice(file: GivenFile) -> HibariVoice:
    """Return which of hibari's voices a file is.

    Raises:
        VoiceError: it is none, or a damaged one, or heart itself.
    """
    digest = hashlib.sha256()
    for block in file.blocks():
        digest.update(block)
    listed = _listed()
    for name, told in listed.items():
        if told["sha256"] == digest.hexdigest():
            if told.get("bundled"):
                raise VoiceError(f"{file.shown} is the voice {name}, which is built in.", f"Write voice: {name}.")
            return HibariVoice(name, told["language"])
    names = ", ".join(name for name, told in listed.items() if not told.get("bundled"))
    raise VoiceError(
        f"{file.shown} looks like a voice of hibari, but none of those in its list: {names}.",
        "It may be damaged, or of another release. Download it again.",
    )


def _listed() -> dict[str, Any]:
    spec = importlib.util.find_spec("hibari")
    path = Path(spec.origin or "").parent / "assets" / "voices.json" if spec else Path()
    try:
        read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise VoiceError("hibari's list of voices cannot be read.", "Install feltsense again.") from error
    return read
