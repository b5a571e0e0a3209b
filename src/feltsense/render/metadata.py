"""What a file says about itself, whatever its format."""

from dataclasses import dataclass

from feltsense.render.captions import transcript
from feltsense.script.model import Exercise
from feltsense.script.text import spelled
from feltsense.timeline.model import Timeline
from feltsense.units import Ms, milliseconds

ALBUM = "feltsense"


@dataclass(frozen=True, slots=True)
class ChapterTag:
    """A section of the exercise in the file."""

    title: str
    start: Ms
    end: Ms


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


def track_metadata(exercise: Exercise, timeline: Timeline, cover: bytes) -> TrackMetadata:
    """Return the facts of a rendered exercise."""
    front = exercise.front
    starts = [milliseconds(chapter.start) for chapter in timeline.chapters]
    ends = [*starts[1:], milliseconds(timeline.length)]
    titles = [chapter.title for chapter in timeline.chapters]
    return TrackMetadata(
        title=front.title,
        artist=front.author or ALBUM,
        album=ALBUM,
        genre=practice_name(front.practice),
        comment=front.summary,
        copyright=". ".join(part for part in (front.credits, front.licence) if part),
        transcript=transcript(exercise, timeline),
        language=front.language,
        chapters=tuple(ChapterTag(*row) for row in zip(titles, starts, ends, strict=True)),
        length=milliseconds(timeline.length),
        cover=cover,
    )


def discreet_metadata(title: str, timeline: Timeline, cover: bytes) -> TrackMetadata:
    """Return the metadata of a file that tells nothing of what it is: a neutral `title`, numbered parts, no words."""
    starts = [milliseconds(chapter.start) for chapter in timeline.chapters]
    ends = [*starts[1:], milliseconds(timeline.length)]
    parts = (ChapterTag(f"Part {n}", *times) for n, times in enumerate(zip(starts, ends, strict=True), 1))
    return TrackMetadata(
        title=title,
        artist="",
        album="Tracks",
        genre="",
        comment="",
        copyright="",
        transcript="",
        language="",
        chapters=tuple(parts),
        length=milliseconds(timeline.length),
        cover=cover,
    )


def practice_name(practice: str) -> str:
    """Return a practice as people read it: `body-scan` → `Body scan`."""
    return spelled(practice).capitalize() or "Guided practice"
