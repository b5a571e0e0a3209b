import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.port import Utterance
from feltsense.voice.validate import MOST_CHARACTERS, MOST_WORDS, validate_utterance


def phrase(text: str, pace: int = 130, say: tuple[tuple[str, str], ...] = ()) -> Utterance:
    return Utterance(text, Wpm(pace), "en-US", say)


@pytest.mark.parametrize(
    ("given_text", "clean"),
    [
        ("Rest now.", "Rest now."),
        ("  Rest\n\tnow.  ", "Rest now."),
        ("cafe\u0301", "café"),
        ("Re\u200bst\ufeff \u202enow\x00.", "Rest now."),
        ("Rest \u200b now", "Rest now"),
        ("Rest\ud800 now", "Rest now"),
        ("Rest (softly) now", "Rest (softly) now"),
        ("3 < 5", "3 < 5"),
        ("1", "1"),
        ("息", "息"),
    ],
)
def test_text_is_cleaned(given_text: str, clean: str) -> None:
    assert validate_utterance(phrase(given_text)).text == clean


def test_pronunciations_are_cleaned_too() -> None:
    assert validate_utterance(phrase("Café.", say=(("cafe\u0301", "ka fay"),))).say == (("café", "ka fay"),)


@pytest.mark.parametrize("text", ["", "   ", "...", "…", "🙂", "\u200b", "—!?", "\x00"])
def test_nothing_to_say_is_refused(text: str) -> None:
    with pytest.raises(VoiceError, match="nothing to say") as caught:
        validate_utterance(phrase(text))
    assert caught.value.hint


@pytest.mark.parametrize(
    "text", ["Rest [pause 3s] now", "Rest [", "{name}", "<b>Rest</b>", '<break time="3s"/> rest', "<!-- x --> rest"]
)
def test_markup_is_refused_and_named(text: str) -> None:
    with pytest.raises(VoiceError, match="not for speaking"):
        validate_utterance(phrase(text))


def test_long_phrases_are_refused_and_those_at_the_limit_are_not() -> None:
    for text in (" ".join(["rest"] * MOST_WORDS), "a" * MOST_CHARACTERS):
        assert validate_utterance(phrase(text)).text == text
    for text in (" ".join(["rest"] * (MOST_WORDS + 1)), "a" * (MOST_CHARACTERS + 1)):
        with pytest.raises(VoiceError, match="too long"):
            validate_utterance(phrase(text))


@pytest.mark.parametrize("pace", [-1, 0, 59, 241, 10_000])
def test_a_pace_that_nobody_speaks_at_is_refused(pace: int) -> None:
    with pytest.raises(VoiceError, match="pace"):
        validate_utterance(phrase("Rest.", pace))


@given(st.text(max_size=600))
def test_any_text_is_cleaned_or_refused(text: str) -> None:
    try:
        clean = validate_utterance(phrase(text)).text
    except VoiceError:
        return
    assert unicodedata.is_normalized("NFC", clean)
    assert clean == validate_utterance(phrase(clean)).text
    assert any(letter.isalnum() for letter in clean)
    assert not any(unicodedata.category(letter).startswith("C") for letter in clean)
