"""What a rule is. A new one is a module in `rules/` that holds a `RULE`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from feltsense.check.context import LintContext
from feltsense.check.sentence import Hit, Sentence
from feltsense.script.diagnostics import Severity, Span


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

    def __call__(self, reading: LintContext) -> Iterator[Finding]:
        """Yield what is found in `reading`, in any order; what is found twice counts once."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the practice, and what there is to say about it."""

    code: str
    severity: Severity
    finds: str
    """What it finds, in a line."""
    why: str
    """Why it matters to a listener, in one or two sentences."""
    better: str
    """A better wording, or what to do."""
    look: RuleFunction
    english: bool = True
    """False for a rule that needs no words, and so holds in every language."""
