"""What can be brought to the phone: the marked exercise, a course that it is in, or everything. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from feltsense.library.catalogue import Entry
from feltsense.library.courses import Course, courses
from feltsense.tui.dialogs import Dialog
from feltsense.tui.widgets.choices import Choice

RECEIVED = "received"
_LEAD = "A phone in the same Wi-Fi opens it by a code, without any cloud. How it feels there comes home."


@dataclass(frozen=True, slots=True)
class PhoneOffer:
    """One thing that can be shared."""

    words: str
    names: tuple[str, ...]
    """Slugs, in order."""
    note: str = ""
    minutes: float | None = None
    """How long each is; None for the first length that its script offers."""
    course: str = ""
    """The name of the course that it is; empty where it is none."""


def phone_offers(
    by_slug: Mapping[str, Entry], marked: Entry | None, minutes: float | None, among: tuple[Course, ...] = ()
) -> tuple[PhoneOffer, ...]:
    """Return what is offered, the smallest first.

    Args:
        by_slug: all exercises.
        marked: the exercise that is marked.
        minutes: the length that is chosen for it.
        among: the courses there are; empty for our own.
    """
    offers = []
    if marked is not None:
        length = f"{minutes:g} min" if minutes is not None else ""
        offers.append(PhoneOffer(marked.front.title, (marked.slug,), length, minutes))
        for course in among or courses():
            names = tuple(step.exercise for step in course.steps if step.exercise in by_slug)
            if marked.slug in names and len(names) > 1:
                offers.append(PhoneOffer(f"The course “{course.title}”", names, _count(names), course=course.name))
    if len(by_slug) > 1 or not offers:
        offers.append(PhoneOffer("Everything", tuple(by_slug), _count(tuple(by_slug))))
    return tuple(offer for offer in offers if offer.names)


def phone_dialog(offers: tuple[PhoneOffer, ...], waiting: str) -> Dialog:
    """Ask what is to go to the phone; the answers are numbers of offers, or `RECEIVED`.

    Args:
        offers: what can be shared.
        waiting: what came and waits, in words; empty where nothing does.
    """
    choices = [Choice(str(number), offer.words, offer.note) for number, offer in enumerate(offers)]
    if waiting:
        choices.insert(0, Choice(RECEIVED, "Bring in what came", waiting))
    return Dialog("What would you like on your phone?", tuple(choices), _LEAD)


def received_dialog(waiting: str) -> Dialog:
    """Ask whether what came is to be brought into the journal."""
    choices = (Choice(RECEIVED, "bring it in"), Choice("", "not now; it waits here"))
    return Dialog("Bring it into your journal?", choices, f"{waiting}.")


def _count(names: tuple[str, ...]) -> str:
    return "1 exercise" if len(names) == 1 else f"{len(names)} exercises"
