"""The way through one practice, from what was chosen to what comes next. It reads from top to bottom."""

from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError
from feltsense.journal.insight import in_words
from feltsense.journal.model import TIER_INNER, CheckIn, When
from feltsense.journal.rising import Help, offer_tier_one_first, reasons
from feltsense.tui import asking
from feltsense.tui.playing import Over, Playing
from feltsense.tui.screens.afterwards import Afterwards, Words
from feltsense.tui.screens.checkin import CheckInScreen
from feltsense.tui.screens.library import Chosen
from feltsense.tui.screens.player import PlayerScreen

if TYPE_CHECKING:
    from feltsense.tui.app import Feltsense


async def practise(app: "Feltsense", chosen: Chosen) -> None:
    """Do what was chosen, and what that leads to, until the listener is back at the library."""
    following: Chosen | None = chosen
    while following is not None:
        following = await _once(app, following)


async def _once(app: "Feltsense", chosen: Chosen) -> Chosen | None:
    """Do one practice; return what was chosen to follow it."""
    try:
        session = await app.services.soon(app.services.session, chosen.slug, chosen.minutes, app.tell)
    except FeltsenseError as error:
        await app.ask(asking.trouble(error))
        return None
    playing = Playing(session, app.motion, captions=app.services.settings.captions, keep=app.services.later)
    app.playing = playing
    try:
        return await _through(app, playing)
    finally:
        app.playing = None
        app.services.later(session.close)


async def _through(app: "Feltsense", playing: Playing) -> Chosen | None:
    """Information where it is due, check-in, player, check-in, words."""
    session, front = playing.session, playing.session.wanted.exercise.front
    if front.tier > TIER_INNER and not app.services.told("tier3"):
        answer = await app.ask(asking.tier_three(app.services.there))
        if answer != asking.GO_ON:
            return Chosen(answer) if answer else None
        app.services.tell("tier3")
    session.prepare()
    before = await app.push_screen_wait(CheckInScreen(When.BEFORE, playing.say, lambda: playing.readiness))
    if before is None:
        return None
    if front.tier >= TIER_INNER and offer_tier_one_first(before):
        answer = await app.ask(asking.gentler(app.services.there))
        if answer != asking.GO_ON:
            return Chosen(answer) if answer else None
    over = await app.push_screen_wait(PlayerScreen(playing, dim=app.services.settings.eyes_closed))
    if over is Over.FAILED and playing.error is not None:
        await app.ask(asking.trouble(playing.error))
        return None
    after = await app.push_screen_wait(CheckInScreen(When.AFTER, playing.say)) or CheckIn()
    if reasons(before, after, rescued=over is Over.GROUNDED):
        return await what_helps(app)
    await app.push_screen_wait(Afterwards(Words(in_words(before, after), front.next_step)))
    return None


async def what_helps(app: "Feltsense") -> Chosen | None:
    """Ask what would help now, until something does or it is enough; return the exercise that was chosen."""
    while True:
        match Help(await app.ask(asking.rising())):
            case Help.ORIENTING:
                return Chosen(asking.ORIENTING if asking.ORIENTING in app.services.there else asking.FEET)
            case Help.FEET_AND_HANDS:
                return Chosen(asking.FEET)
            case Help.SOMEONE | Help.HELPLINES:
                await app.push_screen_wait(app.support_screen())
            case Help.STOP:
                return None
