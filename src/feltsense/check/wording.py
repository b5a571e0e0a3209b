"""Vocabulary that many rules share: verbs, invitations, negation, reported speech, anchors, ways out."""

from feltsense.check.pattern import pattern, words
from feltsense.script.lazy_pattern import LazyPattern

VERBS = words(
    "accept acknowledge adjust align allow anchor arrange arrive ask attend be become begin bend blink bow breathe"
    " bring call carry check choose circle clap clasp clench close come concentrate connect consider continue count"
    " cross cup curl decide describe dip direct do drape draw drink drop ease embrace examine"
    " exhale expand explore feel fill find fix flex focus fold follow forget forgive gather gaze get give go grab"
    " grip ground hear hold hop hug hum identify imagine inhale interlace join jump keep kiss kneel lay lean leave"
    " let lie lift linger listen look loosen lower make massage meet melt move name nestle nod notice nudge observe"
    " offer open pat pause pay pick picture place point pour pray press pretend pull push put raise reach recall"
    " receive recline recognise recognize reflect relax release remain remember repeat replace resist rest return"
    " rise roll rotate rub say scan scrunch see send sense set shake shift shrug shut sink sit slide slow smell"
    " smile sniff soften speak spin spread squeeze stamp stand stare start stay step stomp stop straighten stretch"
    " strike stroke surrender swallow sway sweep swing take tap taste tell tense thank think tie tighten tilt tip"
    " touch trace travel trust try tuck turn twist unclench uncross unfold unwind visualise visualize wait walk"
    " watch weigh whisper wiggle wish wrap write yawn"
)
"""Verbs that scripts use as imperatives, in their base form."""

NO_VERB = r"(?! (?:is|was|are|were|can|may|might|could|will|would|has|of|comes?|happens?|isn't|won't|or no)\b)"
"""Not before these: the word (“rest”, “touch”) is a noun there."""

CLAUSE_OPENING = LazyPattern(
    r"(?:(?:^|(?<=[\s(]))(?:and|then|now|but|so|just|simply|please|also|next|again|first|finally|really|ok|okay"
    r"|alright|go ahead and|(?:try|begin|start|continue|learn|remember) to|let's|\w+ly|once more|in turn|for now|here"
    r"|…)[\s,…]*)+$"
)
"""What may stand between the start of a clause and its verb."""

_PLEASED = words("like want wish choose prefer care rather comfortable ready able willing")
_SUITED = words("okay ok right good alright fine safe helpful helps kind pleasant possible suits works welcome")
INVITATION = pattern(
    r"might|could|may(?! \d)|(?<!as\syou\s)(?<!as\syou\sever\s)can(?!not)|perhaps|maybe|possibly|whenever",
    r"feel free",
    rf"if (?:you|you'd|you're|you are|you would|you feel) (?:would |feel |also |do )?{_PLEASED}",
    rf"if (?:it|it's|this|that|that's|there's|all that) (?:is |feels? |seems? |would )?{_SUITED}",
    r"when(?:ever)? you(?:'re| are| feel) ready|would you like|want to|as you (?:like|wish|please|prefer|want)",
    r"(?:is|are|all) (?:welcome|fine|okay|optional|allowed|an? option)|(?:you're|you are) (?:welcome|free) to",
    r"(?:any \w+|whatever|whichever|however|wherever) you (?:like|want|wish|please|prefer|choose)",
    r"or not|see (?:if|whether)|one (?:option|possibility)|only if",
    r"or (?:stay|leave|keep|let|remain|rest|no|none|nothing|not)",
    r"as much as (?:is|feels) (?:okay|ok|right|good|comfortable)",
)
"""A sentence with one of these offers something; it holds no imperative."""

NEGATED = LazyPattern(
    r"(?:\b(?:no|not|never|nothing|nobody|none|neither|nor|without|cannot|rather than|instead of|hardly|more than)"
    r"|n't)\b(?:[^,;:.…—–\n]|,(?= (?:and|or)\b))*$"
)
"""Matches the text before a word that is negated."""

