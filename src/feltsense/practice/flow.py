"""The one way through a practice. Front ends ask, show and play what it says; none of them decides what comes next."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from feltsense.errors import FeltsenseError
from feltsense.journal.insight import check_ins_in_words
from feltsense.journal.model import TIER_INNER, CheckIn, Field, Practice, When
from feltsense.practice.check_in import Value, answers, are_asked, is_night
from feltsense.practice.events import (
    Event,
    FinalEvent,
    Finished,
    Grounded,
    GroundingFailed,
    Notify,
    PlaybackFailed,
    PreparationFailed,
)
from feltsense.practice.menus import (
    BACK,
    GO_ON,
    JOURNAL_TOLD,
    LEAVE,
    NOT_ALL_WRITTEN,
    TIER_THREE_TOLD,
    ClosingWords,
    Introduction,
    Menu,
    closing_words,
    gentler_menu,
    help_menu,
    introduction,
    journal_notice,
    tier_three_menu,
    words_after_rescue,
    words_at_night,
    words_to_look_around,
)
from feltsense.practice.options import PracticeChoice, levels_of
from feltsense.practice.preparation import background_request, practice_request
from feltsense.practice.safety import GENTLE, GROUNDED, STIRRED, Help, offer_tier_one_first, reasons, suggestion
from feltsense.practice.session import Session
from feltsense.units import SAMPLE_RATE

if TYPE_CHECKING:
    from concurrent.futures import Future

    from feltsense.journal.store import Journal
    from feltsense.playback.clock import Clock
    from feltsense.practice.engine import AudioEngine
    from feltsense.system.settings import ExerciseSetting, Settings

RECENT = 20
"""So many practices are looked at before something is suggested."""

RecordAnswer = Callable[[Field, Value], "Future[None]"]
"""Has an answer written at once; what it returns is done when the answer is on the disk."""


@dataclass(frozen=True, slots=True)
class RecentPractices:
    """What the journal tells before a practice."""

    where: str
    """Where the journal is, as people read it."""
    newest_first: tuple[Practice, ...] = ()
    trouble: str = ""
    """Why it cannot be read, if it cannot."""


class Prompter(Protocol):
    """A front end. It asks, shows and plays; each method returns when the listener has answered or read."""

    def notify(self, event: Event) -> None:
        """Handle an event of the session under way. Called from any thread."""

    def attach(self, session: Session | None) -> None:
        """Have all that follows be about this session; None when it is over."""

    async def introduce(self, words: Introduction) -> bool:
        """Show what is told first, as far as the listener has not just read it; return False when they go back."""

    async def choose(self, menu: Menu) -> str:
        """Ask; return the id of an option, or what the menu says of a line that names none, and of nobody."""

    async def check_in(self, when: When, record: RecordAnswer, said: CheckIn | None = None) -> CheckIn | None:
        """Ask a check-in, recording each answer when it is given; return all, or None to leave the practice.

        With `said`, the listener comes back to it after they said that: it goes on where it was left.
        """

    async def play(self) -> FinalEvent:
        """Play the session, with the keys that steer it, until it is over; return how it ended."""

    async def show_words(self, words: ClosingWords) -> None:
        """Show the words after a practice."""

    async def show_people(self) -> None:
        """Show the people whom the listener trusts."""

    async def show_helplines(self) -> None:
        """Show everybody who can be turned to."""

    async def show_error(self, error: FeltsenseError) -> None:
        """Show what went wrong, and what to do next."""


class PracticeServices(Protocol):
    """What lies behind a front end: exercises, settings and the journal."""

    @property
    def settings(self) -> "Settings":
        """The listener's settings, as they are now."""

    def now(self) -> datetime:
        """Return the local time."""

    async def own_people(self) -> bool:
        """Tell whether the listener has named people whom they trust."""

    async def open_session(self, choice: PracticeChoice, notify: Notify) -> Session:
        """Return a session of an exercise, not begun yet.

        Raises:
            FeltsenseError: there is no such exercise, or its script has errors.
        """

    def close_session(self, session: Session) -> None:
        """Leave a session; what is to be written will be."""

    async def gentle_pieces(self) -> frozenset[str]:
        """Return the gentle exercises that can be played."""

    async def recent_practices(self, count: int) -> RecentPractices | None:
        """Return the newest practices; None where there is no journal."""

    def mark_told(self, what: str) -> None:
        """Remember that something has been told that is told only once."""

    def change(self, **choices: Any) -> None:
        """Use other settings from now on, and remember them."""

    def remember(self, setting: "ExerciseSetting", slug: str, value: float | str | None) -> None:
        """Have a setting be another for one exercise from now on, and remember it; None for the usual."""


