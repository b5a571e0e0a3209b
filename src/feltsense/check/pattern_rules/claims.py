"""Cures and effects, claimed and promised. Records; see `rule.py`."""

from feltsense.check.pattern import Kinds, gap, kind, words
from feltsense.check.rule import PatternRule, Phrasing, Use
from feltsense.script.diagnostics import Severity
from feltsense.script.lazy_pattern import LazyPattern

_ILLS = words(
    "anxiety depression loneliness trauma ptsd insomnia panic pain illness disease wounds grief stress"
    " addiction disorders inner nervous brain past heart soul body"
)
_PRACTICE = (
    r"(?:this|it|these|(?:this|these|the|our) (?:\w+ )?(?:exercises?|practices?|meditations?|scans?|breath|breathing"
    r"|breaths|techniques?|method|audio|session|script|sounds?|voice|music))"
)
_L09 = PatternRule(
    code="L09",
    severity=Severity.ERROR,
    finds="heals, cures, treats, rewires, releases trauma, clinically proven, instead of therapy",
    why="An exercise is no treatment. Claims cost trust, and they may keep somebody from the help they need.",
    better="Some people find this steadying.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "anxiety clinically cure curing depression detoxes doctor heal medically medication medicine"
                    " proven reset rewir science scientifically therapist therapy toxins trauma treat",
                    rf"{_PRACTICE}(?: \w+)? (?:will |can |does |is )?(?:heal|heals|healing|cure|cures|curing|rewires?"
                    r"|rewiring|treats|detoxes)(?! (?:you|them|your|yourself|everyone|all) (?:kindly|gently|well"
                    r"|like|with|as))|(?:heal|heals|healing|cure|cures|curing) (?:your |the |of |all |from |any"
                    rf" )*(?:\w+ )?{_ILLS}|rewir(?:e|es|ing) (?:your|the) (?:\w+ )?(?:brain|mind|nerves|nervous"
                    r" system)|treats? (?:anxiety|depression|trauma|ptsd|insomnia)|(?:releas(?:e|es|ing)|clears?"
                    r"|eliminat(?:e|es)|eras(?:e|es)|removes?) (?:\w+ )?(?:trauma|depression|anxiety|toxins)"
                    r"|(?:clinically|scientifically|medically) (?:proven|tested|shown)|proven (?:to|by science)"
                    r"|science has proven|(?:instead of|replaces?|as good as|better than|no need for|substitute for"
                    r"|alternative to) (?:your |any |a )?(?:therapy|therapist|medication|medicine|treatment|doctor)"
                    r"|healing (?:meditations?|practices?|exercises?|journey|session|sounds?|music|frequenc\w+"
                    r"|breath|audio)|reset(?:s|ting)? your (?:nervous system|vagus nerve|brain)",
                ),
            ),
            "«{words}» is a medical claim.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:wounds?|bones?|skin|trees?|cuts?|time|may|might)\b[^\n]*$"),
            label_message="«{words}» in the {key} is a medical claim.",
        ),
        Phrasing(
            Kinds(
                kind(
                    "]approved antidepressant antidote backed blood brain cell clinically confirmed cortisol cure"
                    " digestion dna doctor dopamine drugs evidence-based experts hormone immune immunity lymph"
                    " medically medication medicine meds metabolism miracle needs nervous neural organ painkiller"
                    " physician pill proven rate remedy research science scientifically scientists sedative serotonin"
                    " shown sleeping studies supported surgery tablets therapist therapy toxins tranquilli treatment"
                    " trials vagus",
                    r"(?:boosts?|strengthens?|resets?|repairs?|restores?|regenerates?|detox\w*|cleans(?:es?|ing)"
                    r"|purif\w+|balances?|lowers?|regulates?|realigns?|rejuvenates?|improves?|activates?|stimulates?"
                    r"|tones?) (?:your|the|every|all|damaged|our) (?:\w+ )?(?:immune|immunity|cells?|organs?|blood"
                    r" pressure|hormones?|cortisol|vagus|nervous system|brain|dna|lymph\w*|toxins|neural|serotonin"
                    r"|dopamine|heart rate|metabolism|digestion)|cortisol (?:levels )?(?:drops?|falls?|sinks?)|immune"
                    r" system (?:is|gets|becomes|grows)|(?:no longer|don't|won't|will not|never|can stop|stop)"
                    r" (?:need|have to take|taking|take) (?:your |any |a |an |those |the )*(?:medications?|medicines?"
                    r"|pills|tablets|therapist|therapy|doctor|antidepressants|meds|physician|painkillers)|come off"
                    r" (?:your|their|the) (?:tablets|medication|pills|meds|medicine)|needs? no (?:physician|doctor"
                    r"|therapist|medicine|therapy|pills?)|who needs (?:a |an |any )?(?:therapists?|therapy|doctors?"
                    r"|pills|medication)|throw away your (?:pills|tablets|medication)|(?:works?|is|are|just|does"
                    r"|better|more|stronger|cheaper|faster|effective|good|well|powerful) (?:as|than|like) (?:any "
                    r"|your |a |an |years of |most |strong )*(?:therapy|therapist|medications?|medicines?"
                    r"|antidepressants?|pills?|drugs|sleeping pills?|doctor|treatment|surgery|sedatives?|painkillers?"
                    r"|tranquilli[sz]ers?)|(?:natural|best|own) (?:antidepressant|painkiller|medicine|remedy|cure"
                    r"|tranquilli[sz]er|sedative|doctor)|miracle (?:cure|breath|method)|(?:remedy|antidote|cure)"
                    r" (?:for|to|against) (?:your |the )?\w+|(?:studies|research|science|neuroscience|scientists"
                    r"|doctors|experts|researchers|trials|therapists) (?:\w+ )?(?:shows?|proves?|proved|confirms?"
                    r"|have (?:shown|proven|found)|has (?:shown|proven|found)|found|agree|are amazed|recommend|swear"
                    r" by|hate|love)(?! (?:mixed|little|no |both|different|something))|(?:backed|supported|proven"
                    r"|confirmed) by (?:\w+ )?(?:science|research|neuroscience|studies|doctors)|doctor[- ]approved"
                    r"|(?:clinically|scientifically|medically) (?:validated|verified|backed|effective)|evidence-based"
                    r" cure|(?:been )?(?:shown|proven) to (?:be more|reduce|cure|heal|lower|end|stop|treat|help|work"
                    r"|relieve)",
                ),
                kind(
                    "cured deliver free healed recover released relief rid & addiction affliction anxiety body brain"
                    " depression disease disorders grief heart illness inner insomnia loneliness migraine nervous"
                    " pain panic past ptsd soul stress trauma wounds",
                    r"(?:free[sd]?|freeing|freedom|relief|recover\w*|rids?|cured|healed|released|deliver\w*) (?:you "
                    r"|the body |your \w+ |people |them |us )?(?:of|from) (?:your |chronic |the |all |their |old "
                    rf"|any )*(?:\w+ )?(?:{_ILLS}|afflictions?|depression|migraines?)",
                ),
                kind(
                    "addiction anxiety attack chronic depression disease flashbacks frozen illness inflammation"
                    " insomnia migraine nightmares pain panic ptsd stored stuck symptom-free symptoms toxins trauma"
                    " worry",
                    r"(?:panic attacks?|anxiety|depression|insomnia|migraines?|nightmares|flashbacks|symptoms"
                    r"|chronic pain) (?:\w+ )?(?:are|is|will be|becomes?|will) (?:\w+ )?(?:a thing of the past|gone"
                    r"|history|cured|over|disappear|vanish)|(?:ends?|beats?|banish(?:es)?|eliminates?|conquers?"
                    r"|defeats?|overcomes?|fixes|reverses?|reduces?|relieves?|dissolves?|gets rid of) (?:your |the "
                    r"|chronic )?(?:anxiety|depression|insomnia|panic|ptsd|chronic pain|trauma|addiction|worry"
                    r"|illness|disease|migraines?|inflammation)|symptom-free|worry illness|(?:trauma|old pain|stored"
                    r" (?:trauma|tension|emotions?|grief)|stuck (?:trauma|energy|emotions?)|what was frozen(?:"
                    r" \w+){0,6}?) (?:\w+ )?(?:leaves|is (?:released|discharged|leaving|flushed|shaken)|gets"
                    r" (?:released|discharged)|exits|drains|is cleared|comes out)|(?:discharg\w+|shakes? (?:out|off)"
                    r"|flush(?:es)? out|purges?) (?:the |old |your |stored )*(?:trauma|toxins|pain)|trauma (?:stored"
                    r"|trapped|locked|frozen) in (?:your|the)|another old trauma",
                ),
                kind(
                    "leaves & good",
                    r"leaves the body for good",
                ),
                kind(
                    "ageing aging brain center centre circuit connections damage delete disease heal neurons pathways"
                    " program switched trauma wired",
                    r"(?:grows?|builds?|forms?|creates?|carves?) new (?:neural |brain )?(?:pathways|connections"
                    r"|neurons|circuits)|re-?program(?:s|med|ming)?|re-?wired|undo(?:es)? the damage|(?:reverses?"
                    r"|repairs?) (?:the |your )?(?:damage|ageing|aging|disease|trauma|brain)|switched off for good"
                    r"|(?:fear|pain) (?:circuit|centre|center) (?:is|shrinks|switches)|delete (?:old|your|the)"
                    r" (?:pain|trauma|fear)|heal(?:s|ed|ing)? (?:you|yourself|itself|people|many|everything|anything"
                    r"|from (?:within|the inside))(?=[.,!;:]|$| (?:from|of|and|with|now|completely|today))|heals?"
                    r" (?:it|this|that|faster)|self-healing|healing (?:power|powers|effect|process|hands|touch|trance"
                    r"|force|vibration|begins|happens|takes place|gong|bowl|mantra)",
                ),
                kind(
                    "make & healthy well whole",
                    r"makes? (?:the sick|you) (?:well|whole|healthy)",
                ),
                kind(
                    "whole & again",
                    r"(?:makes?|the sick) whole again",
                ),
                kind(
                    "amazed faster quicker sooner",
                    r"(?:recover|heal|get well) (?:much )?(?:faster|sooner|quicker)|amazed at what this",
                ),
            ),
            "«{words}» is a medical claim.",
            unless_before=LazyPattern(
                r"\b(?:wounds?|bones?|skin|trees?|cuts?|time|might|fracture|may (?:you|we|all|they)|if|whether|please"
                r"|ask|before)\b[^\n]*$"
            ),
            label_message="«{words}» in the {key} is a medical claim.",
        ),
    ),
)

