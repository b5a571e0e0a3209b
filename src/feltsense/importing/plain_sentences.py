"""Lines and sentences that no sign sets off: silences, lengths, bells and sounds among what is said."""

import re
from collections.abc import Iterator
from dataclasses import replace

from feltsense.importing.bells import written_bell
from feltsense.importing.meanings import DirectionKind, InlineContext, Meaning, Position, valid_cue
from feltsense.importing.silence_words import WrittenSilence, joined_letters, written_silence
from feltsense.importing.stage_directions import sound_choices, to_listener
from feltsense.importing.written_cues import (
    PAUSE_FIRST,
    SAYS_PAUSE,
    TAKES_BREATHS,
    TIME_NAMED,
    cues_of,
    how_long,
    said_or_heard,
    said_or_silent,
)
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.model import Silence
from feltsense.script.questions import NOTHING
from feltsense.script.sentences import sentences
from feltsense.script.suggestions import TIME_OF_DAY

BACKGROUND = "Is this a background?"

_END_OF_SCRIPT = LazyPattern(
    r"[-–—*=~ ]*(?:the )?end of (?:the |this )?(?:script|recording|meditation|practice|exercise|session|transcript|"
    r"audio|"
    r"guided \w+)[-–—*=~. ]*",
    re.IGNORECASE,
)
_SOUND_LINE = LazyPattern(
    r"(?:sfx|fx|music|sound(?: effects?)?|audio|background(?: music| sound)?)\s*[:–—-]\s*.+"
    r"|(?:\w+ ){0,3}music (?:fades?|plays?|begins?|starts?|stops?|ends?|continues?|fading|playing)\b[\w ]{0,30}[.!]?",
    re.IGNORECASE,
)
_LONG_MS = 120_000
_BARE = frozenset("pause pauses silence a an short long very brief here now for moment quick longer little the".split())  # noqa: SIM905 - a list of words reads best as words
_AWHILE = frozenset(("while", "moment", "bit"))
_TELLS_OF_BELL = LazyPattern(
    r"(?:an?|the|an?other|one|der|die|das|ein|eine|el|la|los|las|un|una|le|les|une|il|lo|uno|o|os|uma?|de|het|een) "
    r"\w+ \w[\w ]*[.!]|(?=[\w ]{2,30},[^.!?]{2,60}[.!?…])[\w ,]*\b(?P<verb>ring|sound|toll|chime|ding|strike)\b"
    r"[\w ,]*\b(?P=verb)\b[\w ,]*[.!?…]?",
    re.IGNORECASE,
)
"""Sentences that tell of a bell, or speak to one."""
_TELLS = frozenset(("we", "us", "it", "this", "is"))
"""Words of sentences about a time, or that somebody hears."""
_LENGTH_FIRST = LazyPattern(
    r"(?P<length>(?:ca\.? |about |~)?\d{1,3}(?: ?[-–] ?\d{1,3})? ?(?:s|sec|sek|secs|seconds?|min|mins|minutes?)\.?)"
    r"(?: ?: ?| [-–—] )(?P<words>[^\W\d_].{2,400})",
    re.IGNORECASE,
)
"""A length as a label before words: “15 sec: Notice your soles.”"""
_MANY = LazyPattern(r"\d{3}")
_SPOKEN_FIRST = LazyPattern(r"(?:take|let|just|simply|and|then|now|for|here|quietly|in|gently)\b", re.IGNORECASE)
"""How sentences begin that are said more likely than not."""
_NO_SILENCE = LazyPattern(rf"{TAKES_BREATHS.pattern}|\b(?:counts|beats)\b", re.IGNORECASE)
"""What a sentence without brackets asks the listener for."""
SEVERAL_SENTENCES = LazyPattern(r"[.!?…]\s+\S|[\[\](){}<>]")
"""More than a sentence, or other asides in it."""


def timed_sentence(sentence: str, context: InlineContext, *, answers: bool = False) -> Meaning | None:
    """Return what a sentence means that asks for a time between others: “Wait 10 seconds.”; None where it is speech.

    Args:
        sentence: with its end.
        context: of the document.
        answers: whether a question stands before it.
    """
    plain = joined_letters(sentence)
    silence = written_silence(plain, context.language)
    if silence is None or _TELLS & set(silence.words):
        return None
    if not silence.named:
        return length_alone(plain, context, sure=not answers)
    if _NO_SILENCE.search(plain) or (silence.listener and _SPOKEN_FIRST.match(plain)):
        return None
    pauses = SAYS_PAUSE.match(plain) is not None and not plain.lower().startswith("wait")
    named = pauses or (silence.timed and silence.is_noun and _has_digits(plain))
    if silence.timed and not named:
        asks = silence.is_noun or (silence.asks and not _takes_breaths(silence))
        return said_or_silent(plain, silence, said_first=silence.listener, spoken=True) if asks else None
    return cues_of(plain, context) if named and (silence.timed or set(silence.words) <= _BARE - {"moment"}) else None


