"""What a save has changed: which phrases sound different, and which diagnostics are new."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from feltsense.script.diagnostics import Diagnostic
from feltsense.script.model import Exercise, Node, Phrase, Section
from feltsense.timeline.utterances import utterance_for

MAX_CHANGED = 3
"""Phrases that are heard after one save: a changed pace changes all of them."""

_Key = tuple[str, str, str]


def changed_phrases(before: Exercise, after: Exercise) -> tuple[Phrase, ...]:
    """Return the phrases of `after` that sound different from those of `before`, in any of its lengths.

    At most `MAX_CHANGED` of them, the first.
    """
    phrases = list(phrases_of(after))
    utterances = [utterance_for(after.front, phrase.text) for phrase in phrases]
    same_voice = after.front.voice == before.front.voice
    known = [utterance_for(before.front, phrase.text) for phrase in phrases_of(before)] if same_voice else []
    matcher = SequenceMatcher(a=known, b=utterances, autojunk=False)
    new = [
        phrases[index]
        for kind, _, _, low, high in matcher.get_opcodes()
        if kind != "equal"
        for index in range(low, high)
    ]
    return tuple(new[:MAX_CHANGED])


def excerpt(exercise: Exercise, nodes: Sequence[Node]) -> Exercise:
    """Return an exercise that holds only `nodes`, in the voice and pace of `exercise`."""
    front = replace(exercise.front, minutes=(), soundscape=None)
    return replace(exercise, front=front, sections=(Section("", tuple(nodes), nodes[0].span),))


def phrases_of(exercise: Exercise) -> Iterator[Phrase]:
    """Yield every phrase of an exercise, those of all its lengths."""
    return (node for node in exercise.walk() if isinstance(node, Phrase))


@dataclass(frozen=True, slots=True)
class DiagnosticDiff:
    """The diagnostics of a save compared with those of the save before."""

    new: tuple[Diagnostic, ...]
    """Those that were not there, in order."""
    unchanged: int
    resolved: int


class DiagnosticHistory:
    """Remembers the last diagnostics. They are told apart by their words, not by their line, which moves."""

    def __init__(self) -> None:
        self._known: Counter[_Key] = Counter()

    def update(self, diagnostics: Sequence[Diagnostic], lines: Sequence[str]) -> DiagnosticDiff:
        """Return what is new in `diagnostics`, and remember them for the next call.

        Args:
            diagnostics: all of them, in order.
            lines: of the source that they were found in.
        """
        before, self._known = self._known, Counter(_key(each, lines) for each in diagnostics)
        remaining = before.copy()
        new = []
        for each in diagnostics:
            key = _key(each, lines)
            if remaining[key]:
                remaining[key] -= 1
            else:
                new.append(each)
        return DiagnosticDiff(tuple(new), len(diagnostics) - len(new), remaining.total())


def _key(diagnostic: Diagnostic, lines: Sequence[str]) -> _Key:
    span = diagnostic.span
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    return diagnostic.code, diagnostic.message, line[span.column - 1 : span.end_column - 1]
