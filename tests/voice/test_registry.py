import sys
from pathlib import Path

import numpy as np
import pytest

from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice import registry
from feltsense.voice.port import Utterance
from feltsense.voice.registry import open_voice, voice_statuses
from feltsense.voice.synthesiser import Synthesiser
from kept_voices import keep_voice

THIRD = '''
"""A third engine, all of it."""

import numpy as np

from feltsense.voice.postprocess import postprocess
from feltsense.voice.port import VoiceStatus


class Hum:
    name = "hum"

    def __init__(self, pitch):
        self.pitch = pitch

    def identity(self, language):
        return {"engine": "hum", "pitch": str(self.pitch)}

    def loudness(self, pace):
        return None

    def speak(self, utterance):
        time = np.arange(2000 * len(utterance.text.split())) / 8000
        return postprocess(np.sin(6.28 * self.pitch * time).astype("f4"), 8000, None, utterance.text)

    def close(self):
        pass


def open_voice(variant="200"):
    return Hum(int(variant))


def statuses():
    return (VoiceStatus("hum", works=True, summary="hums", languages=("en",)),)
'''


def test_a_third_engine_is_one_module_and_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "third_engine.py").write_text(THIRD)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(registry.VOICES, "hum", "third_engine")
    phrase = Utterance("Hum with me.", Wpm(130), "en-US")
    with Synthesiser(open_voice("hum"), None) as usual, Synthesiser(open_voice("hum:300"), None) as higher:
        spoken = usual.speech(phrase)
        assert spoken.spoken == usual.measure(phrase)
        assert [word.text for word in spoken.spoken.words] == ["Hum", "with", "me."]
        assert not np.array_equal(spoken.samples, higher.speech(phrase).samples)
    assert voice_statuses()[-1].summary == "hums"
    monkeypatch.delitem(sys.modules, "third_engine")


@pytest.mark.parametrize(("name", "nearest"), [("haert", "heart"), ("sytem:German", "system"), ("Heart", "heart")])
def test_an_unknown_voice_names_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(VoiceError, match=name.partition(":")[0]) as caught:
        open_voice(name)
    assert caught.value.hint == f"Did you mean {nearest}?"


@pytest.mark.parametrize("name", ["", "qqq", ":German"])
def test_where_nothing_is_near_all_are_named(name: str) -> None:
    with pytest.raises(VoiceError) as caught:
        open_voice(name)
    assert caught.value.hint == "Voices are: heart, system."
    keep_voice("kokoro", "ff_siwis")
    with pytest.raises(VoiceError) as caught:
        open_voice(name)
    assert caught.value.hint == "Voices are: heart, system, kokoro:ff_siwis."


@pytest.mark.parametrize("name", ["ff_siwis", "siwis", "kokro:ff_siwis", "kokoro_ff_siwis", "Ff_Siwis", "koko:ff_siwi"])
def test_an_added_voice_is_found_by_a_part_of_its_name_or_nearly(name: str) -> None:
    keep_voice("kokoro", "ff_siwis")
    keep_voice("piper", "joe")
    with pytest.raises(VoiceError, match="There is no voice called") as caught:
        open_voice(name)
    assert caught.value.hint == "Did you mean kokoro:ff_siwis?"


def test_every_voice_tells_how_it_is() -> None:
    told = voice_statuses()
    assert [status.name for status in told] == ["heart", "system"]
    assert all(status.works or status.reason for status in told)


def test_a_voice_without_variants_refuses_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plain_engine.py").write_text(THIRD.replace('variant="200"', ""))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(registry.VOICES, "hum", "plain_engine")
    with pytest.raises(VoiceError, match="none called “loud”") as caught:
        open_voice("hum:loud")
    assert caught.value.hint == "Write hum alone."
    monkeypatch.delitem(sys.modules, "plain_engine")


def test_an_engine_without_a_voice_of_its_own_names_those_that_were_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fourth_engine.py").write_text(THIRD.replace('variant="200"', "variant"))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(registry.VOICES, "kokoro", "fourth_engine")
    with pytest.raises(VoiceError, match="kokoro alone is no voice") as caught:
        open_voice("kokoro")
    assert caught.value.hint == "Add it: feltsense voices add FILE…"
    keep_voice("kokoro", "ff_siwis")
    with pytest.raises(VoiceError) as caught:
        open_voice("kokoro")
    assert caught.value.hint == "There are: kokoro:ff_siwis. To add one: feltsense voices add FILE…"
    monkeypatch.delitem(sys.modules, "fourth_engine")


def test_an_added_voice_of_hearts_kind_is_told() -> None:
    keep_voice("heart", "emma", "en-GB")
    told = {status.name: status for status in voice_statuses()}
    assert told["heart:emma"].languages == ("en-GB",)


def test_a_voice_that_was_not_added_is_refused() -> None:
    with pytest.raises(VoiceError, match="no voice called “heart:loud”") as caught:
        open_voice("heart:loud")
    assert caught.value.hint == "Add it: feltsense voices add FILE…"
