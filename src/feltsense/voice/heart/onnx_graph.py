"""Three small edits to the ONNX model's bytes: they expose the phonemes' durations, to be read and to be set.

The model rounds each phoneme's natural duration, divided by `speed`, to whole units of 25 ms. It tells neither, and
takes one speed for the whole phrase, so its pace moves in jumps. Both values become outputs here (an appended piece
of protobuf is merged into what is there, so no library is needed for that), and the fixed length 1 of the `speed`
input is loosened, so that every phoneme can have its own. With equal speeds the sound is the same, bit for bit.

This leans on names inside one release of hibari, which is why that is pinned.
"""

NATURAL_DURATIONS = "/Sub_output_0"
"""Output: the duration of each phoneme at speed 1, in units, not rounded."""

DURATIONS = "/Clip_output_0"
"""Output: the duration of each phoneme as synthesised, in whole units, at least one."""

UNIT = 600
"""Samples in a unit, at the model's 24 kHz: 25 ms."""

_GRAPH, _OUTPUT = 7, 12
_NAME, _TYPE, _TENSOR_TYPE, _ELEMENT = 1, 2, 1, 1
_FLOAT = bytes([_ELEMENT << 3, 1])

# name "speed", then a tensor type of floats with one dimension: of length 1, and of any length
_SPEED_HEAD = b"\x0a\x05speed\x12\x0a\x0a\x08\x08\x01\x12\x04\x0a\x02"
_ONE, _ANY = b"\x08\x01", b"\x12\x00"


def expose_durations(model: bytes) -> bytes | None:
    """Return the bytes of `model` with its durations exposed, or None where this is not the model we know."""
    known = all(_field(2, name.encode()) in model for name in (NATURAL_DURATIONS, DURATIONS))
    if not known or model.count(_SPEED_HEAD + _ONE) != 1:
        return None
    loosened = model.replace(_SPEED_HEAD + _ONE, _SPEED_HEAD + _ANY)
    return loosened + _field(_GRAPH, _output(NATURAL_DURATIONS) + _output(DURATIONS))


def _output(name: str) -> bytes:
    kind = _field(_TYPE, _field(_TENSOR_TYPE, _FLOAT))
    return _field(_OUTPUT, _field(_NAME, name.encode()) + kind)


def _field(number: int, content: bytes) -> bytes:
    """Return a length-delimited protobuf field."""
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])
