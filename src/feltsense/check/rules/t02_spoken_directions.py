"""T02: a direction that would be spoken."""

import re
from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.importing.counted import PACED, REPEATED
from feltsense.importing.directions import OPTIONAL
from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.importing.meanings import valid_cue
from feltsense.importing.placeholders import HOLES, WHICH
from feltsense.importing.plain_sentences import BACKGROUND
from feltsense.importing.silence_words import named_lengths
from feltsense.importing.unspoken import is_hole, spoken_against_import
from feltsense.importing.written_cues import HOW_LONG, SAID_OR_HEARD, TIME_NAMED
from feltsense.script.diagnostics import Severity, Span

_COUNTED = (PACED, REPEATED)
"""T05 tells of these."""
FILL_IN = "Write what belongs there."
"""What to do about a hole in a sentence."""
_SILENCE = re.compile(r"\s*\[(?:(?:short|long) )?pause\b", re.IGNORECASE)
SAID_ONE = "Write the one that is said."
"""What to do about a choice between words."""
_NOTE = "Begin the line with > to make it a note."
_DIRECTION = ("this will be spoken; is it a direction?", _NOTE)
_BY_QUESTION: tuple[tuple[str | tuple[str, ...], tuple[str, str]], ...] = (
    (HOLES, ("this will be spoken; it stands for other words.", FILL_IN)),
    (WHICH, ("this will be spoken with “slash”; it reads like a choice between words.", SAID_ONE)),
    (TIME_NAMED, ("this will be spoken; it may ask for a silence.", "")),
    (HOW_LONG, ("this will be spoken; it reads like a pause.", "")),
    (SAID_OR_HEARD, ("this will be spoken; it reads like a bell.", "For the bell, write [bell] in its place.")),
    (BACKGROUND, ("this will be spoken; it reads like a background.", "Write [soundscape ocean], or another, for it.")),
    (OPTIONAL, ("this will be spoken; it says that it is optional.", "Take out the word, or the whole line.")),
)
"""What is told of a question of import, and what to write: it would be spoken, as nothing has asked it."""


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield what import would not have spoken: directions, names, headings, page numbers, pauses in words."""
    for change in spoken_against_import("\n".join(context.lines), context.exercise):
        place = _place(change, context)
        counted = change.kind is ChangeKind.QUESTION and change.after.startswith(_COUNTED)
        if not counted and not _is_asked(place, context) and not _is_given(change, place, context):
            yield Finding(place, f"«{change.before}»: {_reading(change)}", _instead(change))


def _is_asked(place: Span, context: LintContext) -> bool:
    """Tell whether an open question is about it already."""
    if not context.questions:
        return False
    start = sum(len(line) + 1 for line in context.lines[: place.line - 1]) + place.column - 1
    return any(question.start <= start < question.about_end for question in context.questions)


def _is_given(change: ImportChange, place: Span, context: LintContext) -> bool:
    """Tell whether the silence that a sentence asks for stands behind it."""
    if not (change.kind is ChangeKind.QUESTION and change.after.startswith(TIME_NAMED)):
        return False
    behind = "\n".join(
        (context.lines[place.line - 1][place.end_column - 1 :], *context.lines[place.line : place.line + 2])
    )
    return _SILENCE.match(behind) is not None


def _place(change: ImportChange, context: LintContext) -> Span:
    """Return where the words stand on their line; the whole line where they are not found as they are."""
    line = context.lines[change.place - 1] if change.place <= len(context.lines) else ""
    start = line.find(change.before)
    return (
        context.line_span(change.place) if start < 0 else Span(change.place, start + 1, start + 1 + len(change.before))
    )


def _reading(change: ImportChange) -> str:
    match change.kind:
        case ChangeKind.QUESTION:
            return _of_question(change)[0]
        case ChangeKind.PAUSE | ChangeKind.BELL:
            return "this will be spoken; it reads like a cue."
        case ChangeKind.TITLE | ChangeKind.SECTION:
            return "this will be spoken; it reads like a heading."
        case ChangeKind.LEFT_OUT if change.after:
            return f"this will be spoken; it reads like {change.after}."
        case _:
            return _DIRECTION[0]


def _instead(change: ImportChange) -> str:
    """Return what to write for it."""
    match change.kind:
        case ChangeKind.QUESTION:
            return _of_question(change)[1] or _silence(change.before)
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


def _of_question(change: ImportChange) -> tuple[str, str]:
    """Return how a question of import reads, and what to write; that is empty where it is a silence."""
    if is_hole(change):
        return "the sentence has a hole here, and is spoken without it.", FILL_IN
    return next((told for asked, told in _BY_QUESTION if change.after.startswith(asked)), _DIRECTION)


def _silence(words: str) -> str:
    named = [cue for cue in named_lengths(words) if valid_cue(cue)]
    return f"For a silence, write [{named[0] if named else 'pause'}] behind it, or in its place."


RULE = Rule(
    code="T02",
    severity=Severity.WARNING,
    finds="a direction, a speaker's name, a heading or the edge of a page that would be read aloud; a line to fill in",
    why="All that is not in brackets or behind > is spoken: a listener would hear “fifteen seconds” and no silence.",
    better="Write [pause 15s] for a silence, and begin a note for yourself with >.",
    find=_find,
    language=RuleLanguage.ANY,
)
