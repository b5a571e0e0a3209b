"""L31: marks for the listener."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_GRADED = pattern(
    r"(?:good|great|excellent|wonderful|nice|amazing|fantastic|brilliant|beautiful) (?:job|work|effort)",
    r"^well done|bravo",
    r"you(?:'re| are) doing (?:so |really |very |just )?(?:it )?(?:great|well|fine|perfectly|right|amazing"
    r"|wonderfully|good)",
    r"you did (?:it|well|great|that well)",
    r"^(?:perfect|excellent|very good|that's it|good|great|wonderful|fantastic|lovely)(?=[.!](?:\s|$)|$)",
    r"(?:that's|that is|that was|this is) (?:perfect|excellent|very good)|correctly",
    r"the (?:right|correct|proper) (?:way|posture|technique)(?! round)|do (?:it|this) (?:right|properly)",
    r"(?:breathe|sit|do (?:it|this|that)|feel|move|stand) (?:\w+ )?perfectly|in the correct",
    r"i(?:'m| am) proud of you|congratulations|you (?:have )?succeeded|if you do (?:it|this) right",
    r"^(?:that's right|nicely done|beautifully done)(?=[.!])|you(?:'ve| have) done (?:so )?(?:brilliantly|well|great)",
)
_EMPTY = pattern(
    r"keep (?:your|the) (?:mind|head) (?:empty|clear|blank|quiet|still)",
    r"(?:empty|clear|quiet|quieten|silence|still|blank) (?:out )?(?:your|the) (?:mind|thoughts|head|thinking)",
    r"stop thinking|think (?:of|about) nothing|(?:let|make) your mind (?:go |become |be )?(?:blank|empty|silent)",
    r"push (?:away|out) (?:all |your |any )*thoughts|banish (?:all |your )*thoughts|don't think|do not think",
    r"push (?:all |your |any |those |the )*thoughts (?:away|aside|out)",
)
_SUPPOSED = Pattern(r"\b(?:if|whether|as if|when|nobody|about)\b[^,;:.\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each mark, and each goal that can be failed."""
    for hit in reading.said(_GRADED):
        if not (hit.sentence.question or _SUPPOSED.search(hit.before)):
            yield Finding(hit, f"«{hit.text}» makes failing possible.")
    for hit in reading.orders(_EMPTY):
        yield Finding(hit, f"«{hit.text}» makes failing possible.")


RULE = Rule(
    code="L31",
    severity=Severity.WARNING,
    finds="good job, perfect, correctly, the right way, empty your mind",
    why="Where something can be done right, it can be done wrong. Praise from a recording is given to nobody.",
    better="However that was, you were here for it.",
    look=look,
)
