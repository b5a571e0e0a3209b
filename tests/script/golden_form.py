"""What a script was understood as, in lines that people can read and compare."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import groupby

from feltsense.script.diagnostics import Diagnostic, Span
from feltsense.script.durations import written
from feltsense.script.model import (
    Bell,
    Breath,
    FrontMatter,
    Node,
    Note,
    Parsed,
    Phrase,
    Play,
    Repeat,
    Section,
    Silence,
    SoundscapeCue,
    Version,
)

_MOST_ALIKE = 20
"""Diagnostics of one code in a row; of more, the first and the last are shown."""


def dump(parsed: Parsed) -> str:
    """Return what a script was understood as, then what was found in it.

    The asking for wanted keys (S015) is left out of scripts without front matter.
    """
    exercise = parsed.exercise
    lines = [*_front(exercise.front)]
    for section in exercise.sections:
        lines += [f"## {section.title} {_place(section.span)}{_wish(section)}", *_nodes(section.body, 1)]
    wanted = [d for d in parsed.diagnostics if d.code != "S015" or exercise.front.given]
    return "\n".join([*lines, *_diagnostics(wanted)]).translate({0x200B: "⟨200B⟩", 9: "␉", 13: "␍"})


def _wish(section: Section) -> str:
    wish = section.wish
    return f", wished {written(wish.shortest)} to {written(wish.longest)} {_place(wish.span)}" if wish else ""


def _front(front: FrontMatter) -> Iterator[str]:
    for field in fields(front):
        if field.name in front.given or (field.name == "title" and front.title != "Sample"):
            yield f"{field.name} = {getattr(front, field.name)!r}"


def _nodes(nodes: Sequence[Node], depth: int) -> Iterator[str]:
    for node in nodes:
        yield f"{_place(node.span):>11} {'   ' * depth}{_node(node)}"
        if isinstance(node, Repeat | Version):
            yield from _nodes(node.body, depth + 1)


def _node(node: Node) -> str:
    match node:
        case Phrase():
            shown = f"“{node.text}” {node.close}"
        case Silence():
            stretch = "" if node.floor == node.ceiling else f" ({written(node.floor)} to {written(node.ceiling)})"
            shown = f"{node.kind} {written(node.base)}{stretch}"
        case Breath():
            phases = ", ".join(f"{phase.kind} {written(phase.length)}" for phase in node.phases)
            shown = f"breathe {phases}, {node.rounds} times, {node.guide}"
        case Bell():
            every = f", {node.times} times every {written(node.every)}" if node.times > 1 else ""
            shown = f"{'low bell' if node.low else 'bell'}{every}"
        case SoundscapeCue():
            shown = f"soundscape {node.name!r}"
        case Play():
            shown = f"play {node.file!r}, {written(node.length) if node.length else 'whole'}"
        case Note():
            shown = f"note “{node.text}”"
        case Repeat():
            shown = f"repeat {node.times} times"
        case Version():
            shown = f"version from {node.at_least} to {node.at_most} min"
    return shown


def _diagnostics(found: Sequence[Diagnostic]) -> Iterator[str]:
    for code, run in groupby(found, key=lambda d: d.code):
        lines = [_diagnostic(diagnostic) for diagnostic in run]
        if len(lines) > _MOST_ALIKE:
            lines[1:-1] = [f"… {len(lines) - 2} more {code} …"]
        yield from lines


def _diagnostic(found: Diagnostic) -> str:
    return f"{found.severity} {found.code} {_place(found.span)} {found.message} / {found.hint}".rstrip(" /")


def _place(span: Span) -> str:
    return f"{span.line}:{span.column}-{span.end_column}"
