"""The piece behind “ground me now” waits for nothing of the exercise."""

import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext

import pytest

from feltsense.errors import FeltsenseError, PlaybackError, VoiceError
from feltsense.mix.prepared_audio import PreparedAudio
from feltsense.practice.events import Grounded, Grounding, GroundingFailed, Prepared, Substituted
from feltsense.practice.options import Fallbacks
from feltsense.practice.player import ExercisePlayer
from feltsense.practice.preparation import PracticeRequest
from feltsense.practice.rescue import RescuePreparation
from feltsense.practice.rescue_player import RescuePlayer
from feltsense.practice.session import Session
from feltsense.script.options import VersionOptions
from feltsense.script.parser import parse
from feltsense.timeline.expand import expand
from feltsense.timeline.utterances import utterances_of
from feltsense.voice import registry
from feltsense.voice.port import Utterance
from rehearsing import RESCUE, SCRIPT, Rehearsal
from sine_voice import CalibratedVoice, Gate, SineVoice

LAST_OF_RESCUE = "There you are."


class HangingVoice(CalibratedVoice):
    """A voice called hanging: it speaks the rescue piece, and of an exercise as many phrases as are let through."""

    def __init__(self, *, takes_turns: bool) -> None:
        """Let each phrase wait for the one before it, if it takes turns."""
        self.gate = Gate("Look", "There")
        self._turn = threading.Lock() if takes_turns else nullcontext()
        super().__init__(peak=0.4, before=self._wait)

    def _wait(self, utterance: Utterance) -> None:
        with self._turn:
            self.gate(utterance)


