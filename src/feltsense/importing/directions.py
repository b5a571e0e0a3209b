"""What an aside means, by how it is set off and where it stands: cues, a note, a question, or speech.

Marks and remarks that are no words wherever they stand are in `remarks.py`, words of silences in `silence_words.py`, of
bells in `bells.py`, of directions in `stage_directions.py`, and what stands for spoken words in `placeholders.py`;
here they are put in order.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from feltsense.importing.bells import written_bell
from feltsense.importing.meanings import DirectionKind, Enclosure, InlineContext, Meaning, Position, valid_cue
from feltsense.importing.placeholders import alternatives, asked, blank, filled_in, optional_words, unheard
from feltsense.importing.plain_sentences import BACKGROUND, SEVERAL_SENTENCES, background, bare_line, cues_or_length
from feltsense.importing.remarks import belongs_to_recording, mark_for_programs, remark, said_of_recording
from feltsense.importing.silence_words import WrittenSilence, joined_letters, named_lengths, written_silence
from feltsense.importing.stage_directions import (
    Direction,
    direction_of,
    is_about_delivery,
    is_perhaps_for_reader,
    is_sure,
    says_for_whom,
    to_listener,
    words_of_command,
)
from feltsense.importing.written_cues import (
    ASKS_TO_WAIT,
    GIVES_TIME,
    PAUSE_FIRST,
    SAYS_PAUSE,
    TAKES_BREATHS,
    TIME_NAMED,
    cues_of,
    how_long,
    number_alone,
    pause_among_words,
    said_or_silent,
)
from feltsense.script.cues import End, Open
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import NOTHING
from feltsense.script.text import has_words
from feltsense.script.variants import canonical

OPTIONAL = "These words are optional: are they said?"
_UNKNOWN = "Is this said, a note, or left out?"
_NAMES = LazyPattern(
    r"(?:an?|the|your|their|his|her|some|any|my|one|eine?[nrms]?|der|die|das|dein\w*|el|la|los|las|una?|tu|le|les|une|"
    r"votre|ton|il|lo|uno|o|uma?|seu|sua|een|de|het|je)\s|"
    r"some(?:one|body|thing|where)\b|who(?:ever)?\b|jemand\w{0,2}\b|etwas\b|algui?en\b|algo\b|quelqu[e'’]|qual(?:cuno|"
    r"cosa)\b|alguém\b|iemand\b",
    re.IGNORECASE,
)
"""How somebody or something is named."""

_CLOCK = LazyPattern(r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?")
_SHORT_NUMBER = LazyPattern(r":?\d{1,2}(?:\.\d{1,2})?(?: ?[-–—] ?\d{1,3})?")
_DOTS = LazyPattern(r"[.…\s]*[.…][.…\s]*")
_PAUSE_ALONE = frozenset(
    "pause pausa pauze kurze lange longue courte corta breve larga longa curta lunga korte".split()  # noqa: SIM905 - as above
)
_AFTER_A_TIME = LazyPattern(
    r"\b(?:after|nach|después de|tras|après|dopo|depois de|após|na) (?:about |ca\.? |etwa )?(?:\d|an? |half|one|"
    r"two|three|five|ten|thirty)|[,;:–—-] ?\d{1,3} ?(?:s|se[ckg]\w*|min\w*)\.?$",
    re.IGNORECASE,
)
"""A direction that is to be followed when a time is over."""
_PERHAPS_SILENT = LazyPattern(
    r"(?:and )?(?:p|rest|breath|breathe|hold|still|settle|inhale|exhale|stay|sit|in|out|breathe (?:in|out)|"
    r"in breath|out breath|"
    r"again|release|relax|linger|neem (?:rustig )?de tijd|pren(?:ez|ds) le temps)[.!…]*",
    re.IGNORECASE,
)
"""Single words that are as likely a time for doing so."""


@lru_cache(maxsize=1024)  # the same few asides stand in a script again and again
def meaning_of(inner: str, enclosure: Enclosure, position: Position, context: InlineContext) -> Meaning | None:
    """Return what an aside means; None where it is spoken as it stands.

    Args:
        inner: what stands in it, without its brackets or marks.
        enclosure: how it is set off.
        position: where it stands.
        context: of the document.
    """
    return _BY_ENCLOSURE[enclosure](joined_letters(inner), position, context)


def bracket_meaning(inner: str) -> Meaning:
    """Return what `[inner]` means on a line of its own."""
    return _in_brackets(" ".join(inner.split()), Position.LINE, InlineContext())


def parenthesis_meaning(inner: str, *, apart: bool) -> Meaning | None:
    """Return what `(inner)` means; None when it is spoken.

    Args:
        inner: what stands in the parentheses.
        apart: whether they stand between sentences, not inside one.
    """
    return meaning_of(inner, Enclosure.ROUND, Position.APART if apart else Position.INSIDE, InlineContext())


def pause_cue(text: str) -> str | None:
    """Return the cue's text for a pause that is written as `text`, alone; None when it is none."""
    silence = written_silence(text)
    return silence.cue if silence else None


