"""Small edits to the bytes of an ONNX model: values inside its graph are exposed, cut out, or given from outside.

An appended piece of protobuf is merged into what is there, and a piece may be replaced by another of its length, so
no library is needed for that, and a model of 90 MB is copied once.

onnxruntime always runs a whole graph, whatever is asked of it. So a part that only some of its values hang on can
also be cut out as a model of its own, which gives the same values, to the last bits of a sum, in less time.
"""

from collections.abc import Iterator

# numbers of fields, after onnx.proto: in a model, a graph, a node, a tensor, an input or output and its type
_GRAPH = 7
_NODE, _INITIALIZER, _INPUT, _OUTPUT = 1, 5, 11, 12
_NODE_INPUT, _NODE_OUTPUT = 1, 2
_TENSOR_NAME = 8
_NAME, _TYPE, _TENSOR_TYPE, _ELEMENT, _SHAPE, _DIMENSION, _LENGTH = 1, 2, 1, 1, 2, 1, 1
_VARINT, _FIXED_64, _LENGTH_DELIMITED, _FIXED_32 = 0, 1, 2, 5
"""Wire types."""
_FLOAT = bytes([_ELEMENT << 3, 1])

_ONE, _ANY = bytes([_LENGTH << 3, 1]), b"\x12\x00"
"""A dimension of length 1, and one of any length; as many bytes each."""


def computes(model: bytes, *values: str) -> bool:
    """Tell whether nodes of `model` compute all of `values`."""
    return all(_field(_NODE_OUTPUT, value.encode()) in model for value in values)


def expose_values(model: bytes, *values: str) -> bytes:
    """Return `model` with float values inside its graph as further outputs, of any shape."""
    return model + _field(_GRAPH, b"".join(_output(value) for value in values))


def loosen_length(model: bytes, name: str) -> bytes | None:
    """Return `model` with an input of any length, or None where it is no list of floats of the fixed length 1."""
    fixed, loose = _list_of_floats(name, _ONE), _list_of_floats(name, _ANY)
    return model.replace(fixed, loose) if model.count(fixed) == 1 else None


def give_from_outside(model: bytes, value: str) -> bytes | None:
    """Return `model` with a float value of its graph as an input of any shape, or None where no one node computes it.

    What the node computes is used by nobody then, and onnxruntime leaves the node out.
    """
    made = _field(_NODE_OUTPUT, value.encode())
    unused = _field(_NODE_OUTPUT, b"-" + value.encode()[1:])
    if model.count(made) != 1 or unused in model:
        return None
    return model.replace(made, unused) + _field(_GRAPH, _field(_INPUT, _floats(value)))


def cut_out(model: bytes, *values: str) -> bytes:
    """Return a model of the nodes that `values` are computed from, with these as its outputs.

    Its inputs are those that are needed for that.
    """
    rest, graph = [], b""
    for number, content, whole in _fields(model):
        if number == _GRAPH:
            graph = content
        else:
            rest.append(whole)
    needed = _needed(graph, {value.encode() for value in values})
    kept = [whole for number, content, whole in _fields(graph) if _is_kept(number, content, needed)]
    return b"".join(rest) + _field(_GRAPH, b"".join(kept) + b"".join(_output(value) for value in values))


def _needed(graph: bytes, outputs: set[bytes]) -> set[bytes]:
    """Return the names of all values that `outputs` are computed from, themselves included."""
    sources: dict[bytes, list[bytes]] = {}
    for number, node, _ in _fields(graph):
        if number == _NODE:
            inputs = _strings(node, _NODE_INPUT)
            sources |= dict.fromkeys(_strings(node, _NODE_OUTPUT), inputs)
    needed, waiting = set[bytes](), list(outputs)
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
    return _field(_OUTPUT, _floats(name))


def _floats(name: str) -> bytes:
    return _field(_NAME, name.encode()) + _field(_TYPE, _field(_TENSOR_TYPE, _FLOAT))


def _list_of_floats(name: str, length: bytes) -> bytes:
    shape = _field(_SHAPE, _field(_DIMENSION, length))
    return _field(_NAME, name.encode()) + _field(_TYPE, _field(_TENSOR_TYPE, _FLOAT + shape))


def _field(number: int, content: bytes) -> bytes:
    """Return a length-delimited protobuf field."""
    return _varint(number << 3 | _LENGTH_DELIMITED) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])
