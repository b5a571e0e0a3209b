"""L09: medical claims."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import Pattern, pattern, words
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import NEGATED
from feltsense.script.diagnostics import Severity

_ILLS = words(
    "anxiety depression loneliness trauma ptsd insomnia panic pain illness disease wounds grief stress"
    " addiction disorders inner nervous brain past heart soul body"
)
_WORK = (
    r"(?:this|it|these|the|our) ?(?:\w+ )?(?:exercises?|practices?|meditations?|scans?|breath|breathing|breaths"
    r"|techniques?|method|audio|session|script|sounds?|voice|music)?"
)
_CLAIM = pattern(
    rf"{_WORK}(?: \w+)? (?:will |can |does |is )?(?:heal|heals|healing|cure|cures|curing|rewires?|rewiring|treats"
    r"|detoxes)(?! (?:you|them|your|yourself|everyone|all) (?:kindly|gently|well|like|with|as))",
    rf"(?:heal|heals|healing|cure|cures|curing) (?:your |the |of |all |from |any )*(?:\w+ )?{_ILLS}",
    r"rewir(?:e|es|ing) (?:your|the) (?:\w+ )?(?:brain|mind|nerves|nervous system)",
    r"treats? (?:anxiety|depression|trauma|ptsd|insomnia)",
    r"(?:releas(?:e|es|ing)|clears?|eliminat(?:e|es)|eras(?:e|es)|removes?) (?:\w+ )?(?:trauma|depression"
    r"|anxiety|toxins)",
    r"(?:clinically|scientifically|medically) (?:proven|tested|shown)|proven (?:to|by science)",
    r"science has proven",
    r"(?:instead of|replaces?|as good as|better than|no need for|substitute for|alternative to) (?:your |any "
    r"|a )?(?:therapy|therapist|medication|medicine|treatment|doctor)",
    r"healing (?:meditations?|practices?|exercises?|journey|session|sounds?|music|frequenc\w+|breath|audio)",
    r"reset(?:s|ting)? your (?:nervous system|vagus nerve|brain)",
)
_OWN = Pattern(r"\b(?:wounds?|bones?|skin|trees?|cuts?|time|may|might)\b[^\n]*$")
"""“A cut heals by itself” is no claim of the exercise’s."""


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each claim, in what is spoken and in what is shown."""
    for hit in reading.said(_CLAIM):
        if not (hit.sentence.question or _OWN.search(hit.before)):
            yield Finding(hit, f"«{hit.text}» is a medical claim.")
    for key, text in reading.labels:
        for match in _CLAIM.finditer(text):
            if not NEGATED.search(text[: match.start()]):
                yield Finding(reading.key(key), f"«{match[0]}» in the {key} is a medical claim.")


RULE = Rule(
    code="L09",
    severity=Severity.ERROR,
    finds="heals, cures, treats, rewires, releases trauma, clinically proven, instead of therapy",
    why="An exercise is no treatment. Claims cost trust, and they may keep somebody from the help they need.",
    better="Some people find this steadying.",
    look=look,
)
