"""A length of time in what was typed: `3 min`, `half an hour`, or a number alone. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from feltsense.library.typed_words import SAYING_LITTLE, typed_words

_SHORTEST = 0.5
"""Minutes; `a second` is none of an exercise."""
_LONGEST_ALONE = 120
"""A number that stands alone is one of minutes up to here."""
_NEAR = 0.5
"""Minutes that an offered length may differ by from the one that is meant."""

_UNIT = re.compile(r"(?<![^\W\d])(?:[hms]\b|min|sec|hour|hrs?\b|stunde|sekunde|viertelstunde|heure|hora|segundo)")
"""Where none begins so, nothing is looked for: the pattern of all lengths takes long to compile."""
_OTHER_UNITS = {
    r"\b(?:(?:eine )?halbe stunde|(?:une )?demi[ -]heure|media hora)\b": "30 minutes",
    r"\b(?:(?:eine )?viertelstunde|(?:un )?quart d['’]heure|(?:un )?cuarto de hora)\b": "15 minutes",
    r"\bminut(?:en?|os?)\b": "minutes",
    r"\b(?:sekunden?|secondes?|segundos?)\b": "seconds",
    r"\b(?:stunden?|heures?|horas?)\b": "hours",
}
_BEFORE_A_UNIT = r"(?<!\w)([^\W\d]+)(?:(?: |-| y | et )([^\W\d]+))?(?= (?:min|minutes?|hours?|seconds?)\b)"
"""Words that may be a number, or the tens and ones of one."""
_NUMBER_LANGUAGES = ("de", "fr", "es")
_NOT_OFFERED = (r"(?<![\w.,])(?<!\bin )(?<!every )(?<!last )", r"(?! (?:ago|late|early|until|till|left)\b)")
"""Around a length that somebody has to listen: not in `exam in 10 minutes` or `5 minutes ago`."""
_ALONE = re.compile(r"\d{1,3}(?:[.,]\d)?")
_BEHIND_WORDS = re.compile(r"(?P<words>(?:[^\W\d]|[ '’-])+?) (?P<minutes>\d{1,2})")
_NO_LENGTH_BEHIND = frozenset(
    "age aged around catch chapter covid day level number since step turned until week woke".split()  # noqa: SIM905 - a list of words reads best as words
)
"""With words that say little, those behind which a number is something else: `woke up at 3`."""


@dataclass(frozen=True, slots=True)
class TypedLength:
    """What was typed, with its length by itself."""

    minutes: float | None
    """None where none was named."""
    rest: str
    """All else."""


def typed_length(typed: str) -> TypedLength:
    """Return the length that was typed, and the rest."""
    plain = " ".join(typed.casefold().split())
    if _ALONE.fullmatch(plain) and _SHORTEST <= (minutes := float(plain.replace(",", "."))) <= _LONGEST_ALONE:
        return TypedLength(minutes, "")
    if _UNIT.search(plain):
        return _with_unit(plain, typed)
    behind = _BEHIND_WORDS.fullmatch(plain)
    if behind and int(behind["minutes"]) and not _says_little(behind["words"].split()[-1]):
        return TypedLength(float(behind["minutes"]), behind["words"])
    return TypedLength(None, typed)


def offered_near(offered: tuple[float, ...], minutes: float | None) -> float | None:
    """Return the length among those offered that is meant with so many minutes; None for none near it."""
    near = min(offered, key=lambda each: abs(each - minutes), default=None) if minutes else None
    return near if near is not None and minutes is not None and abs(near - minutes) <= _NEAR else None


def _with_unit(plain: str, typed: str) -> TypedLength:
    from feltsense.script.durations import DURATION, compiled, milliseconds_of  # noqa: PLC0415 - for few

    for other, unit in _OTHER_UNITS.items():
        plain = re.sub(other, unit, plain)
    plain = re.sub(_BEFORE_A_UNIT, _in_digits, plain)
    before, behind = _NOT_OFFERED
    for found in compiled(f"{before}{DURATION}{behind}").finditer(plain):
        ms = milliseconds_of(found[0], 24 * 3_600_000) if _UNIT.search(found[0]) else None
        if ms and ms >= _SHORTEST * 60_000:
            return TypedLength(ms / 60_000, f"{plain[: found.start()]} {plain[found.end() :]}".strip())
    return TypedLength(None, typed)


def _says_little(word: str) -> bool:
    """Tell whether a number behind that word is none of minutes."""
    return word in _NO_LENGTH_BEHIND or not SAYING_LITTLE.isdisjoint(typed_words(word))


def _in_digits(found: re.Match[str]) -> str:
    """Return words before a unit with a number of another language in digits; as they are where there is none."""
    first, second = (_number_of(word) for word in found.groups())
    if first and second and first > second:
        return f"{first + second}"
    if second:
        return f"{found[0].removesuffix(found[2])}{second}"
    return f"{first}" if first and not found[2] else found[0]


def _number_of(word: str | None) -> int:
    """Return the number that a word of another language means; 0 for none."""
    return _numbers().get(typed_words(word or ""), 0)


@cache
def _numbers() -> Mapping[tuple[str, ...], int]:
    from feltsense.script.number_words import number_words  # noqa: PLC0415 - for few

    languages = map(number_words, _NUMBER_LANGUAGES)
    return {typed_words(word): int(digits) for numbers in languages for word, digits in numbers.items()}
