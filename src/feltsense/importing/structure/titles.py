"""What titles and subtitles look like."""

import re

from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.headings import is_framed_heading, is_part_name
from feltsense.importing.structure.lead_ins import OTHER_SECTION
from feltsense.importing.structure.lengths import heading_length
from feltsense.importing.structure.manuscript import sentence_ends
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_LONGEST_TITLE = 80
SECTION_NAME = LazyPattern(rf"{vocabulary.SECTION}\s*:?", re.IGNORECASE)
OPENING_NAME = LazyPattern(rf"{vocabulary.OPENING}\s*:?", re.IGNORECASE)
"""What a first part is called, and no practice."""
_BREATH = LazyPattern(r"(?:(?:breathe )?(?:in|out)|inhale|exhale|hold)\s*:?", re.IGNORECASE)
NOT_IN_TITLES = LazyPattern(r"[\[\]<>♪]|^(?:int|ext)\. |\bpauses?\b|\.\.|…")
_PRACTICE_NOUN = (
    r"(?:practice|meditation|script|exercise|visuali[sz]ation|relaxation|session|body ?scan|imagery|yoga nidra|"
    r"hypnosis|"
    r"breathing space|relajación|visualización|entspannung|rilassamento|visualizzazione|relaxamento|visualização|"
    r"ontspanning|audio|transcript|journey|induction|übung|meditation|fantasiereise|traumreise|skript|anleitung|"
    r"práctica|meditación|ejercicio|guion|guión|pratique|méditation|exercice|esercizio|meditazione|pratica|prática|"
    r"meditação|exercício|oefening|meditatie)"
)
_REPEATED = LazyPattern(r"\s[x×] ?\d{1,2}$")
"""How often something is to be done: “Lift your arms. x3”."""
_REFERENCE = LazyPattern(r"(?<=\w) \((?:no\.? ?)?\d{3,7}\)$", re.IGNORECASE)
_SHEET = LazyPattern(
    rf"(?:{_PRACTICE_NOUN}|fiche|feuille|ficha|scheda|arbeitsblatt|handout|worksheet|werkblad)"
    r"(?: [^\W\d_]{3,20})?\s*",
    re.IGNORECASE,
)
"""What stands before the colon of a title, whose name may then begin in small letters."""
_BESIDE = LazyPattern(
    r"(?<![.!?…,;:]) \((?![^()]*\d+ (?:breath|time|count|sec|min))"
    r"(?:for|für|para|pour|per|voor|by|from|version|v\d|part|teil|parte|partie|deel|short|long|draft|"
    r"week|day|session|kurze?|lange?|corta|larga|courte|longue|breve)\b[^()]{0,60}\)$",
    re.IGNORECASE,
    needs=r"\)$",
)
"""What is told beside a title in parentheses."""
_NAMED_PRACTICE = LazyPattern(rf"\b{_PRACTICE_NOUN}s?\b", re.IGNORECASE)
SUBTITLE = LazyPattern(
    rf"(?:(?:a|an|the|your|our|eine?|una?|une|uma?|een|guided|"
    rf"geführte)\s+)?(?:[\w'’-]+,?\s+){{0,5}}{_PRACTICE_NOUN}s?(?:\s+(?:guiad[ao]|guidée?|guidat[ao]))?"
    r"(?:\s+(?:for|to|of|on|with|from|in|by|against|script|transcript|für|zum|zur|mit|para|con|de|del|pour|avec|"
    r"per|di|"
    r"voor|met|com)\b[^\n]{0,80})?",
    re.IGNORECASE,
)


def without_reference(title: str) -> str:
    """Return a title without the number of a leaflet behind it: “Feet (5883)”."""
    return _REFERENCE.sub("", title)


def names_a_practice(name: str) -> bool:
    """Tell whether a heading says that this is a practice, and which: “Evening meditation”, not “Meditation”."""
    return bool(_NAMED_PRACTICE.search(name)) and not (SECTION_NAME.fullmatch(name) or is_part_name(name))


def is_like_a_title(text: str, *, told: bool = False) -> bool:
    """Tell whether `text` may be a title: short, without an end, and no name of a section.

    Args:
        text: a line.
        told: whether what stands below it is about a whole practice, so that “Body scan” is one.
    """
    name, length = heading_length(without_reference(text))
    if not has_words(name) or len(name) > _LONGEST_TITLE or sentence_ends(name) or NOT_IN_TITLES.search(name.lower()):
        return False
    if (
        OPENING_NAME.fullmatch(name)
        or OTHER_SECTION.fullmatch(name)
        or _BREATH.fullmatch(name)
        or (SECTION_NAME.fullmatch(name) and not (length or told))
        or is_part_name(text)
        or is_framed_heading(text)
    ):
        return False
    words_of_somebody = name[:1] in '"“«' and name[-1:] not in '"”»'  # with their name behind
    if words_of_somebody or _REPEATED.search(name):
        return False
    if name[:1].islower() or name[-1:] in "-–—&+/" or re.match(r"\d{1,2}[.)]\s", name):  # a step is no title
        return False
    before, colon, after = name.partition(":")
    named = after.strip()[:1].isupper() or (bool(after.strip()) and _SHEET.fullmatch(before) is not None)
    if colon and not (before[:1].isupper() and named):
        return False
    name = _BESIDE.sub("", name)
    return "(" not in name or bool(SUBTITLE.fullmatch(name.replace("(", "").replace(")", "")))
