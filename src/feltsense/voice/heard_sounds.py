"""What is heard of a text, counted without speaking it, and how long it lasts with an ordinary voice.

English is read by its spelling. Other languages are read by eSpeak NG where it is here, else by their vowels: numbers
and signs in words, as the voices are given them.
"""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.voice.readings import read_aloud
from feltsense.voice.spelling import Sounds, sounds

if TYPE_CHECKING:
    from feltsense.voice.phonemes import PhonemePhrase, Phonemes
    from feltsense.voice.port import Utterance

EACH_S, VOWEL_S, CONSONANT_S, WORD_S, REDUCED_S = 0.1943, 0.0986, 0.0475, 0.0575, -0.0657
"""Seconds of English at natural speed: of a phrase's end, and of what is heard in it. Fitted to the voice heart."""

_EACH_S, _VOWEL_S, _CONSONANT_S, _STRESS_S = 0.2734, 0.084, 0.0507, 0.024
"""The same of the phonetic alphabet, in all languages. Fitted to voices of Kokoro in es, fr, it and pt."""

_VOWEL_GROUP_S = {"es": 0.155, "fr": 0.136, "it": 0.157, "pt": 0.162, "de": 0.186, "nl": 0.179}
_SIGNS_PER_GROUP = {"es": 2.21, "fr": 1.96, "it": 2.28, "pt": 2.32, "de": 2.76, "nl": 2.64}
_OTHERS_S, _OTHER_SIGNS = 0.163, 2.36
"""What each group of written vowels stands for, where nobody can tell the phonemes."""

_VOWELS = frozenset("aeiouyæøœɐɑɒɔəɘɚɛɜɝɞɨɪɯɵɤʉʊʌʏᵻ")
_UNCOUNTED = frozenset("ˈˌːˑ.,;:!?…—“”\"()'-^ ")
_PAUSE_MARKS = ",;:—…"
_ENDS = ' .?!…"”’)'
_WRITTEN_VOWELS = re.compile(r"[aeiouyæøœ]+")


@dataclass(frozen=True, slots=True)
class HeardSounds:
    """What is heard of a phrase."""

    seconds: float
    """What it lasts at the natural pace of an ordinary voice, without the pauses inside."""
    signs: float
    """Phonemes; stress, length, marks and spaces are not counted."""
    pauses: int
    """Commas and their like inside the phrase."""
    words: int


def heard_sounds(utterance: "Utterance", language: str) -> HeardSounds:
    """Return what is heard of a phrase. Never fails.

    Args:
        utterance: the phrase; its own language is not looked at.
        language: of the voice that speaks it, BCP 47.
    """
    return _heard(utterance.text, utterance.say, language)


def english_seconds(heard: Sounds) -> float:
    """Return what English lasts at natural speed, without the pauses inside."""
    spoken = VOWEL_S * heard.vowels + CONSONANT_S * heard.consonants
    return EACH_S + spoken + WORD_S * heard.words + REDUCED_S * heard.reduced


def as_pronounced(text: str, say: tuple[tuple[str, str], ...]) -> str:
    """Return the text with respellings put in; a phonetic one is taken by its letters."""
    for word, spoken in say:
        text = text.replace(word, spoken.strip("/"))
    return text


@lru_cache(maxsize=8192)
def _heard(text: str, say: tuple[tuple[str, str], ...], language: str) -> HeardSounds:
    base = language.replace("_", "-").partition("-")[0].lower()
    if base == "en":
        heard = sounds(as_pronounced(text, say))
        return HeardSounds(english_seconds(heard), heard.vowels + heard.consonants, heard.pauses, heard.words)
    phrase = _phonemes(text, say, language)
    if phrase is not None:
        return _of_phonemes(phrase.phonemes, len(phrase.words))
    return _of_letters(as_pronounced(read_aloud(text, (word for word, _ in say), language), say), base)


def _of_phonemes(phonemes: str, words: int) -> HeardSounds:
    signs = [sign for sign in phonemes if sign not in _UNCOUNTED and not unicodedata.combining(sign)]
    vowels = sum(sign in _VOWELS for sign in signs)
    spoken = _VOWEL_S * vowels + _CONSONANT_S * (len(signs) - vowels) + _STRESS_S * phonemes.count("ˈ")
    return HeardSounds(_EACH_S + spoken, len(signs), _pauses(phonemes), words)


def _of_letters(text: str, base: str) -> HeardSounds:
    words = max(1, sum(any(map(str.isalnum, word)) for word in text.split()))
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign))
    latin = len(_WRITTEN_VOWELS.findall(plain))
    groups = max(1, latin or sum(map(str.isalpha, plain)) // 3)
    seconds = _EACH_S + groups * _VOWEL_GROUP_S.get(base, _OTHERS_S)
    return HeardSounds(seconds, groups * _SIGNS_PER_GROUP.get(base, _OTHER_SIGNS), _pauses(text), words)


def _pauses(text: str) -> int:
    return sum(text.rstrip(_ENDS).count(mark) for mark in _PAUSE_MARKS)


def _phonemes(text: str, say: tuple[tuple[str, str], ...], language: str) -> "PhonemePhrase | None":
    """Return a phrase in the phonetic alphabet; None where eSpeak NG is not here or cannot read it."""
    from feltsense.units import Wpm  # noqa: PLC0415 - for other languages than English only, as is eSpeak NG
    from feltsense.voice.port import Utterance  # noqa: PLC0415

    reader = _reader(language)
    if reader is None:
        return None
    try:
        return reader.phrase(Utterance(text, Wpm(130), language, say), _Everything())
    except VoiceError:
        return None


@cache
def _reader(language: str) -> "Phonemes | None":
    from feltsense.voice.espeak.phonemes import EspeakPhonemes, EspeakReader  # noqa: PLC0415 - as above

    try:
        return EspeakPhonemes(EspeakReader("estimate", language, lambda group: group))
    except VoiceError:
        return None


class _Everything(Container[str]):
    """A model that has every sign."""

    def __contains__(self, sign: object) -> bool:
        return True
