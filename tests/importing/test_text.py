"""The kinds of script that are found on the web, as text and Markdown."""

import pytest
from imports import body, changes, made

from feltsense.script.model import Phrase, Silence, SilenceKind
from feltsense.script.parser import parse


@pytest.mark.parametrize(
    ("written", "script"),
    [
        ("Rest. (pause 10 seconds)", "Rest. [pause 10s]"),
        ("Rest. (Pause for 5 seconds.) Go on.", "Rest. [pause 5s]\nGo on."),
        ("Rest. [PAUSE:5] Go on.", "Rest. [pause 5s]\nGo on."),
        ("Rest. [Long pause]", "Rest. [Long pause]"),
        ("Rest. (10 seconds)", "Rest. [pause 10s]"),
        ("Rest. *pause* Go on.", "Rest. [pause]\nGo on."),
        ("Breathe in and *long pause* then out.", "Breathe in and [long pause] then out."),
        ("Inhale, then *pause*, exhale.", "Inhale, then [pause], exhale."),
        ("You can take a *pause* now.", "You can take a *pause* now."),
        ('Rest. <break time="3s"/> Go on.', "Rest. [pause 3s]\nGo on."),
        ("Rest.\n\n--- Pause ---\n\nGo on.", "Rest.\n\n[pause]\n\nGo on."),
        ("Rest.\n\nPAUSE 10 SECONDS\n\nGo on.", "Rest.\n\n[pause 10s]\n\nGo on."),
        ("Rest.\n\n. . .\n\nGo on.", "Rest.\n\n[pause]\n\nGo on."),
        ("Rest . . . and go on.", "Rest … and go on."),
        ("Rest ......... and go on.", "Rest [short pause] and go on."),
        ("Rest [pause 3s], and go on.", "Rest [pause 3s], and go on."),
        ("[Bell rings]\n\nRest.", "[bell]\n\nRest."),
        ("Rest.\n\n(sound of a gong)", "Rest.\n\n[bell low]"),
        ("Rest. Pause for 5 seconds. Go on.", "Rest. [pause 5s]\nGo on."),
        ("Rest ...pause... and go on.", "Rest [pause] and go on."),
        ("Rest. /long pause/ Go on.", "Rest. [long pause]\nGo on."),
        ("Rest. {pause 5} Go on. <pause>", "Rest. [pause 5s]\nGo on. [pause]"),
        ("Rest. [Pause here for 10 seconds] Go on.", "Rest. [pause 10s]\nGo on."),
        ("Rest.\n\n(Allow about 30 seconds of silence.)", "Rest.\n\n[pause about 30s]"),
        ("Step 1: Feel your feet (15 sec)\nStep 2: Rest", "Step 1: Feel your feet [pause 15s]\n\nStep 2: Rest"),
        ("Rest.\n\n* * *\n\nGo on. – – –", "Rest.\n\nGo on."),
    ],
)
def test_ways_to_write_a_pause_become_cues(written: str, script: str) -> None:
    assert body(written) == script


@pytest.mark.parametrize(
    "spoken",
    [
        "Sit (or lie) down.",
        "Rest. (You can also stand.) Go on.",
        "(Your hands can rest too.)",
        "Count five breaths (about 30 seconds) if you like.",
        "Wait.",
        "We pause here for a moment.",
        "Rest in the *silence* of it.",
    ],
)
def test_spoken_parentheses_stay(spoken: str) -> None:
    assert body(spoken).replace("\n", " ") == spoken
    assert changes(spoken) == []


@pytest.mark.parametrize(
    ("written", "script"),
    [
        ("Rest [softly] here.", "Rest here.\n\n> softly"),
        ("Rest.\n\n(Speak slowly here.)\n\nGo on.", "Rest.\n\n> Speak slowly here.\n\nGo on."),
        ("Rest. (Give them time.)", "Rest. [long pause]"),
        ("Rest.\n\n[If the client is restless, skip this.]", "Rest.\n\n> If the client is restless, skip this."),
        ("See https://example.org/x for more.", "See for more.\n\n> https://example.org/x"),
    ],
)
def test_directions_become_notes(written: str, script: str) -> None:
    assert body(written) == script


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Hello [name], welcome.", "“____”: A name is said here (“name” stood here). | friend | (nothing)"),
        (
            "Hello <client name>, welcome.",
            "“____”: A name is said here (“client name” stood here). | friend | (nothing)",
        ),
        (
            "Rest. [breathe]",
            "“breathe”: Is this said, a note, or left out? | [pause] | breathe | > breathe | (nothing)",
        ),
        ("Rest. [soft music]", "“soft music”: Is this a background? | [soundscape drone] | [soundscape off] | > soft"),
        (
            "Rest. [pause 9 hours]",
            "“pause 9 hours”: How long is this pause? | [pause] | [long pause] | [pause 30s] | >",
        ),
        (
            "Rest (pause until they have settled).",
            "“[pause]”: How long is this pause? “pause until they have settled” stood here. | [pause] | [long pause]",
        ),
    ],
)
def test_unclear_brackets_become_questions(written: str, asked: str) -> None:
    assert f"<!-- question: {asked}" in body(written)
    assert made(written).questions == 1


