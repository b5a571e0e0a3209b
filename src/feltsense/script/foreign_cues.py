"""Cues in German, Spanish, French, Italian, Portuguese and Dutch, as the English ones that they mean.

A cue is only understood when every word of it is known: “[Pause 10 Sekunden]” is “[pause 10 seconds]”, and anything
else stays what it is.
"""

import re
import unicodedata
from collections.abc import Sequence

from feltsense.script.cue_words import cue_phrases, sound_names, written_forms
from feltsense.script.foreign_words import half_first, in_english, word_in_english
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.variants import canonical

WORD_OF_CUE = LazyPattern(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?|\S")
_SEVERAL_TIMES = LazyPattern(r"(?P<number>[^\W\d_]+)mal")
_OF_BREATH = frozenset(("in", "out", "hold", "for", "round", "rounds", "hours", "minutes", "m", "half", "a", "about"))
_ALONG_BELL = frozenset(("ring", "play", "a", "of", "softly", "slowly"))
_SIZE = LazyPattern(r"(?P<before>.*)\b(?P<size>long|short)\b(?P<after>.*)")
_ROUNDS_BARE = LazyPattern(r"(?<!for )\b(?P<rounds>\d+ rounds?\b)")
_SAYS_PAUSE = LazyPattern(
    r"\b(?:pausen?|sprechpause|nachspürpause|pausas?|pauses?|pauzes?|stille|silencio|silence|silenzio|silêncio|stilte)\b"
)

_NAMES_IT = LazyPattern(r"(?:der|die|das|el|la|le|il|lo|de|het) \w+|l['’]\w+")
_BEFORE_NOUN = LazyPattern(
    r"\b(?:d(?:er|ie|as|em|en|es)|k?ein(?:e[nmrs]?)?|[dms]eine[nmrs]?|ihre[nmrs]?|unsere[nmrs]?|diese[nmrs]?|jede[nmrs]?"
    r"|zu[mr]|ins?|[ai]m|vo[mn]|ohne|mit|nach|für|vor|zwischen|el|las?|los|un[ao]?|de|del|al|en|es[ts]?[ae]|su|tu|mi|cada"
    r"|con|sin|entre|les?|une|du|aux?|ce|cet|cette|votre|ton|ta|ma|chaque|sans|avec|[ld]['’]|il|lo|[dn]ella|alla|di"
    r"|quest[ao]|tu[ao]|ogni|senza|dal|dalla|[oaà]|uma?|d[ao]|n[ao]|ao|em|seu|sua|com|sem|pel[ao]|het|een|je|jouw|uw"
    r"|deze|dit|dat|elke|met|zonder|van|voor|tussen)[ \t]*\Z",
    re.IGNORECASE,
)
"""Articles and such, behind which a pause is spoken of."""
_PAUSES = LazyPattern(r"pau[sz]", re.IGNORECASE)
_WITH = LazyPattern(r"(?:mit|con|avec|com|met) ", re.IGNORECASE)
"""What goes on with a sentence: “(mit einer Pause)”."""
_NUMBER = LazyPattern(r"\d")
_GOES_ON = LazyPattern(r"[,;:–—-]?\s*\w")
"""Behind a pause in parentheses, where its sentence has not ended yet."""
_FROM_TO = LazyPattern(
    r"(?:von|ab|desde|de|à partir de|dès|da|a partir de|van|vanaf) (?P<low>\d+) ?(?:bis|a|à|tot|até|hasta|al|[-–]) ?"
    r"(?P<high>\d+) ?min\w*\.?",
    re.IGNORECASE,
)
"""As likely the lengths of a version as those of a pause: “von 5 bis 10 Minuten”."""


def cue_in_english(text: str, language: str) -> str | None:
    """Return the English cue (without brackets) that `text` in the words of `language` means; None where it is none.

    What it returns may still be wrong in its numbers.
    """
    plain = unicodedata.normalize("NFC", " ".join(text.split())).replace("’", "'")
    words = [word for word in WORD_OF_CUE.findall(plain.lower()) if word != ":"]
    readers = (_sound(plain, language), _block(words, language), _bell(words, language), _breath(words, language))
    return next(filter(None, readers), None) or pause_in_english(plain, language)


def pause_in_english(text: str, language: str) -> str | None:
    """Return the English pause (without brackets) that `text` in the words of `language` means; None for others."""
    if minutes_from_to(text):
        return None
    english = in_english(text.lower().strip(" .…:"), language)
    english = english.removeprefix("of ")
    size = _SIZE.match(english) if "pause" in english or "silence" in english else None
    if size:
        english = " ".join(f"{size['size']} {size['before']} {size['after']}".split())
    return canonical(english)


def spoken_pause(text: str, language: str) -> str | None:
    """Return the English pause that parentheses or a line by itself mean, which is none unless it says so.

    Spoken are “(10 Sekunden)” and “Stille”, as they are in English, and “(die Stille)”, which names it.
    """
    lowered = text.lower().strip(" .…:!")
    if not language or not _SAYS_PAUSE.search(lowered) or _NAMES_IT.fullmatch(lowered):
        return None
    return pause_in_english(text, language)


def goes_on_with(inner: str, pause: str, before: str, after: str) -> bool:
    """Tell whether a pause in parentheses is a word of its sentence: “sing ein Lied (mit einer Pause) weiter”.

    Args:
        inner: what stands in the parentheses.
        pause: the English one that it would be; one that says how long is no word of a sentence.
        before: what stands before it on its line.
        after: what stands behind it there.
    """
    behind = after.lstrip()
    if _NUMBER.search(pause) or not _WITH.match(inner.strip()) or not _GOES_ON.match(behind):
        return False
    return before.rstrip()[-1:].isalpha() or behind[0].islower()


def minutes_from_to(text: str) -> tuple[str, str] | None:
    """Return the minutes of what may be the lengths of a version, or of a pause: “von 5 bis 10 Minuten”."""
    found = _FROM_TO.fullmatch(text.strip())
    return (found["low"], found["high"]) if found else None


def in_sentence(pause: str, emphasised: str, before: str) -> bool:
    """Tell whether emphasis that may be a pause is spoken: “lausche in die *Stille*”, “la *pausa* entre”.

    `pause` is the English one that it would be, `before` what stands before it on its line.
    """
    behind_word = before.rstrip()[-1:].isalpha()
    names = behind_word and pause == "pause" and not _PAUSES.search(emphasised)
    return names or _BEFORE_NOUN.search(before) is not None


def _sound(plain: str, language: str) -> str | None:
    """Return a background or a sound file, whose name keeps its case."""
    lowered = plain.lower()
    for phrase, english in cue_phrases(language, breath=False).items():
        start = f"{' '.join(phrase)} "
        rest = plain[len(start) :].strip()
        if english == "soundscape" and lowered.replace(":", "").startswith(start):
            name = rest.lower()
            if _means(name, "off", language):
                return "soundscape off"
            return f"soundscape {sound_names().get(name, rest)}" if " " not in rest or "." in rest else None
        if english == "play" and lowered.startswith(start):
            return _play(rest, language)
    return None


def _play(rest: str, language: str) -> str | None:
    for phrase, english in cue_phrases(language, breath=False).items():
        file, parts, length = rest.partition(f" {' '.join(phrase)} ") if english == "for" else (rest, "", "")
        if parts and "." in file:
            return f"play {file} for {in_english(length.lower(), language)}"
    return f"play {rest}" if re.search(r"\.\w{2,4}$", rest) else None


def _block(words: Sequence[str], language: str) -> str | None:
    """Return the beginning or the end of a block."""
    found = _translated([word for word in words if word != "."], language, breath=False)
    numbers = [word for word in found if word[0].isdigit()]
    others = [word for word in found if not word[0].isdigit()]
    if others[:1] == ["end"] and set(others) <= {"end", "repeat", "of"} and not numbers:
        return "end"
    if len(numbers) != 1:
        return None
    if "repeat" in others and set(others) <= {"repeat", "times"}:
        return f"repeat {numbers[0]} times"
    begins = "up to" if _begins(words, "up to", language) else "from" if _begins(words, "from", language) else ""
    rest = set(others) - {"up to", "from", "to", "minutes"}
    return f"{begins} {numbers[0]} min" if begins and not rest and len(others) <= 2 else None


def _bell(words: Sequence[str], language: str) -> str | None:
    found = _translated(words, language, breath=False)
    place = found.index("every") if "every" in found else len(found)
    told, every = found[:place], found[place + 1 :]
    numbers = [word for word in told if word[0].isdigit()]
    others = {word for word in told if not word[0].isdigit()}
    if not {"bell", "low bell"} & others or others - {"bell", "low bell", "low", "times"} - _ALONG_BELL:
        return None
    low = " low" if {"low bell", "low"} & others else ""
    times = f" {numbers[0]} times" if numbers else ""
    distance = f" every {' '.join(every)}" if every else ""
    return f"bell{low}{times}{distance}" if len(numbers) <= 1 else None


def _breath(words: Sequence[str], language: str) -> str | None:
    found: list[str] = []
    for word in _translated(words, language, breath=True):
        after_phase = found[-1:] in (["in"], ["out"], ["hold"])
        if after_phase and word in ("in", "for"):
            continue  # “adem in in vier tellen”
        found.append(word)
    said = [word for word in found if word != "breathe"]
    if not ({"in", "out"} & set(said)) or not all(_is_of_breath(word) for word in said):
        return None
    return half_first(_ROUNDS_BARE.sub(r"for \g<rounds>", f"breathe {' '.join(said)}"))


def _is_of_breath(word: str) -> bool:
    return word[0].isdigit() or word in _OF_BREATH or word in ("with words", "with tones")


def _translated(words: Sequence[str], language: str, *, breath: bool) -> list[str]:
    """Return words as the English ones of cues; those that say nothing are left out, and unknown ones stay."""
    phrases = cue_phrases(language, breath=breath)
    longest = max(map(len, phrases))
    found: list[str] = []
    place = 0
    while place < len(words):
        sizes = range(min(longest, len(words) - place), 0, -1)
        size = next((size for size in sizes if tuple(words[place : place + size]) in phrases), 0)
        english = [phrases[tuple(words[place : place + size])]] if size else _word(words[place], language)
        found += [each for each in english if each]
        place += size or 1
    return found


def _word(word: str, language: str) -> Sequence[str]:
    if word[0].isdigit():
        return (word.replace(",", "."),)
    several = _SEVERAL_TIMES.fullmatch(word) if language == "de" else None
    number = word_in_english(several["number"], language) if several else None
    if several and several["number"] == "ein":
        number = "1"
    return (number, "times") if number and number[0].isdigit() else (word_in_english(word, language) or word,)


def _means(text: str, english: str, language: str) -> bool:
    return tuple(text.split()) in written_forms(english, language)


def _begins(words: Sequence[str], english: str, language: str) -> bool:
    """Tell whether a cue begins with one of the words that mean `english`."""
    return any(tuple(words[: len(phrase)]) == phrase for phrase in written_forms(english, language))
