"""Findings of one kind as one group, and what matters first."""

from feltsense.check.checker import check
from feltsense.check.grouping import group_diagnostics, most_important
from feltsense.script.diagnostics import Diagnostic, Severity, Span


def diagnostic(code: str, line: int, severity: Severity = Severity.WARNING, message: str = "") -> Diagnostic:
    return Diagnostic(code, severity, Span(line, 1, 2), message)


def test_three_of_a_kind_are_one_group() -> None:
    found = [
        diagnostic("L18", 2),
        diagnostic("L30", 3),
        diagnostic("L18", 4),
        diagnostic("L18", 4),
        diagnostic("L30", 5),
    ]
    groups = group_diagnostics(found)
    assert [(group.first.code, group.lines) for group in groups] == [("L18", (2, 4)), ("L30", (3,)), ("L30", (5,))]
    assert sum(len(group.members) for group in groups) == len(found)


def test_errors_of_the_format_are_of_one_kind_only_where_they_say_the_same() -> None:
    told = ["a", "b", "c", "a", "a"]
    found = [diagnostic("S020", line, Severity.ERROR, message) for line, message in enumerate(told, 1)]
    assert [group.lines for group in group_diagnostics(found)] == [(1, 4, 5), (2,), (3,)]


def test_what_stops_a_render_and_what_can_hurt_stand_first() -> None:
    found = [diagnostic("L18", line) for line in range(1, 30)]
    found += [diagnostic("L05", 40, Severity.ERROR), diagnostic("L23", 41, Severity.ERROR)]
    found += [diagnostic("S020", 50, Severity.ERROR), diagnostic("L30", 60)]
    assert [group.first.code for group in most_important(group_diagnostics(found), 4)] == ["S020", "L23", "L05", "L18"]


QUIET = """---
title: Sitting
tier: 2
---
This takes about eight minutes. You can stop at any time. Feet, hands or sounds are there to come back to.

We sit in silence for three minutes. [pause 3m]

Look around. Move your hands. Next, have some water.
"""


def test_a_group_may_sit_in_an_announced_silence_for_longer() -> None:
    def long_silences(source: str, *, groups: bool) -> int:
        return sum(each.code == "L15" for each in check(source, "sitting", groups=groups).diagnostics)

    assert long_silences(QUIET, groups=False) == 1
    assert long_silences(QUIET, groups=True) == 0
    assert long_silences(QUIET.replace("3m]", "6m]"), groups=True) == 1
    unannounced = QUIET.replace("We sit in silence for three minutes", "Rest your hands on the chair")
    assert long_silences(unannounced, groups=True) == 1


def test_a_script_in_another_language_is_told_that_the_words_are_not_looked_at() -> None:
    source = "---\ntitle: Pies\nlanguage: es\n---\nBienvenida. Descansa un momento.\n"
    (found,) = (each for each in check(source, "pies").diagnostics if each.code == "L90")
    assert (found.severity, found.span.line) == (Severity.NOTE, 3)
    assert not any(
        each.code == "L90" for each in check(source.replace("language: es", "language: en-GB"), "pies").diagnostics
    )
