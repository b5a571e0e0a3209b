import pytest

from feltsense.errors import VoiceError
from feltsense.voice.heart.text import text_for_heart
from feltsense.voice.phonemes import align_words
from feltsense.voice.port import EngineWord

KNOWN = frozenset("abcdefhijklmnopstuvwzɹɡæəɪʊʌɛɔɑðθʃʒʧʤŋˈˌAIOWYɜ ")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Rest now.", "Rest now."),
        ("Shh, rest now.", "hush, rest now."),
        ("SHHHH.", "hush."),
        ("The ship is here.", "The ship is here."),
        ("Wind down.", "[Wind](/wˈInd/) down."),
        ("The wind blows.", "The wind blows."),
        ("It is easy to say no.", "It is easy to say [no](/nˈO/)."),
        ("No. 5 is near, and no one is there.", "number 5 is near, and no one is there."),
        ("...and rest... now", "and rest… now"),
        ("*Rest* and #1 <now>", "Rest and number 1 now"),
    ],
)
def test_its_traps_are_stepped_around(text: str, reading: str) -> None:
    assert text_for_heart(text, (), KNOWN) == reading


@pytest.mark.parametrize(
    ("say", "reading"),
    [
        ((("psoas", "so azz"),), "Psoases and the so azz's edge, so azz."),
        ((("PSOAS", "/sˈəʊæz/"),), "Psoases and the [psoas](/sˈOæz/)'s edge, [Psoas](/sˈOæz/)."),
        ((("edge", "psoas"), ("psoas", "edge")), "Psoases and the edge's psoas, edge."),
        ((("psoas's edge", "rim"), ("psoas", "muscle")), "Psoases and the rim, muscle."),
    ],
)
def test_pronunciations_are_for_whole_words_in_any_case_and_put_in_once(
    say: tuple[tuple[str, str], ...], reading: str
) -> None:
    assert text_for_heart("Psoases and the psoas's edge, Psoas.", say, KNOWN) == reading


def test_a_sign_without_a_word_is_refused() -> None:
    with pytest.raises(VoiceError, match="heart has no word for «∑»"):
        text_for_heart("The ∑ of it.", (), KNOWN)
    assert text_for_heart("It is 5° + 3 ¢ = warm.", (), KNOWN) == "It is 5° + 3 ¢ equals warm."


@pytest.mark.parametrize(
    ("text", "say", "reading"),
    [
        ("Feel the ∆ now.", (("∆", "delta"),), "Feel the delta now."),
        (
            "At № 5, 21 ℃ and ∞.",
            (("№", "no"), ("℃", "degrees"), ("∞", "for ever")),
            "At no 5, 21 degrees and for ever.",
        ),
        ("Feel the ∆ and ω now.", (("∆", "/dˈɛltə/"), ("ω", "/oʊ/")), "Feel the [∆](/dˈɛltə/) and [ω](/O/) now."),
        ("A ~ B", (("~", "or"),), "A or B"),
    ],
)
def test_a_sign_with_a_pronunciation_is_read_by_it(text: str, say: tuple[tuple[str, str], ...], reading: str) -> None:
    assert text_for_heart(text, say, KNOWN) == reading


def test_a_pronunciation_with_a_sign_that_has_no_word_is_refused() -> None:
    with pytest.raises(VoiceError, match="heart has no word for «∑»"):
        text_for_heart("The sum.", (("sum", "∑"),), KNOWN)


@pytest.mark.parametrize(
    ("text", "reading"),
    [("Breathe ⋯ and rest.", "Breathe, and rest."), ("∙ First, breathe.", "First, breathe."), ("Rest～", "Rest")],
)
def test_signs_of_print_are_passed_over(text: str, reading: str) -> None:
    assert text_for_heart(text, (), KNOWN) == reading


def test_a_scripts_own_pronunciation_goes_before_ours() -> None:
    assert text_for_heart("Shh.", (("shh", "quiet"),), KNOWN) == "quiet."


def test_a_number_with_a_pronunciation_of_its_own_is_not_read_otherwise() -> None:
    assert text_for_heart("Call 988 or 911.", (("988", "the lifeline"),), KNOWN) == "Call the lifeline or nine one one."


def test_signs_in_a_word_are_not_taken_for_a_pattern() -> None:
    assert text_for_heart("A.B. and AxBx", (("a.b", "see"),), KNOWN) == "see. and AxBx"


@pytest.mark.parametrize(
    ("ipa", "phonemes"),
    [("/daɪˈəfræm/", "dIˈəfɹæm"), ("/tʃeɪndʒ/", "ʧAnʤ"), ("/ɡoʊ.gɝl/", "ɡOɡɜɹl"), ("/'siː/", "ˈsi")],
)
def test_the_phonetic_alphabet_of_dictionaries_is_understood(ipa: str, phonemes: str) -> None:
    assert text_for_heart("Word.", (("word", ipa),), KNOWN) == f"[Word](/{phonemes}/)."


def test_a_sign_without_a_sound_is_named_with_its_word() -> None:
    with pytest.raises(VoiceError, match=r"«ʘ».*«Word»") as caught:
        text_for_heart("Word.", (("word", "/aʘ/"),), KNOWN)
    assert caught.value.hint


@pytest.mark.parametrize("letter", ["ж", "肩", "ω", "ש", "ا", "٣"])
def test_letters_that_it_cannot_read_are_named(letter: str) -> None:
    with pytest.raises(VoiceError, match=f"«{letter}»"):
        text_for_heart(f"Rest {letter} now", (), KNOWN)


@pytest.mark.parametrize("text", ["Café, naïve, Łódź.", "½ a minute", "20 °C", "“Rest” — she said…", "x² ª"])
def test_latin_letters_and_common_signs_are_read(text: str) -> None:
    assert text_for_heart(text, (), KNOWN)


def test_words_that_agree_take_their_own_times() -> None:
    heard = [EngineWord("rest", 0.1, 0.5), EngineWord("now.", 0.6, 1.0)]
    assert align_words(["Rest", "now"], heard) == [EngineWord("Rest", 0.1, 0.5), EngineWord("now", 0.6, 1.0)]


def test_one_written_word_takes_the_time_of_all_that_are_heard_for_it() -> None:
    heard = [EngineWord("At", 0, 1), EngineWord("ten", 1, 2), EngineWord("thirty", 2, 3), EngineWord("rest", 3, 4)]
    assert align_words(["At", "10:30", "rest"], heard)[1] == EngineWord("10:30", 1, 3)


def test_two_written_words_share_what_is_heard_as_one() -> None:
    words = align_words(["a", "wind", "down"], [EngineWord("a", 0, 1), EngineWord("winddown", 1.0, 3.0)])
    assert words[1:] == [EngineWord("wind", 1.0, 2.0), EngineWord("down", 2.0, 3.0)]


def test_a_written_word_that_is_not_heard_takes_no_time() -> None:
    words = align_words(["rest", "🙂", "now"], [EngineWord("rest", 0, 1), EngineWord("now", 2, 3)])
    assert words[1] == EngineWord("🙂", 1, 1)
