"""Asides that are silences or bells: one, several one after the other, a number alone, or a pause among other words."""

import re
from dataclasses import replace

from feltsense.importing.bells import written_bell
from feltsense.importing.meanings import DirectionKind, InlineContext, Meaning, Position, valid_cue
from feltsense.importing.silence_words import WrittenSilence, named_lengths, partly_silence, written_silence
from feltsense.script.durations import written
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import NOTHING
from feltsense.script.text import has_words

PAUSE_FIRST = LazyPattern(r"(?:an? |the )?(?:very |short |long |brief )*(?:pauses?|silence|wait)\b", re.IGNORECASE)
"""What begins as a pause does."""
SAYS_PAUSE = LazyPattern(
    r"\b(?:pauses?|paus[ae]n?|(?:atem|sprech|nachspür)pause|nachspüren|pauzes?|silence|silent|silencio|silenzio|silêncio|stilte|stille|wait)\b",
    re.IGNORECASE,
)
ASKS_TO_WAIT = LazyPattern(
    r"\W{0,3}(?:warten?|attend(?:i|ere|re|ez|s)|aspett(?:a|are)|esper(?:[ae]n?|ar)|aguard(?:[ae]|ar)|wacht(?:en)?)\b|"
    r"[^\n]{0,40}\b(?:sekunden|minuten|moment|augenblick|seconden|tellen)(?: lang)? (?:warten|wachten)$",
    re.IGNORECASE,
)
"""In parentheses, in other languages; “sans rien attendre” and its like are words to the listener."""
GIVES_TIME = LazyPattern(
    r"(?:please |then |and )*(?:allow|give|leave|let|wait|hold|keep|count|observe|stay|remain|sit|"
    r"set (?:a |the )?timer)\b",
    re.IGNORECASE,
)
"""What a direction begins with whose length is a silence: “Allow 15 seconds for the group to settle”."""
TAKES_BREATHS = LazyPattern(r"\btake\b.{0,40}\bbreaths?\b", re.IGNORECASE)
"""The listener may be asked for them, or the time may be meant."""

HOW_LONG = "How long is this pause?"
TIME_NAMED = "A time is named: is it a silence?"
SAID_OR_HEARD = "Is this said, or is it the bell?"

_NUMBER = LazyPattern(r":?(?P<low>\d{1,5}(?:\.\d{1,2})?)(?: ?[-–—] ?(?P<high>\d{1,3}(?:\.\d{1,2})?))?")
_NO_UNIT = LazyPattern(r"[^\d\n]{3,60}(?P<number>[1-9]\d{2,4})[^\w\n]*", needs=r"\d{3}")
"""A pause with a large number, as programs write it in milliseconds: “pause 500”."""
_COUNTS = LazyPattern(r"(?:\d{1,2}(?:\s*[,.…–-]+\s*|\s+)){1,19}\d{1,2}[\s.…]*")
_PARTS = LazyPattern(r"\s*(?:[,;+&/→.]|\band then\b|\bthen\b|\bfollowed by\b|\band\b)\s*")
_LONGEST, _MOST_PARTS = 120, 6
_MOST_NAMED = 3
_MILLISECONDS_FROM = 100
_YEARS = range(1900, 2100)
_IN_A_MINUTE, _MOST_MINUTES = 60, 10


def cues_of(plain: str, context: InlineContext) -> Meaning | None:
    """Return the cue that an aside is, or the several that it names one after the other."""
    found = _one_cue(plain, context)
    if found or len(plain) > _LONGEST:
        return found
    parts = [part for part in _PARTS.split(plain.lower()) if part and has_words(part)]
    read = [_one_cue(part, context) for part in parts] if 1 < len(parts) <= _MOST_PARTS else []
    cues = tuple(name for each in read if each and each.kind is DirectionKind.CUE for name in each.cues)
    return Meaning(DirectionKind.CUE, cues, canonical=False) if cues and len(cues) == len(parts) else None


def _one_cue(plain: str, context: InlineContext) -> Meaning | None:
    silence = written_silence(plain, context.language)
    if silence is None:
        bell = written_bell(plain, context.language)
        return Meaning(DirectionKind.CUE, (bell,), canonical=False) if bell else None
    bare = _NO_UNIT.fullmatch(plain) if silence.timed and not silence.told else None
    if bare:
        return _which_unit(plain, int(bare["number"]))
    if valid_cue(silence.cue) is None:
        return replace(how_long(plain), cues=())
    return Meaning(DirectionKind.CUE, (silence.cue,), canonical=False, told=silence.told)


