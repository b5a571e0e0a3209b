"""Small edits to the bytes of an ONNX model: values inside its graph are exposed, an input's length is loosened.

An appended piece of protobuf is merged into what is there, and a piece may be replaced by another of its length, so
no library is needed for that, and a model of 90 MB is copied once.
"""

from feltsense.voice.neural.protobuf import protobuf_field

# numbers of fields, after onnx.proto: in a model, a graph, a node, an input or output and its type
_GRAPH, _OUTPUT, _NODE_OUTPUT = 7, 12, 2
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


def _output(name: str) -> bytes:
    return protobuf_field(_OUTPUT, _floats(name))


def _floats(name: str) -> bytes:
    return protobuf_field(_NAME, name.encode()) + protobuf_field(_TYPE, protobuf_field(_TENSOR_TYPE, _FLOAT))


def _list_of_floats(name: str, length: bytes) -> bytes:
    shape = protobuf_field(_SHAPE, protobuf_field(_DIMENSION, length))
    return protobuf_field(_NAME, name.encode()) + protobuf_field(_TYPE, protobuf_field(_TENSOR_TYPE, _FLOAT + shape))
