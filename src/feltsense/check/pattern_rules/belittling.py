"""What hurts made small. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, gap, kind
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_NO_CONTEST = LazyPattern(
    r"\b(?:isn't|is not|is no|was never|never was) (?:an? )?(?:contest|competition|race|comparison)\b"
)
_L32 = PatternRule(
    code="L32",
    severity=Severity.WARNING,
    finds="others have it worse, at least, it’s not that bad",
    why="It is what many were told as children: don’t cry, you’re fine. It makes people lonelier.",
    better="Many know this feeling; yours still matters.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "fortunate harder more worse & many millions others people some & are had have suffer through",
                    r"(?:others|other people|people|many(?: people)?|some(?: people)?|so many|millions) (?:\w+"
                    r" )?(?:have|had|suffer|are|go through) (?:it |things |far |so |much |a lot )*(?:worse|more|less"
                    r" fortunate|harder)(?! (?:than one|time|pleased|glad|alike|open|willing|welcome|comfortable"
                    r"|used))",
                ),
                kind(
                    "least problem worse",
                    r"(?:it|things|this|that) (?:could|can|might) (?:always |still )?(?:be|have been) (?:much |far |a"
                    r" lot )?worse|worse things (?:have )?happen(?:ed)?|first world problems?|at least (?:you|it|it's"
                    r"|they|there's|there is|he|she|we|your|nobody|others)(?!(?:'ll|'d)? (?:can|could|may|might"
                    r"|takes?|lasts?|three|two|one|five)\b)",
                ),
                kind(
                    "glad grateful thankful",
                    r"be (?:grateful|thankful|glad) (?:that|it|for what|you|nobody)",
                ),
                kind(
                    "blessings",
                    r"count your blessings",
                ),
                kind(
                    "glad grateful thankful & should",
                    r"you should be (?:grateful|thankful|glad)",
                ),
                kind(
                    "bright exaggerating fuss overreacting sensitive silly",
                    r"look on the bright side|you(?:'re| are) (?:overreacting|too sensitive|being silly|making a fuss"
                    r"|exaggerating)",
                ),
                kind(
                    "over & get",
                    r"get over it",
                ),
                kind(
                    "cheer pull toughen",
                    r"pull yourself together|cheer up|toughen up",
                ),
                kind(
                    "it's & all",
                    r"it's all in your head",
                ),
                kind(
                    "fine & you",
                    r"you(?:'re| are) fine(?=[.!]|$)",
                ),
            ),
            "«{words}» compares pain away.",
            in_questions=False,
            unless_in_sentence=_NO_CONTEST,
        ),
        Phrasing(
            Kinds(
                kind(
                    "bad big hard serious terrible & not",
                    r"(?:it|this|that|things)(?:'s| is|'re| are|'s really| is really) ?(?:really )?not (?:that|so|as"
                    r"|all that) (?:bad|hard|terrible|serious|big)(?! (?:as|to)\b)",
                ),
                kind(
                    "isn't & bad hard serious terrible",
                    r"(?:it|this|that) isn't (?:really )?(?:that|so|all that) (?:bad|hard|terrible|serious)",
                ),
                kind(
                    "compared cry really",
                    r"(?:it's|that's|this is) nothing (?:to cry|compared|really)|don't cry|do not cry",
                ),
                kind(
                    "reason & complain cry sad",
                    r"no reason to (?:cry|be sad|complain)",
                ),
                kind(
                    "don't & dramatic sad sensitive silly",
                    r"don't be (?:so )?(?:sad|silly|dramatic|sensitive)",
                ),
            ),
            "«{words}» compares pain away.",
            use=Use.UNREPORTED,
            in_questions=False,
        ),
        Phrasing(
            Kinds(
                kind(
                    "compared",
                    r"compared (?:to|with) (?:others?|people|those|what (?:others|some|many|they)|a \w+ in|the"
                    r" (?:suffering|pain|troubles?|problems?|misery|rest|poor|sick|world))",
                ),
                kind(
                    "burden cross problems troubles worries & got has have",
                    r"(?:everyone|everybody|we all) (?:has|have|got) (?:their |our )?(?:problems|troubles|worries"
                    r"|crosses|cross|burdens?)",
                ),
                kind(
                    "children families folk kids many orphans others patients people refugees some those & dying even"
                    " has have really starving truly with worse",
                    r"(?:think (?:of|about) (?:the |all )?)?(?:children|people|others|those|some|many|patients|kids"
                    rf"|families|folks?|orphans|refugees) {gap(2)}(?:(?:(?:who |that )(?:\w+ )?(?:have|has)|with)"
                    r" (?:nothing|no (?:home|food|one|family|bed|legs|roof|water|parents)|(?:so much|far|much)"
                    r" (?:less|worse)|real (?:problems|pain|reasons)|bigger problems)|(?:who|that) (?:are"
                    r" (?:starving|dying|worse|really|truly)|(?:don't|do not) even))",
                ),
                kind(
                    "children dying fortunate homeless hungry orphans poor prisoners refugees sick starving worse",
                    r"(?:starving|hungry|homeless|dying|sick|poor) (?:children|people|kids|orphans)|children (?:are"
                    rf" )?starving|(?:think of|remember|consider|look at) {gap(3)}(?:orphans|prisoners|refugees"
                    r"|homeless)|(?:less fortunate|worse off)(?: than)?",
                ),
                kind(
                    "envy give glad grateful happy kill love swap thankful trade & anyone half many millions most"
                    " others people plenty someone thousands",
                    r"(?:people|others|many|millions|plenty|most|someone|anyone|half the \w+|thousands)"
                    rf" {gap(6)}would (?:be (?:so )?(?:glad|happy|grateful|thankful) (?:to have|for|if they)|love"
                    r" (?:to have|your)|give (?:anything|a lot|their)|swap|trade|kill|envy)",
                ),
                kind(
                    "yours",
                    r"yours is (?:only |just |really )*(?:small|nothing|tiny|little|a )",
                ),
                kind(
                    "feeling grief hurt loneliness pain problem sadness sorrow suffering trouble worries & your",
                    rf"your {gap(2)}(?:pain|sorrows?|troubles?|problems?|grief|sadness|worries|loneliness|feelings?"
                    r"|suffering|hurt) (?:is|are|was|were|seems?|looks?) (?:really |only |just |so |actually |rather"
                    r" |quite |but )*(?:a )?(?:small|tiny|nothing|little|drop|speck|trifle|luxury|trivial|minor"
                    r"|silly|petty|insignificant|ordinary|exaggerated|never (?:that|so)|not (?:that|so|really)|no"
                    r" (?:big|worse))",
                ),
                kind(
                    "insignificant petty silly small tiny trivial & how",
                    r"how (?:small|tiny|silly|trivial|petty|insignificant) (?:(?:it|this|that|they|these) (?:all "
                    r"|really )?(?:looks?|seems?)|your (?:worr\w+|problems?|pain|troubles?|sorrows?))",
                ),
                kind(
                    "blessed fortunate lucky privileged rich well & how",
                    r"(?:think (?:of )?)?how (?:lucky|fortunate|rich|blessed|privileged|well off) (?:you|we)"
                    r" (?:really |actually |truly )?(?:are|have)",
                ),
                kind(
                    "blessed complain fortunate grateful lucky privileged thankful",
                    r"you(?:'re| are) (?:so |really |actually |very |still )*(?:lucky|fortunate|privileged|blessed)"
                    r"|(?:consider|count|think) yourself lucky|be (?:\w+ )?(?:grateful|thankful)(?=[.!]|$)|nothing to"
                    r" complain about",
                ),
                kind(
                    "everything much & have",
                    r"you have (?:so much|everything) (?:to be|you (?:need|could)|more than|others)",
                ),
            ),
            "«{words}» compares pain away.",
            use=Use.UNCONDITIONAL,
        ),
        Phrasing(
            Kinds(
                kind(
                    "just merely nothing only & bad day ego evening fear feeling grief head hormones imagination"
                    " loneliness mind mood nerves night pain person phase sadness stress tightness",
                    r"(?:it|this|that|loneliness|sadness|grief|pain|what you feel)(?:'s| is| was)(?: really)? (?:just"
                    r"|only|merely|nothing (?:more than|but)) (?:an? )?(?:\w+ )?(?:feeling|bit of (?:sadness"
                    r"|loneliness|pain|stress|tightness|fear|grief)|phase|mood|loneliness|sadness|feelings|bad day"
                    r"|one (?:evening|night|day|person)|your (?:mind|ego|nerves|head|hormones|imagination))",
                ),
                kind(
                    "died it'll kill world",
                    r"(?:won't|will not|never|isn't going to|going to) kill(?:ed)? (?:you|anyone|anybody)|(?:nobody"
                    r"|no ?one) (?:has |ever )?died|(?:isn't|not) the end of the world|the world (?:won't|isn't going"
                    r" to) end|it'll pass soon",
                ),
                kind(
                    "deal happened wrong",
                    r"nothing (?:much )?(?:is |has )?(?:really )?(?:wrong with you|happened to you)|no big deal",
                ),
                kind(
                    "drama tragedy years",
                    r"no great (?:drama|tragedy)|in (?:ten|a few|five|a hundred) years (?:you|it|this|nobody|no one)",
                ),
                kind(
                    "man",
                    r"man up(?! (?:there|on|in|at)\b)",
                ),
                kind(
                    "grow",
                    r"grow up(?=[.,!]|$)",
                ),
                kind(
                    "chin",
                    r"chin up",
                ),
                kind(
                    "get move & with",
                    r"(?:get|move) on with (?:it|your life)",
                ),
                kind(
                    "big brave strong tough",
                    r"(?<!will\s)(?<!would\s)(?<!should\s)(?:be|stay) (?:a )?(?:big|brave|strong|tough) ?(?:girl|boy"
                    r"|kid|one|now)?(?=[.,!]|$)",
                ),
                kind(
                    "self-pity sorry wallow",
                    r"self-pity|feel(?:ing)? (?:so )?sorry for yourself|wallow\w*",
                ),
                kind(
                    "being complaining crying moping sad sorry whining & stop",
                    r"stop (?:crying|whining|moping|complaining|feeling (?:sorry|sad)|being (?:so|such|sad|silly"
                    r"|dramatic))",
                ),
                kind(
                    "buck grip snap suck",
                    r"snap out of it|suck it up|buck up|get a grip",
                ),
                kind(
                    "shake & off",
                    r"shake it off",
                ),
                kind(
                    "move & time",
                    r"time to move on",
                ),
                kind(
                    "over & now",
                    r"over it by now",
                ),
                kind(
                    "brooding complaining crying dry tears",
                    r"dry your (?:eyes|tears)|(?:tears|crying|complaining|brooding) (?:won't|doesn't|don't|never|will"
                    r" not|does not) (?:\w+ )?(?:help|change|solve|bring)",
                ),
                kind(
                    "boy children girl kids",
                    r"big (?:kids|boys|girls|children) (?:don't|never|do not)|big (?:boy|girl) now",
                ),
                kind(
                    "what",
                    r"so what(?=[?!.]|$)",
                ),
                kind(
                    "stronger survived worse",
                    r"stronger than (?:that|this)|been through (?:much |far )?worse|survived (?:much |far )?worse|had"
                    r" it (?:much |far )?worse",
                ),
                kind(
                    "ache complain cry lonely moan sad upset worry & what",
                    r"what (?:is|do you have|have you got|is there|reason) (?:is there |do you have |have you )?to"
                    r" (?:complain|cry|be (?:sad|lonely|upset)|ache|worry|moan)",
                ),
                kind(
                    "fuss lonely sad sorry why",
                    r"why (?:are you|do you|does (?:it|that|this)) still(?! (?:here|awake|up|there|listening)\b)"
                    r"|no (?:need|reason) to (?:make a fuss|feel"
                    r" (?:sad|lonely|sorry))",
                ),
                kind(
                    "don't & big drama fuss mountain such",
                    r"don't (?:be such|make (?:such )?a (?:fuss|drama|mountain|big))",
                ),
                kind(
                    "big drama fuss mountain & mak",
                    r"(?:making|make) (?:such )?(?:a )?(?:fuss|drama|mountain|big (?:deal|thing))",
                ),
                kind(
                    "made & much",
                    r"made so much of",
                ),
                kind(
                    "storm",
                    r"a storm in",
                ),
                kind(
                    "forgotten get laugh look smile wonder & day soon will you'll",
                    r"(?:you(?:'ll| will)|one day|some ?day|soon)(?:,? you(?:'ll| will))? (?:\w+ )?(?:laugh about"
                    r"|smile about|get over|look back (?:and|on this and)|wonder why you|have forgotten)",
                ),
                kind(
                    "bigger grand great larger problem seem silly",
                    r"(?:seem|be|sound) silly (?:that|to have|one day)|seem so (?:small|silly)|first[- ]world"
                    r" problems?|(?:grand|great|bigger|larger) (?:scheme|picture)",
                ),
                kind(
                    "drop perspective speck",
                    r"in(?:to)? perspective|(?:pain|sorrow|it|yours|this) is (?:only |just )?(?:a speck|a drop)",
                ),
                kind(
                    "against & age size vastness",
                    r"against the (?:age|vastness|size)",
                ),
                kind(
                    "day evening loneliness night pain problem sorrow & what & one single your",
                    rf"what(?:'s| is) (?:one|a single|your) {gap(2)}(?:evening|night|sorrow|pain|day|loneliness"
                    r"|problem) (?:against|compared|next to|in the)",
                ),
                kind(
                    "there,",
                    r"^there, there(?=[.!]|$)",
                ),
                kind(
                    "worse",
                    r"it could(?:'ve| have) been (?:so |much |far |a lot )*worse",
                ),
                kind(
                    "let & bother get stop upset & bit little something",
                    r"let (?:a (?:bit|little) of|a little|something like) \w+(?: \w+)? (?:get you|bother|upset|stop)",
                ),
                kind(
                    "manage worth",
                    r"not worth (?:crying|your tears|the tears|being (?:sad|upset)|worrying)|manage (?:well|fine"
                    r"|perfectly)? ?(?:\w+ )?(?:with|on) (?:far |much |a lot )?(?:less|fewer)",
                ),
            ),
            "«{words}» makes pain small.",
            unless_in_sentence=_NO_CONTEST,
            unless_before=LazyPattern(
                r"\b(?:if|when|whenever|whether|may|might|could|perhaps|maybe|can|let (?:the|him|her"
                r"|them))\b[^,;:.\n]*$|^if\b"
            ),
        ),
        Phrasing(
            Kinds(
                kind(
                    "alone hurt lonely sad suffering unwell & are you're",
                    r"you(?:'re| are)(?: not|n't) (?:really|actually|truly|even|that) (?:alone|lonely|sad|hurt"
                    r"|suffering|unwell)",
                ),
                kind(
                    "catastrophe disaster end problem tragedy worth & n't not",
                    r"(?:it|this|that)(?:'s| is)(?: not|n't) (?:really |actually )?(?:a (?:real )?(?:problem|tragedy"
                    r"|disaster|catastrophe)|worth|the end)",
                ),
            ),
            "«{words}» compares pain away.",
            use=Use.UNREPORTED,
            in_questions=False,
        ),
    ),
)


RULES = (_L32,)
