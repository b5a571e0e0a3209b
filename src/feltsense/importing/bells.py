"""Bells as people write them: “bell x3”, “ring the bowl three times”, “three soft chimes to end”, “Klangschale”.

An aside is a bell when it names one and all its other words are of the few that go with it, in any order.
"""

import re

from feltsense.script.durations import DURATION, WHOLE_NUMBER, number_of
from feltsense.script.foreign_words import FOREIGN_LANGUAGES, in_english
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.variants import canonical

BELL_SIGNS = "\U0001f514\U0001f6ce"
"""🔔 and 🛎."""

_LONGEST = 90
_MOST = 20
_EVERY = "5s"
_NAMES = frozenset(
    "bell bells chime chimes gong gongs bowl bowls tingsha tingshas dings ding dong cymbal cymbals".split()  # noqa: SIM905 - a list of words reads best as words
)
_ALONG = frozenset(
    "ring rings ringing rung strike strikes struck striking sound sounds sounding sounded play plays played tap taps "  # noqa: SIM905 - as above
    "chiming hit hits invite invites inviting toll tolls gentle gently soft softly low high deep clear tibetan singing "
    "crystal small large big little temple meditation mindfulness hand the a an of to for at in and is are with by "
    "or end ends ending begin begins beginning start starts close closes closing opening open final last practice "
    "session exercise sit silence single one again please then let us it be here now second seconds minute pause "
    "apart every let letting allow allowing completely fully slow slowly quietly softly tone tones note notes sit stay "
    "silent ends fading their sound sounds rings fades die dies dying off naturally entirely three two "
    "between each fade fades away out once time times x".split()
)
_LOW = LazyPattern(r"\b(?:low|gongs?|deep)\b")
_KEY = LazyPattern(
    r"bell|chime|gong|bowl|tingsha|ding|cymbal|klang|schale|glock|campan|cuenc|cloche|clochette|\bbols?\b|carillon"
    r"|ciotol|sino|sineta|tigela|taça|zimbel|\bbel\b|schaal|timbre|ting-sha"
)
_TIMES = LazyPattern(
    rf"\b(?:x ?(?P<x>\d{{1,3}})|(?P<count>{WHOLE_NUMBER}) ?(?:x\b|times\b)|(?P<word>twice|thrice)|"
    rf"(?P<bells>{WHOLE_NUMBER}) (?:\w+ ){{0,2}}(?:bells?|chimes|strikes|rings|gongs|dings|bowls|sounds|tolls|taps|"
    rf"tingshas))\b"
)
_BETWEEN = LazyPattern(
    rf"\b(?:every (?P<every>{DURATION})|(?P<apart>{DURATION}) apart|"
    rf"(?:with )?(?P<with>{DURATION}) (?:pause )?(?:in )?between(?: each)?)\b"
)
_MARKS = LazyPattern(r"[^\w\s]|_")
_DINGS = LazyPattern(r"(?:ding|dong|bell|gong)(?: (?:ding|dong|bell|gong))+")


def written_bell(text: str, language: str = "") -> str | None:
    """Return the bell's cue (without brackets) that an aside asks for; None when it is none, or says more than that.

    Args:
        text: what stands in its brackets or between its marks.
        language: of the document, where it is known.
    """
    if len(text) > _LONGEST:
        return None
    signs = sum(text.count(sign) for sign in BELL_SIGNS)
    if signs and not any(map(str.isalnum, text)):
        return _cue(signs, _EVERY, low=False)
    lowered = " ".join(text.lower().replace("×", "x").replace("/", " or ").replace("ting-sha", "tingsha").split())
    if not _KEY.search(lowered):
        return None
    languages = sorted(FOREIGN_LANGUAGES, key=lambda each: each != language[:2])
    read = (_in_english(lowered), *(_in_english(in_english(lowered, each)) for each in languages))
    return next(filter(None, read), None)


def _in_english(lowered: str) -> str | None:
    plain = " ".join(_MARKS.sub(" ", lowered).split())
    if _DINGS.fullmatch(plain):
        return _cue(len(plain.split()), _EVERY, low="gong" in plain)
    between, times = _BETWEEN.search(lowered), _TIMES.search(plain)
    number = _number(times)
    rest = _BETWEEN.sub(" ", lowered)
    words = _MARKS.sub(" ", _TIMES.sub(_without_number, rest)).split()
    named = [word for word in words if word in _NAMES]
    if not named or not all(word in _NAMES or word in _ALONG for word in words) or not 1 <= number <= _MOST:
        return None
    every = between and canonical(f"pause {between['every'] or between['apart'] or between['with']}")
    low = _LOW.search(plain) is not None and ("bell" not in words or "or" not in words)
    return _cue(number, every.removeprefix("pause ") if every else _EVERY, low=low)


def _without_number(match: re.Match[str]) -> str:
    """Return the words around a number that are looked at as well."""
    return " " + match[0].removeprefix(match["bells"]) if match["bells"] else " "


def _number(times: re.Match[str] | None) -> int:
    if times is None:
        return 1
    if times["word"]:
        return 2 if times["word"] == "twice" else 3
    return int(number_of(times["x"] or times["count"] or times["bells"]))


def _cue(times: int, every: str, *, low: bool) -> str:
    name = "bell low" if low else "bell"
    return name if times == 1 else f"{name} {times} times every {every}"
