"""The voice `system` with this machine's own engine, eSpeak NG. What engines do wrong is in test_system_faults.py."""

import itertools
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from processes import children, runs

from feltsense.errors import VoiceError
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.port import Utterance
from feltsense.voice.system.voice import SystemVoice, open_voice, statuses
from tests_support import need, need_module

PHRASE = "Let your feet rest flat on the floor."

SENTENCES = """\
Soften the muscles around your eyes as far as they want to.
Notice how the air feels cooler on its way in.
Maybe a memory comes by, and you can let it pass.
Look for a colour in this room that you are fond of.
You do not have to like what you find in there.
Some evenings are longer than others, and this may be one.
Lean back until something behind you takes a bit of weight.
Roll your shoulders twice, slowly, and let them find their place.
A little kindness towards yourself is enough for this moment.
Hear the nearest sound first, and after it the next one.
Let your hands be as warm or as cool as they are.
Whenever your thoughts wander off, come back to your feet again.""".splitlines()
"""Of the kind that the pace was calibrated with, but others."""


@pytest.fixture(scope="module")
def voice() -> Iterator[SystemVoice]:
    need("espeak-ng")
    opened = SystemVoice()
    yield opened
    opened.close()


def utterance(text: str, pace: int = 160, language: str = "en-US", say: tuple[tuple[str, str], ...] = ()) -> Utterance:
    return Utterance(text, Wpm(pace), language, say)


def alike(one: NDArray[np.float32], two: NDArray[np.float32]) -> float:
    """Return how alike two pieces of speech are in their loudness over time; espeak's noise is never the same."""
    shapes = []
    for samples in (one, two):
        steps = samples[: min(len(one), len(two)) // 441 * 441].reshape(-1, 441)
        shape = np.sqrt(np.mean(steps * steps, axis=1))
        shapes.append(shape - shape.mean())
    return float(np.corrcoef(*shapes)[0, 1])


def test_a_phrase_is_spoken_with_a_time_for_every_word(voice: SystemVoice) -> None:
    speech = voice.speak(utterance(PHRASE))
    assert speech.samples.dtype == np.float32
    assert speech.samples.shape == (speech.spoken.length,)
    assert SAMPLE_RATE < speech.spoken.length < 5 * SAMPLE_RATE
    assert 0.05 < speech.spoken.true_peak < 1.5
    assert [word.text for word in speech.spoken.words] == PHRASE.split()


def test_a_hundred_phrases_in_a_row_each_give_their_own_sound(voice: SystemVoice) -> None:
    words = ["Hand", "Foot", "Breath", "Shoulder", "Eye"]
    phrases = [utterance(f"{word} {number}.") for number in range(20) for word in words]
    first = [voice.speak(phrase).samples for phrase in phrases]
    again = [voice.speak(phrase).samples for phrase in reversed(phrases)][::-1]
    for one, two in itertools.pairwise(first):
        assert len(one) != len(two) or not np.array_equal(one, two)
    for here, own in enumerate(first):
        others = (again[there] for there in (here - 1, here + 1) if 0 <= there < len(again))
        assert all(alike(own, again[here]) > alike(own, other) for other in others), phrases[here].text


def test_the_pace_is_the_one_asked_for(voice: SystemVoice) -> None:
    for pace in (70, 100, 115, 130, 145, 160):
        lengths = [voice.speak(utterance(text, pace)).spoken.length / SAMPLE_RATE for text in SENTENCES]
        measured = statistics.mean(
            60 * len(text.split()) / length for text, length in zip(SENTENCES, lengths, strict=True)
        )
        assert abs(measured / pace - 1) < 0.08, f"{measured:.0f} words a minute instead of {pace}"


def test_the_sound_is_the_engines_own_bandwidth(voice: SystemVoice) -> None:
    """22 050 frames a second hold sound up to 11 kHz, and there is some close below it."""
    samples = voice.speak(utterance("Soft sounds settle, slowly, across the grass.")).samples
    power = np.abs(np.fft.rfft(samples)) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE)
    assert power[(hertz > 5_500) & (hertz < 11_000)].sum() > 1e3 * power[hertz > 11_500].sum()