_FREE_OF = (
    r"(?:asked|needed|necessary|required|requested|wanted|promised|offered|planned|included|recommended|called for"
    r"|compulsory|obligatory|mandatory|given|handed|come into"
    r"|what|for everyone|meant|exist|matter|helps?|count|apply|invited|claimed|part of|on the|in this"
    r"|(?:the|a|anyone's|anybody's|our|my) (?:point|aim|plan|goal|task|job|idea|requirement|rule|duty|condition|test"
    r"|competition|race|exam|measure|phrase|word|sentence|claim|promise|comfort|remedy|cure|business)|for (?:today|now)"
    r"|going to be (?:asked|needed))"
)
_DENIED = (
    r"(?:\w+n't|cannot|(?:is|are|was|were|has|have|does|do|did|will|would|need|can) (?:not|never)) (?:\w+ ){0,2}?"
    rf"{_FREE_OF}"
    r"|(?:is|are|was|were|has|have|serves?|makes?) (?:\w+ )?(?:no|nobody's|no one's) (?:rule|duty|must|part|use|help"
    r"|place|vote|say|role|business|requirement|condition|claim|comfort|consolation|promise|purpose|point|sense|law)"
    r"|(?:is|are|was|were) (?:entirely |quite |always |purely )?(?:optional|voluntary|unnecessary|superfluous|nonsense"
    r"|untrue|false|a myth|myths|beside the point|out of (?:scope|place)|off the (?:menu|table|list|programme)|another"
    r" (?:matter|story|tape|track|day)|something else|advice"
    r"|an? (?:old )?(?:sentence|phrase|saying|word|line)|what (?:people|others|they|many|some)|for (?:statues|stones"
    r"|rocks|films|books))"
    r"|(?:is|are|was|were|has|have) (?:never|rarely|seldom) (?:been )?(?:seen|asked|needed|proven|shown|helped"
    r"|comforted)"
    r"|(?:isn't|wasn't|(?:is|was) (?:not|no)) (?:an? )?(?:question|contest|competition|race|test|prize|matter for)"
    r"|help(?:s|ed)? (?:nobody|no one|no-one|little|few)|(?:never|rarely|seldom) (?:help|comfort|console)(?:s|d|ed)?"
    r"|(?:can|may|could|might) (?:all )?(?:wait\b(?! until)|stay (?:out|outside|away|at home)|be (?:left (?:out|aside"
    r"|behind|at)|skipped|missed|ignored)|do without)|(?:may|might) (?:not|never) (?:be|have been)"
)
_SAID = (
    r"(?:they|people|some|others|someone|somebody|everyone|he|she|you|we|one) (?:\w+ )?(?:told (?:you|me|us)"
    r"|tells? (?:you|me|us)"
    r"|said|says?|was told|were told|heard|used to say)(?: (?:once|often|for years|back then))?(?=\s*(?:[.,;:!?…]|$))"
)
DENIED_AFTER = LazyPattern(
    r"\A(?: (?!(?:until|till|so|because|and|but|which|when|if|while|as|then|you|we|no|nothing|nobody)\b)[\w'~-]+){0,7}?"
    rf" (?:{_DENIED})\b|\A, {_SAID}"
    r"|\A (?:(?:nobody|no one|no-one|nothing)(?=[.,;:]|$)|no (?:vote|say|place|part|use)\b)",
    needs=r"tell|n't|told|said|says?|heard|\bno|never|rarely|seldom|cannot|\b(?:is|are|was|were|can|may|could|might|helps?|helped)\s",
)
"""Matches the text behind words that it denies, as in “a deep breath isn't asked for here”."""

REFUSED_AFTER = LazyPattern(r"\W*(?:not|no|nope|never|none|nobody|no one|optional|unnecessary)\b(?! (?:more|matter)\b)")
"""Matches a sentence that refuses what is asked before it: “A deep breath? Not needed.”"""

REPORTED = LazyPattern(
    r"\b(?:told|tells?|heard|hears?(?! (?:your|the|how)\b)|says?|said|saying|asked|believes?|thinks?(?! (?:of|about"
    r"|back)\b)|thought(?= that)|voices?|sentences?|words?|calls?(?! (?:up|to|in)\b)|called|learned|learnt|taught"
    r"|advice|advised|stor(?:y|ies)|messages?|(?:people|others|classes|practitioners|teachers|books|apps|tapes"
    r"|recordings|tracks|traditions) (?:\w+ )?(?:ask|tell|want|say|promise|claim|insist|expect|teach|urge))\b[^\n]*$"
)
"""Matches the text before words that somebody else says."""

REPORTED_AFTER = pattern(
    r"(?:heard|hears?|told|said|says?|grew up with|learned) (?:that|this|it|so|those)(?! (?:you|we|they|it|there)\b)",
    r"(?:that|such|those|these|the old) (?:sentences?|words|voices?|messages?|advice)",
)
"""In the next sentence: the words before it are those of others."""

REPORTED_BEFORE = pattern(
    r"what (?:did|do|does|would|have|has|were)\b[^\n]*\b(?:tell|told|say|said|hear|heard)",
    r"(?:which|what) (?:words|sentences?|advice)\b[^\n]*\b(?:hear|heard|told|know|learned|get|got|grow)",
)
"""In a sentence before: the words after it are those of others."""

CONDITIONAL = LazyPattern(
    r"\b(?:if|when|whenever|whether|while|where|wherever|whatever|what|how|however|until|till|once|as|before|after|in"
    r" case|unless|or|might|may|could|can|would|perhaps|maybe|does|do|did|for)\b[^,;:.…\n]*$"
)
"""Matches the text before words that are conditional or only possible."""

