"""The way through one practice, from what was chosen to what comes next. It reads from top to bottom."""

from typing import Any

from feltsense.errors import FeltsenseError
from feltsense.journal.insight import in_words
from feltsense.journal.model import TIER_INNER, CheckIn, Field, When
from feltsense.practice.options import Levels
from feltsense.practice.safety import Help, offer_tier_one_first, reasons
from feltsense.script.options import VersionOptions
from feltsense.tui import dialogs
from feltsense.tui.checkin.afterwards import Afterwards, ClosingWords
from feltsense.tui.checkin.screen import CheckInScreen
from feltsense.tui.player.model import Over, PlayerModel
from feltsense.tui.player.screen import PlayerScreen
from feltsense.tui.port import Chosen, PlayerApp


async def practise(app: PlayerApp, chosen: Chosen) -> None:
    """Do what was chosen, and what that leads to, until the listener is back at the library."""
    following: Chosen | None = chosen
    while following is not None:
        following = await _once(app, following)


async def _once(app: PlayerApp, chosen: Chosen) -> Chosen | None:
    """Do one practice; return what was chosen to follow it."""
    services = app.services
    options = VersionOptions(chosen.minutes, chosen.voice, chosen.soundscape)
    try:
        session = await services.soon(services.session, chosen.slug, options, app.tell)
        if not services.there:
            await services.soon(services.listing)
    except FeltsenseError as error:
        await app.ask(dialogs.trouble(error))
        return None
    playing = PlayerModel(session, app.motion, captions=services.settings.captions, keep=services.aside)
    app.playing = playing
    try:
        return await _through(app, playing, chosen)
    finally:
        app.playing = None
        services.aside(session.close)


async def _through(app: PlayerApp, playing: PlayerModel, chosen: Chosen) -> Chosen | None:
    """Information where it is due, check-in, player, check-in, words."""
    before = await _before(app, playing, chosen)
    if not isinstance(before, CheckIn):
        return before
    over = await _play(app, playing)
    if over is Over.FAILED and playing.error is not None:
        await app.ask(dialogs.trouble(playing.error))
        return None
    if over is Over.GROUNDED:
        return await _what_helps(app, heard=playing.error is None)
    return await _after(app, playing, before, asks=chosen.asks)


async def _play(app: PlayerApp, playing: PlayerModel) -> Over:
    """Play; remember what keys have changed, also where the player is left in the middle."""
    before = _settings(playing)
    try:
        return await app.push_screen_wait(PlayerScreen(playing, dim=app.services.settings.eyes_closed))
    finally:
        changed = {name: value for name, value in _settings(playing).items() if value != before[name]}
        if changed:
            app.services.change(**changed)


def _settings(playing: PlayerModel) -> dict[str, Any]:
    """Return the settings that keys can change while playing, as they are now."""
    levels = Levels(playing.session.volume, playing.session.background)
    return {**levels.as_settings(), "captions": playing.captions, "background": playing.chosen_background}


async def _before(app: PlayerApp, playing: PlayerModel, chosen: Chosen) -> CheckIn | Chosen | None:
    """Tell and ask what is due; return what was said, or what is done instead, or None for nothing."""
    tier = playing.session.wanted.exercise.front.tier
    if tier > TIER_INNER and not app.services.told("tier3"):
        answer = await app.ask(dialogs.tier_three(app.services.there))
        if answer != dialogs.GO_ON:
            return Chosen(answer) if answer else None
        app.services.tell("tier3")
    playing.session.prepare()
    if chosen.before is not None:
        _say_again(playing, chosen.before)
        return chosen.before
    if not chosen.asks:
        return CheckIn()
    before = await app.push_screen_wait(CheckInScreen(When.BEFORE, playing.say, lambda: playing.status))
    if before is not None and tier >= TIER_INNER and offer_tier_one_first(before):
        answer = await app.ask(dialogs.gentler(app.services.there))
        if answer != dialogs.GO_ON:
            return Chosen(answer, before=before) if answer else None
    return before


def _say_again(playing: PlayerModel, before: CheckIn) -> None:
    """Keep with this practice what was said before another one."""
    for field in (Field.DISTRESS, Field.CONNECTION, Field.PLACE, Field.WORD):
        value = getattr(before, field.value)
        if value is not None:
            playing.say(When.BEFORE, field, value)


async def _after(app: PlayerApp, playing: PlayerModel, before: CheckIn, *, asks: bool) -> Chosen | None:
    """Ask how it is now; offer help where something rose, else say it in words, with the next step."""
    step = playing.session.wanted.exercise.front.next_step
    said: tuple[str, ...] = ()
    if asks:
        after = await app.push_screen_wait(CheckInScreen(When.AFTER, playing.say, lambda: playing.unkept)) or CheckIn()
        if reasons(before, after, rescued=False):
            return await _what_helps(app)
        said = in_words(before, after)
    await app.push_screen_wait(Afterwards(ClosingWords(said, step)))
    return None


async def _what_helps(app: PlayerApp, *, heard: bool = True) -> Chosen | None:
    """Ask what would help now, until something does or it is enough; return the exercise that was chosen.

    Args:
        app: where to ask.
        heard: False when the rescue piece could not be heard; what it would say is then read.
    """
    while True:
        match Help(await app.ask(dialogs.rising(heard=heard))):
            case Help.ORIENTING | Help.FEET_AND_HANDS as helps:
                there = app.services.there
                return Chosen(next((slug for slug in helps.pieces if slug in there), helps.pieces[-1]), asks=False)
            case Help.SOMEONE | Help.HELPLINES:
                await app.push_screen_wait(app.support_screen())
            case Help.STOP:
                return None
