"""A background that goes on behind the last word of a timeline, and one that is a whole timeline by itself. Pure."""

from dataclasses import dataclass, replace

from feltsense.timeline.model import Chapter, SilenceEvent, SoundEvent, SpeechEvent, Timeline
from feltsense.units import Frames


@dataclass(frozen=True, slots=True)
class Rest:
    """A background that goes on when the voice has ended."""

    name: str
    title: str
    """How its chapter is called."""
    length: Frames
    """How long it goes on from the end of the timeline."""
    earliest: int = 0
    """Before this frame, nothing is altered: it was heard already."""


def with_rest(timeline: Timeline, rest: Rest) -> Timeline:
    """Return a timeline after whose last word a background rises, and goes on behind its end for `rest.length`.

    Up to the end of the last word, everything is as it was; there is no gap, where it is chosen before that.
    """
    begins = Frames(max(voice_ends(timeline), rest.earliest))
    end = timeline.length
    change = SoundEvent(begins, Frames(0), rest.name, soundscape=True, line=0)
    overlays = [
        event
        for event in timeline.overlays
        if not (isinstance(event, SoundEvent) and event.soundscape and event.start >= begins)
    ]
    return replace(
        timeline,
        length=Frames(end + rest.length),
        chapters=(*timeline.chapters, Chapter(rest.title, end)),
        tiles=(*timeline.tiles, SilenceEvent(end, rest.length, elastic=False, line=0)),
        overlays=tuple(sorted([*overlays, change], key=lambda event: event.start)),
        rest=begins,
    )


def background_timeline(name: str, title: str, length: Frames) -> Timeline:
    """Return a timeline of nothing but a background."""
    return Timeline(
        slug=name,
        script_sha256="0" * 64,
        voice="",
        length=length,
        chapters=(Chapter(title, Frames(0)),),
        tiles=(SilenceEvent(Frames(0), length, elastic=False, line=0),),
        overlays=(SoundEvent(Frames(0), Frames(0), name, soundscape=True, line=0),),
        rest=Frames(0),
    )


def voice_ends(timeline: Timeline) -> Frames:
    """Return the frame at which the last word is over; the end where nothing is said."""
    ends = [tile.start + tile.length for tile in timeline.tiles if isinstance(tile, SpeechEvent)]
    return Frames(ends[-1]) if ends else timeline.length
