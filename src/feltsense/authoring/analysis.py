"""A script analysed while it is written: diagnostics, timing, what is audible at a place, and rewordings."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from feltsense.authoring.diagnose import AssetChecker, diagnose
from feltsense.authoring.diff import phrases_of
from feltsense.authoring.text import as_written
from feltsense.errors import TimelineError
from feltsense.script.diagnostics import Diagnostic, Span
from feltsense.script.model import Bell, Breath, Exercise, Phrase
from feltsense.script.options import VersionOptions
from feltsense.script.questions import Question
from feltsense.timeline.lengths import LengthRange, possible_lengths
from feltsense.timeline.report import Overview, overview
from feltsense.units import Wpm

TRIAL_LENGTHS = (5.0, 10.0)
"""Minutes that every script can be tried in, besides those it offers."""
TRIAL_PACES = (100, 110, 120, 130, 140, 150)

_ADVICE = re.compile(
    r"(?:Take (?:a|the|it|one) |Let (?:more|it|some) |Declare |Add |Move |Write |Give |Say \b|Make |Offer |Use |Try "
    r"|Look |Put |Name |Check |Mend |Leave |Keep |Shorten |Split )"
)
"""How hints begin that tell what to do, and are no wording."""
_WORD = re.compile(r"\w+")

Audible = Phrase | Breath | Bell
"""A node that can be heard by itself."""


@dataclass(frozen=True, slots=True)
class TrialOptions:
    """What is tried without being written into the script; None leaves it as the script says."""

    minutes: float | None = None
    voice: str | None = None
    pace: int | None = None

    @property
    def options(self) -> VersionOptions:
        """The part that selects a version."""
        return VersionOptions(self.minutes, self.voice)

    def apply(self, exercise: Exercise) -> Exercise:
        """Return the exercise at the pace that is tried."""
        pace = exercise.front.pace if self.pace is None else Wpm(self.pace)
        return replace(exercise, front=replace(exercise.front, pace=pace))

    def summary(self) -> str:
        """Return in a few words what is tried; an empty string where all is as written."""
        parts = []
        if self.minutes is not None:
            parts.append(f"{self.minutes:g} minutes")
        if self.voice is not None:
            parts.append(f"voice {self.voice}")
        if self.pace is not None:
            parts.append(f"{self.pace} words a minute")
        return " · ".join(parts)


NO_TRIAL = TrialOptions()


@dataclass(frozen=True, slots=True)
class ScriptAnalysis:
    """What is known of a text."""

    lines: tuple[str, ...] = ("",)
    """The text that was analysed, as it is edited."""
    exercise: Exercise | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    """In source order: those of `feltsense check`."""
    overview: Overview | None = None
    """None where no timeline of the wanted length is possible."""
    ranges: tuple[LengthRange, ...] = ()
    """The possible lengths."""
    timeline_error: str = ""
    """Why no timeline is possible."""
    questions: tuple[Question, ...] = ()
    """Those that stand open."""


def analyse(text: str, slug: str, trial: TrialOptions = NO_TRIAL, assets: AssetChecker | None = None) -> ScriptAnalysis:
    """Return what is known of `text`. Never raises; takes about a tenth of a second for 400 lines.

    Args:
        text: as it is edited.
        slug: the exercise's name.
        trial: the length and pace of the timeline.
        assets: looks for sounds in the script's folder, and remembers what it has probed; None for no folder.
    """
    assets = assets or AssetChecker(slug, None)
    checked = diagnose(as_written(text), assets, slug)
    exercise = trial.apply(checked.parsed.exercise)
    known = ScriptAnalysis(tuple(text.split("\n")), exercise, checked.diagnostics, questions=checked.parsed.questions)
    measures = assets.measures(exercise.front)
    try:
        known = replace(known, ranges=possible_lengths(exercise, measures))
        return replace(known, overview=overview(exercise, trial.minutes, measures))
    except TimelineError as error:
        return replace(known, timeline_error=error.message)


def audible_at(exercise: Exercise, line: int, column: int) -> Audible | None:
    """Return what is heard at a place: what begins there or last before it on its line, else what comes next.

    Args:
        exercise: the script.
        line: from 1.
        column: from 1.
    """
    audible = (node for node in exercise.walk() if isinstance(node, Audible))
    nodes = sorted(audible, key=lambda node: (node.span.line, node.span.column))
    here = [node for node in nodes if node.span.line == line]
    before = [node for node in here if node.span.column <= column]
    after = (node for node in nodes if node.span.line > line)
    return next(iter(before[-1:] or here[:1]), None) or next(after, None) or next(iter(nodes[-1:]), None)


@dataclass(frozen=True, slots=True)
class Rewording:
    """A stretch of one line, and the text that could stand in its place."""

    line: int
    """From 1."""
    column: int
    """From 1."""
    end_column: int
    text: str


def suggest_rewording(diagnostic: Diagnostic, analysis: ScriptAnalysis) -> Rewording | None:
    """Return the replacement that a diagnostic offers; None where only the writer can tell.

    An autofix replaces just what it is about. A rule of language offers a sentence in place of the sentence.
    """
    span = diagnostic.span
    if diagnostic.replacement is not None:
        return Rewording(span.line, span.column, span.end_column, diagnostic.replacement)
    if not diagnostic.code.startswith("L") or not diagnostic.hint or _ADVICE.match(diagnostic.hint):
        return None
    phrase = _phrase_of(diagnostic, analysis)
    return Rewording(span.line, phrase.column, phrase.end_column, diagnostic.hint) if phrase else None


def _phrase_of(diagnostic: Diagnostic, analysis: ScriptAnalysis) -> Span | None:
    """Return where the sentence stands that a diagnostic is in, where all of it is on that line."""
    line_number = diagnostic.span.line
    if analysis.exercise is None or line_number > len(analysis.lines):
        return None
    line = analysis.lines[line_number - 1]
    for span, parts in groupby(phrases_of(analysis.exercise), key=lambda phrase: phrase.span):  # a long one has parts
        if span.line == line_number and span.column <= diagnostic.span.column < span.end_column:
            written = _WORD.findall(line[span.column - 1 : span.end_column - 1])
            return span if written == _WORD.findall(" ".join(part.text for part in parts)) else None
    return None
