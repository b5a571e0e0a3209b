import gc
import os
import signal
import subprocess
import sys
import tempfile
import threading
import tracemalloc
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from feltsense.cli.context import TerminatedError, ended_by_signals
from feltsense.errors import CacheError, VoiceError
from feltsense.system.paths import Workspace
from feltsense.units import frames
from feltsense.voice.cache import SpeechCache, cache_key
from feltsense.voice.port import Speech, Utterance
from feltsense.voice.synthesiser import PhraseError, Synthesiser, VoicePool
from sine_voice import SineVoice, tone, utterance

TEXTS = ["Feel your feet.", "Let them be heavy.", "Notice the floor.", "It holds you."]
ASKED = [utterance(text) for text in TEXTS]
PATIENCE_S = 60
"""Only a broken speaker waits this long."""


@pytest.fixture
def cache(tmp_path: Path) -> SpeechCache:
    return SpeechCache(tmp_path / "audio_cache")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == [], "something private was left behind"


def nothing(*_: object) -> None:
    """Nobody watches the progress."""


def test_speech_is_the_same_made_and_kept_and_without_a_cache(cache: SpeechCache, temporary: Path) -> None:
    with Synthesiser(SineVoice(peak=1.6), cache) as cold, Synthesiser(SineVoice(peak=1.6), None) as bare:
        for asked in ASKED:
            made = cold.speech(asked)
            with Synthesiser(SineVoice(peak=1.6), cache) as warm:
                kept = warm.speech(asked)
            assert warm.made == 0
            for other in (kept, cold.speech(asked), bare.speech(asked), bare.speech(asked)):
                np.testing.assert_array_equal(other.samples, made.samples)
                assert other.spoken == made.spoken == warm.measure(asked)
    assert cold.made == bare.made == len(ASKED)


def test_changing_one_sentence_speaks_one_sentence(cache: SpeechCache) -> None:
    for changed, made in ((ASKED, 4), (ASKED, 0), ([*ASKED[:2], utterance("Notice the chair."), ASKED[3]], 1)):
        with Synthesiser(SineVoice(), cache) as speaker:
            speaker.prepare(changed, 2, nothing)
            assert speaker.made == made


def test_what_occurs_twice_is_spoken_once(cache: SpeechCache) -> None:
    voice = SineVoice()
    with Synthesiser(voice, cache) as speaker:
        speaker.prepare(ASKED * 5, 4, nothing)
        assert voice.spoken == dict.fromkeys(TEXTS, 1)
        assert speaker.made == 4


def test_progress_counts_up_to_all(cache: SpeechCache) -> None:
    told: list[tuple[int, int]] = []
    with Synthesiser(SineVoice(), cache) as speaker:
        speaker.prepare(ASKED[:2], 1, nothing)
        speaker.prepare(ASKED * 2, 2, lambda done, total: told.append((done, total)))
    assert told == [(2, 4), (3, 4), (4, 4)]


def test_nothing_to_say_is_fine() -> None:
    with Synthesiser(SineVoice(), None) as speaker:
        speaker.prepare([], 2, nothing)
        assert speaker.made == 0


def test_several_are_spoken_at_once() -> None:
    together = threading.Barrier(2)

    def meet(_asked: Utterance) -> None:
        together.wait(PATIENCE_S)

    with Synthesiser(SineVoice(before=meet), None) as speaker:
        speaker.prepare(ASKED, 2, nothing)
        assert speaker.made == 4


def test_two_who_want_the_same_phrase_wait_for_one_voice(cache: SpeechCache) -> None:
    together = threading.Barrier(8)
    voice = SineVoice()
    with Synthesiser(voice, cache) as speaker, ThreadPoolExecutor(8) as pool:

        def ask(number: int) -> int:
            together.wait(PATIENCE_S)
            return speaker.measure(ASKED[0]).length if number % 2 else len(speaker.speech(ASKED[0]).samples)

        assert len(set(pool.map(ask, range(8)))) == 1
        assert voice.spoken[TEXTS[0]] == speaker.made == 1


