"""Blocks to nodes: phrases, and the cues between them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from feltsense.script.blocks import Block, BlockKind
from feltsense.script.builder import Builder
from feltsense.script.cue_languages import cue_in
from feltsense.script.cues import Cue, End, Open, elastic
from feltsense.script.dates import NUMERIC_DATE, is_ambiguous, two_readings
from feltsense.script.diagnostics import Diagnostic, GrammarError, Severity, Span
from feltsense.script.foreign_cues import spoken_pause
from feltsense.script.headings import (
    BRACKETS,
    CUE_HINT,
    WishRange,
    heading_title,
    loose_length,
    minutes_text,
    wish_range,
    wish_text,
)
from feltsense.script.inline import InlineToken, TokenKind, tokens
from feltsense.script.model import Close, Note, Phrase, WishedLength
from feltsense.script.sentences import ended, is_question, is_verse, parted, sentences
from feltsense.script.source import Source
from feltsense.script.suggestions import pause_suggestion
from feltsense.script.text import has_words, normalised, pictures, spoken
from feltsense.script.variants import LIKE_A_PAUSE, canonical

ELLIPSIS_MS = 1200
MOST_KEPT = 1000
"""Errors kept of one script, and as many other diagnostics; nobody reads more, and they would take their time."""

_LEFT_OVER = re.compile(r"(?:[,;:.!?)”’»]+\s|\s)+")
"""What a cue leaves of the sentence around it: “Rest [pause 3s], and go on.”"""
_STRIKING = re.compile(r"</?(?:del|s|strike)\b", re.IGNORECASE)
_OPENERS = ("repeat", "from", "up")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says."""

    block: Block
    title: str
    wish: WishedLength | None
    wish_start: int = 0
    """Source offset of the bracket that holds it."""


