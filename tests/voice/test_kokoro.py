"""Kokoro's voices with the real model; each phrase takes seconds, so there are few, and short ones."""

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from added_material import kokoro_model, kokoro_style, need_espeak
from feltsense.errors import VoiceError
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.added.model import AddedVoice, VoiceMeasures
from feltsense.voice.heart.english import EnglishPhonemes
from feltsense.voice.heart.text import EnglishReader
from feltsense.voice.kokoro import voice as kokoro_voice
from feltsense.voice.kokoro.engine import MOST_SIGNS, read_style
from feltsense.voice.kokoro.model import KOKORO_RATE, UNIT, KokoroModel, shared_model
from feltsense.voice.kokoro.signs import SIGN_IDS
from feltsense.voice.kokoro.voice import KokoroVoice
from feltsense.voice.neural.protobuf import protobuf_field
from feltsense.voice.neural.session import open_onnx
from feltsense.voice.port import Speech, Utterance, VoiceStatus

TAGS = {"a": "en-US", "b": "en-GB", "e": "es-ES", "f": "fr-FR", "i": "it-IT", "p": "pt-BR", "j": "ja-JP"}
FRENCH = "Remarquez la chaise."


def added(name: str, model: Path, style: Path) -> AddedVoice:
    files = {"model": model, "style": style}
    hashes = dict.fromkeys(files, "0" * 64)
    return AddedVoice("kokoro", name, (TAGS[name[0]],), files, hashes, "", "", VoiceMeasures(-20.0, 0.08, 205.0))


@pytest.fixture(scope="module")
def voice() -> Callable[[str], KokoroVoice]:
    need_espeak()
    return cache(lambda name: KokoroVoice(added(name, kokoro_model(), kokoro_style(name))))


@pytest.fixture(scope="module")
def french(voice: Callable[[str], KokoroVoice]) -> Speech:
    return voice("ff_siwis").speak(Utterance(FRENCH, Wpm(130), "fr"))


def nowhere(name: str) -> KokoroVoice:
    """A voice whose files are not there: nothing is loaded."""
    return KokoroVoice(added(name, Path("model.onnx"), Path("style.bin")))


def digest(speech: Speech) -> str:
    return hashlib.sha256(speech.samples.tobytes()).hexdigest()


def test_it_speaks_each_word_in_turn(french: Speech) -> None:
    words = french.spoken.words
    assert [word.text for word in words] == FRENCH.split()
    ends = [word.start + word.length for word in words]
    assert all(end <= later.start for end, later in zip(ends, words[1:], strict=False))
    assert 0.7 < french.spoken.length / SAMPLE_RATE < 2.5


def test_bits_repeat_between_threads_and_engines(voice: Callable[[str], KokoroVoice], french: Speech) -> None:
    phrase = Utterance(FRENCH, Wpm(130), "fr-CA")
    with ThreadPoolExecutor(2) as pool:
        spoken = list(pool.map(voice("ff_siwis").speak, [phrase, phrase]))
    assert {digest(one) for one in spoken} == {digest(french)}
    fresh = nowhere("ff_siwis")
    fresh._added = added("ff_siwis", kokoro_model().resolve(), kokoro_style("ff_siwis"))
    assert digest(fresh.speak(phrase)) == digest(french)
    fresh.close()
    fresh.close()