def refuse(text: str) -> SineVoice:
    def before(asked: Utterance) -> None:
        if asked.text == text:
            raise VoiceError(f"Cannot say {text}", "Say something else.")

    return SineVoice(before=before)


def test_the_first_failure_ends_it_and_tells_which(cache: SpeechCache) -> None:
    many = [utterance(f"Phrase {number}.") for number in range(100)]
    voice = refuse("Phrase 3.")
    with Synthesiser(voice, cache) as speaker:
        with pytest.raises(PhraseError, match="Cannot say") as caught:
            speaker.prepare(many, 1, nothing)
        assert caught.value.utterance == many[3]
        assert caught.value.hint == "Say something else."
        assert list(voice.spoken) == ["Phrase 0.", "Phrase 1.", "Phrase 2."]
        assert cache.usage().entries == 3


@pytest.mark.parametrize("ask", [Synthesiser.measure, Synthesiser.speech])
def test_a_phrase_that_cannot_be_spoken_is_never_silence(ask: object) -> None:
    assert callable(ask)
    with Synthesiser(refuse(TEXTS[0]), None) as speaker:
        for _ in range(2):
            with pytest.raises(PhraseError):
                ask(speaker, ASKED[0])
        assert speaker.made == 0


class EnglishOnly(SineVoice):
    def identity(self, language: str) -> Mapping[str, str]:
        if language != "en":
            raise VoiceError("This voice speaks English only.")
        return super().identity(language)


def test_a_language_that_the_voice_has_not_is_told_with_the_phrase() -> None:
    danish = replace(utterance("Mærk dine fødder."), language="da")
    with Synthesiser(EnglishOnly(), None) as speaker:
        with pytest.raises(PhraseError, match="English only") as caught:
            speaker.prepare([ASKED[0], danish], 2, nothing)
        assert caught.value.utterance == danish


class HangingVoice(SineVoice):
    """Interrupts at the second phrase, as Ctrl-C does, and then hangs until it is closed.

    The signal does not end what the main thread waits for, as when it comes just before the wait begins.
    """

    def __init__(self, number: signal.Signals = signal.SIGINT) -> None:
        super().__init__()
        self.number = number
        self._closed = threading.Event()
        self._hung = False
        self.ended_by_close = False

    def speak(self, utterance: Utterance) -> Speech:
        if self._hung or not self.spoken:  # never a second wait: a lost signal fails, and holds nobody up
            return super().speak(utterance)
        self._hung = True
        signal.raise_signal(self.number)  # in this thread
        ended_by_close = self._closed.wait(PATIENCE_S)
        last = [tone(utterance.text, 200_000) for _ in range(10)][-1]  # who does not wait for it is gone by then
        self.ended_by_close = ended_by_close
        return last

    def close(self) -> None:
        super().close()
        self._closed.set()


@pytest.fixture
def heard_signals() -> Iterator[None]:
    """Keep the garbage collector still: what a signal raises while it calls back is only reported, and so lost.

    It calls Hypothesis back, and weak references to what the tests before have left.
    """
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
@pytest.mark.usefixtures("heard_signals")
def test_an_interrupt_waits_for_nothing_and_closing_leaves_nothing(temporary: Path) -> None:
    voice = HangingVoice()
    many = [utterance(f"Phrase {number}.") for number in range(100)]
    with Synthesiser(voice, None) as speaker, pytest.raises(KeyboardInterrupt):
        speaker.prepare(many, 1, nothing)
    assert voice.ended_by_close
    assert speaker.made == 2  # the first, and the one that was under way


@pytest.mark.skipif(os.name == "nt", reason="as above")
@pytest.mark.usefixtures("heard_signals")
def test_the_systems_signal_waits_for_nothing_either(temporary: Path) -> None:
    voice = HangingVoice(signal.SIGTERM)
    with ended_by_signals(), pytest.raises(TerminatedError), Synthesiser(voice, None) as speaker:
        speaker.prepare([utterance(f"Phrase {number}.") for number in range(100)], 1, nothing)
    assert voice.ended_by_close
    assert speaker.made == 2


