"""Every branch of the practice flow, with a prompter that answers at once and a session that makes no sound."""

from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from threading import RLock
from typing import Any, cast

import pytest

from feltsense.cli.plain.prompter import run_now
from feltsense.errors import FeltsenseError, LibraryError, VoiceError
from feltsense.journal.model import CheckIn, Field, When
from feltsense.practice.check_in import Value, with_answer
from feltsense.practice.events import (
    Event,
    FinalEvent,
    Finished,
    Grounded,
    GroundingFailed,
    Notify,
    PreparationFailed,
)
from feltsense.practice.flow import RecentPractices, RecordAnswer, run_practice
from feltsense.practice.menus import NOT_ALL_WRITTEN, ClosingWords, Introduction, Menu
from feltsense.practice.options import Levels, PracticeChoice
from feltsense.practice.preparation import PracticeRequest
from feltsense.practice.safety import FEET
from feltsense.practice.session import Session
from feltsense.practice.sound import PracticeSound
from feltsense.script.parser import parse
from feltsense.system.settings import ExerciseSetting, Settings, value_for
from feltsense.units import SAMPLE_RATE
from flow_table import TABLE, TIERS, Listener, Outcome, Row, Traced, before_it

ERROR = VoiceError("It lost its voice.")
ENDS: dict[Outcome, FinalEvent] = {
    Outcome.HEARD: Finished(whole=True),
    Outcome.ENDED: Finished(whole=False),
    Outcome.GROUNDED: Grounded(),
    Outcome.NOT_GROUNDED: GroundingFailed(ERROR),
    Outcome.FAILED: PreparationFailed(ERROR),
}


class SilentSession:
    """What the flow asks of a session, and what was recorded in it."""

    def __init__(self, slug: str) -> None:
        exercise = parse(f"---\ntitle: {slug}\ntier: {TIERS[slug]}\n---\nHere.\n", slug).exercise
        self.request = PracticeRequest(exercise, None)
        self.sound = PracticeSound(RLock(), lambda _: "", lambda: None, alone=False)
        self.said = {When.BEFORE: CheckIn(), When.AFTER: CheckIn()}
        self.began = 0
        self.all_kept = True
        self.heard = False
        self.prepared = 0
        self.closed = False

    def withdraw(self) -> None:
        if not self.heard:
            self.said = {When.BEFORE: CheckIn(), When.AFTER: CheckIn()}

    def prepare(self) -> None:
        self.prepared += 1

    def record_answer(self, when: When, field: Field, value: Value) -> "Future[None]":
        self.said[when] = with_answer(self.said[when], field, value)
        done: Future[None] = Future()
        done.set_result(None)
        return done


class SilentServices:
    """Fits `PracticeServices`, in memory."""

    def __init__(self, row: Row) -> None:
        self.settings = Settings(told=row.told, questions=row.questions)
        self.opened: list[PracticeChoice] = []
        self.sessions: list[SilentSession] = []
        self._row = row

    async def open_session(self, choice: PracticeChoice, notify: Notify) -> Session:  # noqa: ARG002 - the port's
        if choice.slug not in TIERS:
            raise LibraryError("There is no such exercise.")
        self.opened.append(choice)
        self.sessions.append(SilentSession(choice.slug))
        return cast("Session", self.sessions[-1])

    def close_session(self, session: Session) -> None:
        cast("SilentSession", session).closed = True

    async def gentle_pieces(self) -> frozenset[str]:
        return self._row.pieces

    async def recent_practices(self, count: int) -> RecentPractices | None:
        return RecentPractices("journal.db", tuple(reversed(before_it(self._row)))[:count])

    def now(self) -> datetime:
        return self._row.now

    async def own_people(self) -> bool:
        return self._row.people

    def remember(self, setting: ExerciseSetting, slug: str, value: float | str | None) -> None:
        self.change(**value_for(self.settings, setting, slug, value))

    def mark_told(self, what: str) -> None:
        self.change(told=self.settings.told | {what})

    def change(self, **choices: Any) -> None:
        self.settings = replace(self.settings, **choices)

    @property
    def recorded(self) -> tuple[tuple[str, int | None, int | None], ...]:
        return tuple(
            (each.request.exercise.slug, each.said[When.BEFORE].distress, each.said[When.AFTER].distress)
            for each in self.sessions
            if each.heard or not (each.said[When.BEFORE].empty and each.said[When.AFTER].empty)
        )


