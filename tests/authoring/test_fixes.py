"""What mends a diagnostic: each kind of finding is offered what it needs, and is gone once that is taken."""

import pytest

from feltsense.authoring.analysis import analyse
from feltsense.authoring.fix_case import Fix
from feltsense.authoring.fixes import fixes
from feltsense.authoring.length_fixes import nearest_possible, still_possible
from feltsense.units import SAMPLE_RATE

FRONT = "title: Evening\nsummary: A few minutes.\npractice: grounding\npathway: somatic\ntier: 1\n"
CALM = """## Arriving

This takes a few minutes. You can stop whenever you like; your eyes can be open.
You could come back to your feet, your hands, or a sound. [pause 8s]
{}
## Coming back

Take in three things that you can see, or hear, or touch. [pause 15s to 25s]
Your hands might move a little. [pause 15s to 25s]
Then choose one small thing to do next. [pause 15s to 25s]
"""


LONG = "because they do not matter at all and you do not need them any more in this moment or in the next one"
ABOUT = "[pause about 20s]"


def page(body: str, front: str = "") -> str:
    return f"---\n{FRONT}{front}---\n{CALM.format(body)}"


def offered(text: str, code: str) -> tuple[Fix, ...]:
    analysis = analyse(text, "evening")
    found = [each for each in analysis.diagnostics if each.code == code]
    assert found, [each.code for each in analysis.diagnostics]
    return fixes(found[0], found[0].span.line, text, analysis)


@pytest.mark.parametrize(
    ("code", "body", "number", "after"),
    [
        ("S020", "Rest. [puase 5s]", 0, "Rest. [pause 5s]"),
        ("S020", "[ask about the chair]", 0, "> ask about the chair"),
        ("S020", "[ask about the chair]", 1, "ask about the chair"),
        ("S020", "[ask about the chair]\n", 2, ""),
        ("S020", "Rest [your name] now.", 0, "Rest your name now."),
        ("S020", "Rest [your name] now.", 1, "Rest now."),
        ("S021", "Rest now].", 0, "Rest now."),
        ("S022", "Rest. [pause 20s to 10s]", 0, "Rest. [pause 10s to 20s]"),
        ("S024", "[bell 3 times]", 0, "[bell 3 times every 5s]"),
        ("S030", "[repeat 2 times]\nRest here.\n", 0, "[repeat 2 times]\nRest here.\n[end]\n"),
        ("S031", "Rest here.\n[end]\n", 0, "Rest here.\n"),
        ("S040", "Rest <blink>here</blink>.", 0, "Rest here</blink>."),
        ("S041", "Rest here. 🙂", 0, "Rest here."),
        ("S042", "Rest [here](https://example.org/a).", 0, "Rest here."),
        ("S046", "Rest ~~now~~ here.", 0, "Rest here."),
        ("S046", "Rest ~~now~~ here.", 1, "Rest now here."),
        ("S036", "## Body [5 min]\n### Feet [2 min]\n\nRest.", 0, "## Body [2 min]\n### Feet [2 min]\n\nRest."),
        ("S036", "## Body [5 min]\n### Feet [2 min]\n\nRest.", 1, "## Body\n### Feet [2 min]\n\nRest."),
        ("S052", "## Feet (2 min)\n\nRest here.", 0, "## Feet [2 min]\n\nRest here."),
        ("S052", "## Feet (2 min)\n\nRest here.", 1, "## Feet\n\nRest here."),
        ("S050", "Rest here. (pause 5 seconds)", 0, "Rest here. [pause 5s]"),
        ("L05", f"You must rest now, {LONG}, and look.", 0, "You can stay with it, or come back to your feet."),
        ("L15", "Rest. [pause 50s]", 0, "Rest. [pause 25s] Still here, no rush. [pause 25s]"),
        ("L15", "[pause 5s] Rest. [pause about 41s]", 0, f"[pause 5s] Rest. {ABOUT} Still here, no rush. {ABOUT}"),
        ("L42", "Rest. [pause 20s] [bell]", 0, "Rest. [pause 20s] [bell low]"),
        ("T02", "Notice your left/right hand.", 0, "Notice your left or right hand."),
        ("T02", "Notice your left/right hand.", 2, "Notice your right hand."),
        ("T02", "Stay here for about a minute.", 0, "Stay here for about a minute. [pause about 1m]"),
        ("T02", "Stay here for about a minute.", 1, "[pause about 1m]"),
        ("T02", "Rest here. (Ring bell)", 0, "Rest here. [bell]"),
        ("T02", "(music fades out slowly)", 0, "> (music fades out slowly)"),
        ("T02", "\n**Instructor:** Rest here.", 0, "\nRest here."),
        ("T02", "\n**Hands (1 minute)**\n\nRest your hands.", 0, "\n## Hands [1 min]\n\nRest your hands."),
        ("T05", "Breathe in for 4 seconds.\nBreathe out for 6 seconds.\nRepeat five times.\n", 0,
         "[breathe in 4 out 6 for 5 rounds]\n"),
        ("L03", "Relax your shoulders. [pause 5s]", 0,
         "Your shoulders might drop a little, or stay as they are. [pause 5s]"),
        ("L17", "What do you notice there? [pause 2s]\nNow your hands are here.", 0,
         "What do you notice there? [pause 10s]\nNow your hands are here."),
    ],
)  # fmt: skip
def test_a_finding_is_offered_what_it_needs(code: str, body: str, number: int, after: str) -> None:
    text = page(body)
    fix = offered(text, code)[number]
    made = fix.change.apply(text)
    assert made == page(after)
    before = [each.code for each in analyse(text, "evening").diagnostics]
    assert [each.code for each in analyse(made, "evening").diagnostics].count(code) < before.count(code)


