import pytest

from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.port import Utterance
from feltsense.voice.system.request import text_for_system
from feltsense.voice.validate import validate_utterance


def said(text: str, **say: str) -> str:
    return text_for_system(validate_utterance(Utterance(text, Wpm(130), "en-US", tuple(say.items()))))


def test_many_digits_make_no_phrase_too_long() -> None:
    helplines = "0800 111 0 111 oder 0800 111 0 222, oder 116 123, oder 0800 33 40 533, oder 0800 546 54 65."
    called = f"Die TelefonSeelsorge ist da: {helplines}"
    assert len(text_for_system(validate_utterance(Utterance(called, Wpm(130), "de"))).split()) > 40


def test_words_stay_as_they_are() -> None:
    assert said("“Rest,” she said — and don’t hurry…") == "“Rest,” she said — and don’t hurry…"


def test_whole_words_are_replaced_in_any_case() -> None:
    assert said("Psoas, psoas; not psoasic.", psoas="so azz") == "so azz, so azz; not psoasic."
    assert said("ÄRGER geht.", ärger="er ger") == "er ger geht."


def test_the_longest_goes_first_and_nothing_is_replaced_twice() -> None:
    pairs = (("hip", "joint"), ("hip bone", "ilium"), ("joint", "hip"), ("a.b", "x"))
    text = text_for_system(validate_utterance(Utterance("hip bone, hip, joint, aXb, a.b", Wpm(130), "en-US", pairs)))
    assert text == "ilium, joint, hip, aXb, x"


def test_ipa_is_left_as_the_word() -> None:
    assert said("The psoas.", psoas="/sˈoʊæz/") == "The psoas."


def test_a_respelling_is_taken_as_it_is_written() -> None:
    assert said("The psoas.", psoas=r"so \1 azz") == "The so 1 azz."


def test_marks_and_pictures_are_not_read_out() -> None:
    assert said("*Rest* here ~ now | 🙂 then.") == "Rest here now then."


@pytest.mark.parametrize("respelled", ["", "[[x]]", "<b>x</b>", "🙂"])
def test_a_respelling_that_cannot_be_said_is_refused(respelled: str) -> None:
    with pytest.raises(VoiceError):
        said("Psoas.", psoas=respelled)


def test_numbers_to_call_are_said_digit_by_digit_in_the_language() -> None:
    assert said("Call 988, 24/7.") == "Call nine eight eight, twenty-four seven."
    assert said("Call 988.", **{"988": "the lifeline"}) == "Call the lifeline."
    german = validate_utterance(Utterance("Ruf 116 123 an, z. B. jetzt.", Wpm(130), "de-DE", ()))
    assert text_for_system(german) == "Ruf eins eins sechs, eins zwei drei an, zum Beispiel jetzt."
    polish = validate_utterance(Utterance("Zadzwoń 116 123.", Wpm(130), "pl-PL", ()))
    assert text_for_system(polish) == "Zadzwoń 116 123."