@pytest.mark.skipif(os.name == "nt", reason="as above")
def test_interrupts_are_tested_where_they_are_ignored_too(tmp_path: Path) -> None:
    """A job that a shell runs in the background inherits that SIGINT is ignored."""
    test = f"{__file__}::{test_an_interrupt_waits_for_nothing_and_closing_leaves_nothing.__name__}"
    # a folder of its own: among pytest's numbered ones, it would delete what the runs before left, as it ends
    own_folder = f"--basetemp={tmp_path / 'pytest'}"
    command = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", own_folder, test]
    ignoring = ["sh", "-c", "trap '' INT; exec \"$@\"", "sh", *command]
    ran = subprocess.run(ignoring, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert "1 passed" in ran.stdout


def test_without_a_cache_speech_is_kept_privately_until_the_end(temporary: Path) -> None:
    with Synthesiser(SineVoice(), None) as speaker:
        speaker.prepare(ASKED, 2, nothing)
        (private,) = temporary.iterdir()
        assert private.stat().st_mode & 0o077 == 0
        assert len(list(private.rglob("*.speech"))) == 4
        for asked in ASKED:
            speaker.speech(asked)
        assert speaker.made == 4
        assert speaker.fallback_reason == ""


def test_where_nothing_can_be_kept_a_private_folder_does(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "audio_cache").write_text("not a folder")
    with Synthesiser(SineVoice(), SpeechCache(tmp_path / "audio_cache")) as speaker:
        speaker.prepare(ASKED, 4, nothing)
        assert "audio_cache" in speaker.fallback_reason
        assert len(list(temporary.iterdir())) == 1
        for asked in ASKED:
            assert len(speaker.speech(asked).samples) == speaker.measure(asked).length
        assert speaker.made == 4


def test_what_was_kept_before_is_still_used_when_no_more_can_be(cache: SpeechCache, temporary: Path) -> None:
    voice = SineVoice()
    with Synthesiser(voice, cache) as speaker:
        speaker.prepare(ASKED[:3], 1, nothing)
    shelf = cache.path(cache_key(voice.identity("en"), ASKED[3])).parent
    assert not shelf.exists()
    shelf.write_text("in the way")
    with Synthesiser(voice, cache) as speaker:
        speaker.prepare(ASKED, 1, nothing)
        for asked in ASKED:
            speaker.speech(asked)
        assert speaker.fallback_reason
        assert speaker.made == 1


def test_no_place_at_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    with pytest.raises(CacheError, match="no place") as caught:
        Synthesiser(SineVoice(), None)
    assert "TMPDIR" in caught.value.hint


def damage(cache: SpeechCache) -> None:
    for path in cache.folder.rglob("*.speech"):
        content = bytearray(path.read_bytes())
        content[-10] ^= 1
        path.write_bytes(content)


@pytest.mark.parametrize("harm", [SpeechCache.clear, damage], ids=["gone", "damaged"])
def test_what_is_lost_after_measuring_is_spoken_again(cache: SpeechCache, harm: object) -> None:
    assert callable(harm)
    with Synthesiser(SineVoice(), cache) as speaker:
        before = speaker.speech(ASKED[0])
        harm(cache)
        again = speaker.speech(ASKED[0])
        np.testing.assert_array_equal(again.samples, before.samples)
        assert speaker.made == 2
        speaker.speech(ASKED[0])
        assert speaker.made == 2


def test_swapped_files_speak_their_own_phrases(cache: SpeechCache) -> None:
    voice = SineVoice()
    with Synthesiser(voice, cache) as synthesiser:
        before = [synthesiser.speech(phrase).samples for phrase in ASKED[:2]]
    one, other = (cache.path(cache_key(voice.identity("en"), phrase)) for phrase in ASKED[:2])
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)
    with Synthesiser(voice, cache) as synthesiser:
        for phrase, samples in zip(ASKED[:2], before, strict=True):
            synthesiser.measure(phrase)
            np.testing.assert_array_equal(synthesiser.speech(phrase).samples, samples)
        assert synthesiser.made == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs on Windows")
