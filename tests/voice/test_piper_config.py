import json
from pathlib import Path
from typing import Any

import pytest

from feltsense.errors import VoiceError
from feltsense.voice.neural.pace import Rhythm
from feltsense.voice.phonemes import PhonemePhrase
from feltsense.voice.piper.config import piper_config, read_piper_config
from feltsense.voice.piper.signs import piper_phrase, spell_for_piper
from tiny_piper import SIGNS, tiny_config

OLD = {
    "audio": {"sample_rate": 16000},
    "espeak": {"voice": "de"},
    "phoneme_id_map": {"_": [0], "^": [1], "$": [2], "a": [3], "ç": [4]},
}
"""An old file has no more than this."""


def test_an_old_file_lacks_most_keys() -> None:
    config = piper_config(OLD, "old.onnx.json")
    assert (config.rate, config.hop, config.language, config.espeak_voice) == (16000, 256, "de", "de")
    assert (config.noise, config.length, config.speakers, config.default_speaker) == (0.667, 1.0, None, 0)
    assert config.clusters == ()
    assert config.signs == {"a", "ç"}


def test_what_a_newer_file_says_is_taken() -> None:
    config = piper_config(
        tiny_config(
            hop_length=300,
            language={"code": "de_AT"},
            inference={"noise_scale": 0.3, "length_scale": 1.2},
            num_speakers=3,
            speaker_id_map={"thorsten": 2, "eva": 0},
            default_speaker_id=2,
            phoneme_type="espeak",
        ),
        "new.onnx.json",
    )
    assert (config.hop, config.language, config.noise, config.length) == (300, "de-AT", 0.3, 1.2)
    assert config.speakers == {"eva": 0, "1": 1, "thorsten": 2}, "by id; one without a name is called by its number"
    assert config.default_speaker == 2


@pytest.mark.parametrize(
    ("espeak", "tag"), [("en-us", "en-US"), ("en-gb-x-rp", "en-GB"), ("es-419", "es-419"), ("nl", "nl")]
)
def test_without_a_language_code_the_name_of_espeak_tells_it(espeak: str, tag: str) -> None:
    assert piper_config({**OLD, "espeak": {"voice": espeak}}, "x").language == tag


@pytest.mark.parametrize("kind", ["text", "pinyin", "hebrew", "japanese", "thai", "klingon"])
def test_other_ways_to_phonemes_are_refused_in_words(kind: str) -> None:
    with pytest.raises(VoiceError, match=r"not known here") as raised:
        piper_config(tiny_config(phoneme_type=kind), "x.onnx.json")
    assert "feltsense voices add" in raised.value.hint


@pytest.mark.parametrize(
    ("espeak", "language"),
    [("cmn", "Chinese"), ("zh-CN", "Chinese"), ("yue", "Chinese"), ("ja", "Japanese"), ("th", "Thai")],
)
def test_a_voice_of_a_language_whose_writing_is_not_read_is_refused_in_words(espeak: str, language: str) -> None:
    with pytest.raises(VoiceError, match=f"speaks {language}, and its writing is not read here") as raised:
        piper_config(tiny_config(espeak={"voice": espeak}), "x.onnx.json")
    assert "feltsense voices add" in raised.value.hint
    assert piper_config(tiny_config(espeak={"voice": "cmn-latn-pinyin"}), "x").espeak_voice == "cmn-latn-pinyin"


@pytest.mark.parametrize(
    "broken",
    [
        [],
        None,
        "text",
        {},
        {**OLD, "audio": {}},
        {**OLD, "audio": {"sample_rate": "fast"}},
        {**OLD, "phoneme_id_map": {"a": [3]}},
        {**OLD, "phoneme_id_map": {"_": [0], "^": [1], "$": ["two"]}},
        {**OLD, "espeak": {"voice": 7}},
        {**OLD, "inference": {"length_scale": 0}},
        {**OLD, "num_speakers": 2, "speaker_id_map": {"a": 9}},
    ],
)
def test_what_is_no_config_is_refused(broken: Any) -> None:
    with pytest.raises(VoiceError, match=r"is no config of a Piper voice"):
        piper_config(broken, "x.onnx.json")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b"PK\x03\x04"])
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.onnx.json"
    path.write_bytes(content)
    with pytest.raises(VoiceError):
        read_piper_config(path)


def test_a_config_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "x.onnx.json"
    path.write_text(json.dumps(tiny_config()), "utf-8")
    assert read_piper_config(path).rate == 22050
    with pytest.raises(VoiceError):
        read_piper_config(tmp_path / "missing.json")


def said(phonemes: str) -> PhonemePhrase:
    return PhonemePhrase(phonemes, (("word", 0, len(phonemes.rstrip("."))),))


def test_each_sign_is_followed_by_a_blank() -> None:
    config = piper_config(OLD, "x")
    phrase = piper_phrase(said("aç"), config, "piper:x")
    assert phrase.ids == [1, 0, 3, 0, 4, 0, 2]
    assert phrase.rhythm([1, 2, 3, 4, 5, 6, 7]) == Rhythm([1, 2], [3, 4, 5, 6], [7])
    assert phrase.by_phoneme([1, 2, 3, 4, 5, 6, 7]) == [3, 7, 11, 7]


def test_a_sign_may_have_several_ids_and_vowels_may_stand_together() -> None:
    ids = {"_": [0], "^": [1], "$": [2], "a": [3], "ɪ": [4], "aɪ": [5], "b": [6, 7], ".": [8]}
    config = piper_config({**OLD, "phoneme_id_map": ids, "vowel_clusters": [["a", "ɪ"], ["a", "ʊ"]]}, "x")
    assert config.clusters == ("aɪ",), "one that the model has no id for stays apart"
    phrase = piper_phrase(said("baɪa."), config, "piper:x")
    assert phrase.ids == [1, 0, 6, 7, 0, 5, 0, 3, 0, 8, 0, 2]
    frames = [1] * len(phrase.ids)
    assert phrase.by_phoneme(frames) == [2, 3, 2, 0, 2, 2, 1]
    assert phrase.rhythm(frames).tail == [1, 1, 1]


def test_a_sign_without_an_id_is_refused() -> None:
    with pytest.raises(VoiceError, match="no sound for «ʘ»"):
        piper_phrase(said("aʘ"), piper_config(OLD, "x"), "piper:x")


def test_accents_are_taken_off_their_letters_and_signs_replaced() -> None:
    plain = piper_config(OLD, "x")
    assert spell_for_piper(plain, "ɔ̃ç") == "ɔ\u0303c\u0327"
    replacing = piper_config({**OLD, "phoneme_map": {"c": ["k", "j"]}}, "x")
    assert spell_for_piper(replacing, "acb") == "akjb"


def test_the_signs_are_those_that_a_phoneme_can_be_written_with() -> None:
    assert piper_config(tiny_config(), "x").signs == set(SIGNS) - set("_^$")
