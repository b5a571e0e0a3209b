"""Words that guide whoever listens, wherever they stand: “Feel your feet”, “Let your shoulders drop”."""

import math
import re
from collections.abc import Sequence
from itertools import islice

from feltsense.script.lazy_pattern import LazyPattern

_SOFTLY = (
    r"(?:(?:now|then|and|so|gently|slowly|softly|just|simply|perhaps|maybe|again|first|next|once more|if you like|"
    r"when you(?:'re| are) ready|sanft|langsam|jetzt|nun|ahora|suavemente|maintenant|doucement|ora|dolcemente|agora|"
    r"nu|rustig),?\s+){0,3}"
)
_ASKS = (
    r"(?:feel|notice|breathe|inhale|exhale|sense|soften|relax|imagine|picture|become aware|be (?:aware|gentle|patient|"
    r"kind|still)|let (?:your|the|it|them|yourself|go)\b|let's|allow (?:your|yourself|the (?:body|breath))|sit (?:down|"
    r"comfortably|quietly|up|back|in|on|with|here)|lie (?:down|back|on)|stand (?:tall|up|with)|welcome|"
    r"rest (?:here|your|in)|(?:close|open|lower) your eyes|(?:bring|place|rest|turn|direct|shift|move|drop|roll|"
    r"lift|press|put|scan) your|bring (?:attention|awareness|to mind)|(?:find|take|get into|settle into) (?:a|an|your) "
    r"[^.!?\n]{0,30}(?:position|posture|seat|place|breaths?)|settle in|stay with|listen to the|wiggle|stretch|"
    r"spüre?|spüren sie|fühle?|atme|atmen sie|lass|lassen sie|nimm|nehmen sie|schließe?|setz|setzen sie|stell dir|"
    r"siente|siéntate|respira|deja|nota|observa|cierra|inhala|exhala|imagina|lleva|"
    r"sentez|respirez|laissez|remarquez|fermez|asseyez|inspirez|imaginez|portez|"
    r"senti|respira|lascia|nota|chiudi|siediti|inspira|immagina|porta|"
    r"sinta|sente-se|respire|deixe|perceba|feche|inspire|imagine|leve|"
    r"voel|adem|laat|merk|sluit|ga (?:rustig )?(?:zitten|liggen)|stel je voor)\b"
)
_BEGINS = LazyPattern(rf"[\s\"'*_(-]{{0,6}}{_SOFTLY}{_ASKS}", re.IGNORECASE)
_AFTER_COMMA = LazyPattern(
    r"(?:if|when|as|with|while)\b[^.,!?\n]{2,80},\s+(?:let|allow|feel|notice|breathe|rest|soften|bring|sense)\b",
    re.IGNORECASE,
)
_OF_YOU = LazyPattern(
    r"\b(?:your|deine?[nmr]?|ihre?[nmr]?|tus?|vos|votre|tu[oae]i?|seus?|suas?|je|jouw)\s+(?:\w+\s){0,2}(?:breath\w*|"
    r"body|feet|foot|hands?|shoulders?|belly|chest|eyes|face|jaw|legs?|arms?|heart|spine|back|neck|atem|körper|füße|"
    r"hände|schultern|bauch|augen|pies|manos|cuerpo|respiración|ojos|hombros|pieds|mains|corps|souffle|yeux|piedi|mani|"
    r"corpo|respiro|occhi|pés|mãos|olhos|voeten|handen|lichaam|adem|ogen)\b|\bmy (?:right |left )?(?:arms?|legs?|"
    r"breath|body|heart|hands?|feet)\b",
    re.IGNORECASE,
)
_READERS = (
    r"\b(?:therapists?|facilitators?|instructors?|teachers?|counsell?ors?|practitioners?|clinicians?|narrators?|"
    r"readers?|trainers?|clients?|patients|the patient|participants?|attendees|students?|learners?|listeners?|audience|"
    r"group members|the group|scripts?|recordings?|handouts?|worksheets?|"
    r"your (?:voice|tone|pace|clients?|patients?|group|students?)|read (?:aloud|slowly|it|this)|"
    r"klient\w*|teilnehmer\w*|patient(?:en|in\w*)|stimme|pacientes?|participantes?|partecipanti|deelnemers?|"
    r"cliënt\w*)\b"
)
_TO_READER = LazyPattern(_READERS, re.IGNORECASE)
_ABOUT_IT = LazyPattern(
    rf"{_READERS}|\b(?:(?:this|the|these) (?:practices?|exercises?|meditations?|techniques?|sessions?|interventions?|"
    r"approach|audio|lesson|module|course|programme?)|research|stud(?:y|ies)|evidence|therapy|psychotherapy|treatment|"
    r"clinical|symptoms?|mindfulness|anxiety|(?:19|20)\d\d|https?://|www\.|übung|skript|ejercicio|"
    r"guion|guión|exercice|méditation|esercizio|meditazione|exercício|meditação|oefening)\b",
    re.IGNORECASE,
)
_SENTENCE = LazyPattern(r"[^.!?…\n]+")
_MOST_READ = 2000
"""Characters of a paragraph; more tell nothing new."""
_LEAST_SHARE = 0.1
_MOST_WANTED = 4
"""Paragraphs that guide; that is enough however many others there are."""


def guides(text: str) -> bool:
    """Tell whether `text` guides who listens, rather than whoever reads it to them."""
    asked = to_reader = 0
    for part in _SENTENCE.findall(text[:_MOST_READ]):
        if _TO_READER.search(part):
            to_reader += 1
        else:
            asked += begins_as_guidance(part) or bool(_AFTER_COMMA.match(part.lstrip()) or _OF_YOU.search(part))
    return asked > to_reader


def speaks_to_listeners(paragraphs: Sequence[str]) -> bool:
    """Tell whether some of the paragraphs guide who listens; few do in an article, a plan of a course or a manual."""
    wanted = min(_MOST_WANTED, math.ceil(_LEAST_SHARE * len(paragraphs)))
    return sum(1 for _ in islice(filter(guides, paragraphs), wanted)) == wanted


def begins_as_guidance(text: str) -> bool:
    """Tell whether `text` begins as guidance does: “notice your feet”."""
    return bool(_BEGINS.match(text))


def is_about_practice(text: str) -> bool:
    """Tell whether `text` is about a practice, or to whoever leads it."""
    return bool(_ABOUT_IT.search(text[:_MOST_READ]))
