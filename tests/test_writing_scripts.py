"""What `docs/writing-scripts.md` teaches is true: examples compile, cues are cues, commands are commands."""

import re
import shlex
from pathlib import Path

import click
import pytest

from feltsense.check.checker import check
from feltsense.cli.main import cli
from feltsense.importing.meanings import valid_cue
from feltsense.script.diagnostics import Severity
from feltsense.script.fields import FIELDS
from feltsense.script.model import Phrase
from feltsense.script.parser import parse
from feltsense.timeline.compose import compose
from feltsense.units import frames_of_minutes
from scripts import ESTIMATED

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "writing-scripts.md").read_text("utf-8")
EXAMPLES = re.findall(r"(?m)(?:^<!-- wrong: (\w+) -->\n)?^```markdown\n(.*?)^```$", GUIDE, re.DOTALL)
RIGHT = [script for wrong, script in EXAMPLES if not wrong]
(README_SCRIPT,) = re.findall(r"(?ms)^```markdown\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"))
WRONG = [(wrong, script) for wrong, script in EXAMPLES if wrong]
COMMANDS = [line for block in re.findall(r"(?ms)^```sh\n(.*?)^```$", GUIDE) for line in block.splitlines()]
PROSE = re.sub(r"(?ms)^```.*?^```$", "", GUIDE)
INLINE = re.findall(r"`([^`\n]+)`", PROSE)
MOST_WORDS = 1900
"""Ten minutes, of which some are for trying."""


def test_it_is_read_in_ten_minutes_and_has_examples() -> None:
    assert len(GUIDE.split()) <= MOST_WORDS
    assert len(RIGHT) >= 9
    assert len(WRONG) >= 1


@pytest.mark.parametrize("script", [*RIGHT, README_SCRIPT], ids=lambda script: script.split("\n")[1][:40])
def test_an_example_compiles_in_every_length_that_it_offers(script: str) -> None:
    parsed = parse(script, "example")
    assert parsed.errors == ()
    offered = parsed.exercise.front.minutes or (None,)
    for minutes in offered:
        timeline = compose(parsed.exercise, minutes, ESTIMATED)
        assert minutes is None or timeline.length == frames_of_minutes(minutes)


@pytest.mark.parametrize("script", RIGHT, ids=lambda script: script.split("\n")[0][:40])
def test_nothing_in_it_is_told_but_what_a_library_wants(script: str) -> None:
    told = {found.code for found in parse(script, "example").diagnostics}
    assert told <= ({"S015", "S050"} if "(pause" in script else {"S015"})


def test_the_script_of_the_readme_is_kind_to_its_listener() -> None:
    found = check(README_SCRIPT, "example").diagnostics
    assert [each for each in found if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("code", "script"), WRONG)
def test_a_wrong_example_is_told_as_it_says(code: str, script: str) -> None:
    (error,) = parse(script, "example").errors
    assert error.code == code
    assert any(cue in error.hint for cue in INLINE if cue.startswith("[pause"))


@pytest.mark.parametrize("cue", [inline for inline in INLINE if inline.startswith("[")])
def test_a_cue_in_the_text_is_one(cue: str) -> None:
    assert cue.endswith("]")
    assert valid_cue(cue[1:-1]) is not None


def test_what_is_allowed_would_be_found_without_its_comment() -> None:
    (allowing,) = (script for script in RIGHT if "check: allow" in script)
    code = re.findall(r"check: allow (\w+)", allowing)[0]
    assert code not in {found.code for found in check(allowing, "x").diagnostics}
    assert code in {found.code for found in check(re.sub("<!--.*?-->", "", allowing), "x").diagnostics}


def test_keys_of_the_front_matter_are_keys() -> None:
    named = set(re.findall(r"`(title|summary|practice|pathway|tier|minutes|pace|pacing|say|holds)\b", PROSE))
    assert {"tier", "pace", "pacing", "say", "minutes", "holds"} <= named <= set(FIELDS)


def test_the_automatic_silences_are_as_long_as_it_says() -> None:
    timeline = compose(parse("One.\nTwo?\nThree.\n\nFour.\n\n## Five\n\nSix.", "x").exercise, None, ESTIMATED)
    lengths = [round(tile.length / 44_100, 1) for tile in timeline.tiles if getattr(tile, "elastic", False)]
    assert lengths == [1.5, 6.0, 4.0, 6.0]
    assert "1.5 seconds after a sentence, 6 after a question, 4 after a paragraph, 6 before a section" in GUIDE


def test_quoted_words_are_understood_as_phrases() -> None:
    sections = parse(RIGHT[0], "x").exercise.sections
    assert sum(isinstance(node, Phrase) for node in sections[0].body) == 7


@pytest.mark.parametrize("line", [*COMMANDS, *(inline for inline in INLINE if inline.startswith("feltsense "))])
def test_a_command_is_one_with_its_options(line: str) -> None:
    program, name, *arguments = shlex.split(line)
    assert program == "feltsense"
    with cli.make_context("feltsense", [], resilient_parsing=True) as context:
        command = cli.get_command(context, name)
        assert isinstance(command, click.Command)
        known = {option for parameter in command.params for option in parameter.opts}
        assert {argument for argument in arguments if argument.startswith("-")} <= known
