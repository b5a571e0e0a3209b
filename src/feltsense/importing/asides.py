"""Where in a paragraph something is set off from speech: in brackets, emphasis, between marks, or alone on its line."""

import re
from dataclasses import dataclass

from feltsense.importing.bells import BELL_SIGNS
from feltsense.importing.meanings import Enclosure
from feltsense.script.durations import DURATION
from feltsense.script.lazy_pattern import LazyPattern

MUSIC_SIGN = "♪"


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of a text from `start` to `end` that is set off."""

    start: int
    end: int
    inner: str
    """What is in it, without its brackets or marks."""
    enclosure: Enclosure


_MARK = r"[-–—*_=~/|+^#·•…]"
_SIGNS = frozenset("-–—*_=~/|+^#·•….")
_MARKS = rf"(?:{_MARK}|\.{{2,}}+)++"
_MARKS_AROUND = LazyPattern(rf"{_MARKS}[ ]*(?P<inner>.*\w.*?)[ ]*{_MARKS}[.!]?", re.DOTALL)
_EMPHASIS_AROUND = LazyPattern(r"(?P<mark>\*{1,3}|_{1,3})(?P<inner>(?=\S).*\S)(?P=mark)[.!]?", re.DOTALL)
_BRACKETS = {"[": ("]", Enclosure.SQUARE), "(": (")", Enclosure.ROUND), "<": (">", Enclosure.ANGLE)}
_STRENGTH = {
    each: number
    for number, each in enumerate(
        (Enclosure.NONE, Enclosure.MARKS, Enclosure.EMPHASIS, Enclosure.ROUND, Enclosure.ANGLE, Enclosure.SQUARE)
    )
}
_ARROW = LazyPattern(r"\s*(?:[-=~]{1,3}>|[→⇒➔➜»▶►]|>{2,3})[ ]*(?=\S)")
"""What stands before some directions: “=> pause 10s”."""
_MOST_AROUND = 6

_TIME_OF_SLASH = r"\d{1,4}(?:\.\d{1,2})?\s?(?:(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?)\b)?"
_INNER_OF_MARKS = (
    r"(?P<in_marks>(?=[^\s])(?:[^\n\[\]()<>*_=~/|+^#·•…–—.-]|(?<=\w)[-–](?=\w)|(?<=\w)\.(?=\d)|(?<=\w)\.(?!\.)){1,60}?)"
)
_ASIDE = LazyPattern(
    # what any of them begins with, in one look
    rf"(?=[\[(<\\/|^*_=~+#·•….–—\-{BELL_SIGNS}{MUSIC_SIGN}⏸XPLSBGCN$%«])(?:"
    r"(?P<square>\$?\[(?P<square2>\[)?(?P<in_square>[^\[\]]*)\](?(square2)\]))"
    r"|(?P<round>\((?P<round2>\()?(?P<in_round>[^()]{1,300})\)(?(round2)\)))"
    r"|(?P<sharp><\s*#\s*(?P<in_sharp>\d{1,4}(?:\.\d{1,3})?)\s*#\s*>)"
    r"|(?P<angle><(?P<angle2><)?(?P<in_angle>/?[A-Za-z\d][^<>]{0,500})>(?(angle2)>))"
    r"|(?P<slash>(?<![\w/:.])/{1,2}\s?(?P<in_slash>" + _TIME_OF_SLASH + r")(?![\w/]|\.\d)/?)"
    r"|(?P<dashes>(?<![^\s.!?,;:])//+(?!\S))"
    r"|(?P<carets>\^{2,})"
    r"|(?P<piped>\|\s*(?P<in_piped>[^|\n]{1,60}?)\s*\|)"
    rf"|(?P<bells>[{BELL_SIGNS}](?:[ ]?[{BELL_SIGNS}])*)"
    r"|(?P<paused>⏸[ ]?(?P<in_paused>" + _TIME_OF_SLASH + r")?)"
    rf"|(?P<music>{MUSIC_SIGN}+(?P<in_music>[^{MUSIC_SIGN}\n]{{0,120}}){MUSIC_SIGN}*)"
    r"|(?P<blank>(?<![\w_*])_{3,}(?![\w_*])|(?<![\w-])X{3,}(?![\w-]))"
    r"|(?P<variable>(?:(?<![\w%])%{1,2}|(?<![\w$])\$|«)(?P<in_variable>[A-Za-z][A-Za-z_.]{2,29})(?<!\.)[%»]{0,2}(?![\w%]))"
    r"|(?P<named>(?:(?<=[a-z,] )|(?<![^\n])(?=[A-ZÉ]+,))(?P<in_named>NAME|NOM|PRÉNOM|NOMBRE|NOME|NAAM)"
    r"(?=[,.!?;'’]|[ ][a-z]|$))"
    r"|(?P<star>(?<![\w*_])(?P<mark>[*_]{1,3})(?=\S)(?P<in_star>[^*_\n]{1,200})(?<=\S)(?P=mark)(?![\w*_]))"
    r"|(?P<caps>(?<![\w'’-])(?<![A-Z] )(?P<in_caps>(?:BELL|GONG|CHIME|(?:(?:LONG|SHORT|BRIEF) )?(?:PAUSE|P A U S E)"
    rf"(?:[ :–—-]{{1,3}}(?:(?i:for )?(?i:{DURATION})(?![\w.]\w|\w)))?))(?![\w'’-])(?! [A-Z]{{2}}))"
    rf"|(?P<marks>(?<![\w.])(?<!{_MARK}){_MARKS}[ ]?{_INNER_OF_MARKS}[ ]?{_MARKS}(?=[\s.,;:!?]|$))"
    r"|(?P<dotted>(?:(?<!…)…++|(?<!\.)\.{2,}+|(?<!-)--++)[ ]?"
    r"(?P<in_dotted>(?!(?i:sil[ei]n)[^ ]{0,6}[. …])[A-Za-z][\w ,]{2,40}?)[ ]?(?:…++|\.{2,}+|"
    r"--++))"
    r")"
)
_ENCLOSURES = {
    "square": Enclosure.SQUARE, "round": Enclosure.ROUND, "angle": Enclosure.ANGLE, "star": Enclosure.EMPHASIS,
    "marks": Enclosure.MARKS, "dotted": Enclosure.MARKS, "caps": Enclosure.MARKS, "piped": Enclosure.MARKS,
    "variable": Enclosure.ROUND, "named": Enclosure.ROUND,
}  # fmt: skip


def unwrapped(line: str) -> tuple[str, Enclosure]:
    """Return what a line holds without the brackets, emphasis and marks around all of it, and the strongest of them."""
    arrow = _ARROW.match(line)
    rest, enclosure = line[arrow.end() :] if arrow else line.strip(), Enclosure.MARKS if arrow else Enclosure.NONE
    for _ in range(_MOST_AROUND):
        inner, found = _around(rest)
        if found is None:
            break
        rest = inner.strip()
        enclosure = max(enclosure, found, key=_STRENGTH.__getitem__)
    return rest, enclosure


def _around(text: str) -> tuple[str, Enclosure | None]:
    """Return a text without the one pair of signs around it, and what they are."""
    if not text or text[0].isalnum():
        return text, None
    bare = text.rstrip(".!… ") if text[:1] in _BRACKETS else text
    if text[:1] in _BRACKETS:
        close, enclosure = _BRACKETS[text[0]]
        inner = bare[1:-1]
        alone = bare.endswith(close) and text[0] not in inner.strip(text[0]) and close not in inner.strip(close)
        return (inner, enclosure) if alone and len(bare) > 1 else (text, None)
    if text[0] not in _SIGNS or text.rstrip("!")[-1:] not in _SIGNS:
        return text, None
    emphasis = _EMPHASIS_AROUND.fullmatch(text)
    if emphasis and emphasis["mark"] not in emphasis["inner"]:
        return emphasis["inner"], Enclosure.EMPHASIS
    if emphasis and emphasis["mark"] in ("**", "__"):  # “**Breathe in** for **4 seconds**” is emphasised in parts
        return text, None
    marks = _MARKS_AROUND.fullmatch(text) if len(text) < 300 else None
    return (marks["inner"], Enclosure.MARKS) if marks else (text, None)


def next_aside(text: str, start: int) -> Aside | None:
    """Return the first thing that is set off in `text` from `start` on."""
    match = _ASIDE.search(text, start)
    return _aside(match, _group_of(match)) if match else None


def _group_of(match: re.Match[str]) -> str:
    return next(name for name in _NAMES if match[name] is not None)


_SLNC = LazyPattern(r"slnc\s+(\d{1,6})")
_NAMES = (
    "square",
    "round",
    "sharp",
    "angle",
    "slash",
    "dashes",
    "carets",
    "piped",
    "bells",
    "paused",
    "music",
    "blank",
    "variable",
    "named",
    "star",
    "caps",
    "marks",
    "dotted",
)


def _aside(match: re.Match[str], group: str) -> Aside:
    holding = f"in_{group}"
    inner = (match[holding] or "").strip() if holding in match.re.groupindex else ""
    match group:
        case "sharp":
            inner = f"pause {inner}s"
        case "slash":
            inner = f"pause {inner}" if inner[-1:].isalpha() else f"pause {inner}s"
        case "paused":
            inner = f"pause {inner}".strip()
        case "dashes" | "carets":
            inner = "…"
        case "music":
            inner = inner or "music"
        case "bells" | "blank":
            inner = match[0]
        case "square" if spoken := _SLNC.fullmatch(inner):
            inner = f"pause {spoken[1]}ms"
        case _:
            return _unwrapped_aside(match, group)
    return Aside(*match.span(), inner, Enclosure.MARKS if group == "bells" else Enclosure.SQUARE)


def _unwrapped_aside(match: re.Match[str], group: str) -> Aside:
    """Return an aside in whose brackets there may be others: `*(softly)*`, `[[pause]]`."""
    inner, inside = unwrapped(match[f"in_{group}"])
    enclosure = max(_ENCLOSURES[group], inside, key=_STRENGTH.__getitem__)
    return Aside(match.start(), match.end(), inner, enclosure)
