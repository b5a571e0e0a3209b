"""A practice is heard while its end is still being spoken."""

import threading
from collections.abc import Callable, Iterator
from typing import cast

import pytest

from feltsense.errors import VoiceError
from feltsense.journal.model import Field, Outcome, When
from feltsense.mix.prepare import AudioPreparation
from feltsense.practice.events import (
    Finished,
    Grounded,
    LengthMissed,
    PlaybackFailed,
    PracticeState,
    Prepared,
    Preparing,
    Substituted,
)
from feltsense.practice.options import Fallbacks
from feltsense.practice.player import ExercisePlayer
from feltsense.practice.preparation import PracticeRequest
from feltsense.practice.session import Session
from feltsense.script.options import AS_WRITTEN, VersionOptions
from feltsense.script.parser import parse
from feltsense.timeline.expand import expand
from feltsense.timeline.measure import HEAD
from feltsense.timeline.model import SpeechEvent
from feltsense.timeline.utterances import utterances_of
from feltsense.units import SAMPLE_RATE, Frames, milliseconds
from feltsense.voice import registry
from feltsense.voice.port import Utterance
from feltsense.voice.synthesiser import Synthesiser
from rehearsing import SCRIPT, Rehearsal
from sine_voice import CalibratedVoice, Gate

LONG = SCRIPT.replace("[1, 2]", "[2]").replace(
    "## Leaving",
    "\n".join(f"This is sentence number {number}, and it takes its time." for number in range(9)) + "\n\n## Leaving",
)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr("sine_voice.open_voice", lambda: CalibratedVoice(before=made))
    yield made
    made.let(1000)


def test_it_is_heard_before_all_of_it_is_spoken(rehearsal: Rehearsal, gate: Gate) -> None:
    session = rehearsal.session()
    session.play()
    prepared = rehearsal.until(Prepared)
    assert isinstance(prepared, Prepared)
    gate.let(1)
    rehearsal.when(lambda: session.player is not None and session.player.position > HEAD)
    assert session.state is PracticeState.PLAYING
    gate.let(100)
    assert rehearsal.until(Finished) == Finished(whole=True)
    assert session.player
    assert session.player.timeline.length == prepared.timeline.length
    session.close()
    assert rehearsal.practice.ended is Outcome.WHOLE
    assert not any(isinstance(event, LengthMissed) for event in rehearsal.kept)


def test_without_an_asked_length_the_journal_has_the_one_that_it_came_to(rehearsal: Rehearsal, gate: Gate) -> None:
    session = rehearsal.session(LONG.replace("minutes: [2]\n", "").replace("1s to 5m", "1s"))
    session.play()
    prepared = rehearsal.until(Prepared)
    assert isinstance(prepared, Prepared)
    gate.let(100)
    rehearsal.until(Finished)
    assert session.player
    length = session.player.timeline.length
    session.close()
    assert length != prepared.timeline.length
    assert rehearsal.practice.length_ms == milliseconds(length)


class LateVoice(CalibratedVoice):
    """As quick as is expected, but for the last phrase, when no silence can make that good any more."""

    def __init__(self, last: int) -> None:
        super().__init__(peak=last / 2**40)  # another voice for the cache
        self.last = last

    def length(self, utterance: Utterance) -> int:
        """Return the frames that a phrase takes."""
        return self.last if utterance.text == "This is the end." else super().length(utterance)


@pytest.fixture
def late(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Session]:
    """A session of two minutes that comes out so many frames longer."""

    def practised_late(excess: int) -> Session:
        last = 200 * SAMPLE_RATE
        with Synthesiser(LateVoice(last), None) as speaker:
            made = AudioPreparation(parse(LONG, "small").exercise, None, speaker, None).stream(
                lambda _done, _total: None
            )
            made.finish(lambda _done, _total: None)
            last += excess - made.excess
        monkeypatch.setattr("sine_voice.open_voice", lambda: LateVoice(last))
        return rehearsal.session(LONG)

    return practised_late


