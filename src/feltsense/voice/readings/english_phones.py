"""Numbers to call, digit by digit: 988, 116 123, 0800 1111, 1-800-273-8255. A hundred breaths stay a hundred.

A number is one to call by its shape, or where the words around it say so (call, text, dial, phone, ring, helpline …).
"""

import re

from feltsense.script.lazy_pattern import LazyPattern
from feltsense.voice.readings.phones import COUNTED_THINGS, HELPLINES_OF_EUROPE

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_SHAPES = (
    r"\+\d{1,3} ?\(\d{2,4}\)(?:[ .-]?\d{2,9}){1,4}",
    r"1[ .-]8\d\d[ .-](?:\d{3}[ .-][A-Z]{4}|[A-Z]{4,7})\b",
    r"\+\d{1,3}(?:[ .-]?\(0\))?(?:[ .-]?\d{2,9}){1,5}",
    r"(?:1[ .-])?\(\d{3}\)[ .-]?\d{3}[ .-]\d{4}",
    r"(?:1[ .-])?\d{3}[.-]\d{3}[.-]\d{4}",
    r"1[ .-]\d{3} \d{3} \d{4}",
    r"1[38]00[ -]\d{3}[ -]\d{3}",
    r"13 \d{2} \d{2}",
    r"0\d{2,4}(?:[ /-]\d{1,8}){1,4}|0\d{5,11}",
    r"\d{3}-\d{4}",
)
"""Such as are written for nothing else."""

_ALONE = r"988|911|741741|85258"
"""Of helplines, known by themselves."""

_PLAIN = r"\d{3,6}(?:[ -]\d{2,4}){0,3}"
_NUMBER = (
    rf"(?<![\w.,/$€£%-])(?:(?P<shape>{'|'.join(_SHAPES)})|(?P<europe>{HELPLINES_OF_EUROPE})|(?P<alone>{_ALONE})|(?P<plain>{_PLAIN}))"
    r"(?![\w%°/-]|[.,]\d| ?°)"
)
_CALL = LazyPattern(
    r"\b(?:call(?:s|ed|ing)?|dial(?:s|ling|ing)?|phon(?:e|es|ing)|text(?:s|ing)?|ring(?:s|ing)?|message|sms|helplines?|"
    r"hotlines?|lifelines?|crisis lines?|emergency|samaritans|toll[ -]free|freephone|reach(?:ed)?|tel(?:ephone)?|"
    r"(?:the|our|their|this|its|a) (?:line|number)|(?:phone|help|emergency|local) numbers?|number is|contact)\b",
    re.IGNORECASE,
)
_REACH = 60
"""Characters before a number in which such a word counts."""

_COUNTED_THINGS = LazyPattern(f" {COUNTED_THINGS}", re.IGNORECASE)
_COUNTED = LazyPattern(
    r" (?!(?:or|and|at|if|for|from|any|anytime|now|to|in|when|on|free|day|then|is|are|was|the|it|who|as|whenever|right|"
    r"immediately|today|tonight|this|they|you|we|with|without|by|between|until|straight|instead|first|directly|where|but|"
    r"so|because|that|there|which|night|24|twenty|please|before|after|toll|via|will|can|anonymously|confidentially)\b)"
    r"[a-z]"
)
"""What is counted stands behind the number: “100 breaths”."""

_AFTERWARDS = LazyPattern(r",? (?:is|are) (?:the|a|an|your|our) [\w ]{0,30}\b(?:number|line|helpline|lifeline|hotline)")


def with_phone_numbers(text: str) -> str:
    """Return `text` with its numbers to call in words, digit by digit; a comma parts their groups."""
    return re.compile(_NUMBER).sub(_reading, text)


def _reading(match: re.Match[str]) -> str:
    counted = _COUNTED.match(match.string, match.end())
    europe = match["europe"] and not _COUNTED_THINGS.match(match.string, match.end())
    if match["shape"] or europe or (not counted and (match["alone"] or _is_called(match))):
        return digit_by_digit(match[0])
    return match[0]


def _is_called(match: re.Match[str]) -> bool:
    """Tell whether the words around a plain number say that it is called."""
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    digits = match[0]
    words = list(_CALL.finditer(before))
    if not words:
        at = before.lower().endswith((" at ", " on "))
        return bool(_AFTERWARDS.match(match.string, match.end())) or (at and len(digits.replace(" ", "")) >= 5)
    between = before[words[-1].end() :]
    near = len(between.split()) <= 1 or re.search(r"(?:\d|\b(?:to|at|on|or|and|is))[\s,:]*$", between)
    year = re.fullmatch(r"(?:19|20)\d\d", digits) is not None
    return bool(near) and not (year and len(between.split()) > 0)


def digit_by_digit(number: str) -> str:
    """Return a number's digits in words; what stood between them becomes a comma."""
    groups = re.findall(r"\d+|[A-Z]+", number.replace("(0)", ""))
    said = ", ".join(
        " ".join(DIGITS[int(digit)] for digit in group) if group.isdigit() else group.lower() for group in groups
    )
    return f"plus {said}" if number.startswith("+") else said
