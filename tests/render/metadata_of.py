"""Facts of a made-up file, for the tests of what goes into it."""

from dataclasses import replace
from functools import cache

from feltsense.render.cover import draw_cover
from feltsense.render.metadata import ChapterTag, TrackMetadata, TrackNumber
from feltsense.units import Ms

CHAPTERS = (
    ChapterTag("Arriving, a chapter with a long name", Ms(0), Ms(4000)),
    ChapterTag("Füße", Ms(4000), Ms(9000)),
    ChapterTag("Back", Ms(9000), Ms(12_000)),
)


@cache
def _cover(title: str) -> bytes:
    return draw_cover("grounding", title)


def facts(title: str = "Füße am Boden · 足", chapters: tuple[ChapterTag, ...] = CHAPTERS) -> TrackMetadata:
    return TrackMetadata(
        title=title,
        artist="Ada Therapist",
        album="feltsense",
        genre="Grounding",
        comment="A few minutes; a = b # c",
        copyright="MIT",
        transcript="Line one.\nLine two; with = and #.\n",
        language="de-AT",
        chapters=chapters,
        length=Ms(12_000),
        cover=_cover(title),
    )


def chosen_facts() -> TrackMetadata:
    """Return facts with all that is there only when somebody asks for it."""
    return replace(
        facts(),
        album="Evenings",
        album_artist="A practice",
        year="2026",
        tells_language=True,
        track=TrackNumber(3, 12),
    )
