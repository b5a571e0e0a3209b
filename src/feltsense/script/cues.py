"""The cue grammar: what stands in [brackets], from its text to a node or to what is wrong with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from string import ascii_lowercase, ascii_uppercase

from feltsense.script.breath import breath
from feltsense.script.diagnostics import GrammarError, Span
from feltsense.script.durations import (
    DIGIT_DURATION,
    DURATION,
    NUMBER,
    WHOLE_NUMBER,
    compiled,
    milliseconds_of,
    number_of,
    with_unit,
)
from feltsense.script.model import Bell, Breath, Play, Silence, SilenceKind, SoundscapeCue
from feltsense.script.suggestions import (
    bell_suggestion,
    breath_suggestion,
    has_numbers,
    keeps_numbers,
    pause_suggestion,
    section_suggestion,
    speaks_to_listener,
    version_suggestion,
)
from feltsense.script.text import quoted
from feltsense.system.printable import printable_line
from feltsense.units import Ms

MOST_TIMES = 100
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Open:
    """The beginning of a block."""

    times: int | None
    at_least: float | None
    at_most: float | None
    span: Span


@dataclass(frozen=True, slots=True)
class End:
    """The end of a block."""

    span: Span


Cue = Silence | Breath | Bell | SoundscapeCue | Play | Open | End

_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
"""Of ASCII alone: other letters may change their number of characters, and names are found by their place."""

_NAMED = {"pause": 5000, "short pause": 2000, "long pause": 15_000}
_EXAMPLES = {
    "pause": "[pause 8s]",
    "breathe": "[breathe in 4 out 6 for 5 rounds]",
    "bell": "[bell]",
    "soundscape": "[soundscape rain]",
    "play": "[play river.mp3]",
    "repeat": "[repeat 3 times]",
    "from": "[from 10 min]",
    "up": "[up to 5 min]",
    "end": "[end]",
}


def cue(text: str, span: Span) -> Cue:
    """Return what the text between two brackets asks for.

    Raises:
        GrammarError: it is no cue, or one that is not understood.
    """
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        hint = "A note for yourself goes behind “> ”, on a line of its own."
        raise GrammarError("S020", "This is too long for a cue, and nothing in brackets is spoken.", hint)
    lowered = plain.translate(_LOWER)
    for beginning, pattern, build in _GRAMMAR:
        match = compiled(pattern).fullmatch(lowered) if lowered.startswith(beginning) else None
        if match:
            # names keep the case that they were written in
            return build(match, plain, span)
    raise _unknown(plain)


def is_cue(text: str) -> bool:
    """Tell whether the text between two brackets begins as a cue does, understood or not."""
    return text.translate(_LOWER).split()[:1] in [[name] for name in (*_EXAMPLES, "breath", "inhale", "exhale")]


def elastic(base: int, span: Span) -> Silence:
    """Return a silence around `base` milliseconds: from half to three times."""
    return Silence(SilenceKind.ELASTIC, Ms(base), Ms(base // 2), Ms(base * 3), span)


def _unknown(plain: str) -> GrammarError:
    meant = _nearest(plain)
    names = ["up to" if name == "up" else name for name in _EXAMPLES]
    everything = ", ".join(names if has_numbers(plain) else _EXAMPLES.values())
    everything = f"Cues are: {everything}. A note for yourself goes behind “> ”."
    section = section_suggestion(plain)
    if section:
        meant, everything = None, f"It reads like a part and its length: write {section} on a line of its own."
    hint = _to_be_said(plain, meant) or (f"Did you mean {meant}?" if meant else everything)
    return GrammarError("S020", f"“[{quoted(plain)}]” is not a cue, and nothing in brackets is spoken.", hint)


def _to_be_said(plain: str, meant: str | None) -> str:
    """Return what to do about words in brackets that speak to the listener: no cue holds them; empty for others."""
    if not speaks_to_listener(plain):
        return ""
    pause = f"; {meant} behind them is a silence" if meant and "pause" in meant else ""
    return f"To have the words said, take their brackets off{pause}. A note for yourself goes behind “> ”."


def _nearest(plain: str) -> str | None:
    """Return the cue that was probably meant, or an example of it; never one with other numbers than were written."""
    words = plain.split()
    first = words[0].translate(_LOWER) if words else ""
    if len(words) == 1 and re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", first):
        return f"[pause {first}s]"
    if first.startswith("/"):
        return _EXAMPLES["end"]
    name = first.rstrip(":=-0123456789")
    near = get_close_matches(name, _EXAMPLES, n=1, cutoff=0.75) if first not in ("beat", "form", "rest") else []
    meant = [
        near == ["repeat"] and "twice" in words and "[repeat 2 times]",
        near and _as_written(near[0], first, words[1:]),
        version_suggestion(plain),
        pause_suggestion(plain),
        bell_suggestion(plain),
        breath_suggestion(plain),
        near and near[0] != "pause" and _EXAMPLES[near[0]],
        "soundscape" in plain.translate(_LOWER).split() and _EXAMPLES["soundscape"],
    ]
    return next((each for each in meant if each and keeps_numbers(each, plain.lower())), None)


def _as_written(name: str, first: str, rest: list[str]) -> str | None:
    """Return the cue called `name` with the values that the writer gave it; None where they make none."""
    joined = re.fullmatch(r"[a-z]+[:=-]*(\d.*)", first)
    meant = " ".join((name, *((joined[1],) if joined else ()), *rest))
    if meant in (name, " ".join((first, *rest))):
        return None
    if name == "pause":
        return pause_suggestion(meant)
    try:
        cue(meant, Span(1, 1, 2))
    except GrammarError:
        return None
    return f"[{printable_line(meant)}]"


def _named(match: re.Match[str], _plain: str, span: Span) -> Cue:
    return elastic(_NAMED[match[0]], span)


def _exact(match: re.Match[str], _plain: str, span: Span) -> Cue:
    length = _length(match["length"])
    return Silence(SilenceKind.EXACT, length, length, length, span)


def _about(match: re.Match[str], _plain: str, span: Span) -> Cue:
    return elastic(_length(match["length"]), span)


def _between(match: re.Match[str], _plain: str, span: Span) -> Cue:
    high = match["high"].strip()
    low = with_unit(match["low"], high)
    floor, ceiling = _length(low), _length(high)
    if ceiling < floor:
        raise GrammarError("S022", "The longer time stands first.", f"Write [pause {high} to {low}].")
    kind = SilenceKind.EXACT if floor == ceiling else SilenceKind.ELASTIC
    return Silence(kind, floor, floor, ceiling, span)


def _length(text: str) -> Ms:
    length = milliseconds_of(text)
    if length is None:
        raise _bad_length(text)
    return length


def _bad_length(text: str) -> GrammarError:
    hint = "Write a time up to an hour, for instance 8s or 1m30s."
    return GrammarError("S022", f"“{quoted(text)}” is no length of time that can be kept.", hint)


def _bad_pause(_match: re.Match[str], plain: str, _span: Span) -> Cue:
    meant = pause_suggestion(plain)
    raise GrammarError(
        "S022",
        f"The length in “[{quoted(plain)}]” is not understood.",
        _to_be_said(plain, meant)
        or (f"Did you mean {meant}?" if meant else "A length is a number with s or min behind it, up to an hour."),
    )


def _breath(_match: re.Match[str], plain: str, span: Span) -> Cue:
    return breath(plain.lower(), span)


def _bell(match: re.Match[str], _plain: str, span: Span) -> Cue:
    times = _number(match["times"] or "1", 1, 20)
    every = _length(match["every"]) if match["every"] else Ms(0)
    if times > 1 and not every:
        raise GrammarError(
            "S024", "A bell that is struck more than once needs its distance.", f"Write [bell {times} times every 5s]."
        )
    if every and not match["times"]:
        hint = f"Write [bell 3 times every {match['every'].strip()}]."
        raise GrammarError("S024", "How many times this bell is struck is missing.", hint)
    return Bell("low" in match[0].split(), times, every if times > 1 else Ms(0), span)


def _bad_bell(_match: re.Match[str], plain: str, _span: Span) -> Cue:
    meant = bell_suggestion(plain) or "[bell], or [bell 3 times every 5s]"
    raise GrammarError("S024", f"“[{quoted(plain)}]” is not understood.", f"Write {meant}.")


def _soundscape(match: re.Match[str], plain: str, span: Span) -> Cue:
    name = plain[match.start("name") :]
    return SoundscapeCue(None if name.lower() in ("off", "none") else inside(name), span)


def _play(match: re.Match[str], plain: str, span: Span) -> Cue:
    file = plain[match.start("file") : match.end("file")].strip("\"'“”")
    length = re.search(r" for (\d.*)", file)
    if length:
        raise _bad_length(length[1])
    return Play(inside(file), _length(match["length"]) if match["length"] else None, span)


def inside(file: str) -> str:
    """Return the name of a file beside the script.

    Raises:
        GrammarError: it lies outside the script's folder.
    """
    parts = re.split(r"[/\\]", file)
    if ":" in file or not parts[0] or parts[0] == "~" or ".." in parts:
        raise GrammarError(
            "S025",
            f"“{quoted(file)}” is not beside the script.",
            "Copy the file into the script's folder and write its name alone.",
        )
    return file


def _repeat(match: re.Match[str], _plain: str, span: Span) -> Cue:
    return Open(_number(match["times"], 1, MOST_TIMES), None, None, span)


def _from(match: re.Match[str], _plain: str, span: Span) -> Cue:
    return Open(None, _minutes(match["minutes"]), None, span)


def _up_to(match: re.Match[str], _plain: str, span: Span) -> Cue:
    return Open(None, None, _minutes(match["minutes"]), span)


def _end(_match: re.Match[str], _plain: str, span: Span) -> Cue:
    return End(span)


def _number(text: str, low: int, high: int) -> int:
    plain = "2" if text == "twice" else text
    number = int(number_of(plain)) if not plain[0].isdigit() or len(plain) < 10 else high + 1
    if not low <= number <= high:
        raise GrammarError("S026", f"{quoted(text)} is out of bounds here.", f"Write a number from {low} to {high}.")
    return number


def _minutes(text: str) -> float:
    minutes = float(text) if len(text) < 10 else 0.0
    if not 0 < minutes <= 180:
        raise GrammarError("S026", f"{quoted(text)} minutes cannot be asked for.", "Lengths go up to 180 minutes.")
    return minutes


_PAUSE, _BREATH, _BELL = ("pause", "short ", "long "), ("breath", "inhale", "exhale", "in ", "out "), ("bell", "low ")
_GRAMMAR: tuple[tuple[str | tuple[str, ...], str, Callable[[re.Match[str], str, Span], Cue]], ...] = (
    (_PAUSE, r"(?:short |long )?pause", _named),
    (_PAUSE, rf"pause (?P<length>{DIGIT_DURATION})", _exact),
    (_PAUSE, rf"pause about (?P<length>{DIGIT_DURATION})", _about),
    (_PAUSE, rf"pause (?P<low>{DIGIT_DURATION}) ?(?:to|-|–) ?(?P<high>{DIGIT_DURATION})", _between),
    (_PAUSE, rf"pause (?P<length>{DURATION})", _exact),
    (_PAUSE, rf"pause (?:about|around|roughly|~|ca\.?) ?(?P<length>{DURATION})", _about),
    (
        _PAUSE,
        rf"pause (?:about |around |roughly )?(?P<low>{DURATION}|{NUMBER}) ?(?:to|-|–|—|or) ?(?P<high>{DURATION})",
        _between,
    ),
    (_PAUSE, r"(?:short |long )?pause\b.*", _bad_pause),
    (_BREATH, r"(?:breathe?|inhale|exhale)\b.*|(?:in|out) \d.*", _breath),
    (
        _BELL,
        (
            rf"(?:low )?bell(?: low)?(?: (?P<times>{WHOLE_NUMBER}|twice)(?: times?)?)?"
            rf"(?: every (?P<every>{DURATION}))?"
        ),
        _bell,
    ),
    (_BELL, r"(?:low )?bell\b.*", _bad_bell),
    ("soundscape", r"soundscape:? (?P<name>.+)", _soundscape),
    ("play", rf"play:? (?P<file>.+?)(?: for (?P<length>{DURATION}))?", _play),
    ("repeat", rf"repeat (?P<times>{WHOLE_NUMBER}|twice)(?: times?| ?x)?", _repeat),
    ("from", r"from (?P<minutes>\d+(?:\.\d+)?) ?(?:m|min|mins|minutes?)?", _from),
    ("up to", r"up to (?P<minutes>\d+(?:\.\d+)?) ?(?:m|min|mins|minutes?)?", _up_to),
    ("end", r"end", _end),
)
"""How a cue begins, the whole of it, and what makes it; tried in order, in lower case and with single spaces."""
