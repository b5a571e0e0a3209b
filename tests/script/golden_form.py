"""What a script was understood as, in lines that people can read and compare; and the files that hold both.

A golden file holds cases. Each begins with `%%% what it shows`, then comes the script, a line `=====`, and what it
is understood as. What cannot be seen is written in signs: `␠` a space at a line's end, `␉` a tab, `␍` a carriage
return, `⟨200B⟩` a character by its number (`⟨DC9F⟩` is the byte 9F, no UTF-8), `⟨text × 300⟩` a text so many times, and
`⟨⟩` nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from pathlib import Path

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
    Silence,
    SoundscapeCue,
    Version,
)

CASE = "%%% "
EXPECTED = "====="
_MOST_ALIKE = 20
"""Diagnostics of one code in a row; of more, the first and the last are shown."""

_TIMES = re.compile(r"⟨([^⟨⟩]*) × (\d+)⟩")
_NUMBER = re.compile(r"⟨([0-9A-F]{1,6})⟩")
_VISIBLE = str.maketrans({"␠": " ", "␉": "\t", "␍": "\r"})


@dataclass(frozen=True)
class Case:
    name: str
    script: str
    """As it stands in the file."""
    expected: str

    @property
    def source(self) -> bytes:
        """The script's bytes, with what cannot be seen put in."""
        text = _TIMES.sub(lambda match: match[1] * int(match[2]), self.script.replace("⟨⟩", ""))
        text = _NUMBER.sub(lambda match: chr(int(match[1], 16)), text).translate(_VISIBLE)
        return text.encode("utf-8", "surrogateescape")


def cases(file: Path) -> list[Case]:
    """Return the cases of a golden file."""
    found = []
    for part in file.read_text(encoding="utf-8").split(f"\n{CASE}"):
        name, _, rest = part.removeprefix(CASE).partition("\n")
        script, _, expected = rest.partition(f"\n{EXPECTED}")
        found.append(Case(name, script, expected.strip("\n")))
    return found


def golden_text(found: Sequence[Case]) -> str:
    """Return the golden file of some cases."""
    return "\n".join(f"{CASE}{case.name}\n{case.script}\n{EXPECTED}\n{case.expected}\n" for case in found)


def dump(parsed: Parsed) -> str:
    """Return what a script was understood as, then what was found in it.

    The asking for wanted keys (S015) is left out of scripts without front matter.
    """
    exercise = parsed.exercise
    lines = [*_front(exercise.front)]
    for section in exercise.sections:
        lines += [f"## {section.title} {_place(section.span)}", *_nodes(section.body, 1)]
    wanted = [d for d in parsed.diagnostics if d.code != "S015" or exercise.front.given]
    return "\n".join([*lines, *_diagnostics(wanted)]).translate({0x200B: "⟨200B⟩", 9: "␉", 13: "␍"})


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
