"""A paragraph as people write it, split into speech, cues and comments of our format; directions become notes.

Here it is taken apart into comments, counted breaths, repeats and lines that are no speech; what is left is read by
`speech_reader.py`. Where something is set off from speech is found in `asides.py`, and what it means is said in
`directions.py`. What transcripts put before a paragraph (time stamps) is below, in `_TIME`.
"""

import re
from dataclasses import replace

from feltsense.importing.asides import next_aside, unwrapped
from feltsense.importing.characters import BRACES, html_comments
from feltsense.importing.counted import (
    PACED_CUE,
    REPEAT_MARK,
    REPEATED,
    last_sentence,
    paced_breath,
    repeatable,
    repeated,
    sentence_start,
)
from feltsense.importing.directions import meaning_of
from feltsense.importing.document import ChangeKind, ParagraphPieces
from feltsense.importing.layout import one_line
from feltsense.importing.meanings import DirectionKind, Enclosure, InlineContext, Meaning, Position
from feltsense.importing.speech_reader import LOOK_ON, SpeechReader, is_condition
from feltsense.importing.timed_sentences import may_begin
from feltsense.script.breath_words import CountedBreath, counted_breaths
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.repeat_words import WrittenRepeat, written_repeats
from feltsense.script.sentences import ended
from feltsense.script.text import has_words

_TIME = LazyPattern(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?:\s*(?:-->|[-–—])\s*(?=\d)|\s+|$)")
_LINE = LazyPattern(r"[^\n]+")
_FOOTNOTE = LazyPattern(r"\s*\[\^[\w-]{1,40}\]:\s")
"""How the words of a footnote begin in Markdown."""
_LONGEST_LINE, _LONGEST_BARE = 400, 110
"""Characters of a line that is something else than speech, with and without signs around it."""
_MOST_PIECES, _FEW_PIECES = 60, 12
"""Of a paragraph, and of its last sentence, that may be repeated."""
_NO_BRACKETS = str.maketrans("[]", "  ")


def split_paragraph(text: str, place: int, *, blocks: bool, context: InlineContext | None = None) -> ParagraphPieces:
    """Return a paragraph, its characters normalised, split into pieces of our format.

    Args:
        text: the paragraph; its line ends mean nothing unless they are written as ours are (two spaces, a backslash).
        place: where it stands.
        blocks: whether cues that open or close a block may stay cues.
        context: what is known of the document.
    """
    splitter = _ParagraphSplitter(place, context or InlineContext(), blocks=blocks)
    splitter.read(splitter.without_time(text.translate(BRACES)))
    return splitter.made


