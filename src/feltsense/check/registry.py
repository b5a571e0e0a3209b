"""All rules, found by looking into `rules/`."""

import importlib
import pkgutil
from functools import cache

from feltsense.check import rules
from feltsense.check.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    found: list[Rule] = []
    for module in pkgutil.iter_modules(rules.__path__):
        rule: Rule = importlib.import_module(f"{rules.__name__}.{module.name}").RULE
        found.append(rule)
    return tuple(sorted(found, key=lambda rule: rule.code))


def rule_of(code: str) -> Rule | None:
    """Return the rule with this code; None when there is none."""
    return next((rule for rule in all_rules() if rule.code == code.upper()), None)
