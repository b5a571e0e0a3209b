"""Numbers to call, digit by digit, in the languages that have a table: 116 123, 0800 111 0 111, 024, 3114, 188, 113.

A number is one to call by its shape, or where the words around it say so; a number of breaths stays a number.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_SHAPES = (
    r"\+\d{1,3}[ ./-]?\(\d{1,4}\)(?:[ ./-]?\d{2,9}){1,5}",
    r"\+\d{1,3}(?:[ ./-]?\d{1,9}){2,6}",
    r"\(0\d{1,4}\)(?:[ /-]?\d{2,8}){1,4}",
    r"0\d(?:[ .-]\d{2}){4}",
    r"(?<!\d )0\d[ /-]\d{3,8}(?:[ /-]\d{2,8}){0,3}",
    r"(?<!\d )0\d{2,4}(?:(?: ?/ ?|[ -])\d{1,8}){1,5}",
    r"(?<!\d )0\d{2,13}",
)
"""Such as are written for nothing else, in any country."""

HELPLINES_OF_EUROPE = r"116[ -]?(?:000|006|111|116|117|123)"
"""The same everywhere in Europe; other numbers from 116 000 on are counted."""

COUNTED_THINGS = (
    r"(?:euros?|dollars?|francs?|franken|pounds?|pfund|steps?|schritten?|pasos|pas|passi|passos|stappen|people|persons?|"
    r"menschen|personen|personas|personnes|persone|pessoas|mensen|breaths?|atemzügen?|respiraciones|respirations?|"
    r"respiri|respirações|ademhalingen|words?|wörter|worte|palabras|mots|parole|palavras|woorden|times|mal|veces|fois|"
    r"volte|vezes|keer|(?:kilo)?met(?:er|ers|re|res|ri|ros)|kilom[eèé]tr\w+|quilômetros|km|miles|minut\w*|seconds?|"
    r"sekunden|segundos|secondes|secondi|seconden|einwohner|stimmen)\b"
)
"""What is counted behind a number that is a helpline's too; hours, days and calls are what a helpline has."""

_PLAIN = r"\d{3,6}(?:[ -]\d{2,4}){0,3}"
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROUND = re.compile(r"\d{1,4}00")
"""Counted more likely than called."""
_COUNTING = re.compile(r"\b(?:bis|tot|van|hasta|fino a|até|jusqu['’]à) $")
"""Before a number that is counted to, though it is a helpline's too."""
_REACH = 60
"""Characters around a number in which a word that asks to call counts."""


@dataclass(frozen=True, slots=True)
class PhoneTable:
    """How numbers to call are written and spoken of in a language; all but `plus` are patterns."""

    plus: str
    """What the sign before a country's number is called."""
    shapes: tuple[str, ...]
    """Written for nothing else where the language is spoken."""
    alone: str
    """Of helplines, known by themselves."""
    call: str
    """Words before a number that is called."""
    links: str
    """What may stand between such a word and the number."""
    call_after: str
    """Words behind a number that is called."""
    uncounted: str
    """Words behind a number that are nothing counted."""


def phone_step(table: PhoneTable, digits: tuple[str, ...]) -> Callable[[str], str]:
    """Return the step that puts numbers to call in words, with a comma between their groups."""
    shapes = "|".join((*table.shapes, *_SHAPES))
    number = re.compile(
        rf"(?<![\w,/$€£%+-])(?<!\d[.:])(?:(?P<shape>{shapes})|(?P<europe>{HELPLINES_OF_EUROPE})|"
        rf"(?P<alone>{table.alone})|(?P<plain>{_PLAIN}))"
        r"(?![\w%°€/-]|[.,:]\d| ?[°€%])"
    )
    shaped = re.compile(rf"(?<= )(?:{shapes})$")
    call = re.compile(rf"\b(?:{table.call})\b", re.IGNORECASE)
    link = re.compile(rf"(?:\d|\b(?:{table.links}))[\s,:]*$", re.IGNORECASE)
    after = re.compile(rf"(?:\W+\w+){{0,2}}?\W+(?:{table.call_after})\b", re.IGNORECASE)
    things = re.compile(f" {COUNTED_THINGS}", re.IGNORECASE)
    counted = re.compile(rf" (?!(?:{table.uncounted})\b)[^\W\d_]", re.IGNORECASE)

    def is_called(match: re.Match[str]) -> bool:
        text = match.string
        if _ROUND.fullmatch(match[0]):
            return False
        if after.match(text, match.end(), match.end() + _REACH):
            return True
        before = text[max(0, match.start() - _REACH) : match.start()]
        words = list(call.finditer(before))
        if not words:
            return False
        between = before[words[-1].end() :]
        many = len(between.split())
        year = _YEAR.fullmatch(match[0]) is not None
        return (many <= 1 or link.search(between) is not None) and not (year and many > 0)

    def reading(match: re.Match[str]) -> str:
        is_counted = counted.match(match.string, match.end())
        to_count = _COUNTING.search(match.string, max(0, match.start() - _REACH), match.start())
        alone = match["alone"] and not to_count
        europe = match["europe"] and not to_count and not things.match(match.string, match.end())
        if match["shape"] or europe or (not is_counted and (alone or is_called(match))):
            return digits_apart(match[0], table.plus, digits)
        return shaped.sub(lambda inner: digits_apart(inner[0], table.plus, digits), match[0])

    return lambda text: number.sub(reading, text)


def digits_apart(number: str, plus: str, digits: tuple[str, ...]) -> str:
    """Return the digits of `number` in words; what stood between its groups becomes a comma."""
    groups = re.findall(r"\d+", number.replace("(0)", ""))
    said = ", ".join(" ".join(digits[int(digit)] for digit in group) for group in groups)
    return f"{plus} {said}" if number.startswith("+") else said