def _in_brackets(plain: str, position: Position, context: InlineContext) -> Meaning:
    own = valid_cue(plain)
    pause = canonical(plain)
    if own is not None and not (pause and pause != plain.lower()):
        return Meaning(DirectionKind.BLOCK if isinstance(own, Open | End) else DirectionKind.CUE, (plain,))
    if not has_words(plain):
        hole = blank(plain) if "_" in plain else unheard(plain) if "?" in plain else None
        return asked(hole) if hole else _without_words(plain, position)
    if _CLOCK.fullmatch(plain):
        return Meaning(DirectionKind.TIME)
    found = (
        mark_for_programs(plain)
        or number_alone(plain, position, context)
        or cues_or_length(plain, context)
        or _stands_for(plain, position)
    )
    found = found or _direction(plain, position, context) or _unknown(plain, position)
    return replace(found, spoken="") if found.question == BACKGROUND else found  # no voice says “[Music]”


def _in_angles(plain: str, position: Position, context: InlineContext) -> Meaning:
    """Return what `<…>` means: as in brackets, but who or what is named there is to be filled in, “<a friend>”."""
    found = _in_brackets(plain, position, context)
    if found.question != _UNKNOWN or not _NAMES.match(plain):
        return found
    hole = asked(filled_in(plain))
    return replace(hole, spoken="") if position is Position.LINE else hole


def _in_parentheses(plain: str, position: Position, context: InlineContext) -> Meaning | None:
    if not has_words(plain):
        return _without_words(plain, position) if _DOTS.fullmatch(plain) else None
    if position is Position.INSIDE:
        return remark(plain) or _inside_parentheses(plain, context)
    if _CLOCK.fullmatch(plain):
        return Meaning(DirectionKind.TIME)
    if belongs_to_recording(plain):
        return said_of_recording(plain)
    if TAKES_BREATHS.search(plain):
        return said_or_silent(plain, written_silence(plain, context.language), said_first=False, spoken=False)
    number = number_alone(plain, position, context) if _SHORT_NUMBER.fullmatch(plain) else None
    return number or remark(plain) or cues_or_length(plain, context) or _in_words(plain, position, context)


def _in_words(plain: str, position: Position, context: InlineContext) -> Meaning | None:
    """Return what words in parentheses between sentences mean, that are no cue; None where they are spoken."""
    hole = blank(plain, firm=True)
    optional = optional_words(plain)
    if hole or optional:
        return asked(hole) if hole else _optional(optional or "", plain)
    heard = to_listener(plain, context.language)
    if heard and direction_of(plain, context.language) is None:
        return _delivered(plain) if position is Position.LINE else None
    found = _direction(plain, position, context)
    if found is None and (position is Position.LINE or _PERHAPS_SILENT.fullmatch(plain)):
        return _unknown(plain, position)
    return found or (how_long(plain) if PAUSE_FIRST.match(plain) else None)


def _delivered(plain: str) -> Meaning | None:
    """Return the question about sentences in parentheses that speak to somebody of how something is said."""
    if not (is_about_delivery(plain) and SEVERAL_SENTENCES.search(plain)):
        return None
    choices = (f"> {plain}", plain, NOTHING)
    return Meaning(DirectionKind.QUESTION, question="Is this said, or a direction?", choices=choices)


def _inside_parentheses(plain: str, context: InlineContext) -> Meaning | None:
    silence = written_silence(plain, context.language)
    if silence and _is_pause_inside(plain, silence):
        return cues_of(plain, context)
    if silence and silence.listener and silence.timed and not TAKES_BREATHS.search(plain):
        return said_or_silent(plain, silence, said_first=False, spoken=True)
    if written_bell(plain, context.language):
        return cues_of(plain, context)
    if PAUSE_FIRST.match(plain) and not to_listener(plain, context.language):
        return pause_among_words(plain) or how_long(plain)
    found = blank(plain, firm=True) or (alternatives(plain) if "/" in plain else None)
    return asked(found) if found else None


def _is_pause_inside(plain: str, silence: WrittenSilence) -> bool:
    """Tell whether parentheses inside a sentence are a pause for sure, and no words about one."""
    says = (
        (SAYS_PAUSE.search(plain) or ASKS_TO_WAIT.match(plain))
        and not silence.listener
        and (silence.timed or PAUSE_FIRST.match(plain))
    )
    return bool(says) or (not silence.timed and set(plain.lower().split()) <= _PAUSE_ALONE)


def _in_emphasis(plain: str, position: Position, context: InlineContext) -> Meaning | None:
    if position is Position.INSIDE:
        return None
    silence = written_silence(plain, context.language)
    if silence and (position is Position.LINE or SAYS_PAUSE.search(plain) or silence.timed):
        if silence.listener and (context.italic or TAKES_BREATHS.search(plain)):
            return said_or_silent(plain, silence, said_first=True, spoken=True)
        return cues_of(plain, context)
    if position is Position.LINE or written_bell(plain, context.language):
        return cues_of(plain, context) or _emphasised_line(plain, position, context)
    return Meaning(DirectionKind.NOTE) if is_sure(plain) else None


