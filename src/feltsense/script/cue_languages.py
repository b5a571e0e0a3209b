"""Cues of scripts in other languages: whose words are understood, and what is wrong with a cue in the words it has.

The English words are understood in every script.
"""

import re
from difflib import get_close_matches
from functools import lru_cache

from feltsense.script.cue_words import cue_phrases, sound_names, written_word
from feltsense.script.cues import Cue, cue
from feltsense.script.diagnostics import GrammarError, Span
from feltsense.script.foreign_cues import WORD_OF_CUE, cue_in_english, minutes_from_to
from feltsense.script.foreign_words import FOREIGN_LANGUAGES, known_words
from feltsense.script.language import guess_language
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.model import FrontMatter
from feltsense.script.suggestions import TIME_OF_DAY
from feltsense.script.text import quoted
from feltsense.system.printable import printable_line

_LONGEST = 100
"""Characters; cues are short."""
_CUE_IN_HINT = LazyPattern(r"\[(?P<cue>[^\[\]]+)\]")
_ENGLISH_WORDS = LazyPattern(
    r"\b(?:short pause|long pause|pause|about|to|low bell|bell low|bell|every|repeat|times|end|from|up to|soundscape|"
    r"off|play|for|breathe in|breathe|in|out|hold|rounds?|with words|with tones)\b"
)
_LIKELY = (
    "pausa", "pauz", "kurze ", "lange pause", "courte ", "longue ", "sekunde", "segundo", "secondes", "seconden",
    "secondi", " sek", "minuten", "minuto", "minuti", "stille", "silencio", "silên", "silenzi", "stilte", "klang",
    "schale", "glocke", "[gong", "campan", "cuenco", "cloche", "[bol", "ciotol", "[sino", "tigela", "[bel]",
    "schaal", "[atme", "[ein ", "inhala ", "inspira ", "inspirez", "inspire ", "[adem", "wiederhol", "repit",
    "repetir", "répét", "ripet", "herhaal", "[ende]", "[fin]", "[fine]", "[fim]", "[einde]",
)  # fmt: skip
"""How cues in other languages look; a text without any is not read for its language."""
_PARTED = ("de", "nl")
"""Languages that breathe in with two words: “atme ein”."""
_SHORTEST_SLIP = 4
"""Letters of a word that may be misspelt."""


def foreign_language(tag: str) -> str:
    """Return the language of a BCP 47 tag whose words of cues are known, as `pt`; empty for all others."""
    base = tag.partition("-")[0].lower()
    return base if base in FOREIGN_LANGUAGES else ""


def language_of_cues(front: FrontMatter, text: str) -> str:
    """Return the language whose words of cues are understood in a script beside English ones; empty for none.

    Args:
        front: whose language counts where it is given.
        text: what is below it; read for its language where none is given and words of such cues stand in it.
    """
    if "language" in front.given:
        return foreign_language(front.language)
    lowered = text.lower()
    return foreign_language(guess_language(text) or "") if any(part in lowered for part in _LIKELY) else ""


def cue_in(text: str, language: str, span: Span) -> Cue:
    """Return what the text between two brackets asks for, in English words or in those of `language`.

    Args:
        text: without its brackets.
        language: one of `FOREIGN_LANGUAGES`; empty for English words alone.
        span: where it stands.

    Raises:
        GrammarError: it is no cue, or one that is not understood.
    """
    plain = " ".join(text.split())
    if not language or len(plain) > _LONGEST:
        return cue(text, span)
    english = valid_english_cue(plain, language)
    return cue(english, span) if english else _refused(plain, language, span)


def suggested(english: str, language: str) -> str:
    """Return a cue (English, without brackets) in the words of `language`."""
    breath = english.startswith("breathe")

    def word(match: re.Match[str]) -> str:
        if match[0] == "breathe in":
            names = ("breathe", "in") if language in _PARTED else ("in",)
        else:
            names = ("low bell",) if match[0] == "bell low" else (match[0],)
        return " ".join(written_word(name, language, breath=breath) for name in names)

    return _ENGLISH_WORDS.sub(word, english)


@lru_cache(maxsize=512)  # the same few cues stand in a script again and again
def valid_english_cue(plain: str, language: str) -> str | None:
    """Return the English cue that is meant, `plain` itself where it is one; None where it is none, or a wrong one.

    Args:
        plain: without its brackets, with single spaces.
        language: one of `FOREIGN_LANGUAGES`.
    """
    if _is_valid(plain):
        return plain
    if TIME_OF_DAY.search(plain.lower()):
        return None
    english = cue_in_english(plain, language)
    return english if english and _is_valid(english) else None


def _refused(plain: str, language: str, span: Span) -> Cue:
    """Raise what is wrong with a cue, in the words of `language` where they are its own."""
    if TIME_OF_DAY.search(plain.lower()):
        message = f"“[{quoted(plain)}]” names a time of day, and a recording does not know the clock."
        hint = f"Write how long it lasts, as in [{suggested('pause 8s', language)}], or a note behind “> ”."
        raise GrammarError("S022", message, hint)
    if lengths := minutes_from_to(plain):
        pause, low, end = (
            suggested(each, language)
            for each in (f"pause {lengths[0]}m to {lengths[1]}m", f"from {lengths[0]} min", "end")
        )
        message = f"“[{quoted(plain)}]” may be a pause, or say in which lengths a part is heard."
        raise GrammarError("S020", message, f"Write [{pause}], or [{low}] before the part and [{end}] behind it.")
    english = cue_in_english(plain, language)
    meant = None if english else _spelled_right(plain, language)
    if meant:
        message = f"“[{quoted(plain)}]” is not a cue, and nothing in brackets is spoken."
        raise GrammarError("S020", message, f"Did you mean [{printable_line(meant)}]?")
    try:
        return cue(english or plain, span)
    except GrammarError as found:
        own = english or found.hint.startswith("Cues are: [")
        hint = _in_language(found.hint, language) if own else found.hint
        raise GrammarError(found.code, found.message, hint) from found


def _in_language(hint: str, language: str) -> str:
    """Return a hint with the cues in it in the words of `language`."""
    return _CUE_IN_HINT.sub(lambda match: f"[{suggested(match['cue'], language)}]", hint)


def _spelled_right(plain: str, language: str) -> str | None:
    """Return a cue with its misspelt words put right; None where it is none even so."""
    known = {*known_words(language), *sound_names()}
    for breath in (True, False):
        known.update(word for phrase in cue_phrases(language, breath=breath) for word in phrase)

    def right(match: re.Match[str]) -> str:
        word = match[0].lower()
        near = get_close_matches(word, known, n=3, cutoff=0.75) if len(word) >= _SHORTEST_SLIP else []
        if word in known or not near:
            return match[0]
        best = next((each for each in near if sorted(each) == sorted(word)), near[0])
        return best.capitalize() if match[0][0].isupper() else best

    meant = WORD_OF_CUE.compiled.sub(right, plain)
    english = cue_in_english(meant, language) if meant != plain else None
    return meant if english and _is_valid(english) else None


def _is_valid(english: str) -> bool:
    try:
        cue(english, Span(1, 1, 2))
    except GrammarError:
        return False
    return True
