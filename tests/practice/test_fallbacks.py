"""What the settings name and is not there any more is replaced, with one line; what was asked for by name is not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from added_voices import SIWIS
from feltsense.errors import PlaybackError, VoiceError
from feltsense.journal.model import Field, When
from feltsense.playback.port import Started
from feltsense.practice.engine import AudioEngine
from feltsense.practice.events import Finished, Grounding, PreparationFailed, Prepared, Substituted
from feltsense.practice.flow import open_session
from feltsense.practice.options import PracticeChoice
from feltsense.practice.session import Session
from feltsense.system.paths import Workspace
from feltsense.system.settings import Settings
from feltsense.units import SAMPLE_RATE
from feltsense.voice import registry
from feltsense.voice.port import Utterance
from rehearsing import RESCUE, SCRIPT, Rehearsal
from sine_voice import SineVoice

SMALL, HERE = PracticeChoice("small"), PracticeChoice("ninety-seconds-here")
LONGER = 12 * SAMPLE_RATE


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A voice called slow, that needs so long for a phrase that the rescue piece cannot be as short as it is."""
    voice = SineVoice()
    voice.longer = LONGER
    voice.name, voice.peak = "slow", 0.4  # not what the voice heart has in the cache
    monkeypatch.setattr("listening.open_voice", lambda: voice, raising=False)
    monkeypatch.setitem(registry.VOICES, "slow", "listening")


@pytest.fixture
def opened(rehearsal: Rehearsal) -> Iterator[Any]:
    made: list[Session] = []

    def open_one(choice: PracticeChoice, **settings: Any) -> Session:
        made.append(open_session(choice, Settings(**settings), rehearsal.stage, rehearsal.journal, rehearsal.told.put))
        return made[-1]

    yield open_one
    for session in made:
        session.close()


def test_a_voice_that_is_gone_is_replaced_by_the_exercises_own(rehearsal: Rehearsal, opened: Any) -> None:
    session = opened(SMALL, voice="gone-voice")
    session.play()
    assert rehearsal.until(Substituted) == Substituted(
        "There is no voice called “gone-voice”. The voice heart reads instead."
    )
    prepared = rehearsal.until(Prepared)
    assert isinstance(prepared, Prepared)
    assert prepared.timeline.voice == "heart"
    rehearsal.until(Finished)
    session.close()
    assert rehearsal.practice.voice == "heart"


def test_the_journal_has_the_voice_that_reads_though_something_was_answered_before(
    rehearsal: Rehearsal, opened: Any
) -> None:
    session = opened(SMALL, voice="gone-voice")
    session.record_answer(When.BEFORE, Field.DISTRESS, 3).result(30)
    assert rehearsal.practice.voice == "gone-voice"
    session.prepare()
    rehearsal.until(Prepared)
    session.close()
    assert rehearsal.practice.voice == "heart"


def test_where_the_exercises_own_voice_does_not_work_either_the_built_in_one_reads(
    rehearsal: Rehearsal, opened: Any
) -> None:
    (rehearsal.folder / "exercises" / "small.md").write_text(SCRIPT.replace("tier: 2", "tier: 2\nvoice: lost"))
    opened(SMALL, voice="gone-voice").prepare()
    told = rehearsal.until(Substituted)
    assert isinstance(told, Substituted)
    assert told.message.endswith("The voice heart reads instead.")
    rehearsal.until(Prepared)


def test_the_voice_that_a_language_has_chosen_is_told(
    rehearsal: Rehearsal, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registry.VOICES, "system", "sine_voice")
    german = SCRIPT.replace("tier: 2", "tier: 2\nlanguage: de")
    (rehearsal.folder / "exercises" / "small.md").write_text(german)
    opened(SMALL).prepare()
    assert rehearsal.until(Substituted) == Substituted("This script is in “de”, so the voice system reads it.")
    rehearsal.until(Prepared)


def test_the_built_in_voice_does_not_read_another_language(
    rehearsal: Rehearsal, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registry.VOICES, "system", "sine_voice")
    german = SCRIPT.replace("tier: 2", "tier: 2\nlanguage: de\nvoice: lost")
    (rehearsal.folder / "exercises" / "small.md").write_text(german)
    opened(SMALL, voice="gone-voice").prepare()
    told = rehearsal.until(Substituted)
    assert isinstance(told, Substituted)
    assert told.message.endswith("The voice system reads instead.")
    rehearsal.until(Prepared)


