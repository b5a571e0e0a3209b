"""The voice `heart`: natural English from a small model inside the package. No download, no network."""

import hashlib
import importlib.metadata
import importlib.util
import platform
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.added.checked import checked_reader
from feltsense.voice.added.statuses import added_statuses
from feltsense.voice.added.store import added_voice
from feltsense.voice.choosing import check_language
from feltsense.voice.heart.pace import HEART_PACE, HEART_PACE_VERSION
from feltsense.voice.heart.text import HEART_READER, HEART_TEXT_VERSION, EnglishReader, english_identity
from feltsense.voice.neural.pace import PaceModel
from feltsense.voice.port import Speech, Utterance, Voice, VoiceStatus
from feltsense.voice.validate import validate_utterance

if TYPE_CHECKING:
    from feltsense.voice.added.model import AddedVoice
    from feltsense.voice.heart.engine import HeartEngine

HEART_NAME = "heart"
_MODEL = "assets/hibari.onnx"
_LUFS_AT_120, _LU_PER_WPM = -26.34, 0.0045
"""Measured on the exercises inside the package, at paces from 90 to 180; the tests measure others."""
_SUMMARY = "natural English, built in, works offline"
_ADDED_SUMMARY = "natural English, another voice of heart's kind"
_HINT = "Install feltsense again: pip install --force-reinstall feltsense. Or use the voice system."


def open_voice(variant: str = "") -> Voice:
    """Return the voice, or the one that was added as `heart:VARIANT`. The model is loaded when it first speaks.

    Raises:
        VoiceError: the voice is not installed, or was not added.
    """
    return open_added_heart(added_voice(f"{HEART_NAME}:{variant}")) if variant else HeartVoice(_model())


def open_added_heart(added: "AddedVoice") -> Voice:
    """Return another of hibari's voices by its file.

    Raises:
        VoiceError: hibari is not installed.
    """
    _model()
    return HeartVoice(added.files["model"], added)


def statuses() -> tuple[VoiceStatus, ...]:
    """Return whether the voice and those that were added to it work here, without loading any."""
    own = _status()
    return (own, *added_statuses(HEART_NAME, _ADDED_SUMMARY, own.reason))


def _status() -> VoiceStatus:
    try:
        _model()
    except VoiceError as error:
        return VoiceStatus(
            HEART_NAME, works=False, summary=_SUMMARY, languages=("en",), reason=f"{error.message} {error.hint}"
        )
    return VoiceStatus(HEART_NAME, works=True, summary=_SUMMARY, languages=("en",))


class HeartVoice:
    """Fits `Voice`.

    Args:
        model: the model's file.
        added: the voice that it is of, where it is not heart itself.
    """

    def __init__(self, model: Path, added: "AddedVoice | None" = None) -> None:
        self._model = model
        self._added = added
        self._read = checked_reader(added) if added else Path.read_bytes
        self._reader = _reader(added) if added else HEART_READER
        self._lock = Lock()
        self._engine: HeartEngine | None = None

    @property
    def name(self) -> str:
        """The name that it is chosen by."""
        return self._reader.name

    def identity(self, language: str) -> Mapping[str, str]:
        """Return what changes the sound besides the utterance. The language does not: it is always English."""
        self._check(language)
        if self._added:
            return {**_identity(self._added.sha256["model"]), **english_identity(self._reader)}
        return _identity(_hash_of(self._model))

    def loudness(self, pace: Wpm) -> float | None:
        """Return the loudness that was measured for the pace; a whole script is within a quarter of an LU of it."""
        if self._added:
            return self._added.measures.lufs if self._added.measures else None
        return _LUFS_AT_120 + _LU_PER_WPM * (pace - 120)

    def speak(self, utterance: Utterance) -> Speech:
        """Speak one phrase. Safe to call from several threads; the first call loads the model.

        Raises:
            VoiceError: another language than English, or text that it cannot read.
        """
        self._check(utterance.language)
        return self._loaded().speak(validate_utterance(utterance))

    def close(self) -> None:
        """Free the model's memory. Speaking again would load it again."""
        with self._lock:
            engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()

    @property
    def pace_model(self) -> PaceModel:
        """How it stretches its natural pace."""
        return HEART_PACE

    def natural_seconds(self, utterance: Utterance) -> float:
        """Return what a phrase lasts at the voice's natural pace, without the silence around it.

        Raises:
            VoiceError: text that it cannot read.
        """
        return self._loaded().natural_seconds(validate_utterance(utterance))

    def _loaded(self) -> "HeartEngine":
        with self._lock:
            if self._engine is None:
                from feltsense.voice.heart.engine import HeartEngine  # noqa: PLC0415  200 ms, so only to speak

                self._engine = HeartEngine(self._read(self._model), self._reader)
            return self._engine

    def _check(self, language: str) -> None:
        check_language(self.name, self._added.languages if self._added else ("en",), language)


def _reader(added: "AddedVoice") -> EnglishReader:
    return EnglishReader(added.full_name, british=added.languages[0].lower() == "en-gb")


@cache
def _hash_of(model: Path) -> str:
    return hashlib.sha256(model.read_bytes()).hexdigest()


@cache
def _identity(model: str) -> Mapping[str, str]:
    """Return what changes the sound of a model of that hash."""
    from feltsense.voice.postprocess import POSTPROCESS_VERSION  # noqa: PLC0415  numpy, so only when speech is asked for

    versions = {name: _version(name) for name in ("hibari-tts", "onnxruntime", "numpy", "soxr")}
    return MappingProxyType(
        versions
        | {
            "engine": HEART_NAME,
            "model": model,
            # hibari takes scipy's transforms where it finds them: other bits, the same sound
            "transforms": _version("scipy"),
            "pace": HEART_PACE_VERSION,
            "text": HEART_TEXT_VERSION,
            "post": POSTPROCESS_VERSION,
            "machine": f"{platform.system()} {platform.machine()}",
        }
    )


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _model() -> Path:
    """Return the model's file without importing the engine."""
    for package in ("hibari", "onnxruntime"):
        if importlib.util.find_spec(package) is None:
            raise VoiceError(f"The voice {HEART_NAME} is not here: the package {package} is missing.", _HINT)
    spec = importlib.util.find_spec("hibari")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    model = folder / _MODEL
    if not model.is_file():
        raise VoiceError(f"The voice {HEART_NAME} is not here: its model {model} is missing.", _HINT)
    return model
