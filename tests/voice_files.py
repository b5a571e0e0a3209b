"""Files as voices are given, which could never speak: small, and told apart by what is in them."""

import json
import zipfile
from pathlib import Path

import numpy as np

from feltsense.voice.neural.protobuf import protobuf_field

_GRAPH, _NODE, _INPUT, _OUTPUT = 7, 1, 11, 12
_CONFIG = {
    "audio": {"sample_rate": 22050},
    "espeak": {"voice": "de"},
    "language": {"code": "de_DE"},
    "phoneme_id_map": {"_": [0], "^": [1], "$": [2], "a": [3]},
}


def onnx(*inputs: str, filler: int = 0) -> bytes:
    """A model that takes `inputs`; `filler` makes it another one."""
    named = b"".join(protobuf_field(_INPUT, protobuf_field(1, name.encode())) for name in inputs)
    graph = protobuf_field(_NODE, bytes([filler]) * 40) + named + protobuf_field(_OUTPUT, protobuf_field(1, b"sound"))
    return b"\x08\x08" + protobuf_field(2, b"a test") + protobuf_field(_GRAPH, graph)


def kokoro_onnx(filler: int = 0) -> bytes:
    return onnx("tokens", "style", "speed", filler=filler)


def piper_onnx(*more: str, filler: int = 0) -> bytes:
    return onnx("input", "input_lengths", "scales", *more, filler=filler)


def style(seed: int = 0) -> bytes:
    """A voice vector, raw."""
    return np.random.default_rng(seed).standard_normal((510, 256), np.float32).astype("<f4").tobytes()


def piper_pair(folder: Path, name: str = "de_DE-thorsten-medium", filler: int = 0) -> Path:
    """Write both files of a Piper voice, and return its model."""
    model = folder / f"{name}.onnx"
    model.write_bytes(piper_onnx(filler=filler))
    (folder / f"{name}.onnx.json").write_text(json.dumps(_CONFIG))
    return model


def piper_config_file(path: Path, **changes: object) -> Path:
    path.write_text(json.dumps(_CONFIG | changes))
    return path


def archive(path: Path, **members: bytes) -> Path:
    """Write a zip archive; `__` in a name stands for a dot."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "."), content)
    return path
