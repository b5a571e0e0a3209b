"""One exercise that fits now: what was typed, the hour, and what the journal tells."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from feltsense.journal.insight import ENOUGH_FOR_AN_INTERVAL, CheckInChange, check_in_change
from feltsense.journal.model import Field, Practice, PracticeFilter
from feltsense.journal.queries import PracticeQueries
from feltsense.library.catalogue import Entry
from feltsense.library.hours import PartOfDay, part_of_day
from feltsense.library.search import CLOSEST_TIER, GENTLE_TIER, SearchIndex, SearchResult
from feltsense.library.search_order import needs_outdoors
from feltsense.library.typed_words import SAYING_LITTLE, typed_words
from feltsense.mix.soundscapes.port import Soundscape
from feltsense.mix.soundscapes.registry import SOUNDSCAPES
from feltsense.practice.safety import suggest_pause, suggest_tier_one, suggestion

_SOUND = frozenset(("sound", "sounds", "background"))
"""Words that may stand beside the name of a background."""

RECENT = 20
"""So many practices are looked at for what they have stirred up."""

SUPPORT_FIRST = "There are people to talk to, now. You don't have to be sure, and it need not be an emergency."
PEOPLE_TOO = "And if it is more than that, there are people to talk to, now."
STAYS_OUTSIDE = "It stays with what is around you, and asks for very little."
NOT_UNDERSTOOD = "Nothing here has that name. This one is for any hour."


@dataclass(frozen=True, slots=True)
class PracticeHistory:
    """What earlier practices say about what to suggest."""

    gentle_only: bool = False
    """Whether only exercises that stay outside are suggested: something was stirred up."""
    notice: str = ""
    """Why, in words; may be empty."""
    lower_after: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """For exercises after which distress was mostly lower: that, in words. The clearest comes first.

    Nothing is said of one with fewer than ten practices that have a number before and after.
    """
    higher_after: frozenset[str] = frozenset()
    """Exercises after which distress was mostly higher; as above."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to begin with, and what else there is."""

    entry: Entry | None
    """None where there is no exercise at all, or none that fits."""
    why: str
    """In a sentence or two."""
    others: tuple[Entry, ...] = ()
    """The next best first."""
    support: bool = False
    """Whether people to talk to come before all exercises."""
    perhaps_support: bool = False
    """Whether they come second."""
    minutes: float | None = None
    """The length that was named; None for none."""
    understood: bool = True
    """Whether anything was found for what was typed."""
    notice: str = ""
    """What the last practices suggest, in words; may be empty."""
    background: Soundscape | None = None
    """One that was asked for by its name, to be heard by itself: it comes before all exercises."""


NO_HISTORY = PracticeHistory()


def read_history(journal: PracticeQueries) -> PracticeHistory:
    """Return what all practices in a journal say about what to suggest. Slow.

    Raises:
        JournalError: it cannot be read.
    """
    often = (each.slug for each in journal.exercises() if each.practices >= ENOUGH_FOR_AN_INTERVAL)
    changes = {slug: journal.changes(Field.DISTRESS, PracticeFilter(slug=slug)) for slug in often}
    return history_of(journal.practices(RECENT), changes)


def history_of(newest_first: Sequence[Practice], changes: Mapping[str, Mapping[int | None, int]]) -> PracticeHistory:
    """Return what the newest practices and the changes of distress say about what to suggest.

    Args:
        newest_first: the newest practices.
        changes: for each exercise, how many practices had which change, as `PracticeQueries.changes` counts them.
    """
    found = {slug: check_in_change(counts) for slug, counts in changes.items()}
    clear = {slug: change for slug, change in found.items() if change.pairs >= ENOUGH_FOR_AN_INTERVAL}
    lower = [
        (change.median or 0, slug) for slug, change in clear.items() if change.interval and change.interval.high < 0
    ]
    return PracticeHistory(
        suggest_tier_one(newest_first) or suggest_pause(newest_first),
        suggestion(newest_first),
        MappingProxyType({slug: _how_often(clear[slug]) for _, slug in sorted(lower)}),
        frozenset(slug for slug, change in clear.items() if change.interval and change.interval.low > 0),
    )


def _how_often(change: CheckInChange) -> str:
    return f"It felt easier after {change.lower} of the {change.pairs} times you said so."


