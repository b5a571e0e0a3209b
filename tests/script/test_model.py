"""Walking a script's nodes, and loading only what is valid."""

import pytest

from feltsense.script.model import Breath, Phrase, Repeat, Version
from feltsense.script.parser import InvalidScriptError, load_valid, parse

NESTED = """\
## One
First.
[repeat 3 times]
[from 5 min]
[repeat 2 times]
Inner.
[breathe in 4 out 6 for 2 rounds]
[end]
[end]
[end]

## Two
Last.
"""


def test_every_node_comes_once_in_source_order_and_blocks_before_their_bodies() -> None:
    exercise = load_valid(NESTED, "sample")
    kinds = [type(node) for node in exercise.walk()]
    assert kinds == [Phrase, Repeat, Version, Repeat, Phrase, Breath, Phrase]
    assert [node.text for node in exercise.sections[1].walk() if isinstance(node, Phrase)] == ["Last."]


def test_repeats_inside_repeats_multiply() -> None:
    counted = [(type(node), times) for node, times in load_valid(NESTED, "sample").walk_counted()]
    assert (Breath, 6) in counted
    assert counted[-1] == (Phrase, 1)


def test_a_script_with_errors_is_refused_with_all_of_them() -> None:
    with pytest.raises(InvalidScriptError, match=r"There are errors in sample\.") as refused:
        load_valid("[pauze 3s] [end] Rest.", "sample")
    assert [error.code for error in refused.value.errors] == ["S020", "S031"]
    assert refused.value.errors == parse("[pauze 3s] [end] Rest.", "sample").errors
    assert refused.value.hint == "feltsense check sample shows them."


def test_the_refusal_can_name_the_file() -> None:
    with pytest.raises(InvalidScriptError, match=r"There are errors in sample\.md\."):
        load_valid("[end]", "sample", "sample.md")
