"""One practice from the first question to the last."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest

from feltsense.errors import JournalError, SoundError, VoiceError
from feltsense.journal.model import Field, NewPractice, Outcome, TooMuch, When
from feltsense.playback.playing_sign import PlayingSign
from feltsense.playback.port import AlsoPlaying, Started
from feltsense.practice.engine import AudioEngine
from feltsense.practice.events import (
    Finished,
    Grounded,
    Grounding,
    GroundingFailed,
    JournalFailed,
    PracticeState,
    PreparationFailed,
    Prepared,
)
from feltsense.practice.player import ExercisePlayer
from feltsense.practice.preparation import Preparation
from feltsense.practice.session import Session
from feltsense.practice.wishes import PracticeWish, refusal
from feltsense.script.options import OFF, VersionOptions
from feltsense.system.paths import Workspace
from feltsense.system.process_lock import playing_lock
from feltsense.units import SAMPLE_RATE
from feltsense.voice import registry
from feltsense.voice.port import Utterance
from rehearsing import SCRIPT, Rehearsal
from sine_voice import SineVoice


def test_a_whole_practice_is_kept_with_what_was_said(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.prepare()
    session.record_answer(When.BEFORE, Field.DISTRESS, 6)
    session.record_answer(When.BEFORE, Field.CONNECTION, 2)
    session.play()
    assert rehearsal.until(Finished) == Finished(whole=True)
    session.record_answer(When.AFTER, Field.DISTRESS, 4)
    session.record_answer(When.AFTER, Field.TOO_MUCH, TooMuch.NO)
    session.close()
    kept = rehearsal.practice
    assert (kept.slug, kept.title, kept.tier, kept.voice) == ("small", "A small one", 2, "heart")
    assert (kept.asked_ms, kept.length_ms, kept.heard_ms, kept.ended) == (60_000, 60_000, 60_000, Outcome.WHOLE)
    assert (kept.before.distress, kept.before.connection, kept.after.distress) == (6, 2, 4)
    assert kept.after.too_much is TooMuch.NO
    assert session.all_kept


def test_events_come_in_order(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.play()
    rehearsal.until(Finished)
    session.close()
    assert [type(event) for event in rehearsal.kept] == [Prepared, Started, Finished]


def test_each_answer_is_on_the_disk_when_its_future_is_done(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.record_answer(When.BEFORE, Field.DISTRESS, 7).result(30)
    with closing(sqlite3.connect(f"file:{rehearsal.journal.path}?mode=ro", uri=True)) as other:
        assert other.execute("SELECT before_distress FROM practices").fetchall() == [(7,)]
    session.close()


def test_ending_half_way_counts_as_far_as_it_got(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    session.steer(lambda part: part.section(1))
    session.end()
    assert rehearsal.until(Finished) == Finished(whole=False)
    session.close()
    kept = rehearsal.practice
    assert kept.ended is Outcome.EARLY
    assert kept.heard_ms >= 30_000


def test_it_can_begin_at_a_section_and_only_what_is_heard_counts(rehearsal: Rehearsal) -> None:
    session = rehearsal.session(section=1)
    session.play()
    rehearsal.until(Started)
    assert session.player
    began = session.player.timeline.chapters[1].start
    assert session.began == began > SAMPLE_RATE
    assert session.player.position >= began
    assert rehearsal.until(Finished) == Finished(whole=True)
    session.close()
    kept = rehearsal.practice
    assert (kept.length_ms, kept.ended) == (60_000, Outcome.WHOLE)
    assert kept.heard_ms == 60_000 - round(began / SAMPLE_RATE * 1000)


def test_a_section_that_is_not_there_is_the_start(rehearsal: Rehearsal) -> None:
    session = rehearsal.session(section=7)
    session.play()
    assert rehearsal.until(Finished) == Finished(whole=True)
    assert session.began == 0
    session.close()
    assert rehearsal.practice.heard_ms == 60_000


def test_leaving_before_anything_was_said_or_heard_keeps_nothing(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.prepare()
    rehearsal.until(Prepared)
    session.end()
    assert rehearsal.until(Finished) == Finished(whole=False)
    session.close()
    assert rehearsal.journal.count() == 0


def test_closing_in_the_middle_keeps_how_far_it_got(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    rehearsal.when(lambda: session.player is not None and session.player.position > SAMPLE_RATE)
    session.close()
    session.close()
    kept = rehearsal.practice
    assert kept.ended is Outcome.EARLY
    assert kept.heard_ms >= 1000


def test_who_plays_beside_another_is_told_so_once_and_plays_on(rehearsal: Rehearsal) -> None:
    path = rehearsal.folder / "home"
    rehearsal.stage.playing_sign, other = PlayingSign(playing_lock(path)), playing_lock(path)
    assert other.acquire()
    session = rehearsal.session()
    session.play()
    rehearsal.until(AlsoPlaying)
    assert rehearsal.until(Finished) == Finished(whole=True)
    session.close()
    other.release()
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    assert not other.acquire()
    session.close()
    assert other.acquire()
    other.release()
    assert sum(isinstance(event, AlsoPlaying) for event in rehearsal.kept) == 1


def test_each_practice_tells_of_another_that_is_heard_meanwhile_but_not_its_rescue_piece(rehearsal: Rehearsal) -> None:
    path = rehearsal.folder / "home"
    rehearsal.stage.playing_sign, other = PlayingSign(playing_lock(path)), playing_lock(path)
    assert other.acquire()
    for number in (1, 2):
        session = rehearsal.session()
        session.play()
        rehearsal.until(Started)
        session.ground()
        rehearsal.until(Grounded)
        session.close()
        assert sum(isinstance(event, AlsoPlaying) for event in rehearsal.kept) == number
    other.release()


def test_who_is_paused_is_not_heard_by_another_and_the_rescue_piece_is(rehearsal: Rehearsal) -> None:
    path = rehearsal.folder / "home"
    rehearsal.stage._speed = 1.0
    rehearsal.stage.playing_sign, other = PlayingSign(playing_lock(path)), playing_lock(path)

    def heard() -> bool:
        free = other.acquire()
        other.release()
        return not free

    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    assert heard()
    session.steer(ExercisePlayer.toggle)
    assert not heard()
    session.ground()
    rehearsal.until(Grounding)
    rehearsal.until(Started)  # before that, looking might keep it from putting up its sign
    assert heard()
    session.close()
    assert not heard()


def test_pausing_stands_still_until_it_goes_on(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    session.steer(ExercisePlayer.toggle)
    part = session.player
    assert part
    assert session.paused
    at = part.position
    assert part.moment().position == at
    session.steer(ExercisePlayer.toggle)
    assert not session.paused
    rehearsal.when(lambda: part.position > at)
    session.close()


def test_ground_me_now_plays_the_rescue_piece_and_is_kept(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    session.ground()
    session.ground()
    told = rehearsal.until(Grounding)
    assert isinstance(told, Grounding)
    assert told.timeline.slug == "ninety-seconds-here"
    assert session.state is PracticeState.GROUNDING
    rehearsal.until(Grounded)
    session.close()
    kept = rehearsal.practice
    assert kept.rescued_at_ms is not None
    assert (kept.slug, kept.ended) == ("small", Outcome.EARLY)
    assert [type(event) for event in rehearsal.kept].count(Grounding) == 1


def test_ground_me_now_works_before_anything_is_ready(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.ground()
    rehearsal.until(Grounding)
    rehearsal.until(Grounded)
    session.close()
    assert rehearsal.practice.rescued_at_ms == 0


def test_the_rescue_piece_can_be_ended_and_paused(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.ground()
    rehearsal.until(Grounding)
    session.steer(ExercisePlayer.toggle)
    assert session.paused
    session.end()
    rehearsal.until(Grounded)
    session.close()


def test_a_missing_rescue_piece_is_told(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("feltsense.practice.rescue.PIECES", ("not-there",))
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    session.ground()
    told = rehearsal.until(GroundingFailed)
    assert isinstance(told, GroundingFailed)
    assert "ground me now" in told.error.message
    assert session.state is PracticeState.OVER
    session.close()


def test_what_cannot_be_prepared_is_told(rehearsal: Rehearsal) -> None:
    session = rehearsal.session(options=VersionOptions(minutes=99))
    session.play()
    told = rehearsal.until(PreparationFailed)
    assert isinstance(told, PreparationFailed)
    assert "cannot last exactly 99:00" in told.error.message
    session.close()
    assert rehearsal.journal.count() == 0


def test_our_own_mistakes_are_told_too(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(AudioEngine, "begin", broken)
    session = rehearsal.session()
    session.play()
    told = rehearsal.until(PreparationFailed)
    assert isinstance(told, PreparationFailed)
    assert told.error.hint == "It was a ZeroDivisionError."
    session.close()


def test_a_journal_that_fails_is_told_once_and_costs_nothing(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise JournalError("The disk is full.")

    monkeypatch.setattr(rehearsal.journal, "start_practice", full)
    session = rehearsal.session()
    session.record_answer(When.BEFORE, Field.DISTRESS, 3)
    session.record_answer(When.BEFORE, Field.CONNECTION, 3)
    session.play()
    rehearsal.until(Finished)
    session.close()
    assert not session.all_kept
    assert [type(event) for event in rehearsal.kept].count(JournalFailed) == 1


def test_without_a_journal_everything_goes_on(rehearsal: Rehearsal) -> None:
    session = rehearsal.session(journal=False)
    session.record_answer(When.BEFORE, Field.DISTRESS, 3)
    session.play()
    rehearsal.until(Finished)
    session.close()
    assert rehearsal.journal.count() == 0


def test_leaving_stops_the_preparation_between_two_phrases(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = SineVoice()
    monkeypatch.setattr("sine_voice.open_voice", lambda: voice)
    sessions: list[Session] = []

    def leave(_: Utterance) -> None:
        sessions[0].close()

    voice.before = leave
    script = SCRIPT + "".join(f"Sentence number {number}.\n" for number in range(300))
    sessions.append(rehearsal.session(script))
    sessions[0].prepare()
    rehearsal.when(lambda: bool(voice.spoken))
    rehearsal.stage.close()  # waits for what is being spoken
    assert sum(voice.spoken.values()) < 100


def test_a_voice_that_fails_later_ends_it_with_a_word(rehearsal: Rehearsal) -> None:
    def refuse(utterance: Utterance) -> None:
        if utterance.text.startswith("This"):
            raise VoiceError("It lost its voice.")

    session = rehearsal.session()
    rehearsal.stage._voices().synthesiser("heart").voice.before = refuse  # type: ignore[attr-defined] # the small voice's own
    session.play()
    told = rehearsal.until(PreparationFailed)
    assert isinstance(told, PreparationFailed)
    assert told.error.message == "small, line 14: It lost its voice."
    session.close()


def test_volume_is_kept_within_bounds_and_holds_for_what_follows(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.sound.set_volume(0.3)
    session.play()
    rehearsal.until(Started)
    assert session.player
    assert session.player.transport.volume == 0.3
    session.sound.set_volume(7)
    assert session.sound.volume == 1.0
    session.ground()
    rehearsal.until(Grounding)
    assert session.player.transport.volume == 1.0
    session.close()


def test_an_unknown_output_is_told(rehearsal: Rehearsal) -> None:
    rehearsal.stage = AudioEngine(Workspace(rehearsal.folder), "gramophone")
    session = rehearsal.session()
    session.play()
    told = rehearsal.until(PreparationFailed)
    assert isinstance(told, PreparationFailed)
    assert "gramophone" in told.error.message
    session.close()


def test_the_background_changes_while_it_plays(rehearsal: Rehearsal) -> None:
    session = rehearsal.session(options=VersionOptions(soundscape="brown"))
    session.sound.set_background(-6.0)
    session.play()
    rehearsal.until(Started)
    assert session.player
    mix = session.player.performance.mix
    assert mix.channels == 2
    end = mix.length - SAMPLE_RATE
    softer = float(np.abs(mix.read(end - SAMPLE_RATE, end)).max())
    session.sound.set_background(0.0)
    as_written = float(np.abs(mix.read(end - SAMPLE_RATE, end)).max())
    assert softer == pytest.approx(as_written / 2, rel=0.02)
    session.sound.set_background(None)
    assert not mix.read(end - SAMPLE_RATE, end).any()
    session.close()


def test_another_background_can_be_chosen_while_it_plays(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    part = session.player
    assert part
    assert not part.performance.mix.read(part.timeline.length - SAMPLE_RATE, part.timeline.length).any()
    session.steer(lambda part: part.set_soundscape("rain"))
    assert part.performance.mix.read(part.timeline.length - SAMPLE_RATE, part.timeline.length).any()
    with pytest.raises(SoundError, match="no soundscape called"):
        session.steer(lambda part: part.set_soundscape("rian"))
    session.close()


def test_grounding_fades_before_anything_is_written(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    written, fading = threading.Event(), threading.Event()

    def slow(*_: object) -> None:
        assert fading.wait(30)
        written.set()

    monkeypatch.setattr(rehearsal.journal, "record_rescue", slow)
    session.ground()  # returns although the journal is busy
    assert session.player
    assert session.player.transport.state.value in ("ending", "ended")
    assert not written.is_set()
    fading.set()
    rehearsal.until(Grounded)
    session.close()
    assert written.is_set()


def test_one_failure_of_the_journal_does_not_cost_later_answers(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = rehearsal.session()
    session.record_answer(When.BEFORE, Field.DISTRESS, 3).result(30)
    with monkeypatch.context() as busy:
        busy.setattr(rehearsal.journal, "record_answer", _busy)
        session.record_answer(When.BEFORE, Field.CONNECTION, 3)
        session.record_answer(When.BEFORE, Field.CONNECTION, 4).result(30)
    session.record_answer(When.AFTER, Field.NOTE, "still here")
    session.close()
    assert (rehearsal.practice.before.connection, rehearsal.practice.after.note) == (None, "still here")
    told = [rehearsal.told.get_nowait() for _ in range(rehearsal.told.qsize())]
    assert [type(event) for event in told] == [JournalFailed]


def _busy(*_: object) -> None:
    raise JournalError("The journal is busy.")


def test_ending_while_the_rescue_piece_is_awaited_ends_it(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = threading.Event()

    def late(*_: object) -> None:
        made.wait(30)
        raise VoiceError("too late")

    monkeypatch.setattr("feltsense.practice.rescue.rescue_performance", late)
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    session.ground()
    session.end()
    rehearsal.until(Grounded)
    assert session.state is PracticeState.OVER
    made.set()
    session.close()
    assert rehearsal.practice.ended is Outcome.EARLY
    assert not any(isinstance(event, Finished | GroundingFailed) for event in rehearsal.kept)


def test_grounding_does_not_wait_for_the_exercise_to_be_spoken(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = SineVoice()
    monkeypatch.setattr("sine_voice.open_voice", lambda: voice)
    sessions: list[Session] = []
    voice.before = lambda utterance: sessions[0].ground() if utterance.text.startswith("Here") else None
    script = SCRIPT.replace("minutes: [1, 2]\n", "") + "".join(f"Sentence number {n}.\n" for n in range(300))
    sessions.append(rehearsal.session(script))
    sessions[0].play()
    rehearsal.until(Grounding)
    assert sum(voice.spoken.values()) < 100
    sessions[0].close()


def test_closing_while_it_fades_to_the_rescue_keeps_how_far_it_got(rehearsal: Rehearsal) -> None:
    rehearsal.stage = AudioEngine(rehearsal.stage.workspace, "silent")
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    session.ground()
    session.close()
    assert rehearsal.practice.ended is Outcome.EARLY


def test_the_rescue_piece_has_the_voice_of_the_practice(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.VOICES, "sine", "sine_voice")
    session = rehearsal.session(SCRIPT.replace("tier: 2", "tier: 2\nvoice: sine"))
    session.ground()
    started = rehearsal.until(Grounding)
    assert isinstance(started, Grounding)
    assert started.timeline.voice == "sine"
    session.close()


def test_the_rescue_piece_plays_though_the_voice_of_the_practice_is_gone(rehearsal: Rehearsal) -> None:
    session = rehearsal.session(SCRIPT.replace("tier: 2", "tier: 2\nvoice: sine"))
    session.ground()
    started = rehearsal.until(Grounding)
    assert isinstance(started, Grounding)
    assert started.timeline.voice == "heart"
    session.close()


def test_an_exercise_that_fails_at_once_does_not_end_the_practice_before_the_rescue_piece(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Preparation, "start", Preparation._run)  # as if its thread were faster than any key
    session = rehearsal.session(SCRIPT.replace("tier: 2", "tier: 2\nvoice: sine"))
    session.ground()
    rehearsal.until(Grounding)
    assert not any(isinstance(event, PreparationFailed) for event in rehearsal.kept)
    session.close()


def test_what_was_chosen_of_the_background_holds_after_going_back(rehearsal: Rehearsal) -> None:
    session = rehearsal.session(options=VersionOptions(soundscape="brown"))
    session.play()
    rehearsal.until(Started)
    part = session.player
    assert part
    session.steer(lambda part: part.section(1))
    session.sound.set_background(None)
    session.steer(ExercisePlayer.previous_section)
    session.steer(ExercisePlayer.previous_section)
    begin = 5 * SAMPLE_RATE
    silent = part.performance.mix.read(begin, begin + SAMPLE_RATE)
    session.sound.set_background(0.0)
    session.sound.set_soundscape("rain")
    session.steer(lambda part: part.section(1))
    heard = part.performance.mix.read(begin, begin + SAMPLE_RATE)
    session.close()
    assert np.abs(heard).max() > 0
    assert np.abs(silent - heard).max() > 0
    assert np.array_equal(silent[:, 0], silent[:, 1])  # nothing but the voice, which is in the middle


def test_a_background_is_never_put_under_the_rescue_piece(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    session.ground()
    rehearsal.until(Grounding)
    assert session.sound.set_soundscape("brown") == refusal(PracticeWish.BACKGROUND, PracticeState.GROUNDING)
    assert session.sound.chosen_background is None
    assert session.player
    mix = session.player.performance.mix
    assert not mix.read(mix.length - SAMPLE_RATE, mix.length).any()
    session.close()


class HeldVoice:
    """Does not speak before it is let."""

    def __init__(self) -> None:
        self.speak = threading.Event()

    def open_voice(self) -> SineVoice:
        return SineVoice(before=self._wait)

    def _wait(self, _: Utterance) -> None:
        assert self.speak.wait(30.0)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldVoice]:
    voice = HeldVoice()
    monkeypatch.setattr("sine_voice.open_voice", voice.open_voice)
    yield voice
    voice.speak.set()


@pytest.mark.parametrize(("chosen", "heard"), [("brown", True), (OFF, False)])
def test_a_background_that_is_chosen_before_it_is_ready_holds_from_the_beginning(
    rehearsal: Rehearsal, held: HeldVoice, *, chosen: str, heard: bool
) -> None:
    session = rehearsal.session(SCRIPT.replace("tier: 2", "tier: 2\nsoundscape: rain"))
    session.play()
    assert not session.sound.set_soundscape(chosen)
    held.speak.set()
    rehearsal.until(Prepared)
    assert session.player
    mix, end = session.player.performance.mix, session.player.timeline.length
    assert session.sound.chosen_background == chosen
    assert mix.read(end - SAMPLE_RATE, end).any() == heard
    chapter = session.player.timeline.chapters[1].start
    assert mix.read(chapter - SAMPLE_RATE, chapter).any() == heard
    session.close()


def test_a_background_of_no_name_is_refused_before_it_is_ready_too(rehearsal: Rehearsal, held: HeldVoice) -> None:
    session = rehearsal.session()
    session.play()
    with pytest.raises(SoundError, match="no soundscape called “rian”"):
        session.sound.set_soundscape("rian")
    assert session.sound.chosen_background is None
    held.speak.set()
    rehearsal.until(Started)
    session.close()


def test_another_background_is_heard_although_it_was_off(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.sound.set_background(None)
    session.play()
    rehearsal.until(Started)
    session.sound.set_soundscape("brown")
    assert session.sound.background == 0.0
    session.close()


def test_an_answer_is_handed_on_without_waiting_for_the_disk(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = threading.Event()
    start = rehearsal.journal.start_practice

    def slow(new: NewPractice) -> int:
        assert disk.wait(30)
        return start(new)

    monkeypatch.setattr(rehearsal.journal, "start_practice", slow)
    session = rehearsal.session()
    written = session.record_answer(When.BEFORE, Field.DISTRESS, 7)
    assert not written.done()
    disk.set()
    written.result(30)
    session.close()
    assert rehearsal.practice.before.distress == 7
