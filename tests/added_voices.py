"""Voices that were added, without their files."""

from pathlib import Path

from feltsense.voice.added.model import AddedVoice, VoiceMeasures
from feltsense.voice.port import VoiceStatus


def added(full_name: str, *languages: str, speakers: tuple[str, ...] = ()) -> AddedVoice:
    """Return a voice of that name and of those languages."""
    engine, _, name = full_name.partition(":")
    return AddedVoice(
        engine,
        name,
        languages,
        files={"model": Path("model.onnx")},
        sha256={"model": "0" * 64},
        licence="Apache-2.0",
        source="model.onnx",
        measures=VoiceMeasures(-23.0, 0.08, 205.0),
        speakers=speakers,
    )


SIWIS = added("kokoro:ff_siwis", "fr-FR")
DORA = added("kokoro:ef_dora", "es-ES")
BELLA = added("kokoro:af_bella", "en-US")
EMMA = added("heart:emma", "en-GB")
THORSTEN = added("piper:thorsten", "de-DE", speakers=("calm", "angry"))
ALL = (EMMA, BELLA, DORA, SIWIS, THORSTEN)


def working(*voices: AddedVoice) -> tuple[VoiceStatus, ...]:
    """Return what is told of heart, of `voices` and of system, where all of them work."""
    told = [("heart", ("en",)), *((voice.full_name, voice.languages) for voice in voices), ("system", ("en", "fr"))]
    return tuple(VoiceStatus(name, works=True, summary="", languages=spoken) for name, spoken in told)
