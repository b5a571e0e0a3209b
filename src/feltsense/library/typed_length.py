"""A length of time in what was typed: `3 min`, `half an hour`, or a number alone. Pure."""

import re
from dataclasses import dataclass

_SHORTEST = 0.5
"""Minutes; `a second` is none of an exercise."""
_LONGEST_ALONE = 120
"""A number that stands alone is one of minutes up to here."""
_NEAR = 0.5
"""Minutes that an offered length may differ by from the one that is meant."""

_UNIT = re.compile(r"(?<![^\W\d])(?:[hms]\b|min|sec|hour|hrs?\b|stunde|heure|hora)")
"""Where none begins so, nothing is looked for: the pattern of all lengths takes long to compile."""
_OTHER_UNITS = {
    r"\bminut(?:en?|os?)\b": "minutes",
    r"\b(?:sekunden?|secondes?|segundos?)\b": "seconds",
    r"\b(?:stunden?|heures?|horas?)\b": "hours",
}
_NOT_OFFERED = (r"(?<![\w.,])(?<!\bin )(?<!every )(?<!last )", r"(?! (?:ago|late|early|until|till|left)\b)")
"""Around a length that somebody has to listen: not in `exam in 10 minutes` or `5 minutes ago`."""
_ALONE = re.compile(r"\d{1,3}(?:[.,]\d)?")


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
    return _with_unit(plain, typed) if _UNIT.search(plain) else TypedLength(None, typed)


def offered_near(offered: tuple[float, ...], minutes: float | None) -> float | None:
    """Return the length among those offered that is meant with so many minutes; None for none near it."""
    near = min(offered, key=lambda each: abs(each - minutes), default=None) if minutes else None
    return near if near is not None and minutes is not None and abs(near - minutes) <= _NEAR else None


def _with_unit(plain: str, typed: str) -> TypedLength:
    from feltsense.script.durations import DURATION, compiled, milliseconds_of  # noqa: PLC0415 - for few

    for other, unit in _OTHER_UNITS.items():
        plain = re.sub(other, unit, plain)
    before, behind = _NOT_OFFERED
    for found in compiled(f"{before}{DURATION}{behind}").finditer(plain):
        ms = milliseconds_of(found[0], 24 * 3_600_000) if _UNIT.search(found[0]) else None
        if ms and ms >= _SHORTEST * 60_000:
            return TypedLength(ms / 60_000, f"{plain[: found.start()]} {plain[found.end() :]}".strip())
    return TypedLength(None, typed)
