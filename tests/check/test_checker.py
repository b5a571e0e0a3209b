"""Diagnostics of a check: where they are, how they are suppressed, and that no script raises an exception."""

import itertools
import random
import sys
from pathlib import Path

import pytest

from feltsense.check.checker import CheckResult, check, check_all
from feltsense.check.lint_context import LintContext
from feltsense.check.registry import ENGLISH_ONLY, every_code, explain_code
from feltsense.check.version import _announces
from feltsense.errors import FeltsenseError
from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.script.model import Exercise
from feltsense.script.parser import parse
from feltsense.script.source import source_lines
from feltsense.timeline.expand import ExpandedVersion, expand

sys.path.insert(0, str(Path(__file__).parents[1] / "script"))

from extremes import extremes

EXERCISES = sorted((Path(__file__).parents[2] / "exercises").glob("*.md"))


def found(source: str, code: str) -> list[Diagnostic]:
    return [each for each in check(source, "sample").diagnostics if each.code == code]


def marked(source: str, code: str) -> list[str]:
    """Return the stretches of the source that a rule's findings mark."""
    lines = source_lines(source)
    spans = [each.span for each in found(source, code)]
    return [lines[span.line - 1][span.column - 1 : span.end_column - 1] for span in spans]


def codes(checked: CheckResult) -> set[str]:
    return {each.code for each in checked.diagnostics}


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_nothing_is_found_in_the_bundled_exercises(path: Path) -> None:
    found = check(path.read_bytes(), path.stem)
    in_english = found.parsed.exercise.front.language == "en-US"
    assert codes(found) == (set() if in_english else {ENGLISH_ONLY})


@pytest.mark.parametrize(
    ("source", "stretch"),
    [
        ("Now relax.\n", "relax"),
        ("One.\n\nAnd here, *gently*, **relax**.\n", "relax"),
        ("Breathe out. Now let\ngo of the day.\n", "let"),
        ("Let [pause 2s] go.\n", "Let"),
        ("A relaxed pace. Then relax. And *relax* again.\r\n", "relax"),
        ("---\ntitle: Rest\n---\n\n  - Relax your jaw.\n", "Relax"),
    ],
    ids=["plain", "emphasis", "a line end", "a pause", "a second time", "a list"],
)
def test_findings_are_marked_in_the_source(source: str, stretch: str) -> None:
    assert marked(source, "L03")[0] == stretch


def test_each_place_is_reported_once_for_all_versions() -> None:
    source = "---\nminutes: [1, 2, 3]\n---\nRelax. [pause 10s to 200s]\nStop whenever you like.\n"
    assert len(found(source, "L03")) == 1


def test_a_choice_counts_only_in_the_versions_that_hold_it() -> None:
    front = "---\nminutes: [1, 5]\n---\n"
    source = f"{front}Close your eyes. [pause 10s to 300s]\n[from 5 min]\nOr keep them open.\n[end]\nRest."
    assert len(found(source, "L01")) == 1
    assert found(source.replace("[from 5 min]\n", "").replace("[end]\n", ""), "L01") == []


def test_the_message_holds_what_was_found_and_the_hint_a_better_wording() -> None:
    [diagnostic] = found("Close your eyes.\n", "L01")
    assert diagnostic.message.startswith("«Close your eyes»")
    assert diagnostic.hint == "Your eyes can be open, resting low, or closed."
    assert diagnostic.severity is Severity.ERROR


def test_language_errors_stop_no_render() -> None:
    checked = check("Relax.\n", "sample")
    assert "L03" in codes(checked)
    assert checked.parsed.errors == ()


def test_rules_check_the_readable_rest_of_a_script_with_errors() -> None:
    assert codes(check("Relax. [puase 3s]\n\nGood job.\n", "sample")) >= {"L03", "L31", "S020"}


@pytest.mark.parametrize(
    "passage",
    ["“Relax,” they said.", "They said: “Calm down. Relax.”", 'A voice says "let go".', "‘Relax’ is only a word."],
)
def test_quotations_are_not_checked(passage: str) -> None:
    assert found(passage, "L03") == []