def test_a_length_that_could_not_be_met_is_told_and_kept(rehearsal: Rehearsal, late: Callable[[int], Session]) -> None:
    session = late(24 * SAMPLE_RATE)
    session.record_answer(When.BEFORE, Field.DISTRESS, 3).result(30)
    session.play()
    rehearsal.until(Prepared)
    session.steer(ExercisePlayer.toggle)
    told = rehearsal.until(LengthMissed)
    assert isinstance(told, LengthMissed)
    assert told.message == "This takes 24 seconds longer than planned: the voice is slower than expected."
    rehearsal.when(lambda: rehearsal.practice.length_ms == 144_000)  # at once, and not when it ends
    session.close()


@pytest.mark.parametrize(("excess", "told"), [(SAMPLE_RATE, True), (SAMPLE_RATE - 1, False)])
def test_only_what_somebody_would_notice_is_told(
    rehearsal: Rehearsal, late: Callable[[int], Session], excess: int, *, told: bool
) -> None:
    session = late(excess)
    session.prepare()
    preparing = session._preparation._thread
    assert preparing
    preparing.join(30.0)
    assert session.player
    assert session.player.performance.excess == excess
    session.close()
    events = [rehearsal.told.get_nowait() for _ in range(rehearsal.told.qsize())]
    assert (LengthMissed(excess) in events) == told


def test_less_than_was_asked_for_is_told_as_plainly() -> None:
    assert LengthMissed(-SAMPLE_RATE).message == (
        "This takes 1 second less than planned: the voice is faster than expected."
    )


def test_what_is_heard_is_looked_up_where_it_is_now(rehearsal: Rehearsal, gate: Gate) -> None:
    session = rehearsal.session(LONG)
    session.prepare()
    rehearsal.until(Prepared)
    player = session.player
    assert player
    before = player.timeline
    gate.let(100)
    rehearsal.when(lambda: player.performance.settled == player.timeline.length)
    spoken = [tile for tile in player.timeline.tiles if isinstance(tile, SpeechEvent)]
    assert player.timeline.length == before.length
    assert [tile.start for tile in spoken] != [t.start for t in before.tiles if isinstance(t, SpeechEvent)]
    player.transport.seek(spoken[5].start)
    moment = player.moment()
    assert moment.phrase == spoken[5]
    assert moment.phrase.words
    session.close()


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([ExercisePlayer.next_section], lambda player: player.timeline.chapters[1].start),
        ([lambda player: player.section(1)], lambda player: player.timeline.chapters[1].start),
        ([ExercisePlayer.next_phrase] * 4, lambda player: phrase_start(player, 3)),
        (
            [ExercisePlayer.next_section, ExercisePlayer.previous_phrase],
            lambda player: phrase_start(player, len(phrase_starts(player)) - 2),
        ),
    ],
)
def test_a_key_that_leads_to_what_is_not_spoken_arrives_at_its_beginning(
    rehearsal: Rehearsal,
    gate: Gate,
    keys: list[Callable[[ExercisePlayer], None]],
    expected: Callable[[ExercisePlayer], int],
) -> None:
    session = rehearsal.session(LONG)
    session.play()
    rehearsal.until(Prepared)
    rehearsal.when(lambda: session.player is not None and session.player.position > 0)
    session.steer(ExercisePlayer.toggle)
    for key in keys:
        session.steer(key)
    player = session.player
    assert player
    assert not player.performance.mix.read(0, 100).any()
    guess = player.position
    gate.let(100)
    rehearsal.when(lambda: player.performance.settled == player.timeline.length)
    rehearsal.when(lambda: player.position == expected(player))
    assert guess != player.position  # the voice is not as quick as people expect
    session.close()


def phrase_starts(player: ExercisePlayer) -> list[Frames]:
    return [tile.start for tile in player.timeline.tiles if isinstance(tile, SpeechEvent)]


def phrase_start(player: ExercisePlayer, number: int) -> Frames:
    return phrase_starts(player)[number]