def _emphasised_line(plain: str, position: Position, context: InlineContext) -> Meaning | None:
    """Return what a line in emphasis means that is no cue: speech, where no word tells that it is a direction."""
    if is_sure(plain):
        return Meaning(DirectionKind.NOTE)
    direction = None if to_listener(plain, context.language) else direction_of(plain, context.language)
    if direction is None:
        return None
    choices = (f"> {plain}", plain, NOTHING)
    question = Meaning(DirectionKind.QUESTION, question="Is this said, or a direction?", choices=choices)
    return background(plain, position) if direction is Direction.SOUND else question


def _between_marks(plain: str, position: Position, context: InlineContext) -> Meaning | None:
    line = position is Position.LINE
    silence = written_silence(plain, context.language)
    if silence and not line and (silence.listener or not (silence.timed or SAYS_PAUSE.search(plain))):
        return None
    found = cues_of(plain, context)
    if found or not line:
        return found
    if direction_of(plain, context.language) is Direction.SOUND:
        return background(plain, position)
    return Meaning(DirectionKind.NOTE) if is_sure(plain) else None


def _stands_for(plain: str, position: Position) -> Meaning | None:
    optional = optional_words(plain)
    if optional:
        return _optional(optional, plain)
    when, _, words = plain.partition(": ")
    if has_words(words) and says_for_whom(when, firm=False) and not (direction_of(words) or written_silence(words)):
        return replace(said_perhaps(plain), spoken="")
    found = blank(plain) or alternatives(plain)
    if found is None:
        return None
    return replace(asked(found), spoken="") if position is Position.LINE else asked(found)


def _optional(words: str, plain: str) -> Meaning:
    choices = (words, f"> {plain}", NOTHING)
    return Meaning(DirectionKind.QUESTION, question=OPTIONAL, choices=choices)


def said_perhaps(inner: str) -> Meaning:
    """Return the question about words that are said if what stands before them holds: “If group: Look around.”."""
    when, _, words = inner.partition(": ")
    question = OPTIONAL if when == "Optional" else f"“{when}”: are these words said?"
    return Meaning(DirectionKind.QUESTION, spoken=words, question=question, choices=(words, f"> {inner}", NOTHING))


def _direction(plain: str, position: Position, context: InlineContext) -> Meaning | None:
    partly = pause_among_words(plain)
    if partly:
        return partly
    direction = direction_of(plain, context.language)
    if direction is Direction.SOUND:
        return background(plain, position)
    if direction and position is not Position.INSIDE and GIVES_TIME.match(plain) and named_lengths(plain):
        return how_long(plain)
    inside = position is Position.INSIDE
    if direction and not inside and _AFTER_A_TIME.search(plain) and (named := named_lengths(plain)[:1]):
        choices = (*(f"[{cue}]" for cue in named if valid_cue(cue)), f"> {plain}", NOTHING)
        return Meaning(DirectionKind.QUESTION, question=TIME_NAMED, choices=choices)
    if direction is Direction.PERHAPS or (direction is Direction.NOTE and (not inside or is_sure(plain))):
        return Meaning(DirectionKind.NOTE)
    pause = PAUSE_FIRST.match(plain) if inside else SAYS_PAUSE.search(plain) or ASKS_TO_WAIT.match(plain)
    return how_long(plain) if pause else None


def _unknown(plain: str, position: Position) -> Meaning:
    spoken = plain if position is Position.INSIDE else ""
    silent: tuple[str, ...] = ("[pause]",) if _PERHAPS_SILENT.fullmatch(plain) else ()
    if position is not Position.INSIDE and (not SEVERAL_SENTENCES.search(plain) or _AFTER_A_TIME.search(plain)):
        silent += tuple(f"[{cue}]" for cue in named_lengths(plain)[:1] if valid_cue(cue))
    said, note = words_of_command(plain) or plain, f"> {plain}"
    likely = (note, said) if is_perhaps_for_reader(plain) else (said, note)
    choices = (*silent, *likely, NOTHING)
    return Meaning(DirectionKind.QUESTION, spoken=spoken, question=_UNKNOWN, choices=choices)


def _without_words(plain: str, position: Position) -> Meaning:
    if _DOTS.fullmatch(plain):
        pause = "short pause" if position is Position.INSIDE else "pause"
        return Meaning(DirectionKind.CUE, (pause,), canonical=False)
    return Meaning(DirectionKind.NOTHING, told="nothing to say in it")


_BY_ENCLOSURE: dict[Enclosure, Callable[[str, Position, InlineContext], Meaning | None]] = {
    Enclosure.SQUARE: _in_brackets,
    Enclosure.ANGLE: _in_angles,
    Enclosure.ROUND: _in_parentheses,
    Enclosure.EMPHASIS: _in_emphasis,
    Enclosure.MARKS: _between_marks,
    Enclosure.NONE: bare_line,
}
