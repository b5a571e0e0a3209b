"""What was probably meant by brackets that are no cue. A suggestion keeps every number that was written."""

import re
from collections import Counter
from decimal import Decimal
from difflib import get_close_matches

from feltsense.script.durations import DURATION, WHOLE_NUMBER, compiled, milliseconds_of, number_of, with_unit, written
from feltsense.script.lazy_pattern import LazyPattern

_NUMBER = rf"(?<![\w.]){WHOLE_NUMBER}(?:\.\d+)?"
_UNITS_ELSEWHERE = (
    (re.compile(r"(?<=[\d\s])(?:sek|seg|sec)[a-zé]*\.?(?![a-z])"), "s"),
    (re.compile(r"(?<=[\d\s])(?:min[a-z]*)\.?(?![a-z])"), "min"),
)
"""Of other languages, and of other spellings."""
_LENGTH = rf"(?<![\w.,:]){DURATION}(?![\w:]|[.,]\d)"
_DIGITS_AND_UNIT = LazyPattern(r"(\d+(?:[.,]\d+)?) ?(s|m)[a-z]*")
_TO = LazyPattern(r"\s*(?:to|or|-|–|—|bis|a|à|al|o|ou|oder|and|und)\s*")
_ABOUT = LazyPattern(r"\b(?:about|around|roughly|approx\w*|circa|ca|etwa|ungefähr|unos|unas|environ)\b|~")
_PAUSE_WORDS = frozenset(
    "pause pausa silence silencio silenzio silent stille schweigen wait beat break gap rest stay stop quiet stillness "  # noqa: SIM905 - a list of words reads best as words
    "moment warten espera".split()
)
_DONE = _PAUSE_WORDS | frozenset(
    "hold holding breathe breathing sit notice feel sense listen count let allow about around next after slow long "  # noqa: SIM905 - as above
    "short music see look linger continue".split()
)
"""Words of what is done for so long, or of no part."""
_NAME_AND_LENGTH = rf"(?P<name>[A-Z][^\d:\[\]()|]{{1,60}}?) ?[-:|(] ?(?P<length>{DURATION})\)?"
_SHORT, _LONG = (
    re.compile(r"\b(?:beat|short|brief|kurz\w*|corta|breve|courte)\b"),
    re.compile(r"\blong|\blang\w*|\blarga"),
)
_NO_PAUSE = LazyPattern(
    r"\b(?:ads?|adverts?|advertis\w+|sponsors?|commercials?|promo|music|sound|song|track|in|out|inhale|exhale|breath\w*|repeat|times|bells?|rounds?|steps?|from|up|until|till)\b"
)
TIME_OF_DAY = LazyPattern(
    r"\b(?:bis|hasta(?: las?)?|jusqu['’]?à|fino alle|até(?: às)?|tot|um|a las|à|alle|às|om) \d{1,2}[.:h]\d{2}\b"
)
"""At which something ends or begins, in other languages."""
_TO_LISTENER = LazyPattern(
    r"\b(?:you(?:rs?|rself|'re|'ll)?|us|our|we)\b|^(?:feel|notice|sense|imagine|relax|soften|remember) \w+ \w"
)
_BELLS = LazyPattern(r"\b(?:bells?|chimes?|gongs?|bowls?|cymbals?|tingsha\w*|ding)\b")
_VERSION = rf"(?:(?P<from>from|form|at least|after)|up ?to|up|until|till|at most) (?P<length>{DURATION})\b.{{0,20}}"
_BREATHS = rf"(?:for |take |about )?(?P<number>{WHOLE_NUMBER}) (?:\w{{1,12}} )?(?:breaths?|rounds?|breath cycles)"


def speaks_to_listener(text: str) -> bool:
    """Tell whether words in brackets speak to somebody, and are no pause with a length: “You may rest here.”."""
    lowered = text.lower()
    return _TO_LISTENER.search(lowered) is not None and not (
        has_numbers(lowered) and re.match(r"\W*(?:pause|silence|wait)\b", lowered)
    )


def pause_suggestion(text: str) -> str | None:
    """Return the pause that `text` (without brackets) probably means; None where it is none, or its length unclear."""
    lowered = " ".join(text.lower().split())
    plain = lowered
    for unit, meant in _UNITS_ELSEWHERE:
        plain = unit.sub(meant, plain)
    lengths = list(compiled(_LENGTH).finditer(plain))
    words = re.findall(r"[^\W\d_]{3,}", plain)
    said = any(
        word in _PAUSE_WORDS or get_close_matches(word, ("pause", "silence"), n=1, cutoff=0.75) for word in words
    )
    if (
        _NO_PAUSE.search(plain)
        or TIME_OF_DAY.search(lowered)
        or not (said or (lengths and re.search(r"\d ?[a-z]", lengths[0][0])))
    ):
        return None
    found = _pause(plain, lengths)
    return found if found and keeps_numbers(found, lowered) else None


