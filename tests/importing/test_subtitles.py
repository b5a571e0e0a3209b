"""Captions, lyrics, transcripts: words joined to sentences, gaps as silences."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from imports import body, changes, made
from test_any_text import any_of, assert_kept, steady

from feltsense.importing.detect import read_document
from feltsense.importing.readers.caption_files import CaptionFormat, caption_format
from feltsense.script.parser import parse

SRT = """1
00:00:01,000 --> 00:00:03,000
Welcome.

2
00:00:20,000 --> 00:00:23,000
Notice your feet
on the floor.
"""


def test_gaps_between_captions_become_silences() -> None:
    assert body(SRT) == "Welcome. [pause 17s]\n\nNotice your feet on the floor."
    assert changes(SRT) == [
        "2 pause: 1 00:00:01,000 --> 00:00:03,000 → [pause 17s]",
        "6 left out: 2 00:00:20,000 --> 00:00:23,000 → a time",
    ]


@pytest.mark.parametrize(
    "written",
    [
        SRT.replace("\n", "\r\n"),
        "\ufeff" + SRT,
        SRT.replace("\n\n", "\n"),
        SRT.replace(",000", ""),
        SRT.replace(",", ".").replace("00:00:", "00:"),
        "WEBVTT\n\n" + SRT.replace(",", "."),
        "WEBVTT - me\nKind: captions\n\nNOTE\nby me\n\n" + SRT.replace(",", "."),
        SRT.replace("1\n00", "00", 1).replace("2\n00", "00", 1).replace(" --> ", ",").replace(",000", ".000"),
    ],
    ids=["windows", "mark", "tight", "seconds", "short", "vtt", "vtt note", "sbv"],
)
def test_captions_are_read_in_every_form(written: str) -> None:
    assert body(written).replace("> by me\n\n", "") == "Welcome. [pause 17s]\n\nNotice your feet on the floor."


def test_a_title_or_front_matter_may_stand_above() -> None:
    assert made(f"Evening rest\n\n{SRT}").title == "Evening rest"
    assert made(f"---\ntitle: Rest\ntier: 1\n---\n\n{SRT}").script.startswith("---\ntitle: Rest\ntier: 1\n")


def test_signs_of_captions_are_not_spoken() -> None:
    source = """WEBVTT
Language: de

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.000 align:start position:0%
<v Narrator>Willkommen <i>hier</i> &amp; <c.loud>jetzt</c>,

00:03.100 --> 00:05.000
{\\an8}setz dich.

00:08.000 --> 00:09.000
>> Spüre.

