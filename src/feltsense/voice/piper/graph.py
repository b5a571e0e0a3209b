"""Piper's ONNX model in two: one that tells how long every phoneme lasts, and one that speaks with given durations.

As it comes, the model rounds durations up and draws its noise inside, so every call has another length and other bits.
Cut between the two, it takes whole durations and a noise of ours: length and bits repeat, and any rhythm can be asked
for. With the durations that it would have taken itself, and without noise, the samples are the same, bit for bit.

Names inside a graph differ from one export to the next. So the places are found by what stands there: the one `Ceil`
makes the durations, and the one `RandomNormalLike` behind it the noise.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feltsense.voice.neural.onnx_parts import OnnxGraph, OnnxNode

if TYPE_CHECKING:
    from collections.abc import Mapping


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


def split_model(model: bytes) -> SplitModel | None:
    """Return a Piper model in its two parts; None where it is not made as we know them.

    Args:
        model: as it stands in its file.
    """
    try:
        graph = OnnxGraph(model)
        places = _places(graph)
    except (IndexError, RecursionError, ValueError):
        return None
    if places is None or len(graph.outputs) != 1:
        return None
    natural, frames, noise = places
    halves = graph.halves([frames, noise], [natural])
    channels = _channels(graph, noise, set(halves.shared))
    if channels is None:
        return None
    names = natural.decode(), frames.decode(), noise.decode()
    return SplitModel(halves.first, halves.second, *names, halves.shared, channels)


def _places(graph: OnnxGraph) -> tuple[bytes, bytes, bytes] | None:
    """Return the natural durations, those in whole frames, and the sound's noise; None where they are not clear."""
    ceils = [node for node in graph.nodes if node.operator == b"Ceil"]
    if len(ceils) != 1:
        return None
    (natural,), (frames,) = ceils[0].inputs, ceils[0].outputs
    behind = graph.behind({frames})
    noises = [
        node for node in graph.nodes if node.operator == b"RandomNormalLike" and not behind.isdisjoint(node.outputs)
    ]
    return (natural, frames, noises[0].outputs[0]) if len(noises) == 1 else None


def _channels(graph: OnnxGraph, noise: bytes, shared: set[str]) -> str | None:
    """Return the shared value from which the noise has its channels: it is spread over the frames."""
    made: Mapping[bytes, OnnxNode] = {output: node for node in graph.nodes for output in node.outputs}
    node = made[noise]
    for _ in graph.nodes:  # a graph that is none may go round
        found = [value.decode() for value in node.inputs if value.decode() in shared]
        if found:
            return found[0]
        sources = [made[value] for value in node.inputs if value in made]
        if len(sources) != 1:
            return None
        (node,) = sources
    return None