def test_a_fifo_in_an_entrys_place_is_spoken_again(cache: SpeechCache) -> None:
    voice = SineVoice()
    entry = cache.path(cache_key(voice.identity("en"), ASKED[0]))
    entry.parent.mkdir(parents=True)
    os.mkfifo(entry)
    with Synthesiser(voice, cache) as synthesiser:
        spoken: list[Speech] = []
        thread = threading.Thread(target=lambda: spoken.append(synthesiser.speech(ASKED[0])), daemon=True)
        thread.start()
        thread.join(10)
        assert len(spoken) == 1
    assert entry.is_file()


@pytest.mark.parametrize("longer", [-frames(50), -1, 1, frames(50)])
@pytest.mark.parametrize("kept_before", [False, True])
def test_a_little_longer_or_shorter_is_fitted(cache: SpeechCache, longer: int, *, kept_before: bool) -> None:
    voice = SineVoice()
    if kept_before:
        with Synthesiser(voice, cache) as speaker:
            speaker.measure(ASKED[0])
    with Synthesiser(voice, cache) as speaker:
        known = speaker.measure(ASKED[0])
        cache.clear()
        voice.longer = longer
        again = speaker.speech(ASKED[0])
        assert again.spoken == known
        assert len(again.samples) == known.length
        kept = min(known.length, known.length + longer)
        assert np.abs(again.samples[:kept]).max() > 0.4
        assert not again.samples[kept:].any()


@pytest.mark.parametrize("longer", [-frames(50) - 1, frames(50) + 1])
def test_much_longer_or_shorter_is_refused(cache: SpeechCache, longer: int) -> None:
    voice = SineVoice()
    with Synthesiser(voice, cache) as speaker:
        speaker.measure(ASKED[0])
        cache.clear()
        voice.longer = longer
        with pytest.raises(PhraseError, match=r"50 ms .*than a moment ago") as caught:
            speaker.speech(ASKED[0])
        assert caught.value.utterance == ASKED[0]
        assert "run it again" in caught.value.hint


def test_no_samples_are_held(cache: SpeechCache) -> None:
    many = [utterance(f"A phrase that lasts for more than half a second, number {number}.") for number in range(40)]
    with Synthesiser(SineVoice(), cache) as speaker:
        speaker.prepare(many[:1], 1, nothing)  # whatever is set up once
        tracemalloc.start()
        try:
            speaker.prepare(many, 1, nothing)
            for asked in many:
                speaker.speech(asked)
            held, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert held < 500_000  # the samples of all are 4 MB


def test_the_voice_is_closed_with_it_and_closing_twice_is_fine(temporary: Path) -> None:
    voice = SineVoice()
    speaker = Synthesiser(voice, None)
    speaker.measure(ASKED[0])
    speaker.close()
    speaker.close()
    assert voice.closed == 2


def test_a_voice_that_is_opened_while_the_pool_is_closed_is_closed_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool, voice = VoicePool(Workspace(tmp_path)), SineVoice()

    def open_late(_: str) -> SineVoice:
        pool.close()
        return voice

    monkeypatch.setattr("feltsense.voice.synthesiser.open_voice", open_late)
    with pytest.raises(VoiceError, match="put away"):
        pool.synthesiser("heart")
    assert voice.closed == 1


def test_a_voice_that_takes_long_to_open_holds_up_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opening, may_open = threading.Event(), threading.Event()

    def open_slowly(name: str) -> SineVoice:
        if name == "slow":
            opening.set()
            assert may_open.wait(30.0)
        return SineVoice()

    monkeypatch.setattr("feltsense.voice.synthesiser.open_voice", open_slowly)
    with VoicePool(Workspace(tmp_path)) as pool, ThreadPoolExecutor(2) as both:
        slow = both.submit(pool.synthesiser, "slow")
        assert opening.wait(30.0)
        assert both.submit(pool.synthesiser, "heart").result(30.0) is pool.synthesiser("heart")
        may_open.set()
        assert slow.result(30.0) is pool.synthesiser("slow")
