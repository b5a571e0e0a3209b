"""What a rule is: a record with a function, or, where patterns are all it needs, a record of patterns.

A new rule with logic is a module in `rules/` that holds a `RULE`. A new rule of patterns is a `PatternRule` in the
`RULES` of a module in `pattern_rules/`. Both are found there by themselves.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from feltsense.check.lint_context import LintContext
from feltsense.check.sentences import Hit, Sentence
from feltsense.check.wording import NEGATED
from feltsense.script.diagnostics import Severity, Span
from feltsense.script.lazy_pattern import LazyPattern

MAX_FINDINGS = 100
"""Findings of one kind in one script; more help nobody."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule is broken."""

    where: Hit | Sentence | Span | None
    """None: the script as a whole."""
    message: str
    """What was found, in a sentence without its line."""
    better: str = ""
    """What to write instead here, where that is something else than the rule's own better wording."""


class RuleFunction(Protocol):
    """Finds where a rule is broken."""

    def __call__(self, context: LintContext) -> Iterator[Finding]:
        """Yield what is found in `context`, in any order; what is found twice counts once."""


class RuleLanguage(StrEnum):
    """In which languages a rule holds."""

    ENGLISH = "english"
    """It knows English words only."""
    STRUCTURE = "structure"
    """In those of `structure_words.py`."""
    ANY = "any"
    """It needs no words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, and what there is to say about it."""

    code: str
    severity: Severity
    finds: str
    """What it finds, in a line."""
    why: str
    """Why it matters to a listener, in one or two sentences."""
    better: str
    """A better wording, or what to do."""
    find: RuleFunction
    language: RuleLanguage = RuleLanguage.ENGLISH


class Use(StrEnum):
    """How words have to be used for a rule to count them."""

    ASSERTED = "asserted"
    """The script itself says them: neither negated nor reported of others."""
    UNCONDITIONAL = "unconditional"
    """Asserted, and neither asked nor behind a word such as “if” or “might”."""
    ORDERED = "ordered"
    """They begin with an imperative."""
    UNREPORTED = "unreported"
    """Not reported of others and not conditional, but perhaps negated: “nothing can hurt you”."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way in which a rule is broken: words, how they are used, and what excuses them."""

    words: LazyPattern
    message: str
    """Of the finding; `{words}` stands for what was found."""
    use: Use = Use.ASSERTED
    in_questions: bool = True
    """False where a question is no harm."""
    unless_before: LazyPattern | None = None
    """Excuses the words when it occurs before them in their sentence."""
    unless_after: LazyPattern | None = None
    """… behind them in their sentence."""
    unless_in_sentence: LazyPattern | None = None
    """… anywhere in their sentence."""
    unless_nearby: LazyPattern | None = None
    """… in their sentence or in those around it, in every length of the script."""
    nearby: tuple[int, int] = (2, 2)
    """How many sentences before and after count as around it."""
    better: str = ""
    """A better wording, where it is not the rule's own."""
    label_message: str = ""
    """For words that may not stand in title, summary and tags either; `{key}` is the key of the front matter."""

    def find(self, context: LintContext) -> Iterator[Finding]:
        """Yield each place where the words are used without excuse."""
        for hit in self._hits(context):
            if not self._excused(hit, context):
                yield Finding(hit, self.message.format(words=hit.text), self.better)
        for key, text in context.labels if self.label_message else ():
            for match in self.words.finditer(text):
                if not NEGATED.search(text[: match.start()]):
                    yield Finding(
                        context.front_matter_line(key), self.label_message.format(words=match[0], key=key), self.better
                    )

    def _hits(self, context: LintContext) -> Iterator[Hit]:
        match self.use:
            case Use.ASSERTED:
                return context.assertions(self.words)
            case Use.UNCONDITIONAL:
                return context.assertions(self.words, unconditional=True)
            case Use.ORDERED:
                return context.imperatives(self.words)
            case Use.UNREPORTED:
                return context.unreported(self.words)

    def _excused(self, hit: Hit, context: LintContext) -> bool:
        excuses = (
            (self.unless_before, hit.before),
            (self.unless_after, hit.after),
            (self.unless_in_sentence, hit.sentence.plain),
        )
        if hit.sentence.question and not self.in_questions:
            return True
        if any(excuse and excuse.search(text) for excuse, text in excuses):
            return True
        before, after = self.nearby
        near = self.unless_nearby
        return near is not None and not context.lacks_nearby(hit.sentence, near, before=before, after=after)


@dataclass(frozen=True, slots=True)
class PatternRule:
    """A rule that is only patterns; the fields are those of `Rule`."""

    code: str
    severity: Severity
    finds: str
    why: str
    better: str
    phrasings: tuple[Phrasing, ...]
    exempt: Callable[[LintContext], bool] | None = None
    """Tell whether the rule does not apply to a script."""

    def find(self, context: LintContext) -> Iterator[Finding]:
        """Yield what each phrasing finds."""
        if self.exempt is None or not self.exempt(context):
            for phrasing in self.phrasings:
                yield from phrasing.find(context)

    def rule(self) -> Rule:
        """Return it as one of all rules."""
        return Rule(self.code, self.severity, self.finds, self.why, self.better, self.find)
