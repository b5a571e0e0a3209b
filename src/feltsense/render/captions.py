"""What is said, as text beside the sound: captions for players, and a transcript for people."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from feltsense.render.transcript_words import ENGLISH_TRANSCRIPT, TranscriptWords, transcript_words
from feltsense.script.added_words import ENGLISH_ADDED, added_words
from feltsense.script.model import Exercise
from feltsense.timeline.model import BellEvent, BreathEvent, Event, SilenceEvent, SpeechEvent, Timeline
from feltsense.units import SAMPLE_RATE, milliseconds

_LINE = 42
"""Characters that a caption's line holds on a phone."""

_WIDTH = 80
_QUIET_S = 10
"""Silences from here on are told in the transcript, and no lyrics stay on the screen."""

_LRC_END = 100 * 60 * SAMPLE_RATE
"""The first frame whose time needs three digits of minutes."""


_BEFORE_MARK, _BEHIND_MARK = r"(?<=[\w»)\"”’…%€°])", r"(?=[\s»)\"”?!]|$)"
_SPACE = r"[ \xa0\u202f]"
_THIN_SPACE = re.compile(rf"{_BEFORE_MARK}{_SPACE}?(?=[?!;]{_BEHIND_MARK})")
_WIDE_SPACE = re.compile(rf"{_BEFORE_MARK}{_SPACE}?(?=:{_BEHIND_MARK})|(?<!{_SPACE}){_SPACE}?(?=»)|(?<=«){_SPACE}?")
_NO_BREAK, _NO_BREAK_THIN = "\xa0", "\u202f"


def vtt_captions(timeline: Timeline, language: str = "") -> str:
    """Return the captions as WebVTT: a cue a phrase, and the language (BCP 47) where it is given.

    Without times of words, which many readers show as text; the timeline document has them. The language stands behind
    the signature, where the format allows any words; a line of its own below it is not in the format.
    """
    header = f"WEBVTT Language: {_one_line(language)}" if language else "WEBVTT"
    return "\n\n".join([header, *(_vtt_cue(tile, language) for tile in _speech(timeline))]) + "\n"


def _vtt_cue(tile: SpeechEvent, language: str) -> str:
    times = f"{_vtt_time(tile.start)} --> {_vtt_time(tile.start + tile.length)}"
    return f"{times}\n{escape(_balanced(typeset(tile.text, language)), quote=False)}"


def typeset(text: str, language: str) -> str:
    """Return `text` as its language, a BCP 47 tag, is printed: French has spaces before its marks.

    No line is broken at them. They are none of what is spoken, so they are put in here. Canada has them before the
    colon and in « » alone.
    """
    tag = language.replace("_", "-").lower()
    if tag.partition("-")[0] != "fr":
        return text
    wide = _WIDE_SPACE.sub(_NO_BREAK, text)
    return wide if tag.endswith("-ca") else _THIN_SPACE.sub(_NO_BREAK_THIN, wide)


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


def lrc_lyrics(timeline: Timeline, title: str, artist: str, album: str, language: str = "") -> str:
    """Return the phrases as a lyrics file, with an empty line where it is quiet for long before the next one.

    Empty where a time would be over 99:59: many readers know two digits of minutes, and lose or misplace such lines.
    """
    rows = list(_lyric_lines(timeline))
    if rows and rows[-1][0] >= _LRC_END:
        return ""
    length = _lrc_time(timeline.length) if timeline.length < _LRC_END else ""
    tags = {"ti": title, "ar": artist, "al": album, "la": language, "length": length}
    lines = [f"[{key}:{_one_line(value)}]" for key, value in tags.items() if value]
    return (
        "\n".join([*lines, *(f"[{_lrc_time(start)}]{typeset(_one_line(text), language)}" for start, text in rows)])
        + "\n"
    )


def _lyric_lines(timeline: Timeline) -> Iterator[tuple[int, str]]:
    """Yield each phrase with its frame, and the end of each that nothing follows for long, with nothing to read."""
    phrases = list(_speech(timeline))
    nexts = [*(phrase.start for phrase in phrases[1:]), timeline.length]
    for phrase, following in zip(phrases, nexts, strict=False):
        yield phrase.start, phrase.text
        end = phrase.start + phrase.length
        if following - end >= _QUIET_S * SAMPLE_RATE:
            yield end, ""


