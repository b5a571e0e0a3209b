"""Parts of an ONNX model as models of their own: what some values are computed from, and a model in two halves.

onnxruntime always runs a whole graph, whatever is asked of it. A part gives the same values in less time, to the last
bits of a sum; and between two halves a caller can decide what the whole model decides alone, durations for instance.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from feltsense.voice.neural.protobuf import protobuf_field, protobuf_fields, protobuf_strings

# numbers of fields, after onnx.proto: in a model, a graph, a node, an attribute, a tensor, an input or output
_GRAPH = 7
_NODE, _INITIALIZER, _INPUT, _OUTPUT = 1, 5, 11, 12
_NODE_INPUT, _NODE_OUTPUT, _OPERATOR, _ATTRIBUTE = 1, 2, 4, 5
_SUBGRAPHS = (6, 11)
_TENSOR_NAME = 8
_NAME, _TYPE = 1, 2
_FLOATS = b"\x0a\x02\x08\x01"
"""The type of a tensor of floats, of any shape."""


@dataclass(frozen=True, slots=True)
class OnnxNode:
    """One step of a graph."""

    operator: bytes
    inputs: tuple[bytes, ...]
    """The values that it takes, those that graphs inside it use included."""
    outputs: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class OnnxHalves:
    """A model in two."""

    first: bytes
    """Takes what it needs of the whole model's inputs."""
    second: bytes
    """Takes the values at the cut and `shared`, all of them floats, and what else it needs of the whole's inputs."""
    shared: tuple[str, ...]
    """What the first has computed for the second."""


class OnnxGraph:
    """A model, read. Values go by their names.

    Args:
        model: its bytes.

    Raises:
        IndexError, RecursionError, ValueError: these are none.
    """

    def __init__(self, model: bytes) -> None:
        fields = list(protobuf_fields(memoryview(model)))  # no copy: it is up to 90 MB
        self._rest = [written for number, _, written in fields if number != _GRAPH]
        (self._graph,) = (content for number, content, _ in fields if number == _GRAPH)
        self.nodes = tuple(map(_node, protobuf_strings(self._graph, _NODE)))
        self.inputs, self.outputs = self._names(_INPUT), self._names(_OUTPUT)

    def behind(self, values: Iterable[bytes]) -> set[bytes]:
        """Return all values that hang on `values`, themselves included; nodes stand in the order of their work."""
        found = set(values)
        for node in self.nodes:
            if not found.isdisjoint(node.inputs):
                found.update(node.outputs)
        return found

    def needed(self, values: Iterable[bytes], given: Collection[bytes] = ()) -> set[bytes]:
        """Return all values that `values` are computed from, themselves included, where those of `given` are there."""
        needed = set(values)
        for node in reversed(self.nodes):
            if any(output in needed and output not in given for output in node.outputs):
                needed.update(node.inputs)
        return needed

    def part(self, values: set[bytes], inputs: set[bytes], outputs: set[bytes], *, added: Iterable[bytes]) -> bytes:
        """Return a model of what computes `values`.

        Args:
            values: names, also of the constants that are needed.
            inputs: those that it keeps of the graph's own.
            outputs: the same.
            added: further inputs and outputs, as protobuf fields of a graph.
        """
        named = {
            _NODE: (_NODE_OUTPUT, values),
            _INITIALIZER: (_TENSOR_NAME, values),
            _INPUT: (_NAME, inputs),
            _OUTPUT: (_NAME, outputs),
        }
        kept = (
            written
            for number, content, written in protobuf_fields(self._graph)
            if number in named and not named[number][1].isdisjoint(protobuf_strings(content, named[number][0]))
        )
        return b"".join([*self._rest, protobuf_field(_GRAPH, b"".join(chain(kept, added)))])

    def halves(self, cut: Sequence[bytes], outputs: Sequence[bytes], also: Sequence[bytes] = ()) -> OnnxHalves:
        """Return the model in two.

        Args:
            cut: values that the second half is given, instead of computing them; the model's inputs may be among them.
            outputs: those of the first, beside what the halves share.
            also: outputs of the second, beside the model's own.
        """
        late, fed, asked = self.behind(cut), self.behind(self.inputs), {*self.outputs, *also}
        shared = self._taken(self.needed(asked, cut) & late - {*cut}, fed - late)
        before = self.needed({*outputs, *shared})
        given = {*cut, *shared}
        behind = self.needed(asked, given) - given
        first = self.part(before, before, set(), added=map(_untyped_output, dict.fromkeys((*outputs, *shared))))
        second_inputs = [value for value in dict.fromkeys((*cut, *shared)) if value not in self.inputs]
        added = [*map(_untyped_output, also), *map(_input_of_floats, second_inputs)]
        second = self.part(behind, self.inputs & (given | behind), self.outputs, added=added)
        return OnnxHalves(first, second, tuple(name.decode() for name in shared))

    def _taken(self, late: set[bytes], early: set[bytes]) -> tuple[bytes, ...]:
        """Return the `early` values that nodes take whose outputs are `late`, in order."""
        takers = (node for node in self.nodes if not late.isdisjoint(node.outputs))
        return tuple(dict.fromkeys(value for node in takers for value in node.inputs if value in early))

    def _names(self, kind: int) -> set[bytes]:
        return {b"".join(protobuf_strings(value, _NAME)) for value in protobuf_strings(self._graph, kind)}


def cut_out(model: bytes, *values: str) -> bytes:
    """Return a model of the nodes that `values` are computed from, with these as its outputs.

    Its inputs are those that are needed for that.
    """
    graph, names = OnnxGraph(model), [value.encode() for value in values]
    needed = graph.needed(names)
    return graph.part(needed, needed, set(), added=map(_untyped_output, names))


def _node(node: memoryview) -> OnnxNode:
    operator = b"".join(protobuf_strings(node, _OPERATOR))
    return OnnxNode(operator, tuple(_inputs(node)), tuple(map(bytes, protobuf_strings(node, _NODE_OUTPUT))))


def _inputs(node: memoryview) -> Iterator[bytes]:
    """Yield the values that a node takes, those that graphs inside it use included."""
    yield from map(bytes, protobuf_strings(node, _NODE_INPUT))
    for attribute in protobuf_strings(node, _ATTRIBUTE):
        for number, content, _ in protobuf_fields(attribute):
            if number in _SUBGRAPHS:
                yield from chain.from_iterable(map(_inputs, protobuf_strings(content, _NODE)))


def _untyped_output(name: bytes) -> bytes:
    """Return an output whose type onnxruntime finds out."""
    return protobuf_field(_OUTPUT, protobuf_field(_NAME, name))


def _input_of_floats(name: bytes) -> bytes:
    return protobuf_field(_INPUT, protobuf_field(_NAME, name) + protobuf_field(_TYPE, _FLOATS))
