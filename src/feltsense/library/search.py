"""Searching exercises by what would help. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from feltsense.library.catalogue import Entry
from feltsense.library.feeling_table import Feeling
from feltsense.library.feelings import MOST_TYPED, TypedMeaning, gentle_slugs, languages_of, prepare_feelings
from feltsense.library.hours import PartOfDay
from feltsense.library.languages import ENGLISH, with_counterparts
from feltsense.library.search_order import SearchOrder, needs_outdoors
from feltsense.library.typed_length import typed_length
from feltsense.library.typed_words import typed_words
from feltsense.library.word_places import TitlesNamed, WordPlaces

GENTLE_TIER, CLOSEST_TIER = 1, 3
"""Of exercises that stay outside, and of those that go closest to what is tender."""


class Need(StrEnum):
    """What would help, by the tag that an exercise says it with."""

    UNMOORED = "unmoored"
    TENSE = "tense"
    HARD_ON_MYSELF = "hard-on-myself"
    CUT_OFF = "cut-off"
    REACH_OUT = "reach-out"
    OLD_STORY = "old-story"

    @property
    def words(self) -> str:
        """Return it as somebody would say it."""
        return _WORDS[self]


_WORDS = {
    Need.UNMOORED: "it's all too much",
    Need.TENSE: "I'm tense, or can't rest",
    Need.HARD_ON_MYSELF: "I'm hard on myself",
    Need.CUT_OFF: "I feel alone",
    Need.REACH_OUT: "I'd like to reach somebody",
    Need.OLD_STORY: "an old hurt is back",
}

_BY_PRACTICE = {
    "grounding": Need.UNMOORED,
    "orienting": Need.UNMOORED,
    "breath": Need.TENSE,
    "body-scan": Need.TENSE,
    "self-compassion": Need.HARD_ON_MYSELF,
    "loving-kindness": Need.CUT_OFF,
    "nature": Need.CUT_OFF,
    "rehearsal": Need.REACH_OUT,
    "journalling": Need.REACH_OUT,
    "focusing": Need.OLD_STORY,
    "parts": Need.OLD_STORY,
    "reframing": Need.OLD_STORY,
}
"""The need of an exercise that names none."""


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """Exercises under one need."""

    need: Need
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found, the best first."""

    fitting: tuple[Entry, ...] = ()
    """Those that were meant: named, or made for that feeling."""
    others: tuple[Entry, ...] = ()
    """Those that have to do with it."""
    support: bool = False
    """Whether people to talk to come before all of them."""
    perhaps_support: bool = False
    """Whether people to talk to come second."""
    minutes: float | None = None
    """The length that was named; None for none."""
    feelings: tuple[Feeling, ...] = ()
    """What was understood."""
    looked_for: tuple[str, ...] = ()
    """What was typed, without words that say little; empty where there were no others yet."""
    asked_for: frozenset[str] = frozenset()
    """Slugs of exercises that were asked for by their names. They are the first of those that fit."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, the best first."""
        return self.fitting + self.others


@dataclass(frozen=True, slots=True)
class LanguageGroup:
    """Exercises in a language that is neither the listener's nor English."""

    language: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Meant:
    meaning: TypedMeaning
    looked_for: tuple[str, ...]
    titles: TitlesNamed
    languages: tuple[str, ...]
    """Those whose exercises come first, the best first: what was typed is in it, or the listener reads it."""

    def is_by_name(self, place: int, entry: Entry) -> bool:
        """Tell whether a named exercise is surer to be meant than a feeling; a place outdoors is no feeling."""
        surer_feeling = self.meaning.feelings if self.titles.with_slips else self.meaning.exact
        if len(self.looked_for) > 1 or not surer_feeling:
            return True
        return needs_outdoors(entry) and (self.titles.with_slips or place in self.titles.surely)


