"""Voices as people have them, added and spoken with."""

import pytest

from added_material import joe, kokoro_model, kokoro_style, need_espeak
from feltsense.units import Wpm
from feltsense.voice.added.add import AddWishes, add_voices
from feltsense.voice.added.remove import remove_voice
from feltsense.voice.added.store import added_voice, change_of, voices_folder
from feltsense.voice.port import Utterance
from feltsense.voice.registry import open_voice


def test_a_voice_of_piper_is_added_and_speaks() -> None:
    need_espeak()
    (voice,) = add_voices([joe()], AddWishes(), lambda _: None).added
    assert (voice.full_name, voice.languages, voice.source) == ("piper:joe", ("en-US",), "en_US-joe-medium.onnx")
    assert change_of(voice) == ""
    assert voice.measures is not None
    assert -28 < voice.measures.lufs < -22
    opened = open_voice("piper:joe")
    assert opened.speak(Utterance("Rest here.", Wpm(130), "en-US")).spoken.length > 10_000
    opened.close()


@pytest.mark.slow
def test_voices_of_kokoro_share_a_model() -> None:
    need_espeak()
    steps: list[str] = []
    (voice,) = add_voices([kokoro_model(), kokoro_style("ff_siwis")], AddWishes(), steps.append).added
    assert voice == added_voice("kokoro:ff_siwis")
    assert steps[:3] == ["looking at the files", "ff_siwis: copying", "ff_siwis: speaking, to be measured"]
    assert voice.files["model"] == voices_folder() / "kokoro" / "model-6e742170.onnx"
    assert remove_voice("kokoro:ff_siwis") > 92_000_000
    assert not voice.files["model"].exists()
