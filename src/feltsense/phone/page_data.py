"""What the page knows of its exercises: captions, breaths, sections, groups and courses, in few bytes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from feltsense.journal.records import LONGEST_SLUG, LONGEST_TITLE
from feltsense.library.catalogue import Entry
from feltsense.library.courses import courses
from feltsense.library.languages import language_name
from feltsense.library.list_index import FrontSummary
from feltsense.library.search import SearchIndex
from feltsense.phone.discreet import discreet_front, neutral_names
from feltsense.phone.page_words import page_helplines, page_words
from feltsense.practice.safety import FEET, ORIENTING
from feltsense.render.captions import typeset
from feltsense.render.metadata import practice_name
from feltsense.script.added_words import part_name
from feltsense.script.model import Exercise
from feltsense.system.printable import printable_line, shortened
from feltsense.timeline.model import BreathEvent, SpeechEvent, Timeline
from feltsense.units import Ms, milliseconds

_FORM = 1
"""Raise it when a page of today could not read the data."""

_SEVERAL = 2
"""From so many of its exercises on a course is shown: the title over a single one says what nobody asked for."""

TITLE, DISCREET_TITLE = "feltsense", "Tracks"


@dataclass(frozen=True, slots=True)
class PageTrack:
    """An exercise as it was made for the page."""

    exercise: Exercise
    timeline: Timeline
    asked: Ms | None
    """The length that was asked for; None for the exercise's natural one."""
    audio: str
    """The MP3's name, relative to the page with `/`; or a `data:` address."""
    text: str | None
    """The transcript's name; None where there is none beside the page."""
    title: str = ""
    """What it is called in a discreet page; empty in any other."""
    rescue: bool = False
    """Whether it is there only for “ground me now”."""

    @property
    def slug(self) -> str:
        """What addresses and feeds know it by; in a discreet page it tells nothing.

        A file's name may be no text; what else is in it would be refused when a practice comes home.
        """
        if not self.title:
            return shortened(printable_line(self.timeline.slug), LONGEST_SLUG)
        return self.title.lower().replace(" – ", "-").replace(" ", "-")


def page_data(
    tracks: Sequence[PageTrack], region: str, *, discreet: bool, titles: Iterable[str] = (), course: str = ""
) -> dict[str, Any]:
    """Return all that the page reads, as plain data. `home` is None: nothing is sent anywhere.

    Args:
        tracks: in the order in which they are listed.
        region: whose helplines are shown: two letters, or empty for any place.
        discreet: titles, summaries, names of sections and of groups tell nothing then. What is heard stays to be read,
            as do cautions; the script's hash lets `journal import` find the true title.
        titles: of all exercises there are; a discreet page calls them nothing either.
        course: the name of the course that the page is made for: it stands first, open. Empty for none.
    """
    names = neutral_names_of(tracks, titles) if discreet else {}
    listed = [number for number, track in enumerate(tracks) if not track.rescue]
    return {
        "form": _FORM,
        "discreet": discreet,
        "home": None,
        "lang": "en",
        "title": DISCREET_TITLE if discreet else TITLE,
        "words": page_words(),
        "helplines": page_helplines(region),
        "groups": [{"title": DISCREET_TITLE, "items": listed}] if discreet else _groups(tracks, listed),
        "courses": [] if discreet else _courses(tracks, listed, course),
        "exercises": [_exercise(track, names) for track in tracks],
        "rescue": _piece(ORIENTING, tracks),
        "feet": _piece(FEET, tracks),
    }


def _piece(slug: str, tracks: Sequence[PageTrack]) -> int | None:
    """Return which track is heard for a gentle exercise: one made for that, else one that is listed anyway."""
    found = [number for number, track in enumerate(tracks) if track.exercise.slug == slug]
    return max(found, key=lambda number: tracks[number].rescue, default=None)


