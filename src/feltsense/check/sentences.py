"""From an exercise to its sentences: phrases joined again where a pause or a split for speech had cut them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from feltsense.check.quotes import plain
from feltsense.check.sentence import GAP, Sentence
from feltsense.script.model import Close, Exercise, Node, Phrase, Repeat, Version

MOST_LOOKED_AT = 1500
"""Characters of a sentence that rules look at; of a longer one they say that it is too long."""


def sentences_of(exercise: Exercise, lines: Sequence[str]) -> tuple[Sentence, ...]:
    """Return all sentences of all versions, in the order of the source.

    Args:
        exercise: as parsed.
        lines: of the source.
    """
    drafts = [
        _Draft(section, tuple(group))
        for section, part in enumerate(exercise.sections)
        for group in _groups(_phrases(part.body))
    ]
    found: list[Sentence] = []
    paragraph = -1
    for number, draft in enumerate(drafts):
        paragraph += number == 0 or _parted(drafts[number - 1], draft, lines)
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


def _phrases(body: Sequence[Node]) -> Iterator[Phrase]:
    for node in body:
        if isinstance(node, Phrase):
            yield node
        elif isinstance(node, Repeat | Version):
            yield from _phrases(node.body)


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


def _parted(before: _Draft, after: _Draft, lines: Sequence[str]) -> bool:
    """Tell whether a heading or an empty line stands between two sentences."""
    first, last = before.phrases[-1].span.line, after.phrases[0].span.line
    return before.section != after.section or any(not line.strip() for line in lines[first : last - 1])


def _with_plain(found: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences with their plain text; a quotation may begin in one and end in another."""
    for _, group in groupby(found, key=lambda sentence: sentence.paragraph):
        members = list(group)
        texts = plain("\n".join(sentence.text for sentence in members)).split("\n")
        for sentence, text in zip(members, texts, strict=True):
            yield replace(sentence, plain=text[:MOST_LOOKED_AT] + "~" * (len(text) - MOST_LOOKED_AT))
