"""A whole practice in lines: what it is, how it feels, the exercise, how it feels then, and what may help next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from feltsense.cli.context import Exit
from feltsense.cli.plain.checkin import check_in
from feltsense.cli.plain.console import Console
from feltsense.cli.plain.playing import KEYS, PlainPlayback
from feltsense.cli.plain.support import people, support
from feltsense.errors import FeltsenseError, JournalError, SettingsError
from feltsense.journal.insight import in_words
from feltsense.journal.model import TIER_INNER, CheckIn, Field, Practice, When
from feltsense.journal.store import Answer, Journal
from feltsense.library.catalogue import find
from feltsense.practice.engine import AudioEngine
from feltsense.practice.events import Broken, Event, Finished, Grounded, NotGrounded, NotPrepared
from feltsense.practice.options import Levels, asked
from feltsense.practice.preparation import PracticeRequest
from feltsense.practice.safety import (
    BEFORE_TIER_THREE,
    GENTLE,
    LOOK_AROUND,
    PAUSE,
    STIRRED,
    TIER_ONE_FIRST,
    TIER_ONE_NEXT,
    Help,
    offer_tier_one_first,
    rose,
    suggest_pause,
    suggest_tier_one,
)
from feltsense.practice.session import Session
from feltsense.script.options import VersionOptions
from feltsense.system.settings import Settings, change


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a practice takes place in."""

    stage: AudioEngine
    journal: Journal | None
    home: Path
    settings: Settings
    always: VersionOptions
    """The voice and background that were asked for; they go before the settings, in what follows too."""
    asks: bool
    """False for no check-ins."""