class SearchIndex:
    """Finds exercises.

    Args:
        entries: all exercises there are.
        language: the listener's, as in `FrontSummary`; where nothing is in it, English is taken for it.
    """

    def __init__(self, entries: Iterable[Entry], language: str = ENGLISH) -> None:
        given = tuple(entries)
        there = dict.fromkeys(entry.language for entry in given)
        self.language = next((each for each in (language, ENGLISH, *there) if each in there), ENGLISH)
        """The one whose exercises come first."""
        self.entries = tuple(sorted(given, key=self._outward))
        """Those in this language first, then English ones; the most outward ones first, then by title.

        All else here speaks of an entry by its place in them.
        """
        self.by_slug = {entry.slug: entry for entry in self.entries}

    def prepare(self) -> None:
        """Get ready for the first search, which is as quick as the next then. Slow where there are thousands."""
        prepare_feelings()
        _ = self._place, self._tagged, self._titles, self._texts

    def search(self, typed: str, part: PartOfDay | None = None) -> SearchResult:
        """Return what fits what was typed: nothing for nothing.

        Args:
            typed: a feeling, a name, or a sentence.
            part: of the day; in the dark, what needs the outdoors comes last. None for any time.
        """
        length = typed_length(typed[:MOST_TYPED])
        meant = self._meant(typed[:MOST_TYPED])
        if length.minutes and not meant.titles.places and not meant.meaning.support:
            meant = self._meant(length.rest)
        if meant.meaning.support:
            return SearchResult(self._gentle(meant.languages), support=True)
        meaning, looked_for, named = meant.meaning, meant.looked_for, meant.titles.places
        order = SearchOrder(self.entries, part, length.minutes)
        by_name = [place for place in named if meant.is_by_name(place, self.entries[place])]
        for_feelings = (slug for each in meaning.feelings for slug in each.slugs(night=part is PartOfDay.NIGHT))
        slugs = with_counterparts(for_feelings, meant.languages)
        made_for = order.sorted(self._place[slug] for slug in slugs if slug in self._place)
        fitting = dict.fromkeys((*by_name, *made_for[:1], *named, *made_for))
        akin = (place for each in meaning.feelings for place in self._tagged.get(each.need, ()))
        about = self._texts.with_all(looked_for) or self._texts.with_most(looked_for)
        others = dict.fromkeys((*akin, *about))
        rest = order.sorted(place for place in others if place not in fitting)
        if length.minutes and not looked_for:
            rest = order.of_that_length()
        rest.sort(key=lambda place: self._rank(self.entries[place].language, meant.languages))
        return SearchResult(
            self._entries(fitting),
            self._entries(rest),
            perhaps_support=meaning.perhaps_support,
            minutes=length.minutes,
            feelings=meaning.feelings,
            looked_for=looked_for,
            asked_for=frozenset(self.entries[place].slug for place in by_name if place in meant.titles.surely),
        )

    def by_need(self, part: PartOfDay | None = None) -> "Sequence[NeedGroup]":
        """Return the exercises that the listener may know in the order of `Need`: in their language, and in English.

        In each need, those in their language come first, and what fits the part of the day.
        """
        order = SearchOrder(self.entries, part, None).by_the_hour(range(len(self.entries)))
        familiar = [entry for entry in self._entries(order) if self.is_familiar(entry)]
        familiar.sort(key=lambda entry: entry.language != self.language)
        return sorted(grouped_by_need(familiar), key=lambda group: list(Need).index(group.need))

    def by_language(self) -> Sequence[LanguageGroup]:
        """Return the exercises that `by_need` leaves out, the most outward ones first."""
        groups: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if not self.is_familiar(entry):
                groups.setdefault(entry.language, []).append(entry)
        return [LanguageGroup(language, tuple(entries)) for language, entries in groups.items()]

    def for_hour(self, part: PartOfDay) -> tuple[str, ...]:
        """Return the slugs of the exercises that fit a part of the day, those in the listener's language first."""
        return with_counterparts(part.slugs, (self.language,))

    def gentle(self) -> tuple[Entry, ...]:
        """Return the exercises that stay outside and need no way outdoors, the best first."""
        return self._gentle((self.language,))

    def _gentle(self, languages: Sequence[str]) -> tuple[Entry, ...]:
        slugs = with_counterparts(gentle_slugs(), languages)
        first = [self.by_slug[slug] for slug in slugs if slug in self.by_slug]
        rest = (entry for entry in self.entries if not needs_outdoors(entry) and entry.slug not in slugs)
        return tuple(entry for entry in (*first, *rest) if entry.front.tier <= GENTLE_TIER)

    def is_familiar(self, entry: Entry) -> bool:
        """Tell whether an exercise is in the listener's language, or in English."""
        return entry.language in (self.language, ENGLISH)

    def _outward(self, entry: Entry) -> tuple[int, str, int, str]:
        rank = self._rank(entry.language, (self.language, ENGLISH))
        return rank, entry.language if rank > 1 else "", entry.front.tier, entry.front.title.casefold()

    @staticmethod
    def _rank(language: str, languages: Sequence[str]) -> int:
        return languages.index(language) if language in languages else len(languages)

    def _entries(self, places: Iterable[int]) -> tuple[Entry, ...]:
        return tuple(self.entries[place] for place in places)

    def _meant(self, typed: str) -> "_Meant":
        words = typed_words(typed)
        languages = languages_of(words)
        apart = languages.apart(words, self._texts.holds)
        looked_for = tuple(word for word in apart if not languages.says_little(word))
        typed_in = languages.language(apart)  # where it is English, that is no wish: the listener's own comes first
        liked = dict.fromkeys((self.language if typed_in == ENGLISH else typed_in, self.language, ENGLISH))
        return _Meant(languages.read(apart), looked_for, self._titles.named(looked_for, apart), tuple(liked))

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {entry.slug: place for place, entry in enumerate(self.entries)}

    @cached_property
    def _tagged(self) -> Mapping[str, Sequence[int]]:
        tagged: defaultdict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            for tag in {*entry.front.tags, need_of(entry).value}:
                tagged[tag].append(place)
        return dict(tagged)

    @cached_property
    def _titles(self) -> WordPlaces:
        return WordPlaces(typed_words(entry.front.title) for entry in self.entries)

    @cached_property
    def _texts(self) -> WordPlaces:
        return WordPlaces(map(_described, self.entries))


def need_of(entry: Entry) -> Need:
    """Return the need that `entry` is shown under: the first it names, else by its practice."""
    named = (tag for tag in entry.front.tags if tag in _WORDS)
    return Need(next(named, _BY_PRACTICE.get(entry.front.practice, Need.UNMOORED)))


def grouped_by_need(ordered: Iterable[Entry]) -> Sequence[NeedGroup]:
    """Return exercises by need, in their order; the group with the first of them comes first."""
    groups: dict[Need, list[Entry]] = {}
    for entry in ordered:
        groups.setdefault(need_of(entry), []).append(entry)
    return [NeedGroup(need, tuple(entries)) for need, entries in groups.items()]


def group_by_need(entries: Iterable[Entry], query: str = "") -> Sequence[NeedGroup]:
    """Return the exercises that fit a query, by need, the best first; without one as `SearchIndex.by_need` has them.

    Within a need the most outward ones come first, then by title. Who searches often makes a `SearchIndex` instead.
    """
    index = SearchIndex(entries)
    if query.strip():
        return grouped_by_need(index.search(query).entries)
    return index.by_need()


def _described(entry: Entry) -> tuple[str, ...]:
    """Return the words that an exercise says of itself."""
    front = entry.front
    return typed_words(f"{front.title} {front.summary} {front.practice} {front.pathway} {' '.join(front.tags)}")
