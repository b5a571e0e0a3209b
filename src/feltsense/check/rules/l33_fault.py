"""L33: loneliness as a fault."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_BLAME = pattern(
    r"you (?:always |often |keep |have |only |tend to |still |just |yourself )*(?:push|pushed|pushing|drive"
    r"|drove|driven|driving|keep|kept|shut|turn|turned|scare|scared|chase|chased) (?:all |other |the "
    r"|every)?(?:people|everyone|everybody|others|them|friends|anyone|those who \w+ you) (?:away|out|off"
    r"|at a distance|at arm's length)",
    r"(?:it's|it is|this is|that's|that is|it was|which is) (?:all |partly |your own |really "
    r"|only )*(?:your (?:own )?fault|your doing|because of you|up to you alone)",
    r"you(?:'re| are) to blame|(?:only |just )?(?:have )?yourself to blame",
    r"you (?:always |often |have |yourself )*(?:isolate|isolated|sabotage|sabotaged|cut off"
    r"|made) yourself(?: (?:lonely|alone|off|small))?",
    r"you(?:'ve| have) (?:made|brought|created|caused) (?:this|your|it) (?:\w+ )?(?:yourself|loneliness"
    r"|on yourself)",
    r"you(?:'re| are) (?:lonely|alone) because you",
    r"you(?:'re| are) (?:just |simply |far |always )?too (?:needy|sensitive|much|closed|distant|shy|clingy|proud"
    r"|picky|demanding)",
    r"you (?:never|don't|won't|refuse to) (?:let (?:people|anyone|others|anybody) (?:in|close|near)|open up"
    r"|reach out|trust (?:people|anyone|others)|make an effort|try hard enough)",
    r"you chose (?:to be alone|this loneliness|loneliness)",
    r"your (?:own )?(?:walls?|neediness|shyness|fear|behaviou?r|attitude) (?:keeps?|pushes|drives) (?:people"
    r"|everyone|others|them) (?:away|out)",
    r"nobody (?:likes|wants) you",
    r"you (?:have )?brought (?:this|it) on yourself|(?:nobody|no one) (?:can|could|will) love you (?:until|unless|if)",
)
_SUPPOSED = Pattern(r"\b(?:story|that|believ\w+|as if|thought|fear|like|learned|idea|voice)\b[^,;.\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
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