def refusing(beginning: str) -> Callable[[Utterance], None]:
    def refuse(utterance: Utterance) -> None:
        if utterance.text.startswith(beginning):
            raise VoiceError("It lost its voice.")

    return refuse


def practised(rehearsal: Rehearsal, *voices: str) -> Session:
    wanted = PracticeRequest(
        parse(LONG, "small").exercise, rehearsal.folder, VersionOptions(voice="frail"), Fallbacks(voices=voices)
    )
    return Session(wanted, rehearsal.stage, rehearsal.journal, rehearsal.told.put)


@pytest.fixture
def frail(monkeypatch: pytest.MonkeyPatch) -> CalibratedVoice:
    """A voice of that name, which cannot speak the last phrase."""
    voice = CalibratedVoice(peak=0.4, before=refusing("This is the end"))
    monkeypatch.setattr("listening.open_voice", lambda: voice, raising=False)
    monkeypatch.setitem(registry.VOICES, "frail", "listening")
    return voice


def test_a_voice_that_fails_before_it_is_heard_is_replaced(rehearsal: Rehearsal, frail: CalibratedVoice) -> None:
    session = practised(rehearsal, "heart")
    session.prepare()
    told = rehearsal.until(Substituted)
    assert isinstance(told, Substituted)
    assert told.message == "small, line 24: It lost its voice. The voice heart reads instead."
    assert frail.spoken
    session.play()
    assert rehearsal.until(Finished) == Finished(whole=True)
    assert session.player
    assert session.player.timeline.voice == "heart"
    session.close()
    assert rehearsal.practice.voice == "heart"


def test_a_voice_that_fails_once_it_was_heard_ends_it_with_a_word(rehearsal: Rehearsal, frail: CalibratedVoice) -> None:
    heard: list[bool] = []
    refuse = refusing("This is the end")

    def wait(utterance: Utterance) -> None:
        if utterance.text.startswith("This is the end"):
            session_is_heard()
        refuse(utterance)

    def session_is_heard() -> None:
        for _ in range(3000):
            if session.player is not None and session.player.moment().phrase is not None:
                heard.append(True)
                return
            rehearsal.when(lambda: True)
        raise AssertionError("nothing was heard")

    frail.before = wait
    session = practised(rehearsal, "heart")
    session.play()
    failed = rehearsal.until(PlaybackFailed)
    assert isinstance(failed, PlaybackFailed)
    assert failed.error.message == "small, line 24: It lost its voice."
    assert heard
    assert not [event for event in rehearsal.kept if isinstance(event, Substituted)]
    session.close()
    assert rehearsal.practice.ended is Outcome.EARLY


def test_a_length_that_is_near_a_limit_is_spoken_first(rehearsal: Rehearsal, gate: Gate) -> None:
    session = rehearsal.session(LONG, VersionOptions(minutes=1))
    session.play()
    gate.let(100)
    told = []
    while not isinstance(event := rehearsal.told.get(timeout=30), Prepared):
        told.append(event)
    assert Preparing(12, 12) in told
    assert session.player
    assert session.player.performance.settled == session.player.timeline.length
    session.close()


def test_leaving_lets_go_of_what_waits_for_a_voice_that_hangs(rehearsal: Rehearsal, gate: Gate) -> None:
    session = rehearsal.session(LONG, AS_WRITTEN)
    session.play()
    rehearsal.until(Prepared)
    player = session.player
    assert player
    session.close()
    with pytest.raises(Exception, match="left"):
        player.performance.mix.read(0, 30 * SAMPLE_RATE)


def small_voice(rehearsal: Rehearsal) -> CalibratedVoice:
    return cast("CalibratedVoice", rehearsal.stage._voices().synthesiser("heart").voice)


def test_going_on_to_what_is_not_spoken_and_back_again_plays_on(rehearsal: Rehearsal, gate: Gate) -> None:
    voice = small_voice(rehearsal)
    session = rehearsal.session(LONG)
    session.play()
    gate.let(6)
    rehearsal.until(Prepared)
    player = session.player
    assert player
    rehearsal.when(lambda: voice.spoken.total() == 6 and player.performance.settled > 2 * HEAD)
    session.steer(ExercisePlayer.next_section)
    rehearsal.when(lambda: player.performance.mix.wanted > player.timeline.chapters[1].start)  # it is waited for
    session.steer(lambda player: player.section(0))
    rehearsal.when(lambda: 0 < player.position < player.performance.settled)  # the gate is shut all the while
    session.close()