def test_a_script_that_is_quoted_as_a_whole_is_checked() -> None:
    assert len(found("“Relax your shoulders. Let go.”\n\n“Relax.”\n", "L03")) == 3


def test_wording_is_checked_in_english_scripts_only() -> None:
    german = "---\nlanguage: de-DE\n---\nRelax. Close your eyes. [pause 90s]\nUnd weiter.\n"
    assert codes(check(german, "sample")) & {"L01", "L03", "L15"} == {"L15"}


ALLOWED = "## One\n<!-- check: allow L03 because the group asked for it -->\nRelax.\n\n## Two\nRelax.\n"


def test_a_suppression_holds_for_its_section_only() -> None:
    assert [each.span.line for each in found(ALLOWED, "L03")] == [6]
    assert found(ALLOWED, "L00") == []


def test_a_suppression_needs_a_reason() -> None:
    source = ALLOWED.replace(" because the group asked for it", "")
    assert len(found(source, "L03")) == 2
    assert len(found(source, "S043")) == 1


@pytest.mark.parametrize("code", ["L01", "l05", "L99", "T01"])
def test_an_unused_suppression_is_reported(code: str) -> None:
    [diagnostic] = found(ALLOWED.replace("L03", code), "L00")
    assert diagnostic.severity is Severity.NOTE
    assert diagnostic.span.line == 2
    assert code.upper() in diagnostic.message


def test_a_suppression_above_the_first_heading_holds_for_the_script_as_a_whole() -> None:
    script = "---\ntitle: Rest\ntier: 3\n---\n{}\n## One\n" + "Rest here, or not. [pause 20s]\n" * 4
    assert len(found(script.format(""), "L43")) == 1
    allowed = script.format("<!-- check: allow L43 because it is only ever played in the practice -->")
    assert found(allowed, "L43") == []
    assert found(allowed, "L00") == []


def test_sentences_are_joined_across_pauses() -> None:
    source = "Notice [pause 3s] the floor … and rest.\n\nIt is long " + "and long " * 20 + "and ends.\n"
    context = LintContext(parse(source, "sample"), source)
    assert [sentence.text[:33] for sentence in context.sentences] == [
        "Notice … the floor … and rest.",
        "It is long and long and long and ",
    ]
    assert [sentence.paragraph for sentence in context.sentences] == [0, 1]


def test_an_impossible_length_is_checked_at_the_nearest_one() -> None:
    source = "---\nminutes: [20]\n---\nFeel your feet. [pause 25s]\n[from 10 min]\nAnd your knees. [pause 25s]\n[end]\n"
    source += "And your hands. [pause 31s]\nYou can rest.\n"
    checked = codes(check(source, "sample"))
    assert checked >= {"T01", "L12", "L15"}
    context = LintContext(parse(source, "sample"), source)
    assert [timed.sentence.text for timed in context.versions[0].timed_sentences][-1] == "You can rest."


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("*** 25 seconds ***", "Write [pause 25s], or begin the line with > to make it a note."),
        ("-- long silence --", "Write [long pause], or begin the line with > to make it a note."),
        ("Page 2 of 2", "Take it out; the words beside it stay."),
        ("Lift your left/right hand.", "Write the one that is said."),
        ("Hello NAME, welcome.", "Write what belongs there."),
        ("The bell rings.", "For the bell, write [bell] in its place."),
        ("Relax for 15-20 seconds.", "For a silence, write [pause 15s to 20s] behind it, or in its place."),
        ("(Optional: feel your feet.)", "Take out the word, or the whole line."),
    ],
)
def test_a_spoken_direction_is_reported_with_its_replacement(line: str, instead: str) -> None:
    [diagnostic] = found(f"Rest here.\n{line}\nAnd go on.\n", "T02")
    assert (diagnostic.span.line, diagnostic.hint) == (2, instead)
    assert diagnostic.message.split("»")[0].removeprefix("«") in line