class ScriptedPrompter:
    """Fits `Prompter`: answers as a row says."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._session: SilentSession | None = None

    def notify(self, event: Event) -> None:
        """Nothing is shown."""

    def attach(self, session: Session | None) -> None:
        self._session = cast("SilentSession | None", session)

    async def introduce(self, words: Introduction) -> bool:
        self.introduced = words
        return True

    async def choose(self, menu: Menu) -> str:
        answer = self._listener.next_move()
        assert isinstance(answer, str)
        assert answer == menu.escape or answer in [option.id for option in menu.options]
        assert menu.unanswered in [option.id for option in menu.options]
        return answer

    async def check_in(self, when: When, record: RecordAnswer, said: CheckIn | None = None) -> CheckIn | None:  # noqa: ARG002 - the port's
        answers = self._listener.next_move()
        if answers is None:
            return None
        assert not isinstance(answers, str)
        said = said or CheckIn()
        for field, value in answers.items():
            record(field, value)
            said = with_answer(said, field, value)
        return said

    async def play(self) -> FinalEvent:
        outcome = self._listener.asked
        assert isinstance(outcome, Outcome)
        assert self._session is not None
        assert self._session.prepared == 1
        self._session.heard = outcome not in (Outcome.ENDED, Outcome.FAILED)
        return ENDS[outcome]

    async def show_words(self, words: ClosingWords) -> None:
        """Nothing is shown."""

    async def show_people(self) -> None:
        """Nothing is shown."""

    async def show_helplines(self) -> None:
        """Nothing is shown."""

    async def show_error(self, error: FeltsenseError) -> None:
        """Nothing is shown."""


def go_through(row: Row, prompter: type[ScriptedPrompter] = ScriptedPrompter) -> SilentServices:
    services, listener = SilentServices(row), Listener(row)
    heard = run_now(run_practice(row.choice, Traced(prompter(listener), listener), services))
    assert tuple(listener.steps) == row.steps
    assert listener.finished
    assert heard is row.heard
    assert all(session.closed for session in services.sessions)
    return services


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_each_way_through(row: Row) -> None:
    assert go_through(row).recorded == row.journal


def row_called(name: str) -> Row:
    return next(row for row in TABLE if row.name == name)


def test_voice_and_background_that_were_asked_for_hold_in_what_follows() -> None:
    row = row_called("it was too much, and feet and hands follow")
    services = go_through(replace(row, choice=replace(row.choice, minutes=7, voice="system", soundscape="rain")))
    followed = services.opened[-1]
    assert (followed.minutes, followed.voice, followed.soundscape) == (None, "system", "rain")


def test_where_an_exercise_began_is_remembered_and_holds_in_nothing_else() -> None:
    class FromTheMiddle(ScriptedPrompter):
        async def play(self) -> FinalEvent:
            assert self._session is not None
            self._session.began = 60 * SAMPLE_RATE if self._session.request.exercise.slug == FEET else 0
            return await super().play()

    row = row_called("it was too much, and feet and hands follow")
    services = go_through(replace(row, choice=replace(row.choice, from_section=1)), FromTheMiddle)
    assert services.opened[-1].from_section == 0
    assert services.settings.began_s == {FEET: 60.0}


def test_who_is_killed_is_not_led_on_from_where_an_earlier_practice_began() -> None:
    class Killed(ScriptedPrompter):
        async def play(self) -> FinalEvent:
            assert services.settings.began_s == {FEET: 30.0}
            return Finished(whole=True, asleep=True)

    row = row_called("heard to the end, and nothing rises")
    services, listener = SilentServices(row), Listener(row)
    services.change(began_s={"outward": 60.0, FEET: 30.0})
    run_now(run_practice(row.choice, Killed(listener), services))


def test_after_the_sleep_timer_nothing_is_asked_and_nothing_more_is_said() -> None:
    class Asleep(ScriptedPrompter):
        async def play(self) -> FinalEvent:
            await super().play()
            return Finished(whole=False, asleep=True)

    steps = ("introduce outward", "check in before", "play outward")
    row = Row("asleep", ({Field.DISTRESS: 6}, Outcome.HEARD), steps, (("outward", 6, None),))
    assert go_through(row, Asleep).recorded == row.journal


@pytest.mark.parametrize("kept", [True, False])
def test_the_words_afterwards_say_once_what_could_not_be_kept(*, kept: bool) -> None:
    shown: list[str] = []

    class Full(ScriptedPrompter):
        async def play(self) -> FinalEvent:
            assert self._session is not None
            self._session.all_kept = kept
            return await super().play()

        async def show_words(self, words: ClosingWords) -> None:
            shown.extend(words.sentences)

    go_through(row_called("heard to the end, and nothing rises"), Full)
    assert shown[0].startswith("Distress: 6 before, 5 after.")
    assert shown.count(NOT_ALL_WRITTEN) == (0 if kept else 1)


def test_what_follows_a_background_by_itself_is_an_exercise() -> None:
    class ByItself(ScriptedPrompter):
        async def play(self) -> FinalEvent:
            assert self._session is not None
            self._session.prepared = 1  # playing does that
            self._session.sound.set_volume(0.5)
            return await super().play()

    row = Row(
        "grounded while it rains",
        (Outcome.GROUNDED, "feet_and_hands", Outcome.HEARD),
        (
            "introduce outward",
            "play outward",
            "menu You asked for something steady. · feet_and_hands · someone · helplines · stop",
            "introduce feet-on-the-floor",
            "play feet-on-the-floor",
            "words",
        ),
        choice=PracticeChoice("outward", 30, check_ins=False, background_alone="rain"),
    )
    services = go_through(row, ByItself)
    assert services.opened[-1].background_alone is None
    assert services.settings.volume == 0.5


class ChangingPrompter(ScriptedPrompter):
    """Changes everything that keys can change while it plays."""

    async def play(self) -> FinalEvent:
        assert self._session is not None
        self._session.sound.begin_with(Levels(0.5, None))
        self._session.sound.chosen_background = "fire"
        return await super().play()


def test_what_keys_change_is_remembered_and_holds_in_what_follows() -> None:
    row = row_called("grounded without check-ins")
    services = go_through(row, ChangingPrompter)
    settings = services.settings
    assert (settings.volume, settings.background_db) == (0.5, -40.0)
    assert settings.background is None, "a background that was chosen for one exercise is no setting for all"
    assert settings.background_for("outward") == "fire"
    assert settings.background_for("inner") is None
    assert services.opened[-1].soundscape == "fire"


def test_information_is_remembered_only_once_it_was_read_to_the_end() -> None:
    assert "tier3" in go_through(row_called("tier 3 informs, and it goes on")).settings.told
    assert "tier3" not in go_through(row_called("tier 3 informs, and it is left")).settings.told


def test_a_journal_that_cannot_be_read_is_told_before_an_inner_exercise() -> None:
    class Unreadable(SilentServices):
        async def recent_practices(self, count: int) -> RecentPractices | None:  # noqa: ARG002 - the port's
            return RecentPractices("journal.db", trouble="The journal is busy now.")

    row = row_called("a little less than high is offered nothing")
    services, listener = Unreadable(row), Listener(row)
    run_now(run_practice(row.choice, Traced(ScriptedPrompter(listener), listener), services))
    assert listener.steps[0] == "introduce inner · The journal is busy"


def test_a_flow_in_lines_waits_for_nothing() -> None:
    class Waits:
        def __await__(self) -> Any:
            yield

    async def waiting() -> None:
        await Waits()

    with pytest.raises(RuntimeError, match="waits for nothing"):
        run_now(waiting())
