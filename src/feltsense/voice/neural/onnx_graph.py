"""Small edits to the bytes of an ONNX model: values inside its graph are exposed, or cut out.

An appended piece of protobuf is merged into what is there, and a piece may be replaced by another of its length, so
no library is needed for that, and a model of 90 MB is copied once.

onnxruntime always runs a whole graph, whatever is asked of it. So a part that only some of its values hang on can
also be cut out as a model of its own, which gives the same values, to the last bits of a sum, in less time.
"""

from feltsense.voice.neural.protobuf import protobuf_field, protobuf_fields, protobuf_strings

# numbers of fields, after onnx.proto: in a model, a graph, a node, a tensor, an input or output and its type
_GRAPH = 7
_NODE, _INITIALIZER, _INPUT, _OUTPUT = 1, 5, 11, 12
_NODE_INPUT, _NODE_OUTPUT = 1, 2
_TENSOR_NAME = 8
_NAME, _TYPE, _TENSOR_TYPE, _ELEMENT, _SHAPE, _DIMENSION, _LENGTH = 1, 2, 1, 1, 2, 1, 1
_FLOAT = bytes([_ELEMENT << 3, 1])

_ONE, _ANY = bytes([_LENGTH << 3, 1]), b"\x12\x00"
"""A dimension of length 1, and one of any length; as many bytes each."""


def computes(model: bytes, *values: str) -> bool:
    """Tell whether nodes of `model` compute all of `values`."""
    return all(protobuf_field(_NODE_OUTPUT, value.encode()) in model for value in values)


def expose_values(model: bytes, *values: str) -> bytes:
    """Return `model` with float values inside its graph as further outputs, of any shape."""
    return model + protobuf_field(_GRAPH, b"".join(_output(value) for value in values))


def loosen_length(model: bytes, name: str) -> bytes | None:
    """Return `model` with an input of any length, or None where it is no list of floats of the fixed length 1."""
    fixed, loose = _list_of_floats(name, _ONE), _list_of_floats(name, _ANY)
    return model.replace(fixed, loose) if model.count(fixed) == 1 else None


def cut_out(model: bytes, *values: str) -> bytes:
    """Return a model of the nodes that `values` are computed from, with these as its outputs.

    Its inputs are those that are needed for that.
    """
    rest: list[memoryview] = []
    graph = memoryview(b"")
    for number, content, whole in protobuf_fields(memoryview(model)):  # no copy
        if number == _GRAPH:
            graph = content
        else:
            rest.append(whole)
    needed = _needed(graph, {value.encode() for value in values})
    kept = [whole for number, content, whole in protobuf_fields(graph) if _is_kept(number, content, needed)]
    return b"".join(rest) + protobuf_field(_GRAPH, b"".join(kept) + b"".join(_output(value) for value in values))


def _needed(graph: memoryview, outputs: set[bytes]) -> set[bytes]:
    """Return the names of all values that `outputs` are computed from, themselves included."""
    sources: dict[bytes, list[bytes]] = {}
    for number, node, _ in protobuf_fields(graph):
        if number == _NODE:
            inputs = list(map(bytes, protobuf_strings(node, _NODE_INPUT)))
            sources |= dict.fromkeys(map(bytes, protobuf_strings(node, _NODE_OUTPUT)), inputs)
    needed, waiting = set[bytes](), list(outputs)
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += sources.get(name, [])
    return needed


def _is_kept(number: int, content: memoryview, needed: set[bytes]) -> bool:
    """Tell whether a field of the graph belongs to what computes the values `needed`."""
    names = {_NODE: _NODE_OUTPUT, _INITIALIZER: _TENSOR_NAME, _INPUT: _NAME}
    return number in names and not needed.isdisjoint(protobuf_strings(content, names[number]))


def _output(name: str) -> bytes:
    return protobuf_field(_OUTPUT, _floats(name))


def _floats(name: str) -> bytes:
    return protobuf_field(_NAME, name.encode()) + protobuf_field(_TYPE, protobuf_field(_TENSOR_TYPE, _FLOAT))


def _list_of_floats(name: str, length: bytes) -> bytes:
    shape = protobuf_field(_SHAPE, protobuf_field(_DIMENSION, length))
    return protobuf_field(_NAME, name.encode()) + protobuf_field(_TYPE, protobuf_field(_TENSOR_TYPE, _FLOAT + shape))
