"""Sentences as they are heard: joined across pauses, with quotations blanked, and where they stand in the source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from feltsense.script.diagnostics import Span
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.model import Close, Exercise, Phrase

GAP = " … "
"""Stands in a sentence's text where a silence parts it."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence."""

    number: int
    """Its place in the script, from 0."""
    text: str
    """As spoken, with `GAP` for the silences in it."""
    plain: str
    """`text` in lower case with straight apostrophes, and a ~ for each character of a quotation. Same length."""
    section: int
    paragraph: int
    """Both counted through the script, from 0."""
    question: bool
    pieces: tuple[tuple[int, str, Span], ...]
    """Where in `text` each stretch of the source begins, its words, and its place."""
    phrases: tuple[Phrase, ...] = field(repr=False)

    @property
    def span(self) -> Span:
        """Where it begins in the source."""
        return self.pieces[0][2]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(any(char.isalnum() for char in word) for word in self.text.split())

    def has(self, pattern: LazyPattern) -> bool:
        """Tell whether `pattern` occurs outside quotations."""
        return pattern.search(self.plain) is not None


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a sentence's text."""

    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words, as written."""
        return self.sentence.text[self.start : self.end].replace(GAP, " … ").strip(" ,;:.")

    @property
    def before(self) -> str:
        """What stands before it in its sentence, plain."""
        return self.sentence.plain[: self.start]

    @property
    def after(self) -> str:
        """What stands behind it in its sentence, plain."""
        return self.sentence.plain[self.end :]


_LONGEST_QUOTE = 160
"""Characters; what is longer is the script itself in quotes."""

_QUOTED = re.compile(
    rf"“[^“”]{{1,{_LONGEST_QUOTE}}}”|\"[^\"]{{1,{_LONGEST_QUOTE}}}\"|«[^«»]{{1,{_LONGEST_QUOTE}}}»"
    rf"|(?<!\w)[‘'](?=\w)[^‘\n]{{1,{_LONGEST_QUOTE}}}?(?<=[\w.,!?…])[’'](?!\w)"
)
_SIGN = re.compile(r"[^\n]")
_PLAIN = str.maketrans("’‘", "''")


def plain_text(paragraph: str) -> str:
    """Return a paragraph's text in lower case, its quotations blanked with ~, and with the same length.

    Where all of it is one quotation, nothing is blanked: it is the script's own voice.
    """
    whole = len(paragraph.strip())
    spoken = _QUOTED.sub(lambda match: _SIGN.sub("~", match[0]) if len(match[0]) < whole else match[0], paragraph)
    lowered = spoken.lower()
    if len(lowered) != len(spoken):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in spoken)
    return lowered.translate(_PLAIN)


MAX_CHECKED = 1500
"""Characters of a sentence that rules look at; a longer one is found too long anyway."""


def sentences_of(exercise: Exercise, lines: Sequence[str]) -> tuple[Sentence, ...]:
    """Return all sentences of all versions, in the order of the source.

    Args:
        exercise: as parsed.
        lines: of the source.
    """
    drafts = [
        _Draft(section, tuple(group))
        for section, part in enumerate(exercise.sections)
        for group in _groups(node for node in part.walk() if isinstance(node, Phrase))
    ]
    found: list[Sentence] = []
    paragraph = -1
    for number, draft in enumerate(drafts):
        paragraph += number == 0 or _new_paragraph(drafts[number - 1], draft, lines)
        found.append(draft.sentence(number, paragraph))
    return tuple(_with_plain(found))


@dataclass(frozen=True, slots=True)
class _Draft:
    section: int
    phrases: tuple[Phrase, ...]

    def sentence(self, number: int, paragraph: int) -> Sentence:
        pieces = []
        text = ""
        for span, group in groupby(self.phrases, key=lambda phrase: phrase.span):
            words = " ".join(phrase.text for phrase in group)
            text += GAP if text else ""
            pieces.append((len(text), words, span))
            text += words
        question = self.phrases[-1].close is Close.QUESTION
        return Sentence(number, text, text, self.section, paragraph, question, tuple(pieces), self.phrases)


def _groups(phrases: Iterator[Phrase]) -> Iterator[list[Phrase]]:
    """Yield the phrases of each sentence."""
    open_: list[Phrase] = []
    for phrase in phrases:
        open_.append(phrase)
        if phrase.close is not Close.JOINED:
            yield open_
            open_ = []
    if open_:
        yield open_


def _new_paragraph(before: _Draft, after: _Draft, lines: Sequence[str]) -> bool:
    """Tell whether a heading or an empty line stands between two sentences."""
    first, last = before.phrases[-1].span.line, after.phrases[0].span.line
    return before.section != after.section or any(not line.strip() for line in lines[first : last - 1])


def _with_plain(found: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences with their plain text; a quotation may begin in one and end in another."""
    for _, group in groupby(found, key=lambda sentence: sentence.paragraph):
        members = list(group)
        texts = plain_text("\n".join(sentence.text for sentence in members)).split("\n")
        for sentence, text in zip(members, texts, strict=True):
            yield replace(sentence, plain=text[:MAX_CHECKED] + "~" * (len(text) - MAX_CHECKED))


_BETWEEN_WORDS = r"[\s*_~`\\]+"
_MOST_LINES = 30
"""A phrase's lines that are searched."""


def source_span(where: Hit | Sentence, lines: Sequence[str]) -> Span:
    """Return the place of a hit, or of a sentence's first words, in the source's `lines`."""
    if isinstance(where, Sentence):
        return where.span
    offset, words, span = _piece(where)
    begin = max(0, where.start - offset)
    found = words[begin : max(begin + 1, where.end - offset)].strip(" ,;:…")
    return _find_in_source(found, words[:begin], span, lines) or span


def _piece(hit: Hit) -> tuple[int, str, Span]:
    return next(piece for piece in reversed(hit.sentence.pieces) if piece[0] <= hit.start or piece[0] == 0)


def _find_in_source(found: str, before: str, span: Span, lines: Sequence[str]) -> Span | None:
    """Return where `found` stands in the source behind `before`, on the line where it begins."""
    pattern = re.compile(_BETWEEN_WORDS.join(re.escape(word) for word in found.split()) or r"(?!)")
    skipped = len(pattern.findall(before))
    source = "\n".join([lines[span.line - 1][span.column - 1 :], *lines[span.line : span.line + _MOST_LINES]])
    matches = list(pattern.finditer(source))
    if len(matches) <= skipped:
        return None
    start, end = matches[skipped].span()
    down, last = source.count("\n", 0, start), source.rfind("\n", 0, start) + 1
    stop = source.find("\n", start, end)
    column = start - last + (span.column if down == 0 else 1)
    return Span(span.line + down, column, column + (end if stop < 0 else stop) - start)