00:09.000 --> 00:10.000
<v Klientin>Ja.
"""
    assert body(source) == "Willkommen hier & jetzt, setz dich. [pause 3s]\n\nSpüre.\n\n> Klientin: Ja."
    assert read_document(source.encode()).language == "de"
    reported = "\n".join(changes(source))
    assert all(word in reported for word in ("Narrator", "::cue", "intro", "align:start", "1 × <i>", "1 × {\\an8}"))


def test_captions_that_roll_up_are_said_once() -> None:
    shown = [
        ("00:00.000 --> 00:02.310", " \nwelcome<00:00.480><c> to</c>"),
        ("00:02.310 --> 00:02.320", "welcome to\n "),
        ("00:02.320 --> 00:05.030", "welcome to\nthis<00:02.480><c> practice</c>"),
        ("00:05.030 --> 00:05.040", "this practice\n "),
        ("00:05.040 --> 00:07.000", "this practice\nof rest"),
    ]
    source = "WEBVTT\n\n" + "\n\n".join(f"{time} align:start\n{text}" for time, text in shown)
    assert body(source) == "welcome to this practice of rest"
    assert "7 left out: welcome to → it is shown twice" in changes(source)


def test_words_that_are_said_twice_are_kept() -> None:
    twice = "".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\nBreathe in.\nBreathe out.\n\n" for n in range(1, 9)
    )
    assert body(twice).split() == ["Breathe", "in.", "Breathe", "out."] * 8


def test_unsorted_and_overlapping_times_are_told() -> None:
    late, early = "00:00:20,000 --> 00:00:40,000\nNotice your feet.\n\n", "00:00:01,000 --> 00:00:03,000\nWelcome.\n\n"
    source = f"{late}{early}00:00:30,000 --> 00:00:31,000\nRest."
    assert body(source) == "Welcome. [pause 17s]\n\nNotice your feet. [pause about 9s]\n\nRest."
    assert any("put in the order of their times" in each for each in changes(source))


def test_lyrics_have_a_title_and_an_author() -> None:
    source = (
        "[ti:The Shore]\n[ar:Anna]\n[00:01.00]Notice\n[00:02.50]your feet.\n[00:05.00]\n[00:30.00]Rest <00:31.00>now."
    )
    front = parse(made(source).script, "x").exercise.front
    assert (front.title, front.author) == ("The Shore", "Anna")
    assert body(source) == "Notice your feet. [pause 25s]\n\nRest now."


@pytest.mark.parametrize(
    ("source", "script"),
    [
        ("0:00 Notice your feet.\n0:30 And your hands.\n1:00 End.",
         "Notice your feet. [pause about 29s]\n\nAnd your hands. [pause about 29s]\n\nEnd."),
        ("Rest\n\n[00:00] Notice\nyour feet.\n[00:30] (bell) Go on.",
         "Notice your feet. [pause about 29s]\n\n[bell] Go on."),
        ("0:00 Notice your feet.\n0:25 Pause for 20 seconds\n0:45 Go on.",
         "Notice your feet. [pause about 24s]\n\n[pause 20s]\n\nGo on."),
        ("**0:00** Sit.\n\n**0:20** Go on.", "Sit. [pause about 20s]\n\nGo on."),
        ("- 00:00:05 – Sit.\n- 00:00:25 – Go on.", "Sit. [pause about 20s]\n\nGo on."),
        ("00:00 - 00:02: Notice your feet.\n00:30 - 01:00: Rest.",
         "Notice your feet. [pause 28s]\n\nRest. [pause about 30s]"),
        ("0:00\nwelcome to this practice of\n0:03\nresting with what is\n0:12\nand letting go",
         "welcome to this practice of resting with what is [pause about 7s]\n\nand letting go"),
        ("Anna Lee  0:05\nWelcome to this.\n\nAnna Lee  0:30\nNotice your feet.",
         "Welcome to this. [pause about 24s]\n\nNotice your feet."),
        ("[00:00.000 --> 00:02.000]  Welcome to\n[00:02.000 --> 00:03.000]  this.\n[00:30.000 --> 00:32.000]  Rest.",
         "Welcome to this. [pause 27s]\n\nRest."),
    ],
)  # fmt: skip
def test_texts_with_times_become_silences(source: str, script: str) -> None:
    assert body(source) == script


def test_times_of_titles_are_the_lengths_of_their_parts() -> None:
    source = "[0:00–0:45] Opening\nSit down.\n\nRest.\n\n[0:45] Feet\nNotice your feet.\n\n- one\n- two"
    document = read_document(source.encode())
    assert [block.text for block in document.blocks] == [
        "Opening (45s)", "Sit down.", "Rest.", "Feet", "Notice your feet.", "one", "two",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        "We meet at 10:30.\nAt 0:30 the bell rings.",
        "Sit for a while.\n\n0:30 is a good time.\n\nRest.\n\nAnd rest again.",
        "9:00 Arrive\n9:30 Practice\n10:00 Tea",
        "A ratio of 4:30 works.\n1:30 is too long.\n2:30 is fine.",
        "Read Luke 2:14 and rest.\n\nThen read John 3:16.",
        "[0:35] Narrator: Sit down.",
    ],
)
def test_a_few_times_make_no_text_with_times(source: str) -> None:
    assert "[pause" not in body(source)


def test_a_list_of_chapters_is_not_spoken() -> None:
    chapters, text = "0:00 Intro\n1:30 Body scan\n5:00 Closing", "Welcome here.\n\nNotice your feet."
    assert body(f"{text}\n\nChapters:\n{chapters}") == text
    assert body(f"{chapters}\n\n{text}") == text
    assert changes(f"{chapters}\n\n{text}")[1] == "2 left out: 1:30 Body scan → a list of chapters"


def test_ordinary_arrows_make_no_captions() -> None:
    assert caption_format("Go 1 --> 2.\n10:30 --> 11:00 we rest.") is None
    assert caption_format("[ti: a note] [00:30] Rest.") is None
    assert caption_format("[ti:x]\n[00:30] Rest.") is CaptionFormat.LRC


LINES = any_of(
    "1|2|00:00:01,000 --> 00:00:03,000|00:00:20,000 --> 00:00:23,000|00:12.000 --> 00:10.000 align:start|Sit.|and rest|"
    "<i>so</i>|[soft music]|(wind)|>> hello|- so|NOTE mine|STYLE|[00:12.50] words|[ti:title]|0:30 rest|**0:45** on|"
    "1:00|[1:10–1:20] Feet|Anna 1:30|# Head|> note|{\\an8}x|♪ la ♪|pause 9h|<v Anna>me|Chapters:|[x"
)


@settings(steady, max_examples=150)
@given(
    st.sampled_from(["", "WEBVTT\n\n", SRT, "0:00 Begin.\n0:10 Go.\n"]),
    st.lists(LINES, max_size=20),
    st.sampled_from(["\n", "\n\n"]),
)
def test_no_word_of_any_captions_is_lost(head: str, lines: list[str], gap: str) -> None:
    source = head + gap.join(["Begin.", *lines, "Go on."])
    assert_kept(re.sub(r"</?i>|WEBVTT|NOTE|<v |\[ti:", "", source), made(source))


@pytest.mark.parametrize(
    "signs",
    [
        "00:00:01,000 --> 00:00:03,000\n",
        "0:30 a\n",
        "[00:30]",
        "-->",
        "1\n",
        "0:30 ",
        ":",
        "a 0:30\n",
        "<v ",
        "[00:01.00] x\n",
    ],
)
def test_hostile_captions_are_read_in_linear_time(signs: str) -> None:
    begin = SRT if "-->" in signs or "<v" in signs else "0:00 Sit.\n0:01 "
    source = begin + signs * (40_000 // len(signs))
    start = time.process_time()
    made(source)
    assert time.process_time() - start < 5
