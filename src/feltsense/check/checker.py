"""Runs all rules over scripts, and applies the suppressions written in them."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from feltsense.check.heard.classifier import classifier
from feltsense.check.heard.listening import Heard, heard_in
from feltsense.check.lint_context import LintContext
from feltsense.check.own_wording import own_wording
from feltsense.check.registry import ENGLISH_ONLY, ENGLISH_WORDS, UNNAMED_LANGUAGE, UNUSED_SUPPRESSION, all_rules
from feltsense.check.rule import MAX_FINDINGS, Finding, Rule, RuleLanguage
from feltsense.check.sentences import source_span
from feltsense.check.structure_in_languages import structure_words
from feltsense.script.diagnostics import Diagnostic, Severity, Span
from feltsense.script.language import declare_language, reads_like, unnamed_language
from feltsense.script.model import Allow, FrontMatter, Parsed
from feltsense.script.parser import parse
from feltsense.system.printable import printable_line
from feltsense.timeline.estimate import TimingOf

_TOP = Span(1, 1, 2)
"""Where a finding about the script as a whole is shown."""
_SEEN = "Its format, timing and silences were looked at, and whether one may stop, what is announced, and the way back."
_SEEN_IN_ANY = "Its format and timing were looked at, but not whether one may stop, what is announced, or the way back."


def _nothing_measured(_front: FrontMatter) -> None:
    return None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A script with all that was found in it."""

    parsed: Parsed
    """Its own errors, and they alone, stop a render."""
    diagnostics: tuple[Diagnostic, ...]
    """The format's, the language's and the timing's, in source order."""


def check(
    source: bytes | str,
    slug: str,
    *,
    groups: bool = False,
    heard: bool = True,
    timing_of: TimingOf = _nothing_measured,
) -> CheckResult:
    """Return the exercise that `source` describes, and what its format and all rules find in it. Never raises.

    Args:
        source: the script; anything may be in it.
        slug: the exercise's name.
        groups: whether it is for groups rather than for one listener alone.
        heard: whether what the classifier behind the patterns hears is told as well; a comment that allows such a
            note counts as used all the same.
        timing_of: tells how long the voice of a script speaks.
    """
    parsed = parse(source, slug)
    context = LintContext(parsed, source, groups=groups, timing=timing_of(parsed.exercise.front))
    found = [each for rule in all_rules() for each in rule_diagnostics(rule, context)]
    notes = _heard_diagnostics(context, found, told=heard) if is_english(context) else []
    told = [each for each in _apply_suppressions([*found, *notes], parsed) if heard or each not in notes]
    diagnostics = (*parsed.diagnostics, *_about_language(context), *told)
    return CheckResult(parsed, tuple(sorted(diagnostics, key=lambda each: (each.span, each.code))))


def rule_diagnostics(rule: Rule, context: LintContext) -> Iterator[Diagnostic]:
    """Yield what one rule finds, each place once."""
    if not _holds(rule, context):
        return
    seen: set[Span] = set()
    for finding in rule.find(context):
        diagnostic = _diagnostic(rule, finding, context)
        if diagnostic.span not in seen:
            seen.add(diagnostic.span)
            yield diagnostic
        if len(seen) == MAX_FINDINGS:
            return


def _holds(rule: Rule, context: LintContext) -> bool:
    """Tell whether a rule knows the language of a script."""
    match rule.language:
        case RuleLanguage.ENGLISH:
            return is_english(context)
        case RuleLanguage.STRUCTURE:
            return structure_words(context.front.language) is not None
        case RuleLanguage.ANY:
            return True


def is_english(context: LintContext) -> bool:
    """Tell whether a script is in the language whose words the rules and the classifier know."""
    return context.front.language.lower().startswith("en")


def _heard_diagnostics(context: LintContext, found: Sequence[Diagnostic], *, told: bool) -> list[Diagnostic]:
    """Return a note for each sentence that may be heard as a rule has it, where its patterns did not speak.

    Args:
        context: the script.
        found: by its patterns.
        told: whether somebody reads the notes; without, they have no example, which takes time to find.
    """
    rules = {rule.code: rule for rule in all_rules()}
    return [_heard_diagnostic(each, rules[each.code], told=told) for each in heard_in(context, found)]


