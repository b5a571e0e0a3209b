"""Voices of Piper that the user added: `piper:NAME`, and `piper:NAME:SPEAKER` where a model has several speakers."""

import importlib.metadata
import platform
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.added.checked import checked_reader
from feltsense.voice.added.statuses import added_statuses
from feltsense.voice.added.store import added_voice
from feltsense.voice.choosing import check_language
from feltsense.voice.espeak.library import ESPEAK_HINT, has_espeak_ng
from feltsense.voice.neural.pace import PaceModel
from feltsense.voice.pace_floor import require_pace
from feltsense.voice.piper.config import PiperConfig, read_piper_config
from feltsense.voice.piper.pace import PIPER_PACE_VERSION, piper_pace
from feltsense.voice.piper.signs import PIPER_SIGNS_VERSION, piper_phrase, spell_for_piper
from feltsense.voice.port import Speech, Utterance, Voice, VoiceStatus
from feltsense.voice.validate import validate_utterance

if TYPE_CHECKING:
    from feltsense.voice.added.model import AddedVoice
    from feltsense.voice.phonemes import Phonemes
    from feltsense.voice.piper.engine import PiperEngine, PiperTask

_SUMMARY = "natural, from Piper"
_MOST_IDS = 1500
"""About forty words; longer ones take much memory."""


def open_voice(variant: str) -> Voice:
    """Return an added voice. Its model is loaded when it first speaks.

    Args:
        variant: NAME, or NAME:SPEAKER.

    Raises:
        VoiceError: there is none, it has no such speaker, or its config cannot be used.
    """
    name, _, speaker = variant.partition(":")
    return PiperVoice(added_voice(f"piper:{name}"), speaker)


def statuses() -> tuple[VoiceStatus, ...]:
    """Return for each added voice whether it works here."""
    missing = "" if has_espeak_ng() else f"It needs eSpeak NG to pronounce words: {ESPEAK_HINT}"
    return added_statuses("piper", _SUMMARY, missing)


class PiperVoice:
    """Fits `Voice`.

    Args:
        added: the voice's files and measures.
        speaker: a name of the config; empty for the default one.

    Raises:
        VoiceError: it has no such speaker, or its config cannot be used.
    """

    def __init__(self, added: "AddedVoice", speaker: str = "") -> None:
        self._added = added
        self.name = f"{added.full_name}:{speaker}" if speaker else added.full_name
        self._read = checked_reader(added)
        self._config: PiperConfig = read_piper_config(added.files["config"], self._read)
        self._speaker = _speaker_id(self._config, speaker, added.full_name)
        self._lock = Lock()
        self._engine: PiperEngine | None = None
        self._phonemes: Phonemes | None = None

    def identity(self, language: str) -> Mapping[str, str]:
        """Return what changes the sound besides the utterance."""
        self._check_language(language)
        from feltsense.voice.postprocess import POSTPROCESS_VERSION  # noqa: PLC0415 - numpy, so only to speak

        measures = self._added.measures
        return {
            **self._reader().identity(language),
            **{package: importlib.metadata.version(package) for package in ("onnxruntime", "numpy", "soxr")},
            "engine": "piper",
            "model": self._added.sha256["model"],
            "config": self._added.sha256["config"],
            "speaker": str(self._speaker),
            "signs": PIPER_SIGNS_VERSION,
            "pace": f"{PIPER_PACE_VERSION}/{measures.words_per_minute if measures else ''}",
            "noise": "seed 0",
            "post": POSTPROCESS_VERSION,
            "machine": f"{platform.system()} {platform.machine()}",
        }

    def loudness(self, pace: Wpm) -> float | None:  # noqa: ARG002 - of the port; it is the same at all of them
        """Return the loudness that was measured when the voice was added; that was the speaker of its config."""
        measures = self._added.measures
        return measures.lufs if measures and self._speaker == self._config.default_speaker else None

    def speak(self, utterance: Utterance) -> Speech:
        """Speak one phrase. Safe to call from several threads; the first call loads the model.

        Raises:
            VoiceError: another language, a pace that is too slow for it, or text that it cannot read.
        """
        require_pace(self._added, utterance.pace)
        task = self._task(utterance)
        return self._loaded().speak(task)

    def natural_seconds(self, utterance: Utterance) -> float:
        """Return what a phrase lasts at the voice's natural pace, without the silence around it.

        Raises:
            VoiceError: as `speak`.
        """
        task = self._task(utterance)
        return self._loaded().natural_seconds(task)

    @property
    def pace_model(self) -> PaceModel:
        """How it stretches its natural pace."""
        measures = self._added.measures
        return piper_pace(measures.words_per_minute if measures else None)

    def close(self) -> None:
        """End what is being spoken, and free the model's memory. Speaking again would load it again."""
        with self._lock:
            engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()

    def _task(self, utterance: Utterance) -> "PiperTask":
        from feltsense.voice.piper.engine import PiperTask  # noqa: PLC0415 - numpy, so only to speak

        self._check_language(utterance.language)
        clean = validate_utterance(utterance)
        said = self._reader().phrase(clean, self._config.signs)
        phrase = piper_phrase(said, self._config, self.name)
        if len(phrase.ids) > _MOST_IDS:
            raise VoiceError(
                f"This is too long for the voice {self.name}: «{clean.text}».", "Split it into shorter sentences."
            )
        return PiperTask(clean.text, phrase, clean.pace, self._speaker)

    def _reader(self) -> "Phonemes":
        with self._lock:
            if self._phonemes is None:
                from feltsense.voice.espeak.phonemes import EspeakPhonemes, EspeakReader  # noqa: PLC0415 - to speak

                marks = "".join(mark for mark in _MARKS if mark in self._config.signs)
                reader = EspeakReader(
                    self.name,
                    self._config.espeak_voice,
                    lambda group: spell_for_piper(self._config, group),
                    marks=marks,
                )
                self._phonemes = EspeakPhonemes(reader)
            return self._phonemes

    def _loaded(self) -> "PiperEngine":
        with self._lock:
            if self._engine is None:
                from feltsense.voice.piper.engine import PiperEngine  # noqa: PLC0415 - onnxruntime, so only to speak

                model = self._read(self._added.files["model"])
                self._engine = PiperEngine(model, self._config, self.pace_model)
            return self._engine

    def _check_language(self, language: str) -> None:
        check_language(self.name, self._added.languages, language)


_MARKS = ".,;:!?…—“”()"


def _speaker_id(config: PiperConfig, speaker: str, voice: str) -> int:
    if not speaker:
        return config.default_speaker
    speakers = config.speakers or {}
    if speaker not in speakers:
        some = list(speakers)[:8]
        hint = f"It has: {', '.join(some)}{' …' if len(speakers) > len(some) else ''}." if some else f"Write {voice}."
        raise VoiceError(f"The voice {voice} has no speaker called “{speaker}”.", hint)
    return speakers[speaker]