def length_alone(plain: str, context: InlineContext, *, sure: bool) -> Meaning | None:
    """Return what a length among sentences means, “30 seconds.”; None where it is more than that, or no length.

    Args:
        plain: the length.
        context: of the document.
        sure: whether nothing tells that it is said.
    """
    silence = written_silence(plain, context.language)
    if silence is None or not silence.timed or silence.named or silence.listener:
        return None
    digits = _has_digits(plain)
    if "breath" in silence.told and (not digits or _MANY.search(plain)):
        return None
    found = cues_or_length(plain, context)
    if found and found.kind is DirectionKind.QUESTION:
        return replace(found, spoken=plain, choices=(*found.choices[:-1], plain))
    if found and sure and digits and "breath" not in silence.told:
        return found
    return said_or_silent(plain, silence, said_first=False, spoken=True)


def bare_line(plain: str, position: Position, context: InlineContext) -> Meaning | None:
    """Return what a line means that is not set off by any sign."""
    if _END_OF_SCRIPT.fullmatch(plain):
        return Meaning(DirectionKind.NOTE)
    if _SOUND_LINE.fullmatch(plain) and not to_listener(plain, context.language):
        rest = plain.partition(":")[2] or plain
        return cues_of(rest, context) if written_bell(rest, context.language) else background(plain, position)
    clock = SAYS_PAUSE.match(plain) and TIME_OF_DAY.search(plain.lower())
    labelled = how_long(plain) if clock else _length_first(plain, context)
    if labelled:
        return labelled
    several = SEVERAL_SENTENCES.search(plain) is not None
    if (several and not SAYS_PAUSE.match(plain)) or _NO_SILENCE.search(plain):
        return None
    if several and any(_takes_breaths(each) for each in _silences(plain, context)):
        return None
    silence = written_silence(plain, context.language)
    return (
        _lone_silence(plain, silence, context) if silence else _told_of_bell(plain, context) or cues_of(plain, context)
    )


def _length_first(plain: str, context: InlineContext) -> Meaning | None:
    """Return the question about a length before words: a silence behind them, or their name; None for others."""
    match = _LENGTH_FIRST.fullmatch(plain)
    silence = written_silence(match["length"], context.language) if match else None
    if match is None or silence is None or not silence.timed:
        return None
    words = f"{match['words'][0].upper()}{match['words'][1:]}"
    choices = (f"{words} [{silence.cue}]", words, plain)
    return Meaning(DirectionKind.QUESTION, spoken=plain, question=TIME_NAMED, choices=choices)


def _silences(plain: str, context: InlineContext) -> Iterator[WrittenSilence]:
    """Yield the silences that the sentences of a line are."""
    for start, end in sentences(plain):
        silence = written_silence(plain[start:end], context.language)
        if silence:
            yield silence


def _has_digits(plain: str) -> bool:
    return any(map(str.isdigit, plain))


def _takes_breaths(silence: WrittenSilence) -> bool:
    """Tell whether the listener is asked for breaths, in any language: “Fai tre respiri.”."""
    return "breath" in silence.told and "take" in silence.words


def _lone_silence(plain: str, silence: WrittenSilence, context: InlineContext) -> Meaning | None:
    """Return what a line means that is a silence in words."""
    words = set(silence.words)
    if _takes_breaths(silence):
        return None
    if silence.timed and (silence.listener or _TELLS & words):
        return None if "is" in words else said_or_silent(plain, silence, said_first=True, spoken=True)
    if silence.timed and not silence.named and "breath" in silence.told and plain.endswith("."):
        return said_or_silent(plain, silence, said_first=True, spoken=True)
    if silence.timed or (SAYS_PAUSE.search(plain) and words <= _BARE):
        return cues_of(plain, context)
    asks = (
        PAUSE_FIRST.match(plain)
        and "wait" not in words
        and _AWHILE & words
        and not _TELLS & words
        and not SEVERAL_SENTENCES.search(plain)
    )
    return said_or_silent(plain, silence, said_first=False, spoken=True) if asks else None


def _told_of_bell(plain: str, context: InlineContext) -> Meaning | None:
    """Return the question about a sentence that tells of a bell: “The bell rings.”."""
    bell = written_bell(plain, context.language) if _TELLS_OF_BELL.fullmatch(plain) else None
    return said_or_heard(plain, bell) if bell else None


def cues_or_length(plain: str, context: InlineContext) -> Meaning | None:
    """Return the cues that brackets are; minutes without a word for silence may be what a part lasts, and are asked."""
    found = cues_of(plain, context)
    silence = written_silence(plain, context.language) if found and len(found.cues) == 1 else None
    if silence and silence.holds_breath:
        return said_or_silent(f"{plain[:1].upper()}{plain[1:]}", silence, said_first=True, spoken=False)
    if silence is None or silence.named or not silence.timed:
        return found
    cue = valid_cue(silence.cue)
    if not isinstance(cue, Silence) or cue.base < _LONG_MS:
        return found
    choices = (f"> {plain}", f"[{silence.cue}]", NOTHING)
    question = "Is this how long a part lasts, or a silence?"
    return Meaning(DirectionKind.QUESTION, question=question, choices=choices)


def background(plain: str, position: Position) -> Meaning:
    """Return the question about a direction of music or sounds."""
    spoken = plain if position is Position.INSIDE else ""
    choices = sound_choices(plain, plain)
    return Meaning(DirectionKind.QUESTION, spoken=spoken, question=BACKGROUND, choices=choices)
