"""What is set off from speech: silences, bells and directions in many words, and words that only look like them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from imports import body, changes, made

from feltsense.authoring.diff import phrases_of
from feltsense.importing.cues import split_paragraph
from feltsense.script.parser import parse


def split(texts: str) -> list[str]:
    return texts.split("|")


def after(written: str) -> str:
    """Return what stands behind “Rest.” in the script."""
    return body(f"Rest. {written}").removeprefix("Rest.").strip()


@pytest.mark.parametrize(
    ("cue", "spellings"),
    [
        (
            "pause 10s",
            "(10 seconds)|{Pause 10 secs}|<pause 10>|*10 second pause*|**(pause 10 s)**|- 10 sec -",
        ),
        (
            "pause 10s",
            "/10s|/10 sec|[[slnc 10000]]|<#10#>|(wait 10 seconds)|(let 10 sec pass)|(10)|PAUSE 10 SECONDS",
        ),
        ("pause 10s", "(pausa de diez segundos)|(pause de 10 secondes)|(10 Sekunden Pause)|(tien seconden stilte)"),
        ("pause 30s", "(half a minute)|(stay here for 30 seconds)|(rest for 30 seconds)|(half a minute of silence)"),
        (
            "pause 30s",
            "(medio minuto)|(une demi-minute)|(halbe Minute)|(mezzo minuto)|(meio minuto)|(een halve minuut)",
        ),
        (
            "pause 1m",
            "(one minute of silence)|(in silence for one minute)|(Silence, 1 min.)|[eine Minute Stille]",
        ),
        (
            "pause 10s to 15s",
            "[pause 10 – 15s]|(ten to fifteen seconds of silence)|(between 10 and 15 s)",
        ),
        (
            "pause about 15s",
            "(three breaths)|(pause for 3 slow breaths)|[drei Atemzüge]|(tres respiraciones)",
        ),
        (
            "pause about 10s",
            "(count to ten)|(count silently to ten)|(count of 10)|(about ten seconds)|(10 seconds or so)",
        ),
        (
            "pause",
            "(pause)|*pause*|- pause -|...pause...|/pause/|P A U S E|[…]|(...)|^^|(wait)|(silence)|PAUSE|Pause.",
        ),
        (
            "long pause",
            "(long pause)|(a long silence)|(allow time)|(lange Pause)|(pausa larga)|(longue pause)|(pausa lunga)",
        ),
        ("short pause", "(short pause)|[brief pause]|(beat)|(kurze Pause)|(courte pause)|(breve pausa)|(korte pauze)"),
        (
            "bell",
            "(bell)|[Bell rings]|*bell*|BELL|🔔|(ding)|(Klangschale)|(campana)|(son de cloche)",
        ),
        (
            "bell 3 times every 5s",
            "(bell x3)|(3x bell)|(three bells to end)|[ring the bowl 3 times]|🔔🔔🔔|(tres campanadas)",
        ),
        ("bell low", "(gong)|[sound of a gong]|(Gong ertönt)"),
    ],
)
def test_an_aside_is_a_cue_in_every_spelling(cue: str, spellings: str) -> None:
    for spelling in spellings.split("|"):
        found = after(spelling).partition("\n")[0].lower()
        assert (spelling, found) == (spelling, f"[{cue}]")


@pytest.mark.parametrize(
    ("written", "cue"),
    [
        ('<break time="2s"/>', "[pause 2s]"),
        ("<break time='800ms' />", "[pause 0.8s]"),
        ('<break strength="weak"/>', "[pause about 0.5s]"),
        ("[400]", "[pause 0.4s]"),
        ("(bell, then 30 seconds of silence)", "[bell] [pause 30s]"),
        ("(up to 30 seconds)", "[pause about 30s]"),
    ],
)
def test_marks_of_speech_programs_are_cues(written: str, cue: str) -> None:
    assert after(written) == cue


@pytest.mark.parametrize(
    "line",
    split(
        "Pause here with me and notice what is here.|Take a moment to pause. Notice.|Note the feeling: warm or cool.|"
        "Wait for the breath to come by itself.|Sit (if you like) on a chair.|Rest. (You may also lie down.)|"
        "Notice your feet (the left one, then the right one).|(If it feels right, close your eyes.)|"
        "There is silence between the sounds.|Listen to the bell.|"
        "When you hear the bell, open your eyes.|Imagine the ocean (calm and blue).|Hold this feeling in your heart.|"
        "Stay with this for a moment.|We will do this for three minutes.|"
        "In ten seconds I will ring a bell.|It is 10 seconds long..|Allow the breath to be as it is.|"
        "Wait.|Rest.|In silence.|Softly, softly, let it go.|Speak to yourself kindly.|in - and out - and in|and/or|"
        "We have 5 senses (sight, sound, touch, taste, smell).|Call 988 (24/7).|In 2019 (before the storm) I sat here.|"
        "A pause is a gift.|Once more, feel your feet.|Rain falls on the roof.|The end of the breath is quiet.|"
        "Mach eine Pause.|Haz una pausa y siente los pies.|(Du kannst auch stehen.)"
    ),
)
def test_words_that_are_for_the_listener_are_spoken_as_they_are(line: str) -> None:
    assert body(f"Begin.\n\n{line}\n\nEnd.").split("\n\n")[1].replace("\n", " ") == line
    assert not [each for each in changes(line) if " language: " not in each]


@pytest.mark.parametrize(
    "direction",
    split(
        "(Lower your voice)|(softly)|(whispering)|_Speak slowly._|[Maintain eye contact]|(Make eye contact.)|"
        "(slower)|(voice gets softer)|(End of script.)|(Start timer)|"
        "[Note to facilitator: skip this]|(If the client is distressed, stop here.)|"
        "(Optional)|(Repeat as needed)|(Demonstrate)|(Ask: What did you notice?)|(client nods)|(gentle tone)|"
        "(gentle guidance, then silence)|(leise sprechen)|(hablar despacio)"
    ),
)
def test_a_direction_on_its_line_is_a_note(direction: str) -> None:
    made_of = body(f"Begin.\n\n{direction}\n\nEnd.").split("\n\n")
    assert made_of[1] == f"> {direction.strip('()[]_*')}"


@pytest.mark.parametrize(
    "line", ["For 15 sec, notice your soles.", "5 things: see, hear, touch.", "20 seconds is enough.", "3 steps - go."]
)
def test_a_length_among_words_is_said(line: str) -> None:
    assert body(f"Rest.\n\n{line}\n\nEnd.") == f"Rest.\n\n{line}\n\nEnd."


def test_how_a_voice_is_to_sound_is_a_note() -> None:
    for inner in ("deepen voice", "drop your voice", "Slowing the voice"):
        assert after(f"[{inner}]") == f"> {inner}"


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("(Soft music plays)", "[soundscape drone]"),
        ("[Music fades out]", "[soundscape off]"),
        ("♪ soft piano ♪", "[soundscape drone]"),
        ("(sound of rain)", "[soundscape rain]"),
        ("**Music fades in.**", "[soundscape drone]"),
        ("(Leise Musik)", "[soundscape ocean]"),
        ("*Softly.*", "> Softly."),
        ("[Optional: Notice your ears.]", "Notice your ears."),
        ("15 sec: Notice your soles.", "Notice your soles. [pause 15s]"),
        ("30 seconds – feel the heels.", "Feel the heels. [pause 30s]"),
        ("1 min: Let the toes be. And wait.", "Let the toes be. And wait. [pause 1m]"),
        ("[embedded command: LET GO NOW]", "> embedded command: LET GO NOW"),
        ("[energetic]", "> energetic"),
        ("[analogue mark]", "> analogue mark"),
        ("[count silently]", "> count silently"),
        ("[a friend]", "a friend"),
        ("[Feel your feet]", "Feel your feet"),
        ("[hear the pitch of the bird]", "hear the pitch of the bird"),
        ("(10 minutes)", "> 10 minutes"),
        ("(And breathe out.)", "[pause]"),
        ("Rest for a minute.", "Rest for a minute. [pause 1m]"),
        ("(Take three breaths.)", "[pause about 15s]"),
    ],
)
def test_what_is_not_sure_is_asked_with_the_likeliest_choice_first(written: str, first: str) -> None:
    script = made(f"Begin.\n\n{written}\n\nEnd.").script
    (question,) = parse(script, "x").questions
    assert question.choices[0] == first


@pytest.mark.parametrize(
    ("written", "spoken", "choices"),
    [
        ("Notice your [left/right] hand.", "Notice your left/right hand.", ("left or right", "left", "right")),
        ("Notice your [left | right] hand.", "Notice your left / right hand.", ("left or right", "left", "right")),
        ("Place [one or both] hands there.", "Place one or both hands there.", ("one or both", "one", "both")),
        ("Think of [a person you like].", "Think of a person you like.", ("a person you like", "> a person you like")),
        ("Hello [name], welcome.", "Hello, welcome.", ("friend", "(nothing)")),
        ("Hello ____, welcome.", "Hello, welcome.", ("friend", "(nothing)")),
        ("Hello <<client_name>>, welcome.", "Hello, welcome.", ("friend", "(nothing)")),
        ("Hello XXX, welcome.", "Hello, welcome.", ("friend", "(nothing)")),
    ],
)
def test_a_bracket_inside_a_sentence_leaves_it_whole(written: str, spoken: str, choices: tuple[str, ...]) -> None:
    parsed = parse(made(written).script, "x")
    assert [phrase.text for phrase in phrases_of(parsed.exercise)] == [spoken]
    (question,) = parsed.questions
    assert question.choices[: len(choices)] == choices


def test_numbers_that_count_up_are_footnotes_and_others_are_seconds() -> None:
    assert body("Rest. [1] Go on. [2]") == "Rest.\nGo on."
    assert body("Rest. (5) Go on. (3)") == "Rest. [pause 5s]\nGo on. [pause 3s]"


OPEN = st.sampled_from(["()", "[]", "{}", "**", "__", "<>"])
SILENCES = st.sampled_from(
    split(
        "pause|10 seconds pause|pause for half a minute|silence|long pause|bell|bell x3|speak slowly|music fades in|"
        "end of script|30 sec|three breaths of silence|lange Pause|pausa larga|softly spoken|therapist nods"
    )
)
SPOKEN = st.sampled_from(["Notice your feet.", "Is there warmth?", "Rest, if you like.", "And so on.", "Look around."])


@settings(derandomize=True, max_examples=100)
@given(st.lists(st.tuples(SPOKEN, OPEN, SILENCES), min_size=1, max_size=6), st.sampled_from(["\n\n", "\n"]))
def test_no_direction_on_a_line_of_its_own_is_spoken(parts: list[tuple[str, str, str]], gap: str) -> None:
    source = gap.join(f"{said}{gap}{marks[0]}{inner}{marks[-1]}" for said, marks, inner in parts)
    parsed = parse(made(f"Begin.{gap}{source}{gap}Go on now.").script, "x")
    said = " ".join(phrase.text for phrase in phrases_of(parsed.exercise))
    assert said == " ".join(["Begin.", *(part[0] for part in parts), "Go on now."])


@settings(derandomize=True, max_examples=100)
@given(st.lists(st.tuples(SPOKEN, OPEN, SILENCES), min_size=1, max_size=6))
def test_no_pause_or_bell_behind_a_sentence_is_spoken(parts: list[tuple[str, str, str]]) -> None:
    source = " ".join(f"{said} {marks[0]}{inner}{marks[-1]}" for said, marks, inner in parts if "music" not in inner)
    parsed = parse(made(f"Begin. {source} Go on now.").script, "x")
    heard = " ".join(phrase.text for phrase in phrases_of(parsed.exercise))
    assert heard == " ".join(["Begin.", *(part[0] for part in parts if "music" not in part[2]), "Go on now."])


@pytest.mark.parametrize(
    "part", ["(", "[", "- ", "*a ", "♪", "(x3) ", "Pause. ", "[left/right] ", "...a", "\n- pause -"]
)
def test_long_paragraphs_take_no_longer_than_they_should(part: str) -> None:
    text = part * (20_000 // len(part))
    start = time.process_time()
    split_paragraph(text, 1, blocks=True)
    assert time.process_time() - start < 3
