"""What hurts painted over. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, gap, kind
from feltsense.check.rule import PatternRule, Phrasing
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_L34 = PatternRule(
    code="L34",
    severity=Severity.WARNING,
    finds="think positive, choose happiness, everything happens for a reason",
    why="Whoever hurts hears that the hurt is a choice, and is left alone with it.",
    better="What would be a little kinder, and still true?",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "energy optimistic positive thoughts upbeat vibes",
                    r"(?:think|thinking|stay|staying|be|being|remain|keep) (?:\w+ )?(?:positive|positively|optimistic"
                    r"|upbeat)(?: thoughts?)?|(?:only )?(?:positive|happy|good) (?:thoughts|vibes|energy) only|good"
                    r" vibes",
                ),
                kind(
                    "good happy positive & focus only think",
                    r"(?:focus on|think only|have only) (?:the |your )?(?:positive|happy|good) (?:\w+ )?(?:things"
                    r"|thoughts|side|in life)?",
                ),
                kind(
                    "gratitude happiness happy joy love peace positivity & choos",
                    r"choos(?:e|ing) (?:happiness|joy|love over fear|to be happy|positivity|gratitude|peace over)",
                ),
                kind(
                    "everything happiness happy",
                    r"happiness is a choice|be happy(?=[.!,]|$)|everything happens for a reason",
                ),
                kind(
                    "best cloud heals kill lesson meant reason silver",
                    r"there(?:'s| is) (?:always )?a (?:reason|lesson|silver lining)(?: \w+)? (?:for|in|to)"
                    r" (?:everything|this|all)|meant to be|every cloud has|what doesn't kill (?:you|us)|time heals"
                    r" all|it(?:'s| is) all for the best",
                ),
                kind(
                    "attract closes gives love manifest negative reality smile",
                    r"god never gives|when one door closes|love and light|(?:replace|swap|change) (?:your |the |any "
                    r"|all )*negative (?:thoughts?|thinking|feelings|self-talk)|manifest (?:your|the|what)|attract"
                    r" (?:love|abundance|happiness)|put a smile on|smile (?:and the world|your (?:worries|pain) away"
                    r"|no matter)|your thoughts create your reality",
                ),
            ),
            "«{words}» asks for cheerfulness.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:may|if|whether|pretend(?:ing)?|force)\b[^,;:.\n]*$"),
        ),
        Phrasing(
            Kinds(
                kind(
                    "beautiful best bright good happy positive sunny upside & concentrate dwell find fix focus look"
                    " search see set think turn",
                    r"(?:look|see|find|seek|search|focus|think|turn your \w+|fix|set|concentrate|dwell)"
                    rf" {gap(4)}(?:the |what is |what's |your |only )(?:bright|sunny|good|positive|happy|upside"
                    r"|beautiful|best) ?(?:sides?|things?|thoughts?|aspects?|parts? of it|outlook|in (?:it|this"
                    r"|everything|life|every\w*|your|all))",
                ),
                kind(
                    "bad dark frown gloomy negativ sad sorrow toxic ugly unhappy worried & ban change chase cut"
                    " delete drop erase flip kill push put release replace send shut stop swap switch throw trade"
                    " transform turn",
                    r"(?:replace|swap|exchange|change|turn|transform|trade|flip|switch|delete|erase|banish|drop|ban"
                    r"|stop|kill|cut|chase|send|throw|push|put|shut|release) (?:all |any |every |each |the |your "
                    r"|that |those |this |out |away |off )*(?:negativ\w+|(?:bad|dark|sad|gloomy|unhappy|worried|ugly"
                    r"|toxic|negative) (?:thoughts?|moods?|feelings?|thinking|emotions?|words?|ones?)|frowns?|sorrow"
                    r" out)",
                ),
                kind(
                    "choose decide make pick resolve & better bright cheerful content glad good grateful happier"
                    " happy hope joyful light optimism optimistic positive sunshine thoughts well",
                    r"(?:choose|decide|pick|resolve|make up your mind) (?:now |today |simply |instead )?(?:(?:to"
                    r" (?:be|feel|become|stay|see) (?:\w+ )?(?:happy|joyful|positive|grateful|cheerful|content|better"
                    r"|good|well|optimistic|glad|bright|the good)|(?:hope|light|sunshine|optimism|contentment"
                    r"|cheerfulness|good thoughts)(?=[.,!;]|$| over| instead))|(?:a|your) (?:good|better|happy"
                    r"|positive|happier|cheerful|brighter) (?:mood|thoughts?|attitude|feeling|day|outlook|mindset))",
                ),
                kind(
                    "brighten cheer corners faces fake fill flood frown gloom happy lighten moping negativity smile"
                    " smiling sunshine",
                    r"(?:put on|wear|show|let me see|give me|force) (?:a|your) (?:\w+ )?(?:smile|happy face|sunshine"
                    r" face)|keep smiling|fake it|smile,? (?:through|no matter|anyway|even if|and (?:the|your))"
                    r"|corners of your mouth|(?:no|without) (?:frowns?|frowning|long faces|sad faces|gloom"
                    r"|negativity|moping)|cheer yourself up|lighten up|brighten up|(?:fill|flood) (?:your|yourself)"
                    rf" {gap(2)}with (?:\w+ )?(?:joy|gratitude|love|light|happiness|positiv\w+|sunshine|happy|good)",
                ),
                kind(
                    "let & good happiness joy sunshine",
                    r"let (?:the )?(?:joy|happiness|sunshine|good) in",
                ),
                kind(
                    "radiate",
                    r"radiate (?:joy|love|light|positiv\w+|happiness)",
                ),
                kind(
                    "only & bright good happy joy positive",
                    r"(?:let in|allow|admit|think|have|see|keep|say|welcome) only (?:what is |what's |the )?(?:good"
                    r"|happy|positive|bright|joy\w*)",
                ),
                kind(
                    "only & feelings people things thought",
                    r"only (?:good|happy|positive|bright) (?:thoughts?|things|feelings|people)",
                ),
                kind(
                    "only & see",
                    r"you see only",
                ),
                kind(
                    "cheerful happy optimistic positive sunny upbeat",
                    r"(?:positive|cheerful|happy|sunny|optimistic|upbeat) (?:attitude|outlook|mindset|thinking"
                    r"|affirmations?|vibes?|thoughts?)(?! (?:is|are) not)",
                ),
            ),
            "«{words}» asks for cheerfulness.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:may|might|could|if|whether|pretend(?:ing)?|force)\b[^,;:.\n]*$"),
        ),
        Phrasing(
            Kinds(
                kind(
                    "contentment feel happiness joy loneliness misery mood optimism peace sadness suffering & choice"
                    " decision habit job matter mindset muscle optional skill state switch within you & is",
                    r"(?:happiness|joy|misery|unhappiness|loneliness|sadness|suffering|your mood|how you feel|feeling"
                    r" (?:good|better|bad|lonely|happy)|contentment|optimism|peace) is (?:always |only |simply |just "
                    r"|really )*(?:a (?:choice|decision|switch|habit|mindset|matter of|state of mind|muscle|skill)"
                    r"|your (?:choice|decision|own choice)|up to you|optional|in your (?:hands|head)|within your|an"
                    r" inside job)",
                ),
                kind(
                    "choice matter",
                    r"mind over matter|mood is a choice",
                ),
                kind(
                    "accident best chance good growth help higher lesson make meaning meant must plan purpose reason"
                    " should show strengthen teach test & all everything grief happened loneliness loss pain sorrow"
                    " story suffering tears things this",
                    r"(?:everything|it all|all of it|all of this|all this|all things|pain|suffering|loneliness|your"
                    r" (?:pain|sorrow|loss|suffering|loneliness|grief|tears|story)|whatever happened|what (?:has"
                    r" )?happened(?: to (?:you|us))?)(?: \w+)? (?:happens?|happened|has|have|had|comes?|came|was sent"
                    r"|is sent|was given|serves?|carries|is|was|are|exists?|unfolds?) (?:\w+ )?(?:for (?:a|some|your"
                    r"|the) (?:reason|purpose|good|best|growth|higher \w+)|a (?:\w+ )?(?:purpose|meaning|plan|lesson"
                    r"|reason)|without (?:a )?(?:reason|purpose)|(?:just |exactly )?as it (?:should|is meant|was"
                    r" meant|must)|by (?:accident|chance)|to (?:teach|test|make you|show you|strengthen|help you"
                    r" (?:grow|learn)))",
                ),
                kind(
                    "accident chance purpose reason unless & nothing",
                    rf"nothing (?:happens|is|was|comes) {gap(4)}(?:without (?:a )?(?:reason|purpose)|by (?:accident"
                    r"|chance)|unless something)",
                ),
                kind(
                    "crisis failure grief hardship heartbreak illness loneliness loss night pain sadness setback"
                    " sorrow struggle suffering tears time trauma wound years & blessing for gift lesson make"
                    " opportunity sent show strong teach test wiser & every that the this your",
                    r"(?:the|your|this|that|every|these) (?:\w+ )?(?:pain|suffering|loneliness|sorrow|grief|sadness"
                    r"|loss|hardships?|crisis|heartbreak|wound|illness|struggles?|trauma|tears|years|times?|nights?"
                    rf"|setback|failure) {gap(1)}(?:is|are|was|were|came|has been|have been|comes|will make|makes?"
                    rf"|made) {gap(2)}(?:a (?:hidden |great |secret |wise |disguised )?(?:gifts?|blessings?|lessons?"
                    r"|teachers?|test|opportunity|present)|to (?:teach|make you|show you|test)|(?:you |us"
                    r" )?(?:stronger|strong|wiser)|sent|for your)",
                ),
                kind(
                    "cloud disguise ending happened setback silver storm tear",
                    r"(?:teacher|blessing|gift) in disguise|what happened to you (?:was|is) an? |silver linings?"
                    r"|every (?:cloud|storm|ending|setback|tear) (?:has|is|brings)",
                ),
                kind(
                    "rain storm & after",
                    r"after (?:the|every) (?:rain|storm)[^.\n]{0,30}(?:sun\w*|rainbow|flowers|calm)",
                ),
                kind(
                    "brings darkest rainbow",
                    r"rain brings|rainbow after|darkest before",
                ),
                kind(
                    "end & light",
                    r"light at the end of",
                ),
                kind(
                    "best",
                    r"the best is yet",
                ),
                kind(
                    "given happened happens sent & for",
                    r"(?:sent|given|happened|happens) for your (?:own )?(?:good|growth)",
                ),
                kind(
                    "better bigger greater & something",
                    r"something (?:much )?(?:better|greater|bigger) (?:is|waits|awaits|will come|is coming|is to)",
                ),
                kind(
                    "better bigger greater higher & for",
                    r"for something (?:better|greater|bigger|higher)",
                ),
                kind(
                    "plan & part",
                    r"part of (?:a|the) (?:\w+ )?plan",
                ),
                kind(
                    "life & give send test",
                    r"life (?:only |never )?(?:gives?|sends?|tests?) (?:you|us)",
                ),
                kind(
                    "thank & grief hard hurt illness loneliness loss pain sorrow suffering wound",
                    r"thank (?:the|your|this|that) (?:pain|sorrow|hurt|wound|loneliness|grief|loss|suffering|illness"
                    r"|hard)",
                ),
                kind(
                    "blessing break gift hurt kill lesson loneliness loss pain present sorrow stronger suffering"
                    " taught teach tears wound years",
                    r"(?:say thanks|be (?:grateful|thankful|glad)|thank \w+) for (?:the|these|your|this) (?:pain"
                    r"|tears|hurt|loss|sorrow|suffering|loneliness|wound|years|lesson)|(?:gift|present|lesson"
                    r"|blessing) (?:\w+ )?(?:in|behind|inside|hidden in|of) (?:this|every|the|your) (?:pain|loss"
                    r"|sorrow|hurt|grief|loneliness|suffering|tears)|in this (?:loss|pain|sorrow) there (?:is|'s)"
                    r"|what (?:it|this|the pain|he|she) (?:taught|has taught|came to teach|is teaching) you|what"
                    r" doesn't (?:break|kill)|makes? (?:you|us) stronger|come out (?:of it )?stronger",
                ),
                kind(
                    "better & get",
                    r"it (?:always )?(?:gets|will get) better",
                ),
                kind(
                    "life & beautiful good make short wonderful",
                    r"life is (?:beautiful|good|wonderful|what you make|too short)",
                ),
                kind(
                    "tomorrow & better brighter new",
                    r"tomorrow (?:is|will be) (?:a (?:new|better|brighter)|better|brighter)(?! for\b)",
                ),
                kind(
                    "abundan beautiful blessed enough grateful happy healed joyful loved perfect positive strong"
                    " whole worthy & affirm after morning repeat say whisper yourself",
                    r"(?:say|repeat|affirm|whisper|tell yourself|after me|every morning)[^.\n]{0,40}: ?i(?:'m| am)"
                    r" (?:\w+ )?(?:happy|whole|enough|blessed|worthy|strong|loved|healed|perfect|grateful|abundan\w+"
                    r"|joyful|positive|beautiful)",
                ),
                kind(
                    "abundance affirmation attraction",
                    r"affirmations?|law of attraction|abundance(?! of\b)",
                ),
                kind(
                    "attract become create expands grows & what",
                    r"what you (?:think|focus on|believe) (?:about )?(?:\w+ )?(?:becomes|grows|expands|you (?:become"
                    r"|attract|create))",
                ),
                kind(
                    "attitude mindset thinking thoughts",
                    r"change your (?:thoughts|mindset|thinking|attitude)|(?:good|happy|kind|positive) thoughts"
                    r" (?:make|bring|create|attract|lead)",
                ),
                kind(
                    "watch & change",
                    r"watch your (?:life|world|mood) change",
                ),
            ),
            "«{words}» finds the good in what hurts.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|whether|may|might|could|perhaps|maybe|nobody|not)\b[^,;:.\n]*$"),
        ),
    ),
)


RULES = (_L34,)
