"""Claims, promises and slogans: what a script states that nobody can know. Records; see `rule.py`."""

from feltsense.check.pattern import pattern, words
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
_L07 = PatternRule(
    code="L07",
    severity=Severity.WARNING,
    finds="feelings as fact: you feel calm, you are now deeply relaxed",
    why="It contradicts whoever is numb or distressed right now, and then the voice is no company any more.",
    better="There may be a little more ease, or not.",
    phrasings=(
        Phrasing(
            pattern(
                r"you (?:now |already |begin to |start to |can |truly |really |also )?(?:feel"
                rf"|sense)(?: yourself)? ?(?:{_DEGREES} )*(?:{_FEELINGS}|at (?:peace|ease|home)|a (?:deep |great "
                r"|profound )?(?:sense|feeling|wave) of \w+)",
                rf"you(?:'re| are) (?:now )?(?:feeling )?(?:{_DEGREES} )*(?:{_STATES}|at (?:peace|ease))(?! because)",
                rf"you(?:'re| are) (?:\w+ )?feeling (?:{_DEGREES} )*{_FEELINGS}",
                r"your (?:whole |entire )?(?:body|mind|heart|muscles|shoulders|breath) (?:is|are|feels?|becomes?"
                rf"|grows?) (?:{_DEGREES} )*(?:{_STATES}|quiet|still|loose|light|at (?:peace|ease))",
                r"(?:a wave of |a deep )?(?:peace|calm|love|joy|relaxation|serenity) (?:now )?(?:fills|flows through"
                r"|washes over|spreads through|floods|surrounds) (?:you|your)",
                r"all (?:your )?(?:worries|tension|stress) (?:is|are) (?:gone|leaving|melting)",
            ),
            "«{words}» states as a fact what may not be felt.",
            use=Use.UNCONDITIONAL,
            unless_before=LazyPattern(
                r"\b(?:that|so that|notice if|as if|as though|a time|someone|people|who|because|so)\b[^,;:\n]*$"
            ),
            unless_in_sentence=INVITATION,
        ),
        Phrasing(
            pattern(
                rf"feel yourself (?:becom|gett|grow)ing (?:{_DEGREES} )*{_FEELINGS}",
                rf"notice how (?:{_DEGREES} )*{_FEELINGS} you (?:are|feel)",
                r"feel (?:your|the) (?:whole |entire )?(?:\w+ )(?:relax|relaxing|melt|melting|let go|letting go|release"
                r"|releasing)",
            ),
            "«{words}» states as a fact what may not be felt.",
            use=Use.ORDERED,
        ),
    ),
)

_WHOLLY = r"(?:completely |perfectly |totally |absolutely |always |now |entirely |truly |very |quite )*"
_L08 = PatternRule(
    code="L08",
    severity=Severity.ERROR,
    finds="you are safe, nothing can hurt you",
    why=(
        "We cannot know. For someone who is not safe, or was not when told so, the promise is a reason to stop"
        " listening."
    ),
    better="Is there anything here that needs your attention?",
    phrasings=(
        Phrasing(
            pattern(
                rf"you(?:'re| are)(?: all)? (?:\w+ and )?{_WHOLLY}(?:safe|protected|out of danger|secure|in no "
                r"danger)(?! (?:to"
                r"|enough to) (?:stop|move|leave))",
                rf"(?:this|here|it)(?:'s| is) (?:all )?{_WHOLLY}(?:an? )?(?:\w+ )?(?:safe)(?: (?:space|place|room"
                r"|container"
                r"|haven))?(?! (?:to|for you to) (?:stop|skip|move|leave|pause|open))",
                rf"you(?:'re| are) {_WHOLLY}in (?:a|your) safe (?:space|place)|your (?:body|mind) is {_WHOLLY}safe",
                r"everything is safe|all is (?:safe|well)|you can be sure that you are safe|you will be (?:safe"
                r"|protected)",
                r"we are safe here",
            ),
            "«{words}» promises what nobody can know.",
            use=Use.UNCONDITIONAL,
            unless_before=LazyPattern(r"\b(?:check|sure|feels?|unless|wish|may|make|somewhere|place)\b[^,;:.\n]*$"),
        ),
        Phrasing(
            pattern(
                r"(?:nothing|nobody|no one|no-one|no harm) (?:here |bad |in this \w+ )*(?:can|could|will|is going to"
                r"|is able to|would) (?:ever )?(?:hurt|harm|touch|reach|get|happen to|come to|threaten|disturb)(?: "
                r"\w+)?",
                r"there(?:'s| is) (?:nothing|no reason) to (?:fear|be afraid(?: of)?|be scared(?: of)?|worry about)",
                r"no danger here",
            ),
            "«{words}» promises what nobody can know.",
            use=Use.UNREPORTED,
        ),
    ),
)

