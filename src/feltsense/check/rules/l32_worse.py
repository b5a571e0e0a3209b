"""L32: comparing pain away."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import CONDITIONAL
from feltsense.script.diagnostics import Severity

_SMALLER = pattern(
    r"(?:others|other people|people|many(?: people)?|some(?: people)?|so many|millions) (?:\w+ )?(?:have|had"
    r"|suffer|are|go through) (?:it |things |far |so |much |a lot )*(?:worse|more|less fortunate"
    r"|harder)(?! (?:than one|time))",
    r"(?:it|things|this|that) (?:could|can|might) (?:always |still )?(?:be|have been) (?:much |far "
    r"|a lot )?worse",
    r"worse things (?:have )?happen(?:ed)?|first world problems?",
    r"at least (?:you|it|it's|they|there's|there is|he|she|we|your|nobody|others)(?!(?:'ll|'d)? (?:can|could|may"
    r"|might|takes?|lasts?|three|two|one|five)\b)",
    r"be (?:grateful|thankful|glad) (?:that|it|for what|you|nobody)|count your blessings",
    r"you should be (?:grateful|thankful|glad)|look on the bright side",
    r"you(?:'re| are) (?:overreacting|too sensitive|being silly|making a fuss|exaggerating)|get over it",
    r"pull yourself together|cheer up|toughen up|it's all in your head|you(?:'re| are) fine(?=[.!]|$)",
)
_NOT_BAD = pattern(
    r"(?:it|this|that|things)(?:'s| is|'re| are|'s really| is really) ?(?:really )?not (?:that|so|as"
    r"|all that) (?:bad|hard|terrible|serious|big)(?! (?:as|to)\b)",
    r"(?:it|this|that) isn't (?:really )?(?:that|so|all that) (?:bad|hard|terrible|serious)",
    r"(?:it's|that's|this is) nothing (?:to cry|compared|really)|don't cry|do not cry",
    r"no reason to (?:cry|be sad|complain)|don't be (?:so )?(?:sad|silly|dramatic|sensitive)",
)


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each comparison that makes pain small."""
    for hit in reading.said(_SMALLER):
        if not hit.sentence.question:
            yield Finding(hit, f"«{hit.text}» compares pain away.")
    for hit in reading.find(_NOT_BAD):
        if not (hit.sentence.question or reading.is_reported(hit) or CONDITIONAL.search(hit.before)):
            yield Finding(hit, f"«{hit.text}» compares pain away.")


RULE = Rule(
    code="L32",
    severity=Severity.WARNING,
    finds="others have it worse, at least, it’s not that bad",
    why="It is what many were told as children: don’t cry, you’re fine. It makes people lonelier.",
    better="Many know this feeling; yours still matters.",
    look=look,
)