def _one_line(text: str) -> str:
    return " ".join(text.replace("[", "(").replace("]", ")").split())


def _lrc_time(frame: int) -> str:
    hundredths = milliseconds(frame) // 10
    return f"{hundredths // 6000:02d}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"


def transcript(exercise: Exercise, timeline: Timeline) -> str:
    """Return what is heard as text to read: sections, phrases, and the longer silences; lines of at most 80."""
    words = transcript_words(exercise.front.language)
    last = typeset(words.disclaimer, exercise.front.language)
    return _page((*_transcript_parts(exercise, timeline, words), last))


def joined_transcript(exercises: Iterable[tuple[Exercise, Timeline]]) -> str:
    """Return the transcripts of several below each other, their titles underlined."""
    parts: list[str] = []
    disclaimers: set[str] = set()
    for exercise, timeline in exercises:
        words = transcript_words(exercise.front.language)
        title, *others = _transcript_parts(exercise, timeline, words)
        parts += [f"{title}\n{'=' * min(len(title), _WIDTH)}", *others]
        disclaimers.add(typeset(words.disclaimer, exercise.front.language))
    last = disclaimers.pop() if len(disclaimers) == 1 else ENGLISH_TRANSCRIPT.disclaimer
    return _page((*parts, last))


def _transcript_parts(exercise: Exercise, timeline: Timeline, words: TranscriptWords) -> Iterator[str]:
    """Yield the title and what follows, which may be empty."""
    front = exercise.front
    head = (front.title, front.summary, *(f"{words.before} {caution}" for caution in front.cautions))
    yield from (typeset(part, front.language) for part in head)
    for title, events in _by_chapter(timeline):
        yield f"{typeset(title, front.language)}\n{'-' * min(len(title), _WIDTH)}"
        yield from (typeset(part, front.language) for part in _paragraphs(events, front.language))
    if front.next_step:
        yield typeset(f"{words.afterwards} {front.next_step}", front.language)


def _page(parts: Iterable[str]) -> str:
    shown = (part for part in parts if part)
    return "\n\n".join(part if "\n" in part else textwrap.fill(part, _WIDTH) for part in shown) + "\n"


def _by_chapter(timeline: Timeline) -> Iterator[tuple[str, list[Event]]]:
    events: list[Event] = sorted([*timeline.overlays, *timeline.tiles], key=lambda event: event.start)
    ends = [*(chapter.start for chapter in timeline.chapters[1:]), timeline.length + 1]
    for chapter, end in zip(timeline.chapters, ends, strict=True):
        yield chapter.title, [event for event in events if chapter.start <= event.start < end]


def _paragraphs(events: Sequence[Event], language: str) -> Iterator[str]:
    """Yield phrases that follow each other closely as a paragraph, and what stands between them."""
    words = transcript_words(language)
    breaths = [(event.start, event.start + event.length) for event in events if isinstance(event, BreathEvent)]
    for kind, group in groupby(events, lambda event: _kind(event, breaths)):
        run = list(group)
        match kind:
            case "speech":
                yield " ".join(event.text for event in run if isinstance(event, SpeechEvent))
            case "quiet":
                seconds = round(sum(event.length for event in run) / SAMPLE_RATE)
                yield f"({words.quiet.format(seconds=seconds)})"
            case "bell":
                yield f"({words.bell})"
            case "breath":
                yield from _breathing([event for event in run if isinstance(event, BreathEvent)], words, language)


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


def _breathing(phases: Sequence[BreathEvent], words: TranscriptWords, language: str) -> Iterator[str]:
    if phases:
        added = added_words(language) or ENGLISH_ADDED
        first = [phase for phase in phases if phase.round == 1 and phase.line == phases[0].line]
        parts = ", ".join(f"{added.phase(phase.phase).lower()} {phase.length / SAMPLE_RATE:g}" for phase in first)
        yield f"({words.breathing.format(parts=parts, rounds=phases[0].rounds)})"


def _speech(timeline: Timeline) -> Iterator[SpeechEvent]:
    return (tile for tile in timeline.tiles if isinstance(tile, SpeechEvent))
