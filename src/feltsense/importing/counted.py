"""Breaths and repeats that are asked for in words: blocks that belong to one of them are joined, and it is offered."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind, ImportChange
from feltsense.importing.meanings import DirectionKind, Meaning
from feltsense.script.breath_phases import counts_a_part
from feltsense.script.breath_words import CountedBreath, counted_breaths
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import COMMENT, NOTHING, question_comment
from feltsense.script.repeat_words import WrittenRepeat, written_repeats
from feltsense.script.sentences import ended, sentences
from feltsense.script.text import has_words

PACED = "Is this breathing to be paced?"
REPEATED = "Is this to be repeated?"

REPEAT_MARK = LazyPattern(
    r"\s*[(\[]\s*(?:(?:repeat )?x ?\d+|(?:repeat )?\w+ ?x(?: (?:wiederholen|repeat))?|(?:for|repeat)\b[^()\[\]]{1,40}"
    r"|(?!in |out )[\w–-]{1,12} (?:more )?(?:times|rounds?|cycles?|repetitions?|reps|sets|mal|veces|fois|volte|vezes|"
    r"keer|runden|rondas)(?: \w+){0,2})\s*[)\]]",
    re.IGNORECASE,
)
"""How often, in brackets behind what is repeated: “(x3)”, “(3 rounds)”."""
PACED_CUE = LazyPattern(r"\s*(?:\[[^\[\]]{0,40}\]\s*)?\[\s*breathe\b", re.IGNORECASE)
"""A breath that is paced already, behind the words that tell of it."""
_MORE_ROUNDS = (3, 5)
"""Offered where it is not said how often."""
_MOST_JOINED = 10
_LONGEST = 300
"""Characters of a paragraph that may be a part of a breath."""
_LONGEST_REPEAT = 600
_WHOLE = (
    "sequence",
    "whole",
    "entire",
    "all",
    "steps",
    "exercise",
    "practice",
    "process",
    "series",
    "section",
    "part",
    "passage",
)
"""Words of what is more than the paragraph before."""


def join_counted_blocks(
    blocks: Sequence[DocumentBlock], changes: list[ImportChange], *, by_line: bool
) -> list[DocumentBlock]:
    """Return the blocks with paragraphs joined that are one counted breath, or what is repeated and how often.

    A list of steps that is one stays, with a question behind it.

    Args:
        blocks: in order.
        changes: to which the questions are added.
        by_line: whether their places are lines, so that joined ones are as far apart as they were.
    """
    made: list[DocumentBlock] = []
    number = 0
    while number < len(blocks):
        length = _joint(blocks, number)
        part = blocks[number : number + length]
        if length == 1 or part[0].kind is DocumentBlockKind.TEXT:
            made.append(_joined(part, by_line=by_line))
        else:
            made += [*part[:-1], replace(part[-1], text=REPEAT_MARK.sub("", part[-1].text).rstrip())]
            made.append(_question_behind(part, changes))
        number += length
    return made


def _question_behind(steps: Sequence[DocumentBlock], changes: list[ImportChange]) -> DocumentBlock:
    """Return the question about a breath whose parts are the steps of a list."""
    place, asked = steps[-1].place, f"{PACED} It would follow the list."
    cues = counted_breaths(_text_of(steps))[0].cues
    marked = REPEAT_MARK.search(steps[-1].text)
    asked += f" “{marked[0].strip().strip('()[] ')}” stood there." if marked else ""
    changes.append(ImportChange(place, ChangeKind.QUESTION, steps[0].text, asked))
    comment = question_comment(asked, (*(f"[{cue}]" for cue in cues), NOTHING))
    return DocumentBlock(DocumentBlockKind.QUESTION, comment, place)


def paced_breath(breath: CountedBreath, words: str, dropped: str) -> Meaning:
    """Return the question about a counted breath.

    Args:
        breath: as it was found.
        words: as they stand in the script.
        dropped: what stood there and is not spoken, such as “(x3)”.
    """
    cues = list(breath.cues)
    if breath.rounds == (1,):
        cues += replace(breath, rounds=_MORE_ROUNDS).cues
    question = f"{PACED} “{dropped}” stood there." if dropped else PACED
    choices = (*(f"[{cue}]" for cue in cues), words)
    return Meaning(DirectionKind.QUESTION, spoken=words, question=question, choices=choices)


def repeated(repeat: WrittenRepeat, before: str, words: str, dropped: str) -> Meaning:
    """Return the question about words that ask for a repeat.

    Args:
        repeat: as it was found.
        before: what is repeated, as it stands in the script; empty where that is not known.
        words: that ask for it, as they are spoken until it is answered; empty where they are not.
        dropped: words that are not spoken.
    """
    blocks = [f"[repeat {times} times] {before} [end]" for times in repeat.times] if before else []
    note = f"> {words or dropped}"
    question = f"{REPEATED} “{dropped}” stood there." if dropped else REPEATED
    whole = f"{before} {words}".strip()
    choices = (*blocks, whole, note) if whole else (note, NOTHING)
    if not before:
        question += f" Then [repeat {repeat.times[0]} times] stands before it, and [end] behind it."
    return Meaning(DirectionKind.QUESTION, spoken=whole, question=question, choices=choices)


def repeatable(before: str, words: str) -> str:
    """Return what `words` ask to repeat of what stands `before` them; empty where that is not sure."""
    more = any(word in words.lower().split() for word in _WHOLE)
    fits = len(before) <= _LONGEST_REPEAT and "<!--" not in before and has_words(before)
    return before if fits and not more else ""


def last_sentence(text: str) -> str:
    """Return the last sentence of a text, a question in it whole; empty where there is none."""
    found = list(sentences(COMMENT.sub(lambda comment: "<!--".ljust(len(comment[0]), "x"), text)))
    return text[found[-1][0] :].strip() if found else ""


def sentence_start(text: str, first: int, place: int) -> int:
    """Return where the sentence begins that goes on at `place`, not before `first`."""
    start = max((begin for begin, _ in sentences(text[first:place])), default=0)
    within = text[first + start : place]
    said = has_words(within) and not ended(within.rstrip())
    return first + start + len(within) - len(within.lstrip()) if said else place


def _joint(blocks: Sequence[DocumentBlock], first: int) -> int:
    """Return how many blocks from `first` on are one counted breath or repeat."""
    kind = blocks[first].kind
    following = blocks[first + 1] if first + 1 < len(blocks) else None
    if kind not in (DocumentBlockKind.TEXT, DocumentBlockKind.ITEM) or following is None:
        return 1
    counts = counts_a_part(_without_bold(blocks[first])) and counts_a_part(_without_bold(following))
    if not counts and not _is_repeat(following.text):
        return 1
    best, alone = 1, counted_breaths(_without_bold(blocks[first]))
    for length in range(2, _MOST_JOINED + 1):
        part = blocks[first : first + length]
        if len(part) < length or part[-1].kind is not kind or any(len(block.text) > _LONGEST for block in part):
            break
        if _is_one(part, alone=bool(alone)):
            best = length
    return best


def _is_one(part: Sequence[DocumentBlock], *, alone: bool) -> bool:
    text, last = _text_of(part), len(_text_of(part[:-1]))
    if part[0].kind is DocumentBlockKind.TEXT and _is_repeat(part[-1].text):
        whole = len(part) == 2 and (alone or not counted_breaths(text))
        return whole or _spans(text, len(part[0].text), last)
    return not alone and _spans(text, len(_without_bold(part[0])), last)


def _spans(text: str, first_end: int, last_start: int) -> bool:
    """Tell whether one breath begins in the first part of a text and ends in its last."""
    return any(breath.start < first_end and breath.end > last_start for breath in counted_breaths(text))


def _is_repeat(text: str) -> bool:
    """Tell whether a paragraph is nothing but the words for repeating what stands before it."""
    found = written_repeats(text)
    rest = f"{text[: found[0].start]}{text[found[0].end :]}" if found else text
    return bool(found) and not has_words(rest) and not any(word in text.lower().split() for word in _WHOLE)


def _text_of(part: Sequence[DocumentBlock]) -> str:
    return "\n".join(map(_without_bold, part))


def _without_bold(block: DocumentBlock) -> str:
    return block.text.replace("**", "") if block.kind is DocumentBlockKind.ITEM else block.text


def _joined(part: Sequence[DocumentBlock], *, by_line: bool) -> DocumentBlock:
    """Return one block of several, their lines as far apart as they were."""
    if len(part) == 1:
        return part[0]
    return replace(part[0], text="".join(_with_gaps(part, by_line=by_line)), keeps_lines=True)


def _with_gaps(part: Sequence[DocumentBlock], *, by_line: bool) -> Iterator[str]:
    line = part[0].place
    for number, block in enumerate(part):
        yield "\n" * max(1, block.place - line) if number and by_line else "\n" * bool(number)
        yield block.text
        line = block.place + block.text.count("\n")
