"""Every branch of the practice flow: what somebody answers, and the steps that follow. All front ends pass the same."""

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from feltsense.care.people import Person, save_people
from feltsense.errors import FeltsenseError, VoiceError
from feltsense.journal.model import CheckIn, Field, Practice, TooMuch, When
from feltsense.journal.store import Journal, open_journal
from feltsense.practice.check_in import Value
from feltsense.practice.events import Event, FinalEvent
from feltsense.practice.flow import Prompter, RecordAnswer
from feltsense.practice.menus import BACK, GO_ON, LEAVE, ClosingWords, Introduction, Menu
from feltsense.practice.options import PracticeChoice
from feltsense.practice.safety import FEET, ORIENTING, Help
from feltsense.practice.session import Session
from feltsense.system.paths import Workspace
from feltsense.system.settings import Questions, change_settings
from feltsense.voice.port import Utterance
from practising import practice
from sine_voice import SineVoice

OUTWARD, INNER, TENDER = "outward", "inner", "tender"
TIERS = {OUTWARD: 1, INNER: 2, TENDER: 3, FEET: 1, ORIENTING: 1}
PIECES = frozenset({FEET, ORIENTING})


DAY, NIGHT = datetime(2026, 11, 24, 15, 0, tzinfo=UTC), datetime(2026, 11, 24, 2, 30, tzinfo=UTC)


class Outcome(StrEnum):
    """What becomes of playing."""

    HEARD = "heard"
    ENDED = "ended"
    """By the listener, before the first word."""
    GROUNDED = "grounded"
    NOT_GROUNDED = "not grounded"
    """Asked for, and no voice could read the rescue piece."""
    FAILED = "failed"


Answers = Mapping[Field, Value]
Move = str | Answers | None | Outcome
"""The option of a menu; the answers of a check-in, None to leave it; or what becomes of playing."""


@dataclass(frozen=True)
class Row:
    """One way through."""

    name: str
    moves: tuple[Move, ...]
    """In the order in which they are asked for."""
    steps: tuple[str, ...]
    """What the front end is to do, as `Traced` writes it."""
    journal: tuple[tuple[str, int | None, int | None], ...] = ()
    """What is in the journal then: exercise, distress before and after."""
    choice: PracticeChoice = field(default_factory=lambda: PracticeChoice(OUTWARD))
    heard: bool = True
    """What the flow returns."""
    told: frozenset[str] = frozenset({"journal", "tier3"})
    pieces: frozenset[str] = PIECES
    recent: tuple[tuple[int, int], ...] = ()
    """Distress before and after of the practices before, the newest first; all were inner ones."""
    people: bool = True
    """Whether somebody trusted is named."""
    questions: Questions = Questions.ALWAYS
    now: datetime = DAY
    on_front_ends: bool = True
    """Whether real front ends go through it, too: where it asks nothing new of them, the flow alone does."""


def feels(distress: int, too_much: TooMuch | None = None) -> Answers:
    answers: dict[Field, Value] = {Field.DISTRESS: distress}
    if too_much is not None:
        answers[Field.TOO_MUCH] = too_much
    return answers


CALM = feels(5)
INNER_CHOICE, TENDER_CHOICE = PracticeChoice(INNER), PracticeChoice(TENDER)
_STARTED = ("introduce outward", "check in before", "play outward")
_STARTED_INNER = ("introduce inner", "check in before", "play inner")
_HELP = "menu That stirred something up. · orienting · feet_and_hands · someone · helplines · stop"
_HELP_AFTER_RESCUE = "menu That stirred something up. · feet_and_hands · someone · helplines · stop"
_HELP_WITHOUT_PEOPLE = "menu That stirred something up. · orienting · feet_and_hands · helplines · stop"
_NOBODY_KNOWS = "menu You asked for something steady. · feet_and_hands · someone · helplines · stop"
_TIER_THREE = "menu Before you begin · feet-on-the-floor · go on"
_GENTLER = (
    "menu That is a lot right now. Would you like something short with your eyes open first? "
    "· ninety-seconds-here · feet-on-the-floor · go on"
)

