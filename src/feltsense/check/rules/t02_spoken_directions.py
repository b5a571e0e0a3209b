"""T02: a direction that would be spoken."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule
from feltsense.importing.counted import PACED, REPEATED
from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.importing.unspoken import is_hole, spoken_against_import
from feltsense.script.diagnostics import Severity, Span

_COUNTED = (PACED, REPEATED)
"""T05 tells of these."""
FILL_IN = "Write what belongs there."
"""What to do about a hole in a sentence."""
_NOTE = "Begin the line with > to make it a note."


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield what import would not have spoken: directions, names, headings, page numbers, pauses in words."""
    for change in spoken_against_import("\n".join(context.lines), context.exercise):
        if not (change.kind is ChangeKind.QUESTION and change.after.startswith(_COUNTED)):
            message = f"«{change.before}»: {_reading(change)}"
            yield Finding(_place(change, context), message, _instead(change))


def _place(change: ImportChange, context: LintContext) -> Span:
    """Return where the words stand on their line; the whole line where they are not found as they are."""
    line = context.lines[change.place - 1] if change.place <= len(context.lines) else ""
    start = line.find(change.before)
    return (
        context.line_span(change.place) if start < 0 else Span(change.place, start + 1, start + 1 + len(change.before))
    )


def _reading(change: ImportChange) -> str:
    match change.kind:
        case ChangeKind.QUESTION if is_hole(change):
            return "the sentence has a hole here, and is spoken without it."
        case ChangeKind.PAUSE | ChangeKind.BELL:
            return "this will be spoken; it reads like a cue."
        case ChangeKind.TITLE | ChangeKind.SECTION:
            return "this will be spoken; it reads like a heading."
        case ChangeKind.LEFT_OUT if change.after:
            return f"this will be spoken; it reads like {change.after}."
        case _:
            return "this will be spoken; is it a direction?"


def _instead(change: ImportChange) -> str:
    """Return what to write for it."""
    match change.kind:
        case ChangeKind.QUESTION if is_hole(change):
            return FILL_IN
        case ChangeKind.PAUSE | ChangeKind.BELL:
            return f"Write {change.after}, or begin the line with > to make it a note."
        case ChangeKind.TITLE:
            return f"Write # {change.before}, or title: in the front matter."
        case ChangeKind.SECTION:
            return f"Write {change.after} on a line of its own."
        case ChangeKind.LEFT_OUT:
            return "Take it out; the words beside it stay."
        case _:
            return _NOTE


RULE = Rule(
    code="T02",
    severity=Severity.WARNING,
    finds="a direction, a speaker's name, a heading or the edge of a page that would be read aloud; a line to fill in",
    why="All that is not in brackets or behind > is spoken: a listener would hear “fifteen seconds” and no silence.",
    better="Write [pause 15s] for a silence, and begin a note for yourself with >.",
    find=_find,
    english=False,
)
