"""The parts of breaths that are counted in words: “breathe in for 4 seconds”, “out for 6”, “4-7-8 breathing”.

Which of them make a breath, and how often, is told in `breath_words.py`. Nothing here changes a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from feltsense.script.breath import LONGEST_MS
from feltsense.script.durations import DURATION
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.repeat_words import COUNT_NUMBER, FOREIGN_NUMBERS, count_of

_LONGEST = LONGEST_MS // 1000
GAP = 80
"""Characters at most between the words of a part and its count, and from a breath to what asks for a repeat of it."""
_KINDS = {
    "in": r"breath(?:e|ing)(?: \w+){0,2}? in|in[ -]breath|inhal(?:e[nd]?|ing|ation)|breath in|einatmen|"
    r"atme(?:n sie|t)?(?: (?!NUMBER)\w+){0,3}? ein\b(?! (?:mal|paar)\b)|"
    r"inhala[rd]?|inhalando|inspira(?:te|re|r|ndo)?|inspir(?:e[zrs]?|ant)|inal(?:a[rt]?|e|are|ate|ando)|"
    r"tom(?:a|e|ar) (?:el )?aire|pux(?:e|ar) o ar|"
    r"adem(?: (?!uit\b|NUMBER)\w+){0,2}? in\b(?! NUMBER \w+ (?:in|uit)\b)|inademen",
    "out": r"breath(?:e|ing)(?: \w+){0,2}? out|out[ -]breath|exhal(?:e[nd]?|ing|ation)|breath out|ausatmen|"
    r"atme(?:n sie|t)?(?: (?!NUMBER)\w+){0,3}? aus|"
    r"exhala[rd]?|exhalando|espira(?:te|re|r|ndo)?|expir(?:e[zrs]?|ant|ar?|ando)|souffl(?:e[zrs]?|ant)|suelt[ae]|"
    r"su[eé]lt[ae]lo|solt(?:e|ar|ando)|adem(?: (?!NUMBER)\w+){0,2}? uit|uitademen",
    "hold": r"hold(?:ing)?\b|retain|suspend|halten?|anhalten|sost[eé]n(?:er)?|sostenga|ret[eé]n(?:er)?|"
    r"mant[eé]n(?:er)?|reten(?:ez|ir)|retiens|bloque[zr]?|trattien[ie]|tratten(?:ete|ere)|segur[ae]r?|retenha|"
    r"houd(?: \w+)? vast|vasthouden",
}
_BARE = {"in": "in", "ein": "in", "out": "out", "aus": "out", "uit": "out"}
_UNIT = (
    r"(?:seconds?|secs?|s|counts?|beats?|sekunden|segundos|secondes|secondi|seconden|tiempos|temps|tempi|tempos|"
    r"tellen|zählzeiten|zügen?)\b"
)
_NOT_PHASE = (
    r"(?:times\b|x\b|breaths?\b|rounds?\b|more\b|min|hour|cycles?\b|mal\b|veces\b|fois\b|volte\b|vezes\b|keer\b|"
    r"things?\b|"
    r"fingers?\b|toes?\b|days?\b|weeks?\b|months?\b|years?\b|people\b|%|/\s*\d|:\d)"
)
_PLACED = (
    r"(?:for|of|to|on|over|until|en|em|con|com|auf|bis|sur|pendant|per|por|durante|até|hasta|fino a|jusqu['’]à|"
    r"voor|tot|um|with)(?: an?\b| the\b)?"
    r"(?: slow| steady| gentle| long)?(?: count(?:s|ing)?\b(?: (?:of|to)\b)?)?"
)
_MANNER = (
    r"(?: (?:profund[ao]|profundamente|hondo|lent[ao]|lentamente|despacio|suavemente|(?:todo )?el aire|el aliento|"
    r"profondément|lentement|doucement|calmement|l['’]air|l['’]aria|profondamente|dolcemente|piano|o ar|devagar|fundo|"
    r"tief|langsam|sanft|ruhig|diep|langzaam|rustig|deeply|slowly|gently|por la nariz|por la boca|par le nez|"
    r"par la bouche|dal naso|dalla bocca|pelo nariz|pela boca|durch die nase|durch den mund|"
    r"through (?:the|your) (?:nose|mouth))){0,3}"
)
"""How and through what: behind the word of a part, and before its counts."""
_SEPARATOR = r"[\s,.…–:-]{1,6}"
_FIRST_COUNTS = r"(?:eins|uno|une?|um|één|een)\b"
_LIST = rf"(?P<list>(?:{COUNT_NUMBER}|{_FIRST_COUNTS})(?:{_SEPARATOR}{COUNT_NUMBER}){{1,9}})"
_WORDS_BETWEEN = r"(?:(?!\b(?:in|out|inhale|exhale|hold|breathe|einatmen|ausatmen)\b)[^.!?…\d\[\]()])"
_VERBS = {
    "in": r"einatmen|inhalar|inspirar|inspirant|inspirando|inademen",
    "out": r"ausatmen|exhalar|espirar|expirant|espirando|expirar|expirando|soltar|soufflant|uitademen",
    "hold": r"anhalten|halten|sostener|retener|vasthouden|segurar",
}
_PLAIN_VERBS = "|".join(_VERBS.values())
"""What may stand behind its count: “auf vier einatmen”, “hasta cuatro al inhalar”."""
_CLAUSE_ENDS = (
    rf"(?=\s*(?:$|\n|[^\w\s'’-]|-(?!\w)|{COUNT_NUMBER}|"
    r"(?:and|then|through|und|dann|durch|y|luego|e|et|puis|en|dan|door)\b))"
)
"""Behind “in” and the like where it is the breath's: no “4 in mind”, “10 seconds in silence”, “bis 4 ein Mal”."""
_BARE_WORDS = rf"(?:{'|'.join(_BARE)})\b"
_TO_COUNT = LazyPattern(r"(?:for|auf|bis|tot)\b", re.IGNORECASE)
"""Between a number and “in” without a word of breathing: “auf 6 aus”, and not “um 6 aus”."""
_PHASE = LazyPattern(
    rf"\b(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _KINDS.items()).replace('NUMBER', COUNT_NUMBER)}|"
    rf"(?P<bare>in|out|ein|aus|uit)(?=[\s,.…:–-])(?! {COUNT_NUMBER} {_UNIT} (?:in|uit)\b))"
    rf"(?:{_MANNER}[\s,.…:;–-]{{0,8}}(?:\(\s*|\[\s*)?(?:for |to |in )?(?:{_LIST}|(?P<next>{COUNT_NUMBER}))"
    rf"|{_WORDS_BETWEEN}{{0,{GAP}}}?\b{_PLACED} (?P<placed>{COUNT_NUMBER})"
    rf"|{_WORDS_BETWEEN}{{0,{GAP}}}?[ (\[](?P<united>{COUNT_NUMBER})(?=[ -]?{_UNIT}))"
    rf"(?:[ -]?{_UNIT})?(?:\s*[\])])?(?!\w)(?!\s*{_NOT_PHASE})"
    rf"|\b(?P<before>{COUNT_NUMBER})[ -]?{_UNIT}(?: (?:lang|of))? (?:breathing )?"
    rf"(?P<after>hold\b|(?<=breathing )(?:in|out)\b|{_BARE_WORDS}{_CLAUSE_ENDS})"
    rf"|\b(?:(?P<place>{_PLACED}) (?P<counted>{COUNT_NUMBER})(?:[ -]?{_UNIT}| zählen| zählend)?"
    rf"|(?P<measured>{COUNT_NUMBER})[ -]?{_UNIT})"
    rf"(?: lang)?(?: (?:al|beim|en|ao|bij het|quando|wieder))? "
    rf"(?P<then>(?:{_PLAIN_VERBS})(?!\w)|{_BARE_WORDS}{_CLAUSE_ENDS})",
    re.IGNORECASE,
)
_AND = r"[\s,;/|–—-]{1,4}(?:(?:and|und|y|et|e|en|then) )?"
_COUNTED = rf"{COUNT_NUMBER}(?: ?{_UNIT})?"
_COMPACT = LazyPattern(
    rf"\b(?P<number_in>{COUNT_NUMBER})(?: ?{_UNIT})? (?:in|ein)\b"
    rf"(?:{_AND}(?:(?P<number_hold>{_COUNTED}) hold|hold (?:for )?(?P<number_held>{_COUNTED})))?"
    rf"{_AND}(?P<number_out>{COUNT_NUMBER})(?: ?{_UNIT})? (?:out|aus|uit)\b"
    rf"|(?<![a-z] )\b(?:in|ein)[ :=]{{1,3}}(?:for )?(?P<in_number>{_COUNTED})"
    rf"(?:{_AND}hold[ :=]{{1,3}}(?:for )?(?P<hold_number>{_COUNTED}))?"
    rf"{_AND}(?:out|aus|uit)[ :=]{{1,3}}(?:for )?(?P<out_number>{_COUNTED})(?!\w)(?!\s*{_NOT_PHASE})",
    re.IGNORECASE,
)
"""Both parts of a breath side by side: “4 in, 6 out”, “in for 4, out for 6”."""
_COMPACT_PARTS = (
    ("in", ("number_in", "in_number")),
    ("hold", ("number_hold", "number_held", "hold_number")),
    ("out", ("number_out", "out_number")),
)
_COUNT = LazyPattern(COUNT_NUMBER, re.IGNORECASE)
_NAMED_BREATH = r"(?:breath(?:e|ing)?|atmung|atmen|respiraci[óo]n|respiration|respirazione|respiração|ademhaling)\b"
_RHYTHM = r"(?<![\d.,:/-])\d{1,2}(?: ?[-–:/] ?\d{1,2}){2,3}(?![\d:/]|-\d|[.,]\d)"
_TWO = r"(?<![\d.,:/-])\d{1,2}-\d{1,2}"
_PATTERN = LazyPattern(
    rf"(?P<first>{_RHYTHM}|{_TWO})[ -](?:(?:box|square|relaxing|calming|pattern|rhythm|count) )?{_NAMED_BREATH}"
    r"(?! cycle)"
    rf"|{_NAMED_BREATH}(?: (?:pattern|rhythm|of|at|with|in|a))* ?[:,–—-]? ?(?P<last>{_RHYTHM})",
    re.IGNORECASE,
)
"""“4-7-8 breathing”: in, hold, out, and a hold again where there are four."""
_HOW_OFTEN = LazyPattern(
    rf"\b(?:{COUNT_NUMBER}|x) ?(?:times|x\b|rounds?|cycles?|mal|runden|rondas|veces|fois|volte|vezes|keer|rondes|giri|"
    rf"\d)|\bfor {DURATION}|\brepeat",
    re.IGNORECASE,
)
_NEAR_PATTERN = 24
"""Characters between the name of a breath and how often."""
_SHORT_PATTERN = 40
"""Characters of a text that is nothing but the name of a breath."""
_COUNTED_BREATH = LazyPattern(r"(?<![\w.])\d{1,3}(?:,|…|\.{3})? ?$")
"""The number of a breath before its word: “27 inhaling, 27 exhaling, 26 inhaling” counts breaths and no seconds."""
_NEAR = 8
_OUT_ALONE = LazyPattern(
    rf"[\s,.…\])]{{1,6}}(?:and )?(?:breathe out|exhale|out)\b(?!{_MANNER}[\s,.…:(\[–-]{{0,6}}(?:for|to)\b"
    rf"|{_WORDS_BETWEEN}{{0,{GAP}}}?[\s,.…:(\[–-]{{0,6}}\b{COUNT_NUMBER}\b(?!\s*{_NOT_PHASE}))",
    re.IGNORECASE,
)
"""Breathing out behind a breath that is counted in, without any count of its own: as long, most likely."""
_BARE_PLACED = LazyPattern(
    r"[\s,.…–:-]*(?:(?:for|to|over|on)\b)?(?: an?| the)?(?: slow)?(?: count(?: of| to)?)?\s*", re.IGNORECASE
)
_SAYS_BREATH = LazyPattern(r"breath|inhal|exhal|count|second|beat|atm|respir|adem", re.IGNORECASE)
_OWN_BREATH = LazyPattern(
    r"\[\s*(?:breathe?|inhale|exhale|in|out)\b[^\[\]]{0,120} for \d[^\[\]]{0,60}\]", re.IGNORECASE
)
_BARE_OUT = (" out", " aus", " uit")
_NAMES = ("breath", "atm", "respira", "adem")
_OUT_WORDS = ("out", "exhal", "xpir", "espira", "souffl", "suelt", "suélt", "solte", "solta", "aus", "uit")
_PART = LazyPattern(
    r"\b(?:(?:in|out|ein|aus|uit)\b[\s,.…:–-]{1,4}(?:for\b|to\b|\d|two\b|one\b)|inhal|exhal|hold(?:ing)?\b|breath(?:e|"
    r"ing)? (?:in|out)|einatm|"
    r"ausatm|atme|halt|inspir|e[sx]pir|adem|\w+ (?:seconds|counts|sekunden|segundos) (?:lang )?(?:in|out|ein|aus)\b)",
    re.IGNORECASE,
)
_BEGINS = LazyPattern(r"\b(?:in|inhal\w*|inspir\w*|inal[ae]\w*|einatmen|inademen|ein|aire|ar)\b", re.IGNORECASE)
_ENDS = LazyPattern(
    r"\b(?:out|exhal\w*|e[sx]pir\w*|souffl\w*|su[eé]lt\w*|solt\w*|ausatmen|aus|uit|uitademen)\b", re.IGNORECASE
)
_COUNTS = LazyPattern(
    rf"\d|\b(?:t(?:wo|hree|en)|f(?:our|ive)|s(?:ix|even)|eight|nine|{'|'.join(FOREIGN_NUMBERS)})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CountedPhase:
    """A part of a breath, from `start` to `end` of its text: `in`, `hold` or `out`, and for how many seconds."""

    start: int
    end: int
    kind: str
    seconds: int


def counted_phases(text: str) -> tuple[CountedPhase, ...]:
    """Return the parts of breaths that a paragraph counts in words, in order; none where it counts no whole breath."""
    lowered = text.lower()
    named = list(_patterns(text)) if any(word in lowered for word in _NAMES) else []
    if not named and (
        not any(word in lowered for word in _OUT_WORDS)
        or not (_has_counts(text) and _ENDS.search(text) and _BEGINS.search(text))
    ):
        return ()
    return tuple(sorted((*named, *_phases(text)), key=lambda phase: phase.start))


@lru_cache(maxsize=32)
def counts_a_part(text: str) -> bool:
    """Tell whether a part of a breath is counted in `text`."""
    return _has_counts(text) and bool(_PART.search(text)) and next(_phases(text), None) is not None


@lru_cache(maxsize=32)
def _has_counts(text: str) -> bool:
    """Tell whether a number stands in `text`."""
    return _COUNTS.search(text) is not None


def _patterns(text: str) -> Iterator[CountedPhase]:
    """Yield the parts of breaths that are called by their counts, where it is said how often: “4-7-8 breath, x4”."""
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        often = _HOW_OFTEN.search(text, end, end + _NEAR_PATTERN) or _HOW_OFTEN.search(
            text, max(0, start - _NEAR_PATTERN), start
        )
        counts = [int(number) for number in re.findall(r"\d+", match["first"] or match["last"])]
        alone = len(text.strip()) <= _SHORT_PATTERN and not text[:start].strip()
        if (often or alone) and all(1 <= count <= _LONGEST for count in counts):
            kinds = ("in", "out") if len(counts) == 2 else ("in", "hold", "out", "hold")
            for kind, count in zip(kinds, counts, strict=False):
                yield CountedPhase(start, end, kind, count)


def _compact(text: str) -> Iterator[CountedPhase]:
    """Yield the parts of breaths that stand side by side: “4 in, 6 out”."""
    for match in _COMPACT.finditer(text):
        for kind, names in _COMPACT_PARTS:
            said = next((match[name] for name in names if match[name]), "")
            number = _COUNT.match(said) if said else None
            if number and 1 <= count_of(number[0]) <= _LONGEST:
                yield CountedPhase(match.start(), match.end(), kind, count_of(number[0]))


def _phases(text: str) -> Iterator[CountedPhase]:
    """Yield the parts of breaths that are said with their counts."""
    text = _OWN_BREATH.sub(lambda match: " " * len(match[0]), text)
    compact = list(_compact(text)) if any(word in text.lower() for word in _BARE_OUT) else []
    yield from compact
    for phase in compact:
        text = f"{text[: phase.start]}{' ' * (phase.end - phase.start)}{text[phase.end :]}"
    says, read = bool(_SAYS_BREATH.search(text)), 0
    for match in _PHASE.finditer(text):
        seconds, kind = _seconds(match), _kind(match)
        if not 1 <= seconds <= _LONGEST or not _is_phase(match, text, says_breath=says):
            continue
        if match["next"] and _COUNTED_BREATH.search(text, max(read, match.start() - _NEAR), match.start()):
            continue
        read = match.end()
        yield CountedPhase(match.start(), match.end(), kind, seconds)
        alone = _OUT_ALONE.match(text, match.end()) if match["list"] and kind == "in" else None
        if alone:
            yield CountedPhase(match.end(), alone.end(), "out", seconds)


def _is_phase(match: re.Match[str], text: str, *, says_breath: bool) -> bool:
    """Tell whether “in” or “out” without “breathe” is about the breath: “in for a count of four”."""
    if match["counted"] and match["then"].lower() in _BARE:
        return _TO_COUNT.match(match["place"]) is not None
    if not match["bare"]:
        return True
    counted = "placed" if match["placed"] else "united" if match["united"] else "bare"
    number = match.end("bare") if counted == "bare" else match.start(counted)
    return bool(_BARE_PLACED.fullmatch(text, match.end("bare"), number) and (match["list"] or says_breath))


def _kind(match: re.Match[str]) -> str:
    for kind in _KINDS:
        if match[kind]:
            return kind
    word = (match["bare"] or match["after"] or match["then"]).lower()
    return _BARE.get(word) or next((kind for kind, verbs in _VERBS.items() if re.fullmatch(verbs, word)), word)


def _said(match: re.Match[str]) -> str:
    return match["counted"] or match["measured"] or ""


def _seconds(match: re.Match[str]) -> int:
    """Return how long a part of a breath is counted; 0 where its numbers do not count."""
    if not match["list"]:
        return count_of(match["next"] or match["placed"] or match["united"] or match["before"] or _said(match))
    said = re.findall(rf"{COUNT_NUMBER}|{_FIRST_COUNTS}", match["list"], re.IGNORECASE)
    numbers = [1 if re.fullmatch(_FIRST_COUNTS, each, re.IGNORECASE) else count_of(each) for each in said]
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    if steps == {1} and numbers[0] <= 2:
        return numbers[-1]
    return len(numbers) if steps == {-1} and numbers[-1] == 1 else 0
