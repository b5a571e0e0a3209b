"""Taking a better wording: what of a line is replaced, and by what."""

import re
from dataclasses import dataclass

from feltsense.authoring.analysis import Study
from feltsense.script.diagnostics import Diagnostic
from feltsense.script.model import Phrase

_ADVICE = re.compile(
    r"(?:Take (?:a|the|it|one) |Let (?:more|it|some) |Declare |Add |Move |Write |Give |Say \b|Make |Offer |Use |Try "
    r"|Look |Put |Name |Check |Mend |Leave |Keep |Shorten |Split )"
)
"""How hints begin that tell what to do, and are no wording."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Better:
    """A stretch of one line, and what would stand in its place."""

    line: int
    """From 1."""
    column: int
    """From 1."""
    end_column: int
    text: str


def better(found: Diagnostic, study: Study) -> Better | None:
    """Return what can be put in place for a diagnostic; None where only the writer can tell.

    A mechanical mend replaces just what it is about. A rule of language offers a sentence in place of the sentence.
    """
    span = found.span
    if found.replacement is not None:
        return Better(span.line, span.column, span.end_column, found.replacement)
    if not found.code.startswith("L") or not found.hint or _ADVICE.match(found.hint):
        return None
    phrase = _around(found, study)
    return Better(span.line, phrase.span.column, phrase.span.end_column, found.hint) if phrase else None


def _around(found: Diagnostic, study: Study) -> Phrase | None:
    """Return the phrase that a diagnostic is in, where all of it stands on that line."""
    if study.exercise is None or found.span.line > len(study.lines):
        return None
    line = study.lines[found.span.line - 1]
    for node in study.exercise.walk():
        span = node.span
        if (
            isinstance(node, Phrase)
            and span.line == found.span.line
            and span.column <= found.span.column < span.end_column
        ):
            written = _WORD.findall(line[span.column - 1 : span.end_column - 1])
            return node if written == _WORD.findall(node.text) else None
    return None