def test_a_line_to_fill_in_is_told_once_and_only_where_something_is_said() -> None:
    [hole] = found("Notice ____ now.\n\n____\n\n> Say ____ here.\n\n<!-- and ____ -->\n\nRest here.\n", "T02")
    assert (hole.span.line, hole.span.column, hole.span.end_column) == (1, 8, 12)
    assert "hole" in hole.message
    assert hole.hint == "Write what belongs there."
    asked = "Notice ____ <!-- question: “____”: Something is to be filled in here. | (nothing) --> now.\n"
    assert found(asked, "T02") == []


def test_findings_of_one_rule_are_limited() -> None:
    assert len(found("Relax.\n\n" * 1000, "L03")) == 100


def test_extreme_scripts_are_checked_without_an_exception() -> None:
    for name, script in itertools.islice(extremes(), 0, None, 7):
        short = script[:6000]
        assert check(short, "sample").parsed is not None, name


SAID = (
    "close your eyes relax let go and then you must not if you like or a hand on your heart breathe in deeper and"
    " deeper feel calm safe nothing can hurt you I we , . … ? ! — ( ) “ ” \" ' ~ \t İ ß 🌿 *relax* ## > - <!--"
)
CUES = [
    "[bell]",
    "[end]",
    "[pause 3s]",
    "[from 5 min]",
    "[breathe in 4 hold 7 out 8 for 5 rounds]",
    "[play a.mp3]",
    "\n",
    "\n\n",
]
WORDS = [*SAID.split(" "), *CUES]
FRONTS = ("", "---\nminutes: [1, 5]\ntier: 3\n---\n", "---\nminutes: 0.2\nlanguage: fr\nanchors: [breath]\n---\n")


def test_random_scripts_are_checked_without_an_exception() -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    for _ in range(90):
        script = chance.choice(FRONTS) + " ".join(chance.choices(WORDS, k=chance.randint(0, 90)))
        for diagnostic in check(script, "sample").diagnostics:
            assert 0 < diagnostic.span.line <= script.count("\n") + 1, script
            assert 0 < diagnostic.span.column < diagnostic.span.end_column, script


def test_results_are_in_the_order_of_the_scripts() -> None:
    scripts = [(f"Number {number}. {'Relax.' if number % 3 else ''}\n".encode(), f"s{number}") for number in range(60)]
    checked = check_all(scripts)
    assert [each.parsed.exercise.slug for each in checked] == [slug for _, slug in scripts]
    assert ["L03" in codes(each) for each in checked] == [number % 3 > 0 for number in range(60)]


def test_every_code_can_be_explained() -> None:
    for code in every_code():
        assert explain_code(code).finds, code
    assert explain_code("l03").better
    with pytest.raises(FeltsenseError, match="no code"):
        explain_code("L99")


def test_a_script_of_very_many_versions_is_refused_without_laying_all_of_them_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laid_out = 0

    def counting(exercise: Exercise, minutes: float | None) -> ExpandedVersion:
        nonlocal laid_out
        laid_out += 1
        return expand(exercise, minutes)

    monkeypatch.setattr("feltsense.timeline.lengths.expand", counting)
    found = check("\n".join(f"[from {n / 10:.1f} min]\nRest {n}.\n[end]" for n in range(1, 1800)), "sample")
    assert "S035" in [each.code for each in found.diagnostics]
    assert 0 < laid_out <= 202


def test_a_line_of_thousands_of_signs_is_read_at_once() -> None:
    assert [each.code for each in check("- " * 20_000 + "pause x", "signs").diagnostics if each.code == "T02"] == []


def test_a_sentence_with_very_many_silences_is_read_once_for_all_of_them() -> None:
    _announces.cache_clear()
    check("---\ntitle: A\nminutes: 5\n---\n## One\n\n" + "and then … [pause 25s] " * 300, "many")
    assert 0 < _announces.cache_info().misses < 10