class PlainPractice:
    """One practice, and what follows from it."""

    def __init__(self, console: Console, around: Surroundings) -> None:
        self._console = console
        self._around = around

    def run(self, wanted: PracticeRequest) -> Exit:
        """Practise; return how it went."""
        around = self._around
        self._introduce(wanted)
        playing = PlainPlayback(self._console, lambda: support(self._console, around.home, around.settings))
        session = self._session(wanted, playing)
        try:
            if around.asks:
                session.prepare()
                gentler = self._before(session, wanted)
                if gentler is not None:
                    session.close()
                    return self.run(gentler)
            if self._console.interactive:
                self._console.say()
                self._console.tell(KEYS)
            self._console.say()
            ended = self._played(playing, session)
            return self._after(session, wanted, ended)
        finally:
            session.close()

    def _session(self, wanted: PracticeRequest, playing: PlainPlayback) -> Session:
        around = self._around
        now = replace(around.always, minutes=wanted.options.minutes)
        options, levels = asked(around.settings, wanted.exercise, now)
        session = Session(replace(wanted, options=options), around.stage, around.journal, playing.told.put)
        session.set_volume(levels.volume)
        session.set_background(levels.background_db)
        return session

    def _played(self, playing: PlainPlayback, session: Session) -> Event:
        """Play; what is heard louder, softer or with another background then is remembered, however it ends."""
        before = Levels(session.volume, session.background)
        try:
            return playing.play(session)
        finally:
            changed: dict[str, Any] = dict(Levels(session.volume, session.background).since(before))
            if playing.chosen_background is not None:
                always = replace(self._around.always, soundscape=playing.chosen_background)
                self._around = replace(self._around, always=always)
                if playing.chosen_background != self._around.settings.background:
                    changed["background"] = playing.chosen_background
            if changed:
                self._keep(**changed)

    def _introduce(self, wanted: PracticeRequest) -> None:
        front = wanted.exercise.front
        self._console.say(f"# {front.title}")
        for text in (front.summary, *front.cautions):
            if text:
                self._console.tell(text)
        if front.tier >= 3 and "tier3" not in self._around.settings.told:
            for paragraph in BEFORE_TIER_THREE:
                self._console.say()
                self._console.tell(paragraph)
            self._note_told("tier3")
        if self._around.journal is not None and "journal" not in self._around.settings.told:
            self._console.say()
            self._console.tell(f"What you say is kept in {self._around.journal.path}, on this machine only.")
            self._note_told("journal")
        for text in self._suggestions(front.tier):
            self._console.tell(text)

    def _suggestions(self, tier: int) -> Iterator[str]:
        """Yield what the last practices suggest before an inner exercise."""
        journal = self._around.journal
        if journal is None or tier < TIER_INNER:
            return
        try:
            last = journal.practices(20)
        except FeltsenseError as error:
            yield f"({error.message} {error.hint})"
            return
        if suggest_pause(last):
            yield PAUSE
        elif suggest_tier_one(last):
            yield TIER_ONE_NEXT

    def _note_told(self, what: str) -> None:
        self._keep(told=self._around.settings.told | {what})

    def _keep(self, **choices: Any) -> None:
        """Use other settings from now on, and remember them."""
        self._around = replace(self._around, settings=replace(self._around.settings, **choices))
        try:
            change(self._around.home, **choices)
        except SettingsError as error:
            self._console.tell(f"({error.message} {error.hint})")

    def _before(self, session: Session, wanted: PracticeRequest) -> PracticeRequest | None:
        """Check in; return the gentler exercise that is wanted first, if it is."""
        before = CheckIn()

        def say(when: When, field: Field, value: Answer) -> None:
            nonlocal before
            session.say(when, field, value)
            if field is Field.DISTRESS and isinstance(value, int):
                before = replace(before, distress=value)

        check_in(self._console, When.BEFORE, say)
        inner = wanted.exercise.front.tier >= TIER_INNER
        return self._gentler() if inner and offer_tier_one_first(before) else None

    def _gentler(self) -> PracticeRequest | None:
        """Offer what is there of the gentle pieces; return the one that is wanted."""
        there = [(words, found) for slug, words in GENTLE.items() if (found := self._gentle(slug)) is not None]
        if not there:
            return None
        self._console.say()
        self._console.tell(TIER_ONE_FIRST)
        for number, (words, _) in enumerate(there, 1):
            self._console.say(f"  {number} {words}")
        answer = self._console.ask("A number takes it, Enter goes on as chosen.") or ""
        number = int(answer) if answer.isdecimal() else 0
        return there[number - 1][1] if 1 <= number <= len(there) else None

    def _gentle(self, *slugs: str) -> PracticeRequest | None:
        """Return the first exercise of `slugs` that is there and sound."""
        for slug in slugs:
            try:
                found = find(slug, self._around.stage.workspace)
                return PracticeRequest(found.load_valid(), found.path.parent)
            except FeltsenseError:
                continue  # the next one does as well
        return None

    def _after(self, session: Session, wanted: PracticeRequest, ended: Event) -> Exit:
        self._console.say()
        if isinstance(ended, NotPrepared | Broken):
            self._console.tell(ended.error.message)
            self._console.tell(ended.error.hint)
            return Exit.FAILED
        if isinstance(ended, Finished) and not ended.whole:
            self._console.say("Half a practice counts.")
        if isinstance(ended, NotGrounded):
            self._console.tell(LOOK_AROUND)
        if isinstance(ended, Grounded | NotGrounded):
            self._help()
            return Exit.FINE
        if self._around.asks:
            check_in(self._console, When.AFTER, session.say)
        kept = self._kept(session)
        if kept is not None and not (kept.before.empty and kept.after.empty):
            self._console.say()
            for line in in_words(kept.before, kept.after):
                self._console.tell(line)
        if wanted.exercise.front.next_step:
            self._console.say()
            self._console.tell(wanted.exercise.front.next_step)
        if kept is not None and rose(kept):
            self._help()
        return Exit.FINE

    def _kept(self, session: Session) -> Practice | None:
        """Return what the journal has of a session."""
        number = session.record.kept()
        if self._around.journal is None or number is None:
            return None
        try:
            return self._around.journal.practice(number)
        except JournalError:
            return None  # that the journal fails has been told when it first did

    def _help(self) -> None:
        """Offer what may help now, until it is enough."""
        while True:
            self._console.say()
            self._console.tell(STIRRED)
            for number, each in enumerate(Help, 1):
                self._console.say(f"  {number} {each.words}")
            answer = self._console.ask("A number, or Enter to stop here.")
            if answer not in {str(number) for number in range(1, len(Help) + 1)}:
                return
            chosen = list(Help)[int(answer) - 1]
            if chosen is Help.STOP:
                return
            self._give(chosen)

    def _give(self, chosen: Help) -> None:
        match chosen:
            case Help.SOMEONE:
                people(self._console, self._around.home)
            case Help.HELPLINES:
                support(self._console, self._around.home, self._around.settings)
            case _:
                wanted = self._gentle(*chosen.pieces)
                if wanted is not None:
                    PlainPractice(self._console, replace(self._around, asks=False)).run(wanted)
