from pathlib import Path

import pytest

from added_material import joe, kokoro_model, kokoro_style
from feltsense.errors import VoiceError
from feltsense.voice.added.plan import VoicePlan, plan_voices
from voice_files import archive, kokoro_onnx, piper_config_file, piper_onnx, piper_pair, style


def the_one(*paths: Path) -> VoicePlan:
    (plan,) = plan_voices(paths).voices
    return plan


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("given", ["onnx", "onnx.json"])
def test_one_half_of_a_piper_voice_finds_the_other_beside_it(tmp_path: Path, given: str) -> None:
    piper_pair(tmp_path)
    plan = the_one(tmp_path / f"de_DE-thorsten-medium.{given}")
    assert (plan.engine, plan.languages, plan.licence) == ("piper", ("de-DE",), "not told")
    assert plan.names == ("thorsten", "thorsten-medium", "de_DE-thorsten-medium")
    assert plan.source == "de_DE-thorsten-medium.onnx"
    assert sorted(plan.files) == ["config", "model"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("pt_PT-tugão-medium", "tugão"),
        ("de_DE-thorsten_emotional-x_low", "thorsten_emotional"),
        ("My Voice (1)", "My-Voice"),
        ("en_US-joe-medium (2)", "joe"),
        ("v1.0", "v1.0"),
        ("..", "voice"),
    ],
)
def test_names_come_from_files(tmp_path: Path, file: str, name: str) -> None:
    assert the_one(piper_pair(tmp_path, file)).names[0] == name


@pytest.mark.parametrize(
    ("card", "licence"),
    [
        ("# Model card for thorsten\n* License: CC0\n", "CC0 (its data, says its model card)"),
        ("thorsten\nLicence:   MIT", "MIT (its data, says its model card)"),
        ("thorsten", "not told"),
        ("# Model card for another\n* License: CC0\n", "not told"),
    ],
)
def test_the_licence_is_what_the_card_beside_it_tells(tmp_path: Path, card: str, licence: str) -> None:
    (tmp_path / "MODEL_CARD").write_text(card)
    assert the_one(piper_pair(tmp_path)).licence == licence


def test_two_halves_of_different_voices_are_no_voice(tmp_path: Path) -> None:
    model = written(tmp_path / "de_DE-thorsten-medium.onnx", piper_onnx())
    config = piper_config_file(tmp_path / "fr_FR-siwis-medium.onnx.json")
    with pytest.raises(VoiceError, match=r"model of .*siwis.* is missing\. .*thorsten.* is another voice's") as caught:
        plan_voices([model, config])
    assert caught.value.hint == "Give fr_FR-siwis-medium.onnx too, of the same voice."
    with pytest.raises(VoiceError, match="is missing"):
        plan_voices([model])


def test_a_config_of_several_speakers_is_not_that_of_a_model_of_one(tmp_path: Path) -> None:
    model = written(tmp_path / "a.onnx", piper_onnx())
    piper_config_file(tmp_path / "a.onnx.json", num_speakers=2)
    with pytest.raises(VoiceError, match="belong to different voices"):
        plan_voices([model])
    model.write_bytes(piper_onnx("sid"))
    assert the_one(model).speakers == ("0", "1")


def test_phonemes_of_other_kinds_are_refused(tmp_path: Path) -> None:
    model = written(tmp_path / "a.onnx", piper_onnx())
    piper_config_file(tmp_path / "a.onnx.json", phoneme_type="pinyin")
    with pytest.raises(VoiceError, match="pinyin"):
        plan_voices([model])


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("af_heart", "en-US"),
        ("bm_fable", "en-GB"),
        ("ef_dora", "es-ES"),
        ("ff_siwis (1)", "fr-FR"),
        ("pf_dora", "pt-BR"),
    ],
)
def test_a_kokoro_voice_tells_its_language_by_its_name(tmp_path: Path, name: str, language: str) -> None:
    model = written(tmp_path / "kokoro.onnx", kokoro_onnx())
    plan = the_one(model, written(tmp_path / f"{name}.bin", style()))
    assert (plan.languages, plan.licence, sorted(plan.files)) == ((language,), "Apache-2.0", ["model", "style"])


def test_a_name_of_ones_own_tells_no_language(tmp_path: Path) -> None:
    assert the_one(written(tmp_path / "mine.bin", style())).languages == ()


def test_languages_whose_phonemes_are_not_made_here_are_refused(tmp_path: Path) -> None:
    japanese = written(tmp_path / "jf_alpha.bin", style())
    with pytest.raises(VoiceError, match="jf_alpha speaks Japanese") as caught:
        plan_voices([japanese])
    assert "can be added" in caught.value.hint
    many = plan_voices([japanese, written(tmp_path / "ef_dora.bin", style())])
    assert [plan.names for plan in many.voices] == [("ef_dora",)]
    assert many.passed_over == ("jf_alpha speaks Japanese, which feltsense cannot turn into Kokoro's phonemes yet.",)


def test_a_model_of_kokoro_alone_is_no_voice(tmp_path: Path) -> None:
    model = written(tmp_path / "kokoro.onnx", kokoro_onnx())
    with pytest.raises(VoiceError, match="no voice of it was given"):
        plan_voices([model])
    with pytest.raises(VoiceError, match="several models of Kokoro"):
        plan_voices([model, written(tmp_path / "other.onnx", kokoro_onnx(1)), written(tmp_path / "ef_a.bin", style())])


def test_two_models_of_one_name_are_not_mixed_up(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        piper_pair(tmp_path / folder, "model")
    with pytest.raises(VoiceError, match="several models called model"):
        plan_voices([tmp_path])


def test_a_card_alone_is_no_voice(tmp_path: Path) -> None:
    card = written(tmp_path / "MODEL_CARD", b"License: CC0")
    with pytest.raises(VoiceError, match="no voice in these files"):
        plan_voices([card])


def test_what_came_in_an_archive_belongs_together(tmp_path: Path) -> None:
    piper_pair(tmp_path)
    config = (tmp_path / "de_DE-thorsten-medium.onnx.json").read_bytes()
    wheel = archive(
        tmp_path / "voice-1.0.whl",
        x__onnx=piper_onnx(),
        x__onnx__json=config,
        MODEL_CARD=b"License: CC0",
        LICENSE=b"GPL",
    )
    plan = the_one(wheel)
    assert (plan.source, plan.licence) == ("voice-1.0.whl: x.onnx", "CC0 (its data, says its model card)")
    assert [text.name for text in plan.texts] == ["MODEL_CARD", "LICENSE"]


def test_the_same_file_named_twice_is_one(tmp_path: Path) -> None:
    model = piper_pair(tmp_path)
    assert len(plan_voices([model, model]).voices) == 1


def test_real_files() -> None:
    plan = the_one(joe())
    assert (plan.names[0], plan.languages) == ("joe", ("en-US",))
    assert plan_voices([kokoro_model(), kokoro_style("if_sara")]).voices[0].languages == ("it-IT",)
