"""Nodes as they come, in blocks and sections; blocks are closed where they must be."""

from dataclasses import dataclass, field, replace

from feltsense.script.cues import Open
from feltsense.script.diagnostics import Diagnostic, GrammarError, Severity, Span
from feltsense.script.heading_lengths import HeadedPart, shared_lengths
from feltsense.script.model import Bell, Breath, Node, Note, Repeat, Section, Version, WishedLength

MOST_DEPTH = 8
MOST_STEPS = 20_000
"""Nodes of an unfolded script, breath phases and strikes counted: three hours of one-second steps, twice over."""
MAX_EDGES = 50
"""Different lengths in [from …] and [up to …]: each pair of neighbours is a version of its own to lay out."""


@dataclass(slots=True)
class _Frame:
    """An open block, or (without `cue`) the section itself."""

    cue: Open | None = None
    nodes: list[Node] = field(default_factory=list)
    steps: int = 0
    """What it unfolds to so far."""


class Builder:
    """Collects nodes; `found` holds the diagnostics of blocks that do not match.

    Args:
        opening: the title of what stands before the first heading.
    """

    def __init__(self, opening: str) -> None:
        self.found: list[Diagnostic] = []
        self._title, self._span, self._level = opening, Span(1, 1, 2), 0
        self._wish: WishedLength | None = None
        self._parts: list[tuple[HeadedPart, Section | None]] = []
        """All headings so far, each with its section; those without any node have none."""
        self._frames = [_Frame()]
        self._closed_steps = 0
        """Of the sections before this one."""

    @property
    def depth(self) -> int:
        """How many blocks are open."""
        return len(self._frames) - 1

    def add(self, node: Node) -> None:
        """Put a node at the end of the innermost block."""
        self._nest(node, _steps(node))

    def open(self, cue: Open) -> None:
        """Begin a block.

        Raises:
            GrammarError: too many are open.
        """
        if len(self._frames) > MOST_DEPTH:
            raise GrammarError("S032", "Too many blocks are open here.", f"At most {MOST_DEPTH} fit inside each other.")
        self._frames.append(_Frame(cue))

    def end(self) -> None:
        """Close the innermost block.

        Raises:
            GrammarError: none is open, or its repeats make the script too long.
        """
        if len(self._frames) == 1:
            raise GrammarError(
                "S031", "This [end] closes nothing.", "Take it out, or write [repeat 3 times] before it."
            )
        frame = self._frames.pop()
        cue = frame.cue
        assert cue is not None  # noqa: S101 - only the outermost has none
        body = tuple(frame.nodes)
        if not body:
            return
        if cue.times is None:
            self._nest(Version(cue.at_least, cue.at_most, body, cue.span), frame.steps)
            return
        steps = frame.steps * cue.times
        if self._closed_steps + sum(outer.steps for outer in self._frames) + steps > MOST_STEPS:
            message = f"With the repeats that end here this script has more than {MOST_STEPS:,} steps."
            raise GrammarError("S033", message, "Repeat fewer times.")
        self._nest(Repeat(cue.times, body, cue.span), steps)

    def section(self, title: str, span: Span, level: int, wish: WishedLength | None = None) -> None:
        """Begin a section. A part for some lengths goes on in it; a repeat ends before it, with an error.

        Args:
            title: of its heading.
            span: of its heading.
            level: the number of its #.
            wish: how long it should last, with all below its heading.
        """
        going_on = [frame.cue for frame in self._frames if frame.cue and frame.cue.times is None]
        self._close_section(last=False)
        self._title, self._span, self._level, self._wish = title, span, level, wish
        self._frames += [_Frame(cue) for cue in going_on]

    def finish(self) -> tuple[Section, ...]:
        """Return all sections; those without any node are left out. What is still open is closed, with an error."""
        self._close_section(last=True)
        shared = shared_lengths([part for part, _ in self._parts])
        self.found += shared.found
        sections = zip((section for _, section in self._parts), shared.wishes, strict=True)
        return tuple(replace(section, wish=wish) for section, wish in sections if section)

    def _nest(self, node: Node, steps: int) -> None:
        self._frames[-1].nodes.append(node)
        self._frames[-1].steps += steps

    def _close_section(self, *, last: bool) -> None:
        while len(self._frames) > 1:
            cue = self._frames[-1].cue
            assert cue is not None  # noqa: S101 - as above
            if last or cue.times is not None:
                where = "the end" if last else "the next heading"
                hint = f"Write [end] on a line of its own after it, before {where}."
                self.found.append(Diagnostic("S030", Severity.ERROR, cue.span, "This block is never closed.", hint))
            try:
                self.end()
            except GrammarError as trouble:
                self.found.append(Diagnostic(trouble.code, Severity.ERROR, cue.span, trouble.message, trouble.hint))
        nodes = tuple(self._frames[0].nodes)
        lasts = any(not isinstance(node, Note) for node in nodes)
        section = Section(self._title, nodes, self._span) if nodes else None
        self._parts.append((HeadedPart(self._title, self._level, self._wish, lasts), section))
        self._closed_steps += self._frames[0].steps
        self._frames = [_Frame()]


def _steps(node: Node) -> int:
    """Return how many events a node becomes."""
    if isinstance(node, Breath):
        return node.rounds * len(node.phases)
    return node.times if isinstance(node, Bell) else 1
