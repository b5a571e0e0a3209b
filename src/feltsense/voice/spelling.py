"""English spelling, roughly heard: how many vowels and consonants are said, numbers and abbreviations included.

No dictionary: the few rules here are right often enough that, over a phrase, their mistakes even out.
"""

import re
from dataclasses import dataclass

_VOWEL = re.compile(
    r"(?!"
    r"(?<=[a-z][b-df-hj-np-tv-xz])(?<![^aeiour\W]l)(?<!\bth)(?<!\bsh)e\b"  # home, but little, the, she
    r"|(?<=[a-z][bcf-hj-np-sv-xz])ed\b"  # rested is two, closed is one
    r"|(?<=[a-z][bdfklmnprtv])es\b"  # noses is two, times is one
    r")(?:[aeiou][aeiouy]*|(?<=[a-z])y[aeiou]*)"
)
_CONSONANT = re.compile(r"tch|dg|ck|sh|ch|th|ph|wh|wr|kn|ng|qu|gh|\by|([b-df-hj-np-tv-xz])\1?")
_PAUSE = re.compile(r"[,;:—–](?=\s)|…|\.\.\.")
_REDUCED = frozenset(
    "a an and are as at be but can could did do for from had has have he her him his how i if in is it its me my not "  # noqa: SIM905
    "of on or our she should so some that the their them they this to was we were what when where which will with "
    "would you your".split()
)
"""Words that are said in passing."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "  # noqa: SIM905
    "seventeen eighteen nynteen".split()
)
_TENS = "ten ten twenty thirty forty fifty sixty seventy eighty nynty".split()  # noqa: SIM905 - a list reads best as words
"""Spelled as they are heard."""
_UNITS = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_MOST_DIGITS = 12
_DIGITS = re.compile(r"\d+")
_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")
_SIGNS = (
    (re.compile(r"[$£€]\s?(\d+)"), r"\1 dollars"),
    (re.compile(r"\s?%"), " percent"),
    (re.compile(r"(?<=\d)\.(?=\d)"), " point "),
    (re.compile(r"(?<=\d)\s?[–-]\s?(?=\d)"), " to "),
    (re.compile(r"(?<=\d)(?:st|nd|rd|th)\b"), "th"),
    (re.compile(r":00\b"), " oclock"),
)
_ABBREVIATED = {
    "dr": "doctor", "mr": "mister", "mrs": "misses", "st": "street", "etc": "et cetera", "kg": "kilograms",
    "e.g": "ee jee", "i.e": "I ee", "p.m": "pee em", "a.m": "ay em", "vs": "versus", "min": "minutes", "sec": "seconds",
}  # fmt: skip
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(map(re.escape, _ABBREVIATED))})\.", re.IGNORECASE)
_LETTERS_ONLY = re.compile(r"\b[B-DF-HJ-NP-TV-Z]{2,5}\b")
"""TV, CBT: said letter by letter."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """What is heard of a phrase."""

    words: int
    """As a voice counts them: what stands between spaces and has a letter or a digit."""
    vowels: int
    consonants: int
    reduced: int
    """Words said in passing: of, the, you; none in a phrase of one word."""
    pauses: int
    """Commas and their like inside the phrase."""


def sounds(text: str) -> Sounds:
    """Return what is heard of `text`, a phrase of English."""
    inner = text.rstrip(' .?!…"”’)')
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    heard = _in_words(inner)
    said = [word.strip('.,;:?!…—–"“”‘’()') for word in heard.split()]
    reduced = sum(word in _REDUCED for word in said) if len(words) > 1 else 0
    vowels, consonants = len(_VOWEL.findall(heard)), len(_CONSONANT.findall(heard))
    return Sounds(len(words), vowels, consonants, reduced, len(_PAUSE.findall(inner)))


def _in_words(text: str) -> str:
    """Return `text` in small letters, with numbers, signs and abbreviations written out."""
    plain = _LETTERS_ONLY.sub(lambda match: " ".join(f"{letter}e" for letter in match[0]), text)
    if "." in plain:
        plain = _ABBREVIATION.sub(lambda match: _ABBREVIATED[match[0][:-1].lower()], plain)
    if _DIGITS.search(plain):
        plain = _THOUSANDS.sub(lambda match: _spelled(int(match[0].replace(",", ""))), plain)
        for sign, meant in _SIGNS:
            plain = sign.sub(meant, plain)
        plain = _DIGITS.sub(lambda match: f" {_number(match[0])} ", plain)
    return plain.lower()


def _number(digits: str) -> str:
    if len(digits) > _MOST_DIGITS:
        return " ".join(_ONES[int(digit)] for digit in digits if digit.isascii())
    value = int(digits)
    if len(digits) == 4 and 1100 <= value < 2100 and not 2000 <= value < 2010:
        return f"{_spelled(value // 100)} {_spelled(value % 100)}"  # a year
    return _spelled(value)


def _spelled(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        return f"{_TENS[value // 10]} {_ONES[value % 10] if value % 10 else ''}"
    unit, name = next((unit, name) for unit, name in _UNITS if value >= unit)
    return f"{_spelled(value // unit)} {name} {_spelled(value % unit) if value % unit else ''}"
