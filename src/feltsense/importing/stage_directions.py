"""Words that are for whoever reads or records, not for the listener: delivery, what to do, music and sounds."""

import re
from enum import StrEnum

from feltsense.script.foreign_words import FOREIGN_LANGUAGES, in_english
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import NOTHING


class Direction(StrEnum):
    """What an aside is, if it is a direction."""

    NOTE = "note"
    """For sure to the reader."""
    PERHAPS = "perhaps"
    """Words that could be said to the listener as well: “slowly”."""
    SOUND = "sound"
    """Of music or sounds behind the voice."""


_LOOKED_AT = 400
"""Characters of an aside."""
_READER = (
    r"therapists?|facilitators?|instructors?|narrators?|readers?|practitioners?|clinicians?|presenters?|clients?|"
    r"participants?|attendees|group members|students?|patients?|listeners?|audience|speaker"
)
_THEM = rf"(?:them|everyone|everybody|people|(?:the |your |each |any |some |all )?(?:group|class|{_READER}))"
_NOUNS = LazyPattern(
    rf"\b(?:(?:the |your |each |a )?(?:{_READER})|the (?:group|class)|group|eye contact|script|recording|transcript|"
    rf"handout|"
    r"worksheet|slide|voice ?over|microphone|guidance|trainer|guide (?:them|the group))\b"
)
_DELIVERY_SURE = LazyPattern(
    r"\b(?:speak\w*|spoken|whisper\w*|tone|(?:your|soft|calm|quiet|warm|low|gentle|normal|slow|soothing|kind|the|"
    r"same) voice"
    r"|voice (?:soft|low|calm|quiet|drops)\w*|(?:deepen|drop|lower|soften|slow|raise|lift|lighten|quicken)"
    r"(?:ing|s)? (?:the |your )?(?:voice|tonality)|volume|pace|louder|softer|slower|faster|quieter|read (?:slowly|"
    r"softly|aloud|gently|"
    r"this|the|to)|eye contact|inflection|intonation|cadence|emphasis)\b"
)
_VOICE_OF_READER = LazyPattern(
    r"\b(?:tempo|tone|pace|volume|rhythm|pitch) of your (?:voice|speech)\b|\byour (?:speaking |reading )?(?:voice|"
    r"tone|pace|volume|tempo)\b|\b(?:go|move|proceed|skip) (?:on )?to the next (?:section|part|step|page)\b"
)
_PERHAPS_OF_READER = LazyPattern(
    r"\b(?:tonality|(?:lower|higher|rising|falling) pitch|energetic(?:ally)?|upbeat|monotone|matter[- ]of[- ]fact"
    r"|fractionat\w+|analog(?:ue)? mark\w*|embedded|deepener|convincer|truism|double bind|future[- ]pac\w+)\b"
    r"|^voice\b|\bvoice$|^(?:slow (?:it )?down|speed up|count silently)$"
    r"|^(?:anchor|command|suggestion|deepening|ratify|pattern|technique|metaphor) ?[:–—]"
)
_LABEL_OF_COMMAND = LazyPattern(
    r"(?:(?:embedded|hidden|direct|indirect|post-?hypnotic) )?(?:command|suggestion)s? ?[:–—] ?(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_LISTENER = LazyPattern(
    r"^(?!(?:an? |the )?(?:long |short |brief )?(?:pause|silence|wait)\b).*"
    r"\b(?:the|your|each) (?:listeners?|clients?|patients?|participants?|audience)\b"
)
"""Who listens, as nobody speaks of them to themselves."""
_DELIVERY = frozenset(
    "softly slowly slower gently quietly quieter warmly calmly tenderly soothingly kindly whisper whispering whispered "  # noqa: SIM905 - a list of words reads best as words
    "whispers hushed louder softer faster speak speaking say read reading voice tone volume pace emphasis lower "
    "lowering "
    "raise soothing monotone".split()
)
_WITH_DELIVERY = frozenset(
    "in a an the with very more and your soft calm quiet warm slow gentle low lowered on keep keeping using use normal "  # noqa: SIM905 - as above
    "then now please even rhythm at of as this next part here so is down almost still voice tone pace much little bit "
    "clear kind steady almost over to from natural measured aloud out loud".split()
)
_TO_THE_READER = LazyPattern(
    rf"(?:and |then |now |please )*(?:continue|repeat|resume|read|notes?(?= ?[:–—-]| to | for | that |$)|"
    rf"n\.?b\.?(?=\W)|reminder|"
    rf"tips?(?= ?[:–—-])|(?:allow|give|let|ask|invite|remind|encourage|help|guide|watch|observe|wait for|"
    rf"thank) {_THEM}|"
    r"allow (?:time|space|for|silence)|give (?:time|space)|demonstrate|model (?:this|it|the)|optional|skip|"
    r"adapt (?:this|to)|"
    r"adjust (?:the )?(?:pace|timing|volume|length|language|as needed)|check in with|check (?:that|if|whether|for)|"
    r"make sure|ensure|"
    r"maintain|make eye contact|lower (?:your|the) (?:voice|volume|lights?)|raise (?:your|the) (?:voice|volume)|"
    r"turn (?:on|off|down|up|to page|the (?:page|lights?|music|volume))|dim the|press|start (?:the )?(?:timer|"
    r"recording)|"
    r"set (?:a |the )?timer|stop (?:the )?(?:timer|recording)|see (?:page|section|appendix|above|below)|insert|"
    r"(?:end|beginning|start) of\b|the end$|fin$|end$|transition|"
    r"(?:deepening|induction|vertiefung|rücknahme|rückholung|überleitung|ausleitung|induktion)$|"
    r"long(?:er)? version|short(?:er)? version|"
    r"section \w+$|part \w+$|"
    r"page \d+|look around (?:the room|at the group)|nod|smile at|pick up|hand out|allow (?:responses|answers|"
    r"sharing)|discuss|debrief|"
    r"sharing|group discussion|ad[- ]?lib|improvise|use (?:a |your |the )|with (?:a )?\w+ (?:voice|tone)|"
    r"in (?:a )?\w+ (?:voice|tone)|cue|"
    r"segue|intro|outro|credits|sighs?|exhales|inhales|coughs?|laughs?|chuckles?|smiles?|clears? (?:your |"
    r"the )?throat|yawns?|hums?|"
    r"takes? a sip|sip of water|applause)\b.*",
    re.DOTALL,
)
_CONDITION = LazyPattern(
    rf"(?:if|when|once|until|unless|for) (?:they|someone|somebody|anyone|anybody|{_THEM}|an? (?:{_READER}))\b.*|"
    rf".*\bskip (?:to|this|ahead)\b.*",
    re.DOTALL,
)
_FOR_WHOM = LazyPattern(
    r"(?:only )?(?:if|when|wenn|falls|si|se|als|indien)\b(?! (?:you|du|sie|tu|vous|lo|le|je|u|no|not|so|any|possible|"
    r"it|that|this|desired|needed|helpful|comfortable|comes?|ready)\b)(?:[^.!?\n:]|:(?=\d)){2,60}|"
    r"(?:only )?(?:for|in|with|für|bei|en|para|pour|per|voor) (?:an? |the |una? |der |einer )?"
    r"(?:groups?|gruppen?|grupos?|groupes?|gruppi|groep(?:en)?|couples?|individuals?|one[ -](?:to|on)[ -]one|1[:-]1)"
    r"(?: (?:only|work|sessions?|settings?))?|(?:group|individual|couples?|1[:-]1|one[ -](?:to|on)[ -]one) only",
    re.IGNORECASE,
)
"""For whom a sentence is, in brackets before it: “[IF GROUP] Look at one another.”."""
_SURELY_FOR_WHOM = LazyPattern(
    r"\b(?:group|gruppe|grupo|groupe|gruppo|groep|couple|individual|one[ -](?:to|on)[ -]one|1[:-]1)|"
    r"\b(?:client|patient|participant|klient|paziente?|paciente?)",
    re.IGNORECASE,
)
"""The same in parentheses, which are said as well: “(if sitting)”."""
_LABELLED = LazyPattern(
    r"(?:ask|prompt|say|note|notes|facilitator|therapist|instructions?|directions?|cue|tip|n\.?b\.?) ?[:–—] ?\S"
)
_MUSIC = LazyPattern(
    r"\b(?:musics?|musical|soundscape|sfx|fx|sound ?effects?|sound ?track|audio|ambien(?:t|ce)|drone|background(?=:)|"
    r"fad(?:e|es|ed|ing)(?: in| out)?|"
    r"background (?:sounds?|noise)|binaural|nature sounds?|piano|flute|harp|handpan|guitar|song|instrumental|jingle)\b"
)
_NATURE = (
    r"(?:ocean|sea|waves?|rain|river|stream|brook|creek|wind|forest|birds?|birdsong|thunder|fire|crickets|noise|water|"
    r"sounds?|surf)"
)
_PLAYED = LazyPattern(
    rf"\b{_NATURE}\b.*\b(?:plays?|playing|begins?|starts?|stops?|ends?|continues?|rises?|swells?|loops?|crackles?|"
    rf"crackling|"
    rf"chirping|crashing|in the background|up|down|off|on)\b|^(?:the )?(?:soft |gentle |distant |quiet |"
    rf"faint )?sounds? of .*\b{_NATURE}\b"
    rf"|^(?:(?:soft|gentle|distant|quiet|light|calm|slow|faint|crashing|falling|flowing|the|of|and|nature|night|"
    rf"bird) )*(?:{_NATURE} ?)+$"
)
_YOU = LazyPattern(
    r"\b(?:you(?:rs|rself|'re|'ll|'d|'ve)?|your(?! (?:voice|volume|tone|pace|clients?|group|participants?)))\b|"
    r"\b(?:we|us|our|let's|my|i)\b"
)
_ENDING = LazyPattern(r"\b(?:out|off|stops?|ends?|down|fades? away|quiet(?:er)?)\b")
_SCAPES = (
    (re.compile(r"\brain|thunder"), "rain"),
    (re.compile(r"\b(?:river|stream|brook|creek|water)\b"), "stream"),
    (re.compile(r"\b(?:wind|forest|trees?|leaves|birds?|birdsong)\b"), "wind"),
    (re.compile(r"\b(?:fire|crackl\w*)\b"), "fire"),
    (re.compile(r"\b(?:night|crickets)\b"), "crickets"),
    (re.compile(r"\b(?:drone|music|piano|ambient|flute|singing|harp)\b"), "drone"),
)


