"""What stands in brackets for a program, or of who wrote down a recording: no words, wherever it stands."""

import re

from feltsense.importing.meanings import DirectionKind, Meaning
from feltsense.importing.placeholders import asked, unheard
from feltsense.script.lazy_pattern import LazyPattern

_FOOTNOTE = LazyPattern(r"\^[\w-]{1,40}")
"""In Markdown, where its words stand elsewhere."""
_FORUM_MARK = LazyPattern(
    r"/(?:b|i|u|s|center|size|color|font|quote|url|img|list)|(?:b|i|u|center|list)|(?:size|color|font|url|quote)=[^\[\]]{1,80}",
    re.IGNORECASE,
)
_VOICE_TAG = LazyPattern(
    r"(?:very |more )?(?:warm|calm|gentle|soft|tender|serene|soothing|reassuring|hushed|thoughtful|curious|whispers?|"
    r"whispering|sighs?|smiles?|smiling|laughs?|chuckles?)(?:ly)?(?: (?:tone|voice))?",
    re.IGNORECASE,
)
"""How a speech engine is told to sound, in square brackets: “[warm]”, “[whispers]”."""
_REFERS = LazyPattern(
    r"\(?(?:see|cf\.?|siehe|vgl\.?|ver|véase|voir|vedi|zie) (?:also |auch )?(?:the )?(?:fig(?:ure|ura|uur)?|"
    r"table|page|p{1,2}|picture|photo|diagram|appendix|chapter|abb(?:ildung)?|seite|s|página|pág|"
    r"pagina|pag|blz|kapitel)\b\.? ?[\dA-Z][\d.,–-]{0,8}",
    re.IGNORECASE,
)
"""Where something else is to be found."""
_NOISE = LazyPattern(
    r"(?:(?:softly|gently|quietly|warmly) )?(?:laughs|chuckles|sighs|coughs|smiles|giggles|yawns|"
    r"clears (?:her |his |their )?throat|lacht|seufzt|lächelt|räuspert sich|"
    r"rires?|rit|sourit|soupire|risas?|sonríe|suspira|ride|sorride|sospira)",
    re.IGNORECASE,
)
"""What is heard of somebody who speaks."""
_AT = r"(?:[ ,:@–—-]*(?:at )?\d{1,3}:\d{2}(?::\d{2})?)?"
_UNHEARD = LazyPattern(
    r"(?:(?:inaudible|unclear|unintelligible|indistinct|unverständlich|unhörbar|ininteligible|inaudibile|"
    r"incomprensibile|incompréhensible|inaudível|onverstaanbaar)(?: (?:words?|speech|section|wort|mot))?|"
    rf"(?:word|words) (?:unclear|missing)|\?{{1,5}}){_AT}",
    re.IGNORECASE,
)
"""What a transcript has in place of words that its writer did not hear, with the time."""
_OF_RECORDING = LazyPattern(
    r"(?:(?:background )?(?:noise|cross ?talk|laughter|applause|coughing|chatter|static)|ads?|(?:ad|sponsor|commercial|"
    r"mid[ -]?roll|pre[ -]?roll|post[ -]?roll|promo|station)(?: (?:ad|break|message|read|spot|slot|segment|id))?|"
    r"advert(?:s|isement)?|werbung|werbepause|publicidad|pausa publicitaria|publicité|coupure pub(?:licitaire)?|"
    rf"pubblicità|publicidade|reclame)(?: (?:starts|ends|here))?{_AT}(?: ?(?:s|secs?|seconds|min|minutes))?",
    re.IGNORECASE,
    needs=r"noise|talk|laugh|applau|cough|chatter|stati|\bads?(?![a-z])|\bad[ v]|spon|comm|roll|promo|werb|pub|rec",
)
"""What is heard in a recording besides its words, or put between them."""


def belongs_to_recording(inner: str) -> bool:
    """Tell whether brackets hold what a recording has besides its words: “[inaudible 0:45]”, “[ad break]”."""
    return bool(_UNHEARD.fullmatch(inner) or _OF_RECORDING.fullmatch(inner))


def said_of_recording(plain: str) -> Meaning:
    """Return what it means that a recording has besides its words: a note, or a question where words are missing."""
    return asked(unheard(plain)) if _UNHEARD.fullmatch(plain) else Meaning(DirectionKind.NOTE)


def mark_for_programs(plain: str) -> Meaning | None:
    """Return what brackets mean that are for a page or a voice: the number of a footnote, “[/b]”, “[warm]”."""
    if _FOOTNOTE.fullmatch(plain):
        return Meaning(DirectionKind.NOTHING, told="the number of a footnote")
    if _FORUM_MARK.fullmatch(plain):
        return Meaning(DirectionKind.NOTHING, told="a mark of a forum")
    if belongs_to_recording(plain):
        return said_of_recording(plain)
    return Meaning(DirectionKind.NOTE) if _VOICE_TAG.fullmatch(plain) else None


def remark(plain: str) -> Meaning | None:
    """Return what parentheses mean that are no words wherever they stand: “see Fig. 2”, “laughs”."""
    if _REFERS.fullmatch(plain):
        return Meaning(DirectionKind.NOTHING, told="where something else is to be found")
    return Meaning(DirectionKind.NOTE) if _NOISE.fullmatch(plain) else None
