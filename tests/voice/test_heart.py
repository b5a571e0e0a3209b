import hashlib
import importlib.metadata
import itertools
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hibari
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.errors import VoiceError
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.heart.voice import HeartVoice, open_voice, statuses
from feltsense.voice.port import Speech, Utterance, Voice
from feltsense.voice.validate import validate_utterance
from tests_support import need

pytestmark = pytest.mark.usefixtures("quick_start")

PHRASE = "Let your feet rest flat on the floor."

SPEAK = """
import hashlib, sys
import feltsense
from feltsense.voice.heart.voice import open_voice
from feltsense.voice.port import Utterance
voice = open_voice()
speech = voice.speak(Utterance(sys.argv[1], 130, "en-US"))
voice.close()
print(hashlib.sha256(speech.samples.tobytes()).hexdigest())
"""


SHARED = open_voice()


@pytest.fixture
def voice() -> Voice:
    return SHARED


def utterance(text: str, pace: int = 130, language: str = "en-US", say: tuple[tuple[str, str], ...] = ()) -> Utterance:
    return Utterance(text, Wpm(pace), language, say)


def digest(speech: Speech) -> str:
    return hashlib.sha256(speech.samples.tobytes()).hexdigest()


def run(text: str, *prefix: str, **environment: str) -> str:
    """Speak in a process of its own and return the digest of the samples."""
    command = [*prefix, sys.executable, "-W", "error", "-c", SPEAK, text]
    out = subprocess.run(
        command, env={**os.environ, **environment}, check=True, capture_output=True, text=True, timeout=60
    )
    assert out.stderr == ""
    return out.stdout.strip()


def test_a_phrase_is_spoken(voice: Voice) -> None:
    speech = voice.speak(utterance(PHRASE))
    assert speech.samples.dtype == np.float32
    assert speech.samples.shape == (speech.spoken.length,)
    assert 2 * SAMPLE_RATE < speech.spoken.length < 5 * SAMPLE_RATE
    assert 0.1 < speech.spoken.true_peak < 1.0


def test_every_written_word_has_its_time_in_order(voice: Voice) -> None:
    speech = voice.speak(utterance(PHRASE))
    words = speech.spoken.words
    assert [word.text for word in words] == PHRASE.split()
    assert words[0].start < SAMPLE_RATE / 5
    for one, two in itertools.pairwise(words):
        assert one.length > 0
        assert one.start + one.length <= two.start
    assert speech.spoken.length - (words[-1].start + words[-1].length) < SAMPLE_RATE / 3


def test_word_times_are_where_the_words_are(voice: Voice) -> None:
    """A comma makes a silence, and it must be heard between the words around it."""
    speech = voice.speak(utterance("Soften your belly, then your jaw.", 100))
    belly, then = speech.spoken.words[2:4]
    gap = speech.samples[belly.start + belly.length : then.start]
    assert len(gap) > SAMPLE_RATE / 20
    assert np.sqrt(np.mean(gap**2)) < 0.2 * np.sqrt(np.mean(speech.samples**2))


@pytest.mark.parametrize(
    ("text", "say"),
    [
        ("At 10:30 we rest for 20 minutes.", ()),
        ("Dr. Smith paid $5 for 3-4 breaths & a chair.", ()),
        ("“Rest,” she said — (softly) 🙂 and smiled.", ()),
        ("Release the psoas, then rest.", (("psoas", "so azz muscle"),)),
        ("Breathe in… two… three… four…", ()),
    ],
)
def test_words_that_are_heard_otherwise_keep_one_time_each(
    voice: Voice, text: str, say: tuple[tuple[str, str], ...]
) -> None:
    words = voice.speak(utterance(text, say=say)).spoken.words
    assert [word.text for word in words] == text.split()
    assert all(one.start + one.length <= two.start for one, two in itertools.pairwise(words))
    assert all(word.length > 0 for word in words if any(letter.isalnum() for letter in word.text))


def test_the_same_phrase_is_the_same_samples_in_every_process(voice: Voice) -> None:
    here = digest(voice.speak(utterance(PHRASE)))
    voice.speak(utterance("Something else in between."))
    assert digest(voice.speak(utterance(PHRASE))) == here
    assert digest(open_voice().speak(utterance(PHRASE))) == here
    assert run(PHRASE) == here


def test_four_threads_at_once_hear_what_one_hears() -> None:
    fresh = open_voice()
    phrases = [utterance(f"Take {count} slow breaths.") for count in range(2, 8)] * 2
    with ThreadPoolExecutor(4) as pool:
        together = [digest(speech) for speech in pool.map(fresh.speak, phrases)]
    assert together == [digest(fresh.speak(phrase)) for phrase in phrases]


