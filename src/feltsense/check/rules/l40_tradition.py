"""L40: terms of a tradition, undeclared."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.script.diagnostics import Severity

_TERM = pattern(
    r"chakras?|third eye|auras?|kundalini|prana|reiki|qi|chi|akashic|astral \w+|spirit guides?|higher self",
    r"guardian angels?|divine (?:light|love|energy|source|feminine|masculine)|past li(?:fe|ves)",
    r"(?:healing|life|cosmic|universal|negative|positive|divine|spiritual) (?:energy|energies|light|force)",
    r"energy (?:healing|fields?|body|bodies|cent(?:er|re)s?|channels?|work|flows?|blockages?)",
    r"the universe (?:wants|will|has|is (?:holding|sending|with|giving|guiding)|loves|knows|provides|gives|sends"
    r"|holds|speaks)",
    r"(?:raise|raising) your vibrations?|vibrational|crystal (?:healing|energy)|namaste|karma",
)


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield each such term in a script that declares no tradition."""
    if reading.front.tradition:
        return
    for hit in reading.said(_TERM):
        yield Finding(hit, f"«{hit.text}» belongs to a tradition that the front matter does not declare.")


RULE = Rule(
    code="L40",
    severity=Severity.NOTE,
    finds="chakra, energy healing, the universe wants",
    why="Terms of a tradition are welcome where people have chosen it, and strange or hurtful where they have not.",
    better="Declare it in the front matter: tradition: yoga.",
    look=look,
)
