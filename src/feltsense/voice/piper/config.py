"""The config beside a Piper model (`NAME.onnx.json`): its signs, its speakers, its rate. Old files lack many keys."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feltsense.errors import VoiceError, reason_of
from feltsense.system.files import open_regular
from feltsense.system.validate import as_text, integer, number
from feltsense.voice.espeak.languages import unread_language

if TYPE_CHECKING:
    from feltsense.voice.added.checked import FileReader

PAD, START, END = "_", "^", "$"
"""Signs of the model's own: between two phonemes, before the first and after the last."""

_MOST_BYTES = 4 * 1024**2
_ESPEAK = "espeak"
_ADD = "Add another voice: feltsense voices add FILE…"
_TYPES = {
    "text": "letters instead of phonemes",
    "pinyin": "Chinese by pinyin",
    "hebrew": "Hebrew by its own phonemizer",
    "japanese": "Japanese by its own phonemizer",
    "thai": "Thai by its own phonemizer",
}
"""Ways to phonemes that are not known here, in words."""


@dataclass(frozen=True, slots=True)
class PiperConfig:
    """What is read of a config."""

    rate: int
    """Frames per second."""
    hop: int
    """Frames of sound in one frame of a duration."""
    espeak_voice: str
    """What eSpeak NG calls the language."""
    language: str
    """BCP 47."""
    ids: Mapping[str, tuple[int, ...]]
    """Sign → its ids; most have one."""
    clusters: tuple[str, ...] = ()
    """Vowels that stand together as one sign, the longest first."""
    replaced: Mapping[str, tuple[str, ...]] | None = None
    """Sign of eSpeak NG → the model's signs for it."""
    speakers: Mapping[str, int] | None = None
    """Name → id, by id; None for one speaker."""
    default_speaker: int = 0
    noise: float = 0.667
    length: float = 1.0
    """What natural durations are multiplied by."""

    @property
    def signs(self) -> frozenset[str]:
        """The single signs that a phoneme can be written with."""
        known = {sign for sign in self.ids if len(sign) == 1} - {PAD, START, END}
        return frozenset(known.union(*self.clusters))


def read_piper_config(path: Path, read: "FileReader | None" = None) -> PiperConfig:
    """Return a model's config.

    Args:
        path: its file.
        read: reads it; None for a file that was never kept.

    Raises:
        VoiceError: it cannot be read, it is none, or its phonemes are made in a way that is not known here.
    """
    try:
        content = read(path) if read else _start_of(path)
        if len(content) > _MOST_BYTES:
            raise ValueError("it is far too long")  # noqa: TRY301 - told with the other reasons
        told = json.loads(content)
    except (OSError, ValueError, RecursionError) as error:
        reason = "it is no JSON" if isinstance(error, json.JSONDecodeError | UnicodeDecodeError) else reason_of(error)
        raise VoiceError(f"The config {path.name} cannot be read: {reason}.", _ADD) from error
    return piper_config(told, path.name)


def _start_of(path: Path) -> bytes:
    with open_regular(path) as file:
        return file.read(_MOST_BYTES + 1)


def piper_config(told: Any, name: str) -> PiperConfig:
    """Return a config of what stands in its file.

    Args:
        told: the file's JSON.
        name: of the file, for messages.

    Raises:
        VoiceError: it is none, or its phonemes are made in a way that is not known here.
    """
    try:
        _check_type(told, name)
        return _config(told, name)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise VoiceError(f"{name} is no config of a Piper voice, or a part of it is missing.", _ADD) from error


def _check_type(told: dict[str, Any], name: str) -> None:
    kind = as_text(told.get("phoneme_type") or _ESPEAK)
    if kind != _ESPEAK:
        meant = _TYPES.get(kind, f"the way “{kind}”")
        raise VoiceError(
            f"The voice of {name} reads {meant}, which is not known here; voices that read by eSpeak NG work.", _ADD
        )


def _check_language(espeak_voice: str, name: str) -> None:
    if unread := unread_language(espeak_voice):
        raise VoiceError(f"The voice of {name} speaks {unread}, and its writing is not read here.", _ADD)


def _config(told: dict[str, Any], name: str) -> PiperConfig:
    inference, language = told.get("inference") or {}, told.get("language") or {}
    espeak_voice = as_text(told["espeak"]["voice"])
    _check_language(espeak_voice, name)
    ids = {as_text(sign): _ids(each) for sign, each in told["phoneme_id_map"].items() if each}
    if not {PAD, START, END} <= set(ids):
        raise ValueError
    return PiperConfig(
        rate=integer(4000, 192_000)(told["audio"]["sample_rate"]),
        hop=integer(1, 8192)(told.get("hop_length") or 256),
        espeak_voice=espeak_voice,
        language=_tag(as_text(language.get("code") or espeak_voice)),
        ids=ids,
        clusters=_clusters(told.get("vowel_clusters") or (), ids),
        replaced={sign: tuple(map(as_text, each)) for sign, each in (told.get("phoneme_map") or {}).items()},
        speakers=_speakers(told),
        default_speaker=integer(0, 100_000)(told.get("default_speaker_id") or 0),
        noise=number(0, 2)(inference.get("noise_scale", 0.667)),
        length=number(0.2, 5)(inference.get("length_scale", 1.0)),
    )


def _ids(each: Any) -> tuple[int, ...]:
    read = integer(0, 1_000_000)
    return tuple(map(read, each)) if isinstance(each, list) else (read(each),)


def _clusters(told: Any, ids: Mapping[str, Any]) -> tuple[str, ...]:
    joined = {"".join(map(as_text, cluster)) for cluster in told}
    return tuple(
        sorted((cluster for cluster in joined if cluster in ids), key=lambda cluster: (-len(cluster), cluster))
    )


def _speakers(told: dict[str, Any]) -> dict[str, int] | None:
    count = integer(1, 100_000)(told.get("num_speakers") or 1)
    if count == 1:
        return None
    named = {as_text(name): integer(0, count - 1)(each) for name, each in (told.get("speaker_id_map") or {}).items()}
    unnamed = {str(each): each for each in range(count) if each not in named.values()}
    return dict(sorted((named | unnamed).items(), key=lambda entry: entry[1]))


def _tag(code: str) -> str:
    """Return `de_DE` as `de-DE`, `en-us` as `en-US`, `en-gb-x-rp` as `en-GB`."""
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:[_-]([A-Za-z]{2}|\d{3}))?(?:[_-].*)?", code)
    if not found:
        raise ValueError
    language, region = found[1].lower(), found[2]
    return f"{language}-{region.upper()}" if region else language