def open_session(
    choice: PracticeChoice,
    settings: "Settings",
    engine: "AudioEngine",
    journal: "Journal | None",
    notify: Notify,
    clock: "Clock | None" = None,
) -> Session:
    """Return a session of what was chosen, filled up from the settings; not begun yet.

    Raises:
        FeltsenseError: there is no such exercise, or its script has errors.
    """
    if choice.background_alone is not None:
        request = background_request(choice.background_alone, choice.minutes, settings.voice)
        session = Session(request, engine, None, notify, clock)  # it is no practice: nothing of it is kept
        session.sound.begin_with(replace(levels_of(settings), background_db=0.0))
        return session
    request = practice_request(choice, settings, engine.workspace)
    session = Session(request, engine, journal, notify, clock)
    session.sound.begin_with(levels_of(settings))
    return session


async def run_practice(choice: PracticeChoice, prompter: Prompter, services: PracticeServices) -> bool:
    """Practise what was chosen, and what that leads to, until nothing follows; return whether all could be heard."""
    following: PracticeChoice | None = choice
    heard = True
    while following is not None:
        try:
            session = await services.open_session(following, prompter.notify)
        except FeltsenseError as error:
            await prompter.show_error(error)
            return False
        one = _OnePractice(following, session, prompter, services)
        prompter.attach(session)
        try:
            following = await one.run()
        finally:
            prompter.attach(None)
            services.close_session(session)
        heard = heard and not one.failed
    return heard


