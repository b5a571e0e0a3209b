from pathlib import Path

import hibari
import numpy as np
import pytest

from feltsense.units import Wpm
from feltsense.voice.heart import durations as heart_graph
from feltsense.voice.heart.engine import HeartEngine
from feltsense.voice.neural.session import open_onnx
from feltsense.voice.port import Utterance

MODEL = Path(hibari.__file__).parent / "assets" / "hibari.onnx"
PHRASE = Utterance("Notice the weight of your body, held by the chair.", Wpm(130), "en")


@pytest.fixture(scope="module")
def plain() -> hibari.Hibari:
    return hibari.Hibari()


def test_the_pinned_model_is_one_that_can_be_opened() -> None:
    opened = heart_graph.expose_durations(MODEL.read_bytes())
    assert opened is not None
    assert heart_graph.expose_durations(opened) is None, "what was opened is not opened again"


@pytest.mark.parametrize(
    "model",
    [b"", b"not a model", MODEL.read_bytes().replace(b"/Clip_output_0", b"/Clap_output_0")],
    ids=["empty", "no model", "other names"],
)
def test_a_model_that_is_not_known_is_left_alone(model: bytes) -> None:
    assert heart_graph.expose_durations(model) is None
    assert heart_graph.cut_out_durations(model) is None


def test_the_part_for_the_durations_gives_the_same_values(plain: hibari.Hibari) -> None:
    model = MODEL.read_bytes()
    part = heart_graph.cut_out_durations(model)
    assert part is not None
    assert len(part) < len(model) / 3
    opened = heart_graph.expose_durations(model)
    assert opened is not None
    whole, cut = open_onnx(opened), open_onnx(part)
    for text in ("Rest.", PHRASE.text, "Hear, if you like, what is far away; and then, in a while, what is near."):
        ids = np.asarray([plain.ids(plain.phonemize(text)[0])], np.int64)
        speed = np.full(ids.shape[1], 1.7, np.float32)
        (expected,) = whole.run([heart_graph.NATURAL_DURATIONS], {"ids": ids, "speed": speed})
        (found,) = cut.run([heart_graph.NATURAL_DURATIONS], {"ids": ids})
        assert np.abs(expected - found).max() < 1e-4  # sums are added in another order


@pytest.mark.parametrize("speed", [0.5, 0.65, 1.0])
def test_with_one_speed_the_opened_model_sounds_as_before(plain: hibari.Hibari, speed: float) -> None:
    opened = hibari.Hibari(model=heart_graph.expose_durations(MODEL.read_bytes()))
    ids = plain.ids(plain.phonemize(PHRASE.text)[0])
    given = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([speed], np.float32)}
    names = [output.name for output in plain.sess.get_outputs()]
    before = plain.sess.run(names, given)
    *after, natural, units = opened.sess.run([*names, heart_graph.NATURAL_DURATIONS, heart_graph.DURATIONS], given)
    assert all(np.array_equal(one, two) for one, two in zip(before, after, strict=True))
    assert np.array_equal(np.maximum(1, np.round(natural / np.float32(speed))), units)
    assert len(units) == len(ids)
    assert units.sum() * heart_graph.UNIT == len(plain(PHRASE.text, speed=speed, seed=0))


def test_a_model_that_cannot_be_opened_still_speaks_near_the_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("feltsense.voice.heart.durations.expose_durations", lambda _model: None)
    monkeypatch.setattr("feltsense.voice.heart.engine.expose_durations", lambda _model: None)
    speech = HeartEngine(MODEL.read_bytes()).speak(PHRASE)
    words = PHRASE.text.split()
    assert [word.text for word in speech.spoken.words] == words
    assert sum(word.length for word in speech.spoken.words) == speech.spoken.length
    assert len(words) * 60 / (speech.spoken.length / 44_100) == pytest.approx(130, rel=0.25)
