"""The first words of the exercise that is marked are spoken ahead, where its voice is a slow one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from feltsense.practice.events import Prepared
from feltsense.practice.options import PracticeChoice
from feltsense.practice.preparation import PracticeRequest, practice_request
from feltsense.practice.speaking_ahead import SpeakingAhead
from feltsense.system.settings import Settings
from feltsense.timeline.measure import HEAD
from feltsense.voice import registry
from rehearsing import SCRIPT, Rehearsal
from sine_voice import CalibratedVoice, Gate

PATIENCE_S = 30.0
FIRST = "Here is a sentence."
OTHER = SCRIPT.replace(FIRST, "Something else begins.")


@dataclass
class Marking:
    """A library with three exercises in a slow voice, whose phrases are let through one by one."""

    rehearsal: Rehearsal
    gate: Gate = field(default_factory=Gate)
    asked: list[str] = field(default_factory=list)
    """Of which exercises the script was read."""
    slow_voices: bool = True
    settings: Settings = field(default_factory=lambda: Settings(voice="slow"))

    def __post_init__(self) -> None:
        self.voice = CalibratedVoice(before=self.gate)
        folder = self.rehearsal.stage.workspace.exercises
        for slug in ("other", "third"):
            (folder / f"{slug}.md").write_text(OTHER.replace("else", slug), "utf-8")
        self.ahead = SpeakingAhead(self.rehearsal.stage, self.request, lambda: self.slow_voices)

    def request(self, choice: PracticeChoice) -> PracticeRequest:
        self.asked.append(choice.slug)
        return practice_request(choice, self.settings, self.rehearsal.stage.workspace)

    def mark(self, slug: str) -> None:
        self.ahead.mark(PracticeChoice(slug))

    def settle(self) -> None:
        """Wait until nothing is spoken ahead any more."""
        thread = self.ahead._thread
        if thread is not None:
            thread.join(PATIENCE_S)
            assert not thread.is_alive()


@pytest.fixture
def marking(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> Iterator[Marking]:
    made = Marking(rehearsal)
    monkeypatch.setattr(registry, "SLOW_ENGINES", frozenset({"slow"}))
    monkeypatch.setitem(registry.VOICES, "slow", "sine_voice")
    monkeypatch.setattr("sine_voice.open_voice", lambda: made.voice)
    yield made
    made.gate.let(1000)
    made.ahead.close()


def test_the_first_phrase_of_what_is_marked_is_spoken_and_no_other(marking: Marking) -> None:
    marking.gate.let(1000)
    marking.mark("small")
    marking.settle()
    assert marking.voice.spoken == {FIRST: 1}


def test_it_is_heard_at_once_then(marking: Marking) -> None:
    marking.gate.let(1)
    marking.mark("small")
    marking.settle()
    session = marking.rehearsal.session(SCRIPT.replace("title: A", "voice: slow\ntitle: A"))
    session.play()
    marking.rehearsal.until(Prepared)
    marking.rehearsal.when(lambda: session.player is not None and session.player.position > HEAD)
    assert marking.voice.spoken == {FIRST: 1}  # no other was let through
    marking.gate.let(1000)
    session.close()


def test_what_was_marked_last_comes_next_and_what_was_passed_does_not(marking: Marking) -> None:
    for slug in ("small", "other", "third"):
        marking.mark(slug)
    marking.gate.let(1000)
    marking.settle()
    assert set(marking.voice.spoken) <= {FIRST, "Something third begins."}
    assert marking.voice.spoken["Something third begins."] == 1


def test_nothing_follows_once_nothing_is_marked_any_more(marking: Marking) -> None:
    breaths = SCRIPT.replace("Here is", "[breathe in 4 out 6 for 2 rounds with words]\nHere is")
    (marking.rehearsal.stage.workspace.exercises / "small.md").write_text(breaths, "utf-8")
    marking.mark("small")
    marking.ahead.mark(None)
    marking.gate.let(1000)
    marking.settle()
    assert len(marking.voice.spoken) <= 1


def test_nothing_is_spoken_while_something_is_heard(marking: Marking) -> None:
    marking.gate.let(1000)
    marking.rehearsal.stage.playing_sign.put_up("another practice")
    marking.mark("small")
    marking.settle()
    assert not marking.voice.spoken


def test_a_voice_that_is_quick_is_left_alone(marking: Marking) -> None:
    marking.settings = Settings()
    marking.gate.let(1000)
    marking.mark("small")
    marking.settle()
    assert not marking.voice.spoken


def test_without_a_slow_voice_not_even_the_script_is_read(marking: Marking) -> None:
    marking.slow_voices = False
    marking.mark("small")
    marking.settle()
    assert not marking.asked


def test_what_cannot_be_spoken_is_told_by_who_begins_it(marking: Marking) -> None:
    marking.gate.let(1000)
    marking.mark("nowhere")
    marking.settle()
    marking.mark("small")
    marking.settle()
    assert marking.voice.spoken == {FIRST: 1}


def test_where_all_is_spoken_before_it_is_heard_it_begins_with_the_first(marking: Marking) -> None:
    near_its_limit = SCRIPT.replace("minutes: [1, 2]", "minutes: 1").replace("1s to 5m", "50s to 52s")
    (marking.rehearsal.stage.workspace.exercises / "small.md").write_text(near_its_limit, "utf-8")
    marking.gate.let(1000)
    marking.mark("small")
    marking.settle()
    assert marking.voice.spoken == {FIRST: 1}
