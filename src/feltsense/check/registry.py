"""All rules, found by looking into `rules/` and `pattern_rules/`, and what there is to say about a code."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from feltsense.check import pattern_rules, rules
from feltsense.check.rule import PatternRule, Rule
from feltsense.errors import FeltsenseError
from feltsense.script.diagnostics import CODES

UNUSED_SUPPRESSION = "L00"
"""Code of the note about a comment that allows a rule which nothing breaks there."""
ENGLISH_ONLY = "L90"
"""Code of the note about a script in a language whose words no rule knows."""
UNNAMED_LANGUAGE = "L91"
"""Code of the warning about a script that is not in the language that it is taken for."""
ENGLISH_WORDS = "The rules about words, and what is heard behind them, know English only."
_NOTES = {
    UNUSED_SUPPRESSION: "A comment allows a rule that nothing breaks there.",
    ENGLISH_ONLY: f"The script is in another language. {ENGLISH_WORDS}",
    UNNAMED_LANGUAGE: "The script reads like another language, and does not name it: an English voice would read it.",
}


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    found = [module.RULE for module in _modules(rules)]
    return tuple(sorted((*found, *(record.rule() for record in pattern_records())), key=lambda rule: rule.code))


@cache
def pattern_records() -> tuple[PatternRule, ...]:
    """Return the rules that are only patterns."""
    return tuple(record for module in _modules(pattern_rules) for record in module.RULES)


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{module.name}")


def rule_of(code: str) -> Rule | None:
    """Return the rule with this code, in any case; None when there is none."""
    return next((rule for rule in all_rules() if rule.code == code.upper()), None)


@dataclass(frozen=True, slots=True)
class CodeExplanation:
    """A code in words. What is empty has nothing to say."""

    code: str
    severity: str
    finds: str
    why: str = ""
    better: str = ""


def every_code() -> tuple[str, ...]:
    """Return all codes there are, in order: those of the format and those of the rules."""
    return tuple(sorted((*CODES, *_NOTES, *(rule.code for rule in all_rules()))))


def explain_code(code: str) -> CodeExplanation:
    """Return what `code`, in any case, is about.

    Raises:
        FeltsenseError: there is no such code.
    """
    name = code.strip().upper()
    rule = rule_of(name)
    if rule:
        return CodeExplanation(rule.code, rule.severity.value, rule.finds, rule.why, rule.better)
    if name in _NOTES:
        return CodeExplanation(name, "note", _NOTES[name])
    if name in CODES:
        return CodeExplanation(name, "", CODES[name])
    known = all_rules()
    hint = f"Rules go from {known[0].code} to {known[-1].code}, codes of the format from S001 to {max(CODES)}."
    raise FeltsenseError(f"There is no code “{code}”.", hint)
