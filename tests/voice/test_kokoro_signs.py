import pytest

from feltsense.voice.kokoro.signs import SIGN_IDS, language_for_tag, spell_for_kokoro, tie_sounds


def test_it_has_114_signs_with_ids_of_their_own() -> None:
    assert len(SIGN_IDS) == len(set(SIGN_IDS.values())) == 114
    assert [SIGN_IDS[sign] for sign in (";", " ", "\u0303", "A", "ɡ", "ˈ", "ː", "ᵻ")] == [
        1,
        16,
        17,
        24,
        92,
        156,
        158,
        177,
    ]
    assert "g" not in SIGN_IDS


@pytest.mark.parametrize(
    ("ipa", "signs"),
    [
        ("t^ʃitːˈa", "ʧitːˈa"),
        ("ʃpˈa^ɪnən", "ʃpˈInən"),
        ("nˌɐ\u0303^ʊ\u0303", "nˌɐ\u0303ʊ\u0303"),
        ("a^ʊ d^z d^ʒ e^ɪ o^ʊ ə^ʊ s^s t^s ɔ^ɪ", "W ʣ ʤ A O Q S ʦ Y"),
        ("ɛ^ɹ pɔʁt-mɔnˈɛ", "ɛɹ pɔʁtmɔnˈɛ"),
    ],
)
def test_two_sounds_in_one_have_a_sign(ipa: str, signs: str) -> None:
    assert spell_for_kokoro(ipa) == signs


@pytest.mark.parametrize(
    ("ipa", "signs"),
    [("ˈt͡ʃaɪ", "ˈʧI"), ("'dʒo.ɡa", "ˈʤoɡa"), ("gass", "ɡass"), ("t͡sɔɪ", "ʦY"), ("a\u0303", "a\u0303")],
)
def test_pronunciations_of_dictionaries_go_through_the_same_table(ipa: str, signs: str) -> None:
    assert spell_for_kokoro(tie_sounds(ipa)) == signs


@pytest.mark.parametrize(
    ("tag", "found"),
    [("fr", "fr-FR"), ("en-GB", "en-GB"), ("en", "en-US"), ("en-AU", "en-US"), ("pt_BR", "pt-BR"), ("pt-PT", "pt-BR")],
)
def test_the_nearest_language_is_found(tag: str, found: str) -> None:
    language = language_for_tag(tag)
    assert language is not None
    assert language.tag == found


@pytest.mark.parametrize("tag", ["ja-JP", "zh-CN", "hi", "de", ""])
def test_some_languages_cannot_be_read(tag: str) -> None:
    assert language_for_tag(tag) is None