_THIS = r"(?:this|it|that|these|the)(?: \w+)?(?: \w+)?"
_HOPED = (
    r"(?:you|(?:your|the|all the|all your|that|this) (?:old |last |whole |inner )?(?:chest|heart|body|mind|shoulders"
    r"|mood|life|sleep|nights?|days?|tightness|pain|stress|fear|tension|loneliness|sadness|sorrow|grief|ache"
    r"|heaviness|weight|worry|worries|anxiety|knot|grumps?|shame|longing|burdens?|anger|panic|need for \w+)(?: of"
    r" \w+)?|peace|joy|calm|happiness|relief|friends|love|loneliness|what you came (?:in )?with|whoever (?:sits"
    r"|listens|practises|does this)[^,.\n]{0,25})"
)
_L44 = PatternRule(
    code="L44",
    severity=Severity.NOTE,
    finds="this will take away, by the end you will",
    why="What is promised and does not come is the listener’s failure once more.",
    better="Some people notice a change, some don’t.",
    phrasings=(
        Phrasing(
            Kinds(
                kind(
                    "going guaranteed will & away bring calm change cure ease end erase fix free heal help leave lift"
                    " make melt relax remove solve soothe stop transform wash",
                    rf"{_THIS} (?:will|is going to|is guaranteed to) (?:(?!not )\w+ )?(?:take away|remove|make you"
                    r"|help you|calm|relax|fix|solve|erase|end (?:your|all|the (?:pain|loneliness|stress|sadness"
                    r"|fear))|free you|soothe|transform|change your|ease|lift your|bring you (?:peace|calm|joy)"
                    r"|leave you|dissolve|heal|cure|stop the|melt|wash)",
                ),
                kind(
                    "'ll going will & you",
                    r"(?:by|at|before|after) (?:the end|the time (?:we|you) (?:finish|are done))?(?: of)? ?(?:this"
                    r"|these|the|it)?(?: \w+)?(?: \w+)?,? ?(?:you(?:'ll| will)|you are going to) (?:feel|be|have|find"
                    r"|no longer|sleep|never)",
                ),
                kind(
                    "better calm connected free happier happy less lighter loved peace refreshed relaxed rested whole"
                    " & will you'll",
                    r"you(?:'ll| will) (?:soon |immediately |instantly |definitely |always |never again |surely"
                    r" )*(?:feel|be|find yourself|become|sleep) (?:much |so |a lot |completely |deeply |more |far "
                    r"|very )*(?:better|calm|calmer|relaxed|peaceful|refreshed|happy|happier|connected|loved|lighter"
                    r"|rested|free|whole|at peace|less alone)",
                ),
                kind(
                    "guarantee",
                    r"guarantee[ds]?(?! (?:on|for) (?:it|the|a)\b)",
                ),
                kind(
                    "never & feel",
                    r"you(?:'ll| will) never (?:again )?feel",
                ),
                kind(
                    "anxiety loneliness pain sadness stress works worries",
                    r"your (?:\w+ )?(?:loneliness|anxiety|pain|worries|stress|sadness) (?:will|is going to) (?:\w+"
                    r" )?(?:go|disappear|vanish|be gone|melt|dissolve|end|leave)|works (?:every time|for everyone"
                    r"|within minutes|instantly)",
                ),
            ),
            "«{words}» promises an effect.",
            in_questions=False,
            unless_before=LazyPattern(r"\b(?:if|whether|when|may|might|nobody)\b[^,;:.\n]*$"),
            label_message="«{words}» in the {key} promises an effect.",
        ),
        Phrasing(
            Kinds(
                kind(
                    "'ll 're going shall will & behind better calm changed come confidence confident connected"
                    " different disappear dissolve ease easier fade forgotten free fresh gone happier happiness happy"
                    " healed improve joy less let lift lighter loved lower melt new over peace reborn relax rested"
                    " restored sleep smil subside transformed vanish & ache anger anxiety body burden calm came chest"
                    " day fear friends grief grump happiness heart heaviness joy knot life loneliness longing love"
                    " mind mood need night pain panic peace relief sadness shame shoulders sleep sorrow stress"
                    " tension tightness weight whoever worries worry you",
                    rf"{_HOPED}(?:'ll| will| shall|'re going to| are going to| is going to) (?!not |hear |see "
                    rf"|come over\b){gap(3)}(?:better"
                    r"|calm\w*|relax\w*|peaceful\w*|refreshed|fresh|happ(?:y|ier|iness)|connected|loved|lighter"
                    r"|rested|at peace|less (?:alone|lonely|tense|anxious|afraid|pain|stress\w*)|smil\w+|joy\w*"
                    r"|confident|confidence|at ease|gone|disappear\w*|vanish\w*|lift(?:ed)?|dissolve[ds]?|melt\w*"
                    r"|fade|subside|improve\w*|sleep (?:like|better|deeply|soundly|well|through)|transformed|renewed"
                    r"|reborn|healed|restored|recover\w*|forgotten|let go|over|a (?:new|different|changed|better)"
                    r" (?:person|you|life|man|woman)|behind you|easier|come to you|lower|be free|with ease)(?!"
                    r" (?:able|to (?:hear|see)))",
                ),
                kind(
                    "'ll longer never will won't & ache anger anxiety body burden calm came chest day fear friends"
                    " grief grump happiness heart heaviness joy knot life loneliness longing love mind mood need"
                    " night pain panic peace relief sadness shame shoulders sleep sorrow stress tension tightness"
                    " weight whoever worries worry you",
                    rf"{_HOPED}(?: won't| will not| will never| will no longer|'ll never|'ll no longer) {gap(1)}(?:be"
                    r"|feel|hurt|ache|know|recogni[sz]e|need|suffer|find|fear|worry|miss|want) (?:\w+ )?(?:lonely"
                    r"|alone|sad|anxious|afraid|again|any ?more|yourself|itself|like this|stressed|tense|there|it)",
                ),
                kind(
                    "will & alone empty lonely long sad & day evening morning night one",
                    r"(?:no|never) (?:evening|night|day|morning|one) will (?:ever )?(?:feel|be) (?:\w+ )?(?:lonely"
                    r"|empty|alone|sad|long)",
                ),
                kind(
                    "anxiety fear grief insomnia loneliness lonely longing pain panic sadness sleepless stress tears"
                    " tension worries worry & end farewell free good-bye goodbye more",
                    r"(?:no more|(?:say )?goodbye(?:,| to)?|good-bye to|the end of|an end to|free of|free from"
                    r"|farewell to) (?:your |the |all |any )*(?:loneliness|stress|sleepless\w*|sadness|fear|pain"
                    r"|longing|tears|worry|worries|anxiety|insomnia|tension|panic|grief|lonely \w+)(?! (?:is|are|be) )",
                ),
                kind(
                    "ever good & alone away behind change disappear free gone leave left lonely rid vanish & for",
                    r"(?:gone|disappear\w*|vanish\w*|leaves?|left|rid of \w+|behind|away|free|change[ds]?|lonely"
                    r"|alone) for (?:good|ever)(?=[.,!]|$)",
                ),
                kind(
                    "once & for",
                    r"once and for all",
                ),
                kind(
                    "last & time",
                    r"(?:it's|is) the last time (?:that )?you",
                ),
                kind(
                    "after & this today tonight",
                    r"not after (?:tonight|today|this)",
                ),
                kind(
                    "fear grief loneliness pain sadness sorrow stress suffering worries & end leave over stop",
                    r"(?:your|all|the) (?:sorrow|sadness|grief|pain|loneliness|fear|stress|suffering|worries)"
                    r" (?:ends?|stops?|leaves?|is over|are over) (?:here|now|today|tonight)",
                ),
                kind(
                    "help succeed work & always every fail immediately instantly magic once within wonders",
                    r"(?:works?|helps?|succeeds?) (?:every time|for everyone|for everybody|within \w+|instantly"
                    r"|immediately|at once|wonders|like magic|always|without fail)",
                ),
                kind(
                    "assure fails foolproof guarantee instant promise",
                    r"never fails|foolproof|instant (?:calm|relief|peace|relaxation|results|happiness)|i (?:can"
                    r" )?(?:promise|assure|guarantee)(?! nothing)",
                ),
                kind(
                    "word & have",
                    r"you have my word",
                ),
                kind(
                    "benefit expect guaranteed relief results",
                    r"it's guaranteed|expect to (?:feel|be|notice|wake|sleep)|(?:results|relief|benefits?) (?:after"
                    r"|from|within) (?:the|just|only|your)",
                ),
                kind(
                    "audio breath exercise listening meditation method minutes practice recording ritual scan session"
                    " track words & away banish bring calm change dissolve end erase free leave lift make melt put"
                    " relaxes remov restore soothe transform washes",
                    r"(?:this|these|the) (?:\w+ )?(?:exercises?|practices?|meditations?|minutes|breaths?|session"
                    r"|audio|words|method|recording|listening|scan|ritual|track) (?:\w+ )?(?:melts?|takes? away"
                    r"|remov\w+|dissolves?|erases?|banish\w+|washes|frees? you|brings? (?:you )?(?:\w+ )?(?:peace"
                    r"|calm|joy|happiness|sleep|relief)|leaves? you|makes? you|puts? you|ends? (?:your|all|the"
                    r"|every)|lifts? (?:your|the)"
                    r"|changes? (?:your|everything)|transforms?|restores?|soothes?|calms?|relaxes)(?! (?:at|with|in"
                    r"|when|here|the (?:session|practice))\b)",
                ),
                kind(
                    "daily regular",
                    r"(?:regular|daily) (?:listening|practice|use) (?:will |is going to )?(?:\w+s?) (?:your|away)",
                ),
                kind(
                    "born new",
                    r"(?:as if|as|feel|like|be) (?:newly born|reborn|a new person|born again)",
                ),
                kind(
                    "days life nights world & around change transform",
                    r"(?:changes?|transforms?|change|turn around) your (?:whole |entire )?(?:life|world|days"
                    r"|nights)(?! may)",
                ),
                kind(
                    "life-changing wake",
                    r"life-changing|wake (?:up)?(?: )?(?:refreshed|happy|renewed|free|without|a new)",
                ),
                kind(
                    "better calm happy & play start",
                    r"(?:press|push) (?:play|start) [^.\n]{0,20}(?:happy|calm|better)",
                ),
                kind(
                    "flat you're & breaths days minutes seconds sessions",
                    r"(?:in|with|after) (?:just |only )?(?:\w+ )?(?:minutes|seconds|sessions|breaths|days) (?:flat"
                    r"|you're (?:calm|happy|a)|and you're)",
                ),
                kind(
                    "'ll going will",
                    r"(?:it|things|all)(?:'ll| will| is going to|'s going to| are going to|'s all going to) (?:all"
                    r" )?(?:be|get|turn out|work out) (?:just |all )?(?:fine|okay|ok|right|alright|well|better)(?! if)",
                ),
                kind(
                    "everything & 'll going will",
                    r"everything (?:will|is going to|'ll) (?:be|turn out|work out|get) (?:\w+ )?(?:fine|okay|ok|right"
                    r"|alright|well|good|better)",
                ),
            ),
            "«{words}» promises an effect.",
            use=Use.UNREPORTED,
            in_questions=False,
            unless_before=LazyPattern(
                r"\b(?:promised?|promises|guarantees?|say|says|said|know|claims?|nobody|whether|hope)\b[^,;:.\n]*$"
            ),
        ),
    ),
)


RULES = (_L09, _L44)