def test_lengths_are_round_and_clear_of_what_is_only_estimated() -> None:
    minute = SAMPLE_RATE * 60
    assert nearest_possible(9, ((3 * minute, 7 * minute),)) == 6
    assert nearest_possible(2, ((3 * minute, 7 * minute),)) == 4
    assert nearest_possible(5.5, ((3 * minute, 7 * minute),)) == 5.5
    assert nearest_possible(1, ((2 * minute, 2 * minute),)) == 2
    assert nearest_possible(9, ((minute, 2 * minute), (12 * minute, 20 * minute))) == 13
    assert nearest_possible(9, ()) is None
    assert still_possible(((2 * minute, 7 * minute),), wanted=6.9, nearest=6.5) == ((2 * minute, round(6.5 * minute)),)


def test_a_length_that_cannot_be_met_is_replaced_by_one_that_can_or_taken_out() -> None:
    text = page("", "minutes: [1.25, 30] # mine\n")
    right, none = offered(text, "T01")
    assert right.does == "offer 1.5 minutes"
    assert right.change.apply(text) == page("", "minutes: 1.5\n")
    assert none.change.apply(text) == page("")
    for fix in (right, none):
        assert "T01" not in {each.code for each in analyse(fix.change.apply(text), "evening").diagnostics}


def test_what_is_missing_is_put_in_and_nothing_is_replaced() -> None:
    bare = f"---\n{FRONT}---\nNotice your feet. [pause 40s]\nAnd your hands. [pause 40s]\nThat was it. [pause 40s]\n"
    (exit_line,) = offered(bare, "L12")
    assert exit_line.change.apply(bare) == bare.replace(
        "Notice", "You can pause or stop whenever you want; nothing is lost.\nNotice"
    )
    (at_end,) = offered(bare, "L19")
    assert at_end.change.apply(bare).endswith(
        "That was it. [pause 40s]\n\nTake in three things you can see, or hear, or"
        " touch. Stretch a little. Then choose one small thing to do next.\n"
    )
    assert "L12" not in {each.code for each in analyse(exit_line.change.apply(bare), "evening").diagnostics}
    assert "L19" not in {each.code for each in analyse(at_end.change.apply(bare), "evening").diagnostics}


@pytest.mark.parametrize(
    ("cautions", "after"),
    [
        ("", "cautions:\n  - {}\n"),
        ("cautions: Not while driving.\n", "cautions:\n  - Not while driving.\n  - {}\n"),
        ("cautions: [one, two]\n", "cautions: [one, two, {}]\n"),
        ("cautions:\n  - one\n", "cautions:\n  - one\n  - {}\n"),
    ],
)
def test_a_line_of_support_goes_among_the_cautions(cautions: str, after: str) -> None:
    text = page("", cautions).replace("tier: 1", "tier: 2")
    fix = offered(text, "L43")[0]
    words = '"If this stirs up too much, talk with someone you trust, or call a helpline."'
    assert fix.change.apply(text) == page("", after.format(words)).replace("tier: 1", "tier: 2")
    assert "L43" not in {each.code for each in analyse(fix.change.apply(text), "evening").diagnostics}


@pytest.mark.parametrize(
    ("code", "text", "after"),
    [
        ("S011", "---\ntitle: x\n summary: one\n---\nHi there.\n", "---\ntitle: x\nsummary: one\n---\nHi there.\n"),
        ("S011", "---\ntitle: Feet: now\n---\nHi there.\n", '---\ntitle: "Feet: now"\n---\nHi there.\n'),
        ("S011", "---\ntitle: @home\n---\nHi there.\n", '---\ntitle: "@home"\n---\nHi there.\n'),
        ("S013", "---\ntitle: x\ntitel: y\n---\nHi there.\n", "---\ntitle: x\ntitle: y\n---\nHi there.\n"),
        ("S013", "---\ntitle: x\nzzz: y\n---\nHi there.\n", "---\ntitle: x\n#zzz: y\n---\nHi there.\n"),
        ("S014", "---\npractice: grounded\n---\nHi there.\n", "---\npractice: grounding\n---\nHi there.\n"),
        ("S010", "---\ntitle: x\n\nHi there.\n", "---\ntitle: x\n---\n\nHi there.\n"),
        (
            "L40",
            "---\ntitle: x\n---\nLook at your third chakra.\n",
            "---\ntitle: x\ntradition: yoga\n---\nLook at your third chakra.\n",
        ),
        (
            "L41",
            "---\ntitle: x\n---\nYou could close your eyes. [pause 2m]\n",
            '---\ntitle: x\ncautions:\n  - "Not while driving."\n---\nYou could close your eyes. [pause 2m]\n',
        ),
        ("S044", "Hi there. <!-- mine\nMore.\n", "Hi there. <!-- mine -->\nMore.\n"),
    ],
)
def test_front_matter_and_comments_are_mended(code: str, text: str, after: str) -> None:
    assert offered(text, code)[0].change.apply(text) == after


def test_where_only_the_writer_can_tell_nothing_is_offered() -> None:
    text = page("[breathe in 4 and something]")
    assert offered(text, "S023") == ()


def test_what_was_only_heard_is_offered_nothing_its_hint_is_an_example_of_harm() -> None:
    text = page("\nPeople can feel your dysregulation across a room, and they steer around it.\n")
    assert offered(text, "L33") == ()
