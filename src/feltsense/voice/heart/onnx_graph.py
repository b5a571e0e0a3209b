"""Small edits to the ONNX model's bytes: they expose the phonemes' durations, to be read and to be set.

The model rounds each phoneme's natural duration, divided by `speed`, to whole units of 25 ms. It tells neither, and
takes one speed for the whole phrase, so its pace moves in jumps. Both values become outputs here (an appended piece
of protobuf is merged into what is there, so no library is needed for that), and the fixed length 1 of the `speed`
input is loosened, so that every phoneme can have its own. With equal speeds the sound is the same, bit for bit.

onnxruntime always runs a whole graph, whatever is asked of it. So the part that the natural durations hang on is also
cut out as a model of its own, which gives the same values, to the last bits of a sum, in a quarter of the time.

This leans on names inside one release of hibari, which is why that is pinned.
"""

from collections.abc import Iterator

NATURAL_DURATIONS = "/Sub_output_0"
"""Output: the duration of each phoneme at speed 1, in units, not rounded."""

DURATIONS = "/Clip_output_0"
"""Output: the duration of each phoneme as synthesised, in whole units, at least one."""

UNIT = 600
"""Samples in a unit, at the model's 24 kHz: 25 ms."""

# numbers of fields, after onnx.proto: in a model, a graph, a node, a tensor, an input or output and its type
_GRAPH = 7
_NODE, _INITIALIZER, _INPUT, _OUTPUT = 1, 5, 11, 12
_NODE_INPUT, _NODE_OUTPUT = 1, 2
_TENSOR_NAME = 8
_NAME, _TYPE, _TENSOR_TYPE, _ELEMENT = 1, 2, 1, 1
_VARINT, _FIXED_64, _LENGTH_DELIMITED, _FIXED_32 = 0, 1, 2, 5
"""Wire types."""
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


def cut_out_durations(model: bytes) -> bytes | None:
    """Return a model that takes `ids` alone and returns `NATURAL_DURATIONS`, or None where this is not one we know.

    Args:
        model: the bytes as they came, before `expose_durations`.
    """
    if expose_durations(model) is None:
        return None
    rest, graph = [], b""
    for number, content, whole in _fields(model):
        if number == _GRAPH:
            graph = content
        else:
            rest.append(whole)
    needed = _needed(graph, NATURAL_DURATIONS.encode())
    kept = [whole for number, content, whole in _fields(graph) if _is_kept(number, content, needed)]
    return b"".join(rest) + _field(_GRAPH, b"".join(kept) + _output(NATURAL_DURATIONS))


def _needed(graph: bytes, output: bytes) -> set[bytes]:
    """Return the names of all values that `output` is computed from, itself included."""
    sources: dict[bytes, list[bytes]] = {}
    for number, node, _ in _fields(graph):
        if number == _NODE:
            inputs = _strings(node, _NODE_INPUT)
            sources |= dict.fromkeys(_strings(node, _NODE_OUTPUT), inputs)
    needed, waiting = set[bytes](), [output]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += sources.get(name, [])
    return needed


def _is_kept(number: int, content: bytes, needed: set[bytes]) -> bool:
    """Tell whether a field of the graph belongs to what computes the values `needed`."""
    names = {_NODE: _NODE_OUTPUT, _INITIALIZER: _TENSOR_NAME, _INPUT: _NAME}
    return number in names and not needed.isdisjoint(_strings(content, names[number]))


def _strings(message: bytes, wanted: int) -> list[bytes]:
    return [content for number, content, _ in _fields(message) if number == wanted]


def _fields(message: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield each field of a protobuf message: its number, its content (b"" for a number), and all its bytes."""
    at = 0
    while at < len(message):
        start = at
        key, at = _read_varint(message, at)
        size, content = {_FIXED_64: 8, _FIXED_32: 4}.get(key & 7, 0), b""
        if key & 7 == _LENGTH_DELIMITED:
            size, at = _read_varint(message, at)
            content = message[at : at + size]
        elif key & 7 == _VARINT:
            _, at = _read_varint(message, at)
        at += size
        yield key >> 3, content, message[start:at]


def _read_varint(message: bytes, at: int) -> tuple[int, int]:
    """Return the number at `at`, and where it ends."""
    value = shift = 0
    while message[at] & 0x80:
        value |= (message[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
    return value | message[at] << shift, at + 1


def _output(name: str) -> bytes:
    kind = _field(_TYPE, _field(_TENSOR_TYPE, _FLOAT))
    return _field(_OUTPUT, _field(_NAME, name.encode()) + kind)


def _field(number: int, content: bytes) -> bytes:
    """Return a length-delimited protobuf field."""
    return _varint(number << 3 | _LENGTH_DELIMITED) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])
