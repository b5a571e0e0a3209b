"""Files of captions (SRT, VTT, SBV, LRC) to captions: their words, without numbers, tags and settings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from feltsense.importing.clock_times import TIME, TimeRange, milliseconds_at
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_ARROW = LazyPattern(
    rf"[ \t]*(?P<start>{TIME})[ \t]*-{{1,3}}>[ \t]*(?P<end>{TIME})"
    r"(?:[ \t]+(?:[XY][12]:\d{1,5}|[a-z]{1,20}:[\w%.,-]{1,40}))*+[ \t]*"
)
_COMMA = LazyPattern(r"(?P<start>\d{1,3}:\d\d:\d\d\.\d{3}),(?P<end>\d{1,3}:\d\d:\d\d\.\d{3})[ \t]*")
_STAMP = LazyPattern(rf"\[(?P<start>{TIME})\][ \t]*")
_LABEL = LazyPattern(r"\[(?P<key>[a-z]{2,8}|#):(?P<value>[^\[\]]*)\][ \t]*", re.IGNORECASE)
_VTT = LazyPattern(r"WEBVTT(?:[ \t][^\n]*)?(?:\n|\Z)")
_SRT = LazyPattern(rf"(?m)^{_ARROW.pattern}$")
_SBV = LazyPattern(rf"\s*{_COMMA.pattern}\n")
_LRC = LazyPattern(rf"(?m)^(?:{_STAMP.pattern})")
_LRC_FRACTION = LazyPattern(r"(?m)^\[\d{1,3}:[0-5]\d\.\d{2,3}\]")
_LRC_LABEL = LazyPattern(r"(?m)^\[(?:ti|ar|al|by|offset|length|la):", re.IGNORECASE)
_WORD_STAMP = LazyPattern(r"<\d{1,3}:[0-5]\d(?:[.:]\d{1,3}){0,2}>")


class CaptionFormat(StrEnum):
    """How captions are written."""

    SRT = "srt"
    VTT = "vtt"
    SBV = "sbv"
    LRC = "lrc"


@dataclass(frozen=True, slots=True)
class TimedCaption:
    """What is said at one time."""

    time: TimeRange
    text: str
    """As it stands there, with its tags; lines are separated by line feeds."""
    line: int
    """Of the file, from 1."""
    written: str
    """Its number and time, as they stand there."""
    speaker: str = ""
    """Whom the document names, if it does."""


@dataclass(slots=True)
class CaptionFile:
    """What is in a file of captions."""

    captions: list[TimedCaption] = field(default_factory=list)
    notes: list[tuple[str, int]] = field(default_factory=list)
    """Comments, and the line of each."""
    left_out: list[tuple[str, int, str]] = field(default_factory=list)
    """What is not for people, the line of each, and what it is."""
    labels: dict[str, str] = field(default_factory=dict)
    """What the file says about itself: title, author, language."""
    head: str = ""
    """Text before the first caption."""


def caption_format(text: str) -> CaptionFormat | None:
    """Return how the captions in `text` (line ends unified) are written; None when it holds none."""
    start = text.lstrip("\ufeff \t\n")
    if _VTT.match(start):
        return CaptionFormat.VTT
    if "->" in text and _SRT.search(text):
        return CaptionFormat.SRT
    if _SBV.match(start):
        return CaptionFormat.SBV
    if start.startswith("[") and (_LRC_LABEL.match(start) or _LRC_FRACTION.search(text)) and _LRC.search(text):
        return CaptionFormat.LRC
    return None


def caption_file(text: str, form: CaptionFormat) -> CaptionFile:
    """Return what is in `text`, line ends unified, in the form that `caption_format` found."""
    lines = text.split("\n")
    if form is CaptionFormat.LRC:
        return _lyrics(lines)
    return _captions(lines, form)


def _captions(lines: Sequence[str], form: CaptionFormat) -> CaptionFile:
    made = CaptionFile()
    pattern = _COMMA if form is CaptionFormat.SBV else _ARROW
    times = [(number, found) for number, line in enumerate(lines) if (found := pattern.fullmatch(line))]
    firsts = [_first_line(lines, number, form) for number, _ in times]
    _head(made, lines[: firsts[0]] if firsts else lines, form)
    for (number, found), first, end in zip(times, firsts, [*firsts[1:], len(lines)], strict=False):
        inner = lines[number + 1 : end]
        written = " ".join(" ".join(lines[first : number + 1]).split())
        time = TimeRange(milliseconds_at(found["start"]), milliseconds_at(found["end"]))
        rest = _without_blocks(made, inner, number + 2) if form is CaptionFormat.VTT else "\n".join(inner)
        made.captions.append(TimedCaption(time, rest.strip(), number + 1, written))
    return made


def _first_line(lines: Sequence[str], number: int, form: CaptionFormat) -> int:
    """Return where the caption begins whose time stands in line `number`: it may have a number or a name."""
    if not number or not lines[number - 1].strip() or form is CaptionFormat.SBV:
        return number
    named = form is CaptionFormat.VTT and (number < 2 or not lines[number - 2].strip())
    return number - 1 if named or lines[number - 1].strip().isdigit() else number


def _head(made: CaptionFile, lines: Sequence[str], form: CaptionFormat) -> None:
    """Take in what stands before the first caption."""
    if form is not CaptionFormat.VTT:
        made.head = "\n".join(lines)
        return
    begin = next((n for n, line in enumerate(lines) if line.lstrip("\ufeff ").startswith("WEBVTT")), 0)
    end = next((n for n in range(begin, len(lines)) if not lines[n].strip()), len(lines))
    for number in range(begin, end):
        text = lines[number].lstrip("\ufeff").removeprefix("WEBVTT").strip(" -")
        key, _, value = text.partition(":")
        if key.strip().lower() == "language":
            made.labels["language"] = value.strip()
        if has_words(text):
            made.left_out.append((text, number + 1, "data about the captions"))
    made.head = _without_blocks(made, lines[end:], end + 1)


def _without_blocks(made: CaptionFile, lines: Sequence[str], first: int) -> str:
    """Return the words among lines of a VTT file, without the blocks that are comments, styles and regions."""
    words: list[str] = []
    for text, number in _chunks(lines, first):
        name, *rest = text.split(maxsplit=1)
        if name == "NOTE":
            made.notes += [(" ".join(each.split()), number) for each in rest if has_words(each)]
        elif name in ("STYLE", "REGION"):
            made.left_out.append((" ".join(text.split()), number, "how captions look"))
        else:
            words.append(text)
    return "\n".join(words)


def _chunks(lines: Sequence[str], first: int) -> Iterator[tuple[str, int]]:
    """Yield what stands between blank lines, and its line."""
    begin = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            if number > begin:
                yield "\n".join(lines[begin:number]), first + begin
            begin = number + 1


def _lyrics(lines: Sequence[str]) -> CaptionFile:
    made = CaptionFile()
    head: list[str] = []
    for number, line in enumerate(lines, 1):
        rest, stamps = line.strip().lstrip("\ufeff"), []
        while found := _STAMP.match(rest):
            stamps.append(found)
            rest = rest[found.end() :]
        label = _LABEL.fullmatch(rest) if not stamps else None
        if label:
            made.labels[label["key"].lower()] = label["value"].strip()
            made.left_out.append((rest, number, "data about the words"))
        elif stamps:
            words = _WORD_STAMP.sub("", rest)
            for stamp in stamps:
                time = TimeRange(milliseconds_at(stamp["start"]))
                made.captions.append(TimedCaption(time, words, number, stamp[0].strip()))
        elif made.captions and rest:
            last = made.captions[-1]
            made.captions[-1] = TimedCaption(last.time, f"{last.text}\n{rest}", last.line, last.written)
        else:
            head.append(line)
    made.head = "\n".join(head)
    return made
