import pytest

from feltsense.errors import VoiceError
from feltsense.voice.system.protocol import EngineInfo, VoiceInfo
from feltsense.voice.system.selection import default_voice, spoken_languages, voice_for_language, voice_named


def voice(id_: str, name: str, *tags: str) -> VoiceInfo:
    return {"id": id_, "name": name, "languages": list(tags)}


def engine(*voices: VoiceInfo, default_voice: str = "") -> EngineInfo:
    return {"driver": "any", "espeak": "", "voice": default_voice, "voices": list(voices)}


APPLE = engine(
    voice("com.apple.speech.synthesis.voice.Albert", "Albert", "en_US"),
    voice("com.apple.eloquence.en-US.Eddy", "Eddy", "en_US"),
    voice("com.apple.voice.compact.de-DE.Anna", "Anna", "de_DE"),
    voice("com.apple.voice.compact.en-AU.Karen", "Karen", "en_AU"),
    voice("com.apple.voice.compact.en-GB.Daniel", "Daniel", "en_GB"),
    voice("com.apple.voice.compact.en-US.Nicky", "Nicky", "en_US"),
    voice("com.apple.voice.compact.en-US.Samantha", "Samantha", "en_US"),
    voice("com.apple.voice.compact.zh-CN.Tingting", "Tingting", "zh_CN"),
    voice("com.apple.voice.compact.zh-HK.Sinji", "Sinji", "zh_HK"),
    default_voice="com.apple.voice.compact.en-US.Samantha",
)
WINDOWS = engine(
    voice(r"HKEY_LOCAL_MACHINE\SOFTWARE\Tokens\TTS_MS_EN-GB_HAZEL_11.0", "Microsoft Hazel Desktop", "en-GB"),
    voice(r"HKEY_LOCAL_MACHINE\SOFTWARE\Tokens\TTS_MS_EN-US_ZIRA_11.0", "Microsoft Zira Desktop", "en-US"),
    voice(r"HKEY_LOCAL_MACHINE\SOFTWARE\Tokens\TTS_MS_PT-BR_MARIA_11.0", "Microsoft Maria Desktop", "pt-BR"),
)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en-US", "Samantha"), ("en", "Samantha"), ("EN_us", "Samantha"), ("en-AU", "Karen"), ("en-NZ", "Daniel"),
        ("en-GB", "Daniel"), ("de", "Anna"), ("de-CH", "Anna"), ("zh", "Tingting"), ("zh-Hans-CN", "Tingting"),
        ("cmn", "Tingting"), ("zh-Hant-HK", "Sinji"), ("zh-HK", "Sinji"), ("yue", "Sinji"),
    ],
)  # fmt: skip
def test_the_nearest_voice_speaks_the_machines_own_choice_first_and_no_novelty(language: str, name: str) -> None:
    assert voice_for_language(language, APPLE)["name"] == name


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Zira"), ("en-IN", "Hazel"), ("pt", "Maria"), ("pt-PT", "Maria")]
)
def test_a_voice_of_another_region_is_better_than_none(language: str, name: str) -> None:
    assert name in voice_for_language(language, WINDOWS)["name"]


def test_a_special_script_is_for_those_who_ask_for_it() -> None:
    shaw = engine(voice("gmw/en-shaw", "Shavian", "en-shaw"), voice("gmw/en-029", "Caribbean", "en-029"))
    assert voice_for_language("en-ZA", shaw)["name"] == "Caribbean"
    assert voice_for_language("en-Shaw", shaw)["name"] == "Shavian"


def test_another_language_that_begins_alike_is_another_language() -> None:
    only = engine(voice("x/hyw", "West Armenian", "hyw"), voice("x/none", "Nobody"))
    with pytest.raises(VoiceError) as caught:
        voice_for_language("hy", only)
    assert caught.value.hint == "It speaks hyw; see feltsense voices for all."


def test_an_engine_without_voices_says_so() -> None:
    for look in (voice_for_language, voice_named):
        with pytest.raises(VoiceError) as caught:
            look("en", engine())
        assert "no voices at all" in caught.value.hint


def test_the_engines_own_choice_is_the_usual_voice_where_there_is_one() -> None:
    assert default_voice(APPLE)["name"] == "Samantha"
    assert default_voice(WINDOWS) == WINDOWS["voices"][0]
    with pytest.raises(VoiceError, match="no voices"):
        default_voice(engine())


@pytest.mark.parametrize("wanted", ["samantha", "Samantha ", "com.apple.voice.compact.EN-us.Samantha"])
def test_a_voice_is_named_in_any_case(wanted: str) -> None:
    assert voice_named(wanted, APPLE)["name"] == "Samantha"


def test_a_novelty_can_be_named() -> None:
    assert voice_named("albert", APPLE)["name"] == "Albert"


def test_an_id_goes_before_a_name() -> None:
    both = engine(voice("a", "b"), voice("b", "c"))
    assert voice_named("b", both)["id"] == "b"


@pytest.mark.parametrize(("wanted", "nearest"), [("zira", "ZIRA_11.0 (Microsoft Zira Desktop)"), ("hazle", "HAZEL")])
def test_the_nearest_voice_is_told(wanted: str, nearest: str) -> None:
    with pytest.raises(VoiceError, match=f"«{wanted}»") as caught:
        voice_named(wanted, WINDOWS)
    assert nearest in caught.value.hint
    assert caught.value.hint.startswith("Did you mean system:")


def test_where_nothing_is_near_an_example_is_told() -> None:
    with pytest.raises(VoiceError) as caught:
        voice_named("qqq", APPLE)
    assert "for instance, system:com.apple" in caught.value.hint


def test_languages_are_written_as_everywhere() -> None:
    tags = engine(voice("1", "One", "zh_hant_tw", "en-us"), voice("2", "Two", "EN-us", "pt-br", "es-419"))["voices"]
    assert spoken_languages(tags) == ("en-US", "es-419", "pt-BR", "zh-Hant-TW")