_ILLS = words(
    "anxiety depression loneliness trauma ptsd insomnia panic pain illness disease wounds grief stress"
    " addiction disorders inner nervous brain past heart soul body"
)
_PRACTICE = (
    r"(?:this|it|these|the|our) ?(?:\w+ )?(?:exercises?|practices?|meditations?|scans?|breath|breathing|breaths"
    r"|techniques?|method|audio|session|script|sounds?|voice|music)?"
)
_L09 = PatternRule(
    code="L09",
    severity=Severity.ERROR,
    finds="heals, cures, treats, rewires, releases trauma, clinically proven, instead of therapy",
    why="An exercise is no treatment. Claims cost trust, and they may keep somebody from the help they need.",
    better="Some people find this steadying.",
    phrasings=(
        Phrasing(
            pattern(
                rf"{_PRACTICE}(?: \w+)? (?:will |can |does |is )?(?:heal|heals|healing|cure|cures|curing|rewires?"
                r"|rewiring|treats"
                r"|detoxes)(?! (?:you|them|your|yourself|everyone|all) (?:kindly|gently|well|like|with|as))",
                rf"(?:heal|heals|healing|cure|cures|curing) (?:your |the |of |all |from |any )*(?:\w+ )?{_ILLS}",
                r"rewir(?:e|es|ing) (?:your|the) (?:\w+ )?(?:brain|mind|nerves|nervous system)",
                r"treats? (?:anxiety|depression|trauma|ptsd|insomnia)",
                r"(?:releas(?:e|es|ing)|clears?|eliminat(?:e|es)|eras(?:e|es)|removes?) (?:\w+ )?(?:trauma|depression"
                r"|anxiety|toxins)",
                r"(?:clinically|scientifically|medically) (?:proven|tested|shown)|proven (?:to|by science)",
                r"science has proven",
                r"(?:instead of|replaces?|as good as|better than|no need for|substitute for|alternative to) "
                r"(?:your |any "
                r"|a )?(?:therapy|therapist|medication|medicine|treatment|doctor)",
                r"healing (?:meditations?|practices?|exercises?|journey|session|sounds?|music|frequenc\w+|breath"
                r"|audio)",
                r"reset(?:s|ting)? your (?:nervous system|vagus nerve|brain)",
            ),
            "«{words}» is a medical claim.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:wounds?|bones?|skin|trees?|cuts?|time|may|might)\b[^\n]*$"),
            label_message="«{words}» in the {key} is a medical claim.",
        ),
    ),
)

_L34 = PatternRule(
    code="L34",
    severity=Severity.WARNING,
    finds="think positive, choose happiness, everything happens for a reason",
    why="Whoever hurts hears that the hurt is a choice, and is left alone with it.",
    better="What would be a little kinder, and still true?",
    phrasings=(
        Phrasing(
            pattern(
                r"(?:think|thinking|stay|staying|be|being|remain|keep) (?:\w+ )?(?:positive|positively|optimistic"
                r"|upbeat)(?: thoughts?)?",
                r"(?:only )?(?:positive|happy|good) (?:thoughts|vibes|energy) only|good vibes",
                r"(?:focus on|think only|have only) (?:the |your )?(?:positive|happy|good) (?:\w+ )?(?:things"
                r"|thoughts|side"
                r"|in life)?",
                r"choos(?:e|ing) (?:happiness|joy|love over fear|to be happy|positivity|gratitude|peace over)",
                r"happiness is a choice|be happy(?=[.!,]|$)|everything happens for a reason",
                r"there(?:'s| is) (?:always )?a (?:reason|lesson|silver lining)(?: \w+)? (?:for|in|to) "
                r"(?:everything|this"
                r"|all)",
                r"meant to be|every cloud has|what doesn't kill (?:you|us)|time heals all|it(?:'s| is) all for the "
                r"best",
                r"god never gives|when one door closes|love and light",
                r"(?:replace|swap|change) (?:your |the |any |all )*negative (?:thoughts?|thinking|feelings|self-talk)",
                r"manifest (?:your|the|what)|attract (?:love|abundance|happiness)|put a smile on",
                r"smile (?:and the world|your (?:worries|pain) away|no matter)|your thoughts create your reality",
            ),
            "«{words}» asks for cheerfulness.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:may|if|whether|pretend(?:ing)?|force)\b[^,;:.\n]*$"),
        ),
    ),
)