def test_a_voice_of_the_settings_that_speaks_another_language_gives_way_with_one_line(
    rehearsal: Rehearsal, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.voice.choosing.added_voices", lambda: (SIWIS,))
    session = opened(SMALL, voice="kokoro:ff_siwis")
    session.prepare()
    why = "kokoro:ff_siwis speaks fr-FR, and this is in en-US."
    assert rehearsal.until(Substituted) == Substituted(f"The voice heart reads: {why}")
    rehearsal.until(Prepared)


def test_a_voice_that_the_language_has_chosen_and_that_cannot_speak_here_is_replaced(
    rehearsal: Rehearsal, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.voice.choosing.added_voices", lambda: (SIWIS,))
    monkeypatch.setitem(registry.VOICES, "system", "sine_voice")
    monkeypatch.setitem(registry.VOICES, "kokoro", "feltsense.voice.kokoro.voice")  # its files are not here
    (rehearsal.folder / "exercises" / "small.md").write_text(SCRIPT.replace("tier: 2", "tier: 2\nlanguage: fr"))
    opened(SMALL).prepare()
    told = rehearsal.until(Substituted)
    assert isinstance(told, Substituted)
    assert told.message == "There is no voice called “kokoro:ff_siwis”. The voice system reads instead."
    rehearsal.until(Prepared)


def test_a_voice_of_another_language_that_is_asked_for_in_words_is_an_error(
    rehearsal: Rehearsal, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.voice.choosing.added_voices", lambda: (SIWIS,))
    asked = replace(SMALL, voice="kokoro:ff_siwis")
    with pytest.raises(VoiceError, match="speaks fr-FR; small names no language, so it is in en-US"):
        opened(asked)
    opened(replace(asked, voice_gives_way=True)).prepare()
    rehearsal.until(Prepared)


def test_a_voice_that_cannot_speak_here_is_replaced_too(
    rehearsal: Rehearsal, opened: Any, slow: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Utterance) -> None:
        raise VoiceError("Its engine is not installed.")

    monkeypatch.setattr("listening.open_voice", lambda: SineVoice(before=refuse))
    opened(SMALL, voice="slow").prepare()
    told = rehearsal.until(Substituted)
    assert isinstance(told, Substituted)
    assert "Its engine is not installed. The voice heart reads instead." in told.message
    rehearsal.until(Prepared)


def test_a_background_that_is_gone_is_replaced_by_the_exercises_own(rehearsal: Rehearsal, opened: Any) -> None:
    opened(SMALL, background="gone.mp3").prepare()
    told = rehearsal.until(Substituted)
    assert isinstance(told, Substituted)
    assert "gone.mp3" in told.message
    assert told.message.endswith("The exercise's own background is used.")
    rehearsal.until(Prepared)


@pytest.mark.parametrize(
    "choice", [PracticeChoice("small", voice="gone-voice"), PracticeChoice("small", soundscape="gone")]
)
def test_what_is_asked_for_by_name_fails_clearly(rehearsal: Rehearsal, opened: Any, choice: PracticeChoice) -> None:
    opened(choice, voice="heart", background="rain").play()
    failed = rehearsal.until(PreparationFailed)
    assert isinstance(failed, PreparationFailed)
    assert "gone" in failed.error.message
    assert not [event for event in rehearsal.kept if isinstance(event, Substituted)]


def test_the_rescue_piece_takes_the_nearest_length_with_a_slow_voice(
    rehearsal: Rehearsal, opened: Any, slow: None
) -> None:
    (rehearsal.folder / "exercises" / "ninety-seconds-here.md").write_text(RESCUE.replace("0.5", "0.2"))
    opened(HERE, voice="slow").prepare()
    prepared = rehearsal.until(Prepared)
    assert isinstance(prepared, Prepared)
    assert prepared.timeline.voice == "slow"
    assert 0.2 * 60 < prepared.timeline.length / SAMPLE_RATE < 40


def test_ground_me_now_does_so_too(rehearsal: Rehearsal, opened: Any, slow: None) -> None:
    (rehearsal.folder / "exercises" / "ninety-seconds-here.md").write_text(RESCUE.replace("0.5", "0.2"))
    session = opened(SMALL, voice="slow")
    session.ground()
    grounding = rehearsal.until(Grounding)
    assert isinstance(grounding, Grounding)
    assert grounding.timeline.voice == "slow"


@pytest.mark.parametrize("choice", [SMALL, PracticeChoice("small", minutes=0.5)])
def test_other_exercises_keep_their_length_in_the_exercises_own_voice(
    rehearsal: Rehearsal, opened: Any, slow: None, choice: PracticeChoice
) -> None:
    (rehearsal.folder / "exercises" / "small.md").write_text(SCRIPT.replace("[1, 2]", "[0.5]"))
    opened(choice, voice="slow").prepare()
    assert rehearsal.until(Substituted) == Substituted(
        "The voice slow cannot read this in the wanted length. The voice heart reads instead."
    )
    prepared = rehearsal.until(Prepared)
    assert isinstance(prepared, Prepared)
    assert (prepared.timeline.voice, prepared.timeline.length) == ("heart", 0.5 * 60 * SAMPLE_RATE)


@pytest.mark.parametrize(
    ("choice", "wanted"),
    [(PracticeChoice("small", minutes=0.5, voice="slow"), "0:30"), (PracticeChoice("small", minutes=0.05), "0:03")],
)
def test_a_length_that_neither_voice_can_keep_fails(
    rehearsal: Rehearsal, opened: Any, slow: None, choice: PracticeChoice, wanted: str
) -> None:
    opened(choice, voice="slow").prepare()
    failed = rehearsal.until(PreparationFailed)
    assert isinstance(failed, PreparationFailed)
    assert f"cannot last exactly {wanted}" in failed.error.message


def test_a_loudspeaker_of_the_settings_that_is_unknown_is_replaced(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.playback.outputs.registry.AUTO", "silent")
    rehearsal.stage = AudioEngine(Workspace(rehearsal.folder), "gramophone", output_fallback=True)
    session = rehearsal.session()
    session.play()
    told = rehearsal.until(Substituted)
    assert isinstance(told, Substituted)
    assert "gramophone" in told.message
    rehearsal.until(Started)
    session.close()


def test_a_faster_clock_is_no_reason_for_another_loudspeaker(rehearsal: Rehearsal) -> None:
    engine = AudioEngine(Workspace(rehearsal.folder), "auto", 3.0, output_fallback=True)
    rehearsal.stage.close()
    rehearsal.stage = engine
    session = rehearsal.session()
    session.play()
    failed = rehearsal.until(PreparationFailed)
    assert isinstance(failed, PreparationFailed)
    assert isinstance(failed.error, PlaybackError)
    session.close()
