"""Changes of an edited text, and of its front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.authoring.text_change import TextChange, body_start, change_between, front_matter_lines, set_key

PAGE = '---\ntitle: "A: b" # mine\n# minutes: 3\nanchors:\n  - feet\n- hands\nminutes: [3,\n  5]\n---\n\nText: here.\n'


@given(st.text(alphabet="ab\n"), st.text(alphabet="ab\n"))
def test_the_smallest_change_makes_one_text_of_another(before: str, after: str) -> None:
    change = change_between(before, after)
    assert change.apply(before) == after
    assert len(change.text) <= len(after)
    assert before != after or change == TextChange(len(before), len(before), "")


def test_keys_are_found_with_all_their_lines() -> None:
    assert front_matter_lines(PAGE) == {
        "title": 'title: "A: b" # mine',
        "anchors": "anchors:\n  - feet\n- hands",
        "minutes": "minutes: [3,\n  5]",
    }
    assert front_matter_lines("Text: here.\n") == {}
    assert front_matter_lines("---\ntitle: x\n") == {}


@pytest.mark.parametrize(
    ("key", "lines", "front"),
    [
        (
            "minutes",
            "minutes: 4",
            '---\ntitle: "A: b" # mine\n# minutes: 3\nanchors:\n  - feet\n- hands\nminutes: 4\n---',
        ),
        ("minutes", "", '---\ntitle: "A: b" # mine\n# minutes: 3\nanchors:\n  - feet\n- hands\n---'),
        ("tier", "tier: 1", f"{PAGE.partition(chr(10) + '---')[0]}\ntier: 1\n---"),
    ],
)
def test_a_key_is_set_or_taken_out_and_the_rest_stays(key: str, lines: str, front: str) -> None:
    made = set_key(PAGE, key, lines).apply(PAGE)
    assert made == f"{front}\n\nText: here.\n"
    assert made[body_start(made) :] == "\nText: here.\n"


def test_a_script_without_front_matter_gets_one() -> None:
    assert set_key("Hello.\n", "tier", "tier: 1").apply("Hello.\n") == "---\ntier: 1\n---\n\nHello.\n"
