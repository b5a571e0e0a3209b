"""Feelings, stated as a fact. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, gap, kind, words
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.check.wording import INVITATION
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_FEELINGS = words(
    "calm calmer relaxed peaceful serene tranquil content contented rested refreshed happy happier joyful loved"
    " lovable connected grounded centred centered secure lighter better wonderful great whole healed lonely sad"
    " anxious tense afraid scared angry numb empty ashamed rejected abandoned sleepy drowsy"
)
_STATES = words(
    "calm calmer relaxed peaceful serene tranquil content rested refreshed happy joyful grounded centred"
    " centered healed lonely sad anxious tense afraid ashamed sleepy drowsy"
)
_DEGREES = words(
    "deeply completely fully totally very so much more now truly really becoming getting growing already just and warm"
)
_EASED = (
    r"(?:gone|fading|fad(?:es|ed)|dissolv\w+|melt\w*|leaving|leaves|left (?:you|your)|slip\w+ away|drain\w*(?: away)?"
    r"|lift(?:s|ing|ed)|eas(?:es|ing|ed)|disappear\w*|vanish\w*|loosen(?:s|ed|ing)|soften(?:s|ed|ing)|come undone"
    r"|moved (?:away|off|further)|let go|lets go|fallen away|falls away|evaporat\w+|behind you|no longer|off your"
    r" (?:heart|chest|shoulders)|rolled away|releas(?:es|ed|ing)|subsid\w+|shrinking|shrinks)"
)
_L07 = PatternRule(
    code="L07",
    severity=Severity.WARNING,
    finds="feelings as fact: you feel calm, you are now deeply relaxed",
    why="It contradicts whoever is numb or distressed right now, and then the voice is no company any more.",
    better="There may be a little more ease, or not.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "feel sense & abandoned afraid angry anxious ashamed better calm centered centred connected"
                    " content drowsy ease empty feeling great grounded happier happy healed home joyful lighter"
                    " lonely lovable loved numb peace refreshed rejected relaxed rested sad scared secure sense"
                    " serene sleepy tense tranquil wave whole wonderful & you",
                    r"you (?:now |already |begin to |start to |can |truly |really |also )?(?:feel|sense)(?:"
                    rf" yourself)? ?(?:{_DEGREES} )*(?:{_FEELINGS}|at (?:peace|ease|home)|a (?:deep |great |profound"
                    r" )?(?:sense|feeling|wave) of \w+)",
                ),
                kind(
                    "afraid anxious ashamed calm centered centred content drowsy ease grounded happy healed joyful"
                    " lonely peace refreshed relaxed rested sad serene sleepy tense tranquil & are you're",
                    rf"you(?:'re| are) (?:now )?(?:feeling )?(?:{_DEGREES} )*(?:{_STATES}|at (?:peace|ease))(?!"
                    r" because)",
                ),
                kind(
                    "feeling & are you're",
                    rf"you(?:'re| are) (?:\w+ )?feeling (?:{_DEGREES} )*{_FEELINGS}",
                ),
                kind(
                    "afraid anxious ashamed calm centered centred content drowsy ease grounded happy healed joyful"
                    " light lonely loose peace quiet refreshed relaxed rested sad serene sleepy still tense tranquil"
                    " & body breath heart mind muscles shoulders",
                    r"your (?:whole |entire )?(?:body|mind|heart|muscles|shoulders|breath) (?:is|are|feels?|becomes?"
                    rf"|grows?) (?:{_DEGREES} )*(?:{_STATES}|quiet|still|loose|light|at (?:peace|ease))",
                ),
                kind(
                    "fills floods flows spreads stress surrounds tension washes worries",
                    r"(?:a wave of |a deep )?(?:peace|calm|love|joy|relaxation|serenity) (?:now )?(?:fills|flows"
                    r" through|washes over|spreads through|floods|surrounds) (?:you|your)|all (?:your )?(?:worries"
                    r"|tension|stress) (?:is|are) (?:gone|leaving|melting)",
                ),
            ),
            "«{words}» states as a fact what may not be felt.",
            use=Use.UNCONDITIONAL,
            unless_before=LazyPattern(
                r"\b(?:that|so that|notice if|as if|as though|a time|someone|people|who|because|so)\b[^,;:\n]*$"
            ),
            unless_in_sentence=INVITATION,
        ),
        Phrasing(
            Kinds(
                kind(
                    "yourself & feel",
                    rf"feel yourself (?:becom|gett|grow)ing (?:{_DEGREES} )*{_FEELINGS}",
                ),
                kind(
                    "notice & how",
                    rf"notice how (?:{_DEGREES} )*{_FEELINGS} you (?:are|feel)",
                ),
                kind(
                    "let melt relax release releasing & feel",
                    r"feel (?:your|the) (?:whole |entire )?(?:\w+ )(?:relax|relaxing|melt|melting|let go|letting go"
                    r"|release|releasing)",
                ),
            ),
            "«{words}» states as a fact what may not be felt.",
            use=Use.ORDERED,
        ),
        Phrasing(
            Kinds(
                kind(
                    "ache anger anxiety burden fear grief heaviness knot loneliness noise pain restlessness sadness"
                    " sorrow stiffness stone stress tension tightness weight worries worry & behind chest disappear"
                    " dissolv drain eased eases easing evaporat fade fading fallen falls gone heart leaves leaving"
                    " left let lifted lifting lifts longer loosened loosening loosens melt moved releas rolled"
                    " shoulders shrinking shrinks slip softened softening softens subsid undone vanish",
                    r"(?:the|your|all(?: of)?(?: the| your)?|every|that|any) (?:\w+ )?(?:tension|stress|pain|worry"
                    r"|worries|fear|anxiety|loneliness|sadness|heaviness|tightness|knot|weight|ache|burden|grief"
                    r"|stiffness|restlessness|anger|stone|sorrow|noise in your \w+)(?: in your \w+| you (?:came with"
                    r"|carried)| of the day| on your \w+)? (?:is |are |has |have |begins to |starts to |now |already"
                    rf" |slowly |gently |been |simply |just |finally |begun to )*{_EASED}(?! (?:or|and come))",
                ),
                kind(
                    "arm body breath chest eyelids face forehead heart jaw leg limbs mind muscle neck nervous"
                    " shoulder throat & clear dropped free heavy home let lighter loose melt open relax rest settled"
                    " slowed smooth soft surrender unclench warm weightless",
                    r"(?:your|the) (?:whole |entire |left |right )?(?:body|mind|heart|muscles?|shoulders?|chest|jaw"
                    r"|face|forehead|arms?|legs?|neck|throat|breath|breathing|nervous system|limbs|eyelids) (?:is|are"
                    r"|has|have|feels?|becomes?|grows?|gets?|turns?|begins? to|starts? to|now) (?:now |already |so "
                    r"|very |deeply |completely |beautifully |all |wonderfully )*(?:(?:heavy|warm|soft|softer|loose"
                    r"|open|clear|at rest|dropped|relax\w*|soften\w*|melt\w*|unclench\w*|loosen\w*|slowed|free"
                    r"|weightless|lighter|smooth|settled|surrender\w*|let(?:ting)? go)(?=[.,;:!]|$| (?:and|now|like"
                    r"|as|with|from))|come home)",
                ),
                kind(
                    "bliss calm comfort confidence contentment ease gladness glow gratitude happiness joy lightness"
                    " love peace relaxation relief serenity stillness tenderness warmth & comes descends embraces"
                    " enters envelops fill floods flow grows moves pouring pours radiates rises rising settles"
                    " settling spread streaming streams surrounds taken warms washes washing",
                    r"(?:a |an |that |this |the )?(?:\w+ )?(?:peace|calm|calmness|warmth|joy|love|ease|comfort"
                    r"|gratitude|stillness|contentment|relief|lightness|happiness|relaxation|serenity|bliss|glow"
                    r"|gladness|tenderness|confidence) (?:\w+ )?(?:fills?|filling|spreads?|spreading|flows?|flowing"
                    r"|washes|washing|settles|settling|rises|rising|floods|surrounds|envelops|has taken|descends"
                    r"|enters|comes over|moves through|pours|pouring|radiates|embraces|streams|streaming|warms|grows"
                    r" in)(?: \w+)?",
                ),
                kind(
                    "calming dissolving easing fading healing leaving letting lifting loosening melting opening"
                    " relaxing settling sinking slowing softening spreading & already feel notice sense tell",
                    r"(?:you can (?:already )?(?:feel|sense|notice) |you (?:feel|sense|notice) |already |you can"
                    rf" tell (?:that )?){gap(4)}(?:leaving|melting|dissolving|fading|relaxing|softening|opening"
                    r"|letting go|slowing|calming|loosening|spreading|easing|lifting|healing|settling|sinking)",
                ),
                kind(
                    "are you're & bathed blissful comfortable completely content enveloped filled flooded one"
                    " overflowing smiling surrounded weightless & you",
                    r"you(?:'re| are) (?:now |already |completely |utterly )*(?:filled|flooded|overflowing|bathed"
                    r"|enveloped|surrounded by (?:love|light|peace|warmth)|at one|one with|comfortable and|content"
                    r"|smiling|weightless|blissful|completely (?:at|free|open))",
                ),
                kind(
                    "accept bothers disturbs forgive longer love troubles trust upsets worries",
                    r"you (?:now |already |simply |truly |finally |begin to |start to )*(?:love|accept|forgive|trust)"
                    r" yourself(?: \w+)?|you no longer (?:feel|fear|worry|hurt|mind|care|want)|nothing (?:disturbs"
                    r"|bothers|troubles|worries|upsets) you",
                ),
                kind(
                    "calm gladness joy love peace quiet silence stillness & there",
                    r"there is (?:now )?only (?:peace|calm|joy|gladness|love|stillness|quiet|silence in you)",
                ),
                kind(
                    "everything & you",
                    r"everything in you (?:is|says|has|feels|grows|softens)",
                ),
                kind(
                    "how & abandoned afraid angry anxious ashamed better calm centered centred comfortable connected"
                    " content drowsy empty good great grounded happier happy healed heavy joyful light lonely loose"
                    " lovable loved lovely nice numb open peaceful pleasant quiet refreshed rejected relaxed rested"
                    " sad scared secure serene sleepy soft still tense tranquil warm whole wonderful",
                    rf"(?:see |notice |feel )?how (?:much )?(?:{_DEGREES} )*(?:{_FEELINGS}|tranquil|soft|heavy|warm"
                    r"|quiet|good|pleasant|lovely|nice|loose|still|light|open|comfortable) (?:it (?:is|feels)|this"
                    r" (?:is|feels)|everything|you(?:'ve| have| are| feel)|your (?:body|mind|heart|shoulders|muscles"
                    r"|breath|legs|arms) (?:is|are|has|have|feels?))(?: \w+)?",
                ),
                kind(
                    "better calm drift feel lighter peace quiet relax & now & you",
                    r"by now,? you(?:'ll| will|'re| are| have|'ve)? (?:be |feel|have |notice )?(?:\w+ )?(?:feel\w*"
                    r"|calm\w*|relax\w*|peace\w*|better|quiet\w*|drift\w*|lighter)",
                ),
                kind(
                    "relief smile",
                    r"a (?:\w+ )?smile (?:\w+ )?(?:spreads|appears|comes|forms|crosses|plays|grows)|you (?:now"
                    r" )?smile(?=[.,!]|$| because)|(?:big|little|warm) smile in(?:side)? (?:you|your)|lets? out a"
                    r" sigh of relief",
                ),
                kind(
                    "feel & accepted alive blissful comfortable complete confident free grateful heavier heavy held"
                    " hopeful open quieter soft soothed strong supported warm weightless & you",
                    rf"you (?:now |already |begin to |start to |can )?feel (?:{_DEGREES} )*(?:warm|warmer|heavy"
                    r"|heavier|soft|softer|open|free|freer|alive|strong|stronger|weightless|comfortable|blissful"
                    r"|soothed|supported|held|accepted|hopeful|grateful|quieter|confident|complete)(?=[.;:!]|$|,?"
                    r" and| now| inside| all over| again)",
                ),
            ),
            "«{words}» states as a fact what may not be felt.",
            use=Use.UNCONDITIONAL,
            unless_before=LazyPattern(
                r"\b(?:that|so that|notice if|as if|as though|a time|someone|people|who|because|picture|imagine|place"
                r"|hands)\b[^,;:\n]*$"
            ),
            unless_in_sentence=INVITATION,
        ),
    ),
)


RULES = (_L07,)