def test_counted_breaths_stay_and_are_asked_about() -> None:
    source = "Breathe in… 2… 3… 4.\n\nBreathe out for 2, 3, 4.\n\nBreathe in…2…3…4"
    first, second, _, last = body(source).splitlines()
    assert first == "Breathe in… 2… 3… 4.  "
    assert second.startswith("Breathe out for 2, 3, 4. <!-- question: “Breathe in… 2… 3… 4. Breathe out for 2, 3, 4.”")
    assert "| [breathe in 4 out 4 for 1 round] |" in second
    assert made(source).questions == 1
    assert last == "Breathe in…2…3…4"


def test_prose_gets_one_sentence_a_line() -> None:
    source = "Sit down. Rest, if you like, for a while. “Is it so?” you may\nask. Dr. Smith would nod."
    assert body(source).splitlines() == [
        "Sit down.",
        "Rest, if you like, for a while.",
        '"Is it so?" you may ask.',
        "Dr. Smith would nod.",
    ]


def test_verse_keeps_its_lines() -> None:
    parsed = parse(made("The tree outside,\nit bends a little,\nand so do you").script, "x")
    (section,) = parsed.exercise.sections
    assert [node.text for node in section.body if isinstance(node, Phrase)] == [
        "The tree outside,",
        "it bends a little,",
        "and so do you",
    ]


def test_lines_that_wrap_by_themselves_are_paragraphs() -> None:
    line = "Here is a long line of prose that only a program would wrap, and so it is a paragraph by itself, all of it."
    assert body(f"{line}\n{line}\n{line}") == f"{line}\n\n{line}\n\n{line}"


def test_dots_everywhere_are_short_silences() -> None:
    source = "Welcome . . . to this . . .\nLet it arrive . . . just so . . .\nRest . . . here . . ."
    parsed = parse(made(source).script, "x")
    (section,) = parsed.exercise.sections
    silences = [node for node in section.body if isinstance(node, Silence)]
    assert [(each.kind, each.base) for each in silences] == [(SilenceKind.ELASTIC, 1200)] * 5
    assert len(body(source).splitlines()) == 3


def test_numbered_steps_stay_a_list() -> None:
    assert body("Steps:\n\n1) Sit down.\n2) Look around. (pause)\n10) Rest.\n- or not") == (
        "Steps:\n\n1. Sit down.\n2. Look around. [pause]\n10. Rest.\n\n- or not"
    )


@pytest.mark.parametrize(
    ("source", "title", "sections"),
    [
        ("# The shore\n\n## Arriving\n\nSit.\n\n## Leaving\n\nGo.", "The shore", ["Arriving", "Leaving"]),
        ("The shore\n=====\n\nArriving\n-----\n\nSit.", "The shore", ["Arriving"]),
        ("THE SHORE\n\nARRIVING\n\nSit.\n\nClosing:\n\nGo.", "THE SHORE", ["ARRIVING", "Closing"]),
        ("The shore\n\nSit down.", "The shore", []),
        ("**Arriving**\n\nSit.\n\n**Leaving:**\n\nGo.", "Some script", ["Arriving", "Leaving"]),
        ("# One\n\nSit.\n\n# Two\n\nGo.", "One", ["Two"]),
        ("Sit down.\n\n### Deep\n\nGo.", "Some script", ["Deep"]),
        ("## Rest (pause 5s) [softly]\n\nSit.", "Some script", ["Rest"]),
    ],
)
def test_headings_become_the_title_and_sections(source: str, title: str, sections: list[str]) -> None:
    found = made(source)
    assert found.title == title
    lines = found.script.splitlines()
    assert [line[3:] for line in lines if line.startswith("## ")] == sections
    assert parse(found.script, "x").exercise.front.title == title


def test_time_stamps_and_speakers_are_left_out_and_reported() -> None:
    assert body("[00:01:35] Narrator: Sit down.\n\n0:40 Rest.") == "Sit down.\n\nRest."
    assert changes("[0:35] Therapist: Sit down.") == [
        "1 left out: Therapist: → the name of who speaks",
        "1 left out: [0:35] → a time stamp",
    ]


