"""A stretch of a paragraph as people write it: speech, with asides in it that mean something else.

What the words of an aside mean is said in `directions.py`; where it stands in its sentence, here.
"""

import re
from dataclasses import replace

from feltsense.importing.asides import Aside, next_aside
from feltsense.importing.directions import meaning_of, said_perhaps
from feltsense.importing.document import ChangeKind, PieceKind
from feltsense.importing.meanings import DirectionKind, Enclosure, InlineContext, Meaning, Position, valid_cue
from feltsense.importing.pause_tags import pause_tag
from feltsense.importing.pieces import ADDRESS, TAG_LEFT_OUT, PieceWriter
from feltsense.importing.placeholders import asked, own_word, slashed_words
from feltsense.importing.silence_words import written_silence
from feltsense.importing.stage_directions import says_for_whom
from feltsense.importing.timed_sentences import ends_step, timed_sentences
from feltsense.importing.written_cues import how_long
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import question_comment
from feltsense.script.sentences import ended, sentences
from feltsense.script.speech_breaks import NO_BREAK, break_tag
from feltsense.script.text import has_words
from feltsense.script.variants import emphasised_pause

_SENTENCE_END = LazyPattern(r"[.!?…](?=\s|$)")
_LOOK_BEFORE = 400
"""Characters before an aside or a sentence that tell whether one ends there."""
LOOK_ON = 400
"""Characters behind an aside that tell whether its sentence goes on."""
_LOOK_BACK = 80
"""Characters before a hole that tell who fills it."""
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


class SpeechReader(PieceWriter):
    """Writes the pieces of stretches of speech.

    Args:
        place: where the paragraph stands.
        context: what is known of the document.
        blocks: whether cues that open or close a block may stay cues.
    """

    def __init__(self, place: int, context: InlineContext, *, blocks: bool) -> None:
        super().__init__(place, blocks=blocks)
        self._context = context

    def stretch(self, text: str) -> None:
        """Read a stretch in whose lines there may be asides."""
        cursor = start = 0
        while aside := next_aside(text, start):
            position = self.position(text, cursor, aside)
            blank = not has_words(aside.inner) or not aside.inner.strip("X")
            if blank and _GREETING.search(text, max(cursor, aside.start - 40), aside.start):
                aside = replace(aside, inner="name")
            hole = own_word(text[max(cursor, aside.start - _LOOK_BACK) : aside.start]) if blank else None
            optional = self._optional(text, cursor, aside)
            if optional:
                aside = optional
            meaning = None if optional or self._is_list_number(text, aside) else self.meaning(aside, position)
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
        timed = self.meaning(replace(aside, inner=words), position) if time else None
        if time is None or timed is None or timed.kind is not DirectionKind.CUE or timed.cue in _NO_LENGTH:
            return None
        return replace(aside, end=time.end(), inner=words), timed

    def _optional(self, text: str, cursor: int, aside: Aside) -> Aside | None:
        """Return an aside with the sentence behind it that it calls optional; None where it calls none so."""
        condition = is_condition(aside.inner, aside.enclosure)
        if not (condition or _OPTIONAL.fullmatch(aside.inner)) or not self._begins(text[cursor : aside.start]):
            return None
        behind = text[aside.end : aside.end + LOOK_ON]
        sentence = next((behind[first:last].rstrip() for first, last in sentences(behind)), "")
        words = sentence.lstrip(" \n:.–-")
        if not has_words(words) or "\n" in words or next_aside(words, 0) or len(behind) == LOOK_ON == len(sentence):
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

    def meaning(self, aside: Aside, position: Position) -> Meaning | None:
        """Return what an aside means where it stands; None where it is speech."""
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

    def position(self, text: str, cursor: int, aside: Aside) -> Position:
        """Return where an aside stands among the sentences around it."""
        before, after = text[cursor : aside.start], text[aside.end : aside.end + LOOK_ON]
        if self._is_emphasised_pause(aside.enclosure, aside.inner, before[-_LOOK_BACK:], after):
            return Position.APART
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

    def _is_emphasised_pause(self, enclosure: Enclosure, inner: str, before: str, after: str) -> bool:
        """Tell whether a script would hear emphasis as a pause inside its sentence: “and *long pause* then”."""
        english = self._context.language[:2] in ("", "en")
        return english and enclosure is Enclosure.EMPHASIS and emphasised_pause(inner, before, after) is not None

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
            self.comment_on(asked(choice))
            self.made.changes.append(self.change(ChangeKind.QUESTION, choice.spoken, choice.question))
            cursor = end
        self.tokens(text[cursor:])

    def comment_on(self, meaning: Meaning, about: str = "") -> None:
        """Put in the question of a meaning, about its words or others."""
        comment = question_comment(meaning.question, meaning.choices, meaning.spoken or about)
        self.piece(PieceKind.COMMENT, comment)


def is_condition(inner: str, enclosure: Enclosure) -> bool:
    """Tell whether an aside says for whom the words behind it are: “(if you are sitting)”."""
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
