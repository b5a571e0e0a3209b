"""L22: something difficult, and no limit to it."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern, words
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_BRING = (
    r"(?:bring(?:ing)? (?:\w+ )?(?:up|to mind)|call (?:up|to mind)|let(?:ting)? (?:\w+ )?come (?:up|to mind)"
    r"|think(?:ing)? (?:back )?(?:of|about|to)|recall|remember(?:ing)?|imagine|picture|visuali[sz]e|choose|pick"
    r"|find|focus(?:ing)? on|consider|go (?:back )?to|select|name|feel into)"
)
_HARD = (
    r"(?:difficult|hard|painful|upsetting|stressful|troubling|hurtful|distressing|traumatic|challenging"
    r"|frightening|shameful|humiliating|heartbreaking|awful|terrible|hurts|(?:still|has) hurt|stings"
    r"|weighs on you)"
)
_THING = words(
    "something anything someone somebody situation situations moment moments memory memories experience"
    " experiences thing time times event events feeling feelings emotion emotions person people relationship"
    " conversation"
)
_FELT = words("sad angry afraid anxious cry lonely ashamed jealous furious scared")
_ASKED = pattern(
    rf"{_BRING} (?:\w+ ){{0,4}}?(?:{_THING} (?:\w+ ){{0,4}}?{_HARD}|{_HARD}(?: \w+)? {_THING})(?! to (?:say|tell"
    r"|name|find))",
    rf"{_BRING} (?:\w+ ){{0,3}}?(?:time|moment|person|someone|situation|memory|day) (?:when |where |that |who "
    r"|you )*(?:felt |were |was |made you |has |have |feel |really |deeply |most |so )*(?:hurt|rejected"
    r"|abandoned|ashamed|betrayed|afraid|terrified|humiliated|unloved|lonely|alone|wounded)",
    rf"let(?:ting)? (?:an? |the |some |that )?(?:\w+ )?{_HARD} \w+ (?:come|arise|surface|rise|appear)",
    rf"{_BRING} (?:your|a|the) (?:\w+ )?(?:trauma|wound|wounds|loss|worst \w+|deepest \w+|greatest \w+"
    r"|biggest \w+|grief|struggle|heartbreak)",
    r"(?:what|who|which \w+) (?:is|was|has|feels|felt)(?: \w+)? (?:the )?(?:hardest|most painful|worst)",
    rf"{_BRING} (?:something|someone|somebody|a time) (?:that |who )?(?:makes|made) you (?:\w+ )?{_FELT}",
)
_LIMIT = pattern(
    r"mild|mildly|a (?:little|bit)|slightly|small|smaller|out of (?:10|ten)",
    r"not (?:the|your|too|very|overwhelm\w*) ?(?:heaviest|hardest|worst|biggest|most|hard|heavy|much|big"
    r"|painful)?",
    r"manageable|nothing (?:too|very|overwhelming)|isn't (?:too|overwhelming)|less|light|lighter|everyday|minor",
    r"bearable|rather not the|leave the (?:heaviest|hardest|big)",
)
_SUPPOSED = Pattern(r"\b(?:if|when|whenever|should|in case|might|may)\b[^,;:.\n]*$")


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each asking for something hard that names no limit within two sentences."""
    for hit in reading.said(_ASKED):
        if not _SUPPOSED.search(hit.before) and reading.lacks(hit.sentence, _LIMIT):
            yield Finding(hit, f"«{hit.text}» sets no limit to how hard it may be.")


RULE = Rule(
    code="L22",
    severity=Severity.ERROR,
    finds="“bring to mind something difficult” without a limit",
    why="Asked without a limit, people bring the heaviest thing they have, and they are alone with it.",
    better="If you like, choose something mildly hard, perhaps 3 out of 10, not the heaviest.",
    look=look,
)
