"""Sentences among others that ask for a time, or are one: “Wait 10 seconds.”, “Bleib eine Minute still.”, “… 20 s”."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from feltsense.importing.meanings import DirectionKind, InlineContext, Meaning
from feltsense.importing.plain_sentences import length_alone, timed_sentence
from feltsense.importing.silence_words import written_silence
from feltsense.importing.written_cues import said_or_silent
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words


@dataclass(frozen=True, slots=True)
class TimeInSpeech:
    """A sentence, or the end of one, from `start` to `end`, and what it means."""

    start: int
    end: int
    meaning: Meaning
    closes: str = ""
    """What ends the sentence whose words stand before it."""


_LONGEST, _LONGEST_LINE = 110, 400
"""Characters of a sentence that is a time as a whole, and of one with a time behind it."""
_LOOK_ON = 400
_KEYS = ("pau", "silen", "stil", "secon", "sekund", "segund", "minut", "wait", "breath", "moment", "atem", "respir",
         "p a u s", "p-a-u-s")  # fmt: skip
"""A text without any of them and without digits asks for no time."""
_DIGIT = LazyPattern(r"\d")
_SENTENCE = LazyPattern(
    r"(?P<words>(?:[^.!?…\n\[(<]|\.(?=\w)|(?:(?<=\bc)|(?<=\bca)|(?<=prox))\.(?=[ ]\d))++)(?P<end>[.!]++(?=\s|$))?"
)
_TIME_WORD = r"(?:pau[sz]|silen|stil|secon|secs?\b|sekund|segund|minut|moment|breath|atem|respir|ademh)"
_BEGINS = LazyPattern(
    r"\s*(?:(?:(?:a |the )?(?:long|short|brief) )?(?:pau[sz]\w*|p[ -]a[ -]u[ -]s|silen\w*|stille|wait|allow|leave|give|"
    r"rest|stay|hold|remain|sit|count|breathe|be|linger|settle|relax|bleib\w*|verweil\w*|schweig\w*|lass\w*|halt\w*|mach\w*|neem|warte\w*|"
    r"laiss\w+|gard\w+|rest\w+|fa(?:i|te|re|ites|ire|ça|zer|z)|marqu\w+|observ\w+|attend\w+|ha(?:z|ga|gan|cer|cemos)|"
    r"dej\w+|deix\w+|permane\w+|mant[ei]\w+|espera?\w*|aguard\w+|aspett\w+|fi(?:que|car|quem)|blijf|blijven|laat|wacht\w*|"
    r"rimani\w*|resta\w*|lasci\w+|(?:about |for |around |etwa |environ |unos |circa |ca?\. |ap?prox\. |~ ?)?\d)"
    rf"|(?:\w+[ -]){{1,3}}?{_TIME_WORD})",
    re.IGNORECASE,
)
"""Of those that may ask for a time; anything else is not looked at more closely."""
_UNIT = (
    r"(?P<unit>s|secs?|mins?|sek|seg)\b\.?|(?:seconds?|minutes?|sekunden?|minuten?|minuut|segundos?|minutos?|secondes?|"
    r"second[io]|minut[io]|seconden)\b"
)
_BEHIND = LazyPattern(
    rf"(?P<sign>\s[–—-]{{1,3}}\s?|[,:;]\s|\s)(?P<time>(?:(?:about|ca?\.?|ap?prox\.?|etwa) |~ ?)?(?<![\d.,])"
    rf"\d{{1,3}}(?:[.,]\d)?(?: ?[–-] ?\d{{1,3}})? ?(?:{_UNIT}))[ ]*$",
    re.IGNORECASE,
)
_WANTS_A_TIME = LazyPattern(
    r"\b(?:for|of|in|out|about|than|after|every|each|is|was|are|be|the|next|last|first|within|around|to|and|or|least|most|"
    r"takes?|lasts?|hold|until|till|another|only|just|by|on|at|with|from|over|these|those|your|a|bis|für|nach|von|alle|"
    r"pendant|durante|per|por|voor|na|dans|de|di|da|en|por|ein|aus|cada|ogni|chaque)$",
    re.IGNORECASE,
)
"""Words that a time belongs to, as in “hold for 10s”."""
_VERB = LazyPattern(r"(?:is|was|are|were|has|had|will|can|may|comes?|falls?|of|that|which|between|before|after)\b")
"""What a sentence goes on with whose first line is a word for silence."""
_BREATHES = LazyPattern(
    r"\b(?:in|out|hold|breath\w*|inhal\w*|exhal\w*|inspir\w*|e[sx]pir\w*|\w{0,4}atme\w*|ein|aus|adem\w*|respir\w*)\b",
    re.IGNORECASE,
)
_FEWEST_OF_STEP = 3
"""Words."""
_LOOK_BACK = 40


def timed_sentences(
    text: str, begins: Callable[[str], bool], context: InlineContext, *, paused: bool
) -> Iterator[TimeInSpeech]:
    """Yield the sentences of a text that ask for a time or are one, and the times behind others, in order.

    Args:
        text: speech, without asides.
        begins: tells whether a sentence may begin behind a part of it.
        context: of the document.
        paused: whether a pause stands behind it: “About a minute more. [pause 1m]” only tells of it.
    """
    lowered = text.lower()
    if not (any(key in lowered for key in _KEYS) or _DIGIT.search(text)):
        return
    cursor = 0
    for found in _SENTENCE.finditer(text):
        words = found["words"]
        start, size = found.start() + len(words) - len(words.lstrip()), len(words.strip())
        made, ends = None, found["end"] or _line_ends(text, found.end())
        if size <= _LONGEST and ends and _BEGINS.match(words) and _is_apart(text, found.start()):
            told = paused and _tells(words) and not has_words(text[found.end() :])
            made = _whole(text, start, found, context) if not told and begins(text[cursor:start]) else None
        if made is None and size <= _LONGEST_LINE and ends and _DIGIT.search(words):
            made = _time_behind(found, context)
        if made is not None:
            yield made
            cursor = made.end


def may_begin(after: str) -> bool:
    """Tell whether a sentence may begin with what follows a line."""
    first = after.lstrip(" \n\\*_\"'“‘¿¡")[:1]
    return not first.islower()


def ends_step(before: str, after: str) -> bool:
    """Tell whether a time ends a line that is no breath: “Soften your hands (8 s)” above the next step."""
    line = before.rpartition("\n")[2]
    few = len(line.split()) < _FEWEST_OF_STEP
    return not few and after.lstrip(" \\")[:1] == "\n" and may_begin(after) and not _BREATHES.search(line)


def _tells(words: str) -> bool:
    """Tell whether words before a pause announce it: “About a minute more.”, but neither “Pause.” nor “30 seconds.”."""
    return not _DIGIT.search(words) and words.lstrip()[:3].lower() not in ("pau", "sil", "p a", "p-a")


def _is_apart(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n" or text[start : start + 1].isspace()


def _line_ends(text: str, end: int) -> bool:
    return not text[end:].partition("\n")[0].strip(" ")


def _whole(text: str, start: int, found: re.Match[str], context: InlineContext) -> TimeInSpeech | None:
    """Return what a sentence means that is a time as a whole; None where it is speech."""
    end = found.end()
    if not found["end"] and _goes_on(text[start:end], text[end : end + _LOOK_ON]):
        return None
    raw = text[start:end].rstrip() if not found["end"] else text[start:end]
    asks = text[max(0, start - _LOOK_BACK) : start].rstrip().endswith("?")
    meaning = timed_sentence(raw, context, answers=asks)
    if meaning and not meaning.told and meaning.kind is DirectionKind.CUE and _is_amid(text, end, raw):
        meaning = said_or_silent(raw, written_silence(raw), said_first=False, spoken=True) or meaning
    return TimeInSpeech(start, start + len(raw), meaning) if meaning else None


def _time_behind(found: re.Match[str], context: InlineContext) -> TimeInSpeech | None:
    """Return the time that stands behind the words of a sentence: “Feel your hands – 15 sec”."""
    words = found["words"]
    time = _BEHIND.search(words, max(0, len(words) - _LOOK_BACK))
    before = words[: time.start("sign")] if time else ""
    if time is None or not has_words(before):
        return None
    sure = bool(time["unit"]) and time["sign"] != " " and not time["sign"].startswith((",", ";"))
    if time["sign"].isspace() and (
        not (time["unit"] or "").startswith("s") or _WANTS_A_TIME.search(before) or before[-1:].isdigit()
    ):
        return None
    meaning = length_alone(" ".join(time["time"].split()), context, sure=sure)
    start, end = found.start("words") + time.start("time"), found.start("words") + time.end("time")
    if meaning and meaning.kind is DirectionKind.CUE:
        return TimeInSpeech(found.start("words") + time.start("sign"), found.end(), meaning, found["end"] or "")
    return TimeInSpeech(start, end, meaning) if meaning else None


def _is_amid(text: str, end: int, sentence: str) -> bool:
    """Tell whether a sentence that is one word for a pause stands before others on its line: “Pause. Notice …”."""
    rest = text[end:].partition("\n")[0]
    return len(sentence.split()) == 1 and has_words(sentence) and has_words(rest)


def _goes_on(line: str, after: str) -> bool:
    """Tell whether a line without a full stop is the beginning of a sentence, as in “Silence / is a room”."""
    return not may_begin(after) and (line.lstrip()[:1].isupper() or _VERB.match(after.lstrip(" \n\\")) is not None)