class _ParagraphSplitter(SpeechReader):
    def without_time(self, text: str) -> str:
        """Return `text` without the time stamps that transcripts put before it."""
        rest = text
        while time := _TIME.match(rest):
            self.report(ChangeKind.LEFT_OUT, time[0].strip(), "a time stamp")
            rest = rest[time.end() :]
        return rest

    def read(self, text: str) -> None:
        """Read a stretch that may hold comments."""
        if _FOOTNOTE.match(text):
            self.note(text, text)
            return
        cursor = 0
        for start, end in html_comments(text):
            self._counted(text[cursor:start])
            self.comment(text[start + 4 : end - 3])
            cursor = end
        self._counted(text[cursor:])

    def _counted(self, text: str) -> None:
        """Read a stretch without comments, in which breaths may be counted or repeats be asked for."""
        cursor = 0
        for found in counted_breaths(text) if self._context.spoken and not self._context.paced else ():
            breath = self._behind_cue(text, found)
            if self._has_cues(text[breath.start : breath.end]) or PACED_CUE.match(text, breath.end):
                continue  # the time that is asked for stands there
            self._repeats(text[cursor : breath.start])
            self._ask_about_breath(text[breath.start : breath.end], breath)
            cursor = breath.end
        self._repeats(text[cursor:])

    def _behind_cue(self, text: str, breath: CountedBreath) -> CountedBreath:
        """Return a breath without the cue or note that stands before its words: “(ring the bell) Breathe in …”."""
        aside = next_aside(text, breath.start)
        if aside is None or aside.end >= breath.end or has_words(text[breath.start : aside.start]):
            return breath
        meaning = self.meaning(aside, self.position(text, breath.start, aside))
        if meaning is None or meaning.kind not in (DirectionKind.CUE, DirectionKind.NOTE):
            return breath
        return replace(breath, start=aside.end)

    def _has_cues(self, text: str) -> bool:
        start = 0
        while aside := next_aside(text, start):
            meaning = self.meaning(aside, self.position(text, start, aside))
            counts = not ended(text[: aside.start].rstrip()) and (
                aside.enclosure is Enclosure.ROUND or aside.inner.strip().isdigit()
            )
            repeats = REPEAT_MARK.match(text, aside.start)
            if meaning and meaning.kind in (DirectionKind.CUE, DirectionKind.BLOCK) and not counts and not repeats:
                return True
            start = aside.start + 1
        return False

    def _ask_about_breath(self, text: str, breath: CountedBreath) -> None:
        marked = REPEAT_MARK.search(text)
        spoken = REPEAT_MARK.sub("", text).translate(_NO_BRACKETS)
        first = len(self.made.pieces)
        self.tokens(spoken)
        words = one_line(self.made.pieces[first:])
        meaning = paced_breath(breath, words, marked[0].strip("()[] ") if marked else "")
        self.comment_on(meaning)
        self.report(ChangeKind.QUESTION, text, meaning.question)

    def _repeats(self, text: str) -> None:
        """Read a stretch in which words may ask for a repeat of what stands before them in the paragraph."""
        cursor = 0
        for repeat in written_repeats(text, own=not self._blocks) if self._context.spoken else ():
            raw = text[repeat.start : repeat.end]
            end = len(text) - len(text[repeat.end :].lstrip(".!"))
            if raw[0] in "([x×X":
                self._lines(text[cursor : repeat.start])
                said, dropped = "", raw.strip("()[]. ")
                before = last_sentence(one_line(self.made.pieces[-_FEW_PIECES:]))
            else:
                sentence = sentence_start(text, cursor, repeat.start)
                self._lines(text[cursor:sentence])
                said, dropped = text[sentence:end], ""
                few = len(self.made.pieces) <= _MOST_PIECES
                before = one_line(self.made.pieces) if few else ""
            self._ask_about_repeat(repeat, repeatable(before, raw), said, dropped)
            self.made.changes.append(self.change(ChangeKind.QUESTION, raw, REPEATED))
            cursor = end
        self._lines(text[cursor:])

    def _ask_about_repeat(self, repeat: WrittenRepeat, before: str, said: str, dropped: str) -> None:
        first = len(self.made.pieces)
        self.tokens(said)
        words = one_line(self.made.pieces[first:])
        self.comment_on(repeated(repeat, before, words, dropped), dropped)

    def _lines(self, text: str) -> None:
        """Read a stretch without comments: first the lines that are something else than speech as a whole."""
        whole = self._whole(text.strip(), alone=True) if text.count("\n") else None
        if whole:
            self.put(text.strip(), *whole)
            return
        cursor = 0
        for line in _LINE.finditer(text):
            bare = line[0].strip(" \\")
            if not bare or len(bare) > (_LONGEST_BARE if bare[0].isalnum() else _LONGEST_LINE):
                continue
            before = text[cursor : line.start()]
            if has_words(text[line.end() :]) and is_condition(*unwrapped(bare)):
                continue  # it is for the line below
            found = self._whole(bare, alone=self._stands_alone(before, bare, text[line.end() : line.end() + LOOK_ON]))
            if found:
                self.stretch(before)
                self.put(bare, *found)
                cursor = line.end()
        self.stretch(text[cursor:])

    def _stands_alone(self, before: str, line: str, after: str) -> bool:
        """Tell whether a line is no part of a sentence that is wrapped around it."""
        if not may_begin(after):
            return False
        open_before = before.rstrip()[-1:] or self.said[-1:]
        return not (open_before.isalnum() or open_before == ",") or not line[:1].isalnum() or line.isupper()

    def _whole(self, line: str, *, alone: bool) -> tuple[str, Meaning] | None:
        """Return what is in a line and what it means; None where it is speech, or to be looked at piece by piece."""
        inner, enclosure = unwrapped(line)
        if not has_words(line):
            return ("", Meaning(DirectionKind.CUE, ("pause",), canonical=False)) if _only_dots(line) else None
        if not alone or enclosure is Enclosure.ANGLE:
            return None
        if enclosure is Enclosure.NONE and "**" in inner:
            inner = inner.replace("**", "")  # words that are bold in a line change nothing of what it asks
        meaning = meaning_of(inner, enclosure, Position.LINE, self._context)
        return (inner, meaning) if meaning else None


def _only_dots(line: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:…|\.\s*\.\s*\.)[.…\s]*", line))