_L40 = PatternRule(
    code="L40",
    severity=Severity.NOTE,
    finds="chakra, energy healing, the universe wants",
    why="Terms of a tradition are welcome where people have chosen it, and strange or hurtful where they have not.",
    better="Declare it in the front matter: tradition: yoga.",
    exempt=lambda context: bool(context.front.tradition),
    phrasings=(
        Phrasing(
            pattern(
                r"chakras?|third eye|auras?|kundalini|prana|reiki|qi|chi|akashic|astral \w+|spirit guides?|higher self",
                r"guardian angels?|divine (?:light|love|energy|source|feminine|masculine)|past li(?:fe|ves)",
                r"(?:healing|life|cosmic|universal|negative|positive|divine|spiritual) (?:energy|energies|light|force)",
                r"energy (?:healing|fields?|body|bodies|cent(?:er|re)s?|channels?|work|flows?|blockages?)",
                r"the universe (?:wants|will|has|is (?:holding|sending|with|giving|guiding)|loves|knows|provides"
                r"|gives|sends"
                r"|holds|speaks)",
                r"(?:raise|raising) your vibrations?|vibrational|crystal (?:healing|energy)|namaste|karma",
            ),
            "«{words}» belongs to a tradition that the front matter does not declare.",
        ),
    ),
)

_THIS = r"(?:this|it|that|these|the)(?: \w+)?(?: \w+)?"
_L44 = PatternRule(
    code="L44",
    severity=Severity.NOTE,
    finds="this will take away, by the end you will",
    why="What is promised and does not come is the listener’s failure once more.",
    better="Some people notice a change, some don’t.",
    phrasings=(
        Phrasing(
            pattern(
                rf"{_THIS} (?:will|is going to|is guaranteed to) (?:(?!not )\w+ )?(?:take away|remove|make you"
                r"|help you|calm"
                r"|relax|fix|solve|erase|end|free you|soothe|transform|change your|ease|lift your|bring you "
                r"(?:peace|calm"
                r"|joy)|leave you|dissolve|heal|cure|stop the|melt|wash)",
                r"(?:by|at|before|after) (?:the end|the time (?:we|you) (?:finish|are done))?(?: of)? ?(?:this"
                r"|these|the"
                r"|it)?(?: \w+)?(?: \w+)?,? ?(?:you(?:'ll| will)|you are going to) (?:feel|be|have|find|no longer|sleep"
                r"|never)",
                r"you(?:'ll| will) (?:soon |immediately |instantly |definitely |always |never again |surely "
                r")*(?:feel|be"
                r"|find yourself|become|sleep) (?:much |so |a lot |completely |deeply |more |far |very )*(?:better|calm"
                r"|calmer|relaxed|peaceful|refreshed|happy|happier|connected|loved|lighter|rested|free|whole|at peace"
                r"|less alone)",
                r"guarantee[ds]?|you(?:'ll| will) never (?:again )?feel",
                r"your (?:\w+ )?(?:loneliness|anxiety|pain|worries|stress|sadness) (?:will|is going to) (?:\w+ )?(?:go"
                r"|disappear|vanish|be gone|melt|dissolve|end|leave)",
                r"works (?:every time|for everyone|within minutes|instantly)",
            ),
            "«{words}» promises an effect.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|whether|when|may|might|nobody)\b[^,;:.\n]*$"),
            label_message="«{words}» in the {key} promises an effect.",
        ),
    ),
)


RULES = (_L07, _L08, _L09, _L34, _L40, _L44)
