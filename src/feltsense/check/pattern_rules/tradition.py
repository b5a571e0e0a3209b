"""Terms of a tradition. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, kind
from feltsense.check.rule import PatternRule, Phrasing
from feltsense.script.diagnostics import Severity

_L40 = PatternRule(
    code="L40",
    severity=Severity.NOTE,
    finds="chakra, energy healing, the universe wants",
    why="Terms of a tradition are welcome where people have chosen it, and strange or hurtful where they have not.",
    better="Declare it in the front matter: tradition: yoga.",
    exempt=lambda context: bool(context.front.tradition),
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "",
                    r"qi",
                ),
                kind(
                    "chi",
                    r"chi",
                ),
                kind(
                    "akashic astral aura chakra divine guardian higher kundalini prana reiki spirit third",
                    r"chakras?|third eye|auras?|kundalini|prana|reiki|akashic|astral \w+|spirit guides?|higher self"
                    r"|guardian angels?|divine (?:light|love|energy|source|feminine|masculine)",
                ),
                kind(
                    "life lives & past",
                    r"past li(?:fe|ves)",
                ),
                kind(
                    "cosmic crystal divine energy healing karma life namaste negative positive spiritual universal"
                    " universe vibration",
                    r"(?:healing|life|cosmic|universal|negative|positive|divine|spiritual) (?:energy|energies|light"
                    r"|force)|energy (?:healing|fields?|body|bodies|cent(?:er|re)s?|channels?|work|flows?|blockages?)"
                    r"|the universe (?:wants|will|has|is (?:holding|sending|with|giving|guiding)|loves|knows|provides"
                    r"|gives|sends|holds|speaks)|(?:raise|raising) your vibrations?|vibrational|crystal (?:healing"
                    r"|energy)|namaste|karma",
                ),
            ),
            "«{words}» belongs to a tradition that the front matter does not declare.",
        ),
    ),
)


RULES = (_L40,)