def _heard_diagnostic(heard: Heard, rule: Rule, *, told: bool) -> Diagnostic:
    message = f"This may be heard as {rule.code} ({rule.finds}); it is only a likeness."
    example = classifier().nearest_example(heard.sentence.plain, heard.code) if told else ""
    hint = f"{rule.why} Better: {rule.better} It resembles «{example}»"
    return Diagnostic(rule.code, Severity.NOTE, heard.sentence.span, message, hint, only_heard=True)


def _about_language(context: LintContext) -> Iterator[Diagnostic]:
    """Yield a note for a script in another language, as rules about words know English; if it names none, a warning."""
    language = context.front.language
    if other := unnamed_language(context.exercise):
        yield Diagnostic(UNNAMED_LANGUAGE, Severity.WARNING, _TOP, reads_like(other), declare_language(other))
    elif not is_english(context):
        message = f"This script is in “{printable_line(language)}”. {ENGLISH_WORDS}"
        seen = _SEEN_IN_ANY if structure_words(language) is None else _SEEN
        hint = f"{seen} Have somebody who speaks it read the words."
        yield Diagnostic(ENGLISH_ONLY, Severity.NOTE, context.front_matter_line("language") or _TOP, message, hint)


def _diagnostic(rule: Rule, finding: Finding, context: LintContext) -> Diagnostic:
    where = finding.where
    span = _TOP if where is None else where if isinstance(where, Span) else source_span(where, context.lines)
    better = finding.better or own_wording(rule.code, rule.better, context.front.language)
    message, hint = printable_line(finding.message), printable_line(better)
    return Diagnostic(rule.code, rule.severity, span, message, hint)


def _apply_suppressions(found: Sequence[Diagnostic], parsed: Parsed) -> Iterator[Diagnostic]:
    """Yield the findings that no comment allows, and a note for each comment that allows nothing.

    A comment counts for its section; one before the first heading counts for what concerns the whole script as well.
    """
    used: set[Allow] = set()
    for diagnostic in found:
        reasons = [allow for allow in parsed.allows if _covers(allow, diagnostic, parsed)]
        used.update(reasons)
        if not reasons:
            yield diagnostic
    for allow in parsed.allows:
        if allow not in used:
            message = f"Nothing here needs {allow.code} to be allowed."
            hint = "Take it out, or move it to its section; for the script as a whole, above the first heading."
            yield Diagnostic(UNUSED_SUPPRESSION, Severity.NOTE, allow.span, message, hint)


def _covers(allow: Allow, diagnostic: Diagnostic, parsed: Parsed) -> bool:
    if allow.code != diagnostic.code:
        return False
    return _section(allow.span.line, parsed) == _section(diagnostic.span.line, parsed)


def _section(line: int, parsed: Parsed) -> int:
    """Return which section a line stands in: 0 for all before the first heading."""
    starts = [section.span.line for section in parsed.exercise.sections if section.span.line > 1]
    return sum(start <= line for start in starts)


_MIN_PARALLEL = 40
"""With fewer scripts, starting other processes takes longer than it saves."""

ScriptSource = tuple[bytes, str]
"""A source and the slug of its exercise."""


def check_all(
    scripts: Sequence[ScriptSource],
    *,
    groups: bool = False,
    heard: bool = True,
    timing_of: TimingOf = _nothing_measured,
) -> list[CheckResult]:
    """Return what is found in each script, in their order; the rest is as for `check`.

    Many are shared among processes, so `timing_of` is a function of a module.
    """
    cores = _cores()
    check_one = partial(_check, groups=groups, heard=heard, timing_of=timing_of)
    if len(scripts) < _MIN_PARALLEL or cores < 2:
        return [check_one(script) for script in scripts]
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to import, and rarely needed

    with ProcessPoolExecutor(min(cores, 8)) as pool:
        return list(pool.map(check_one, scripts, chunksize=max(1, len(scripts) // (cores * 8))))


def _check(script: ScriptSource, *, groups: bool, heard: bool, timing_of: TimingOf) -> CheckResult:
    return check(*script, groups=groups, heard=heard, timing_of=timing_of)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
