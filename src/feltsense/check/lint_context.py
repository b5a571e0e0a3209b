"""A script prepared once for all rules: its sentences, the words around them, and its timelines."""

import bisect
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from feltsense.check.imperatives import is_imperative
from feltsense.check.sentences import Hit, Sentence, plain_text, sentences_of
from feltsense.check.structure_in_languages import structure_words
from feltsense.check.structure_words import ENGLISH, StructureWords
from feltsense.check.version import VersionView
from feltsense.check.wording import (
    CONDITIONAL,
    DENIED_AFTER,
    NEGATED,
    REFUSED_AFTER,
    REPORTED,
    REPORTED_AFTER,
    REPORTED_BEFORE,
)
from feltsense.script.diagnostics import Span
from feltsense.script.language import unnamed_language
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.model import FrontMatter, Parsed
from feltsense.script.source import source_lines
from feltsense.timeline.estimate import estimates_of

if TYPE_CHECKING:
    from feltsense.voice.timing import SpeechTiming

SHORTEST_WHOLE_S = 60.0
"""Seconds from which on a script is an exercise with a beginning and an end, and no fragment of one."""


class LintContext:
    """What a rule is given: the script, its sentences, and its versions on their timelines.

    Args:
        parsed: the script.
        source: its text.
        groups: whether it is for groups with somebody in the room, where announced silences may be longer.
        timing: how long its voice speaks; None for the voice heart, and where that is not known.
    """

    def __init__(
        self, parsed: Parsed, source: bytes | str, *, groups: bool = False, timing: "SpeechTiming | None" = None
    ) -> None:
        self.exercise = parsed.exercise
        self.groups = groups
        self._expected = estimates_of(timing)
        self.questions = parsed.questions
        """Those that stand open in it."""
        self.lines = source_lines(source)
        self.sentences = sentences_of(parsed.exercise, self.lines)
        self._text = "\n".join(sentence.plain for sentence in self.sentences)
        self._starts = [0]
        for sentence in self.sentences:
            self._starts.append(self._starts[-1] + len(sentence.plain) + 1)

    @cached_property
    def structure(self) -> StructureWords:
        """What rules about structure look for in its language; in English where that is not known."""
        return structure_words(self.front.language) or ENGLISH

    @cached_property
    def front(self) -> FrontMatter:
        """What the script says about itself; one that names no language has the one that it plainly reads as."""
        front = self.exercise.front
        return replace(front, language=unnamed_language(self.exercise) or front.language)

    @cached_property
    def versions(self) -> tuple[VersionView, ...]:
        """Each length that the script offers, else its natural one."""
        lengths = self.front.minutes or (None,)
        return tuple(VersionView(self.exercise, minutes, self.sentences, self._expected) for minutes in lengths)

    @property
    def long_versions(self) -> tuple[VersionView, ...]:
        """The versions that are long enough to need a beginning, a middle and an end."""
        return tuple(version for version in self.versions if version.length >= SHORTEST_WHOLE_S)

    @cached_property
    def shown_text(self) -> str:
        """All that is shown before and after, in lower case: cautions, next step, summary."""
        front = self.front
        return "\n".join((front.title, front.summary, *front.cautions, front.next_step, front.credits)).lower()

    @cached_property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """What goes onto a file and into lists: each key of the front matter with its text, in lower case."""
        front = self.front
        pairs = [("title", front.title), ("summary", front.summary), ("next_step", front.next_step)]
        pairs += [("tags", " , ".join(front.tags)), ("cautions", " . ".join(front.cautions))]
        return tuple((key, plain_text(text)) for key, text in pairs if key in front.given)

    def matches(self, pattern: LazyPattern) -> Iterator[Hit]:
        """Yield where `pattern` occurs in any sentence, quotations left out."""
        for match in pattern.finditer(self._text):
            number = bisect.bisect_right(self._starts, match.start()) - 1
            sentence, start = self.sentences[number], self._starts[number]
            yield Hit(sentence, match.start() - start, min(match.end() - start, len(sentence.plain)))

    def imperatives(self, pattern: LazyPattern) -> Iterator[Hit]:
        """Yield where `pattern` occurs and begins with an imperative; see `imperatives.py`."""
        for hit in self.matches(pattern):
            ordered = is_imperative(hit.sentence, hit.start)
            if ordered and not (self.is_denied_after(hit) or self.is_reported_nearby(hit.sentence)):
                yield hit

    def assertions(self, pattern: LazyPattern, *, unconditional: bool = False) -> Iterator[Hit]:
        """Yield where the script itself says `pattern`: neither denied nor reported of others.

        With `unconditional`, neither in questions nor behind a word such as “if” or “might”.
        """
        for hit in self.matches(pattern):
            conditional = unconditional and (hit.sentence.question or CONDITIONAL.search(hit.before))
            if not (conditional or self.is_denied(hit) or self.is_reported(hit)):
                yield hit

    def unreported(self, pattern: LazyPattern) -> Iterator[Hit]:
        """Yield where `pattern` occurs and is neither reported of others nor conditional; it may be negated."""
        for hit in self.matches(pattern):
            if not (self.is_reported(hit) or CONDITIONAL.search(hit.before) or self.is_denied_after(hit)):
                yield hit

    def is_denied(self, hit: Hit) -> bool:
        """Tell whether it is denied, by the words before it or behind it."""
        return NEGATED.search(hit.before) is not None or self.is_denied_after(hit)

    def is_denied_after(self, hit: Hit) -> bool:
        """Tell whether the words behind it deny it, as in “a deep breath isn't asked for”."""
        if DENIED_AFTER.match(hit.after) is not None:
            return True
        following = self.sentences[hit.sentence.number + 1 : hit.sentence.number + 2] if hit.sentence.question else ()
        return any(REFUSED_AFTER.match(each.plain) for each in following if each.paragraph == hit.sentence.paragraph)

    def is_reported(self, hit: Hit) -> bool:
        """Tell whether others say it, by the words before it or by the sentences around it."""
        return REPORTED.search(hit.before) is not None or self.is_reported_nearby(hit.sentence)

    def is_reported_nearby(self, sentence: Sentence) -> bool:
        """Tell whether the sentences around it say that others say it, as in “Don't cry. Many people heard that”."""
        near = self.sentences[max(0, sentence.number - 2) : sentence.number + 2]
        paragraph = [each for each in near if each.paragraph == sentence.paragraph]
        return any(
            each.has(REPORTED_BEFORE) if each.number < sentence.number else each.has(REPORTED_AFTER)
            for each in paragraph
            if each is not sentence
        )

    def has(self, pattern: LazyPattern) -> bool:
        """Tell whether `pattern` occurs in any sentence, quotations left out."""
        return pattern.search(self._text) is not None

    def lacks_nearby(self, sentence: Sentence, pattern: LazyPattern, *, before: int = 2, after: int = 2) -> bool:
        """Tell whether some length lets `sentence` be heard without `pattern` in it or in so many around it."""
        around = [version.around(sentence, before, after) for version in self.versions if sentence in version]
        first = max(0, sentence.number - before)
        around = around or [self.sentences[first : sentence.number + after + 1]]
        return not all(any(near.has(pattern) for near in group) for group in around)

    def section_lacks(self, sentence: Sentence, pattern: LazyPattern) -> bool:
        """Tell whether some length lets `sentence` be heard without `pattern` anywhere in its section."""
        groups = [version.sentences for version in self.versions if sentence in version] or [self.sentences]
        return not all(any(near.has(pattern) for near in group if near.section == sentence.section) for group in groups)

    def line_span(self, number: int) -> Span:
        """Return the place of a whole line of the source, from its first character to its last."""
        line = self.lines[number - 1] if 0 < number <= len(self.lines) else ""
        return Span(max(1, number), len(line) - len(line.lstrip()) + 1, max(2, len(line.rstrip()) + 1))

    def front_matter_line(self, *names: str) -> Span | None:
        """Return the line of the first of these keys that the front matter holds; None when it has none of them."""
        for name in names:
            for number, line in enumerate(self.lines, 1):
                if line.startswith(f"{name}:"):
                    return Span(number, 1, len(line.rstrip()) + 1)
                if number > 1 and line.rstrip() in ("---", "..."):
                    break
        return None
