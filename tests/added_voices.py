"""Voices that were added, without their files."""

from pathlib import Path

from feltsense.voice.added.model import AddedVoice, VoiceMeasures


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
