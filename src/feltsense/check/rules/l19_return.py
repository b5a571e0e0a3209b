"""L19: no return at the end: senses, movement, a next step, and time for them."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.check.structure_words import MOVEMENT, SIGHT, STEP, StructureWords
from feltsense.check.version import TimedSentence, VersionView
from feltsense.script.diagnostics import Severity

_MIN_S = {1: 45.0, 2: 45.0, 3: 90.0}
"""Seconds by tier."""

_WINDOW_S = 120.0
"""Seconds before the end that count as the return where no section is one."""


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield what the way back lacks: a sense, a movement, a next step, or time."""
    least = _MIN_S[context.front.tier]
    for version in context.long_versions:
        rows = _way_back(version, context.structure)
        if not rows:
            continue
        lacks = [
            name
            for name, found in context.structure.way_back.items()
            if not any(row.sentence.has(found) for row in rows)
        ]
        lacks = [name for name in lacks if not (name == STEP and context.front.next_step)]
        if lacks:
            yield Finding(rows[-1].sentence, f"The way back lacks {', and '.join(lacks)}.")
        elif version.length - rows[0].start < least * 0.9:
            seconds = version.length - rows[0].start
            message = f"The way back lasts about {seconds:.0f} seconds{version.label}; {least:.0f} are needed."
            yield Finding(rows[0].sentence, message, "Let it be slower, or begin it earlier.")


def _way_back(version: VersionView, words: StructureWords) -> list[TimedSentence]:
    """Return what is heard on the way back: the last section, or the last part of a script without sections."""
    rows = list(version.timed_sentences)
    if not rows:
        return []
    first = rows[-1].sentence.section
    if first > rows[0].sentence.section:
        last = [row for row in rows if row.sentence.section == first]
        senses = words.way_back[SIGHT], words.way_back[MOVEMENT]
        if any(row.sentence.has(sense) for row in last for sense in senses):
            return last
    since = version.length - min(_WINDOW_S, version.length / 2)
    return [row for row in rows if row.start >= since] or rows[-1:]


RULE = Rule(
    code="L19",
    severity=Severity.ERROR,
    finds="no return of at least 45 s (tier 3: 90 s): sound or sight, contact or movement, a next small step",
    why="Nobody is left inside. What was opened needs time and senses to close again.",
    better=(
        "Take in three things you can see, or hear, or touch. Stretch a little. Then choose one small thing to do next."
    ),
    find=_find,
    language=RuleLanguage.STRUCTURE,
)
