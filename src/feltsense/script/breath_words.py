"""Breaths that are counted in words, such as “breathe in for 4 seconds, out for 6, and repeat five times”.

Spoken as they stand no time follows them. Found in plain text, so that an import can offer a paced breath instead and a
check can warn. Nothing here changes a text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from feltsense.script.breath import MOST_ROUNDS
from feltsense.script.breath_phases import GAP, CountedPhase, counted_phases
from feltsense.script.durations import DURATION, milliseconds_of, written
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.repeat_words import COUNT_NUMBER, FOREIGN_NUMBERS, WrittenRepeat, count_of, written_repeats
from feltsense.script.sentences import sentences


@dataclass(frozen=True, slots=True)
class CountedBreath:
    """Whole sentences, from `start` to `end`, that ask for breaths of known lengths."""

    start: int
    end: int
    phases: str
    """As the cue has them: “in 4 hold 7 out 8”."""
    rounds: tuple[int, ...]
    """How often, the likeliest first: as often as it is written or said, two where a range is said."""
    lasting: str = ""
    """For how long instead, as the cue has it: “2m”."""

    @property
    def cues(self) -> tuple[str, ...]:
        """The cues (without brackets) that pace it, the likeliest first."""
        lengths = [self.lasting] if self.lasting else [_rounds_of(number) for number in self.rounds]
        return tuple(f"breathe {self.phases} for {length}" for length in lengths)


_FAR = 160
"""Characters between two parts of one breath."""
_GOES_ON = LazyPattern(
    rf"\b(?:continue|keep|repeat|go on|carry on|stay with|practi[cs]e|wiederhol\w*|mach\w*|setz\w*|repit\w*|"
    rf"contin[uú]\w*|sigue|siga|répét\w*|ripet\w*|herhaal\w*|ga)\b[^.!?…]{{0,50}}?"
    rf"\b(?:(?:for|für|durante|por|pendant|per|gedurende|voor) |(?=[^.!?]{{1,24}} minuten? lang\b))"
    rf"(?P<time>(?:about |etwa |unos |environ |circa |ongeveer )?"
    rf"(?:(?P<minutes>{COUNT_NUMBER}|eine|una?|une|uma?|een|één) (?:minut[aeiou]s?|minuten|minuut)\b|{DURATION}))",
    re.IGNORECASE,
)
_ABOUT = LazyPattern(r"^(?:about|etwa|unos|environ|circa|ongeveer) ")
_ONE = ("eine", "un", "una", "une", "um", "uma", "een", "één")
_LEAD = LazyPattern(
    rf"\b(?P<number>{COUNT_NUMBER}) (?:more |full |slow |complete )?(?:times|rounds|cycles|breath cycles)\b",
    re.IGNORECASE,
)
_TAIL = LazyPattern(
    rf"[^.!?…]{{0,12}}(?:[,;–—-] (?:and )?(?:do this |for )?|\bfor )(?P<number>{COUNT_NUMBER}|"
    rf"(?:{'|'.join(FOREIGN_NUMBERS)})(?=mal\b)) ?"
    r"(?:times|rounds?|cycles?|mal|runden|rondas|veces|fois|volte|vezes|keer|rondes|giri)\b",
    re.IGNORECASE,
)
_LASTING = LazyPattern(
    rf"(?: exercise| pattern)?,? for (?:about )?(?P<time>(?:{COUNT_NUMBER}|an?|half an?)[ -]?min(?:ute)?s?)\b",
    re.IGNORECASE,
)
"""For how long, behind the last part: “out for 6, for two minutes”."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A text, with what is looked up in it many times."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    repeats: tuple[WrittenRepeat, ...]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentences begin and end that text[start:end] is in."""
        first = bisect_right(self.sentences, start, key=lambda bounds: bounds[0]) - 1
        last = bisect_left(self.sentences, end, key=lambda bounds: bounds[1])
        begin = self.sentences[first][0] if first >= 0 else 0
        begin += len(self.text[begin:start]) - len(self.text[begin:start].lstrip())
        return begin, self.sentences[last][1] if last < len(self.sentences) else len(self.text)

    def next_repeat(self, start: int) -> WrittenRepeat | None:
        """Return the first words behind `start` that ask for a repeat."""
        place = bisect_left(self.repeats, start, key=lambda repeat: repeat.start)
        return self.repeats[place] if place < len(self.repeats) else None


@lru_cache(maxsize=32)  # paragraphs are looked at alone, and with those beside them
def counted_breaths(text: str) -> tuple[CountedBreath, ...]:
    """Return the breaths that a paragraph counts in words, in order; none where it counts no whole one."""
    runs = [run for run in _runs(counted_phases(text)) if {"in", "out"} <= {phase.kind for phase in run}]
    if not runs:
        return ()
    page = _Page(text, tuple(sentences(text)), written_repeats(text))
    found: list[CountedBreath] = []
    for run in runs:
        for breath in _breaths(run, page):
            if not found or breath.start >= found[-1].end:
                found.append(breath)
    return tuple(found)


def _runs(phases: Sequence[CountedPhase]) -> Iterator[list[CountedPhase]]:
    """Yield the parts that belong together: not far from each other, and beginning with breathing in."""
    run: list[CountedPhase] = []
    for phase in phases:
        if run and phase.start - run[-1].end > _FAR:
            yield run
            run = []
        if run or phase.kind == "in":
            run.append(phase)
    if run:
        yield run


def _breaths(run: Sequence[CountedPhase], page: _Page) -> Iterator[CountedBreath]:
    """Yield the breaths of a run, equal ones side by side as one of several rounds."""
    rounds: list[list[CountedPhase]] = []
    for phase in run:
        if phase.kind == "in":
            rounds.append([])
        rounds[-1].append(phase)
    whole = [each for each in rounds if any(phase.kind == "out" for phase in each)]
    groups = [list(group) for _, group in groupby(whole, key=_written_phases)]
    for number, group in enumerate(groups):
        last = number == len(groups) - 1
        start, end = page.around(group[0][0].start, group[-1][-1].end)
        lasting = _LASTING.match(page.text, group[-1][-1].end)
        length = milliseconds_of(lasting["time"].lower()) if lasting else None
        found = CountedBreath(start, end, _written_phases(group[0]), (len(group),))
        if length:
            yield replace(found, rounds=(), lasting=written(length))
        else:
            yield _with_rounds(found, page, last=last)


def _with_rounds(breath: CountedBreath, page: _Page, *, last: bool) -> CountedBreath:
    """Return a breath with as many rounds as the words in and around it say."""
    text = page.text
    repeat = page.next_repeat(breath.start)
    if repeat and repeat.start >= breath.end and not (last and repeat.start - breath.end <= GAP):
        repeat = None
    goes_on = _GOES_ON.search(text, breath.start, breath.end + _FAR) if last else None
    if repeat is None and goes_on:
        length = _length(goes_on)
        if length and re.search(r"[a-z]", goes_on["time"], re.IGNORECASE):
            end = _sentence_end(text, goes_on.end())
            return CountedBreath(breath.start, max(end, breath.end), breath.phases, (), written(length))
    if repeat is None:
        tail = _TAIL.match(text, breath.end - 1) or _TAIL.search(text, breath.start, breath.end)
        if tail:
            return CountedBreath(breath.start, breath.end, breath.phases, (count_of(tail["number"]),))
        lead = list(_LEAD.finditer(text, max(0, breath.start - _FAR), breath.start))
        said = count_of(lead[-1]["number"]) if lead else 0
        rounds = (said,) if 1 < said <= MOST_ROUNDS else breath.rounds
        return CountedBreath(breath.start, breath.end, breath.phases, rounds)
    end = max(breath.end, _sentence_end(text, repeat.end))
    return CountedBreath(breath.start, end, breath.phases, repeat.times)


def _length(goes_on: re.Match[str]) -> int | None:
    """Return for how long it goes on, in milliseconds; None where that is not known."""
    minutes = goes_on["minutes"]
    if minutes is None:
        return milliseconds_of(_ABOUT.sub("", goes_on["time"].lower()))
    return 60_000 * (1 if minutes.lower() in _ONE else count_of(minutes))


def _sentence_end(text: str, start: int) -> int:
    """Return where the sentence ends that goes on at `start`."""
    rest = re.compile(r"[^.!?\n]{0,60}[.!?]+[\])]?").match(text, start)
    blank = re.compile(r"\s*(?:\n|$)").match(text, start)
    return start if blank or rest is None else rest.end()


def _written_phases(phases: Sequence[CountedPhase]) -> str:
    return " ".join(f"{phase.kind} {phase.seconds}" for phase in phases)


def _rounds_of(number: int) -> str:
    return f"{number} round{'' if number == 1 else 's'}"