def _groups(tracks: Sequence[PageTrack], listed: Sequence[int]) -> list[dict[str, Any]]:
    """Return the exercises by what would help, as the library shows them, and those in other languages than most."""
    numbers: dict[tuple[str, Path], int] = {}
    entries = []
    for number in listed:
        exercise = tracks[number].exercise
        entry = Entry(exercise.slug, Path(str(number)), FrontSummary.of(exercise.front, exercise.front.title))
        numbers[entry.slug, entry.folder] = number
        entries.append(entry)
    index = SearchIndex(entries)
    titled = [(group.need.words, group.entries) for group in index.by_need()]
    titled += [(f"in {language_name(group.language)}", group.entries) for group in index.by_language()]
    return [
        {"title": title, "items": [numbers[entry.slug, entry.folder] for entry in entries]} for title, entries in titled
    ]


def _courses(tracks: Sequence[PageTrack], listed: Sequence[int], asked: str) -> list[dict[str, Any]]:
    """Return the course that was asked for, then those of which several are in the page, with what of them is."""
    there: Mapping[str, int] = {tracks[number].exercise.slug: number for number in reversed(listed)}
    found = []
    for course in courses():
        items = [{"index": there[step.exercise], "why": step.why} for step in course.steps if step.exercise in there]
        is_asked = course.name == asked
        if len(items) >= _SEVERAL or (items and is_asked):
            found.append({"title": course.title, "about": course.about, "items": items, "asked": is_asked})
    return sorted(found, key=lambda each: not each["asked"])


def neutral_names_of(tracks: Iterable[PageTrack], titles: Iterable[str]) -> Mapping[str, str]:
    """Return what each exercise is called in a discreet page with these `tracks`, by its true title."""
    return neutral_names({track.exercise.front.title: track.title for track in tracks}, titles)


def _exercise(track: PageTrack, names: Mapping[str, str]) -> dict[str, Any]:
    """Return an exercise as the page reads it; in a discreet one with the neutral `names`."""
    front, timeline, discreet = track.exercise.front, track.timeline, bool(track.title)
    if discreet:
        front = discreet_front(front, track.title, names)
    return {
        "slug": track.slug,
        "title": shortened(front.title, LONGEST_TITLE),
        "summary": front.summary,
        "practice": practice_name(front.practice) if front.practice or not discreet else "",
        "tier": front.tier,
        "cautions": list(front.cautions),
        "next_step": front.next_step,
        "sha": timeline.script_sha256,
        "voice": timeline.voice,
        "lang": front.language,
        "asked": track.asked,
        "length": milliseconds(timeline.length),
        "audio": track.audio if track.audio.startswith("data:") else url_of(track.audio),
        "text": None if track.text is None else url_of(track.text),
        "sections": [
            [part_name(number, front.language) if discreet else chapter.title, milliseconds(chapter.start)]
            for number, chapter in enumerate(timeline.chapters, 1)
        ],
        "phrases": [_phrase(tile, front.language) for tile in timeline.tiles if isinstance(tile, SpeechEvent)],
        "breaths": [_breath(event) for event in timeline.overlays if isinstance(event, BreathEvent)],
        "rescue": track.rescue,
    }


def _phrase(tile: SpeechEvent, language: str) -> list[Any]:
    """Return start, length, text, and the start of each word from the phrase's own; none where words do not fit.

    A mark of French behind a space that no line is broken at is of the word before it.
    """
    start, words = milliseconds(tile.start), tile.text.split()
    fits = [word.text for word in tile.words] == words
    text = typeset(" ".join(words), language)
    offsets = (
        [milliseconds(tile.start + tile.words[first].start) - start for first in _firsts(words, text)] if fits else []
    )
    return [start, milliseconds(tile.start + tile.length) - start, text, offsets]


def _firsts(words: list[str], text: str) -> Iterator[int]:
    """Yield which of `words` each part of `text` between plain spaces begins with; only its spaces may be others."""
    at = 0
    for part in text.split(" "):
        yield at
        letters = sum(map(len, part.split()))
        while letters > 0:
            letters -= len(words[at])
            at += 1


def _breath(event: BreathEvent) -> list[Any]:
    start = milliseconds(event.start)
    length = milliseconds(event.start + event.length) - start
    return [start, length, event.phase.value, event.round, event.rounds]


def url_of(name: str) -> str:
    """Return a file's name with `/` as a relative address."""
    return quote(name.encode("utf-8", "surrogateescape"))
