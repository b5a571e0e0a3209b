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
        Phrasing(
            Kinds(
                kind(
                    "allah almighty ancestors buddha christ cosmos creator destiny divine earth fate gaia god heaven"
                    " high jesus lord moon planet saints source spirit stars",
                    r"(?:god|the lord|jesus|christ|the (?:holy spirit|almighty|divine|goddess|creator|most high"
                    r"|buddhas?|heavens?|saints|ancestors|spirits?|cosmos|stars|moon|planet|source)|heaven|allah|fate"
                    r"|destiny|mother earth|gaia)(?! (?:is|are) (?:above|over|behind|near)\b) (?:is|are|has|have"
                    r"|will|loves?|holds?|wants?|sees?|knows?|carr(?:y"
                    r"|ies)|hears?|speaks?|watch(?:es)?|bless(?:es)?|calls?|made|sends?|gives?|guides?|lined up"
                    r"|aligned|brought|chose|decides?) (?:\w+ )?(?:you|your|us|so that you)",
                ),
                kind(
                    "ancestors buddha christ cosmos divine earth god heaven high holy lord moon sun universe & arms"
                    " bless child energy grace hand light love peace power presence spirit will",
                    r"(?:bless(?:ed|ings?)?|hand|love|light|grace|presence|arms|spirit|child|will|peace|energy|power)"
                    r" of (?:all )?(?:god|the (?:lord|holy|buddhas?|divine|most high|universe|ancestors|goddess|earth"
                    r"|moon|sun|cosmos)|christ|heaven)",
                ),
                kind(
                    "angel child contract cosmos earth gaia soul spirit",
                    r"holy spirit|(?:beloved )?child of the most high|(?:your|guardian|an?|the|little|angels?)(?:"
                    r" little)? angels? (?:is|are|watch\w*|surround\w*|hold\w*|guard\w*|sit\w*|protect\w*)|^angels"
                    r" (?:are|watch|hold|guard|stand)|mother earth|gaia|the cosmos (?:has|will|wants|hears|heard"
                    r"|knows)|soul ?mates?|old soul|your soul (?:chose|knows|remembers|came|wants|has)|soul contract",
                ),
                kind(
                    "life lives & earlier former past previous",
                    r"(?:former|previous|earlier|past) li(?:fe|ves)",
                ),
                kind(
                    "animal ascended astrolog attraction born dosha fate feminine feng flame formed karmic known"
                    " lightworker meridian nadi namaste pineal reincarnat retrograde shaman sign smudg spirit stars"
                    " tarot yang zodiac",
                    r"reincarnat\w+|twin flame|power animal|spirit (?:animal|world|realm|guide)|tarot|astrolog\w+"
                    r"|zodiac|star sign|retrograde|ascended (?:masters?|beings?|ones?)|lightworker|starseed|pineal"
                    r"|shaman\w*|smudg\w+|sacred"
                    r" feminine|feng shui|yin and yang|meridians?|nadis?|doshas?|karmic|namaste|law of attraction"
                    r"|fate has|written in the stars|you were known (?:and|before)|before you were (?:formed|born)",
                ),
                kind(
                    "aura crystal energies energy field force frequency moon vibration",
                    r"(?:your|his|her|their|the) (?:\w+ )?(?:energy|energies|frequency|vibrations?|aura|life"
                    r" force) (?:decides?|attracts?|rises?|flows?|aligns?|shifts?|radiates|clears|vibrates|calls"
                    r"|draws|opens)|(?:align|ground|cleanse|clear|balance|charge|protect|raise|attune|tune"
                    r"|harmoni[sz]e) (?:your|the) (?:\w+ )?(?:energy|energies|frequency|vibrations?|aura|field)"
                    r"|(?:stagnant|in your) (?:energy|field)(?! of\b)|energy with the (?:moon|earth|sun|stars)"
                    r"|(?:full|new)"
                    r" moon[^.\n]{0,20}(?:for|releas\w+|energy)|crystals? (?:draw\w*|absorb\w*|heal\w*"
                    r"|cleans\w*|hold\w*|charge\w*|send\w*|on your)",
                ),
                kind(
                    "wheel & light",
                    r"wheels? of (?:\w+ )?light",
                ),
                kind(
                    "blue divine golden green healing heavenly violet white",
                    r"(?:ball|orb|beam|column|ray|stream|pillar) of (?:\w+ )?(?:white|golden|healing|violet|divine"
                    r"|blue|green|heavenly) (?:\w+ )?light|(?:white|golden|violet) light (?:\w+ )?(?:fills|enters"
                    r"|surrounds|flows|heals|descends|streams|pours|cleanses|protects)",
                ),
                kind(
                    "being & light",
                    r"light beings?",
                ),
                kind(
                    "earth's energy healer's healing laying power seven strength",
                    r"seven (?:wheels|cent(?:er|re)s)|healer's (?:hands?|warmth|energy|touch)|distance healing"
                    r"|laying on of hands|draw (?:up )?(?:power|energy|strength) from the (?:planet|earth|moon|sun"
                    r"|universe|core)|earth's core",
                ),
                kind(
                    "answer message sign & come reach",
                    r"(?:answer|message|sign) (?:will )?(?:come[s]?|reach\w*) (?:to you )?from (?:beyond|the"
                    r" (?:universe|other side|stars))",
                ),
                kind(
                    "meant",
                    r"what is meant for you|(?:the one )?you(?:'re| are) meant to meet|meant for you is",
                ),
            ),
            "«{words}» belongs to a tradition that the front matter does not declare.",
        ),
    ),
)


RULES = (_L40,)