def test_four_threads_share_one_engine_and_get_their_own_sound(voice: SystemVoice) -> None:
    before = children()
    phrases = [utterance(f"Take {number} slow breaths.") for number in range(2, 14)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(voice.speak, phrases))
    for phrase, speech in zip(phrases, together, strict=True):
        assert [word.text for word in speech.spoken.words] == phrase.text.split()
        assert alike(speech.samples, voice.speak(phrase).samples) > 0.9
    assert len(children() - before) <= 1


def test_the_text_is_in_no_command_line_and_no_environment(voice: SystemVoice) -> None:
    voice.speak(utterance("Marmalade."))
    running = children()
    assert running
    for pid in running:
        for place in ("cmdline", "environ"):
            assert b"armalade" not in Path(f"/proc/{pid}/{place}").read_bytes()


@pytest.mark.parametrize(
    ("language", "id_"),
    [("en-US", "gmw/en-us"), ("en", "gmw/en-us"), ("en_gb", "gmw/en"), ("de", "gmw/de"), ("de-AT", "gmw/de"),
     ("pt-BR", "roa/pt-br"), ("fr", "roa/fr"), ("fr-CA", "roa/fr"), ("zh-Hans-CN", "sit/cmn"), ("no", "gmq/nb"),
     ("es-MX", "roa/es-419"), ("es-ES", "roa/es"), ("zh-HK", "sit/yue"), ("sr-Latn", "zls/sr")],
)  # fmt: skip
def test_every_language_gets_the_voice_that_is_meant(voice: SystemVoice, language: str, id_: str) -> None:
    assert voice.identity(language)["voice"] == id_


def test_another_language_sounds_otherwise(voice: SystemVoice) -> None:
    english, german = (voice.speak(utterance("Die Hand ist warm.", language=tag)) for tag in ("en-US", "de"))
    assert alike(english.samples, german.samples) < 0.9


@pytest.mark.parametrize("language", ["tlh-xx", "english", "", "x"])
def test_a_language_that_nobody_speaks_is_refused_with_some_that_there_are(voice: SystemVoice, language: str) -> None:
    for ask in (lambda: voice.speak(utterance(PHRASE, language=language)), lambda: voice.identity(language)):
        with pytest.raises(VoiceError, match=f"language «{language}»") as caught:
            ask()
        assert "It speaks en, de, es," in caught.value.hint


@pytest.mark.parametrize("name", ["gmw/de", "German", "gERMAN", "GMW/DE", "de"])
def test_a_voice_is_found_by_id_and_by_name(name: str) -> None:
    need("espeak-ng")
    opened = open_voice(name)
    assert opened.name == f"system:{name}"
    assert opened.identity("en-US")["voice"] == "gmw/de"
    opened.close()


@pytest.mark.parametrize(("name", "nearest"), [("Germann", "system:gmw/de (German)"), ("portug", "system:roa/pt")])
def test_a_voice_that_there_is_not_is_refused_with_the_nearest(name: str, nearest: str) -> None:
    need("espeak-ng")
    before = children()
    with pytest.raises(VoiceError, match=f"called «{name}»") as caught:
        open_voice(name)
    assert nearest in caught.value.hint
    assert children() == before


@pytest.mark.parametrize("text", ["", "…", "🙂", "[pause 3s]", "rest " * 60])
def test_what_cannot_be_said_is_refused_before_the_engine(text: str) -> None:
    asleep = SystemVoice()
    before = children()
    with pytest.raises(VoiceError) as caught:
        asleep.speak(utterance(text))
    assert caught.value.hint
    assert children() == before


