"""Which soundscapes there are. A new one is one module, or a function in one, and one line here.

Nothing is imported before a soundscape is opened: listing them stays quick.
"""

import importlib
from difflib import get_close_matches

from feltsense.errors import SoundError
from feltsense.mix.soundscapes.port import Soundscape, SoundscapeStream
from feltsense.script.options import OFF


def names() -> tuple[str, ...]:
    """Return the names of all soundscapes, in the order they are shown."""
    return tuple(SOUNDSCAPES)


def soundscape(name: str) -> Soundscape:
    """Return the soundscape called `name`.

    Raises:
        SoundError: there is none.
    """
    if name not in SOUNDSCAPES:
        near = get_close_matches(name, SOUNDSCAPES, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Soundscapes are: {', '.join(SOUNDSCAPES)}."
        raise SoundError(f"There is no soundscape called “{name}”.", hint)
    return SOUNDSCAPES[name]


def background_words(name: str | None) -> str:
    """Return how a background is called in the middle of a sentence; `off` for none, a sound file by its name."""
    return SOUNDSCAPES[name].title.lower() if name in SOUNDSCAPES else name or OFF


def _in(module: str, name: str, title: str, summary: str) -> Soundscape:
    """Return a soundscape whose stream is made by `open_<name>` in `module`."""

    def opened() -> SoundscapeStream:
        stream: SoundscapeStream = getattr(importlib.import_module(f"{__package__}.{module}"), f"open_{name}")()
        return stream

    return Soundscape(name, title, summary, opened)


SOUNDSCAPES: dict[str, Soundscape] = {
    each.name: each
    for each in (
        _in("rain", "rain", "Rain", "Steady, soft rain with drops falling near and far."),
        _in("ocean", "ocean", "Ocean", "Slow waves that come in, break softly and run back over sand."),
        _in("brook", "stream", "Stream", "A small stream, murmuring over stones."),
        _in("wind", "wind", "Wind in trees", "Wind that rises and falls in leaves, without a storm."),
        _in("fire", "fire", "Fire", "A low fire with now and then a soft crackle."),
        _in("crickets", "crickets", "Night crickets", "A warm night, with crickets some way off."),
        _in("colours", "brown", "Brown noise", "Deep, even noise, like a waterfall far away."),
        _in("colours", "pink", "Pink noise", "Soft, even noise that covers what is around you."),
        _in("drone", "drone", "Low chord", "A warm, low chord that changes very slowly."),
    )
}
"""Name → soundscape, in the order they are shown."""
