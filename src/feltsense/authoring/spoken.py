"""What will be spoken: every phrase of a script in order, and those first that look as if they were not meant to be."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from feltsense.authoring.analysis import Rewording
from feltsense.authoring.suspicions import Suspicion, SuspicionKind, label_of, named_label, suspicions
from feltsense.check.checker import rule_diagnostics
from feltsense.check.lint_context import LintContext
from feltsense.check.registry import rule_of
from feltsense.check.rules.t02_spoken_directions import FILL_IN
from feltsense.script.diagnostics import Diagnostic, Span
from feltsense.script.language import LANGUAGE_NAMES, guess_language
from feltsense.script.model import Breath, FrontMatter, Node, Parsed, Phrase, Repeat, Section, Version
from feltsense.script.questions import Question
from feltsense.script.source import source_lines
from feltsense.script.text import quoted
from feltsense.timeline.utterances import breath_word
from feltsense.voice.readings import SAID_AS_THEY_ARE, read_aloud, signs_to_say

_DIRECTION = "T02"
_IN_BRACKETS = re.compile(r"\([^()]*\)\.?")
_FEWEST_LABELS = 3
"""So often a name with a colon begins a sentence that it is a speaker's."""


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One sentence, or the part of one between two cues, as it is spoken."""

    line: int
    """Where it begins in the script, from 1."""
    text: str
    """As it is spoken, on one line."""
    reasons: tuple[Suspicion, ...]
    """Why it may not be meant to be spoken; empty for most."""
    section: str
    """The heading above it."""
    when: str
    """“from 5 min”, “3 times”: the blocks that it stands in; empty where it is spoken once in every version."""
    span: Span
    """What of its first line is spoken."""
    read: str
    """As the voices of the script's language are given it to read: numbers, signs and abbreviations in words."""

    @property
    def is_read_otherwise(self) -> bool:
        """Whether it is read in other words than it is written."""
        return self.read != self.text

    @property
    def suspicious(self) -> bool:
        """Whether somebody should look at it."""
        return bool(self.reasons)


def spoken_lines(parsed: Parsed, source: bytes | str) -> tuple[SpokenLine, ...]:
    """Return everything that will be spoken, in the order of the script; what is repeated stands there once.

    Args:
        parsed: the script; what stands around its errors is there too.
        source: what it was parsed from.
    """
    found = [line for section in parsed.exercise.sections for line in _of_section(section, parsed.exercise.front)]
    found = _with_repeated_labels(found)
    found = _with_language(found, parsed.exercise.front.language)
    directions = rule_of(_DIRECTION)
    told = rule_diagnostics(directions, LintContext(parsed, source)) if directions else ()
    found = _with_directions(found, tuple(told))
    return tuple(_with_questions(found, parsed, source_lines(source)))


def suspicious_first(found: Iterable[SpokenLine]) -> tuple[SpokenLine, ...]:
    """Return the lines that somebody should look at, then the others, both in the order of the script."""
    return tuple(sorted(found, key=lambda line: not line.suspicious))


def mended(line: SpokenLine, suspicion: Suspicion, source: bytes | str) -> Rewording | None:
    """Return what to put into the script so that what is strange is not spoken; None where only its writer can tell.

    A label is taken out; a line that is nothing but a direction, an address or words in brackets becomes a note.
    """
    written = source_lines(source)[line.line - 1]
    begin, end = line.span.column - 1, line.span.end_column - 1
    if suspicion.spare:
        label = re.escape(suspicion.spare.strip())
        place = re.match(rf"[*_“\"']*{label}[*_]*\s*", written[begin:])
        return Rewording(line.line, begin + 1, begin + place.end() + 1, "") if place else None
    alone = not written[:begin].strip() and not written[end:].strip()
    in_brackets = suspicion.kind is SuspicionKind.BRACKETS and _IN_BRACKETS.fullmatch(written.strip())
    if alone and (in_brackets or suspicion.kind in (SuspicionKind.DIRECTION, SuspicionKind.ADDRESS)):
        return Rewording(line.line, 1, len(written) + 1, f"> {written.strip()}")
    return None


def _of_section(section: Section, front: FrontMatter) -> Iterator[SpokenLine]:
    for (span, when), nodes in groupby(_heard(section.body), key=lambda found: (found[0].span, found[1])):
        text = " ".join(filter(None, (_words(node, front) for node, _ in nodes)))
        if text:
            read = _as_read(text, front)
            reasons = (*suspicions(text, read), *_unknown_signs(read, front))
            yield SpokenLine(span.line, text, reasons, section.title, when, span, read)


def _as_read(text: str, front: FrontMatter) -> str:
    return read_aloud(text, (word for word, _ in front.say), front.language)


def _unknown_signs(read: str, front: FrontMatter) -> Iterator[Suspicion]:
    """Yield the first sign of what is read for which neither the language nor the script has a word."""
    own = SAID_AS_THEY_ARE.union(*(word for word, _ in front.say))
    if sign := next((sign for sign in signs_to_say(read) if sign not in own), None):
        yield Suspicion(
            SuspicionKind.SIGN, f"a voice may have no word for “{sign}”, and refuse it", "a word in its place"
        )