def direction_of(text: str, language: str = "") -> Direction | None:
    """Return which direction an aside is; None where its words may be for the listener.

    Args:
        text: what stands in its brackets.
        language: of the document; empty where it is not known.
    """
    lowered = _lowered(text)
    found = _in_english(lowered)
    if found is None and not language.startswith("en"):
        languages = (language[:2],) if language[:2] in FOREIGN_LANGUAGES else FOREIGN_LANGUAGES if not language else ()
        read = (_in_english(in_english(lowered, each)) for each in languages)
        found = next(filter(None, read), None)
    return found


def _lowered(text: str) -> str:
    return " ".join(text[:_LOOKED_AT].lower().split()).strip(" .!:…")


def is_sure(text: str) -> bool:
    """Tell whether words that stand in emphasis, or bare, are a direction: “Speak slowly.”, “End of script”."""
    lowered = _lowered(text)
    if to_listener(lowered):
        return False
    return bool(
        _DELIVERY_SURE.search(lowered)
        or (_NOUNS.search(lowered) and _TO_THE_READER.fullmatch(lowered))
        or _CONDITION.fullmatch(lowered)
        or re.match(rf"(?:the )?(?:{_READER}) [a-z]+s\b", lowered)
        or re.match(r"(?:the )?(?:end|start|beginning) of\b|notes? ?[:–—-]", lowered)
    )