TABLE = (
    Row(
        "heard to the end, and nothing rises",
        (feels(6), Outcome.HEARD, CALM),
        (*_STARTED, "check in after", "words said"),
        ((OUTWARD, 6, 5),),
    ),
    Row(
        "every question is skipped",
        ({}, Outcome.HEARD, {}),
        (*_STARTED, "check in after", "words said"),
        ((OUTWARD, None, None),),
    ),
    Row(
        "without check-ins",
        (Outcome.HEARD,),
        ("introduce outward", "play outward", "words"),
        ((OUTWARD, None, None),),
        PracticeChoice(OUTWARD, check_ins=False),
    ),
    Row("left at the check-in", (None,), ("introduce outward", "check in before")),
    Row(
        "ended early",
        (feels(6), Outcome.ENDED, CALM),
        (*_STARTED, "check in after", "words said"),
        ((OUTWARD, 6, 5),),
    ),
    Row(
        "the journal is told of once",
        ({}, Outcome.HEARD, {}),
        ("introduce outward · What you say is", *_STARTED[1:], "check in after", "words said"),
        ((OUTWARD, None, None),),
        told=frozenset(),
    ),
    Row(
        "the last practice stirred something up",
        ({}, Outcome.HEARD, {}),
        ("introduce inner · Last time stirred something", *_STARTED_INNER[1:], "check in after", "words said"),
        ((INNER, None, None),),
        INNER_CHOICE,
        recent=((3, 6), (5, 4), (5, 4)),
    ),
    Row(
        "two of the last three stirred something up",
        ({}, Outcome.HEARD, {}),
        ("introduce inner · The last practices have", *_STARTED_INNER[1:], "check in after", "words said"),
        ((INNER, None, None),),
        INNER_CHOICE,
        recent=((3, 6), (5, 4), (3, 6)),
    ),
    Row(
        "nothing is suggested before something outward",
        ({}, Outcome.HEARD, {}),
        (*_STARTED, "check in after", "words said"),
        ((OUTWARD, None, None),),
        recent=((3, 6), (3, 6)),
    ),
    Row(
        "tier 3 informs, and it goes on",
        (GO_ON, CALM, Outcome.HEARD, CALM),
        ("introduce tender", _TIER_THREE, "check in before", "play tender", "check in after", "words said"),
        ((TENDER, 5, 5),),
        TENDER_CHOICE,
        told=frozenset({"journal"}),
    ),
    Row(
        "tier 3 informs, and something gentler comes instead",
        (FEET, CALM, Outcome.HEARD, CALM),
        (
            "introduce tender", _TIER_THREE, f"introduce {FEET}", "check in before", f"play {FEET}", "check in after",
            "words said",
        ),
        ((FEET, 5, 5),),
        TENDER_CHOICE,
        told=frozenset({"journal"}),
    ),
    Row(
        "tier 3 informs, and it is left",
        (LEAVE,),
        ("introduce tender", _TIER_THREE),
        (),
        TENDER_CHOICE,
        told=frozenset({"journal"}),
    ),
    Row(
        "tier 3 informs where nothing gentler is there",
        (GO_ON, None),
        ("introduce tender", "menu Before you begin · go on", "check in before"),
        (),
        TENDER_CHOICE,
        told=frozenset({"journal"}),
        pieces=frozenset(),
    ),
    Row(
        "tier 3 informs once only",
        (CALM, Outcome.HEARD, CALM),
        ("introduce tender", "check in before", "play tender", "check in after", "words said"),
        ((TENDER, 5, 5),),
        TENDER_CHOICE,
    ),
    Row(
        "high distress, and it goes on as chosen",
        (feels(8), GO_ON, Outcome.HEARD, CALM),
        ("introduce inner", "check in before", _GENTLER, "play inner", "check in after", "words said"),
        ((INNER, 8, 5),),
        INNER_CHOICE,
    ),
    Row(
        "high distress, and what was said goes along into something gentler",
        (feels(8), FEET, Outcome.HEARD, CALM),
        (
            "introduce inner", "check in before", _GENTLER, f"introduce {FEET}", f"play {FEET}", "check in after",
            "words said",
        ),
        ((FEET, 8, 5),),
        INNER_CHOICE,
    ),
    Row(
        "high distress, and it is left by way of the question: nothing was heard, nothing is kept",
        (feels(9), BACK, None),
        ("introduce inner", "check in before", _GENTLER, "check in before"),
        (),
        INNER_CHOICE,
    ),
    Row(
        "high distress, and going back to the question loses nothing",
        (feels(9), BACK, feels(6), Outcome.HEARD, CALM),
        (
            "introduce inner", "check in before", _GENTLER, "check in before", "play inner", "check in after",
            "words said",
        ),
        ((INNER, 6, 5),),
        INNER_CHOICE,
    ),
    Row(
        "high distress, and the offer comes again while it is high",
        (feels(9), BACK, feels(8), GO_ON, Outcome.HEARD, CALM),
        (
            "introduce inner", "check in before", _GENTLER, "check in before", _GENTLER, "play inner",
            "check in after", "words said",
        ),
        ((INNER, 8, 5),),
        INNER_CHOICE,
        on_front_ends=False,
    ),
    Row(
        "something gentler that stirs up leads to what helps",
        (feels(8), ORIENTING, Outcome.HEARD, feels(10), Help.STOP),
        (
            "introduce inner", "check in before", _GENTLER, f"introduce {ORIENTING}", f"play {ORIENTING}",
            "check in after", "menu That stirred something up. · feet_and_hands · someone · helplines · stop",
        ),
        ((ORIENTING, 8, 10),),
        INNER_CHOICE,
    ),
    Row(
        "a little less than high is offered nothing",
        (feels(7), Outcome.HEARD, CALM),
        (*_STARTED_INNER, "check in after", "words said"),
        ((INNER, 7, 5),),
        INNER_CHOICE,
    ),
    Row(
        "before something outward nothing gentler is offered",
        (feels(10), Outcome.HEARD, CALM),
        (*_STARTED, "check in after", "words said"),
        ((OUTWARD, 10, 5),),
    ),
    Row(
        "it rises by two",
        (feels(3), Outcome.HEARD, feels(5), Help.STOP),
        (*_STARTED, "check in after", _HELP),
        ((OUTWARD, 3, 5),),
    ),
    Row(
        "it is high afterwards, and a steadying exercise follows without questions",
        ({}, Outcome.HEARD, feels(8), Help.ORIENTING, Outcome.HEARD),
        (*_STARTED, "check in after", _HELP, f"introduce {ORIENTING}", f"play {ORIENTING}", "words"),
        ((OUTWARD, None, 8), (ORIENTING, None, None)),
    ),
    Row(
        "it was too much, and feet and hands follow",
        (feels(3), Outcome.HEARD, feels(3, TooMuch.YES), Help.FEET_AND_HANDS, Outcome.HEARD),
        (*_STARTED, "check in after", _HELP, f"introduce {FEET}", f"play {FEET}", "words"),
        ((OUTWARD, 3, 3), (FEET, None, None)),
    ),
    Row(
        "it was a bit too much",
        (feels(3), Outcome.HEARD, feels(3, TooMuch.BIT)),
        (*_STARTED, "check in after", "words said"),
        ((OUTWARD, 3, 3),),
    ),
    Row(
        "people and helplines are looked at until it is enough",
        (feels(3), Outcome.HEARD, feels(9), Help.SOMEONE, Help.HELPLINES, Help.STOP),
        (*_STARTED, "check in after", _HELP, "people", _HELP, "helplines", _HELP),
        ((OUTWARD, 3, 9),),
    ),
    Row(
        "what helps where no gentle exercise is there",
        (feels(3), Outcome.HEARD, feels(9), Help.STOP),
        (*_STARTED, "check in after", "menu That stirred something up. · someone · helplines · stop"),
        ((OUTWARD, 3, 9),),
        pieces=frozenset(),
    ),
    Row(
        "what helps where nobody is named: people to talk to are one page",
        (feels(3), Outcome.HEARD, feels(9), Help.HELPLINES, Help.STOP),
        (
            *_STARTED, "check in after", _HELP_WITHOUT_PEOPLE, "helplines", _HELP_WITHOUT_PEOPLE,
        ),
        ((OUTWARD, 3, 9),),
        people=False,
    ),
    Row(
        "grounded, and how it is now is asked: nothing rose",
        (feels(6), Outcome.GROUNDED, feels(7)),
        (*_STARTED, "check in after", "words said"),
        ((OUTWARD, 6, 7),),
    ),
    Row(
        "grounded, and it is high: help, and not the same ninety seconds again",
        (feels(6), Outcome.GROUNDED, feels(8), Help.FEET_AND_HANDS, Outcome.GROUNDED, Help.STOP),
        (
            *_STARTED, "check in after", _HELP_AFTER_RESCUE, f"introduce {FEET}", f"play {FEET}",
            "menu You asked for something steady. · someone · helplines · stop",
        ),
        ((OUTWARD, 6, 8), (FEET, None, None)),
    ),
    Row(
        "grounded, and it was too much",
        (feels(6), Outcome.GROUNDED, feels(4, TooMuch.YES), Help.STOP),
        (*_STARTED, "check in after", _HELP_AFTER_RESCUE),
        ((OUTWARD, 6, 4),),
        on_front_ends=False,
    ),
    Row(
        "grounded, and nobody says how it is now",
        (feels(6), Outcome.GROUNDED, {}, Help.STOP),
        (*_STARTED, "check in after", _NOBODY_KNOWS),
        ((OUTWARD, 6, None),),
    ),
    Row(
        "grounded without check-ins",
        (Outcome.GROUNDED, Help.FEET_AND_HANDS, Outcome.HEARD),
        ("introduce outward", "play outward", _NOBODY_KNOWS, f"introduce {FEET}", f"play {FEET}", "words"),
        ((OUTWARD, None, None), (FEET, None, None)),
        PracticeChoice(OUTWARD, check_ins=False),
    ),
    Row(
        "the rescue piece cannot be heard, and is read",
        (feels(6), Outcome.NOT_GROUNDED, feels(5)),
        (*_STARTED, "words said", "check in after", "words said"),
        ((OUTWARD, 6, 5),),
    ),
    Row(
        "at night nothing is asked, if so set",
        (Outcome.HEARD,),
        ("introduce outward", "play outward", "words"),
        ((OUTWARD, None, None),),
        questions=Questions.NOT_AT_NIGHT,
        now=NIGHT,
    ),
    Row(
        "at night “ground me now” still leads to what helps",
        (Outcome.GROUNDED, Help.STOP),
        ("introduce outward", "play outward", _NOBODY_KNOWS),
        ((OUTWARD, None, None),),
        questions=Questions.NOT_AT_NIGHT,
        now=NIGHT,
        on_front_ends=False,
    ),
    Row(
        "by day it is asked all the same",
        (feels(6), Outcome.HEARD, CALM),
        (*_STARTED, "check in after", "words said"),
        ((OUTWARD, 6, 5),),
        questions=Questions.NOT_AT_NIGHT,
        on_front_ends=False,
    ),
    Row(
        "nothing is ever asked, if so set",
        (Outcome.HEARD,),
        ("introduce outward", "play outward", "words"),
        ((OUTWARD, None, None),),
        questions=Questions.NEVER,
        on_front_ends=False,
    ),
    Row(
        "it cannot be heard",
        (feels(6), Outcome.FAILED),
        (*_STARTED, "error"),
        ((OUTWARD, 6, None),),
        heard=False,
    ),
    Row("there is no such exercise", (), ("error",), (), PracticeChoice("nowhere"), heard=False),
)  # fmt: skip


