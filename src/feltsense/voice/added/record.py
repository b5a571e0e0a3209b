"""The record of an added voice: `voice.toml` beside its files, written when it is added.

Anybody may have changed it since, so all of it is checked, and no name in it leads out of the voice's folders.
"""

import json
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from feltsense.system.files import open_regular
from feltsense.system.validate import as_text, integer, number
from feltsense.voice.added.model import VoiceMeasures

RECORD_NAME = "voice.toml"
ROLES: Mapping[str, tuple[str, ...]] = {"heart": ("model",), "kokoro": ("model", "style"), "piper": ("model", "config")}
"""Engine → the files that a voice of it consists of. Engines that are not in here take no voices."""

_FORM = 1
MOST_RECORD_BYTES = 256 * 1024
_MOST_FILE_BYTES = 8 * 1024**3
_NAME = re.compile(r"[^\W_](?:[\w.-]{0,62}[^\W_])?")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.(?:onnx|bin|json)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of an added voice, as it was when it was written."""

    name: str
    """In the folder of the voice, or in that of its engine for what several voices share; see `file_path`."""
    size: int
    """Bytes."""
    sha256: str
    modified_ns: int
    """Its time of change, in nanoseconds."""


@dataclass(frozen=True, slots=True)
class VoiceRecord:
    """What `voice.toml` says; the fields are those of `AddedVoice`."""

    engine: str
    name: str
    languages: tuple[str, ...]
    files: Mapping[str, StoredFile]
    licence: str
    source: str
    measures: VoiceMeasures | None
    speakers: tuple[str, ...] = ()


def is_voice_name(name: str) -> bool:
    """Tell whether a voice can have this name: letters, digits and `_ . -` within it, at most 64, no path."""
    return bool(_NAME.fullmatch(name)) and ".." not in name


def composed(name: str) -> str:
    """Return a name with its accents as one sign each: some file systems take them apart."""
    return unicodedata.normalize("NFC", name)


def file_path(folder: Path, engine: str, role: str, name: str) -> Path:
    """Return where a file is kept; kokoro's model lies once beside the folders of its voices."""
    return (folder.parent if (engine, role) == ("kokoro", "model") else folder) / name


def record_bytes(record: VoiceRecord) -> bytes:
    """Return the record as TOML."""
    lines = ["# Written by feltsense voices add. It is read when this voice speaks.", f"form = {_FORM}"]
    lines += [f"{key} = {_quoted(getattr(record, key))}" for key in ("engine", "name", "licence", "source")]
    for key in ("languages", "speakers"):
        lines.append(f"{key} = [{', '.join(map(_quoted, getattr(record, key)))}]")
    for role, file in record.files.items():
        lines += ["", f"[files.{role}]", f"name = {_quoted(file.name)}", f"bytes = {file.size}"]
        lines += [f"sha256 = {_quoted(file.sha256)}", f"modified_ns = {file.modified_ns}"]
    if record.measures:
        found = record.measures
        lines += ["", "[measures]", f"lufs = {found.lufs:.2f}"]
        lines += [f"seconds_per_phoneme = {found.seconds_per_phoneme:.5f}"]
        lines += [f"words_per_minute = {found.words_per_minute:.1f}", f"edge_s = {found.edge_s:.3f}"]
    return ("\n".join(lines) + "\n").encode()


def read_voice_record(folder: Path, engine: str) -> VoiceRecord:
    """Read the record in the folder of a voice.

    Raises:
        OSError: it is not there, or cannot be read.
        ValueError: it is no record of a voice of this engine and of the folder's name.
    """
    with open_regular(folder / RECORD_NAME) as file:
        content = file.read(MOST_RECORD_BYTES + 1)
    if len(content) > MOST_RECORD_BYTES:
        raise ValueError("it is far too long")
    try:
        return _record(tomllib.loads(content.decode()), engine, composed(folder.name))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("it is no record of a voice") from error


def _record(told: dict[str, Any], engine: str, name: str) -> VoiceRecord:
    if told["form"] != _FORM:
        raise ValueError(f"its form is {told['form']}, and this feltsense knows form {_FORM}")
    if (told["engine"], told["name"]) != (engine, name):
        raise ValueError(f"it is the record of {told['engine']}:{told['name']}")
    measures = told.get("measures")
    return VoiceRecord(
        engine,
        name,
        languages=tuple(_matching(_LANGUAGE, each) for each in told["languages"]) or _refuse("it tells no language"),
        files={role: _file(told["files"][role]) for role in ROLES[engine]},
        licence=as_text(told["licence"]),
        source=as_text(told["source"]),
        measures=None if measures is None else _measures(measures),
        speakers=tuple(as_text(each) for each in told.get("speakers", ())),
    )


def _file(told: dict[str, Any]) -> StoredFile:
    size, modified = integer(1, _MOST_FILE_BYTES)(told["bytes"]), integer(0, 2**63)(told["modified_ns"])
    return StoredFile(_matching(_FILE, told["name"]), size, _matching(_SHA256, told["sha256"]), modified)


def _measures(told: dict[str, Any]) -> VoiceMeasures:
    lufs, seconds = number(-70, 20)(told["lufs"]), number(0.005, 2)(told["seconds_per_phoneme"])
    return VoiceMeasures(
        lufs, seconds, number(10, 2000)(told["words_per_minute"]), number(-2, 2)(told.get("edge_s", 0))
    )


def _matching(pattern: re.Pattern[str], value: Any) -> str:
    if not pattern.fullmatch(as_text(value)):
        raise ValueError(f"“{value}” cannot stand in it")
    return str(value)


def _refuse(why: str) -> Any:
    raise ValueError(why)


def _quoted(text: str) -> str:
    """Return a text as a TOML string, whatever is in it."""
    clean = text.encode("utf-8", "replace").decode()
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007F")