def test_it_leaves_its_dictionaries_in_the_home_and_nothing_else_and_needs_no_network(
    tmp_path: Path, voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = digest(voice.speak(utterance(PHRASE)))
    home = tmp_path / "fresh"
    home.mkdir()
    monkeypatch.delenv("FELTSENSE_HOME")
    assert run(PHRASE, HOME=str(home), ORT_DISABLE_TELEMETRY="0") == here
    (kept,) = (path for path in home.rglob("*") if path.is_file())
    assert re.fullmatch(r"heart-\w+\.feltsense-cache", kept.name)
    before = sorted(home.rglob("*"))
    need("unshare")
    if subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let a user cut off the network of a process")
    assert run(PHRASE, shutil.which("unshare") or "", "-rn", HOME=str(home)) == here
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize("language", ["de-DE", "fr", "zh-Hans", "", "enx"])
def test_other_languages_are_refused_with_the_way_out(voice: Voice, language: str) -> None:
    with pytest.raises(VoiceError, match="heart speaks en, and this is in") as caught:
        voice.speak(utterance(PHRASE, language=language))
    assert "system" in caught.value.hint
    with pytest.raises(VoiceError, match="heart speaks en, and this is in"):
        voice.identity(language)


@pytest.mark.parametrize("language", ["en", "en-US", "EN_gb", "en-Latn-AU"])
def test_every_english_is_spoken(voice: Voice, language: str) -> None:
    assert digest(voice.speak(utterance("Rest.", language=language))) == digest(voice.speak(utterance("Rest.")))


@pytest.mark.parametrize(
    "text",
    ["", "…", "🙂", "[pause 3s]", "Отпустите плечи.", "Rest 肩 now.", "Ξεκουράσου.", "Rest ٣ now.", "rest " * 60],
)
def test_what_it_cannot_say_is_refused_before_the_engine(voice: Voice, text: str) -> None:
    with pytest.raises(VoiceError) as caught:
        voice.speak(utterance(text))
    assert caught.value.hint


@pytest.mark.parametrize("text", ["7" * 500, "1" + ",000" * 9, "0." + "7" * 300])
def test_digits_without_end_are_refused_and_not_spoken_for_minutes(voice: Voice, text: str) -> None:
    with pytest.raises(VoiceError, match="too long"):
        voice.speak(utterance(text))


@settings(max_examples=60)
@given(st.text("aeRX IV019.,:;-–—'’“”()/$£€%&+=@#°²½éß…", min_size=1, max_size=30))
def test_whatever_is_written_is_spoken_or_refused(text: str) -> None:
    said = utterance(text, pace=180)
    try:
        speech = SHARED.speak(said)
    except VoiceError:
        return
    assert [word.text for word in speech.spoken.words] == validate_utterance(said).text.split()
    assert speech.spoken.true_peak > 0


def test_marks_that_it_would_call_by_name_are_not_read(voice: Voice) -> None:
    plain = voice.speak(utterance("Rest here now."))
    assert digest(voice.speak(utterance("*Rest* _here_ `now`."))) == digest(plain)


def test_pronunciations_change_what_is_heard(voice: Voice) -> None:
    plain = voice.speak(utterance("Feel your ilium now."))
    for spoken in ("/ˈɪliəm/", "illy um", "/ˈaɪliəm/"):
        said = voice.speak(utterance("Feel your Ilium now.", say=(("ilium", spoken),)))
        assert [word.text for word in said.spoken.words] == ["Feel", "your", "Ilium", "now."]
        if spoken != "/ˈɪliəm/":
            assert digest(said) != digest(plain)


def test_a_phoneme_that_it_lacks_is_named(voice: Voice) -> None:
    with pytest.raises(VoiceError, match="«ʘ»"):
        voice.speak(utterance("Feel your ilium.", say=(("ilium", "/ʘlium/"),)))


def test_identity_holds_what_changes_the_sound_and_does_not_load_the_engine() -> None:
    probe = (
        "import sys; from feltsense.voice.heart.voice import open_voice, statuses; v = open_voice(); s = statuses();"
        "i = v.identity('en-US'); print(i['hibari-tts'], len(i['model']), s[0].works,"
        " any(name in sys.modules for name in ('hibari', 'onnxruntime')))"
    )
    out = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True).stdout.split()
    assert out == [importlib.metadata.version("hibari-tts"), "64", "True", "False"]


def test_identity_tells_another_model_apart(tmp_path: Path) -> None:
    model = tmp_path / "other.onnx"
    model.write_bytes(b"another model")
    ours, other = open_voice().identity("en"), HeartVoice(model).identity("en")
    assert {name for name in ours if ours[name] != other[name]} == {"model"}


def test_status_tells_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert statuses()[0].works
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    (missing,) = statuses()
    assert not missing.works
    assert "hibari" in missing.reason
    assert "pip install" in missing.reason
    with pytest.raises(VoiceError, match="hibari"):
        open_voice()


def test_it_speaks_again_after_it_was_closed_twice() -> None:
    opened = open_voice()
    before = digest(opened.speak(utterance("Rest.")))
    opened.close()
    opened.close()
    assert digest(opened.speak(utterance("Rest."))) == before


def test_its_natural_pace_is_told_without_speaking() -> None:
    voice = HeartVoice(Path(hibari.__file__).parent / "assets" / "hibari.onnx")
    phrase, words = Utterance("Let both of your feet rest on the floor.", Wpm(130), "en"), 9
    natural_s, pace = voice.natural_seconds(phrase), voice.pace_model
    edge_s = pace.edge_s - pace.edge_s_per_stretch
    expected_s = pace.stretch(natural_s, words, 130) * (natural_s + pace.edge_s_per_stretch) + edge_s
    assert 200 < 60 * words / natural_s < 300
    assert voice.speak(phrase).spoken.length / SAMPLE_RATE == pytest.approx(expected_s, rel=0.05)
    voice.close()