def says_for_whom(text: str, *, firm: bool) -> bool:
    """Tell whether an aside says for whom, or when, the words behind it are said: “IF GROUP”.

    Args:
        text: what stands in its brackets.
        firm: whether it has to say so clearly, as in parentheses that may be spoken.
    """
    return bool(_FOR_WHOM.fullmatch(text.rstrip(" :"))) and (
        not firm or text.isupper() or bool(_SURELY_FOR_WHOM.search(text))
    )


def is_about_delivery(text: str) -> bool:
    """Tell whether words are for sure about how something is said: “lower the tempo of your voice”."""
    return bool(_VOICE_OF_READER.search(_lowered(text)))


def is_perhaps_for_reader(text: str) -> bool:
    """Tell whether words in brackets are more likely for whoever reads than for the listener: “energetic”."""
    lowered = _lowered(text)
    return bool(_PERHAPS_OF_READER.search(lowered) or _LABEL_OF_COMMAND.fullmatch(lowered)) and not to_listener(lowered)


def words_of_command(text: str) -> str:
    """Return the words behind a label such as “embedded command:”, which are said; empty without one."""
    labelled = _LABEL_OF_COMMAND.fullmatch(text[:_LOOKED_AT])
    return labelled["words"] if labelled else ""


def to_listener(text: str, language: str = "") -> bool:
    """Tell whether an aside speaks to somebody."""
    lowered = text[:_LOOKED_AT].lower()
    if _YOU.search(lowered):
        return True
    languages = (language[:2],) if language[:2] in FOREIGN_LANGUAGES else () if language else FOREIGN_LANGUAGES
    return any("you" in in_english(lowered, each).split() for each in languages)


def sound_choices(text: str, note: str) -> tuple[str, ...]:
    """Return the choices for a direction about music or sounds; the likeliest first."""
    lowered = text.lower()
    scape = next((name for pattern, name in _SCAPES if pattern.search(lowered)), "ocean")
    on, off = f"[soundscape {scape}]", "[soundscape off]"
    first = (off, on) if _ENDING.search(lowered) else (on, off)
    return (*first, f"> {note}", note, NOTHING)


def _in_english(lowered: str) -> Direction | None:
    sounds = _MUSIC.search(lowered) or _PLAYED.search(lowered)
    if sounds and (not to_listener(lowered) or re.search(r"\bmusic\b|\bfad", lowered)):
        return Direction.SOUND
    if _LABELLED.match(lowered) or _LISTENER.search(lowered):
        return Direction.NOTE
    if to_listener(lowered):
        return None
    words = set(re.findall(r"[\w'-]+", lowered))
    if words and words & _DELIVERY and words <= _DELIVERY | _WITH_DELIVERY:
        return Direction.NOTE if _DELIVERY_SURE.search(lowered) else Direction.PERHAPS
    if _CONDITION.fullmatch(lowered) or _TO_THE_READER.fullmatch(lowered) or _DELIVERY_SURE.search(lowered):
        return Direction.NOTE
    return Direction.NOTE if _NOUNS.search(lowered) else None