def test_characters_are_normalised() -> None:
    source = "“Don’t hurry”,\u00a0she said\u200b.  The ﬂoor is\u00adn’t going \u2011 anywhere. 🌿"
    assert body(source) == "\"Don't hurry\", she said.\nThe floor isn't going - anywhere."
    assert changes(source) == [
        "1 signs: 4 × curly quotes",
        "1 signs: 3 × odd spaces and hyphens",
        "1 left out: 1 × characters that cannot be seen",
        "1 left out: 1 × pictures",
    ]


def test_links_and_pictures_are_reported() -> None:
    source = "See [our page](https://example.org).\n\n![a tree](tree.png)\n\n[our page]: https://example.org"
    assert body(source) == "See our page."
    assert changes(source) == [
        "1 left out: [our page](https://example.org) → a link; its words are kept",
        "3 left out: ![a tree](tree.png) → a picture",
        "5 left out: [our page]: https://example.org → the target of a link",
    ]


def test_comments_and_notes_stay_what_they_are() -> None:
    source = "> to the therapist\n\nRest. <!-- ask\nAnna --> Go on.\n\n<!-- check: allow L03 because it is quoted -->"
    script = made(source).script
    assert "> to the therapist" in script
    assert "Rest. <!-- ask Anna -->" in script
    assert "<!-- check: allow L03 because it is quoted -->" in script
    assert "<!-- question: check: allow L03 -->" in body("Rest.\n\n<!-- check: allow L03 -->")


def test_valid_front_matter_is_kept_and_the_rest_becomes_comments() -> None:
    source = "---\nlayout: post\ntitle: The shore\ntier: nine\nminutes: [3, 5]\n---\n\nSit down.\n"
    found = made(source)
    assert found.script.startswith("---\n# layout: post\ntitle: The shore\n# tier: nine\nminutes: [3, 5]\n---\n")
    front = parse(found.script, "x").exercise.front
    assert (front.title, front.minutes) == ("The shore", (3.0, 5.0))
    assert [change.before for change in found.changes] == ["layout: post", "tier: nine"]


def test_a_heading_stays_one_where_the_front_matter_has_a_title() -> None:
    found = made("---\ntitle: The shore\n---\n\n# Arriving\n\nSit down.\n")
    assert found.title == "The shore"
    assert "\n## Arriving\n" in found.script


def test_prose_between_two_rules_is_no_front_matter() -> None:
    assert body("---\n\nSit down and rest.\n\n---\n\nGo on.") == "Sit down and rest.\n\nGo on."


def test_a_script_in_our_format_is_unchanged() -> None:
    breath = "[breathe in 4 out 6 for 3 rounds]"
    blocks = f"[repeat 2 times]\nRest. [pause 3s]\n[end]\n\n{breath}\n\n[from 5 min]\nMore, and on.\n[end]"
    assert body(f"## Arriving\n\n{blocks}") == f"## Arriving\n\n{blocks}"
    assert changes(f"## Arriving\n\n{blocks}") == ["1 section: Arriving → ## Arriving"]


def test_a_block_without_its_end_is_asked_about() -> None:
    assert "“repeat 3 times”: Its partner is missing" in body("Rest. [repeat 3 times] Go on.")


def test_nothing_at_a_line_start_is_taken_for_markup() -> None:
    source = "Rest here, or there: one. \n\\# two is a sign. And so on."
    assert parse(made(source).script, "x").exercise.sections[0].title == "Opening"


def test_places_are_the_lines_of_the_source() -> None:
    source = "---\ntitle: x\n---\n<!-- a\nb -->\nRest.\n\n\nGo on. (pause)\n"
    assert changes(source) == ["9 pause: (pause) → [pause]"]


def test_each_pause_of_a_paragraph_has_its_own_line() -> None:
    first = "# Rest\n\nSit down in a place where nobody is going to want you for a while. {pause 5}\n"
    source = f"{first}Feel your\nfeet. (pause 10 seconds)\nAnd go on. {{pause 5}}\n\nRest. (5 sec)"
    assert [each for each in changes(source) if " pause: " in each] == [
        "3 pause: [pause 5] → [pause 5s]",
        "5 pause: (pause 10 seconds) → [pause 10s]",
        "6 pause: [pause 5] → [pause 5s]",
        "8 pause: (5 sec) → [pause 5s]",
    ]


def test_counted_breaths_are_asked_about_at_their_line() -> None:
    reported = changes("Sit down.\nBreathe in, 2, 3, and out.\nAnd rest.")
    assert [each.split(":")[0] for each in reported] == ["2 question"]