@pytest.fixture(params=[False])
def voice(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[HangingVoice]:
    made = HangingVoice(takes_turns=request.param)
    monkeypatch.setattr("listening.open_voice", lambda: made, raising=False)
    monkeypatch.setitem(registry.VOICES, "hanging", "listening")
    yield made
    made.gate.let(1000)


taking_turns = pytest.mark.parametrize("voice", [True], indirect=True)


def hanging(rehearsal: Rehearsal) -> Session:
    session = rehearsal.session(SCRIPT.replace("[1, 2]", "[2]"), VersionOptions(voice="hanging"))
    session.prepare()
    rehearsal.until(Prepared)
    return session


def grounded(rehearsal: Rehearsal, session: Session) -> str:
    """Ask for the rescue piece, hear all of it, and return its voice."""
    session.ground()
    told = rehearsal.until(Grounding)
    assert isinstance(told, Grounding)
    rehearsal.until(Grounded)
    session.close()
    return told.timeline.voice


def test_it_is_ready_while_the_exercise_is_still_being_spoken(rehearsal: Rehearsal, voice: HangingVoice) -> None:
    session = hanging(rehearsal)
    voice.gate.let(1)
    rehearsal.when(lambda: voice.spoken[LAST_OF_RESCUE] == 1)
    assert grounded(rehearsal, session) == "hanging"
    assert set(voice.spoken) == {"Here is a sentence.", "Look around.", LAST_OF_RESCUE}


def test_it_comes_though_playing_waits_for_a_phrase_that_hangs(
    rehearsal: Rehearsal, voice: HangingVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.practice.session.GROUND_FADE", 0.1)
    monkeypatch.setattr("feltsense.playback.transport._LATEST", 0.1)  # of what is not there, nothing can fade
    session = hanging(rehearsal)
    session.play()
    voice.gate.let(1)
    rehearsal.when(lambda: voice.spoken[LAST_OF_RESCUE] == 1)
    session.steer(ExercisePlayer.next_section)
    rehearsal.when(lambda: session.player is not None and session.player.performance.mix.wanted > 0)
    assert grounded(rehearsal, session) == "hanging"


def test_it_comes_though_the_first_phrase_hangs(rehearsal: Rehearsal, voice: HangingVoice) -> None:
    assert grounded(rehearsal, hanging(rehearsal)) == "hanging"
    assert set(voice.spoken) == {"Look around.", LAST_OF_RESCUE}


def test_the_first_phrase_of_the_exercise_has_the_machine_to_itself(
    rehearsal: Rehearsal, voice: HangingVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: dict[RescuePreparation, set[str]] = {}
    start = RescuePreparation.start

    def keep(self: RescuePreparation, name: str) -> None:  # a session of another test may be ending meanwhile
        spoken.setdefault(self, set(voice.spoken))
        start(self, name)

    monkeypatch.setattr(RescuePreparation, "start", keep)
    session = hanging(rehearsal)
    preparation = session._preparation
    voice.gate.let(1)
    rehearsal.when(lambda: preparation._rescue in spoken)
    assert spoken[preparation._rescue] == {"Here is a sentence."}
    session.close()


@taking_turns
def test_where_the_voice_hangs_for_everybody_the_built_in_one_reads(
    rehearsal: Rehearsal, voice: HangingVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.practice.rescue._PATIENCE", 0.0)
    assert grounded(rehearsal, hanging(rehearsal)) == "heart"
    assert not voice.spoken


@taking_turns
def test_what_is_in_the_cache_needs_no_voice(
    rehearsal: Rehearsal, voice: HangingVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.practice.rescue._PATIENCE", 1000.0)
    exercise = parse(RESCUE, "ninety-seconds-here").exercise
    phrases = [each for each, _ in utterances_of(exercise.front, expand(exercise, None).steps)]
    rehearsal.stage._voices().synthesiser("hanging").prepare(phrases, 1, lambda _done, _total: None)
    assert grounded(rehearsal, hanging(rehearsal)) == "hanging"
    assert voice.spoken.total() == len(phrases)


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> list[PreparedAudio | FeltsenseError]:
    """What a session was given as the rescue piece."""
    given: list[PreparedAudio | FeltsenseError] = []
    take = RescuePlayer.ready

    def taken(self: RescuePlayer, made: PreparedAudio | FeltsenseError) -> None:
        take(self, made)
        given.append(made)

    monkeypatch.setattr(RescuePlayer, "ready", taken)
    return given


def frail(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, before: Callable[[Utterance], None]) -> Session:
    """Return a session whose voice `frail` is replaced by `heart` where it fails in the exercise."""
    monkeypatch.setattr("listening.open_voice", lambda: CalibratedVoice(peak=0.4, before=before), raising=False)
    monkeypatch.setitem(registry.VOICES, "frail", "listening")
    exercise = parse(SCRIPT.replace("[1, 2]", "[2]"), "small").exercise
    request = PracticeRequest(exercise, rehearsal.folder, VersionOptions(voice="frail"), Fallbacks(voices=("heart",)))
    return Session(request, rehearsal.stage, rehearsal.journal, rehearsal.told.put)


def test_it_comes_though_its_voice_hangs_and_was_replaced_in_the_exercise(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    hangs, released = threading.Event(), threading.Event()

    def before(utterance: Utterance) -> None:
        if utterance.text.startswith(("Look", "There")):
            hangs.set()
            released.wait(30)
        if utterance.text.startswith("This is the end"):
            hangs.wait(30)
            raise VoiceError("It lost its voice.")

    session = frail(rehearsal, monkeypatch, before)
    session.prepare()
    rehearsal.until(Substituted)
    assert grounded(rehearsal, session) == "heart"
    released.set()


def test_it_reads_in_the_voice_that_replaced_the_exercises(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, pieces: list[PreparedAudio | FeltsenseError]
) -> None:
    def before(utterance: Utterance) -> None:
        if utterance.text.startswith("This is the end"):
            rehearsal.when(lambda: bool(pieces))
            raise VoiceError("It lost its voice.")

    session = frail(rehearsal, monkeypatch, before)
    session.prepare()
    rehearsal.when(lambda: len(pieces) == 2)
    assert grounded(rehearsal, session) == "heart"


def test_where_the_voice_hangs_and_the_built_in_one_fails_it_is_told(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Utterance) -> None:
        raise VoiceError("It is broken.")

    released = threading.Event()
    monkeypatch.setattr("feltsense.practice.rescue._PATIENCE", 0.0)
    monkeypatch.setattr("sine_voice.open_voice", lambda: SineVoice(before=fail))
    session = frail(rehearsal, monkeypatch, lambda _: assert_released(released))
    session.ground()
    rehearsal.until(GroundingFailed)
    released.set()
    session.close()


def assert_released(released: threading.Event) -> None:
    assert released.wait(30)


def test_a_fault_inside_the_voice_is_no_reason_not_to_try_the_next(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def before(utterance: Utterance) -> None:
        if utterance.text.startswith("There"):
            raise RuntimeError("the engine is not well")

    session = frail(rehearsal, monkeypatch, before)
    session.prepare()
    rehearsal.until(Prepared)
    assert grounded(rehearsal, session) == "heart"


def test_it_is_not_heard_after_who_asked_for_it_has_ended(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, pieces: list[PreparedAudio | FeltsenseError]
) -> None:
    gate = Gate()
    session = frail(rehearsal, monkeypatch, gate)
    session.ground()
    session.end()
    rehearsal.until(Grounded)
    gate.let(1000)
    rehearsal.when(lambda: bool(pieces))
    session.close()
    assert not any(isinstance(each, Grounding | GroundingFailed) for each in rehearsal.kept)
    assert rehearsal.told.empty()


def test_nothing_of_the_exercise_is_spoken_once_it_is_asked_for(rehearsal: Rehearsal, voice: HangingVoice) -> None:
    session = rehearsal.session(SCRIPT, VersionOptions(voice="hanging"))
    assert grounded(rehearsal, session) == "hanging"
    assert set(voice.spoken) == {"Look around.", LAST_OF_RESCUE}


def test_nothing_is_given_to_who_has_left(rehearsal: Rehearsal) -> None:
    given: list[object] = []
    preparation = RescuePreparation(rehearsal.stage, given.append)
    preparation.stop()
    preparation.start("heart")
    preparation.start_urgently("heart")
    assert preparation._voice == ""
    with pytest.raises(PlaybackError):
        preparation._check_wanted(0, 1)
    assert given == []
