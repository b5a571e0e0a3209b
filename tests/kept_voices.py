"""Makes added voices as they are kept, out of files that could never speak; and watches others being added."""

import hashlib
from pathlib import Path

from feltsense.voice.added.add import AddStep
from feltsense.voice.added.model import AddedVoice, VoiceMeasures
from feltsense.voice.added.record import RECORD_NAME, StoredFile, VoiceRecord, file_path, record_bytes
from feltsense.voice.added.store import voices_folder

MEASURES = VoiceMeasures(-21.5, 0.08, 205.0)
_NAMES = {
    "heart": {"model": "model.onnx"},
    "kokoro": {"model": "model-0123abcd.onnx", "style": "style.bin"},
    "piper": {"model": "model.onnx", "config": "config.json"},
}


class Watching:
    """Fits `AddWatch`: keeps what it is told."""

    def __init__(self) -> None:
        self.steps: list[AddStep] = []
        self.there: tuple[AddedVoice, ...] = ()

    def step(self, step: AddStep) -> None:
        self.steps.append(step)

    def settled(self, added: tuple[AddedVoice, ...]) -> None:
        self.there = added


def keep_voice(
    engine: str, name: str, language: str = "fr-FR", speakers: tuple[str, ...] = (), *, content: str = ""
) -> Path:
    """Keep a voice in the user's data folder, with `content` at the start of its files, and return its folder."""
    folder = voices_folder() / engine / name
    folder.mkdir(parents=True)
    names = _NAMES[engine].items()
    files = {role: _file(file_path(folder, engine, role, file), f"{content}{role}") for role, file in names}
    record = VoiceRecord(engine, name, (language,), files, "CC0", f"{name}.onnx", MEASURES, speakers)
    (folder / RECORD_NAME).write_bytes(record_bytes(record))
    return folder


def _file(path: Path, content: str) -> StoredFile:
    path.write_text(content)
    found = path.stat()
    return StoredFile(path.name, found.st_size, hashlib.sha256(content.encode()).hexdigest(), found.st_mtime_ns)
