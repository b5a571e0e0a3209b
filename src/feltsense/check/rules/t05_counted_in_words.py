"""T05: a breath or a repeat that is counted in words alone."""

import re
from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.script.breath_words import CountedBreath, counted_breaths
from feltsense.script.cue_languages import language_of_cues, valid_english_cue
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.repeat_words import written_repeats

_UNSPOKEN = LazyPattern(r"<!--.*?(?:-->|\Z)|^[ \t]*[>#].*$", re.DOTALL | re.MULTILINE)
_CUE = LazyPattern(r"\[[^\[\]\n]*\]")
_TIME = LazyPattern(r"\[(?:breathe|pause|repeat|in \d|inhale)", re.IGNORECASE)
_TIME_FOLLOWS = LazyPattern(rf"\s*{_TIME.pattern}", re.IGNORECASE)


def breaths_without_time(text: str) -> Iterator[tuple[int, CountedBreath]]:
    """Yield each breath that a script counts in words, with where it begins, unless a cue stands beside it."""
    plain = _CUE.sub(_blank, text)
    for breath in counted_breaths(plain):
        start = breath.start + len(plain[breath.start :]) - len(plain[breath.start :].lstrip())
        if not (_TIME.search(text, start, breath.end) or _TIME_FOLLOWS.match(text, breath.end)):
            yield start, breath


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each breath that is counted in words, and each wish to repeat, with no cue for it beside."""
    text = _spoken_text(context)
    breaths = counted_breaths(_CUE.sub(_blank, text))
    for start, breath in breaths_without_time(text):
        message = "This breath is counted in words: the voice goes on after a second or two, whatever they say."
        yield _finding(context, text, start, message, f"Write [{breath.cues[0]}] in its place.")
    for repeat in written_repeats(text):
        inside = any(breath.start <= repeat.start < breath.end for breath in breaths)
        if not inside and not _TIME_FOLLOWS.match(text, repeat.end):
            message = "These words ask for a repeat: nothing is said or done again."
            hint = f"Write [repeat {repeat.times[0]} times] before what is repeated, and [end] behind it."
            yield _finding(context, text, repeat.start, message, hint)


def _finding(context: LintContext, text: str, start: int, message: str, hint: str) -> Finding:
    return Finding(context.line_span(text.count("\n", 0, start) + 1), message, hint)


def _spoken_text(context: LintContext) -> str:
    """Return the script with spaces for its front matter, comments, notes and headings, its cues in English."""
    first = min((sentence.span.line for sentence in context.sentences), default=len(context.lines) + 1)
    body = "\n".join(" " * len(line) if number < first else line for number, line in enumerate(context.lines, 1))
    language = language_of_cues(context.front, body)
    return _CUE.sub(lambda match: _in_english(match[0], language), _UNSPOKEN.sub(_blank, body))


def _in_english(bracket: str, language: str) -> str:
    """Return what stands in brackets as the English cue that it means in `language`; as it is where it means none."""
    found = valid_english_cue(" ".join(bracket[1:-1].split()), language) if language else None
    return f"[{found}]" if found else bracket


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


RULE = Rule(
    code="T05",
    severity=Severity.WARNING,
    finds="a breath or a repeat that is counted in words, with no time for it",
    why="A listener who is told to breathe in for four seconds hears the next sentence after one and a half.",
    better="Write [breathe in 4 out 6 for 5 rounds], or [repeat 3 times] … [end].",
    find=_find,
    language=RuleLanguage.ANY,
)