class Body:
    """Turns blocks into nodes and collects what is wrong in them."""

    def __init__(self, source: Source, text: str, language: str, opening: str) -> None:
        """Read `text`, the source with what is not spoken blanked.

        Args:
            source: what stands in the file.
            text: what of it is spoken.
            language: as `language_of_cues` has it.
            opening: the title of what stands before the first heading.
        """
        self.builder = Builder(opening)
        self.found: list[Diagnostic] = []
        self._source = source
        self._text = text
        self._language = language
        self._errors = 0
        self._never_opened = 0
        """Blocks whose first cue was not understood; their ends are no mistakes."""

    def heading(self, block: Block) -> Heading:
        """Return what a heading says, and tell of what does not belong in it."""
        raw = self._text[block.start : block.end]
        self._tell_pictures(block.start, block.end)
        wish, wish_start = None, 0
        for match in BRACKETS.finditer(raw):
            start, end = block.start + match.start(), block.start + match.end()
            try:
                lengths = wish_range(match[0], self._language)
            except GrammarError as trouble:
                self._tell(trouble, start, end)
                continue
            if lengths is None:
                self._tell(GrammarError("S034", "A cue does nothing in a heading.", CUE_HINT), start, end)
            elif wish:
                hint = "Leave one of the two."
                self._tell(GrammarError("S034", "This section has a length already.", hint), start, end)
            else:
                wish, wish_start = WishedLength(*lengths, self._source.span(start, end)), start
        return Heading(block, heading_title(raw), wish, wish_start)

    def title(self, heading: Heading, *, has_minutes: bool) -> str:
        """Return the title of the whole, which a heading gives, and tell where the length of the whole belongs."""
        block, wish = heading.block, heading.wish
        if wish:
            line = minutes_text((wish.shortest, wish.longest))
            message = "This heading is the title, and the length of the whole does not stand here."
            whole = "Take it out" if has_minutes else f"Write “{line}” in the front matter instead"
            hint = f"{whole}, or write ## for a section with a length of its own."
            end = heading.wish_start + wish.span.end_column - wish.span.column
            self._tell(GrammarError("S034", message, hint), heading.wish_start, end)
        elif not has_minutes:
            self._tell_loose(block, lambda lengths: f"Write “{minutes_text(lengths)}” in the front matter")
        return heading.title

    def section(self, heading: Heading) -> None:
        """Begin a section at a heading."""
        block = heading.block
        if not heading.wish:
            self._tell_loose(block, lambda lengths: f"Write [{wish_text(lengths)}] in its place")
        title, span = heading.title or "Untitled", self._source.span(block.start, block.end)
        self.builder.section(title, span, block.level, heading.wish)

    def _tell_loose(self, block: Block, advice: Callable[[WishRange], str]) -> None:
        loose = loose_length(self._text[block.start : block.end])
        if loose:
            found = GrammarError(
                "S052",
                "This stays in the title, and gives no length.",
                f"{advice(loose.lengths)} if it is meant as one.",
            )
            self._mention(found, Severity.WARNING, block.start + loose.start, block.start + loose.end)

    def block(self, block: Block) -> None:
        """Read a block that is no heading."""
        match block.kind:
            case BlockKind.NOTE:
                text = normalised(self._text[block.start : block.end])
                if text:
                    self.builder.add(Note(text, self._source.span(block.start, block.end)))
            case BlockKind.PAUSE:
                self._lone_pause(block)
            case _:
                self._paragraph(block)

    def _lone_pause(self, block: Block) -> None:
        words = self._text[block.start : block.end]
        meant = canonical(words) or spoken_pause(words.strip("-–—*_ "), self._language) or "pause"
        self._cue(InlineToken(TokenKind.CUE, block.start, block.end, meant, variant=True))

    def _paragraph(self, block: Block) -> None:
        self._tell_pictures(block.start, block.end)
        self._tell_dates(block.start, block.end)
        verse = is_verse(self._text, block.start, block.end)
        found = _settled(
            list(tokens(self._text, block.start, block.end, verse=verse, language=self._language)), self._text
        )
        last = max((n for n, token in enumerate(found) if token.kind is TokenKind.TEXT), default=-1)
        end = Close.SENTENCE if block.kind is BlockKind.ITEM else Close.PARAGRAPH
        for place, token in enumerate(found):
            if token.kind is TokenKind.TEXT:
                inside = place < last and found[place + 1].kind is not TokenKind.LINE
                self._phrases(token, end if place == last else Close.JOINED if inside else Close.SENTENCE)
            else:
                self._token(token)

    def _token(self, token: InlineToken) -> None:
        match token.kind:
            case TokenKind.CUE:
                self._cue(token)
            case TokenKind.ELLIPSIS:
                self.builder.add(elastic(ELLIPSIS_MS, self._source.span(token.start, token.end)))
            case TokenKind.STRAY:
                message = "This bracket has no partner, so it is not clear what is spoken."
                self._tell(GrammarError("S021", message, "A cue stands between [ and ]."), token.start, token.end)
            case TokenKind.TAG:
                tag = self._text[token.start : token.end]
                self._tell(GrammarError("S040", "HTML is not spoken.", _tag_hint(tag)), token.start, token.end)
            case _:
                pass

    def _phrases(self, token: InlineToken, end: Close) -> None:
        """Add the sentences of a stretch of text; `end` is how the stretch itself closes."""
        stretch = self._text[token.start : token.end]
        for match in LIKE_A_PAUSE.finditer(stretch):
            message = "These parentheses are spoken."
            meant = pause_suggestion(match[0].strip("()"))
            hint = f"If they are meant as a pause, write {meant or '[pause] with its length'}."
            begin, stop = token.start + match.start(), token.start + match.end()
            self._mention(GrammarError("S051", message, hint), Severity.WARNING, begin, stop)
        found = [(first, last, spoken(_trimmed(stretch[first:last]))) for first, last in sentences(stretch)]
        heard = [(first, last, said) for first, last, said in found if has_words(said)]
        for number, (first, last, said) in enumerate(heard, 1):
            sentence = stretch[first:last].rstrip()
            begin = token.start + first + len(sentence) - len(_trimmed(sentence))
            close = end if number == len(heard) and not (end is Close.JOINED and ended(said)) else Close.SENTENCE
            self._phrase(said, close, self._source.span(begin, token.start + first + len(sentence)))

    def _phrase(self, said: str, close: Close, span: Span) -> None:
        *parts, last = parted(said)
        for part in parts:
            self.builder.add(Phrase(part, Close.JOINED, span))
        self.builder.add(Phrase(last, Close.QUESTION if is_question(said) else close, span))

    def _cue(self, token: InlineToken) -> None:
        if self._errors >= MOST_KEPT:
            return  # finding out what was meant takes its time
        try:
            self._add(cue_in(token.cue, self._language, self._source.span(token.start, token.end)))
        except GrammarError as trouble:
            self._never_opened += token.cue.lower().startswith(_OPENERS)
            self._tell(trouble, token.start, token.end)
            return
        if token.variant:
            self._tell_plainer(token)

    def _add(self, node: Cue) -> None:
        if isinstance(node, Open):
            self.builder.open(node)
        elif not isinstance(node, End):
            self.builder.add(node)
        elif self._never_opened and not self.builder.depth:
            self._never_opened -= 1
        else:
            self.builder.end()

    def _tell_plainer(self, token: InlineToken) -> None:
        plainer = f"[{token.cue}]"
        on_one_line = "\n" not in self._text[token.start : token.end]
        found = GrammarError("S050", f"Understood as {plainer}.", plainer)
        self._mention(found, Severity.NOTE, token.start, token.end, plainer if on_one_line else None)

    def _tell_pictures(self, start: int, end: int) -> None:
        for first, last in pictures(self._text[start:end]):
            message = "This picture character or symbol is left out, as it has no sound."
            hint = "Take it out, or write what it means."
            self._mention(GrammarError("S041", message, hint), Severity.WARNING, start + first, start + last)

    def _tell_dates(self, start: int, end: int) -> None:
        for match in NUMERIC_DATE.finditer(self._text, start, end):
            if is_ambiguous(match):
                message = f"The date {match[0]} can be read as two days; it is spoken as its numbers."
                found = GrammarError("S053", message, f"Write its month as a word, as in {two_readings(match)}.")
                self._mention(found, Severity.WARNING, match.start(), match.end())

    def _tell(self, trouble: GrammarError, start: int, end: int) -> None:
        self._errors += 1
        if self._errors <= MOST_KEPT:
            span = self._source.span(start, end)
            self.found.append(Diagnostic(trouble.code, Severity.ERROR, span, trouble.message, trouble.hint))

    def _mention(
        self, found: GrammarError, severity: Severity, start: int, end: int, better: str | None = None
    ) -> None:
        if len(self.found) - min(self._errors, MOST_KEPT) < MOST_KEPT:
            span = self._source.span(start, end)
            self.found.append(Diagnostic(found.code, severity, span, found.message, found.hint, better))


def _tag_hint(tag: str) -> str:
    if _STRIKING.match(tag):
        return "Take the struck words out with their tags; feltsense import reads such a text as it is meant."
    return "Take the tag out (*emphasis* may stay as it is); feltsense import reads a text with tags in it."


def _settled(found: list[InlineToken], text: str) -> list[InlineToken]:
    """Return the tokens without text that has no words, and without ellipses that say nothing of their own.

    One beside a written pause gives way to it, and one at the paragraph's end to the paragraph's own silence.
    """
    heard = [t for t in found if t.kind is not TokenKind.TEXT or has_words(text[t.start : t.end])]
    around = [None, *heard, None]
    return [
        token
        for before, token, after in zip(around, heard, around[2:], strict=False)
        if token.kind is not TokenKind.ELLIPSIS
        or not (after is None or _is_pause(after) or (before is not None and _is_pause(before)))
    ]


def _trimmed(sentence: str) -> str:
    """Return a sentence without what a cue before it has left."""
    left_over = _LEFT_OVER.match(sentence)
    return sentence[left_over.end() :] if left_over else sentence


def _is_pause(token: InlineToken) -> bool:
    return token.kind is TokenKind.CUE and "pause" in token.cue.lower()
