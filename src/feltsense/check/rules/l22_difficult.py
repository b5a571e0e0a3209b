"""L22: something difficult, and no limit to it."""

from collections.abc import Iterator

from feltsense.check.pattern import Pattern, pattern, words
from feltsense.check.reading import Reading
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_BRING = (
    r"(?:bring(?:ing)? (?:\w+ )?(?:up|to mind)|call (?:up|to mind)|let(?:ting)? (?:\w+ )?come (?:up|to mind)"
    r"|think(?:ing)? (?:back )?(?:of|about|to)"
    r"|recall|remember(?:ing)?|imagine|picture|visuali[sz]e|choose|pick|find|focus(?:ing)? on|consider|go (?:back"
    r" )?to|select|name|feel into)"
)
_HARD = (
    r"(?:difficult|hard|painful|upsetting|stressful|troubling|hurtful|distressing|traumatic|challenging|frightening"
    r"|shameful|humiliating|heartbreaking|awful|terrible|hurts|(?:still|has) hurt|stings|weighs on you)"
)
_THING = words(
    "something anything someone somebody situation situations moment moments memory memories experience experiences"
    " thing"
    " time times event events feeling feelings emotion emotions person people relationship conversation"
)
_ASKED = pattern(
    rf"{_BRING} (?:\w+ ){{0,4}}?(?:{_THING} (?:\w+ ){{0,4}}?{_HARD}|{_HARD}(?: \w+)? {_THING})(?! to (?:say|tell"
    rf"|name|find))",
    rf"{_BRING} (?:\w+ ){{0,3}}?(?:time|moment|person|someone|situation|memory|day) (?:when |where |that |who |you"
    rf" )*(?:felt |were |was |made you "
    r"|has |have |feel |really |deeply |most |so )*(?:hurt|rejected|abandoned|ashamed|betrayed|afraid|terrified"
    r"|humiliated|unloved|lonely|alone|wounded)",
    rf"let(?:ting)? (?:an? |the |some |that )?(?:\w+ )?{_HARD} \w+ (?:come|arise|surface|rise|appear)",
    rf"{_BRING} (?:your|a|the) (?:\w+ )?(?:trauma|wound|wounds|loss|worst \w+|deepest \w+|greatest \w+|biggest \w+"
    rf"|grief|struggle|heartbreak)",
    r"(?:what|who|which \w+) (?:is|was|has|feels|felt)(?: \w+)? (?:the )?(?:hardest|most painful|worst)",
)
_LIMIT = pattern(
    r"mild|mildly|a (?:little|bit)|slightly|small|smaller|out of (?:10|ten)|not (?:the|your|too|very|overwhelm\w*)"
    r" ?(?:heaviest|hardest|worst|biggest|most|hard|heavy|much|big|painful)?|manageable|nothing (?:too|very"
    r"|overwhelming)"
    r"|isn't (?:too|overwhelming)|less|light|lighter|everyday|minor|bearable|rather not the|leave the (?:heaviest"
    r"|hardest|big)",
)
_SUPPOSED = Pattern(r"\b(?:if|when|whenever|should|in case|might|may)\b[^,;:.\n]*$")


def look(reading: Reading) -> Iterator[Finding]:
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