ON_FRONT_ENDS = tuple(row for row in TABLE if row.on_front_ends)


@dataclass
class Listener:
    """Somebody who goes through a row; what is asked of them now is `asked`."""

    row: Row
    steps: list[str] = field(default_factory=list)
    asked: object = None
    """The menu, the check-in, what becomes of playing, or whatever else is shown; None while nothing is."""

    def __post_init__(self) -> None:
        self._moves = deque(self.row.moves)

    def next_move(self) -> Move:
        return self._moves.popleft()

    def next_outcome(self) -> Outcome:
        """Return what becomes of the next playing; heard where nothing will be played."""
        return next((move for move in self._moves if isinstance(move, Outcome)), Outcome.HEARD)

    @property
    def finished(self) -> bool:
        return not self._moves


class Traced:
    """Fits `Prompter`: writes down each step, and hands it on to a real one."""

    def __init__(self, real: Prompter, listener: Listener) -> None:
        self._real = real
        self._listener = listener
        self._slug = ""

    def notify(self, event: Event) -> None:
        self._real.notify(event)

    def attach(self, session: Session | None) -> None:
        self._slug = session.request.exercise.slug if session is not None else ""
        self._real.attach(session)

    async def introduce(self, words: Introduction) -> bool:
        notices = (" ".join(notice.split()[:4]) for notice in words.notices)
        self._note(" · ".join((f"introduce {words.title}", *notices)), words)
        goes_on = await self._real.introduce(words)
        self._listener.asked = None
        return goes_on

    async def choose(self, menu: Menu) -> str:
        self._note(" · ".join((f"menu {menu.title}", *(option.id for option in menu.options))), menu)
        answer = await self._real.choose(menu)
        self._listener.asked = None
        return answer

    async def check_in(self, when: When, record: RecordAnswer, said: CheckIn | None = None) -> CheckIn | None:
        self._note(f"check in {when.value}", when)
        answer = await self._real.check_in(when, record, said)
        self._listener.asked = None
        return answer

    async def play(self) -> FinalEvent:
        outcome = self._listener.next_move()
        assert isinstance(outcome, Outcome)
        self._note(f"play {self._slug}", outcome)
        ended = await self._real.play()
        self._listener.asked = None
        return ended

    async def show_words(self, words: ClosingWords) -> None:
        self._note("words said" if words.sentences else "words", words)
        await self._real.show_words(words)
        self._listener.asked = None

    async def show_people(self) -> None:
        self._note("people", "people")
        await self._real.show_people()
        self._listener.asked = None

    async def show_helplines(self) -> None:
        self._note("helplines", "helplines")
        await self._real.show_helplines()
        self._listener.asked = None

    async def show_error(self, error: FeltsenseError) -> None:
        self._note("error", error)
        await self._real.show_error(error)
        self._listener.asked = None

    def _note(self, step: str, asked: object) -> None:
        self._listener.steps.append(step)
        self._listener.asked = asked


