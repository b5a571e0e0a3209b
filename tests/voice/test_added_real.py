"""Voices as people have them, added and spoken with."""

from pathlib import Path

import pytest

from added_material import joe, kokoro_model, kokoro_style, need_espeak
from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.added.add import AddWishes, add_voices
from feltsense.voice.added.remove import remove_voice
from feltsense.voice.added.store import added_voice, added_voices, change_of, voices_folder
from feltsense.voice.port import Utterance
from feltsense.voice.registry import open_voice
from kept_voices import Watching
from voice_files import kokoro_onnx, piper_pair, style


def test_a_voice_of_piper_is_added_and_speaks() -> None:
    need_espeak()
    (voice,) = add_voices([joe()], AddWishes(), Watching()).added
    assert (voice.full_name, voice.languages, voice.source) == ("piper:joe", ("en-US",), "en_US-joe-medium.onnx")
    assert change_of(voice) == ""
    assert voice.measures is not None
    assert -28 < voice.measures.lufs < -22
    opened = open_voice("piper:joe")
    assert opened.speak(Utterance("Rest here.", Wpm(130), "en-US")).spoken.length > 10_000
    opened.close()


def test_a_model_that_no_engine_can_use_is_not_added(tmp_path: Path) -> None:
    need_espeak()
    pair = piper_pair(tmp_path)
    (tmp_path / "kokoro.onnx").write_bytes(kokoro_onnx())
    (tmp_path / "ef_dora.bin").write_bytes(style())
    for files in ([pair], [tmp_path / "kokoro.onnx", tmp_path / "ef_dora.bin"]):
        with pytest.raises(VoiceError, match="not added") as caught:
            add_voices(files, AddWishes(), Watching())
        assert caught.value.hint
    assert not added_voices()


@pytest.mark.slow
def test_voices_of_kokoro_share_a_model() -> None:
    need_espeak()
    watch = Watching()
    (voice,) = add_voices([kokoro_model(), kokoro_style("ff_siwis")], AddWishes(), watch).added
    assert voice == added_voice("kokoro:ff_siwis")
    assert [each.sentence for each in watch.steps[3:]] == list(range(1, 25))
    assert all((each.voice, each.sentences) == ("ff_siwis", 24) for each in watch.steps[3:])
    assert voice.files["model"] == voices_folder() / "kokoro" / "model-6e742170.onnx"
    assert remove_voice("kokoro:ff_siwis") > 92_000_000
    assert not voice.files["model"].exists()
