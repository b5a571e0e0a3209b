"""L33: loneliness as a fault."""

from collections.abc import Iterator

from feltsense.check.pattern import Pattern, pattern
from feltsense.check.reading import Reading
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_BLAME = pattern(
    r"you (?:always |often |keep |have |only |tend to |still |just |yourself )*(?:push|pushed|pushing|drive|drove"
    r"|driven|driving|keep|kept|shut|turn|turned|scare|scared|chase|chased) (?:all |other |the |every)?(?:people"
    r"|everyone|everybody|others|them|friends|anyone|those who \w+ you) (?:away|out|off|at a distance|at arm's"
    r" length)",
    r"(?:it's|it is|this is|that's|that is|it was|which is) (?:all |partly |your own |really |only )*(?:your (?:own"
    r" )?fault|your doing|because of you|up to you alone)|you(?:'re| are) to blame|(?:only |just )?(?:have"
    r" )?yourself to blame",
    r"you (?:always |often |have |yourself )*(?:isolate|isolated|sabotage|sabotaged|cut off|made) yourself(?:"
    r" (?:lonely|alone|off|small))?|you(?:'ve| have) (?:made|brought|created|caused) (?:this|your|it) (?:\w+"
    r" )?(?:yourself|loneliness|on yourself)",
    r"you(?:'re| are) (?:lonely|alone) because you|you(?:'re| are) (?:just |simply |far |always )?too (?:needy"
    r"|sensitive|much|closed|distant|shy|clingy|proud|picky|demanding)",
    r"you (?:never|don't|won't|refuse to) (?:let (?:people|anyone|others|anybody) (?:in|close|near)|open up|reach"
    r" out|trust (?:people|anyone|others)|make an effort|try hard enough)|you chose (?:to be alone|this loneliness"
    r"|loneliness)",
    r"your (?:own )?(?:walls?|neediness|shyness|fear|behaviou?r|attitude) (?:keeps?|pushes|drives) (?:people"
    r"|everyone|others|them) (?:away|out)|nobody (?:likes|wants) you",
)
_SUPPOSED = Pattern(r"\b(?:story|that|believ\w+|as if|thought|fear|like|learned|idea|voice)\b[^,;.\n]*$")


def look(reading: Reading) -> Iterator[Finding]:
    """Yield each reproach."""
    for hit in reading.said(_BLAME, firmly=True):
        if not _SUPPOSED.search(hit.before):
            yield Finding(hit, f"«{hit.text}» makes loneliness a fault.")


RULE = Rule(
    code="L33",
    severity=Severity.ERROR,
    finds="you push people away, your fault",
    why="Loneliness is no personal failure. Walls were built when they were needed.",
    better="A story you learned may be speaking.",
    look=look,
)