ANCHORS = {
    "body": r"feet|foot|soles?|toes|heels|legs|knees",
    "hands": r"hands?|fingers?|fingertips|palms?",
    "sound": r"sounds?|hear|hearing|listen|noises?|music|birds?",
    "breath": r"breath|breathing|breaths",
    "ground": r"ground|floor|surface|chair|seat|sofa|bed|wall|table|desk|cushion|(?:your|the) back|contact|blanket"
    "|bench|mattress",
    "sight": r"see|look|light|colours?|colors?|objects?|window|picture|shapes?|view|tree|sky|lamp|spot|something"
    " steady",
    "touch": r"touch|texture|cloth|fabric|warmth|stone|cup|sleeve|clothes",
    "other": r"pet|animal|place|movement|rocking|taste|smell|scent",
}
"""What a listener may come back to, by kind."""


def anchors_in(text: str) -> set[str]:
    """Return the kinds of anchor that are named in plain `text`."""
    return {kind for kind, found in _ANCHORS.items() if found.search(text)}


_ANCHORS = {kind: pattern(text) for kind, text in ANCHORS.items()}
ANY_ANCHOR = pattern("|".join(text for kind, text in ANCHORS.items() if kind != "other"))

RETURNING = pattern(
    r"(?:come|go|bring \w+(?: \w+)?|turn|find your way|gently) back to|return(?:ing)? (?:\w+ )?to|anchors?",
    r"home base|rest (?:your (?:attention|awareness|mind) )?(?:on|at|with)|hold on to|stay (?:\w+ )?with",
    r"focus on|follow(?:ing)?|choose|pick|find somewhere|(?:another |a )place to|attention (?:\w+ )?(?:to|on)",
    r"come home to|steady",
)
"""Words for coming back to an anchor or staying with it."""

CHOOSING = pattern(
    r"(?:come|go) back|return|home base|anchors?|choose|pick|place|somewhere|something|rest (?:on|at|with)",
    r"hold on to|use your|steady|go there|settle|stay with|prefer|whichever|either|instead|elsewhere",
)
"""Words for choosing an anchor."""

_HURTS = (
    r"(?:sadness|grief|pain|hurt|hurts|anger|fear|shame|lonely|loneliness|longing|wounds?|wounded|trauma|loss"
    r"|rejected|abandoned|difficult (?:feelings?|memory|memories|moments?|emotions?)|tears|heartache|heartbreak"
    r"|unloved|despair|guilt|who (?:hurt|left) you)"
)
EMOTIONAL = pattern(
    r"(?:feel|feeling|notice|remember|recall|think of|bring|let|where|what|who|find|meet|stay with|sense|touch|look"
    r" at|imagine|turn to|turn towards?|ask|is there|hold|welcome|allow|go|call|picture|listen to"
    rf"|open to)\b[^\n]*\b{_HURTS}",
)
"""A sentence that calls up what hurts."""

CHOICES = pattern(
    r"or|either|both|you (?:can|could|may|might|choose|decide)|if you|perhaps|maybe|rather|instead|optional",
    r"welcome|as (?:you (?:like|please|wish|want)|slowly as|much as is)|whatever|whenever|when you're ready",
    r"your own|enough",
)


_STOP = (
    r"(?:stop|stopping|pause|skip|skipped|skipping|leave|leaving|quit|finish|break off|opt out|walk away|come out|end"
    r" (?:this|it|here|early)|pass(?:ed)? (?:over|by)|step (?:away|out|back)|take a break|go (?:around|past)|(?:turn"
    r"|switch) (?:this |it |me )?off|sit (?:this|it) out|left out|let \w+ (?:\w+ )?pass)"
)
_FREE_AFTER = (
    r"(?:any ?time|any \w+|halfway|as you (?:see fit|please|like)|whenever|whatever|anything|if|too|fine|okay|ok"
    r"|welcome|you (?:like|want|wish|please|choose|need|prefer|rather)|altogether|nothing is lost|without you|early"
    r"|allowed)"
)
_FREE_BEFORE = (
    r"(?:can|may|might|could|(?:free|welcome|fine|okay|ok|allowed) to|any ?time|whenever|wherever|if|always|at any"
    r" (?:point|moment)|your choice)"
)
EXIT_OFFERED = pattern(rf"{_STOP}\b[^\n]*\b{_FREE_AFTER}|{_FREE_BEFORE}\b[^\n]*\b{_STOP}")
"""A sentence that says that the listener may stop or skip."""

EXIT_FORBIDDEN = LazyPattern(
    r"\b(?:don't|do not|never|must not|should not|shouldn't|cannot|can't|may not)\s(?:\w+\s)?(?:stop|pause|skip|leave"
    r"|quit|open)\b"
)
