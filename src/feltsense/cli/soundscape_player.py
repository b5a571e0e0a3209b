"""A soundscape by itself, until it is enough."""

from feltsense.cli.context import Exit
from feltsense.cli.output import echo
from feltsense.cli.source_player import play_source
from feltsense.cli.wrapping import wrap_text
from feltsense.mix.soundscape_only import SoundscapeOnly
from feltsense.mix.soundscapes.registry import soundscape
from feltsense.practice.options import ALL_NIGHT_MINUTES
from feltsense.units import frames_of_minutes

_FADE = 1.5


def play_soundscape(name: str, minutes: float | None, output_name: str, speed: float) -> Exit:
    """Play the soundscape called `name` until its time is over or Ctrl-C is pressed; None for all night.

    Raises:
        FeltsenseError: there is no such soundscape, it cannot be played, or there is nothing to hear it with.
    """
    found = soundscape(name)
    source = SoundscapeOnly(found.open(), frames_of_minutes(minutes or ALL_NIGHT_MINUTES))
    echo(wrap_text(f"{found.title}. {found.summary} Ctrl-C ends it."), err=True)
    play_source(source, output_name, speed, _FADE)
    return Exit.FINE
