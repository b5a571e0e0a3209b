"""What a file says about itself, whatever its format."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from feltsense.render.captions import transcript
from feltsense.script.added_words import part_name
from feltsense.script.model import Exercise
from feltsense.script.text import spelled
from feltsense.timeline.model import Timeline
from feltsense.units import Ms, milliseconds

ALBUM = "feltsense"

_THREE_LETTERS = {"de": "deu", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "nl": "nld", "pt": "por"}


@dataclass(frozen=True, slots=True)
class ChapterTag:
    """A section of the exercise in the file."""

    title: str
    start: Ms
    end: Ms


@dataclass(frozen=True, slots=True)
class TrackNumber:
    """The place of a file among those that were made together, from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        """Return it as tags have it: `3/12`."""
        return f"{self.number}/{self.of}"


@dataclass(frozen=True, slots=True)
class TagChoices:
    """What somebody wants in the tags; nothing of it is there by itself."""

    album: str | None = None
    """None: by the exercise's pathway, so that a player shows each with its own cover."""
    album_artist: str = ""
    year: str = ""
    """Four digits."""
    language: bool = False
    """Whether the language is told, in the form that each format has for it."""
    track: TrackNumber | None = None


NO_CHOICES = TagChoices()


@dataclass(frozen=True, slots=True)
class TrackMetadata:
    """The tags of one file. No clock goes into them: same inputs, same bytes."""

    title: str
    artist: str
    album: str
    genre: str
    comment: str
    """The summary."""
    copyright: str
    transcript: str
    language: str
    """BCP 47."""
    chapters: tuple[ChapterTag, ...]
    length: Ms
    cover: bytes
    """A JPEG."""
    album_artist: str = ""
    year: str = ""
    tells_language: bool = False
    """Whether `language` is a tag of its own; it is always that of the transcript."""
    track: TrackNumber | None = None

    @property
    def language_code(self) -> str:
        """The language as ISO 639-2 has it, `deu`; empty where it is not known here."""
        return _THREE_LETTERS.get(self.language.split("-")[0].lower(), "")


def track_metadata(
    exercise: Exercise, timeline: Timeline, cover: bytes, choices: TagChoices = NO_CHOICES
) -> TrackMetadata:
    """Return the facts of a rendered exercise."""
    front = exercise.front
    facts = TrackMetadata(
        title=front.title,
        artist=front.author or ALBUM,
        album=album_of(front.pathway),
        genre=practice_name(front.practice),
        comment=front.summary,
        copyright=". ".join(part for part in (front.credits, front.licence) if part),
        transcript=transcript(exercise, timeline),
        language=front.language,
        chapters=chapter_tags(timeline, [chapter.title for chapter in timeline.chapters]),
        length=milliseconds(timeline.length),
        cover=cover,
    )
    return with_choices(facts, choices)


def discreet_metadata(
    title: str, language: str, timeline: Timeline, cover: bytes, choices: TagChoices = NO_CHOICES
) -> TrackMetadata:
    """Return the metadata of a file that tells nothing of what it is: a neutral `title`, numbered parts, no words.

    What somebody chose for the tags is there; the album is neutral otherwise.
    """
    told = language if choices.language else ""
    facts = TrackMetadata(
        title=title,
        artist="",
        album="Tracks",
        genre="",
        comment="",
        copyright="",
        transcript="",
        language=told,
        chapters=chapter_tags(timeline, [part_name(number, told) for number, _ in enumerate(timeline.chapters, 1)]),
        length=milliseconds(timeline.length),
        cover=cover,
    )
    return with_choices(facts, choices)


def with_choices(facts: TrackMetadata, choices: TagChoices) -> TrackMetadata:
    """Return `facts` with what somebody chose instead, and beside them."""
    return replace(
        facts,
        album=facts.album if choices.album is None else choices.album,
        album_artist=choices.album_artist,
        year=choices.year,
        tells_language=choices.language,
        track=choices.track,
    )


def chapter_tags(timeline: Timeline, titles: Sequence[str]) -> tuple[ChapterTag, ...]:
    """Return the sections under `titles`, each up to the next one's start."""
    starts = [milliseconds(chapter.start) for chapter in timeline.chapters]
    ends = [milliseconds(end) for end in timeline.chapter_ends]
    return tuple(ChapterTag(*row) for row in zip(titles, starts, ends, strict=True))


def album_of(pathway: str) -> str:
    """Return the album of the exercises along a pathway: `feltsense – Self-compassion`."""
    return f"{ALBUM} – {spelled(pathway).capitalize()}" if pathway else ALBUM


def practice_name(practice: str) -> str:
    """Return a practice as people read it: `body-scan` → `Body scan`."""
    return spelled(practice).capitalize() or "Guided practice"
