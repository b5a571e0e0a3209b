"""What is said, as text beside the sound: captions for players, and a transcript for people."""

import textwrap
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from feltsense.script.model import Exercise
from feltsense.timeline.model import BellEvent, BreathEvent, Event, SilenceEvent, SpeechEvent, Timeline
from feltsense.units import SAMPLE_RATE, milliseconds

DISCLAIMER = "For wellbeing and practice between sessions; not a treatment, a diagnosis or an emergency service."

_LINE = 42
"""Characters that a caption's line holds on a phone."""

_WIDTH = 80
_QUIET_S = 10
"""Silences from here on are told in the transcript."""


def vtt_captions(timeline: Timeline) -> str:
    """Return the captions as WebVTT: a cue a phrase, with the time of each word."""
    cues = [_vtt_cue(tile) for tile in _speech(timeline)]
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def _vtt_cue(tile: SpeechEvent) -> str:
    times = f"{_vtt_time(tile.start)} --> {_vtt_time(tile.start + tile.length)}"
    return f"{times}\n{_timed_words(tile) or escape(_balanced(tile.text), quote=False)}"


def _timed_words(tile: SpeechEvent) -> str:
    """Return the phrase with a time before each word but the first; nothing when the times do not fit."""
    starts = [tile.start + word.start for word in tile.words]
    rising = all(a < b for a, b in zip([tile.start, *starts[1:]], [*starts[1:], tile.start + tile.length], strict=True))
    lines = _balanced(tile.text).split("\n")
    if not starts or not rising or [word.text for word in tile.words] != tile.text.split():
        return ""
    times = iter(["", *(f"<{_vtt_time(start)}>" for start in starts[1:])])
    return "\n".join(" ".join(next(times) + escape(word, quote=False) for word in line.split()) for line in lines)


def _balanced(text: str) -> str:
    """Return `text` in lines of about the same length, none longer than a caption's line where words allow."""
    wrapper = textwrap.TextWrapper(_LINE, break_long_words=False, break_on_hyphens=False)
    lines = wrapper.wrap(text)
    while wrapper.width > 1:
        wrapper.width -= 1
        narrower = wrapper.wrap(text)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return "\n".join(lines)


def _vtt_time(frame: int) -> str:
    seconds, ms = divmod(milliseconds(frame), 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{ms:03d}"


def lrc_lyrics(timeline: Timeline, title: str, artist: str, album: str) -> str:
    """Return the phrases as a lyrics file, with an empty line where a longer silence begins."""
    tags = {"ti": title, "ar": artist, "al": album, "length": _lrc_time(timeline.length)}
    lines = [f"[{key}:{_one_line(value)}]" for key, value in tags.items() if value]
    for tile in timeline.tiles:
        if isinstance(tile, SpeechEvent):
            lines.append(f"[{_lrc_time(tile.start)}]{_one_line(tile.text)}")
        elif tile.length >= _QUIET_S * SAMPLE_RATE:
            lines.append(f"[{_lrc_time(tile.start)}]")
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.replace("[", "(").replace("]", ")").split())


def _lrc_time(frame: int) -> str:
    hundredths = milliseconds(frame) // 10
    return f"{hundredths // 6000:02d}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"


def transcript(exercise: Exercise, timeline: Timeline) -> str:
    """Return what is heard as text to read: sections, phrases, and the longer silences; lines of at most 80."""
    front = exercise.front
    parts = [front.title, front.summary, *(f"Before you start: {caution}" for caution in front.cautions)]
    for title, events in _by_chapter(timeline):
        parts += [f"{title}\n{'-' * min(len(title), _WIDTH)}", *_paragraphs(events)]
    if front.next_step:
        parts.append(f"Afterwards: {front.next_step}")
    parts.append(DISCLAIMER)
    return "\n\n".join(part if "\n" in part else textwrap.fill(part, _WIDTH) for part in parts if part) + "\n"


def _by_chapter(timeline: Timeline) -> Iterator[tuple[str, list[Event]]]:
    events: list[Event] = sorted([*timeline.overlays, *timeline.tiles], key=lambda event: event.start)
    ends = [*(chapter.start for chapter in timeline.chapters[1:]), timeline.length + 1]
    for chapter, end in zip(timeline.chapters, ends, strict=True):
        yield chapter.title, [event for event in events if chapter.start <= event.start < end]


def _paragraphs(events: Sequence[Event]) -> Iterator[str]:
    """Yield phrases that follow each other closely as a paragraph, and what stands between them."""
    breaths = [(event.start, event.start + event.length) for event in events if isinstance(event, BreathEvent)]
    for kind, group in groupby(events, lambda event: _kind(event, breaths)):
        run = list(group)
        match kind:
            case "speech":
                yield " ".join(event.text for event in run if isinstance(event, SpeechEvent))
            case "quiet":
                yield f"(quiet, {round(sum(event.length for event in run) / SAMPLE_RATE)} seconds)"
            case "bell":
                yield "(a bell)"
            case "breath":
                yield from _breathing([event for event in run if isinstance(event, BreathEvent)])


def _kind(event: Event, breaths: Sequence[tuple[int, int]]) -> str:
    match event:
        case BellEvent():
            return "bell"
        case BreathEvent():
            return "breath"
        case _ if any(start <= event.start < end for start, end in breaths):
            return "breath"
        case SilenceEvent():
            return "quiet" if event.length >= _QUIET_S * SAMPLE_RATE and event.line else "speech"
        case _:
            return "speech"


def _breathing(phases: Sequence[BreathEvent]) -> Iterator[str]:
    if phases:
        first = [phase for phase in phases if phase.round == 1 and phase.line == phases[0].line]
        parts = ", ".join(f"{phase.phase} {phase.length / SAMPLE_RATE:g}" for phase in first)
        yield f"(breathing: {parts}; {phases[0].rounds} rounds)"


def _speech(timeline: Timeline) -> Iterator[SpeechEvent]:
    return (tile for tile in timeline.tiles if isinstance(tile, SpeechEvent))
