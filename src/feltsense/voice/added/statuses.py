"""How added voices are told by `feltsense voices` and `doctor`."""

from feltsense.voice.added.store import added_voices, damaged_voices
from feltsense.voice.port import VoiceStatus


def added_statuses(engine: str, summary: str, missing: str = "") -> tuple[VoiceStatus, ...]:
    """Return for each added voice of an engine whether it works here.

    Args:
        engine: `heart`, `kokoro` or `piper`.
        summary: what such a voice is, in a few words.
        missing: why none of them works, in sentences, where a part of the engine is missing.
    """
    there = [
        VoiceStatus(voice.full_name, not missing, summary, voice.languages, missing, voice.speakers)
        for voice in added_voices()
        if voice.engine == engine
    ]
    damaged = [
        VoiceStatus(
            f"{engine}:{voice.name}",
            works=False,
            summary=summary,
            languages=(),
            reason=f"{voice.reason} Remove it with feltsense voices remove {engine}:{voice.name}, or add it again.",
        )
        for voice in damaged_voices()
        if voice.engine == engine
    ]
    return (*there, *damaged)
