"""Every rule, held against passages that it must flag and more that it must leave alone."""

import pytest
from passages import RULES, passages

from feltsense.check.checker import rule_diagnostics
from feltsense.check.lint_context import LintContext
from feltsense.check.registry import all_rules, rule_of
from feltsense.script.diagnostics import Diagnostic
from feltsense.script.parser import parse

CODES = [*(f"L{number:02}" for number in range(1, 46)), "T01", "T02", "T03", "T04"]


def found(code: str, passage: str) -> list[Diagnostic]:
    """Return what one rule finds in a passage, which must be a sound script."""
    rule, parsed = rule_of(code), parse(passage, "passage")
    assert rule is not None
    assert parsed.errors == (), passage
    return list(rule_diagnostics(rule, LintContext(parsed, passage)))


def test_every_rule_of_the_practice_exists() -> None:
    assert [rule.code for rule in all_rules() if rule.code in CODES] == CODES


def test_every_rule_has_its_passages_and_no_passages_lack_their_rule() -> None:
    assert {path.stem.upper() for path in RULES.glob("*.txt")} == {rule.code for rule in all_rules()}


@pytest.mark.parametrize("code", CODES)
def test_more_passages_are_left_alone_than_flagged(code: str) -> None:
    held = passages(code)
    assert len(held.leave) > len(held.flag) >= 4


@pytest.mark.parametrize("code", CODES)
def test_passages_to_flag_are_flagged(code: str) -> None:
    assert [passage for passage in passages(code).flag if not found(code, passage)] == []


@pytest.mark.parametrize("code", CODES)
def test_passages_to_leave_alone_are_left_alone(code: str) -> None:
    assert {passage: findings for passage in passages(code).leave if (findings := found(code, passage))} == {}


@pytest.mark.parametrize("code", CODES)
def test_its_own_better_wording_is_left_alone(code: str) -> None:
    rule = rule_of(code)
    assert rule is not None
    assert rule.why
    assert rule.finds
    assert found(code, rule.better) == []
