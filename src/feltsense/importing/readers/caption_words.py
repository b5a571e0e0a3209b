"""The words of a caption: without tags and signs of who speaks."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from feltsense.importing.readers.caption_files import TimedCaption
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_VOICE = LazyPattern(r"<v(?:\.[\w.-]{1,60})?[ \t]+(?P<name>[^<>]{1,80})>")
_TAG = LazyPattern(
    r"</?(?:i|b|u|s|v|em|strong|font|span|lang|ruby|rt|c)(?:[.\s][^<>]{0,200})?>|<\d[\d:.]{3,14}>|\{\\[^{}]{0,80}\}",
    re.IGNORECASE,
)
_TURN = LazyPattern(r"[ \t]*(?:>>+|»)[ \t]*|[ \t]*[-–—][ \t]?(?=\S)")
_NAMED = LazyPattern(r"\s*(?:\[[^\[\]]{1,30}\]:|[A-ZÄÖÜÉ][A-ZÄÖÜÉ .'-]{1,28}(?: \d)?:)", re.IGNORECASE)
_MUSIC = LazyPattern(r"[♪♫♬#][ \t]*(?P<words>[^♪♫♬#\n]*?)[ \t]*[♪♫♬#]+|[♪♫♬]+")


@dataclass(frozen=True, slots=True)
class SpokenCaption:
    """A caption's words."""

    caption: TimedCaption
    text: str
    """On one line; empty where nothing is said."""
    speaker: str
    """Whom the caption names; empty where it names nobody."""
    turn: bool
    """Whether somebody begins to speak with it."""
    removed: tuple[str, ...]
    """Tags and signs that were taken out."""


def spoken_captions(captions: Sequence[TimedCaption]) -> list[SpokenCaption]:
    """Return the words of each caption, in the order of their times."""
    return [_spoken(caption) for caption in sorted(captions, key=lambda caption: caption.time.start)]


def without_repeated_lines(captions: Sequence[TimedCaption]) -> tuple[list[TimedCaption], list[TimedCaption]]:
    """Return captions that roll up, with each line once; and those that lost a line, as they were.

    Captions that were made by a program show a line, and once more above the next one.
    """
    repeated = sum(_rolls(before, after) for before, after in pairwise(captions))
    if repeated < 3 or repeated * 2 < len(captions) - 1:
        return list(captions), []
    found, changed = list(captions[:1]), []
    for before, after in pairwise(captions):
        if _rolls(before, after):
            lines = [line for line in after.text.split("\n") if line.strip()]
            found.append(replace(after, text="\n".join(lines[1:])))
            changed.append(replace(after, text=lines[0]))
        else:
            found.append(after)
    return found, changed


def _rolls(before: TimedCaption, after: TimedCaption) -> bool:
    """Tell whether a caption begins with the last line of the one before it, at once."""
    last = [_plain(line) for line in before.text.split("\n") if _plain(line)][-1:]
    first = [_plain(line) for line in after.text.split("\n") if _plain(line)][:1]
    return bool(last) and last == first and after.time.start <= (before.time.end or before.time.start) + 100


def _plain(line: str) -> str:
    return " ".join(_TAG.sub("", line).split())


def _spoken(caption: TimedCaption) -> SpokenCaption:
    tags = [found[0] for found in _TAG.finditer(caption.text)]
    removed = ["<time>" if tag[1].isdigit() else tag for tag in tags if not tag.startswith(("</", "<v"))]
    voices = list(_VOICE.finditer(caption.text))
    removed += [voice[0] for voice in voices[1:]]
    text = html.unescape(_TAG.sub("", caption.text))
    text = _MUSIC.sub(lambda found: f"[{found['words']}]" if has_words(found["words"] or "") else " ", text)
    turn = bool(_NAMED.match(text))
    lines: list[str] = []
    for line in text.split("\n"):
        sign = _TURN.match(line)
        if sign and has_words(line):
            removed.append(sign[0].strip())
            turn = turn or not lines
        lines.append(line[sign.end() :] if sign else line)
    words = " ".join(" ".join(lines).split())
    return SpokenCaption(caption, words, voices[0]["name"].strip() if voices else caption.speaker, turn, tuple(removed))
