"""Speech markup: SSML documents, and what is pasted of them into a text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from imports import body, changes, made
from test_any_text import any_of, assert_kept, steady

from feltsense.importing.convert import convert
from feltsense.importing.detect import read_document
from feltsense.importing.readers import ssml
from feltsense.importing.readers.speech_tags import is_speech_markup
from feltsense.script.parser import parse
from feltsense.script.speech_breaks import break_tag


def test_sentences_and_paragraphs_are_spoken() -> None:
    source = (
        '<speak><p><s>Welcome.</s> <s>Sit down.</s></p><break time="2s"/><p><s>Rest here</s><s>And on</s></p></speak>'
    )
    assert body(source) == "Welcome.\nSit down. [pause 2s]\n\nRest here  \nAnd on"
    assert changes(source) == ['1 pause: <break time="2s"/> → [pause 2s]']


def test_what_a_word_is_read_as_goes_into_the_front_matter() -> None:
    source = (
        '<speak>Notice the <sub alias="so-ass">psoas</sub>, <phoneme alphabet="ipa" ph="ˈdɹiʃti">drishti</phoneme>. '
        '<sub alias="Doctor">Dr.</sub> A on B <sub alias="Drive">Dr.</sub></speak>'
    )
    front = parse(made(source).script, "x").exercise.front
    assert front.say == (("psoas", "so-ass"), ("drishti", "/ˈdɹiʃti/"), ("Dr.", "Doctor"))
    assert body(source) == "Notice the psoas, drishti.\nDr. A on B Drive"


def test_a_sound_is_asked_about_and_what_is_in_it_is_not_spoken() -> None:
    sound = '<audio src="https://x.org/bell.mp3?v=1">bell</audio>'
    source = f'<speak>Rest. {sound} <prosody rate="slow">Go on.</prosody></speak>'
    asked = (
        "<!-- question: which sound is heard here (bell.mp3, bell)? | [bell] | [play bell.mp3] | > bell | (nothing) -->"
    )
    assert body(source) == f"Rest. {asked}\nGo on."
    assert made(source).questions == 1


@pytest.mark.parametrize(
    ("tag", "cue"),
    [
        ('<break time="2s"/>', "pause 2s"),
        ("<break time='500ms' />", "pause 0.5s"),
        ("<BREAK TIME=1.5s>", "pause 1.5s"),
        ('<break  strength="weak"  time="+3 s"/>', "pause 3s"),
        ('<break time=".5s" strength="x-strong"></break>'[:38], "pause 0.5s"),
        ('<break time="3"/>', "pause 3s"),
        ('<break time="750"/>', "pause 0.75s"),
        ("<break/>", "pause about 0.75s"),
        ('<break strength="x-weak"/>', "pause about 0.25s"),
        ('<break strength="x-strong"/>', "pause about 4s"),
        ('<break strength="none"/>', ""),
        ('<break time="0ms"/>', ""),
        ('<break time="3h"/>', "pause 3h"),
        ('<break time="soon"/>', None),
        ('<break strength="loud"/>', None),
        ("<breaking news>", None),
    ],
)
def test_breaks_follow_the_rules_of_the_standard(tag: str, cue: str | None) -> None:
    assert break_tag(tag) == cue


def test_a_break_in_a_plain_text_is_one_too() -> None:
    assert body('Rest. <break strength="strong" /> Go on. <break strength="none"/> So.') == (
        "Rest. [pause about 1.5s]\nGo on.\nSo."
    )


def test_what_a_voice_would_do_is_told_and_its_words_are_kept() -> None:
    source = (
        "<speak>\n<prosody rate='80%' pitch=low>One.</prosody>\n<emphasis>Two.</emphasis>\n"
        "<say-as interpret-as='telephone'>988</say-as>\n<voice name='Joanna'>Three.</voice>\n"
        "<amazon:effect name='whispered'>Four.</amazon:effect> <mark name='here'/>\n"
        "<metadata>By me</metadata><lexicon uri='x.pls'/><break time='long'/>\n</speak>"
    )
    assert body(source).split("<!--")[0].split() == ["One.", "Two.", "988", "Three.", "Four."]
    assert [each.split(":")[0] for each in changes(source)] == [
        "2 left out", "3 left out", "4 left out", "5 left out", "6 left out", "6 left out", "7 left out",
        "7 left out", "7 question",
    ]  # fmt: skip


def test_a_document_says_its_language() -> None:
    azure = '<speak xml:lang="en-US"><voice name="de-DE-KatjaNeural">Spüre deine Füße.</voice></speak>'
    assert read_document(azure.encode()).language == "de-DE"
    script = made('<?xml version="1.0"?>\n<speak version="1.1" xml:lang="fr-FR"><p>Respirez.</p></speak>').script
    assert parse(script, "x").exercise.front.language == "fr-FR"
    assert 'language: "en' not in made('<speak xml:lang="en-US">Rest.</speak>').script


def test_it_may_be_pasted_below_a_title_or_front_matter() -> None:
    speech = '<speak>\n<p><s>Rest.</s></p>\n<break time="2s"/>\n</speak>'
    source = f"---\ntier: 1\n---\n# Feet\n\n```xml\n{speech}\n```\n\n> a note\n"
    found = made(source)
    assert (found.title, body(source)) == ("Feet", "Rest. [pause 2s]\n\n> a note")
    assert "tier: 1" in found.script
    assert changes(source)[-1] == '9 pause: <break time="2s"/> → [pause 2s]'
    assert made("Evening rest\n\n<speak>Rest.</speak>").title == "Evening rest"


def test_a_fragment_stands_among_markdown() -> None:
    source = (
        "# Feet\n\n<p><s>Welcome.</s> <s>Sit.</s></p>\n\n## Hands\n\n- one\n- two\n\n"
        'Notice <prosody rate="slow">your\nhands</prosody>. (pause)\nRest.'
    )
    assert body(source) == "Welcome.\nSit.\n\n## Hands\n\n- one\n- two\n\nNotice your hands. [pause]\nRest."


def test_lines_above_it_are_read_as_those_of_any_text() -> None:
    found = made('# Rest\n\nBy Anna Lee\n\n<speak>REST NOW <break time="2s"/>, and <break time="1s"/>.</speak>')
    front = parse(found.script, "x").exercise.front
    assert (front.title, front.author) == ("Rest", "Anna Lee")
    assert found.script.endswith("\nREST NOW [pause 2s], and [pause 1s].\n")


@pytest.mark.parametrize(
    ("source", "spoken"),
    [
        ("<speak><p>One</s> two</p> three", "One two three"),
        ("<speak>Feet & hands < all > &nbsp;of &foo; them</speak> and on", "Feet & hands ‹ all > of &foo; them and on"),
        ("<speak><prosody rate=slow>One <emphasis>two</prosody> three</speak>", "One two three"),
        ("<speak><audio src='x.mp3'>One two</speak>", "One two"),
        ("<speak><![CDATA[One two]]> three</speak>", "One two three"),
        ("<speak>" + "<s>" * 3000 + "deep.", "deep."),
        ('<!DOCTYPE speak [<!ENTITY a "b">]><speak>One &a; two</speak>', "One &a; two"),
    ],
)
def test_broken_markup_is_read_whole(source: str, spoken: str) -> None:
    said = body(source)
    while "<!--" in said:
        before, _, after = said.partition("<!--")
        said = before + after.partition("-->")[2]
    assert " ".join(said.split()) == spoken


@pytest.mark.parametrize(
    "source",
    [
        "<html><body><p><s>Struck.</s></p></body></html>",
        "<p>This is <s>struck</s> out.</p>",
        "Old: <s>struck</s> new.",
        'Rest. <break time="2s"/> Go on.',
        "Hello <client name>, <voice lowers> rest.",
        "I <3 you. 2 < 3.",
    ],
)
def test_what_is_none_is_left_to_the_other_readers(source: str) -> None:
    assert not is_speech_markup(source)


@pytest.mark.parametrize(
    ("markup", "script"),
    [
        ("<speak><s>Eight</s><s>Nine</s></speak>", "Eight  \nNine"),
        ("<s>Eight</s><s>Nine</s>", "Eight  \nNine"),
        ("Your hands.<s>Eight.</s><s>Nine.</s>", "Your hands.\nEight.\nNine."),
        ("<speak><p>Two.</p><p>Three.</p></speak>", "Two.\n\nThree."),
        ("<speak>Two.<mark name='a'/>Three.</speak>", "Two.\nThree."),
        ("<speak><voice name='a'>Hello.</voice><voice name='b'>There.</voice></speak>", "Hello.\nThere."),
        ("<speak><w>Eight</w><w>nine</w>, ten.</speak>", "Eight nine, ten."),
        ("<speak>un<emphasis>believ</emphasis>able</speak>", "unbelievable"),
    ],
)
def test_words_of_different_elements_stay_apart_and_a_word_stays_whole(markup: str, script: str) -> None:
    assert body(markup) == script


def test_tags_of_a_web_page_in_a_text_part_words_as_they_do_there() -> None:
    assert body("Rest.<p>Two</p><p>Three</p> un<b>believ</b>able.<br>Four.") == "Rest.\nTwo Three unbelievable.\nFour."


TAGS = any_of(
    "<p>|</p>|<s>|</s>|<speak>|</speak>|<break/>|<break time='2s'/>|<break time='x'>|<prosody rate='slow'>|</prosody>|"
    "<sub alias='alias'>|</sub>|<phoneme ph='fone'>|</phoneme>|<audio src='a.mp3'>|</audio>|<audio/>|<mark name='m'/>|"
    "<amazon:effect name='w'>|</amazon:effect>|<desc>|</desc>|<h2>|</h2>|<br/>|<!-- c -->|<odd>|<client name>"
)
WORDS = any_of(" Sit. | and rest |(pause)|[softly]| &amp; |\n\n|\n|# Head\n|\n- item\n| 9 |<|&|```\n|**so**")


@settings(steady, max_examples=150)
@given(st.lists(st.one_of(TAGS, WORDS), max_size=25))
def test_no_word_of_any_speech_markup_is_lost(parts: list[str]) -> None:
    source = f"<emphasis>Begin.</emphasis>{''.join(parts)}"
    plain = re.sub(r"</?(?!odd|client)[a-z][^<>]*>", " ", source)
    assert_kept(plain.replace("&amp;", "&"), convert(ssml.read(source), "speech"))
