"""What is measured of a voice, and how near the speech of others comes to what is expected by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from added_material import kokoro_model, kokoro_style, need_espeak
from feltsense.audio.loudness import speech_loudness
from feltsense.mix.levels import TARGET_LUFS, speech_gain
from feltsense.script.model import FrontMatter
from feltsense.timeline.estimate import estimate_speech, estimates_of
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.added.model import AddedVoice, VoiceMeasures
from feltsense.voice.heard_sounds import heard_sounds
from feltsense.voice.heart.voice import open_voice
from feltsense.voice.kokoro.voice import KokoroVoice
from feltsense.voice.measuring import SENTENCES, measure_voice
from feltsense.voice.neural.pace import PaceModel
from feltsense.voice.piper.pace import piper_pace
from feltsense.voice.piper.voice import PiperVoice
from feltsense.voice.port import Utterance, Voice
from feltsense.voice.system.voice import SystemVoice
from feltsense.voice.timing import SystemTiming, voice_timing
from feltsense.voice.timings import timing_of, timing_of_voice
from kept_voices import keep_voice
from tiny_piper import JOE_MEASURES, new_joe, tiny_voice

OTHERS = (
    "Hear the sounds in the room without naming any of them.",
    "Touch the fabric of your sleeve, and notice how it feels.",
    "Recall a time when you belonged, even for a moment.",
    "Follow the outline of a window or a picture with your eyes.",
    "Stand up, if you can, and shake out both of your arms.",
    "The kettle sings, and the whole kitchen grows warm.",
    "Now rest your hands in your lap.",
    "One small step is enough for this evening.",
)
"""None of them is measured with."""

SPANISH = (
    "Escucha los sonidos de la habitación sin ponerles nombre.",
    "Recuerda un momento en que te sentiste parte de algo.",
    "Escribe una frase honesta sobre lo que necesitas hoy.",
    "Un paso pequeño es bastante para esta tarde.",
)

PACE = PaceModel(210.0, 0.0, -0.05, -0.1, 0.8, 2.7)


@pytest.fixture(scope="module")
def joe() -> Iterator[PiperVoice]:
    voice = new_joe()
    yield voice
    voice.close()


def test_what_is_measured_of_joe_is_always_the_same(joe: PiperVoice) -> None:
    first = measure_voice(joe, "en-US")
    assert first is not None
    assert first.lufs == pytest.approx(JOE_MEASURES.lufs, abs=0.1)
    assert first.seconds_per_phoneme == pytest.approx(JOE_MEASURES.seconds_per_phoneme, rel=0.005)
    assert first.words_per_minute == pytest.approx(JOE_MEASURES.words_per_minute, rel=0.005)
    assert first.edge_s == pytest.approx(JOE_MEASURES.edge_s, abs=0.02)
    assert measure_voice(new_joe(), "en-US", SENTENCES["en"][:3]) == measure_voice(joe, "en", SENTENCES["en"][:3])


@pytest.mark.parametrize("pace", [130, 150])
def test_what_is_expected_of_joe_is_near_what_he_says(joe: PiperVoice, pace: int) -> None:
    expected_of = estimates_of(voice_timing("piper", "en-US", piper_pace(JOE_MEASURES.words_per_minute), JOE_MEASURES))
    asked = [Utterance(text, Wpm(pace), "en-US") for text in OTHERS]
    expected, spoken = [expected_of(one).length for one in asked], [joe.speak(one).spoken.length for one in asked]
    off = sorted(abs(one / two - 1) for one, two in zip(expected, spoken, strict=True))
    assert sum(off) / len(off) < 0.05
    assert off[-2] < 0.08
    assert sum(expected) == pytest.approx(sum(spoken), rel=0.02)


def test_two_voices_sit_within_one_lu(joe: PiperVoice) -> None:
    heart = open_voice()
    try:
        for voice in (joe, heart):
            gain = speech_gain(voice.loudness(Wpm(130)))
            spoken = (voice.speak(Utterance(text, Wpm(130), "en-US")).samples * gain for text in OTHERS)
            assert speech_loudness(spoken) == pytest.approx(TARGET_LUFS, abs=0.5), voice.name
    finally:
        heart.close()


@pytest.mark.slow
def test_a_voice_of_kokoro_is_measured_and_expected_by_that_and_is_levelled_like_joe() -> None:
    need_espeak()
    files = {"model": kokoro_model(), "style": kokoro_style("ef_dora")}
    hashes = {"model": "of the model", "style": "of the style"}
    voice = KokoroVoice(AddedVoice("kokoro", "ef_dora", ("es-ES",), files, hashes, "", "", None))
    try:
        measures = measure_voice(voice, "es-ES")
        assert measures is not None
        asked = [Utterance(text, Wpm(130), "es-ES") for text in SPANISH]
        spoken = [voice.speak(one) for one in asked]
    finally:
        voice.close()
    expected_of = estimates_of(voice_timing("kokoro", "es-ES", voice.pace_model, measures))
    expected, lengths = [expected_of(one).length for one in asked], [one.spoken.length for one in spoken]
    assert all(one == pytest.approx(two, rel=0.08) for one, two in zip(expected, lengths, strict=True))
    assert sum(expected) == pytest.approx(sum(lengths), rel=0.03)
    loudness = speech_loudness(one.samples * speech_gain(measures.lufs) for one in spoken)
    assert loudness == pytest.approx(TARGET_LUFS, abs=0.5)


class Reserved:
    """A voice that does not tell its nature."""

    name = "reserved"

    def __init__(self, voice: Voice) -> None:
        self.identity, self.loudness = voice.identity, voice.loudness
        self.speak, self.close = voice.speak, voice.close


@pytest.mark.parametrize(("reserved", "words_per_minute"), [(True, 130), (False, 225)])
def test_a_voice_is_measured_by_its_nature_or_by_what_it_says(*, reserved: bool, words_per_minute: int) -> None:
    heart = open_voice()
    try:
        found = measure_voice(Reserved(heart) if reserved else heart, "en-GB")
    finally:
        heart.close()
    assert found is not None
    assert found.words_per_minute == pytest.approx(words_per_minute, rel=0.1)
    assert found.lufs == pytest.approx(heart.loudness(Wpm(130)), abs=0.6)


def test_a_language_without_sentences_is_not_measured_unless_it_is_given_some(tmp_path: Path) -> None:
    need_espeak()
    voice = PiperVoice(tiny_voice(tmp_path))
    told: list[tuple[int, int]] = []
    assert measure_voice(voice, "fi") is None
    assert measure_voice(voice, "en", ["Something to say."], tell=lambda *place: told.append(place)) is not None
    assert told == [(1, 2), (2, 2)]


def test_there_are_sentences_for_every_language_and_all_differ() -> None:
    assert set(SENTENCES) == {"en", "es", "fr", "it", "pt", "de", "nl"}
    assert all(len(set(texts)) == 16 for texts in SENTENCES.values())


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_an_ordinary_voice_is_expected_to_last_what_was_measured(language: str) -> None:
    """The scale that a timing finds out from the measures is the one that they were made with."""
    if language != "en":
        need_espeak()
    tag = {"pt": "pt-BR"}.get(language, language)
    heard = [heard_sounds(Utterance(text, Wpm(130), tag), tag) for text in SENTENCES[language]]
    seconds = sum(1.2 * one.seconds + 0.3 * one.pauses for one in heard)
    measures = VoiceMeasures(-20.0, seconds / sum(one.signs for one in heard), 200.0)
    assert voice_timing("piper", tag, PACE, measures).scale == pytest.approx(1.2, rel=0.01)


@pytest.mark.parametrize("language", sorted(set(SENTENCES) - {"en"}))
def test_without_espeak_vowels_tell_about_the_same(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    need_espeak()
    asked = [Utterance(f"{text} {text}", Wpm(130), language) for text in SENTENCES[language]]
    read = [heard_sounds(one, language) for one in asked]
    monkeypatch.setattr("feltsense.voice.heard_sounds._reader", lambda _language: None)
    guessed = [heard_sounds(Utterance(f"{one.text} ", Wpm(130), language), language) for one in asked]
    assert sum(one.seconds for one in guessed) == pytest.approx(sum(one.seconds for one in read), rel=0.05)
    assert sum(one.signs for one in guessed) == pytest.approx(sum(one.signs for one in read), rel=0.05)


@pytest.mark.parametrize("espeak", [True, False])
def test_numbers_are_expected_as_the_words_that_are_spoken(monkeypatch: pytest.MonkeyPatch, *, espeak: bool) -> None:
    if espeak:
        need_espeak()
    else:
        monkeypatch.setattr("feltsense.voice.heard_sounds._reader", lambda _language: None)
    written, spoken = (
        heard_sounds(Utterance(text, Wpm(130), "es"), "es")
        for text in ("Llama al 717 003 717.", "Llama al siete uno siete, cero cero tres, siete uno siete.")
    )
    assert written == spoken
    assert written.words == 11


PHRASE = Utterance("Siente los pies en el suelo.", Wpm(130), "es")


def test_an_added_voice_is_expected_by_its_own_measures() -> None:
    need_espeak()
    keep_voice("piper", "davi", "es-ES", ("ana", "bo"))
    timing = timing_of(FrontMatter(language="es"))
    assert timing is not None
    assert timing == timing_of_voice("piper:davi", "es") == timing_of_voice("piper:davi:ana", "es")
    expected = estimates_of(timing)(PHRASE).length / SAMPLE_RATE
    assert 1.5 < expected < 3.5
    assert expected != estimate_speech(PHRASE).length / SAMPLE_RATE


def test_voices_of_the_kind_of_heart_are_estimated_as_heart_is() -> None:
    keep_voice("heart", "emma", "en-GB")
    assert timing_of(FrontMatter(voice="heart:emma", language="en-GB")) is None
    assert timing_of_voice("heart:emma", "en-GB") is None


@given(st.text(), st.text(max_size=40), st.sampled_from(["en", "es", "de", "xx", "", "pt-BR", "zh"]))
def test_a_voice_that_nobody_knows_never_makes_an_estimate_fail(voice: str, text: str, language: str) -> None:
    front = FrontMatter(voice=voice, language=language)
    asked = Utterance(text, Wpm(130), language)
    assert timing_of_voice(f"piper:{voice}", language) is None
    timing = timing_of(front)
    if timing is None:
        assert estimates_of(timing)(asked) == estimate_speech(asked)
    else:  # nobody is named, so the machine's own voice reads
        assert isinstance(timing, SystemTiming)
        assert estimates_of(timing)(asked).length >= 0.2 * SAMPLE_RATE


SAID_BY_THE_MACHINE = {
    "de": ("Lass deine Hände schwer werden und warm.", "Vielleicht hörst du draußen einen Vogel, oder den Regen."),
    "es": ("Deja caer el peso de los brazos.", "Quizá oigas un pájaro afuera, o la lluvia en la ventana."),
    "en": ("Let your hands grow heavy and warm.", "Perhaps you hear a bird outside, or the rain on the window."),
}


@pytest.mark.parametrize("language", sorted(SAID_BY_THE_MACHINE))
def test_the_machines_own_voice_is_expected_by_what_is_heard(language: str) -> None:
    need_espeak()
    voice = SystemVoice(espeak="loader")
    timing = timing_of(FrontMatter(voice="system", language=language))
    assert timing is not None
    asked = [Utterance(text, Wpm(pace), language) for text in SAID_BY_THE_MACHINE[language] for pace in (120, 140)]
    lasting = [voice.speak(each).spoken.length / SAMPLE_RATE for each in asked]
    voice.close()
    assert sum(map(timing.seconds, asked)) == pytest.approx(sum(lasting), rel=0.06)


@given(st.text(max_size=60), st.sampled_from(["en", "es", "de", "xx", "ru", "ja"]), st.integers(60, 240))
def test_any_text_has_an_expected_length(text: str, language: str, pace: int) -> None:
    timing = voice_timing("piper", language, PACE, VoiceMeasures(-20.0, 0.08, 200.0))
    assert estimates_of(timing)(Utterance(text, Wpm(pace), language)).length >= 0.2 * SAMPLE_RATE