def section_suggestion(text: str) -> str | None:
    """Return the heading of a part that lasts as long as is written behind its name: “Opening – 30 s”.

    None where a word of it may be a silence, or something to be done for so long: “Hold – 5 s”.
    """
    match = compiled(_NAME_AND_LENGTH).fullmatch(" ".join(text.split()).replace("\u2013", "-").replace("\u2014", "-"))
    milliseconds = milliseconds_of(match["length"].lower()) if match else None
    if match is None or milliseconds is None:
        return None
    words = re.findall(r"[^\W\d_]+", match["name"].lower())
    done = any(word in _DONE or get_close_matches(word, ("pause", "silence"), n=1, cutoff=0.75) for word in words)
    return None if done or _NO_PAUSE.search(" ".join(words)) else f"## {match['name']} [{written(milliseconds)}]"


def bell_suggestion(text: str) -> str | None:
    """Return the bell that `text` probably means; None where it is none, or its numbers are unclear."""
    lowered = " ".join(text.lower().split())
    if not _BELLS.search(lowered):
        return None
    low = " low" if re.search(r"\b(?:low|deep|gongs?)\b", lowered) else ""
    numbers = [f"{number:f}" for number in _numbers(lowered)] + ["2"] * bool(re.search(r"\btwice\b", lowered))
    if not numbers or numbers == ["1"]:
        return f"[bell{low}]"
    if len(numbers) == 1 and "every" in lowered:
        numbers = ["3", *numbers]
    every = numbers[1] if len(numbers) == 2 else "5"
    return f"[bell{low} {numbers[0]} times every {every}s]" if len(numbers) < 3 else None


def breath_suggestion(text: str) -> str | None:
    """Return a breath for so many breaths as `text` says; None where it says none."""
    match = compiled(_BREATHS).fullmatch(" ".join(text.lower().split()))
    return f"[breathe in 4 out 6 for {number_of(match['number']):f} rounds]" if match else None


def version_suggestion(text: str) -> str | None:
    """Return the beginning of a part for some lengths that `text` probably means; None where it is none."""
    plain = " ".join(text.lower().split())
    for unit, meant in _UNITS_ELSEWHERE:
        plain = unit.sub(meant, plain)
    match = compiled(_VERSION).fullmatch(plain)
    milliseconds = milliseconds_of(match["length"]) if match else None
    if match is None or milliseconds is None:
        return None
    begin = "from" if match["from"] else "up to"
    return f"[{begin} {(Decimal(milliseconds) / 60_000).normalize():f} min]"


def has_numbers(text: str) -> bool:
    """Tell whether `text` has a number in it, in digits or words."""
    return bool(_numbers(text.lower()))


def keeps_numbers(suggestion: str, text: str) -> bool:
    """Tell whether every number in `text` (lower case), in digits or words, stands in `suggestion`, or its length."""
    if not Counter(_numbers(text)) - Counter(_numbers(suggestion)):
        return True
    here, there = compiled(_LENGTH).search(suggestion), compiled(_LENGTH).findall(text)
    same = here is not None and len(there) == 1 and milliseconds_of(here[0]) == milliseconds_of(there[0])
    return same and not _numbers(compiled(_LENGTH).sub(" ", text))


def _pause(plain: str, lengths: list[re.Match[str]]) -> str | None:
    about = "about " if _ABOUT.search(plain) else ""
    if not lengths:
        return "[short pause]" if _SHORT.search(plain) else "[long pause]" if _LONG.search(plain) else "[pause]"
    if len(lengths) == 1:
        return f"[pause {about}{_short(lengths[0][0])}]"
    low, high = lengths[:2]
    if len(lengths) == 2 and _TO.fullmatch(plain[low.end() : high.start()]):
        return f"[pause {_short(with_unit(low[0], high[0]))} to {_short(high[0])}]"
    return None


def _short(length: str) -> str:
    """Return a length with its number as it was written, where that is one number in digits."""
    plain = _DIGITS_AND_UNIT.fullmatch(length)
    if plain and not length.endswith("ms"):
        return f"{plain[1].replace(',', '.')}{plain[2]}"
    if re.fullmatch(r"[\d.,]+", length):
        return f"{length.replace(',', '.')}s"
    milliseconds = milliseconds_of(length)
    return written(milliseconds) if milliseconds else length


def _numbers(text: str) -> list[Decimal]:
    found = [digits.replace(",", ".") for digits in re.findall(r"\d+(?:\.\d+|,\d(?!\d))?", text)]
    words = [match[0] for match in compiled(_NUMBER).finditer(text) if not match[0][0].isdigit()]
    return [*map(Decimal, found), *map(number_of, words)]
