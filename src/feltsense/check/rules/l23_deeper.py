"""L23: exposure without support."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern, words
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_PAIN = words(
    "pain ache hurt hurting sadness grief fear feeling feelings emotion emotions wound wounds memory memories"
    " shame anger rage loneliness trauma discomfort darkness sorrow terror anguish despair suffering heartbreak"
    " tension"
)
_INTO = pattern(
    r"(?:relive|re-live|reliving|re-living|re-experience|reexperience|re-enact)(?: \w+)?(?: \w+)?",
    r"(?:go|going|return|come|travel|take yourself|let yourself go|journey"
    r"|step) (?:all the way )?back (?:in time )?(?:to|into) (?:the|that|your|when|a) (?:\w+ ){0,4}?(?:trauma\w*"
    r"|accident|abuse|assault|pain\w*|hurt|wound\w*|worst|loss|attack|scene|first time you felt|it happened)",
    r"(?:deeper|further|right|all the way|straight|fully|deep) (?:down )?into (?:the |your |that |this |all "
    rf"|it and )*(?:\w+ )?{_PAIN}",
    r"(?:breathe|breathing|breath|lean|leaning|sink|sinking|dive|diving|drop|plunge|move|step|go|going|enter"
    r"|stay|press|melt) (?:right |down |fully |deep |gently |slowly )*(?:into|inside) (?:the |your |that |this "
    rf"|any |all )*(?:\w+ )?{_PAIN}",
    rf"(?:let|allow|make) (?:the |your |that |this |it |all )*(?:\w+ )?(?:{_PAIN} )?(?:to )?(?:get|become|grow"
    r"|be) (?:even )?(?:stronger|bigger|more intense|as strong|as intense)",
    rf"(?:intensify|amplify|deepen|magnify|turn up) (?:the |your |that |this )*(?:\w+ )?{_PAIN}",
    rf"feel (?:the |your |that |this )(?:\w+ )?{_PAIN} (?:fully|completely|deeply|intensely|in full)",
    rf"feel (?:all of |the full \w+ of |every bit of )(?:the |your |that )*(?:\w+ )?{_PAIN}",
)
_SUPPOSED = Pattern(r"\b(?:if|when|whenever|should you|in case|might have|may have)\b[^,;:.\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each call to relive something, or to go into pain."""
    for hit in reading.said(_INTO):
        if not _SUPPOSED.search(hit.before):
            yield Finding(hit, f"«{hit.text}» leads into what may flood.")


RULE = Rule(
    code="L23",
    severity=Severity.ERROR,
    finds="relive, go back to the trauma, go deeper into the pain, breathe into the pain",
    why="Going into pain alone, led by a recording that cannot see one, can flood. Distance and a way back come first.",
    better="Perhaps notice it from a little distance.",
    look=look,
)
