"""L34: cheerfulness on demand."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_SLOGAN = pattern(
    r"(?:think|thinking|stay|staying|be|being|remain|keep) (?:\w+ )?(?:positive|positively|optimistic"
    r"|upbeat)(?: thoughts?)?",
    r"(?:only )?(?:positive|happy|good) (?:thoughts|vibes|energy) only|good vibes",
    r"(?:focus on|think only|have only) (?:the |your )?(?:positive|happy|good) (?:\w+ )?(?:things|thoughts|side"
    r"|in life)?",
    r"choos(?:e|ing) (?:happiness|joy|love over fear|to be happy|positivity|gratitude|peace over)",
    r"happiness is a choice|be happy(?=[.!,]|$)|everything happens for a reason",
    r"there(?:'s| is) (?:always )?a (?:reason|lesson|silver lining)(?: \w+)? (?:for|in|to) (?:everything|this"
    r"|all)",
    r"meant to be|every cloud has|what doesn't kill (?:you|us)|time heals all|it(?:'s| is) all for the best",
    r"god never gives|when one door closes|love and light",
    r"(?:replace|swap|change) (?:your |the |any |all )*negative (?:thoughts?|thinking|feelings|self-talk)",
    r"manifest (?:your|the|what)|attract (?:love|abundance|happiness)|put a smile on",
    r"smile (?:and the world|your (?:worries|pain) away|no matter)|your thoughts create your reality",
)
_WHETHER = Pattern(r"\b(?:may|if|whether|pretend(?:ing)?|force)\b[^,;:.\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each slogan."""
    for hit in reading.said(_SLOGAN):
        if not (hit.sentence.question or _WHETHER.search(hit.before)):
            yield Finding(hit, f"«{hit.text}» asks for cheerfulness.")


RULE = Rule(
    code="L34",
    severity=Severity.WARNING,
    finds="think positive, choose happiness, everything happens for a reason",
    why="Whoever hurts hears that the hurt is a choice, and is left alone with it.",
    better="What would be a little kinder, and still true?",
    look=look,
)
