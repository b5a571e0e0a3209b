"""A model that takes and gives what Piper's do, made of a few nodes: for what the real ones at hand do not have.

Each id lasts 1.5 frames, so 2 after rounding up. Its sound is a tone, higher for a higher speaker, with noise in it.
"""

import json
import struct
from pathlib import Path
from typing import Any

from added_material import joe, need_espeak
from feltsense.voice.added.model import AddedVoice, VoiceMeasures
from feltsense.voice.neural.protobuf import protobuf_field as field
from feltsense.voice.piper.voice import PiperVoice

HOP = 256
CHANNELS = 4
FLOAT, INT64 = 1, 7
SIGNS = "_^$ abcdefhijklmnoprstuvwyzæçðŋɐɑɔəɚɛɜɡɪɫɹɾʃʊʌʒʔˈˌːθᵻ.,;:!?-"
JOE_MEASURES = VoiceMeasures(lufs=-24.1, seconds_per_phoneme=0.0751, words_per_minute=250.1, edge_s=0.0)


def number(key: int, value: int) -> bytes:
    return varint(key << 3) + varint(value)


def varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + varint(rest) if rest else bytes([low])


def node(operator: str, inputs: str, output: str, *attributes: bytes) -> bytes:
    parts = [field(1, name.encode()) for name in inputs.split()]
    written = [field(5, attribute) for attribute in attributes]
    return field(1, b"".join([*parts, field(2, output.encode()), field(4, operator.encode()), *written]))


def attribute_int(name: str, value: int) -> bytes:
    return field(1, name.encode()) + number(3, value) + number(20, 2)


def attribute_ints(name: str, *values: int) -> bytes:
    return field(1, name.encode()) + b"".join(number(8, value) for value in values) + number(20, 7)


def tensor(name: str, kind: int, shape: tuple[int, ...], *values: float) -> bytes:
    raw = struct.pack(f"<{len(values)}{'f' if kind == FLOAT else 'q'}", *values)
    dims = b"".join(number(1, size) for size in shape)
    return field(5, dims + number(2, kind) + field(8, name.encode()) + field(9, raw))


def value(key: int, name: str, kind: int, rank: int) -> bytes:
    shape = b"".join(field(1, b"") for _ in range(rank))
    return field(key, field(1, name.encode()) + field(2, field(1, number(1, kind) + field(2, shape))))


def tiny_model(*, speakers: bool = False, ceils: int = 1) -> bytes:
    """Return the bytes of a model; with more than one `Ceil` it cannot be split."""
    nodes = [
        node("Gather", "scales zero", "noise_scale"),
        node("Gather", "scales one", "length_scale"),
        node("Cast", "input", "x", attribute_int("to", FLOAT)),
        node("Unsqueeze", "x axis_1", "x_row"),
        node("Mul", "x_row nothing", "x_none"),
        node("Add", "x_none each", "plain_durations"),
        node("Mul", "plain_durations length_scale", "w"),
        *(node("Ceil", "w" if not more else "frames", f"frames{more or ''}") for more in range(ceils)),
        node("Unsqueeze", "x axis_2", "x_column"),
        node("Mul", "x_column channels", "m_p"),
        node("ReduceSum", "frames", "sum"),
        node("Squeeze", "sum", "total"),
        node("Range", "from total step", "ticks"),
        node("Unsqueeze", "ticks axes_02", "tick_column"),
        node("CumSum", "frames axis_number", "ends"),
        node("Less", "tick_column ends", "before"),
        node("Cast", "before", "path", attribute_int("to", FLOAT)),
        node("MatMul", "path m_p", "spread"),
        node("Transpose", "spread", "z", attribute_ints("perm", 0, 2, 1)),
        node("RandomNormalLike", "z", "noise"),
        node("Mul", "noise noise_scale", "scaled_noise"),
        node("Mul", "z nothing", "z_none"),
        node("Add", "z_none scaled_noise", "latent"),
        node("ReduceMean", "latent", "hiss", attribute_ints("axes", 1), attribute_int("keepdims", 0)),
        node("Unsqueeze", "hiss axis_2", "hiss_column"),
        *((node("Cast", "sid", "sid_float", attribute_int("to", FLOAT)),) if speakers else ()),
        *((node("Add", "sid_float pitch", "height"),) if speakers else ()),
        node("Mul", f"wave {'height' if speakers else 'pitch'}", "angle"),
        node("Sin", "angle", "tone"),
        node("Add", "tone hiss_column", "loud"),
        node("Mul", "loud tenth", "quiet"),
        node("Reshape", "quiet flat", "output"),
    ]
    initializers = [
        tensor("zero", INT64, (), 0), tensor("one", INT64, (), 1), tensor("axis_1", INT64, (1,), 1),
        tensor("axis_2", INT64, (1,), 2), tensor("axes_02", INT64, (2,), 0, 2), tensor("axis_number", INT64, (), 2),
        tensor("flat", INT64, (4,), 1, 1, 1, -1), tensor("nothing", FLOAT, (), 0.0), tensor("each", FLOAT, (), 1.5),
        tensor("from", FLOAT, (), 0.0), tensor("step", FLOAT, (), 1.0), tensor("tenth", FLOAT, (), 0.1),
        tensor("pitch", FLOAT, (1,), 1.0), tensor("channels", FLOAT, (1, 1, CHANNELS), *[1.0] * CHANNELS),
        tensor("wave", FLOAT, (1, 1, HOP), *(i * 6.2831853 * 3 / HOP for i in range(HOP))),
    ]  # fmt: skip
    values = [
        value(11, "input", INT64, 2), value(11, "input_lengths", INT64, 1), value(11, "scales", FLOAT, 1),
        *((value(11, "sid", INT64, 1),) if speakers else ()), value(12, "output", FLOAT, 4),
    ]  # fmt: skip
    graph = b"".join([*nodes, field(2, b"tiny"), *initializers, *values])
    return number(1, 8) + field(7, graph) + field(8, field(1, b"") + number(2, 15))


def tiny_config(**changes: Any) -> dict[str, Any]:
    """Return what a config file holds."""
    return {
        "audio": {"sample_rate": 22050},
        "espeak": {"voice": "en-us"},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_id_map": {sign: [place] for place, sign in enumerate(SIGNS)},
        "num_symbols": 256,
        "num_speakers": 1,
        **changes,
    }


def tiny_voice(folder: Path, *, ceils: int = 1, **changes: Any) -> AddedVoice:
    """Write a model and its config; return them as an added voice."""
    model, config = folder / "tiny.onnx", folder / "tiny.onnx.json"
    model.write_bytes(tiny_model(speakers="speaker_id_map" in changes, ceils=ceils))
    config.write_text(json.dumps(tiny_config(**changes)), "utf-8")
    return piper_voice("tiny", model, config)


def piper_voice(name: str, model: Path, config: Path, measures: VoiceMeasures | None = None) -> AddedVoice:
    """Return a voice of files that were never added."""
    hashes = {"model": "of the model", "config": "of the config"}
    return AddedVoice("piper", name, ("en-US",), {"model": model, "config": config}, hashes, "", "", measures)


def new_joe() -> PiperVoice:
    """The real voice joe, opened anew; what lacks it is skipped."""
    need_espeak()
    model = joe()
    return PiperVoice(piper_voice("joe", model, model.with_name(f"{model.name}.json"), JOE_MEASURES))
