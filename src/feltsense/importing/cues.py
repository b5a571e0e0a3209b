"""A paragraph as people write it, split into speech, cues and comments of our format; directions become notes.

Where something is set off from speech is found in `asides.py`, and what it means is said in `directions.py`. What
transcripts put before a paragraph (time stamps) is below, in `_TIME`.
"""

import re
from dataclasses import replace

from feltsense.importing.asides import Aside, next_aside, unwrapped
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
from feltsense.importing.directions import asked, meaning_of, said_perhaps
from feltsense.importing.document import ChangeKind, ParagraphPieces, PieceKind
from feltsense.importing.layout import one_line
from feltsense.importing.meanings import DirectionKind, Enclosure, InlineContext, Meaning, Position, valid_cue
from feltsense.importing.pause_tags import pause_tag
from feltsense.importing.pieces import ADDRESS, TAG_LEFT_OUT, PieceWriter
from feltsense.importing.placeholders import own_word, slashed_words
from feltsense.importing.silence_words import written_silence
from feltsense.importing.stage_directions import says_for_whom
from feltsense.importing.timed_sentences import ends_step, may_begin, timed_sentences
from feltsense.importing.written_cues import how_long
from feltsense.script.breath_words import CountedBreath, counted_breaths
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import question_comment
from feltsense.script.repeat_words import WrittenRepeat, written_repeats
from feltsense.script.sentences import ended, sentences
from feltsense.script.speech_breaks import NO_BREAK, break_tag
from feltsense.script.text import has_words

_TIME = LazyPattern(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?:\s*(?:-->|[-–—])\s*(?=\d)|\s+|$)")
_LINE = LazyPattern(r"[^\n]+")
_FOOTNOTE = LazyPattern(r"\s*\[\^[\w-]{1,40}\]:\s")
"""How the words of a footnote begin in Markdown."""
_SENTENCE_END = LazyPattern(r"[.!?…](?=\s|$)")
_LONGEST_LINE, _LONGEST_BARE = 400, 110
"""Characters of a line that is something else than speech, with and without signs around it."""
_LOOK_BEFORE = 400
"""Characters before an aside or a sentence that tell whether one ends there."""
_LOOK_BACK = 80
"""Characters before a hole that tell who fills it."""
_LOOK_ON = 400
"""Characters behind an aside that tell whether its sentence goes on."""
_MOST_PIECES, _FEW_PIECES = 60, 12
"""Of a paragraph, and of its last sentence, that may be repeated."""
_WITHIN_WORDS = frozenset(
    "a abbr b big cite code del em font i img ins kbd mark q small span strike strong sub sup tt u".split()  # noqa: SIM905 - a list of words reads best as words
)
"""Tags of web pages that may stand inside a word."""
_BETWEEN_WORDS = frozenset(
    "blockquote br center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre s section table tbody td th "  # noqa: SIM905 - as above
    "thead tr ul".split()
)
_GREETING = LazyPattern(
    r"\b(?:hello|hi|hey|dear|welcome|good (?:morning|afternoon|evening)|my name is"
    r"|(?:hello|hi|hey|welcome)\b[^?]{0,20}\b(?:i am|i'm|i’m))[ ,]*$",
    re.IGNORECASE,
)
_GOES_ON_WITH = LazyPattern(
    r"\b(?:for|to|of|about|after|every|within|than|until|around|another|für|por|pour|per|voor)\s+$"
)
"""What needs the words in emphasis behind it: “Hold for **4 seconds**”."""
_LONGEST_JOINT = 12
_NO_BRACKETS = str.maketrans("[]", "  ")
_OPTIONAL = LazyPattern(
    r"optional(?:ly)?|if (?:there is |you have )?time(?: allows| permits)?|opcional|facultatif|optioneel|facoltativo",
    re.IGNORECASE,
)
_BRACKETS = (Enclosure.SQUARE, Enclosure.ANGLE, Enclosure.ROUND)
_NO_LENGTH = ("pause", "short pause", "long pause")
_TIME_BEHIND = LazyPattern(
    r"[ ]*[:–—-]?[ ]*(?P<time>(?:(?:for|about|for about) )?(?:\d{1,3}(?:[.,]\d)?|half an?|\w{1,12}(?:[ -]\w{1,7})?)"
    r"[ -]?(?:s|secs?|mins?|se[ckg]\w{0,6}|min\w{0,6})\b)(?:[.](?=[ ]*(?:$|\n|[^\W\d_a-zà-ÿ]))|(?=[ ]*(?:$|\n)))"
)
_TAG_NAME = LazyPattern(
    r"/?([A-Za-z][A-Za-z0-9]*)(?=\s*/?\s*$|\s+[\w:.@-]{1,40}\s*=|\s+(?:hidden|nowrap|noshade|reversed|compact|download)\b)"
)
"""Of a web page: “<a friend>” is none, though it begins as a link does."""


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