def pause_among_words(plain: str) -> Meaning | None:
    """Return a pause with its length that is written among other words, which become a note."""
    silence = partly_silence(plain) if PAUSE_FIRST.match(plain) else None
    if silence is None or valid_cue(silence.cue) is None:
        return None
    return Meaning(DirectionKind.CUE, (silence.cue,), canonical=False, told=silence.told, noted=True)


def number_alone(plain: str, position: Position, context: InlineContext) -> Meaning | None:
    """Return what a number alone in brackets means: seconds, from 100 on milliseconds, or the number of a footnote."""
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return Meaning(DirectionKind.COUNTS, spoken=plain) if _COUNTS.fullmatch(plain) else None
    if context.footnotes and plain.isdigit():
        return Meaning(DirectionKind.NOTHING, told="the number of a footnote")
    if found["high"]:
        return _as_pause(f"pause {found['low']}s to {found['high']}s", "taken as seconds")
    low = float(found["low"])
    if low < _MILLISECONDS_FROM:
        inside = position is Position.INSIDE and plain.isdigit()
        return None if inside else _as_pause(f"pause {written(round(low * 1000))}", "taken as seconds")
    return None if round(low) in _YEARS else _hundreds(plain, round(low))


def _hundreds(plain: str, number: int) -> Meaning | None:
    """Return a number that speech programs take as milliseconds; whole minutes of seconds are asked about."""
    if number % _IN_A_MINUTE or number > _MOST_MINUTES * _IN_A_MINUTE:
        return _as_pause(f"pause {written(number)}", "taken as milliseconds")
    return _which_unit(plain, number)


def _which_unit(plain: str, number: int) -> Meaning:
    """Return the question about a large number without a unit; whole minutes are likelier seconds."""
    units = (1, 1000) if number % _IN_A_MINUTE else (1000, 1)
    cues = (f"pause {written(number * unit)}" for unit in units)
    choices = (*(f"[{cue}]" for cue in cues if valid_cue(cue)), f"> {plain}", NOTHING)
    return Meaning(DirectionKind.QUESTION, question="Are these seconds, or milliseconds?", choices=choices)


def _as_pause(text: str, told: str) -> Meaning | None:
    return Meaning(DirectionKind.CUE, (text,), canonical=False, told=told) if valid_cue(text) else None


_COUNTED = LazyPattern(r"(?<![\d.,])(?P<number>[1-9]\d?)\s?(?P<unit>se[kcg]|min)[a-zäöåéà]{0,8}\b", re.IGNORECASE)
"""A number of seconds or minutes in a language whose words are not known: “15 sekunder”."""


def how_long(plain: str) -> Meaning:
    """Return the question how long a pause is; until it is answered the named length stands there, else a plain one."""
    named = [cue for cue in named_lengths(plain) if valid_cue(cue)][:_MOST_NAMED]
    counted = None if named else _COUNTED.search(plain)
    if counted:
        named = [f"pause {counted['number']}{'m' if counted['unit'].lower() == 'min' else 's'}"]
    cues = named or ["pause", "long pause", "pause 30s"]
    choices = (*(f"[{cue}]" for cue in cues), *(["[pause]"] if named else []), f"> {plain}", NOTHING)
    return Meaning(DirectionKind.PERHAPS_PAUSE, (cues[0],), question=HOW_LONG, choices=choices)


def said_or_silent(plain: str, silence: WrittenSilence | None, *, said_first: bool, spoken: bool) -> Meaning | None:
    """Return the question whether words that ask for a time are said, with the time behind them, or are the time.

    Args:
        plain: the words.
        silence: that they ask for.
        said_first: whether it is likelier that they are said.
        spoken: whether they are, until it is answered.
    """
    if silence is None or valid_cue(silence.cue) is None:
        return None
    said, pause = plain if plain[-1:] in ".!?…" else f"{plain}.", f"[{silence.cue}]"
    both = f"{said} {pause}"
    choices = (both, pause, said) if said_first else (pause, both, said)
    return Meaning(DirectionKind.QUESTION, spoken=plain if spoken else "", question=TIME_NAMED, choices=choices)


def said_or_heard(plain: str, bell: str) -> Meaning:
    """Return the question whether a sentence about a bell is said, or the bell itself is meant."""
    choices = (plain, f"[{bell}]", f"{plain} [{bell}]", NOTHING)
    return Meaning(DirectionKind.QUESTION, spoken=plain, question=SAID_OR_HEARD, choices=choices)
