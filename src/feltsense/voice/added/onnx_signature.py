"""The names of an ONNX model's inputs and outputs, read out of any bytes without a library."""

from dataclasses import dataclass
from itertools import chain

from feltsense.voice.neural.protobuf import protobuf_fields, protobuf_strings

# numbers of fields, after onnx.proto: in a model, a graph, an input or output
_VERSION, _GRAPH, _INITIALIZER, _INPUT, _OUTPUT, _NAME, _TENSOR_NAME = 1, 7, 5, 11, 12, 1, 8
_VARINT = 0
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
    try:
        inputs, constants, outputs = _names(view)
    except IndexError as error:
        raise CutOffError from error
    except ValueError:
        return None
    return OnnxSignature(frozenset(inputs - constants), frozenset(outputs)) if outputs else None


def _names(model: memoryview) -> tuple[set[str], set[str], set[str]]:
    """Return the names of a model's inputs, constants and outputs."""
    inputs, constants, outputs = set[str](), set[str](), set[str]()
    fields = {_INPUT: (inputs, _NAME), _INITIALIZER: (constants, _TENSOR_NAME), _OUTPUT: (outputs, _NAME)}
    graphs = (content for number, content, _ in protobuf_fields(model, _LAST_FIELD) if number == _GRAPH)
    for number, content, _ in chain.from_iterable(protobuf_fields(graph, _LAST_FIELD) for graph in graphs):
        if number in fields:
            names, field = fields[number]
            names |= {bytes(name).decode() for name in protobuf_strings(content, field)}
    return inputs, constants, outputs