class GatedVoice:
    """A small voice that waits, or fails, as the outcome of playing wants it: no clock is raced."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self._fails = False

    def open_voice(self) -> SineVoice:
        return SineVoice(before=self._before)

    def expect(self, outcome: Outcome) -> None:
        """Be ready for what becomes of the next session: wait where a key comes first."""
        self._fails = outcome in (Outcome.FAILED, Outcome.NOT_GROUNDED)
        if outcome in (Outcome.ENDED, Outcome.GROUNDED, Outcome.NOT_GROUNDED):
            self._open.clear()
        else:
            self._open.set()

    def release(self) -> None:
        """Go on."""
        self._open.set()

    def _before(self, _: Utterance) -> None:
        assert self._open.wait(30.0)
        if self._fails:
            raise VoiceError("It lost its voice.")


def furnish(row: Row, folder: Path, home: Path) -> Workspace:
    """Return a workspace with the exercises of a row; its settings and its journal are put into `home`."""
    exercises = folder / "exercises"
    exercises.mkdir(parents=True)
    for slug, tier in TIERS.items():
        if slug in row.pieces or slug not in PIECES:
            front = f"---\ntitle: {slug}\ntier: {tier}\nminutes: [0.1]\n---\n"
            (exercises / f"{slug}.md").write_text(f"{front}\nThis is {slug}. [pause 1s to 2m]\nHere it ends.\n")
    change_settings(home, told=row.told, questions=row.questions)
    save_people(home, [Person("Maya", "555 0117")] if row.people else [])
    with open_journal(home) as journal:
        journal.import_practices(before_it(row))
    return Workspace(folder)


def before_it(row: Row) -> tuple[Practice, ...]:
    """Return the practices that there were before, the oldest first."""
    oldest_first = enumerate(reversed(row.recent), 1)
    return tuple(practice(before, after, tier=2, number=number) for number, (before, after) in oldest_first)


def recorded(journal: Journal, row: Row) -> tuple[tuple[str, int | None, int | None], ...]:
    """Return what is in the journal since, the oldest first."""
    new = journal.practices(50)[: journal.count() - len(row.recent)]
    return tuple((each.slug, each.before.distress, each.after.distress) for each in reversed(new))