class _ParagraphSplitter(PieceWriter):
    def __init__(self, place: int, context: InlineContext, *, blocks: bool) -> None:
        super().__init__(place, blocks=blocks)
        self._context = context

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
        meaning = self._meaning(aside, self._position(text, breath.start, aside))
        if meaning is None or meaning.kind not in (DirectionKind.CUE, DirectionKind.NOTE):
            return breath
        return replace(breath, start=aside.end)

    def _has_cues(self, text: str) -> bool:
        start = 0
        while aside := next_aside(text, start):
            meaning = self._meaning(aside, self._position(text, start, aside))
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
        self._comment_on(meaning)
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
        self._comment_on(repeated(repeat, before, words, dropped), dropped)

    def _comment_on(self, meaning: Meaning, about: str = "") -> None:
        comment = question_comment(meaning.question, meaning.choices, meaning.spoken or about)
        self.piece(PieceKind.COMMENT, comment)

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
            if has_words(text[line.end() :]) and _is_condition(*unwrapped(bare)):
                continue  # it is for the line below
            found = self._whole(bare, alone=self._stands_alone(before, bare, text[line.end() : line.end() + _LOOK_ON]))
            if found:
                self._stretch(before)
                self.put(bare, *found)
                cursor = line.end()
        self._stretch(text[cursor:])

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

    def _stretch(self, text: str) -> None:
        """Read a stretch in whose lines there may be asides."""
        cursor = start = 0
        while aside := next_aside(text, start):
            position = self._position(text, cursor, aside)
            blank = not has_words(aside.inner) or not aside.inner.strip("X")
            if blank and _GREETING.search(text, max(cursor, aside.start - 40), aside.start):
                aside = replace(aside, inner="name")
            hole = own_word(text[max(cursor, aside.start - _LOOK_BACK) : aside.start]) if blank else None
            optional = self._optional(text, cursor, aside)
            if optional:
                aside = optional
            meaning = None if optional or self._is_list_number(text, aside) else self._meaning(aside, position)
            if hole and meaning and meaning.spoken == hole.spoken and aside.inner != "name":
                meaning = asked(hole)
            if optional:
                meaning = said_perhaps(aside.inner)
            if self._is_tick(text, aside):
                meaning = Meaning(DirectionKind.NOTHING, told="a box to tick")
            if meaning is None:
                start = aside.start + 1
                continue
            timed = self._with_time_behind(text, aside, meaning, position)
            aside, meaning = timed or (aside, meaning)
            paused = meaning.kind is DirectionKind.CUE and "pause" in meaning.cue
            self._speech(text[cursor : aside.start], paused=paused)
            if timed and text[aside.end - 1] == "." and not ended(self.said):
                self.piece(PieceKind.TEXT, ".")
            self.put(text[aside.start : aside.end], aside.inner, meaning)
            cursor = start = aside.end
        self._speech(text[cursor:])

    def _with_time_behind(
        self, text: str, aside: Aside, meaning: Meaning, position: Position
    ) -> tuple[Aside, Meaning] | None:
        """Return a pause with the length that stands behind its brackets: “(pause) 1 minute”; None where none does."""
        untimed = meaning.kind is DirectionKind.CUE and meaning.cue in _NO_LENGTH
        time = _TIME_BEHIND.match(text, aside.end) if untimed else None
        words = f"{aside.inner} {time['time']}" if time else ""
        timed = self._meaning(replace(aside, inner=words), position) if time else None
        if time is None or timed is None or timed.kind is not DirectionKind.CUE or timed.cue in _NO_LENGTH:
            return None
        return replace(aside, end=time.end(), inner=words), timed

    def _optional(self, text: str, cursor: int, aside: Aside) -> Aside | None:
        """Return an aside with the sentence behind it that it calls optional; None where it calls none so."""
        condition = _is_condition(aside.inner, aside.enclosure)
        if not (condition or _OPTIONAL.fullmatch(aside.inner)) or not self._begins(text[cursor : aside.start]):
            return None
        behind = text[aside.end : aside.end + _LOOK_ON]
        sentence = next((behind[first:last].rstrip() for first, last in sentences(behind)), "")
        words = sentence.lstrip(" \n:.–-")
        if not has_words(words) or "\n" in words or next_aside(words, 0) or len(behind) == _LOOK_ON == len(sentence):
            return None
        when = " ".join(aside.inner.split()).rstrip(" :") if condition else "Optional"
        return replace(aside, end=aside.end + len(sentence), inner=f"{when}: {words}", enclosure=Enclosure.SQUARE)

    def _is_list_number(self, text: str, aside: Aside) -> bool:
        """Tell whether a number in parentheses begins what is said: “(1) Sit down.” is no pause."""
        alone = aside.enclosure is Enclosure.ROUND and aside.inner.strip().isdigit()
        return alone and not has_words(text[: aside.start] + self.said) and has_words(text[aside.end :])

    def _is_tick(self, text: str, aside: Aside) -> bool:
        """Tell whether a ticked box begins what is said: “[x] Sit down.” has no blank."""
        alone = aside.enclosure is Enclosure.SQUARE and aside.inner.strip().lower() == "x"
        return alone and not has_words(text[: aside.start] + self.said) and has_words(text[aside.end :])

    def _meaning(self, aside: Aside, position: Position) -> Meaning | None:
        if aside.enclosure is not Enclosure.ANGLE:
            return meaning_of(aside.inner, aside.enclosure, position, self._context)
        if ADDRESS.search(aside.inner):
            return Meaning(DirectionKind.NOTE)
        name = _TAG_NAME.match(aside.inner)
        if name and name[1].lower() in _WITHIN_WORDS | _BETWEEN_WORDS:
            apart = " " if name[1].lower() in _BETWEEN_WORDS else ""
            return Meaning(DirectionKind.NOTHING, told=TAG_LEFT_OUT, spoken=apart)
        pause = break_tag(f"<{aside.inner}>")
        if pause == NO_BREAK:
            return Meaning(DirectionKind.NOTHING, told="it asks for no pause")
        if pause:
            return Meaning(DirectionKind.CUE, (pause,), canonical=False) if valid_cue(pause) else how_long(aside.inner)
        return pause_tag(aside.inner) or meaning_of(aside.inner, aside.enclosure, position, self._context)

    def _position(self, text: str, cursor: int, aside: Aside) -> Position:
        """Return where an aside stands among the sentences around it."""
        before, after = text[cursor : aside.start], text[aside.end : aside.end + _LOOK_ON]
        if aside.enclosure is Enclosure.EMPHASIS and _GOES_ON_WITH.search(before[-_LONGEST_JOINT:]):
            return Position.INSIDE
        if not self._begins(before):
            ends = not has_words(after) and (aside.enclosure is not Enclosure.SQUARE or not after.strip(" .!?"))
            joined = aside.enclosure is Enclosure.SQUARE and not _is_end(before, after)
            closed = _SENTENCE_END.match(after) is not None or ends_step(before, after)
            closed = aside.enclosure is Enclosure.ROUND and closed
            ends = ends or (closed and _is_time(aside.inner))
            return Position.INSIDE if joined or not ends else Position.APART
        return Position.APART

    def _begins(self, before: str) -> bool:
        """Tell whether a sentence has ended, or none has begun, before what comes now."""
        said = before[-_LOOK_BEFORE:].strip() or self.said
        return not has_words(said) or ended(said) or said.rstrip().endswith(("…", "..."))

    def _speech(self, text: str, *, paused: bool = False) -> None:
        """Read a stretch without asides; sentences that are a pause in words are taken out, or asked about.

        Args:
            text: the stretch.
            paused: whether a pause stands behind it.
        """
        cursor = 0
        for found in timed_sentences(text, self._begins, self._context, paused=paused):
            self._words(text[cursor : found.start])
            self.piece(PieceKind.TEXT, found.closes)
            self.put(text[found.start : found.end], text[found.start : found.end], found.meaning)
            cursor = found.end
        self._words(text[cursor:])

    def _words(self, text: str) -> None:
        """Put in speech, with a question behind each choice between words in it."""
        cursor = 0
        for end, choice in slashed_words(text, self._context.language) if "/" in text and self._context.spoken else ():
            self.tokens(text[cursor:end])
            self._comment_on(asked(choice))
            self.made.changes.append(self.change(ChangeKind.QUESTION, choice.spoken, choice.question))
            cursor = end
        self.tokens(text[cursor:])


def _is_condition(inner: str, enclosure: Enclosure) -> bool:
    return enclosure in _BRACKETS and says_for_whom(inner, firm=enclosure is Enclosure.ROUND)


def _is_time(inner: str) -> bool:
    """Tell whether an aside is the time that its sentence is given: “Feel your arms (15 s). Now your legs.”."""
    silence = written_silence(inner)
    return silence is not None and silence.timed and not silence.listener


def _is_end(before: str, after: str) -> bool:
    """Tell whether nothing of the sentence follows, and what comes before can do without more."""
    return (
        not has_words(after)
        and not after.strip(" \n").startswith((".", "!", "?", ",", ";"))
        and not _wants_more(before)
    )


def _wants_more(before: str) -> bool:
    return before.rstrip()[-1:].isalnum()


def _only_dots(line: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:…|\.\s*\.\s*\.)[.…\s]*", line))
