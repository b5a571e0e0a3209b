"""What there is to say about a code, for people."""

from dataclasses import dataclass

from feltsense.check.allowed import UNUSED
from feltsense.check.registry import all_rules, rule_of
from feltsense.errors import FeltsenseError
from feltsense.script.codes import CODES


@dataclass(frozen=True, slots=True)
class Explained:
    """A code in words. What is empty has nothing to say."""

    code: str
    severity: str
    finds: str
    why: str = ""
    better: str = ""


def every_code() -> tuple[str, ...]:
    """Return all codes there are, in order."""
    return tuple(sorted((*CODES, UNUSED, *(rule.code for rule in all_rules()))))


def explained(code: str) -> Explained:
    """Return what `code`, in any case, is about.

    Raises:
        FeltsenseError: there is no such code.
    """
    name = code.strip().upper()
    rule = rule_of(name)
    if rule:
        return Explained(rule.code, rule.severity.value, rule.finds, rule.why, rule.better)
    if name == UNUSED:
        return Explained(UNUSED, "note", "A comment allows a rule that nothing breaks there.")
    if name in CODES:
        return Explained(name, "", CODES[name])
    rules = all_rules()
    hint = f"Rules go from {rules[0].code} to {rules[-1].code}, codes of the format from S001 to {max(CODES)}."
    raise FeltsenseError(f"There is no code “{code}”.", hint)
