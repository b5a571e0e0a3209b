"""From the library to the phone: asked what, shared, and asked about what came home."""

from typing import TYPE_CHECKING

from feltsense.tui.phone.choice import RECEIVED, PhoneOffer, phone_dialog, phone_offers
from feltsense.tui.phone.received import offer_received
from feltsense.tui.phone.waiting import waiting_words

if TYPE_CHECKING:
    from feltsense.phone.model import PhoneRequest
    from feltsense.tui.library.screen import Library
    from feltsense.tui.port import PlayerApp


async def open_phone(app: "PlayerApp", library: "Library") -> None:
    """Ask what is to go to the phone, and share it until that is ended. Call it from a worker."""
    services, index = app.services, library.contents.index
    home = services.environment.home
    offers = phone_offers(index.by_slug, library.marked, library.minutes_of_marked) if index is not None else ()
    waiting = await services.tasks.run(waiting_words, home)
    if not offers and not waiting:
        return
    chosen = await app.ask(phone_dialog(offers, waiting))
    if chosen == RECEIVED:
        await offer_received(app, waiting)
    elif chosen:
        await services.tasks.run(_load)
        from feltsense.tui.phone.screen import PhoneScreen  # noqa: PLC0415 - loads all that renders

        offer = offers[int(chosen)]
        await app.push_screen_wait(PhoneScreen(_request(app, offer), offer.words))
        came = await services.tasks.run(waiting_words, home)
        if came:
            await offer_received(app, came)


def _load() -> None:
    """Load what makes and shares, on a thread: the screen goes on meanwhile."""
    import feltsense.tui.phone.screen  # noqa: F401, PLC0415 - as above


def _request(app: "PlayerApp", offer: PhoneOffer) -> "PhoneRequest":
    from feltsense.care.helplines import guess_region  # noqa: PLC0415 - as above
    from feltsense.phone.model import PhoneRequest  # noqa: PLC0415 - as above

    settings = app.services.settings
    return PhoneRequest(
        app.services.environment.workspace,
        offer.names,
        minutes=offer.minutes,
        course=offer.course,
        discreet=settings.discreet_names,
        region=settings.region or guess_region(),
    )
