"""The names of an ONNX model's inputs and outputs, read out of any bytes without a library."""

from collections.abc import Iterator
from dataclasses import dataclass

# numbers of fields, after onnx.proto: in a model, a graph, an input or output
_VERSION, _GRAPH, _INITIALIZER, _INPUT, _OUTPUT, _NAME, _TENSOR_NAME = 1, 7, 5, 11, 12, 1, 8
_FIXED = {1: 8, 5: 4}
"""Wire type → bytes of a number."""
_VARINT, _DELIMITED = 0, 2
_LAST_FIELD = 40
"""No field of a model or graph has a higher number: bytes that say otherwise are no model."""


class CutOffError(Exception):
    """The model's bytes end before it does."""


@dataclass(frozen=True, slots=True)
class OnnxSignature:
    """What a model takes and gives."""

    inputs: frozenset[str]
    """Those that are no constants of its own."""
    outputs: frozenset[str]


def onnx_signature(model: bytes | memoryview) -> OnnxSignature | None:
    """Return what a model takes and gives; None where these bytes are no ONNX model.

    Raises:
        CutOffError: it is one, and its end is missing.
    """
    view = memoryview(model)
    if bytes(view[:1]) != bytes([_VERSION << 3 | _VARINT]) or len(view) < 16:
        return None
    inputs, constants, outputs = set[str](), set[str](), set[str]()
    fields = {_INPUT: (inputs, _NAME), _INITIALIZER: (constants, _TENSOR_NAME), _OUTPUT: (outputs, _NAME)}
    try:
        for graph in (content for number, content in _delimited(view) if number == _GRAPH):
            for number, content in _delimited(graph):
                if number in fields:
                    names, field = fields[number]
                    names |= {bytes(name).decode() for inner, name in _delimited(content) if inner == field}
    except ValueError:
        return None
    return OnnxSignature(frozenset(inputs - constants), frozenset(outputs)) if outputs else None


def _delimited(message: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Yield the number and content of each field of a message that has a length.

    Raises:
        CutOffError: the last field is longer than what is there.
        ValueError: this is no message of a model.
    """
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, wire = key >> 3, key & 7
        if not 0 < number <= _LAST_FIELD:
            raise ValueError
        if wire == _DELIMITED:
            size, at = _varint(message, at)
            if at + size > len(message):
                raise CutOffError
            yield number, message[at : at + size]
            at += size
        elif wire == _VARINT:
            _, at = _varint(message, at)
        else:
            at += _FIXED.get(wire) or _no_wire()


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(message) and shift < 70:
        byte = message[at]
        value, shift, at = value | (byte & 0x7F) << shift, shift + 7, at + 1
        if not byte & 0x80:
            return value, at
    if shift < 70:
        raise CutOffError
    raise ValueError


def _no_wire() -> int:
    raise ValueError
