"""What a given file is, by what is in it and not by its name. Nothing in it is ever run; pickles are refused."""

import io
import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from feltsense.errors import VoiceError
from feltsense.voice.added.given import GivenFile, file_from_bytes, is_text_name, pickle_error
from feltsense.voice.added.hibari_files import hibari_voice
from feltsense.voice.added.kokoro_parts import is_part
from feltsense.voice.added.onnx_signature import CutOffError, onnx_signature

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STYLE_BYTES = 510 * 256 * 4
"""Of a Kokoro voice: little-endian float32 (510, 256)."""

_MOST_JSON = 8 << 20
_MOST_TEXT = 256 << 10
_LOUDEST = 100.0
"""No number of a voice vector comes near it."""
_STYLE_NAME = re.compile(r"[a-z][fm]_[a-z]+\.(bin|npy)")
_PICKLE = re.compile(rb"\x80[\x01-\x05]|\((?:dp|lp)\d*\n|c[\w.]+\n\w+\n|[\]}]q\x00")
_AGAIN = "Download it again, whole."
_WHAT = "feltsense knows Kokoro's model and voice vectors, Piper's .onnx with its .onnx.json, and hibari's voices."


class FileKind(StrEnum):
    """What of a voice a file is."""

    KOKORO_MODEL = "kokoro model"
    KOKORO_STYLE = "kokoro voice vector"
    KOKORO_PART = "part of a kokoro model"
    PIPER_MODEL = "piper model"
    PIPER_CONFIG = "piper config"
    HEART_MODEL = "hibari model"
    TEXT = "model card or licence"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file, and what it is."""

    kind: FileKind
    file: GivenFile
    inputs: frozenset[str] = frozenset()
    """What a model takes."""
    config: dict[str, Any] = field(default_factory=dict)
    """What a piper config says."""


def recognise(file: GivenFile) -> Recognised | None:
    """Return what a file is; None for one that was found in an archive or folder and is nothing of a voice.

    Raises:
        VoiceError: it was given by itself and is nothing of a voice, or it is one and damaged, or a pickle.
    """
    if is_text_name(file.name):
        return Recognised(FileKind.TEXT, file) if _is_text(file.read(_MOST_TEXT)) else None
    found = next((told for told in _looks(file) if told), None)
    if found is None and not file.inside:
        raise _unknown(file)
    return found


def _looks(file: GivenFile) -> Iterator[Recognised | None]:
    head = file.read(64)
    if head[:1] == b"\x08":
        yield _onnx(file)
    if head.startswith(b"\x93NUMPY"):
        yield _array(file)
    if is_part(file):
        yield Recognised(FileKind.KOKORO_PART, file)
    if file.size == STYLE_BYTES:
        yield _raw_style(file)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        yield _json(file)
    if _PICKLE.match(head):
        raise pickle_error(file.shown)
    if _STYLE_NAME.fullmatch(file.name):
        raise VoiceError(f"{file.shown} is named as a voice vector of Kokoro and is none, or is cut off.", _AGAIN)


def _onnx(file: GivenFile) -> Recognised | None:
    """Look whether a file is an ONNX model."""
    if is_part(file):  # the first of four begins as the whole does
        return Recognised(FileKind.KOKORO_PART, file)
    try:
        found = onnx_signature(file.read())
    except CutOffError:
        raise VoiceError(f"{file.shown} is an ONNX model that is cut off.", _AGAIN) from None
    if found is None:
        return None
    takes = found.inputs
    if {"style", "speed"} < takes and takes & {"tokens", "input_ids"}:
        return Recognised(FileKind.KOKORO_MODEL, file, takes)
    if {"input", "input_lengths", "scales"} <= takes:
        return Recognised(FileKind.PIPER_MODEL, file, takes)
    if takes == {"ids", "speed"}:
        hibari_voice(file)
        return Recognised(FileKind.HEART_MODEL, file, takes)
    if file.inside:
        return None
    names = ", ".join(sorted(takes)[:6]) or "nothing"
    raise VoiceError(f"{file.shown} is an ONNX model, but of no voice that feltsense knows: it takes {names}.", _WHAT)


def _array(file: GivenFile) -> Recognised:
    """Read a voice vector as numpy keeps it.

    Raises:
        VoiceError: it is another array, or one of Python's objects, which would be a pickle.
    """
    import numpy as np  # noqa: PLC0415 - as the engines do: not for help

    if file.size > STYLE_BYTES + 4096:
        raise _no_style(file)
    try:
        found: NDArray[np.float32] = np.load(io.BytesIO(file.read()), allow_pickle=False)
    except ValueError as error:
        raise pickle_error(file.shown) if "allow_pickle" in str(error) else _no_style(file) from error
    except Exception as error:  # its errors have no class in common
        raise _no_style(file) from error
    if found.dtype != np.dtype("<f4") or found.shape not in {(510, 256), (510, 1, 256)}:
        raise _no_style(file)
    return _style(file, found)


def _raw_style(file: GivenFile) -> Recognised:
    import numpy as np  # noqa: PLC0415 - as above

    return _style(file, np.frombuffer(file.read(), "<f4"))


def _style(file: GivenFile, numbers: "NDArray[np.float32]") -> Recognised:
    import numpy as np  # noqa: PLC0415 - as above

    with np.errstate(all="ignore"):
        highest = np.abs(numbers).max()
    if not 0 < highest < _LOUDEST:  # what is no number is in no range
        raise _no_style(file)
    return Recognised(FileKind.KOKORO_STYLE, file_from_bytes(file, f"{file.stem}.bin", numbers.tobytes()))


def _no_style(file: GivenFile) -> VoiceError:
    return VoiceError(f"The numbers in {file.shown} are no voice vector of Kokoro, or it is damaged.", _AGAIN)


def _json(file: GivenFile) -> Recognised | None:
    if file.size > _MOST_JSON:
        return None
    try:
        told = json.loads(file.read(_MOST_JSON).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        if not file.inside:
            raise VoiceError(f"{file.shown} begins as JSON and is damaged, or cut off.", _AGAIN) from error
        return None
    if not isinstance(told, dict) or not isinstance(told.get("phoneme_id_map"), dict):
        return None
    return Recognised(FileKind.PIPER_CONFIG, file, config=told)


def _unknown(file: GivenFile) -> VoiceError:
    if file.name.lower().endswith((".pt", ".pth", ".pkl", ".pickle")):
        return pickle_error(file.shown)
    if file.name.lower().endswith(".onnx"):
        return VoiceError(f"{file.shown} is no ONNX model, whatever its name, or it is damaged.", _AGAIN)
    kind = "a text" if _is_text(file.read(_MOST_TEXT)) else "nothing that feltsense knows"
    return VoiceError(f"{file.shown} is {kind}, and no voice.", _WHAT)


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in getincrementaldecoder("utf-8")().decode(content)  # its last letter may be cut in two
    except UnicodeDecodeError:
        return False