class _OnePractice:
    """One session from the first word to the last. Its steps return the choice that follows, or None for none."""

    def __init__(
        self, choice: PracticeChoice, session: Session, prompter: Prompter, services: PracticeServices
    ) -> None:
        self._choice = choice
        self._session = session
        self._prompter = prompter
        self._services = services
        self._slug = session.request.exercise.slug
        self._front = session.request.exercise.front
        self._asks = choice.check_ins and are_asked(services.settings.questions, services.now())
        """Whether it is asked how it feels: before and after, or neither."""
        self.failed = False
        """Whether the exercise could not be heard."""

    async def run(self) -> PracticeChoice | None:
        """Go through it."""
        if self._choice.background_alone is not None:
            return await self._play_background()
        if not await self._introduce():
            return None
        if self._front.tier > TIER_INNER and TIER_THREE_TOLD not in self._services.settings.told:
            answer = await self._prompter.choose(tier_three_menu(await self._services.gentle_pieces()))
            if answer != GO_ON:
                return self._instead(answer, self._choice.before)
            self._services.mark_told(TIER_THREE_TOLD)
        self._session.prepare()
        before = await self._check_in_before()
        while before is not None and self._may_need_something_gentler(before):
            answer = await self._prompter.choose(gentler_menu(await self._services.gentle_pieces()))
            if answer == GO_ON:
                break
            if answer != BACK:
                self._session.withdraw()  # what was said goes along
                return self._instead(answer, before)
            before = await self._check_in(When.BEFORE, before)
        if before is None:
            self._session.withdraw()
            return None
        return await self._after(await self._play(), before)

    async def _play_background(self) -> PracticeChoice | None:
        """Play a background by itself; nothing is asked, and only what went wrong or was stirred up is told."""
        await self._prompter.introduce(introduction(self._front))
        sound = self._session.sound
        volume = sound.volume
        try:
            ended = await self._prompter.play()
        finally:
            if sound.volume != volume:
                self._services.change(volume=sound.volume)
        return None if isinstance(ended, Finished) else await self._after(ended, CheckIn())

    def _instead(self, answer: str, before: CheckIn | None) -> PracticeChoice | None:
        """Return the choice of the gentler exercise that was answered; what was said goes along. None to leave."""
        if answer == LEAVE:
            return None
        return self._another(answer, before=before, check_ins=self._choice.check_ins)

    def _another(self, slug: str, *, before: CheckIn | None = None, check_ins: bool) -> PracticeChoice:
        """Return the choice of another exercise, in the same voice if it fits, and with the same background."""
        soundscape = self._session.sound.chosen_background or self._choice.soundscape
        return replace(
            self._choice,
            slug=slug,
            minutes=None,
            voice_gives_way=True,
            soundscape=soundscape,
            check_ins=check_ins,
            before=before,
            from_section=0,
            background_alone=None,
        )

    async def _introduce(self) -> bool:
        """Tell what the exercise is, where the journal is (once), and what the last practices suggest."""
        notices = []
        recent = await self._services.recent_practices(RECENT)
        if recent is not None and JOURNAL_TOLD not in self._services.settings.told:
            notices.append(journal_notice(recent.where))
            self._services.mark_told(JOURNAL_TOLD)
        if recent is not None and self._front.tier >= TIER_INNER:
            notices += [words for words in (recent.trouble or suggestion(recent.newest_first),) if words]
        return await self._prompter.introduce(introduction(self._front, tuple(notices)))

    def _may_need_something_gentler(self, before: CheckIn) -> bool:
        """Tell whether something gentler is offered; once, not again where it was declined."""
        asked = self._asks and self._choice.before is None
        return asked and self._front.tier >= TIER_INNER and offer_tier_one_first(before)

    async def _check_in_before(self) -> CheckIn | None:
        """Return what is felt before: as answered already, else as asked now. None to leave."""
        if self._choice.before is not None:
            for field, value in answers(self._choice.before):
                self._session.record_answer(When.BEFORE, field, value)
            return self._choice.before
        return await self._check_in(When.BEFORE) if self._asks else CheckIn()

    async def _check_in(self, when: When, said: CheckIn | None = None) -> CheckIn | None:
        def record(field: Field, value: Value) -> "Future[None]":
            return self._session.record_answer(when, field, value)

        return await self._prompter.check_in(when, record, said)

    async def _play(self) -> FinalEvent:
        """Play; remember what keys have changed, also where the player is left in the middle."""
        sound = self._session.sound
        before = sound.levels
        self._remember_beginning()  # now, as far as it is known: nothing can be kept by who is killed
        try:
            return await self._prompter.play()
        finally:
            if changed := sound.levels.changed_since(before):
                self._services.change(**changed)
            self._remember_beginning()
            if sound.chosen_background is not None:
                self._services.remember("backgrounds", self._slug, sound.chosen_background)

    def _remember_beginning(self) -> None:
        """Remember where the exercise began, as far as that was not its start or was not when it was done before."""
        began = self._session.began / SAMPLE_RATE
        if began != self._services.settings.began_s.get(self._slug, 0.0):
            self._services.remember("began_s", self._slug, began or None)

    async def _after(self, ended: FinalEvent, before: CheckIn) -> PracticeChoice | None:
        match ended:
            case PreparationFailed(error) | PlaybackFailed(error):
                self.failed = True
                await self._prompter.show_error(error)
                return None
            case Grounded():
                return await self._close(before, rescued=True)
            case GroundingFailed():
                await self._prompter.show_words(words_to_look_around())
                return await self._close(before, rescued=True)
            case Finished(asleep=True):
                return None  # perhaps somebody sleeps: nothing is asked, and nothing more is said
            case Finished():
                return await self._close(before, rescued=False)

    async def _close(self, before: CheckIn, *, rescued: bool) -> PracticeChoice | None:
        """Ask how it is now; offer help where something rose or nobody knows after a rescue, else say it in words."""
        after = CheckIn()
        if self._asks:
            after = await self._check_in(When.AFTER) or after
        if reasons(before, after):
            return await self._offer_help(STIRRED, rescued=rescued)
        if rescued and after.distress is None:
            return await self._offer_help(GROUNDED, rescued=True)
        words = self._closing_words(before, after, rescued=rescued)
        if not self._session.all_kept:
            words = replace(words, sentences=(*words.sentences, NOT_ALL_WRITTEN))
        await self._prompter.show_words(words)
        return None

    def _closing_words(self, before: CheckIn, after: CheckIn, *, rescued: bool) -> ClosingWords:
        said = check_ins_in_words(before, after) if self._asks else ()
        if rescued:
            return words_after_rescue(said)
        if self._choice.check_ins and not self._asks and is_night(self._services.now()):
            return words_at_night()
        return closing_words(said, self._front.next_step)

    async def _offer_help(self, opening: str, *, rescued: bool) -> PracticeChoice | None:
        """Ask what would help now, until something does or it is enough; return the exercise that was chosen.

        What was heard just now is not offered again.
        """
        there = await self._services.gentle_pieces()
        heard = {self._slug, next((slug for slug in GENTLE if slug in there), "")} if rescued else {self._slug}
        while True:
            menu = help_menu(opening, there - heard, own_people=await self._services.own_people())
            match Help(await self._prompter.choose(menu)):
                case Help.ORIENTING | Help.FEET_AND_HANDS as helps if helps.piece is not None:
                    return self._another(helps.piece, check_ins=False)
                case Help.SOMEONE:
                    await self._prompter.show_people()
                case Help.HELPLINES:
                    await self._prompter.show_helplines()
                case Help.STOP:
                    return None
