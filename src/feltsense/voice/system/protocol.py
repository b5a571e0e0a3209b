"""The protocol between the voice `system` and its worker process: one JSON object a line."""

from typing import NotRequired, TypedDict


class VoiceInfo(TypedDict):
    """A voice of the engine, as the engine describes it."""

    id: str
    name: str
    languages: list[str]


class EngineInfo(TypedDict):
    """The engine that the worker found."""

    driver: str
    espeak: str
    """The library's version; empty for other engines."""
    voice: str
    """The id of the voice that the engine starts with."""
    voices: list[VoiceInfo]


class SpeakRequest(TypedDict):
    """Write one phrase to a file."""

    text: str
    voice: str
    """An id from `EngineInfo`."""
    rate: int
    """In the engine's own unit."""
    path: str
    """A fresh file in the worker's folder."""
    timeout_s: float


class Answer(TypedDict):
    """Without an error the engine is ready, or the file is there."""

    engine: NotRequired[EngineInfo]
    """In the first line only."""
    error: NotRequired[str]
    """What went wrong, in the engine's words. In the first line: there is no engine."""
