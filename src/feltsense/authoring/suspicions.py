"""What makes a spoken text look as if it were not meant to be heard: brackets, labels, addresses, capitals, signs.

Nothing here is an error. A text that is spoken on purpose may look so too; whoever wrote it looks, and knows.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from feltsense.importing.pieces import ADDRESS
from feltsense.importing.structure import vocabulary
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import quoted


class SuspicionKind(StrEnum):
    """What is strange in a text."""

    QUESTION = "question"
    BLANK = "blank"
    DIRECTION = "direction"
    LABEL = "label"
    BRACKETS = "brackets"
    ADDRESS = "address"
    DIGITS = "digits"
    CAPITALS = "capitals"
    SIGN = "sign"
    MARKUP = "markup"
    LANGUAGE = "language"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One reason to look at a text before it is spoken."""

    kind: SuspicionKind
    reason: str
    """In few plain words."""
    mend: str
    """What to write instead."""
    spare: str = ""
    """What can be taken out of the text's beginning, where that mends it."""


MOST_WORDS = 45
"""A sentence of more words is a paragraph that lost its full stops."""

_NOTE = "begin the line with > to make it a note"
_ROLES = rf"(?:{vocabulary.GUIDE}|{vocabulary.CLIENT}|group|all|leitung)"
_SAID_TOO = r"(?:for|no|but|ton|sounds?|words|space|room|place|focus|intent(?:ion)?)"
"""Of the words below, those that may as well begin what is said: “Sounds: near ones, and far ones.”"""
_ABOUT_THE_TEXT = (
    rf"(?!{_SAID_TOO} ?:)(?:{vocabulary.NOTE}|{vocabulary.TITLE_KEYS}|{vocabulary.AUTHOR_KEYS}"
    rf"|{vocabulary.SUMMARY_KEYS}|{vocabulary.LANGUAGE_KEYS}|{vocabulary.LENGTH_KEYS}|{vocabulary.TAG_KEYS}|{vocabulary.CREDIT_KEYS}"
    rf"|{vocabulary.CAUTION_KEYS}|{vocabulary.NOTE_KEYS}|{vocabulary.PART}|{vocabulary.SCRIPT}|directions?|subtitle"
    r"|posted(?: on)?|audio|page|day|track|read(?: aloud)?|optional|references?)"
)
_INITIALS = r"(?-i:(?!OK|NO|SO|O[HM]|AH)[A-Z]{1,2}\d?)"
_LABEL = LazyPattern(
    rf"[\"“'(\[*]{{0,2}}(?:{_ROLES}(?: ?#?\d{{1,2}})?|{_ABOUT_THE_TEXT}(?: ?#?\d{{1,3}})?|{_INITIALS})"
    r"[)\]*]{0,2} ?:(?: +|$)",
    re.IGNORECASE,
)
"""A role, what is said about the text, or somebody's initials."""
_LONE_DIRECTION = LazyPattern(
    r"\W*+(?:(?:a|the|ring|rings|long|longer|short|brief|soft) )*(?:pause|silence|quiet|bell|gong|chime|music)"
    r"(?: (?:here|fades?|starts?|ends?|rings?|in|out))*\W*",
    re.IGNORECASE,
)
_CUES_BY_NAME = (("music", "[soundscape drone]"), ("bell", "[bell]"), ("chime", "[bell]"), ("gong", "[bell low]"))
_TO_FILL_IN = LazyPattern(
    r"\b(?:insert|fill in)\b[^.!?]{0,40}\bhere\b"
    r"|\b(?:add|put|say|use)\b[^.!?]{0,40}\b(?:names?|pronouns?|titles?) here\b"
    r"|(?-i:(?<=[a-z,] )NAME(?=[,.!?]))|\b(?-i:TODO|TBD|XXX)\b|\btodo:|\blorem ipsum\b"
    r"|_{3,}|\.{8,}|\bfirst name here\b",
    re.IGNORECASE,
)
_LIST_LETTER = LazyPattern(r"[\"“(]?(?:[a-hA-H]|[ivx]{1,4}|\d{1,2})\) ")
_TIME_CODE = LazyPattern(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?=\s|$|[-–—])")
_BRACKETS = LazyPattern(r"[\[\]{}<>]|[()]")
_ASIDE = LazyPattern(r"\(([^()]*)\)")
_TO_THE_LISTENER = LazyPattern(
    r"(?:or|and|if|as|even|perhaps|maybe|like|such as|for example|that|which|whether|just|not|no|but|with|without|at|in"
    r"|on)\b(?!.*\b(?:voice|pace|tone|music|silence|pauses?|slow|slowly|soft|softly|quiet|quietly|warm|warmly|bells?|gong"
    r"|seconds?|secs?|minutes?|mins?|repeat|whisper\w*|read|clients?|group|participants?|listeners?|therapist)\b)"
    r"|(?!(?:speak|read|dim|ring|play|pause|adapt|adjust|modify|remind|invite)\b)"
    r".*\b(?:you|your|yours|yourself|i|me|my|we|us|our)\b",
    re.IGNORECASE,
)
"""Words in parentheses that go on with the sentence or speak to the listener, and are not about how to say it."""
_ADDRESS = LazyPattern(
    rf"{ADDRESS.pattern}"
    r"|\b[a-z0-9-]{2,63}\.(?:com|org|net|edu|gov|info|io|app|co\.uk|org\.uk|ac\.uk|ca|au|de|fr|es|it|nl|eu)\b(?:/\S*)?",
    re.IGNORECASE,
)
_FILE = LazyPattern(
    r"\b[\w()-]{1,60}\.(?:mp3|mp4|m4a|wav|ogg|flac|aiff?|docx?|odt|rtf|pdf|txt|md|html?|pptx?|xlsx?|csv|jpe?g|png|gif|srt"
    r"|vtt|json|ya?ml)\b",
    re.IGNORECASE,
)
_DIGITS = LazyPattern(r"\d{5,}|\+?\d(?:[ ().-]{0,2}\d){6,}")
_THOUSANDS = LazyPattern(r"(?<![\d.,])\d{1,3}(?:(?P<point>[.,  ])\d{3}(?:(?P=point)\d{3})*)(?![\d.,]\d)")
_CAPITALS = LazyPattern(r"\b[A-ZÀ-ÖØ-Þ]{2,}(?:['’][A-Z]+)?(?:[ -]+(?:[A-ZÀ-ÖØ-Þ]{2,}|[AI])\b)+|\b[A-ZÀ-ÖØ-Þ]{4,}\b")
_SIGNS = LazyPattern(r"[/@#|~^\\_]|(?<=\w) ?& ?(?=[a-z#]{2,8};)")
"""What a voice may call by its name, or pass over, where the readings of the language left it."""
_SIGN_NAMES = {"/": "slash", "@": "at", "\\": "backslash"}
_ENTITY = LazyPattern(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
_MARKUP = LazyPattern(r"\]\(|!\[|\[\^|^#{1,6}\S|^\s*\||\|\s*$|^[=~+-]{3,}|[=~+-]{3,}$|\*\*|__|~~|<!|-->")


def suspicions(text: str, read: str = "") -> Iterator[Suspicion]:
    """Yield what is strange in a text that is to be spoken, each kind once, without looking at what is around it.

    Args:
        text: as it is written.
        read: as a voice is given it: numbers and signs that stand in words there are read well. Empty: as written.
    """
    label = _label(text)
    if label:
        yield label
        text = text.removeprefix(label.spare)
    direction = _direction(text)
    if direction:
        yield direction
        return
    for look in _LOOKS:
        found = look(text)
        if found is not None:
            yield found
    yield from filter(None, (_digits(read or text), _sign_or_markup(text, read or text), _long(text)))


def label_of(text: str) -> str:
    """Return the label of one or two words that a text begins with (“Maria: ”), whatever it is; empty for none."""
    label = re.match(r"[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20})?(?: ?\d)?: (?=\S)", text)
    return label[0] if label else ""


def named_label(label: str) -> Suspicion:
    """Return what to tell of a label that begins a text, with its colon."""
    name = label.strip().rstrip(":").strip(" *()[]“\"'")
    return Suspicion(SuspicionKind.LABEL, f"“{quoted(name)}:” is a label, and spoken", "take it out", label)


def _label(text: str) -> Suspicion | None:
    label = _LABEL.match(text)
    return named_label(label[0]) if label else _before_a_text(text)


def _direction(text: str) -> Suspicion | None:
    if _LONE_DIRECTION.fullmatch(text) is None:
        return None
    meant = next((cue for name, cue in _CUES_BY_NAME if name in text.lower()), "[pause 10s]")
    return Suspicion(SuspicionKind.DIRECTION, "reads like a direction", f"{meant}, or {_NOTE}")


def _before_a_text(text: str) -> Suspicion | None:
    """Tell of a time or a list's letter that stands before a text."""
    before = _TIME_CODE.match(text)
    if before:
        return Suspicion(SuspicionKind.LABEL, f"“{before[0]}” is a time, and spoken", "take it out", before[0])
    before = _LIST_LETTER.match(text)
    if before:
        return Suspicion(
            SuspicionKind.LABEL, f"“{before[0].strip()}” counts a list, and is spoken", "take it out", before[0]
        )
    return None


def _to_fill_in(text: str) -> Suspicion | None:
    found = _TO_FILL_IN.search(text)
    if found is None:
        return None
    return Suspicion(
        SuspicionKind.BLANK, f"“{quoted(found[0], 30)}”: something is to be filled in", "what belongs there"
    )


def _brackets(text: str) -> Suspicion | None:
    if _BRACKETS.search(text) is None:
        return None
    inner = next((aside[1] for aside in _ASIDE.finditer(text) if not _TO_THE_LISTENER.match(aside[1].strip())), "")
    if not inner and _BRACKETS.search(_ASIDE.sub(" ", text)) is None:
        return None
    what = f"“({quoted(inner, 30)})” is spoken" if inner else "a bracket is left"
    return Suspicion(SuspicionKind.BRACKETS, what, "a cue stands in [ ], as in [pause 10s]; a note behind >")


def _address(text: str) -> Suspicion | None:
    found = _ADDRESS.search(text)
    if found:
        return Suspicion(SuspicionKind.ADDRESS, f"an address is spoken: {quoted(found[0], 30)}", _NOTE)
    file = _FILE.search(text)
    if file:
        return Suspicion(
            SuspicionKind.ADDRESS, f"a file's name is spoken: {quoted(file[0], 30)}", f"[play …], or {_NOTE}"
        )
    return None


def _digits(text: str) -> Suspicion | None:
    found = _DIGITS.search(_THOUSANDS.sub("", text))
    if found is None:
        return None
    return Suspicion(
        SuspicionKind.DIGITS, f"a long number: {quoted(found[0], 30)}", "hear how it is said, or write it in words"
    )


def _capitals(text: str) -> Suspicion | None:
    found = _CAPITALS.search(text)
    if found is None:
        return None
    if text.isupper():
        return Suspicion(
            SuspicionKind.CAPITALS, "all in capitals", "## before it makes it a heading; else small letters"
        )
    return Suspicion(
        SuspicionKind.CAPITALS, f"“{quoted(found[0], 30)}” in capitals", "small letters, or hear how it is said"
    )


def _sign_or_markup(text: str, read: str) -> Suspicion | None:
    return _markup(text) or _sign(text, read)


def _sign(text: str, read: str) -> Suspicion | None:
    entity = _ENTITY.search(text)
    if entity:
        return Suspicion(SuspicionKind.SIGN, f"“{entity[0]}” is spoken", "the sign that is meant")
    found = _SIGNS.search(_FILE.sub(" ", _ADDRESS.sub(" ", read)))
    if found is None:
        return None
    sign = found[0].strip()
    name = f", as “{_SIGN_NAMES[sign]}”" if sign in _SIGN_NAMES else ""
    return Suspicion(SuspicionKind.SIGN, f"“{sign}” may be spoken{name}", "a word in its place")


def _markup(text: str) -> Suspicion | None:
    found = _MARKUP.search(text)
    return (
        Suspicion(SuspicionKind.MARKUP, f"“{found[0].strip()}” is left of Markdown", "take it out") if found else None
    )


def _long(text: str) -> Suspicion | None:
    words = len(text.split())
    if words <= MOST_WORDS:
        return None
    return Suspicion(SuspicionKind.LONG, f"{words} words in one sentence", "full stops, and pauses between them")


_LOOKS: tuple[Callable[[str], Suspicion | None], ...] = (
    _to_fill_in,
    _brackets,
    _address,
    _capitals,
)
