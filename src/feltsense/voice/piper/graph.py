"""Piper's ONNX model in two: one that tells how long every phoneme lasts, and one that speaks with given durations.

As it comes, the model rounds durations up and draws its noise inside, so every call has another length and other bits.
Cut between the two, it takes whole durations and a noise of ours: length and bits repeat, and any rhythm can be asked
for. With the durations that it would have taken itself, and without noise, the samples are the same, bit for bit.

Names inside a graph differ from one export to the next. So the places are found by what stands there: the one `Ceil`
makes the durations, and the one `RandomNormalLike` behind it the noise.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
class SplitModel:
    """The two models, and the names between them."""

    durations: bytes
    """Takes what the whole model takes; returns `natural` and `shared`."""
    sound: bytes
    """Takes `frames`, `noise` and `shared`; returns the whole model's output. All of it floats."""
    natural: str
    """How many frames each id lasts, not rounded, shape (1, 1, ids)."""
    frames: str
    """The same in whole frames."""
    noise: str
    """Normal noise of shape (1, channels, sum of frames)."""
    shared: tuple[str, ...]
    """What the first model has computed of the phonemes for the second."""
    channels: str
    """The value of `shared` that is of shape (1, ids, channels), or turned."""


@dataclass(frozen=True, slots=True)
class _Node:
    operator: bytes
    inputs: tuple[bytes, ...]
    outputs: tuple[bytes, ...]


def split_model(model: bytes) -> SplitModel | None:
    """Return a Piper model in its two parts; None where it is not made as we know them.

    Args:
        model: as it stands in its file.
    """
    try:
        rest, graph = _parts(memoryview(model))
        nodes = tuple(_nodes(graph))
        places = _places(nodes)
    except (IndexError, RecursionError, ValueError):
        return None
    if places is None:
        return None
    natural, frames, noise = places
    outputs = _names(graph, _OUTPUT)
    late, fed = _behind(nodes, {frames, noise}), _behind(nodes, _names(graph, _INPUT))
    needed = _needed(nodes, outputs, {frames, noise})
    shared = _shared(nodes, needed & late - {frames, noise}, fed - late)
    channels = _channels(nodes, noise, set(shared))
    if len(outputs) != 1 or channels is None:
        return None
    before = _needed(nodes, {natural, *shared}, set())
    given = {frames, noise, *shared}
    behind = _needed(nodes, outputs, given) - given
    first: list[bytes | memoryview] = [*_written(graph, before, before), *map(_untyped, (natural, *shared))]
    second: list[bytes | memoryview] = [
        *_written(graph, behind, set(), outputs),
        *map(_input, (frames, noise, *shared)),
    ]
    return SplitModel(
        b"".join([*rest, protobuf_field(_GRAPH, b"".join(first))]),
        b"".join([*rest, protobuf_field(_GRAPH, b"".join(second))]),
        natural.decode(),
        frames.decode(),
        noise.decode(),
        tuple(name.decode() for name in shared),
        channels.decode(),
    )


def _parts(model: memoryview) -> tuple[list[memoryview], memoryview]:
    """Return all of a model but its graph, and the graph."""
    fields = list(protobuf_fields(model))
    (graph,) = (content for number, content, _ in fields if number == _GRAPH)
    return [written for number, _, written in fields if number != _GRAPH], graph


def _nodes(graph: memoryview) -> Iterator[_Node]:
    for node in protobuf_strings(graph, _NODE):
        operator = b"".join(protobuf_strings(node, _OPERATOR))
        yield _Node(operator, tuple(_inputs(node)), tuple(map(bytes, protobuf_strings(node, _NODE_OUTPUT))))


def _inputs(node: memoryview) -> Iterator[bytes]:
    """Yield the values that a node takes, those that graphs inside it use included."""
    yield from map(bytes, protobuf_strings(node, _NODE_INPUT))
    for attribute in protobuf_strings(node, _ATTRIBUTE):
        for number, content, _ in protobuf_fields(attribute):
            if number in _SUBGRAPHS:
                yield from chain.from_iterable(map(_inputs, protobuf_strings(content, _NODE)))


def _places(nodes: Sequence[_Node]) -> tuple[bytes, bytes, bytes] | None:
    """Return the natural durations, those in whole frames, and the sound's noise; None where they are not clear."""
    ceils = [node for node in nodes if node.operator == b"Ceil"]
    if len(ceils) != 1:
        return None
    (natural,), (frames,) = ceils[0].inputs, ceils[0].outputs
    behind = _behind(nodes, {frames})
    noises = [node for node in nodes if node.operator == b"RandomNormalLike" and not behind.isdisjoint(node.outputs)]
    return (natural, frames, noises[0].outputs[0]) if len(noises) == 1 else None


def _behind(nodes: Sequence[_Node], values: Iterable[bytes]) -> set[bytes]:
    """Return all values that hang on `values`, themselves included; nodes stand in the order of their work."""
    found = set(values)
    for node in nodes:
        if not found.isdisjoint(node.inputs):
            found.update(node.outputs)
    return found


def _needed(nodes: Sequence[_Node], values: Iterable[bytes], given: set[bytes]) -> set[bytes]:
    """Return all values that `values` are computed from, themselves included, where those of `given` are there."""
    needed = set(values)
    for node in reversed(nodes):
        if any(output in needed and output not in given for output in node.outputs):
            needed.update(node.inputs)
    return needed


def _shared(nodes: Sequence[_Node], late: set[bytes], early: set[bytes]) -> tuple[bytes, ...]:
    """Return the `early` values that nodes take whose outputs are `late`, in order."""
    taken = (value for node in nodes if not late.isdisjoint(node.outputs) for value in node.inputs if value in early)
    return tuple(dict.fromkeys(taken))


def _channels(nodes: Sequence[_Node], noise: bytes, shared: set[bytes]) -> bytes | None:
    """Return the shared value from which the noise has its channels: it is spread over the frames."""
    made: Mapping[bytes, _Node] = {output: node for node in nodes for output in node.outputs}
    node = made[noise]
    for _ in nodes:  # a graph that is none may go round
        found = [value for value in node.inputs if value in shared]
        if found:
            return found[0]
        sources = [made[value] for value in node.inputs if value in made]
        if len(sources) != 1:
            return None
        (node,) = sources
    return None


def _written(
    graph: memoryview, values: set[bytes], inputs: set[bytes], outputs: Iterable[bytes] = ()
) -> Iterator[memoryview]:
    """Yield what computes `values` in a graph, and of its inputs and outputs those that are named."""
    named = {
        _NODE: (_NODE_OUTPUT, values),
        _INITIALIZER: (_TENSOR_NAME, values),
        _INPUT: (_NAME, inputs),
        _OUTPUT: (_NAME, set(outputs)),
    }
    for number, content, written in protobuf_fields(graph):
        if number in named and not named[number][1].isdisjoint(protobuf_strings(content, named[number][0])):
            yield written


def _names(graph: memoryview, kind: int) -> set[bytes]:
    """Return the names of a graph's inputs or outputs."""
    return {b"".join(protobuf_strings(value, _NAME)) for value in protobuf_strings(graph, kind)}


def _untyped(name: bytes) -> bytes:
    """Return an output whose type onnxruntime finds out."""
    return protobuf_field(_OUTPUT, protobuf_field(_NAME, name))


def _input(name: bytes) -> bytes:
    return protobuf_field(_INPUT, protobuf_field(_NAME, name) + protobuf_field(_TYPE, _FLOATS))