def suggest(index: SearchIndex, typed: str, hour: int, history: PracticeHistory = NO_HISTORY) -> Suggestion:
    """Return one exercise, why, and the others that fit; with nothing typed, what fits the hour.

    Args:
        index: of all exercises.
        typed: a feeling, a name, a sentence, or nothing.
        hour: from 0 to 23, by the clock on the wall.
        history: what earlier practices say.
    """
    part = part_of_day(hour)
    found = index.search(typed, part)
    if found.support:
        return Suggestion(next(iter(found.entries), None), SUPPORT_FIRST, found.entries[1:], support=True)
    background = named_background(found.looked_for)
    understood = bool(found.entries or background) or not found.looked_for
    if not found.entries:
        usual = _for_the_hour(index, part, history)
        found = replace(usual, perhaps_support=found.perhaps_support, minutes=found.minutes)
    if history.gentle_only:
        found = _gentle_of(index, found)
    ordered = _closest_later((*_ordered(found, part, history), *found.others), found, index, part)
    first = next(iter(ordered), None)
    why = _why(first, found, part, history) if understood and first is not None else NOT_UNDERSTOOD
    return Suggestion(
        first,
        why,
        ordered[1:],
        perhaps_support=found.perhaps_support,
        minutes=found.minutes,
        understood=understood,
        notice=history.notice,
        background=background,
    )


def named_background(looked_for: Collection[str]) -> Soundscape | None:
    """Return the background that words name: `rain`, `brown noise`, `ocean sounds`; None for none.

    Args:
        looked_for: as in `SearchResult.looked_for`.
    """
    words = {word for word in looked_for if word not in _SOUND}
    for each in SOUNDSCAPES.values():
        title = {word for word in typed_words(each.title) if word not in SAYING_LITTLE}
        if words == title or (each.name in words and words <= title | {each.name}):
            return each
    return None


def _for_the_hour(index: SearchIndex, part: PartOfDay, history: PracticeHistory) -> SearchResult:
    slugs = (*index.for_hour(part), *history.lower_after)
    fitting = [index.by_slug[slug] for slug in dict.fromkeys(slugs) if slug in index.by_slug]
    others = [entry for entry in index.entries if entry.slug not in slugs]
    others.sort(key=lambda entry: (not index.is_familiar(entry), part.dark and needs_outdoors(entry)))
    return SearchResult(tuple(fitting), tuple(others))


def _gentle_of(index: SearchIndex, found: SearchResult) -> SearchResult:
    """Return what of it stays outside; where nothing does, all that does."""
    fitting, others = (
        tuple(entry for entry in entries if entry.front.tier <= GENTLE_TIER)
        for entries in (found.fitting, found.others)
    )
    if not fitting:
        fitting, others = index.gentle(), tuple(entry for entry in others if needs_outdoors(entry))
    return replace(found, fitting=fitting, others=others)


def _ordered(found: SearchResult, part: PartOfDay, history: PracticeHistory) -> list[Entry]:
    """Return what fits: what was named, what mostly felt easier after, and at the end what did not."""
    clearest = list(history.lower_after)

    def place(entry: Entry) -> tuple[bool, bool, int]:
        proven = _fits_now(entry, part) and entry.slug in history.lower_after
        named, after = entry.slug in found.asked_for, entry.slug in history.higher_after
        return not named, after, clearest.index(entry.slug) if proven else len(clearest)

    return sorted(found.fitting, key=place)


def _fits_now(entry: Entry, part: PartOfDay) -> bool:
    """Tell whether it may be put first: neither closest to what is tender, nor outdoors in the dark."""
    return entry.front.tier < CLOSEST_TIER and not (part.dark and needs_outdoors(entry))


def _closest_later(
    ordered: tuple[Entry, ...], found: SearchResult, index: SearchIndex, part: PartOfDay
) -> tuple[Entry, ...]:
    """Return the same with another before one that goes closest; below it where that was asked for by its name.

    One word of its name does not ask for it, nor does a sentence such as `I need quiet`: `ache` may be what is felt.
    """
    if not ordered or ordered[0].front.tier < CLOSEST_TIER:
        return ordered
    hour = (index.by_slug[slug] for slug in index.for_hour(part) if slug in index.by_slug)
    first = next((entry for entry in (*ordered, *hour) if _fits_now(entry, part)), ordered[0])
    asked_for = ordered[0].slug in found.asked_for and len(found.looked_for) > 1
    front = (ordered[0], first) if asked_for else (first,)
    return tuple(dict.fromkeys((*front, *ordered)))


def _why(first: Entry, found: SearchResult, part: PartOfDay, history: PracticeHistory) -> str:
    """Return why that one: what the journal tells, what was written of it for this feeling or hour, or what it is."""
    if first.slug in history.lower_after:
        return f"{first.front.summary} {history.lower_after[first.slug]}".strip()
    written = {feeling.exercises[0]: feeling.why for feeling in reversed(found.feelings)}
    if not found.feelings and first.slug == part.slugs[0]:
        written = {first.slug: part.why}
    return written.get(first.slug) or first.front.summary or STAYS_OUTSIDE