def test_without_an_asked_length_no_key_leads_to_an_end_that_was_expected(rehearsal: Rehearsal, gate: Gate) -> None:
    """All but the first sentence is in the cache, and takes longer than is expected."""
    script = LONG.replace("minutes: [2]\n", "").replace("1s to 5m", "1s")
    small_voice(rehearsal).longer = 30 * SAMPLE_RATE
    exercise = parse(script, "small").exercise
    _, *others = utterances_of(exercise.front, expand(exercise, None).steps)
    gate.let(len(others))
    rehearsal.stage._voices().synthesiser("heart").prepare([each for each, _ in others], 1, lambda _done, _total: None)
    session = rehearsal.session(script)
    session.play()
    rehearsal.until(Prepared)
    player = session.player
    assert player
    session.steer(ExercisePlayer.toggle)
    session.steer(ExercisePlayer.next_section)
    expected = player.timeline.length
    gate.let(1)
    rehearsal.when(lambda: player.performance.settled == player.timeline.length)
    assert player.timeline.chapters[1].start > expected
    rehearsal.when(lambda: player.position == player.timeline.chapters[1].start)
    session.close()


def test_a_voice_that_takes_over_stays_paused(rehearsal: Rehearsal, frail: CalibratedVoice) -> None:
    gate = Gate("Here")
    refuse = refusing("This is the end")

    def before(utterance: Utterance) -> None:
        gate(utterance)
        refuse(utterance)

    frail.before = before
    session = practised(rehearsal, "heart")
    session.play()
    rehearsal.until(Prepared)
    rehearsal.when(lambda: session.player is not None)
    session.steer(ExercisePlayer.toggle)
    first = session.player
    assert first
    rehearsal.when(lambda: first.paused)
    assert first.moment().phrase is None
    gate.let(100)
    rehearsal.until(Substituted)
    assert session.player is not first
    assert session.paused
    session.close()


def test_whatever_happens_to_the_second_voice_the_rescue_piece_comes(
    rehearsal: Rehearsal, frail: CalibratedVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = threading.Event()

    def broken() -> CalibratedVoice:
        tried.set()
        raise ZeroDivisionError

    monkeypatch.setattr("scripts.open_voice", broken, raising=False)
    monkeypatch.setitem(registry.VOICES, "broken", "scripts")
    session = practised(rehearsal, "broken")
    session.prepare()
    assert tried.wait(30.0)
    session.ground()
    rehearsal.until(Grounded)
    session.close()


@pytest.mark.parametrize("first", [36, 39])
def test_a_section_that_begins_sooner_than_expected_is_gone_to_as_soon_as_it_is_known(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    gate = Gate("Look", "There")
    monkeypatch.setattr("sine_voice.open_voice", lambda: CalibratedVoice(before=gate))
    sections = {"One": first, "Two": 100}
    text = "".join(
        f"## {name}\n\n"
        + "".join(
            f"This is number {n} of section {name}, and it takes its time to be said. [pause 2s]\n"
            for n in range(count)
        )
        for name, count in sections.items()
    )
    session = rehearsal.session(f"---\ntitle: Two sections\n---\n\n{text}")
    session.play()
    rehearsal.until(Prepared)
    session.steer(ExercisePlayer.toggle)
    session.steer(ExercisePlayer.next_section)
    gate.let(first + 3)  # then the voice hangs
    player = session.player
    assert player is not None
    expected = player.timeline.chapters[1].start
    rehearsal.when(lambda: player.timeline.chapters[1].start <= player.performance.settled)
    rehearsal.when(lambda: player.position == player.timeline.chapters[1].start)
    assert player.position < expected
    gate.let(1000)
    session.close()
