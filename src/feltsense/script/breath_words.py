"""Breaths that are counted in words, such as “breathe in for 4 seconds, out for 6, and repeat five times”.

Spoken as they stand no time follows them. Found in plain text, so that an import can offer a paced breath instead and a
check can warn. Nothing here changes a text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, pairwise

from feltsense.script.breath import LONGEST_MS, MOST_ROUNDS
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


_LONGEST = LONGEST_MS // 1000
_FAR = 160
"""Characters between two parts of one breath."""
_GAP = 80
_KINDS = {
    "in": r"breath(?:e|ing)(?: \w+){0,2}? in|in[ -]breath|inhal(?:e|ing|ation)|breath in|einatmen|"
    r"atme(?:n sie)?(?: (?!NUMBER)\w+){0,3}? ein|"
    r"inhala|inspira|inspire[zr]?|inala|inale|adem(?: \w+){0,2}? in",
    "out": r"breath(?:e|ing)(?: \w+){0,2}? out|out[ -]breath|exhal(?:e|ing|ation)|breath out|ausatmen|"
    r"atme(?:n sie)?(?: (?!NUMBER)\w+){0,3}? aus|"
    r"exhala|espira|expire[zr]?|soufflez|suelta|solte|adem(?: \w+){0,2}? uit",
    "hold": r"hold(?:ing)?\b|retain|suspend|halten?|anhalten|sostén|sostenga|retén|mantén|retenez|bloquez|trattieni|"
    r"segure|retenha|"
    r"houd(?: \w+)? vast",
}
_BARE = {"in": "in", "ein": "in", "out": "out", "aus": "out", "uit": "out"}
_UNIT = (
    r"(?:seconds?|secs?|s|counts?|beats?|sekunden|segundos|secondes|secondi|seconden|tiempos|temps|tempi|tempos|"
    r"tellen)\b"
)
_NOT_PHASE = (
    r"(?:times\b|x\b|breaths?\b|rounds?\b|more\b|min|hour|cycles?\b|mal\b|veces\b|fois\b|volte\b|vezes\b|keer\b|"
    r"things?\b|"
    r"fingers?\b|toes?\b|days?\b|weeks?\b|months?\b|years?\b|people\b|%|/\s*\d|:\d)"
)
_PLACED = (
    r"(?:for|of|to|on|over|until|en|em|con|com|auf|bis|sur|pendant|per|por|durante|até|hasta|fino a|jusqu'à|voor|tot|"
    r"um|with)(?: an?\b| the\b)?"
    r"(?: slow| steady| gentle| long)?(?: count(?:s|ing)?\b(?: (?:of|to)\b)?)?"
)
_SEPARATOR = r"[\s,.…–:-]{1,6}"
_LIST = rf"(?P<list>{COUNT_NUMBER}(?:{_SEPARATOR}{COUNT_NUMBER}){{1,9}})"
_WORDS_BETWEEN = r"(?:(?!\b(?:in|out|inhale|exhale|hold|breathe|einatmen|ausatmen)\b)[^.!?…\d\[\]()])"
_PHASE = LazyPattern(
    rf"\b(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _KINDS.items()).replace('NUMBER', COUNT_NUMBER)}|"
    rf"(?P<bare>in|out|ein|aus|uit)(?=[\s,.…:–-]))"
    rf"(?:[\s,.…:;–-]{{0,8}}(?:\(\s*|\[\s*)?(?:for |to )?(?:{_LIST}|(?P<next>{COUNT_NUMBER}))"
    rf"|{_WORDS_BETWEEN}{{0,{_GAP}}}?\b{_PLACED} (?P<placed>{COUNT_NUMBER})"
    rf"|{_WORDS_BETWEEN}{{0,{_GAP}}}?[ (\[](?P<united>{COUNT_NUMBER})(?=[ -]?{_UNIT}))"
    rf"(?:[ -]?{_UNIT})?(?:\s*[\])])?(?!\w)(?!\s*{_NOT_PHASE})"
    rf"|\b(?P<before>{COUNT_NUMBER})[ -]?{_UNIT}(?: (?:lang|of))? (?:breathing )?(?P<after>in|out|hold|ein|aus|uit)\b",
    re.IGNORECASE,
)
_GOES_ON = LazyPattern(
    rf"\b(?:continue|keep|repeat|go on|carry on|stay with|practi[cs]e|wiederhol\w*|mach\w*|setz\w*|repit\w*|"
    rf"contin[uú]\w*|sigue|siga|répét\w*|ripet\w*|herhaal\w*|ga)\b[^.!?…]{{0,50}}?"
    rf"\b(?:for|für|durante|por|pendant|per|gedurende|voor) (?P<time>(?:about |etwa |unos |environ |circa |ongeveer )?"
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
    rf"[^.!?…]{{0,12}}(?:[,;–—-] (?:and )?(?:do this |for )?|\bfor )(?P<number>{COUNT_NUMBER}) "
    r"(?:times|rounds?|cycles?|mal|runden|rondas|veces|fois|volte|vezes|keer|rondes|giri)\b",
    re.IGNORECASE,
)
_LASTING = LazyPattern(
    rf"(?: exercise| pattern)?,? for (?:about )?(?P<time>(?:{COUNT_NUMBER}|an?|half an?)[ -]?min(?:ute)?s?)\b",
    re.IGNORECASE,
)
"""For how long, behind the last part: “out for 6, for two minutes”."""
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
    rf"[\s,.…\])]{{1,6}}(?:and )?(?:breathe out|exhale|out)\b(?![\s,.…:(\[–-]{{0,6}}(?:for|to|{COUNT_NUMBER}))",
    re.IGNORECASE,
)
"""Breathing out behind a breath that is counted in: as long, most likely."""
_BARE_PLACED = LazyPattern(
    r"[\s,.…–:-]*(?:(?:for|to|over|on)\b)?(?: an?| the)?(?: slow)?(?: count(?: of| to)?)?\s*", re.IGNORECASE
)
_SAYS_BREATH = LazyPattern(r"breath|inhal|exhal|count|second|beat|atm|respir|adem", re.IGNORECASE)
_OWN_BREATH = LazyPattern(
    r"\[\s*(?:breathe?|inhale|exhale|in|out)\b[^\[\]]{0,120} for \d[^\[\]]{0,60}\]", re.IGNORECASE
)
_BARE_OUT = (" out", " aus", " uit")
_NAMES = ("breath", "atm", "respira", "adem")
_OUT_WORDS = ("out", "exhal", "xpir", "espira", "souffl", "suelta", "solte", "aus", "uit")
_PART = LazyPattern(
    r"\b(?:(?:in|out|ein|aus|uit)\b[\s,.…:–-]{1,4}(?:for\b|to\b|\d|two\b|one\b)|inhal|exhal|hold(?:ing)?\b|breath(?:e|"
    r"ing)? (?:in|out)|einatm|"
    r"ausatm|atme|halt|inspir|e[sx]pir|adem|\w+ (?:seconds|counts|sekunden|segundos) (?:lang )?(?:in|out|ein|aus)\b)",
    re.IGNORECASE,
)
_BEGINS = LazyPattern(r"\b(?:in|inhal\w*|inspir\w*|inal[ae]|einatmen|ein)\b", re.IGNORECASE)
_ENDS = LazyPattern(r"\b(?:out|exhal\w*|expir\w*|espira|soufflez|suelta|solte|ausatmen|aus|uit)\b", re.IGNORECASE)
_COUNTS = LazyPattern(
    rf"\d|\b(?:t(?:wo|hree|en)|f(?:our|ive)|s(?:ix|even)|eight|nine|{'|'.join(FOREIGN_NUMBERS)})\b", re.IGNORECASE
)


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


@dataclass(frozen=True, slots=True)
class _Phase:
    start: int
    end: int
    kind: str
    seconds: int


@lru_cache(maxsize=32)  # paragraphs are looked at alone, and with those beside them
def counted_breaths(text: str) -> tuple[CountedBreath, ...]:
    """Return the breaths that a paragraph counts in words, in order; none where it counts no whole one."""
    lowered = text.lower()
    named = list(_patterns(text)) if any(word in lowered for word in _NAMES) else []
    if not named and (
        not any(word in lowered for word in _OUT_WORDS)
        or not (_has_counts(text) and _ENDS.search(text) and _BEGINS.search(text))
    ):
        return ()
    phases = sorted((*named, *_phases(text)), key=lambda phase: phase.start)
    runs = [run for run in _runs(phases) if {"in", "out"} <= {phase.kind for phase in run}]
    if not runs:
        return ()
    page = _Page(text, tuple(sentences(text)), written_repeats(text))
    found: list[CountedBreath] = []
    for run in runs:
        for breath in _breaths(run, page):
            if not found or breath.start >= found[-1].end:
                found.append(breath)
    return tuple(found)


@lru_cache(maxsize=32)
def counts_a_part(text: str) -> bool:
    """Tell whether a part of a breath is counted in `text`."""
    return _has_counts(text) and bool(_PART.search(text)) and next(_phases(text), None) is not None


@lru_cache(maxsize=32)
def _has_counts(text: str) -> bool:
    """Tell whether a number stands in `text`."""
    return _COUNTS.search(text) is not None


def _patterns(text: str) -> Iterator[_Phase]:
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
                yield _Phase(start, end, kind, count)


def _compact(text: str) -> Iterator[_Phase]:
    """Yield the parts of breaths that stand side by side: “4 in, 6 out”."""
    for match in _COMPACT.finditer(text):
        for kind, names in _COMPACT_PARTS:
            said = next((match[name] for name in names if match[name]), "")
            number = _COUNT.match(said) if said else None
            if number and 1 <= count_of(number[0]) <= _LONGEST:
                yield _Phase(match.start(), match.end(), kind, count_of(number[0]))


def _phases(text: str) -> Iterator[_Phase]:
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
        yield _Phase(match.start(), match.end(), kind, seconds)
        alone = _OUT_ALONE.match(text, match.end()) if match["list"] and kind == "in" else None
        if alone:
            yield _Phase(match.end(), alone.end(), "out", seconds)


def _is_phase(match: re.Match[str], text: str, *, says_breath: bool) -> bool:
    """Tell whether “in” or “out” without “breathe” is about the breath: “in for a count of four”."""
    if not match["bare"]:
        return True
    counted = "placed" if match["placed"] else "united" if match["united"] else "bare"
    number = match.end("bare") if counted == "bare" else match.start(counted)
    return bool(_BARE_PLACED.fullmatch(text, match.end("bare"), number) and (match["list"] or says_breath))


def _kind(match: re.Match[str]) -> str:
    for kind in _KINDS:
        if match[kind]:
            return kind
    word = (match["bare"] or match["after"]).lower()
    return _BARE.get(word, word)


def _seconds(match: re.Match[str]) -> int:
    """Return how long a part of a breath is counted; 0 where its numbers do not count."""
    if not match["list"]:
        return count_of(match["next"] or match["placed"] or match["united"] or match["before"])
    numbers = [count_of(each) for each in re.findall(COUNT_NUMBER, match["list"], re.IGNORECASE)]
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    if steps == {1} and numbers[0] <= 2:
        return numbers[-1]
    return len(numbers) if steps == {-1} and numbers[-1] == 1 else 0


def _runs(phases: Sequence[_Phase]) -> Iterator[list[_Phase]]:
    """Yield the parts that belong together: not far from each other, and beginning with breathing in."""
    run: list[_Phase] = []
    for phase in phases:
        if run and phase.start - run[-1].end > _FAR:
            yield run
            run = []
        if run or phase.kind == "in":
            run.append(phase)
    if run:
        yield run


def _breaths(run: Sequence[_Phase], page: _Page) -> Iterator[CountedBreath]:
    """Yield the breaths of a run, equal ones side by side as one of several rounds."""
    rounds: list[list[_Phase]] = []
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
    if repeat and repeat.start >= breath.end and not (last and repeat.start - breath.end <= _GAP):
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


def _written_phases(phases: Sequence[_Phase]) -> str:
    return " ".join(f"{phase.kind} {phase.seconds}" for phase in phases)


def _rounds_of(number: int) -> str:
    return f"{number} round{'' if number == 1 else 's'}"
