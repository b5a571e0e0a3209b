"""What `check` says of wording that no pattern knows: a note, at most one a sentence, and nothing twice."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from feltsense.check.checker import check
from feltsense.check.grouping import group_diagnostics, most_important
from feltsense.check.heard.classifier import classifier
from feltsense.check.heard.listening import heard_in
from feltsense.check.lint_context import LintContext
from feltsense.check.registry import rule_of
from feltsense.check.rule import MAX_FINDINGS
from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.script.parser import parse

sys.path.insert(0, str(Path(__file__).parents[1]))

from passages import passages

BLAME = "People can feel your dysregulation across a room, and they steer around it."
"""Out of the corpus. No pattern knows it, and it says that loneliness is one's own doing."""
HALF, OTHER_HALF = "I know, nobody's called and the shops are shut.", "It's a wet Sunday, not the Blitz."
"""Harmful together."""
STILL_HEARD = "I want you to be happy, somebody once said."
"""The only passage that a rule leaves alone and the classifier does not: who said it stands behind it."""
HEARD = "This may be heard as "


def notes(source: str, *, heard: bool = True) -> list[Diagnostic]:
    return [each for each in check(source, "sample", heard=heard).diagnostics if each.message.startswith(HEARD)]


def test_wording_that_no_pattern_knows_is_a_note_with_the_reason_and_the_nearest_example() -> None:
    (note,) = notes(f"Here are your feet.\n\n{BLAME}\n")
    rule = rule_of("L33")
    assert rule
    assert (note.code, note.severity, note.span.line) == ("L33", Severity.NOTE, 3)
    assert note.message == f"{HEARD}L33 ({rule.finds}); it is only a likeness."
    assert note.hint == f"{rule.why} Better: {rule.better} It resembles «{BLAME}»"
    assert note.only_heard


def test_it_can_be_left_out() -> None:
    assert notes(BLAME, heard=False) == []


def test_a_pattern_that_spoke_is_not_repeated() -> None:
    source = f"You keep pushing everyone away. {BLAME}\n"
    assert [each.severity for each in check(source, "sample").diagnostics if each.code == "L33"] == [Severity.ERROR]


@pytest.mark.parametrize("space", [" ", "\n"])
def test_the_same_in_neighbouring_sentences_is_one_note(space: str) -> None:
    assert len(notes(f"{BLAME}{space}{BLAME}\n")) == 1


def test_the_same_in_two_paragraphs_is_two_notes() -> None:
    assert [each.span.line for each in notes(f"{BLAME}\n\n{BLAME}\n")] == [1, 3]


def test_a_sentence_is_heard_with_its_neighbour() -> None:
    alone, together = f"{HALF}\n\nIt is a fine day.\n", f"{HALF} {OTHER_HALF}\n"
    assert (len(notes(alone)), len(notes(together))) == (0, 1)


def test_what_others_said_is_left_alone() -> None:
    assert notes(f"{BLAME} Many people heard that.\n") == []


def test_of_very_much_the_most_harmful_is_told() -> None:
    many = "".join(f"{BLAME}\n\n" for _ in range(MAX_FINDINGS + 20))
    assert len(notes(many)) == MAX_FINDINGS


def test_of_a_rule_that_has_found_its_most_nothing_more_is_heard() -> None:
    many = "You keep pushing everyone away.\n\n" * (MAX_FINDINGS + 20)
    assert notes(f"{many}{BLAME}\n") == []


def test_a_neighbour_that_is_settled_hides_nothing() -> None:
    kneel = "Kneel on the mat with your spine tall, like a pine."
    source = f"Lie flat on the mat.\n{kneel}\nThe mat is blue.\nOr sit in a chair, if you prefer.\n"
    context = LintContext(parse(source, "sample"), source)
    assert [each.sentence.span.line for each in heard_in(context, []) if each.code == "L27"] == [1]


def test_a_choice_in_another_section_makes_up_for_nothing() -> None:
    posture = "Kneel on the mat with your spine tall, like a pine."
    source = f"## One\n\n{posture}\n\n## Two\n\nOr sit in a chair, if you prefer.\n"
    context = LintContext(parse(source, "sample"), source)
    assert [each.code for each in heard_in(context, [])] == ["L27"]


def test_notes_that_are_heard_are_shown_each_with_its_example_and_last() -> None:
    heard = [found for found in check(f"{BLAME}\n\n" * 3, "sample").diagnostics if found.only_heard]
    pattern = [replace(found, only_heard=False, hint="") for found in heard]
    groups = group_diagnostics([*heard, *pattern])
    assert sorted(len(group.members) for group in groups) == [3, 3]
    assert [group.first.only_heard for group in most_important(groups)] == [False, True]


def test_it_is_allowed_with_a_reason_like_any_rule() -> None:
    allowed = f"<!-- check: allow L33 because it is quoted from a letter -->\n{BLAME}\n"
    for heard in (True, False):
        assert [each.code for each in check(allowed, "sample", heard=heard).diagnostics] == ["S015"]


@pytest.mark.parametrize("language", ["de", "fr"])
def test_it_knows_english_only(language: str) -> None:
    source = f"---\ntitle: Sample\nlanguage: {language}\n---\n\n{BLAME}\n"
    assert notes(source) == []
    assert "L90" in [each.code for each in check(source, "sample").diagnostics]


def test_quotations_are_not_heard() -> None:
    assert notes(f"There is an old sentence: “{BLAME}” It is only a sentence.\n") == []


def test_a_choice_close_by_makes_up_for_what_is_missing() -> None:
    posture = "Lie flat on the mat, palms up. The mat holds the whole of the spine."
    context = LintContext(parse(posture, "sample"), posture)
    offered = f"{posture} Or sit, or stand, if you prefer."
    with_choice = LintContext(parse(offered, "sample"), offered)
    assert [each.code for each in heard_in(context, [])] != []
    assert [each.code for each in heard_in(with_choice, [])] == []


def test_a_rule_that_the_script_is_exempt_from_is_not_heard_either() -> None:
    harm = "Breathe into your heart chakra.\n"
    source = f"---\ntradition: yoga\n---\n\n{harm}"
    context = LintContext(parse(source, "sample"), source)
    assert [each.code for each in heard_in(context, []) if each.code == "L40"] == []


@pytest.mark.parametrize("code", classifier().header.codes)
def test_what_a_rule_leaves_alone_is_not_heard_as_that_rule(code: str) -> None:
    heard = [
        passage
        for passage in passages(code).leave
        if passage != STILL_HEARD
        and any(each.only_heard and each.code == code for each in check(passage, "sample").diagnostics)
    ]
    assert heard == []