def test_respellings_are_heard_and_ipa_is_left_as_the_word(voice: SystemVoice) -> None:
    plain = voice.speak(utterance("Feel your psoas now."))
    said = voice.speak(utterance("Feel your Psoas now.", say=(("psoas", "enormous so azz muscle"),)))
    assert [word.text for word in said.spoken.words] == ["Feel", "your", "Psoas", "now."]
    assert said.spoken.length > 1.3 * plain.spoken.length
    as_ipa = voice.speak(utterance("Feel your psoas now.", say=(("psoas", "/sˈoʊæz/"),)))
    assert alike(as_ipa.samples, plain.samples) > 0.9


def test_identity_holds_what_changes_the_sound(voice: SystemVoice) -> None:
    identity = voice.identity("en-US")
    assert identity["engine"] == "system"
    assert identity["driver"] == "espeak"
    assert identity["espeak"].startswith("1.")
    assert {"pyttsx3", "voice", "pace", "post", "text", "platform"} <= identity.keys()
    assert identity == voice.identity("en-us")
    assert {name for name in identity if identity[name] != voice.identity("de")[name]} == {"voice", "text"}


def test_the_engine_of_the_package_speaks_where_the_system_has_none() -> None:
    need_module("espeakng_loader")
    before = children()
    opened = SystemVoice(espeak="loader")
    try:
        assert opened.speak(utterance(PHRASE)).spoken.length > SAMPLE_RATE
        assert opened.identity("en-US")["espeak"].startswith("1.")
        (worker,) = children() - before
        assert "espeakng_loader" in Path(f"/proc/{worker}/maps").read_text()
    finally:
        opened.close()


def test_a_library_without_its_data_ends_the_process_and_the_package_takes_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("espeak-ng")
    need_module("espeakng_loader")
    monkeypatch.setenv("ESPEAK_DATA_PATH", str(tmp_path))
    opened = SystemVoice()
    try:
        assert opened.speak(utterance(PHRASE)).spoken.length > SAMPLE_RATE
    finally:
        opened.close()
    assert statuses()[0].works


def test_without_any_engine_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("espeak-ng")
    monkeypatch.setenv("ESPEAK_DATA_PATH", str(tmp_path))
    monkeypatch.setattr("feltsense.voice.system.engine.has_espeak_loader", lambda: False)
    opened = SystemVoice()
    with pytest.raises(VoiceError, match="ended without an answer") as caught:
        opened.speak(utterance(PHRASE))
    assert f"{sys.executable} -m pip install 'feltsense[espeak]'" in caught.value.hint
    opened.close()
    (told,) = statuses()
    assert not told.works
    assert told.languages == ()
    assert "pip install 'feltsense[espeak]'" in told.reason


def test_status_lists_the_languages() -> None:
    need("espeak-ng")
    (told,) = statuses()
    assert told.works
    assert told.reason == ""
    assert {"en-US", "de", "pt-BR", "yue"} <= set(told.languages)
    assert list(told.languages) == sorted(told.languages)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("espeak-ng")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = children()
    opened = SystemVoice()
    opened.speak(utterance("Rest."))
    (worker,) = children() - before
    (folder,) = tmp_path.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    assert list(folder.iterdir()) == []  # the sound is gone as soon as it is heard
    opened.close()
    opened.close()
    assert not runs(worker)
    assert children() == before
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(VoiceError, match="closed"):
        opened.speak(utterance("Rest."))


def test_neither_opening_nor_status_loads_numpy_or_the_engine_into_this_process() -> None:
    need("espeak-ng")
    probe = (
        "import sys; from feltsense.voice.system.voice import open_voice, statuses; open_voice().close();"
        "print(statuses()[0].works, 'numpy' in sys.modules, 'pyttsx3' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-W", "error", "-c", probe], check=True, capture_output=True, text=True)
    assert (out.stdout.split(), out.stderr) == (["True", "False", "False"], "")