def test_no_vowel_sounds_before_the_first_word(voice: Callable[[str], KokoroVoice]) -> None:
    style = read_style(kokoro_style("af_heart"))
    said = EnglishPhonemes(EnglishReader("x")).phrase(Utterance("Notice this.", Wpm(110), "en"), SIGN_IDS)
    ids = [0, *(SIGN_IDS[sign] for sign in said.phonemes), 0]
    row = style[len(ids) - 3 : len(ids) - 2]
    model = shared_model(kokoro_model())
    reading = model.read(ids, row)
    natural = reading.natural_units
    slow = [1.0, *[0.5] * (len(ids) - 2), 1.0]
    samples, units = model.speak(reading, np.array(slow, np.float32))
    assert len(samples) == sum(units) * UNIT
    assert units[0] == max(1, round(natural[0]))
    silent = samples[: int(units[0]) * UNIT - KOKORO_RATE // 10]  # a first sound begins up to 0.1 s before its sign
    assert np.abs(silent).max() < 10 ** (-60 / 20)
    speech = voice("af_heart").speak(Utterance("Notice this.", Wpm(110), "en-US"))
    assert np.abs(speech.samples[: SAMPLE_RATE // 50]).max() < 10 ** (-30 / 20)
    assert speech.spoken.words[0].start < 0.15 * SAMPLE_RATE


def test_with_one_speed_it_sounds_as_it_came() -> None:
    path, row = kokoro_model(), read_style(kokoro_style("af_heart"))[4:5]
    ids = [0, *(SIGN_IDS[sign] for sign in "hˈI."), 0]
    given = {"tokens": np.array([ids]), "style": row, "speed": np.full(1, 0.8, np.float32)}
    (expected,) = open_onnx(path.read_bytes()).run(None, given)
    model = shared_model(path)
    reading = model.read(ids, row)
    for speeds in (np.full(1, 0.8, np.float32), np.full(len(ids), 0.8, np.float32)):
        samples, units = model.speak(reading, speeds)
        assert np.array_equal(samples, expected)
        assert units == [max(1, round(one / 0.8)) for one in reading.natural_units]


def test_letters_that_it_cannot_read_are_named(voice: Callable[[str], KokoroVoice]) -> None:
    with pytest.raises(VoiceError, match=r"kokoro:ff_siwis cannot read «ж»"):
        voice("ff_siwis").speak(Utterance("Bonjour жить", Wpm(130), "fr"))
    with pytest.raises(VoiceError, match="kokoro:af_heart reads English only"):
        voice("af_heart").speak(Utterance("Rest 肩", Wpm(130), "en"))
    with pytest.raises(VoiceError, match=r"«ʘ»"):
        voice("ff_siwis").speak(Utterance("Le psoas", Wpm(130), "fr", (("psoas", "/ʘ/"),)))


@pytest.mark.parametrize("text", ["", "…", "🙂"])
def test_nothing_to_say_is_told(text: str) -> None:
    with pytest.raises(VoiceError, match="nothing to say"):
        nowhere("ff_siwis").speak(Utterance(text, Wpm(130), "fr"))


def test_what_is_too_long_is_refused(voice: Callable[[str], KokoroVoice]) -> None:
    text = " ".join(["extraordinairement"] * 20)
    with pytest.raises(VoiceError, match="too long for the voice kokoro:ff_siwis"):
        voice("ff_siwis").speak(Utterance(text, Wpm(130), "fr"))
    assert MOST_SIGNS < 510


@pytest.mark.parametrize(("name", "pace"), [("af_heart", 109), ("ff_siwis", 124)])
def test_a_pace_below_its_floor_is_refused(name: str, pace: int) -> None:
    with pytest.raises(VoiceError, match=f"and {pace} is asked for") as caught:
        nowhere(name).speak(Utterance("a", Wpm(pace), TAGS[name[0]]))
    assert f"pace: {pace + 1}" in caught.value.hint


def test_another_language_is_refused_and_those_that_fit_are_named() -> None:
    for ask in (
        lambda: nowhere("ff_siwis").identity("de"),
        lambda: nowhere("ff_siwis").speak(Utterance("a", Wpm(130), "de")),
    ):
        with pytest.raises(VoiceError, match=r"kokoro:ff_siwis speaks fr-FR, and this is in de\.") as caught:
            ask()
        assert "system" in caught.value.hint


def test_a_language_without_a_reader_is_refused() -> None:
    with pytest.raises(VoiceError, match="ja-JP, which cannot be read"):
        nowhere("jf_alpha")


def test_its_identity_tells_files_and_readers() -> None:
    need_espeak()
    french, english, british = (
        nowhere(name).identity(tag) for name, tag in (("ff_siwis", "fr"), ("af_a", "en"), ("bf_b", "en-GB"))
    )
    assert {"model", "style", "dictionary", "phonemes", "signs", "pace", "post", "onnxruntime", "machine"} <= set(
        french
    )
    assert english["english"] != british["english"]
    assert nowhere("ff_siwis").name == "kokoro:ff_siwis"


def test_its_loudness_is_the_measured_one() -> None:
    voice = nowhere("ff_siwis")
    assert voice.loudness(Wpm(130)) == -20.0
    voice._added = replace(voice._added, measures=None)
    assert voice.loudness(Wpm(130)) is None


def test_a_file_that_is_something_else_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_bytes(b"no model")
    with pytest.raises(VoiceError, match="not a Kokoro model"):
        KokoroModel(wrong)
    with pytest.raises(VoiceError, match="no voice of Kokoro"):
        read_style(wrong)
    wrong.write_bytes(b"\xff" * 522_240)
    with pytest.raises(VoiceError, match="numbers are broken"):
        read_style(wrong)
    with pytest.raises(VoiceError, match="cannot be read"):
        read_style(tmp_path / "nothing")


def test_where_espeak_is_missing_the_status_tells_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kokoro_voice, "has_espeak_ng", lambda: False)
    names = ("ff_siwis", "af_heart", "jf_alpha")
    there = [VoiceStatus(f"kokoro:{name}", works=True, summary="", languages=(TAGS[name[0]],)) for name in names]
    monkeypatch.setattr(kokoro_voice, "added_statuses", lambda _engine, _summary: there)
    french, english, japanese = kokoro_voice.statuses()
    assert "pip install 'feltsense[espeak]'" in french.reason
    assert english.works
    assert not french.works
    assert not japanese.works


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        (
            "af_heart",
            (
                "Let the back of your head be heavy on the pillow.",
                "Notice whether anything has changed since you began.",
            ),
        ),
        (
            "ef_dora",
            (
                "Observa si algo ha cambiado desde que empezaste.",
                "Deja que la cabeza descanse con todo su peso en la almohada.",
            ),
        ),
        (
            "ff_siwis",
            (
                "Observez si quelque chose a changé depuis le début.",
                "Laissez votre tête reposer de tout son poids sur l'oreiller.",
            ),
        ),
        (
            "if_sara",
            (
                "Osserva se qualcosa è cambiato da quando hai iniziato.",
                "Lascia che la testa riposi con tutto il peso sul cuscino.",
            ),
        ),
        (
            "pf_dora",
            (
                "Observe se alguma coisa mudou desde que você começou.",
                "Deixe a cabeça descansar com todo o peso no travesseiro.",
            ),
        ),
    ],
)
def test_the_asked_pace_is_met(voice: Callable[[str], KokoroVoice], name: str, sentences: tuple[str, ...]) -> None:
    spoken = [voice(name).speak(Utterance(sentence, Wpm(140), TAGS[name[0]])) for sentence in sentences]
    paces = [
        len(sentence.split()) * 60 * SAMPLE_RATE / speech.spoken.length
        for sentence, speech in zip(sentences, spoken, strict=True)
    ]
    assert sum(paces) / len(paces) == pytest.approx(140, rel=0.1)


def test_a_model_that_is_damaged_within_is_told(tmp_path: Path) -> None:
    parts = ["/encoder/predictor/ReduceSum_output_0", "/encoder/Clip_output_0"]
    node = b"".join(protobuf_field(2, part.encode()) for part in parts)
    one = protobuf_field(2, protobuf_field(1, b"\x08\x01"))
    speed = protobuf_field(1, b"speed") + protobuf_field(2, protobuf_field(1, b"\x08\x01" + one))
    path = tmp_path / "model.onnx"
    path.write_bytes(b"\x08\x08" + protobuf_field(7, protobuf_field(1, node + b"\x80") + protobuf_field(11, speed)))
    with pytest.raises(VoiceError, match="not a Kokoro model whose durations can be set"):
        KokoroModel(path)
