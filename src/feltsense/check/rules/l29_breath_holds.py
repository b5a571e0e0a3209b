"""L29: breath holds."""

from collections.abc import Iterator
from dataclasses import replace

from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.check.wording import INVITATION
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.model import Breath, PhaseKind

_LONGEST_S = 7.0
_MAX_ROUNDS = 4
_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|ten|a count|a moment|as long)"
_HELD = pattern(
    r"hold(?:ing)? (?:on to )?(?:your|the|that) breath",
    rf"hold (?:it |the air |that )?(?:in |here |there )?for {_COUNT}",
    r"(?:breathe|breath|inhale)\b[^\n]*[,…] (?:and )?hold(?: it)?(?=[.,!…]|$| …)",
    r"(?:breathe|breath|inhale)(?: in)?(?: \w+)? and (?:then )?hold(?: it| that)?(?: in| there| here)?(?=[.,;!…]|$| …)",
    r"hold (?:it |there |here )?(?:at|on) the (?:top|bottom|end) of (?:the|your|that|each|every) (?:in-?|out-?)?breath",
)
_CAUTION = LazyPattern(r"hold|pregnan|heart|lung|blood|epilep|clinician|doctor|asthma|panic")
_ELSE = pattern(
    r"let the breath turn|without (?:the |a |any )?hold\w*|no holds?",
    r"(?:skip|leave out|drop|shorten) (?:the|any|a|each) holds?|instead of holding|(?:if|when) (?:the )?hold\w*",
    r"holds? (?:is|are) optional|breathe on|rather than hold\w*",
)


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each hold that is too long, or lacks its declaration, a caution or an alternative."""
    held = [breath for breath in _breaths(context) if any(phase.kind is PhaseKind.HOLD for phase in breath.phases)]
    spoken = [hit for hit in context.assertions(_HELD, unconditional=True) if not INVITATION.search(hit.before)]
    if held or spoken:
        lacks = [name for name, there in _requirements(context) if not there]
        if lacks:
            first = held[0].span if held else spoken[0]
            yield Finding(first, f"The breath is held, and the script lacks {', '.join(lacks)}.")
    for breath in held:
        longest = max(phase.length for phase in breath.phases if phase.kind is PhaseKind.HOLD) / 1000
        if longest > _LONGEST_S:
            yield Finding(breath.span, f"A hold of {longest:g} seconds is too long; {_LONGEST_S:g} is the most.")
        elif _is_478(breath) and breath.rounds > _MAX_ROUNDS:
            yield Finding(
                breath.span,
                f"{breath.rounds} rounds of 4-7-8 are too many; {_MAX_ROUNDS} are the most.",
                "Write “for 4 rounds”.",
            )


def _requirements(context: LintContext) -> Iterator[tuple[str, bool]]:
    english = context.front.language.lower().startswith("en")
    yield "“holds: true” in its front matter", context.front.holds
    yield (
        "a caution",
        any(_CAUTION.search(text.lower()) for text in context.front.cautions)
        or (not english and bool(context.front.cautions)),
    )
    yield "another way for whom holding does not suit", not english or context.has(_ELSE)


def _breaths(context: LintContext) -> Iterator[Breath]:
    """Yield each breath with the rounds that its repeats make of it."""
    for node, times in context.exercise.walk_counted():
        if isinstance(node, Breath):
            yield replace(node, rounds=node.rounds * times)


def _is_478(breath: Breath) -> bool:
    lengths = [phase.length for phase in breath.phases]
    return len(lengths) == 3 and lengths[1] * 4 == lengths[0] * 7 and lengths[2] == lengths[0] * 2


RULE = Rule(
    code="L29",
    severity=Severity.ERROR,
    finds="holds without holds: true, a caution and an alternative; a hold over 7 s; over four rounds of 4-7-8",
    why="Holding the breath can bring on panic or dizziness, and is a risk in pregnancy and with some conditions.",
    better="If holding is uncomfortable, let the breath turn by itself.",
    find=_find,
    language=RuleLanguage.ANY,
)