def _heard(body: Sequence[Node], when: str = "") -> Iterator[tuple[Phrase | Breath, str]]:
    """Yield what has words, with the blocks that it stands in."""
    for node in body:
        if isinstance(node, Phrase | Breath):
            yield node, when
        elif isinstance(node, Repeat | Version):
            yield from _heard(node.body, ", ".join(filter(None, (when, _block(node)))))


def _block(node: Repeat | Version) -> str:
    if isinstance(node, Repeat):
        return f"{node.times} times"
    return f"from {node.at_least:g} min" if node.at_least is not None else f"up to {node.at_most:g} min"


def _words(node: Node, front: FrontMatter) -> str:
    """Return the words of a phrase, or those that lead a breath."""
    if isinstance(node, Phrase):
        return node.text
    words = (breath_word(front, node, phase.kind, 0) for phase in node.phases) if isinstance(node, Breath) else ()
    return " ".join(f"{word.text}." for word in words if word)


def _with_reason(line: SpokenLine, suspicion: Suspicion) -> SpokenLine:
    kinds = {reason.kind for reason in line.reasons}
    return line if suspicion.kind in kinds else replace(line, reasons=(suspicion, *line.reasons))


def _with_repeated_labels(found: Sequence[SpokenLine]) -> list[SpokenLine]:
    """Return the lines with a name that begins several of them told as a label: only a speaker's does."""
    labels = [label_of(line.text) for line in found]
    counts = Counter(filter(None, labels))
    said = {word for line in found for word in re.findall(r"\b[a-z][\w’'-]*", line.text)}
    names = {label for label, count in counts.items() if count >= _FEWEST_LABELS and not _is_said(label, said)}
    return [
        _with_reason(line, named_label(label)) if label in names else line
        for line, label in zip(found, labels, strict=True)
    ]


def _is_said(label: str, said: set[str]) -> bool:
    """Tell whether the words of a label are ordinary ones: “Notice: …”."""
    return any(word in said for word in label.rstrip(": ").lower().split())


def _with_language(found: list[SpokenLine], language: str) -> list[SpokenLine]:
    """Return the lines with those told that are in another language than the script; all of them once."""
    own = language.partition("-")[0].lower()
    guesses = [guess_language(line.text) for line in found]
    whole = guess_language("\n".join(line.text for line in found))
    other = whole if whole not in (None, own) else None
    if other and found:
        mend = f"write “language: {other}” in the front matter"
        reason = f"all of it reads like {LANGUAGE_NAMES[other]}, and the script's language is {language}"
        return [_with_reason(found[0], Suspicion(SuspicionKind.LANGUAGE, reason, mend)), *found[1:]]
    return [
        line if guess in (None, own) else _with_reason(line, _in_language(str(guess)))
        for line, guess in zip(found, guesses, strict=True)
    ]


def _in_language(language: str) -> Suspicion:
    return Suspicion(SuspicionKind.LANGUAGE, f"reads like {LANGUAGE_NAMES[language]}", "a script has one language")


def _with_directions(found: list[SpokenLine], told: Sequence[Diagnostic]) -> list[SpokenLine]:
    """Return the lines with those told that read like a direction and have no reason of their own yet."""
    made = list(found)
    for diagnostic in told:
        before = [place for place, line in enumerate(made) if line.line <= diagnostic.span.line]
        if before and not made[before[-1]].reasons:
            hole = Suspicion(SuspicionKind.BLANK, "something is to be filled in", "what belongs there")
            reads = diagnostic.message.partition("; it ")[2].rstrip(".") or "reads like a direction"
            direction = Suspicion(SuspicionKind.DIRECTION, reads, diagnostic.hint)
            reason = hole if diagnostic.hint == FILL_IN else direction
            made[before[-1]] = _with_reason(made[before[-1]], reason)
    return made


def _with_questions(found: Iterable[SpokenLine], parsed: Parsed, lines: Sequence[str]) -> Iterator[SpokenLine]:
    """Yield the lines, with each open question told at the first that it is about, or stands in."""
    left = list(parsed.questions)
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0)) if parsed.questions else []
    for line in found:
        question = next((each for each in left if _is_asked(line, each, starts)), None)
        if question is not None:
            left.remove(question)
            yield _with_reason(line, Suspicion(SuspicionKind.QUESTION, quoted(question.text, 80), "answer it"))
        else:
            yield line


def _is_asked(line: SpokenLine, question: Question, starts: Sequence[int]) -> bool:
    """Tell whether a question stands in a line, or is about words of it; given where the script's lines start."""
    first = starts[line.line - 1] + line.span.column - 1
    last = starts[line.line - 1] + line.span.end_column - 1
    return first <= question.comment_start <= last or (first < question.about_end and question.start < last)
