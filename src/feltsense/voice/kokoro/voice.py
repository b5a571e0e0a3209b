"""The voices `kokoro:NAME`: natural voices of several languages, whose files the user adds. No download, no network."""

import importlib.metadata
import platform
from collections.abc import Mapping
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.added.checked import checked_reader
from feltsense.voice.added.statuses import added_statuses
from feltsense.voice.added.store import added_voice
from feltsense.voice.choosing import check_language
from feltsense.voice.espeak.library import ESPEAK_HINT, has_espeak_ng
from feltsense.voice.heart.text import EnglishReader, english_identity
from feltsense.voice.kokoro.pace import KOKORO_PACE_VERSION, KOKORO_PACES
from feltsense.voice.kokoro.signs import (
    KOKORO_LANGUAGES,
    KOKORO_SIGNS_VERSION,
    KokoroLanguage,
    language_for_tag,
    spell_for_kokoro,
    tie_sounds,
)
from feltsense.voice.neural.pace import PaceModel
from feltsense.voice.pace_floor import require_pace
from feltsense.voice.port import Speech, Utterance, Voice, VoiceStatus
from feltsense.voice.validate import validate_utterance

if TYPE_CHECKING:
    from feltsense.voice.added.model import AddedVoice
    from feltsense.voice.kokoro.engine import KokoroEngine
    from feltsense.voice.phonemes import Phonemes

KOKORO_NAME = "kokoro"
_SUMMARY = "a natural voice of Kokoro, slow to load, works offline"


def open_voice(variant: str) -> Voice:
    """Return the voice `kokoro:VARIANT`. The model is loaded when it first speaks.

    Raises:
        VoiceError: it was not added.
    """
    return KokoroVoice(added_voice(f"{KOKORO_NAME}:{variant}"))


def statuses() -> tuple[VoiceStatus, ...]:
    """Return whether the voices that were added work here, without loading any."""
    return tuple(_with_reader(status) for status in added_statuses(KOKORO_NAME, _SUMMARY))


class KokoroVoice:
    """Fits `Voice`.

    Args:
        added: its files.

    Raises:
        VoiceError: it is of a language that nothing here can read.
    """

    def __init__(self, added: "AddedVoice") -> None:
        self._added = added
        self._language = _language(added)
        self._lock = Lock()
        self._engine: KokoroEngine | None = None

    @property
    def name(self) -> str:
        """The name that it is chosen by."""
        return self._added.full_name

    def identity(self, language: str) -> Mapping[str, str]:
        """Return what changes the sound besides the utterance: model, vectors, phonemes and their versions."""
        self._check_language(language)
        from feltsense.voice.postprocess import POSTPROCESS_VERSION  # noqa: PLC0415  numpy, so only for speech

        return {
            **{package: importlib.metadata.version(package) for package in ("onnxruntime", "numpy", "soxr")},
            **self._reader_identity(),
            "engine": KOKORO_NAME,
            "model": self._added.sha256["model"],
            "style": self._added.sha256["style"],
            "signs": KOKORO_SIGNS_VERSION,
            "pace": KOKORO_PACE_VERSION,
            "post": POSTPROCESS_VERSION,
            "machine": f"{platform.system()} {platform.machine()}",
        }

    def loudness(self, pace: Wpm) -> float | None:  # noqa: ARG002 - of the port; it hardly changes with the pace
        """Return the loudness that was measured when it was added."""
        return self._added.measures.lufs if self._added.measures else None

    def speak(self, utterance: Utterance) -> Speech:
        """Speak one phrase. Safe to call from several threads; the first call loads the model.

        Raises:
            VoiceError: another language, a pace that is too slow for it, or text that it cannot read.
        """
        self._check_language(utterance.language)
        require_pace(self._added, utterance.pace)
        phrase = validate_utterance(utterance)
        return self._loaded().speak(phrase)

    @property
    def pace_model(self) -> PaceModel:
        """How it stretches its natural pace."""
        return KOKORO_PACES[self._language.tag[:2]]

    def natural_seconds(self, utterance: Utterance) -> float:
        """Return what a phrase lasts at the voice's natural pace, without the silence around it.

        Raises:
            VoiceError: as `speak`.
        """
        self._check_language(utterance.language)
        return self._loaded().natural_seconds(validate_utterance(utterance))

    def close(self) -> None:
        """End what is being spoken, and free the model's memory. Speaking again would load it again."""
        with self._lock:
            engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()

    def _loaded(self) -> "KokoroEngine":
        with self._lock:
            if self._engine is None:
                from feltsense.voice.kokoro.engine import KokoroEngine  # noqa: PLC0415  seconds, so only to speak

                files, pace = self._added.files, KOKORO_PACES[self._language.tag[:2]]
                self._engine = KokoroEngine(
                    self.name, files["model"], files["style"], self._phonemes(), pace, checked_reader(self._added)
                )
            return self._engine

    def _phonemes(self) -> "Phonemes":
        if not self._language.espeak:
            from feltsense.voice.heart.english import EnglishPhonemes  # noqa: PLC0415  200 ms

            return EnglishPhonemes(self._english)
        from feltsense.voice.espeak.phonemes import EspeakPhonemes, EspeakReader  # noqa: PLC0415  only to speak

        espeak = self._language.espeak
        return EspeakPhonemes(EspeakReader(self.name, espeak, spell_for_kokoro, tied=True, spell_said=tie_sounds))

    @property
    def _english(self) -> EnglishReader:
        return EnglishReader(self.name, british=self._language.tag == "en-GB")

    def _reader_identity(self) -> Mapping[str, str]:
        if not self._language.espeak:
            return english_identity(self._english)
        return self._phonemes().identity(self._language.tag)

    def _check_language(self, language: str) -> None:
        check_language(self.name, (self._language.tag,), language)


def _language(added: "AddedVoice") -> KokoroLanguage:
    language = language_for_tag(added.languages[0])
    if language is None:
        raise VoiceError(
            f"The voice {added.full_name} speaks {added.languages[0]}, which cannot be read here.",
            f"Kokoro's voices of these languages can: {', '.join(one.tag for one in KOKORO_LANGUAGES)}.",
        )
    return language


def _with_reader(status: VoiceStatus) -> VoiceStatus:
    language = language_for_tag(status.languages[0]) if status.languages else None
    if status.works and language is None:
        return replace(status, works=False, reason="Its language cannot be read here.")
    if status.works and language and language.espeak and not has_espeak_ng():
        return replace(status, works=False, reason=f"It needs eSpeak NG to pronounce words. {ESPEAK_HINT}")
    return status
