"""A voice that another process has replaced between opening and loading refuses, and speaks under no wrong hash."""

import hashlib
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.added.checked import checked_reader
from feltsense.voice.added.store import DamagedVoiceError, added_voice
from feltsense.voice.piper.voice import PiperVoice
from feltsense.voice.port import Utterance
from feltsense.voice.registry import open_added
from kept_voices import keep_voice
from tiny_piper import tiny_voice


def test_a_file_is_read_while_it_is_the_one_that_was_added() -> None:
    model = keep_voice("piper", "joe") / "model.onnx"
    read = checked_reader(added_voice("piper:joe"))
    assert read(model) == b"model"
    os.utime(model, (1, 1))
    assert read(model) == b"model"
    model.write_text("other")  # of the same size
    with pytest.raises(DamagedVoiceError, match="piper:joe were changed after it was opened") as raised:
        read(model)
    assert raised.value.hint == "Start feltsense again."
    model.unlink()
    with pytest.raises(VoiceError, match="cannot be read: no such file"):
        read(model)


@pytest.mark.parametrize(
    ("engine", "name", "language", "file"),
    [("kokoro", "af_bella", "en-US", "style.bin"), ("heart", "emma", "en-GB", "model.onnx")],
)
def test_a_voice_that_was_replaced_before_it_is_loaded_refuses(
    engine: str, name: str, language: str, file: str
) -> None:
    folder = keep_voice(engine, name, language)
    voice = open_added(added_voice(f"{engine}:{name}"))
    before = voice.identity(language)
    (folder / file).write_text("other")
    with pytest.raises(DamagedVoiceError, match="were changed after it was opened"):
        voice.speak(Utterance("Here.", Wpm(130), language))
    assert voice.identity(language) == before


def test_a_voice_added_anew_under_the_same_name_is_another() -> None:
    folder = keep_voice("heart", "emma", "en-GB")
    first = open_added(added_voice("heart:emma")).identity("en")
    shutil.rmtree(folder)
    keep_voice("heart", "emma", "en-GB", content="another ")
    assert open_added(added_voice("heart:emma")).identity("en") != first


def test_a_piper_voice_that_was_replaced_refuses_its_model_and_its_config(tmp_path: Path) -> None:
    there = tiny_voice(tmp_path)
    stamps = {role: (path.stat().st_size, path.stat().st_mtime_ns) for role, path in there.files.items()}
    hashes = {role: hashlib.sha256(path.read_bytes()).hexdigest() for role, path in there.files.items()}
    kept = replace(there, stamps=stamps, sha256=hashes)
    voice = PiperVoice(kept)
    model = kept.files["model"]
    model.write_bytes(model.read_bytes() + b"\0")
    with pytest.raises(DamagedVoiceError, match="piper:tiny were changed"):
        voice.speak(Utterance("Here.", Wpm(130), "en"))
    config = kept.files["config"]
    config.write_bytes(config.read_bytes() + b" ")
    with pytest.raises(DamagedVoiceError, match="piper:tiny were changed"):
        PiperVoice(kept)
